//! A party to whom waiting costs something.

use crate::{Answer, Moment, Negotiator, Offer};

/// Bargains as somebody else does, but does not wait for what waiting would cost more than it could bring: accepts what is no worse than no deal and
/// short of its own last offer by at most the cost of waiting for the next meeting.
pub(super) struct Seat {
    pub(super) bargains: Box<dyn Negotiator>,
    /// What waiting for the next meeting costs.
    pub(super) waiting: f64,
    pub(super) last: Option<Offer>,
}

impl Negotiator for Seat {
    fn hears(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) {
        self.bargains.hears(at, by, offer);
    }

    fn answers(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) -> Answer {
        let answer = self.bargains.answers(at, by, offer);
        let Some(last) = self.last.filter(|_| answer == Answer::Reject && self.waiting > 0.0) else {
            return answer;
        };
        let worth = at.wants.worth(offer);
        if worth >= at.wants.no_deal && worth + self.waiting >= at.wants.worth(&last) {
            return Answer::Accept;
        }
        answer
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        let offer = self.bargains.proposes(at);
        self.last = offer.or(self.last);
        offer
    }
}
