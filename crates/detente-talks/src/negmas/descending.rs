//! Parties that go down their packages one by one (Mohammad 2023), as this program plays them.

use std::collections::HashMap;

use crate::{Answer, Moment, Negotiator, Offer, Wants};

/// Which offers such a party consents to. It remembers for each of the others what it consented to last; no deal at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consents {
    /// To what is worth at least what it last consented to.
    NotWorse,
    /// To what is worth more than that.
    Better,
    /// To what is worth at least no deal.
    Rational,
}

/// From the best package down to no deal, and then the last one again.
#[derive(Debug, Clone, Default)]
pub(super) struct Down {
    next: usize,
    last: Option<Offer>,
}

impl Down {
    pub(super) fn next(&mut self, wants: &Wants<'_>) -> Option<Offer> {
        if let Some((offer, worth)) = wants.bids.listed()?.from_the_best(self.next)
            && worth >= wants.no_deal
        {
            self.next += 1;
            self.last = Some(offer);
        }
        self.last
    }
}

/// Goes down its packages, from the best (*conceding*) or after first offering whatever is worth less than no deal (*wasting*).
#[derive(Debug, Clone)]
pub struct Descending {
    wasting: bool,
    consents: Consents,
    wasted: Option<std::vec::IntoIter<Offer>>,
    down: Down,
    consented: HashMap<usize, f64>,
}

impl Descending {
    /// One that begins with its best.
    pub fn conceding(consents: Consents) -> Self {
        Self { wasting: false, consents, wasted: None, down: Down::default(), consented: HashMap::new() }
    }

    /// One that begins with what it does not want.
    pub fn wasting(consents: Consents) -> Self {
        Self { wasting: true, ..Self::conceding(consents) }
    }

    /// The packages worth less than no deal, last enumerated first.
    fn unwanted(wants: &Wants<'_>) -> Vec<Offer> {
        let Some(list) = wants.bids.listed() else { return Vec::new() };
        let mut unwanted = list.offers()[..list.first_at_least(wants.no_deal)].to_vec();
        unwanted.sort_unstable_by(|a, b| b.cmp(a));
        unwanted
    }
}

impl Negotiator for Descending {
    fn answers(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) -> Answer {
        let worth = at.wants.worth(offer);
        let last = self.consented.get(&by).copied();
        let consents = match (self.consents, last) {
            (Consents::Better, Some(last)) => worth > last,
            (Consents::NotWorse, Some(last)) => worth >= last,
            (Consents::Better | Consents::NotWorse, None) | (Consents::Rational, _) => {
                worth >= at.wants.no_deal
            }
        };
        if !consents {
            return Answer::Reject;
        }
        self.consented.insert(by, worth);
        Answer::Accept
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        if self.wasting {
            let wasted = self.wasted.get_or_insert_with(|| Self::unwanted(at.wants).into_iter());
            if let Some(offer) = wasted.next() {
                return Some(offer);
            }
        }
        self.down.next(at.wants)
    }
}
