//! Nice tit for tat (Baarslag, Hindriks & Jonker 2013), as this program plays it.

use super::levels::best_by_issue;
use crate::models::{EntropyFrequency, OpponentModel};
use crate::strategies::nice_tit_for_tat::{Received, gain, planned};
use crate::{Answer, Moment, Negotiator, Offer, Wants};

/// [`crate::strategies::NiceTitForTat`] with a model of frequencies, which accepts near the end whatever is worth no deal. An offer that it has to answer is
/// counted a second time then, which makes a difference where there are several others; and only such offers count as received.
#[derive(Debug, Clone, Default)]
pub struct NiceTitForTat {
    model: Option<EntropyFrequency>,
    received: Received,
}

impl NiceTitForTat {
    /// One that has said nothing.
    pub fn new() -> Self {
        Self::default()
    }

    fn model(&mut self, wants: &Wants<'_>) -> &mut EntropyFrequency {
        self.model.get_or_insert_with(|| EntropyFrequency::new(wants.bids.worth().layout()))
    }

    /// What it would offer now.
    fn planned(&mut self, at: &Moment<'_>) -> Offer {
        let estimate = self.model(at.wants).estimate();
        planned(at.wants, &estimate, &self.received, at.t)
    }
}

/// From when on anything that is worth no deal is accepted.
const LAST: f64 = 0.98;

impl Negotiator for NiceTitForTat {
    fn hears(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) {
        self.model(at.wants).hears(at.t, offer);
    }

    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        let worth = at.wants.worth(offer);
        self.model(at.wants).hears(at.t, offer);
        self.received.hears(gain(at.wants, worth), offer);
        if !at.wants.can_gain() {
            return Answer::Reject;
        }
        let accepts = if at.t >= LAST {
            worth >= at.wants.no_deal
        } else {
            gain(at.wants, worth) >= gain(at.wants, at.wants.worth(&self.planned(at)))
        };
        if accepts { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        if !at.wants.can_gain() {
            return Some(best_by_issue(at.wants));
        }
        Some(self.planned(at))
    }
}
