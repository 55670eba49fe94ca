//! A mediator who proposes what it has learned that all could want.
//!
//! Every round the parties tell the mediator, and nobody else, what they would offer. From that it learns a model of each, and puts a text before them that
//! leaves the least gainer most by those models, or has the largest product of gains. If all accept it, that is the agreement. The mediator knows of
//! nobody's worth more than their offers tell it.

use std::sync::Arc;

use crate::models::OpponentModel;
use crate::{
    Act, Answer, Deadline, End, Ended, Layout, ModelMaker, Moment, Negotiator, Offer, Said, Wants, Worth,
};

/// What the mediator looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seeks {
    /// The most for whoever gains least, each on its own scale.
    Maximin,
    /// The largest product of gains (Nash).
    Nash,
}

/// How the mediator works.
#[derive(Debug, Clone, Copy)]
pub struct Mediator {
    /// What it looks for.
    pub seeks: Seeks,
    /// How it learns.
    pub learns: ModelMaker,
    /// Rounds in which it only listens.
    pub listens: u32,
}

/// Holds talks through a mediator who proposes. To the parties the mediator has the seat after the last. `watch` is shown what is said, the mediator's
/// texts included.
pub fn hold<N: Negotiator>(
    wants: &[Wants<'_>],
    parties: &mut [N],
    deadline: Deadline,
    mediator: &Mediator,
    mut watch: impl FnMut(&Act),
) -> Ended {
    let seats = parties.len().min(wants.len());
    let Some(first) = wants.first() else { return Ended { end: End::Timeout, rounds: 0 } };
    let mut listening = Listening::to(seats, first.bids.worth().layout(), mediator);
    for round in 0..deadline.count() {
        let t = deadline.share(round);
        let moment = |seat: usize| Moment {
            t,
            round,
            rounds: Some(deadline.count()),
            seat,
            seats: seats + 1,
            wants: &wants[seat],
        };
        if let Some(end) = listening.round(&mut parties[..seats], moment, &mut watch) {
            return Ended { end, rounds: round + 1 };
        }
    }
    Ended { end: End::Timeout, rounds: deadline.count() }
}

/// What the mediator has heard so far, from one round to the next.
pub struct Listening {
    mediator: Mediator,
    models: Vec<Box<dyn OpponentModel>>,
    last: Vec<Offer>,
    heard: u32,
}

impl Listening {
    /// A mediator who has heard nothing yet from so many.
    pub fn to(seats: usize, layout: &Arc<Layout>, mediator: &Mediator) -> Self {
        Self {
            mediator: *mediator,
            models: (0..seats).map(|_| (mediator.learns)(layout)).collect(),
            last: vec![Offer::default(); seats],
            heard: 0,
        }
    }

    /// One round: everybody tells the mediator its offer, and then answers the mediator's. Says how talks end, if they do: a party that leaves or
    /// has nothing to offer breaks them. `moment` says to each seat how it stands in this round.
    pub fn round<'m, N: Negotiator>(
        &mut self,
        parties: &mut [N],
        moment: impl Fn(usize) -> Moment<'m>,
        watch: &mut impl FnMut(&Act),
    ) -> Option<End> {
        let seats = parties.len().min(self.models.len());
        if seats == 0 {
            return None;
        }
        for (seat, party) in parties.iter_mut().enumerate().take(seats) {
            let at = moment(seat);
            let Some(offer) = party.proposes(&at) else {
                watch(&Act { round: at.round, t: at.t, seat, said: Said::Leave });
                return Some(End::Broken);
            };
            watch(&Act { round: at.round, t: at.t, seat, said: Said::Offer(offer) });
            self.models[seat].hears(at.t, &offer);
            self.last[seat] = offer;
        }
        self.heard += 1;
        if self.heard <= self.mediator.listens {
            return None;
        }
        let first = moment(0);
        let bids = first.wants.bids;
        let estimates: Vec<Worth> = self.models.iter().map(|model| model.estimate()).collect();
        let possible = |text: &Offer| bids.can_be(text);
        let text = best_text(bids.worth().layout(), &estimates, &self.last, self.mediator.seeks, &possible);
        watch(&Act { round: first.round, t: first.t, seat: seats, said: Said::Offer(text) });
        for (seat, party) in parties.iter_mut().enumerate().take(seats) {
            party.hears(&moment(seat), seats, &text);
        }
        let mut all = true;
        for (seat, party) in parties.iter_mut().enumerate().take(seats) {
            let at = moment(seat);
            let mut say = |said| watch(&Act { round: at.round, t: at.t, seat, said });
            match party.answers(&at, seats, &text) {
                Answer::Accept => say(Said::Accept),
                Answer::Reject => all = false,
                Answer::Leave => {
                    say(Said::Leave);
                    return Some(End::Broken);
                }
            }
        }
        all.then_some(End::Agreement(text))
    }
}

/// The best text by the models, climbing one issue at a time from every party's last offer: exact on issues that can be settled one by one, and never worse
/// than the best of those offers.
fn best_text(
    layout: &Layout,
    estimates: &[Worth],
    begin: &[Offer],
    seeks: Seeks,
    possible: &impl Fn(&Offer) -> bool,
) -> Offer {
    let score = |text: &Offer| -> (f64, f64) {
        let worths = estimates.iter().map(|estimate| estimate.of(text));
        let sum: f64 = worths.clone().sum();
        match seeks {
            Seeks::Maximin => (worths.fold(f64::INFINITY, f64::min), sum),
            Seeks::Nash => (worths.map(|worth| worth.max(0.0)).product(), sum),
        }
    };
    let mut best: Option<((f64, f64), Offer)> = None;
    for start in begin.iter().filter(|text| possible(text)) {
        let (mut text, mut height) = (*start, score(start));
        loop {
            let before = height;
            for issue in 0..layout.issues() {
                for option in 0..layout.sizes()[issue] {
                    let other = layout.with(&text, issue, option);
                    let reached = score(&other);
                    if reached > height && possible(&other) {
                        (text, height) = (other, reached);
                    }
                }
            }
            if height <= before {
                break;
            }
        }
        if best.is_none_or(|(highest, _)| height > highest) {
            best = Some((height, text));
        }
    }
    best.map_or_else(|| begin.first().copied().unwrap_or_default(), |(_, text)| text)
}
