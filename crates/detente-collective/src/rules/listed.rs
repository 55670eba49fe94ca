//! Among listed places on any number of issues: which beats which, what is uncovered, and the smallest coalitions that carry or block.

use super::Rule;
use crate::error::CollectiveError;
use crate::limits;

/// Which of some places would be carried against which.
#[derive(Debug, Clone, PartialEq)]
pub struct Beaten {
    places: usize,
    beats: Vec<bool>,
}

impl Beaten {
    /// From what each place is worth to each actor: `worth[place][actor]`. Those who like two places alike are not in favour of a change.
    pub fn of(worth: &[Vec<f64>], rule: &Rule) -> Self {
        let places = worth.len();
        let mut beats = vec![false; places * places];
        for one in 0..places {
            for other in 0..places {
                beats[one * places + other] =
                    one != other && rule.carries(|actor| worth[one][actor] > worth[other][actor]);
            }
        }
        Self { places, beats }
    }

    /// Whether one place would be carried against another.
    pub fn beats(&self, one: usize, other: usize) -> bool {
        self.beats[one * self.places + other]
    }

    /// The places that would be carried against one.
    pub fn win_set(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.places).filter(move |one| self.beats(*one, of))
    }

    /// The places against which none would be carried.
    pub fn core(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.places).filter(|of| self.win_set(*of).next().is_none())
    }

    /// The places that no other covers (Miller 1980): one covers another if it beats it and all that the other beats. Never empty.
    pub fn uncovered(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.places).filter(|of| !(0..self.places).any(|one| self.covers(one, *of)))
    }

    fn covers(&self, one: usize, other: usize) -> bool {
        self.beats(one, other)
            && (0..self.places).all(|third| !self.beats(other, third) || self.beats(one, third))
    }
}

/// The smallest coalitions that carry: each carries and would not without any of its members. In the order of their size, then of their members.
///
/// # Errors
///
/// Where there are too many to vote for coalitions to be gone through one by one.
pub fn carrying(rule: &Rule) -> Result<Vec<Vec<usize>>, CollectiveError> {
    smallest(rule.len(), |members| rule.carries(|actor| members & (1 << actor) != 0))
}

/// The smallest coalitions that block: without them nothing is carried, and none of their members could be left out.
///
/// # Errors
///
/// As [`carrying`].
pub fn blocking(rule: &Rule) -> Result<Vec<Vec<usize>>, CollectiveError> {
    smallest(rule.len(), |members| !rule.carries(|actor| members & (1 << actor) == 0))
}

/// The smallest sets for which something holds that holds for every larger set as well.
fn smallest(actors: usize, holds: impl Fn(u32) -> bool) -> Result<Vec<Vec<usize>>, CollectiveError> {
    if actors > limits::LISTED_ACTORS {
        return Err(CollectiveError::TooManyCoalitions { actors });
    }
    let mut found: Vec<u32> = (0..1_u32 << actors)
        .filter(|members| {
            holds(*members)
                && (0..actors).all(|actor| members & (1 << actor) == 0 || !holds(members & !(1 << actor)))
        })
        .collect();
    found.sort_by_key(|members| (members.count_ones(), members.reverse_bits()));
    let members = |set: &u32| (0..actors).filter(|actor| set & (1 << actor) != 0).collect();
    Ok(found.iter().map(members).collect())
}
