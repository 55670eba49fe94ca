//! Tit for tat, as this program plays it: it mirrors what an offer is worth to itself, not by how much the other has moved.

use super::levels::{share, worst_at};
use crate::{Answer, Moment, Negotiator, Offer, Wants};

/// Concedes as much of its range as the last offer gave it.
#[derive(Debug, Clone)]
pub struct NaiveTitForTat {
    /// What is conceded beyond that.
    pub kindness: f64,
    /// The last round in which nothing is conceded, from 0.
    pub no_concession_round: u32,
    /// The first round in which the others' offers are mirrored; before it, a step from one package to another is conceded.
    pub mirrors_from_round: u32,
    /// Whether a step is conceded in between; without it the others' offers are mirrored there too, without kindness.
    pub must_concede: bool,
    /// What is added to such a step.
    pub step_slack: f64,
    /// How many packages from the best down the cursor of such steps has passed.
    passed: usize,
    last: Option<Offer>,
}

impl NaiveTitForTat {
    /// One that has said nothing, with the program's own figures.
    pub fn new(kindness: f64) -> Self {
        Self {
            kindness,
            no_concession_round: 0,
            mirrors_from_round: 3,
            must_concede: true,
            step_slack: 1e-12,
            passed: 0,
            last: None,
        }
    }

    /// What it concedes when it looks at an offer.
    fn concession(&mut self, at: &Moment<'_>, offer: Option<&Offer>) -> f64 {
        let wants = at.wants;
        let conceded = if at.round <= self.no_concession_round {
            0.0
        } else if at.round >= self.mirrors_from_round || !self.must_concede {
            let shown = offer.map_or(0.0, |offer| 1.0 - (1.0 - share(wants, wants.worth(offer))));
            let kind = at.round >= self.mirrors_from_round;
            shown.max(0.0) + if kind { self.kindness } else { 0.0 }
        } else {
            let step = self.worth_of_next(wants) - self.worth_of_next(wants) + self.step_slack;
            step / (wants.bids.most() - wants.bids.least())
        };
        if (-1e-6..=1.0 + 1e-7).contains(&conceded) { conceded } else { 0.0 }
    }

    fn worth_of_next(&mut self, wants: &Wants<'_>) -> f64 {
        let next = wants.bids.listed().and_then(|list| list.from_the_best(self.passed));
        self.passed = self.passed.saturating_add(1);
        next.map_or(wants.no_deal, |(_, worth)| worth)
    }
}

impl Negotiator for NaiveTitForTat {
    fn hears(&mut self, _: &Moment<'_>, _: usize, offer: &Offer) {
        self.last = Some(*offer);
    }

    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        let conceded = self.concession(at, Some(offer));
        if !at.wants.can_gain() {
            return Answer::Reject;
        }
        let shown = share(at.wants, at.wants.worth(offer));
        if shown >= 1.0 - conceded { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        let last = self.last;
        let conceded = self.concession(at, last.as_ref());
        let (least, most) = (at.wants.bids.least(), at.wants.bids.most());
        worst_at(at.wants.bids.listed()?, 0, least + (1.0 - conceded) * (most - least))
    }
}
