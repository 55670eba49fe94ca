//! Going down one's packages one by one: the family of Mohammad (2023), made for [`crate::protocols::tau`].
//!
//! *Conceding* parties begin with their best; *wasting* ones first offer everything that is worth less than no deal to them. Which offers they consent to
//! goes by what they have consented to before. They are called CAN, CAB, CAR, WAN, WAB and WAR after the two.

use std::collections::HashMap;

use crate::{Answer, Descent, Moment, Negotiator, Offer, Wants, limits};

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
pub(crate) struct Down {
    descent: Descent,
    last: Option<Offer>,
}

impl Down {
    pub(crate) fn next(&mut self, wants: &Wants<'_>) -> Option<Offer> {
        if let Some((offer, worth)) = self.descent.peek(wants.bids)
            && worth >= wants.no_deal
        {
            self.descent.skip(1);
            self.last = Some(offer);
        }
        self.last
    }
}

/// Goes down its packages. What it wastes is worth less than no deal to it, and it may be taken at its word: that is what the strategy is.
#[derive(Debug, Clone)]
pub struct Descending {
    consents: Consents,
    /// Where it stands in wasting; `None` when it is done or never began.
    wasting: Option<Wasting>,
    down: Down,
    consented: HashMap<usize, f64>,
}

#[derive(Debug, Clone, Copy)]
enum Wasting {
    NotBegun,
    After(Offer),
}

impl Descending {
    /// One that begins with its best.
    pub fn conceding(consents: Consents) -> Self {
        Self { consents, wasting: None, down: Down::default(), consented: HashMap::new() }
    }

    /// One that begins with what it does not want, the package that is enumerated last first. Where packages are too many to list it looks through
    /// [`limits::WASTED`] in a row for another one, and then goes on to its best.
    pub fn wasting(consents: Consents) -> Self {
        Self { wasting: Some(Wasting::NotBegun), ..Self::conceding(consents) }
    }

    /// The next package that is worth less than no deal.
    fn unwanted(&mut self, wants: &Wants<'_>) -> Option<Offer> {
        let layout = wants.bids.layout();
        let mut next = match self.wasting? {
            Wasting::NotBegun => Some(layout.last()),
            Wasting::After(offer) => layout.before(&offer),
        };
        let most = if wants.bids.listed().is_some() { u128::MAX } else { limits::WASTED };
        let mut looked_at = 0;
        while let Some(offer) = next.filter(|_| looked_at < most) {
            let worth = wants.worth(&offer);
            // What crosses a red line of its own is nothing that it could ever sign.
            if worth.is_finite() && worth < wants.no_deal && wants.bids.can_be(&offer) {
                self.wasting = Some(Wasting::After(offer));
                return Some(offer);
            }
            looked_at += 1;
            next = layout.before(&offer);
        }
        self.wasting = None;
        None
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
        self.unwanted(at.wants).or_else(|| self.down.next(at.wants))
    }
}
