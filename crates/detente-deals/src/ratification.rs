//! What it takes to carry a deal at home.
//!
//! Weights of votes are integers as values are (see [`crate::Units`]), so that a quota that is reached exactly is reached; but they are
//! no values, and the type keeps the two apart.

use std::iter::Sum;

use crate::fixed::to_units;

/// A weight of votes, as a whole number of trillionths. Weights count against each other within one ratification only.
///
/// ```
/// use detente_deals::Votes;
///
/// let all: Votes = [0.1, 0.2].map(Votes::from_f64).into_iter().sum();
/// assert_eq!(all, Votes::from_f64(0.3));
/// assert_eq!(all.part(0.5), Votes::from_f64(0.15));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(transparent)]
pub struct Votes(i64);

impl Votes {
    /// No votes.
    pub const NONE: Self = Self(0);

    /// The weight nearest to a number; none for what is no number.
    pub fn from_f64(weight: f64) -> Self {
        Self(to_units(weight))
    }

    /// So many trillionths.
    pub const fn from_raw(trillionths: i64) -> Self {
        Self(trillionths)
    }

    /// How many trillionths it is.
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// A part of it, such as what a quota asks of all votes.
    #[must_use]
    pub fn part(self, share: f64) -> Self {
        Self((share * self.0 as f64).round() as i64)
    }
}

impl Sum for Votes {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        Self(weights.fold(0, |sum, weight| sum.saturating_add(weight.0)))
    }
}

/// What it takes to carry a deal at home: enough weight among these audiences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratification {
    /// The principal, as a position among the actors.
    pub principal: usize,
    /// Audiences, as positions among the actors, with their weights.
    pub voters: Vec<(usize, Votes)>,
    /// The weight that must accept.
    pub needed: Votes,
}

impl Ratification {
    /// Whether the audiences that accept carry it.
    pub fn carried(&self, accepts: impl Fn(usize) -> bool) -> bool {
        let in_favour = self.voters.iter().filter(|(voter, _)| accepts(*voter));
        in_favour.map(|(_, weight)| *weight).sum::<Votes>() >= self.needed
    }
}

/// The weight beyond which the weights of voters are taken as shares of it, so that their sum can be held.
const HEAVY: f64 = 1e6;

/// Voters with weights that can be added up.
pub(crate) fn weighted(voters: Vec<(usize, f64)>) -> Vec<(usize, Votes)> {
    let total: f64 = voters.iter().map(|(_, weight)| weight).sum();
    let scale = if total > HEAVY { HEAVY / total } else { 1.0 };
    voters.into_iter().map(|(voter, weight)| (voter, Votes::from_f64(weight * scale))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voters_can_weigh_as_much_as_they_have_members() {
        let plain = |voters: [f64; 2]| [(0, Votes::from_f64(voters[0])), (1, Votes::from_f64(voters[1]))];
        assert_eq!(weighted(vec![(0, 0.25), (1, 0.75)]), plain([0.25, 0.75]));
        assert_eq!(weighted(vec![(0, 3e12), (1, 1e12)]), plain([750_000.0, 250_000.0]));
    }
}
