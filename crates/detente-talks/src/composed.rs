//! A party put together of a rule for bidding, a rule for accepting, and a model of each of the others (Baarslag et al. 2014).

use crate::acceptance::AcceptanceRule;
use crate::models::OpponentModel;
use crate::strategies::BiddingRule;
use crate::{Answer, Layout, Moment, Negotiator, Offer, Worth};
use std::sync::Arc;

/// An offer as one party remembers it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Remembered {
    /// When it was made, as a share of the time.
    pub t: f64,
    /// Who made it.
    pub by: usize,
    /// The offer.
    pub offer: Offer,
    /// What it is worth to the one who remembers.
    pub worth: f64,
}

/// What a party knows when it bids or answers.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The moment.
    pub at: &'a Moment<'a>,
    /// What it has offered, in order.
    pub sent: &'a [Remembered],
    /// What the others have offered, in order.
    pub received: &'a [Remembered],
    models: &'a [Option<Box<dyn OpponentModel>>],
}

impl View<'_> {
    /// What packages seem to be worth to the others, as the mean over those of whom there is a model; `None` where there is none.
    pub fn estimate(&self) -> Option<Worth> {
        let mut known = self.models.iter().flatten().map(|model| model.estimate());
        let first = known.next()?;
        let all: Vec<Worth> = std::iter::once(first).chain(known).collect();
        if let [only] = all.as_slice() {
            return Some(only.clone());
        }
        let layout = self.at.wants.bids.worth().layout();
        let share = 1.0 / all.len() as f64;
        let entry = |issue, option| all.iter().map(|worth| share * worth.entry(issue, option)).sum();
        let row = |(issue, size): (usize, &usize)| (0..*size).map(|option| entry(issue, option)).collect();
        let tables: Vec<Vec<f64>> = layout.sizes().iter().enumerate().map(row).collect();
        Some(Worth::new(layout, &tables))
    }

    /// What the others have offered so far, one of them or all.
    pub fn received_from(&self, by: Option<usize>) -> impl DoubleEndedIterator<Item = &Remembered> {
        self.received.iter().filter(move |heard| by.is_none_or(|by| heard.by == by))
    }
}

/// Makes a model of somebody of whom nothing is known yet.
pub type ModelMaker = fn(&Arc<Layout>) -> Box<dyn OpponentModel>;

/// Somebody who bargains by rules. The bidding rule is asked once a turn, and its bid is kept for the answer and the offer alike; nothing worth
/// less than no deal is offered or accepted, and who can gain nothing by any package leaves.
pub struct Composed {
    bidding: Box<dyn BiddingRule>,
    acceptance: Box<dyn AcceptanceRule>,
    model: Option<ModelMaker>,
    models: Vec<Option<Box<dyn OpponentModel>>>,
    sent: Vec<Remembered>,
    received: Vec<Remembered>,
    planned: Option<(u32, Option<Offer>)>,
}

impl Composed {
    /// A party with these rules that has heard nothing.
    pub fn new(
        bidding: impl BiddingRule + 'static,
        acceptance: impl AcceptanceRule + 'static,
        model: Option<ModelMaker>,
    ) -> Self {
        Self::boxed(Box::new(bidding), Box::new(acceptance), model)
    }

    /// The same of rules that are boxed already.
    pub fn boxed(
        bidding: Box<dyn BiddingRule>,
        acceptance: Box<dyn AcceptanceRule>,
        model: Option<ModelMaker>,
    ) -> Self {
        Self {
            bidding,
            acceptance,
            model,
            models: Vec::new(),
            sent: Vec::new(),
            received: Vec::new(),
            planned: None,
        }
    }

    /// The bid of this turn, worked out once.
    fn plan(&mut self, at: &Moment<'_>) -> Option<Offer> {
        if let Some((round, planned)) = self.planned
            && round == at.round
        {
            return planned;
        }
        let planned = at.wants.can_gain().then(|| {
            let view = View { at, sent: &self.sent, received: &self.received, models: &self.models };
            self.bidding.bid(&view)
        });
        let worthwhile = |offer: &Offer| at.wants.worth(offer) >= at.wants.no_deal;
        let least = || at.wants.bids.at(at.wants.no_deal, crate::Side::AtLeast);
        let planned = planned.flatten().map(|offer| if worthwhile(&offer) { Some(offer) } else { least() });
        self.planned = Some((at.round, planned.flatten()));
        planned.flatten()
    }
}

impl Negotiator for Composed {
    fn hears(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) {
        self.received.push(Remembered { t: at.t, by, offer: *offer, worth: at.wants.worth(offer) });
        if let Some(make) = self.model {
            if self.models.len() < at.seats {
                self.models.resize_with(at.seats, || None);
            }
            if let Some(model) = self.models.get_mut(by) {
                model.get_or_insert_with(|| make(at.wants.bids.worth().layout())).hears(at.t, offer);
            }
        }
    }

    fn answers(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) -> Answer {
        let worth = at.wants.worth(offer);
        if worth < at.wants.no_deal {
            return Answer::Reject;
        }
        let planned = if self.acceptance.asks_for_the_plan() { self.plan(at) } else { None };
        let planned = planned.map(|offer| at.wants.worth(&offer));
        let heard = Remembered { t: at.t, by, offer: *offer, worth };
        let view = View { at, sent: &self.sent, received: &self.received, models: &self.models };
        if self.acceptance.accepts(&view, &heard, planned) { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        let offer = self.plan(at)?;
        self.sent.push(Remembered { t: at.t, by: at.seat, offer, worth: at.wants.worth(&offer) });
        Some(offer)
    }
}
