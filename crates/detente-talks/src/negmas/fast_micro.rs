//! `MiCRO` in a hurry: it leaves packages out so as to come to its last by the deadline.

use std::collections::HashSet;

use crate::{Answer, Moment, Negotiator, Offer, Wants};

/// When everything new is offered, whatever the others do.
const LAST: f64 = 0.95;
/// From when on packages are left out, and after how many offers.
const HURRIES_FROM: f64 = 0.1;
const HURRIES_AFTER: usize = 5;

/// As [`super::Micro`], but of the packages left it offers only as many as it will have occasion to.
#[derive(Debug, Clone, Default)]
pub struct FastMicro {
    /// The rank of its next new offer.
    next: usize,
    sent: Vec<Offer>,
    received: HashSet<Offer>,
}

impl FastMicro {
    /// One that has said nothing.
    pub fn new() -> Self {
        Self::default()
    }

    fn ready(&self, t: f64) -> bool {
        self.sent.len() <= self.received.len() || t > LAST
    }

    /// The rank of the new offer after one that is made now. `before`: how many were made before it.
    fn after(offered: usize, before: usize, wants: &Wants<'_>, t: f64) -> usize {
        let one_by_one = offered + 1;
        if t < HURRIES_FROM || before < HURRIES_AFTER {
            return one_by_one;
        }
        let count = wants.bids.listed().map_or(0, |list| list.offers().len());
        let left = count.saturating_sub(one_by_one);
        let expected = ((1.0 - t) * before as f64 / t + 0.5).floor() as usize;
        if left > expected { offered + left.div_ceil(expected.max(1)) } else { one_by_one }
    }

    fn new_offer(&self, wants: &Wants<'_>) -> Option<(Offer, f64)> {
        let next = wants.bids.listed()?.from_the_best(self.next)?;
        (next.1 >= wants.no_deal).then_some(next)
    }
}

impl Negotiator for FastMicro {
    fn hears(&mut self, _: &Moment<'_>, _: usize, offer: &Offer) {
        self.received.insert(*offer);
    }

    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        let own = match self.new_offer(at.wants) {
            _ if !at.wants.can_gain() => f64::INFINITY,
            Some((_, worth)) if self.ready(at.t) => worth,
            None if self.ready(at.t) => at.wants.no_deal,
            _ => self.sent.last().map_or(at.wants.no_deal, |offer| at.wants.worth(offer)),
        };
        let accepts = at.wants.worth(offer) >= own.max(at.wants.no_deal);
        if accepts { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        if self.ready(at.t)
            && let Some((offer, _)) = self.new_offer(at.wants)
        {
            self.next = Self::after(self.next, self.sent.len(), at.wants, at.t);
            self.sent.push(offer);
            return Some(offer);
        }
        self.sent.last().copied()
    }
}
