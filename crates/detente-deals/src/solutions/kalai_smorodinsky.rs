//! Kalai & Smorodinsky (1975), on a finite zone: each principal's surplus as a share of the most it could have inside the
//! zone; the largest smallest share, ties by the next smallest.
//!
//! A principal for whom nothing in the zone beats no deal has no share to speak of and is left out.

use std::cmp::Ordering;

use super::{Solution, Surpluses};

/// A share `of / most`, compared exactly.
#[derive(Debug, Clone, Copy)]
struct Share {
    of: i64,
    most: i64,
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        // Both `most` are positive, so cross-multiplication keeps the order.
        (i128::from(self.of) * i128::from(other.most)).cmp(&(i128::from(other.of) * i128::from(self.most)))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Share {}

impl Surpluses<'_> {
    pub(super) fn kalai_smorodinsky(&self) -> Option<Solution> {
        let principals = self.over.first()?.len();
        let most: Vec<i64> =
            (0..principals).map(|i| self.over.iter().map(|s| s[i]).max().unwrap_or(0)).collect();
        self.kalai_smorodinsky_of(&most)
    }

    /// As [`Self::kalai_smorodinsky`], where the most that each can have in the zone is known.
    pub(super) fn kalai_smorodinsky_of(&self, most: &[i64]) -> Option<Solution> {
        self.best_by(|surpluses| {
            let shares = surpluses.iter().zip(most).filter(|(_, most)| **most > 0);
            let mut shares: Vec<Share> = shares.map(|(of, most)| Share { of: *of, most: *most }).collect();
            shares.sort_unstable();
            shares
        })
    }
}
