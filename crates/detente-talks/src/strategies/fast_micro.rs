//! `MiCRO` against a deadline: packages are left out so that the last is reached in time.
//!
//! After a few offers it reckons from its pace how many it will still make, and leaves out as many of its packages as there are too many.
//! Where packages are too many to be counted down, it spreads the offers it will still make evenly over what its packages are worth.

use std::collections::HashSet;

use super::{BiddingRule, bid_at};
use crate::{Descent, Offer, View};

/// As [`super::Micro`], but leaves packages out, and close to the deadline goes on whatever the other does.
#[derive(Debug, Default)]
pub struct FastMicro {
    descent: Descent,
    heard: usize,
    received: HashSet<Offer>,
    made: usize,
    lowest: Option<f64>,
}

/// When it goes on whatever the others do.
const LAST: f64 = 0.95;
/// From when on, and after how many offers, it reckons with its pace.
const RECKONS_FROM: f64 = 0.1;
const RECKONS_AFTER: usize = 5;

impl FastMicro {
    /// One that has said nothing.
    pub fn new() -> Self {
        Self::default()
    }
}

impl BiddingRule for FastMicro {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        let (wants, t) = (view.at.wants, view.at.t);
        self.received.extend(view.received[self.heard..].iter().map(|heard| heard.offer));
        self.heard = view.received.len();
        let stays = || view.sent.last().map(|sent| sent.offer);
        if self.made > self.received.len() && t <= LAST {
            return stays();
        }
        let reckons = t >= RECKONS_FROM && self.made >= RECKONS_AFTER;
        let expected =
            if reckons { ((1.0 - t) * self.made as f64 / t).round().max(1.0) } else { f64::INFINITY };
        let offer = match wants.bids.listed() {
            None if reckons => {
                let lowest = self.lowest.unwrap_or(wants.bids.most());
                bid_at(view, lowest - (lowest - wants.floor()) / expected)
            }
            list => {
                let rational = list.map(|list| list.offers().len() - list.first_at_least(wants.no_deal));
                let left = rational.map_or(0, |rational| rational.saturating_sub(self.descent.rank()));
                // So many packages for every offer that is still to come.
                let step = (left as f64 / expected).ceil() as usize;
                self.descent.skip(step.saturating_sub(1));
                self.descent.next(wants.bids).map(|(offer, _)| offer)
            }
        };
        let offer = offer.filter(|offer| wants.worth(offer) >= wants.no_deal);
        let Some(offer) = offer else { return stays() };
        self.made += 1;
        self.lowest = Some(wants.worth(&offer));
        Some(offer)
    }
}
