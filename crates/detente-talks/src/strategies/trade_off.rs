//! Trading off: of packages that are worth as much to oneself, the one most like what the other has offered (Faratin, Sierra & Jennings 2002).

use super::{BiddingRule, Conceded};
use crate::{Offer, View, Worth};

/// How alike two options of an issue are, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// Options have an order: 1 less their distance, as a share of the largest.
    Ordered,
    /// Options are names: 1 for the same and 0 for any other.
    Named,
}

/// Keeps to a demand that falls with time, and at that demand goes as near to the other's last offer as it can. Issues count as they seem to
/// matter to the other where there is a model, and alike where there is none.
#[derive(Debug, Clone, Copy)]
pub struct TradeOff {
    /// How much is conceded when.
    pub conceded: Conceded,
    /// How alike options are.
    pub likeness: Likeness,
}

impl BiddingRule for TradeOff {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        let wants = view.at.wants;
        let (floor, most) = (wants.floor(), wants.bids.most());
        let level = most - (most - floor) * self.conceded.at(view.at.t);
        let level = if level.is_nan() { most } else { level.min(most).max(floor) };
        let Some(last) = view.received.last() else { return wants.bids.at(level, crate::Side::AtLeast) };
        let layout = wants.bids.worth().layout();
        let matters = weights(view, layout.issues());
        let rows = layout.sizes().iter().zip(layout.options(&last.offer)).zip(&matters);
        let tables: Vec<Vec<f64>> = rows
            .map(|((size, theirs), weight)| {
                (0..*size).map(|option| weight * self.likeness.of(option, theirs, *size)).collect()
            })
            .collect();
        wants.bids.best_for(&Worth::new(layout, &tables), level)
    }
}

impl Likeness {
    fn of(self, a: usize, b: usize, size: usize) -> f64 {
        match self {
            Self::Ordered if size > 1 => 1.0 - a.abs_diff(b) as f64 / (size - 1) as f64,
            Self::Ordered | Self::Named => f64::from(u8::from(a == b)),
        }
    }
}

/// How much each issue seems to matter to the other: by how much its options differ in the estimate.
fn weights(view: &View<'_>, issues: usize) -> Vec<f64> {
    let estimate = view.estimate();
    let layout = view.at.wants.bids.worth().layout();
    let spread = |estimate: &Worth, issue: usize| {
        let entries = (0..layout.sizes()[issue]).map(|option| estimate.entry(issue, option));
        let (low, high) = entries
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (f64::min(low, x), f64::max(high, x)));
        high - low
    };
    let known: Option<Vec<f64>> =
        estimate.map(|estimate| (0..issues).map(|k| spread(&estimate, k)).collect());
    known.filter(|weights| weights.iter().sum::<f64>() > 0.0).unwrap_or_else(|| vec![1.0; issues])
}
