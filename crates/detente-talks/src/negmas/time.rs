//! Parties whose demands fall with time.

use super::levels::{best_by_issue, clipped, rational_from, worst_at};
use crate::{Answer, Curve, Moment, Negotiator, Offer};

/// Among which packages a bid is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// Those worth at least no deal.
    Rational,
    /// All.
    All,
}

/// Offers the least that is worth its demand, and accepts what is worth it; the demand falls along a curve.
#[derive(Debug, Clone, Copy)]
pub struct TimeBased {
    /// How the demand falls.
    pub curve: Curve,
    /// By how much the demand is lowered, so that rounding does not hide a package at its level.
    pub slack: f64,
    /// Among which packages bids are looked for.
    pub among: Among,
}

impl TimeBased {
    fn level(&self, at: &Moment<'_>) -> f64 {
        let floor = at.wants.floor();
        clipped(at.wants, floor + (at.wants.bids.most() - floor) * self.curve.at(at.t) - self.slack)
    }
}

impl Negotiator for TimeBased {
    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        let worth = at.wants.worth(offer);
        let accepts = at.wants.can_gain() && worth >= self.level(at) && worth <= at.wants.bids.most();
        if accepts { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        if !at.wants.can_gain() {
            return Some(best_by_issue(at.wants));
        }
        let list = at.wants.bids.listed()?;
        let from = match self.among {
            Among::Rational => rational_from(list, at.wants),
            Among::All => 0,
        };
        worst_at(list, from, self.level(at))
    }
}
