//! Packages sorted by what they are worth.

use super::Side;
use crate::{Offer, Worth};

/// All packages of one party, worst first; packages that are worth the same stand as they are enumerated, last issue fastest.
///
/// That order of ties is stated because it decides which of two equal packages is offered: counted from the best, equals come in reverse.
#[derive(Debug, Clone)]
pub struct Listed {
    worths: Vec<f64>,
    offers: Vec<Offer>,
}

impl Listed {
    pub(super) fn new(worth: &Worth, possible: impl Iterator<Item = Offer>) -> Self {
        let valued = possible.map(|offer| (worth.of(&offer), offer));
        let mut valued: Vec<(f64, Offer)> = valued.filter(|(worth, _)| worth.is_finite()).collect();
        valued.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (worths, offers) = valued.into_iter().unzip();
        Self { worths, offers }
    }

    /// What they are worth, ascending.
    pub fn worths(&self) -> &[f64] {
        &self.worths
    }

    /// The packages, worst first.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// How many are worth less than a level: the place of the first that is worth at least that.
    pub fn first_at_least(&self, level: f64) -> usize {
        self.worths.partition_point(|worth| *worth < level)
    }

    /// The package of a rank and its worth; rank 0 is the best.
    pub fn from_the_best(&self, rank: usize) -> Option<(Offer, f64)> {
        let at = self.offers.len().checked_sub(rank + 1)?;
        Some((self.offers[at], self.worths[at]))
    }

    pub(super) fn at(&self, level: f64, side: Side) -> Option<Offer> {
        let above = self.first_at_least(level);
        if side == Side::AtLeast {
            return self.offers.get(above).copied();
        }
        let below = above.checked_sub(1);
        let gap_above = self.worths.get(above).map_or(f64::INFINITY, |worth| worth - level);
        match below {
            Some(below) if level - self.worths[below] <= gap_above => Some(self.offers[below]),
            _ => self.offers.get(above).copied(),
        }
    }
}
