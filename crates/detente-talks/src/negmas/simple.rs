//! Parties with one thought.

use super::levels::best_by_issue;
use crate::{Answer, Moment, Negotiator, Offer};

/// Offers its best and accepts nothing that is worth less.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tough;

impl Negotiator for Tough {
    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        if at.wants.worth(offer) >= at.wants.bids.most() - 1e-10 { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        Some(best_by_issue(at.wants))
    }
}

/// Offers its best, and from some time on accepts whatever is worth no deal.
#[derive(Debug, Clone, Copy)]
pub struct BestUntil {
    /// From when on, as a share of the time.
    pub accept_from: f64,
}

impl Negotiator for BestUntil {
    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        let accepts = at.t >= self.accept_from && at.wants.worth(offer) >= at.wants.no_deal;
        if accepts { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        Some(best_by_issue(at.wants))
    }
}

/// Offers its packages from the best down, and accepts what is worth at least so much.
#[derive(Debug, Clone)]
pub struct DescendConst {
    accept_at: f64,
    descent: crate::strategies::Down,
}

impl DescendConst {
    /// Accepting from this worth on.
    pub fn new(accept_at: f64) -> Self {
        Self { accept_at, descent: crate::strategies::Down::default() }
    }
}

impl Negotiator for DescendConst {
    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        if at.wants.worth(offer) >= self.accept_at { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        self.descent.next(at.wants)
    }
}
