//! A mediator who proposes what it has learned that all could want.
//!
//! Every round the parties tell the mediator, and nobody else, what they would offer. From that it learns a model of each, and puts a text before them that
//! leaves the least gainer most by those models, or has the largest product of gains. If all accept it, that is the agreement. The mediator knows of
//! nobody's worth more than their offers tell it.

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
    let layout = first.bids.worth().layout();
    let mut models: Vec<Box<dyn OpponentModel>> = (0..seats).map(|_| (mediator.learns)(layout)).collect();
    let mut last: Vec<Offer> = vec![Offer::default(); seats];
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
        let broken = Ended { end: End::Broken, rounds: round + 1 };
        for (seat, party) in parties.iter_mut().enumerate().take(seats) {
            let Some(offer) = party.proposes(&moment(seat)) else {
                watch(&Act { round, t, seat, said: Said::Leave });
                return broken;
            };
            watch(&Act { round, t, seat, said: Said::Offer(offer) });
            models[seat].hears(t, &offer);
            last[seat] = offer;
        }
        if round < mediator.listens {
            continue;
        }
        let estimates: Vec<Worth> = models.iter().map(|model| model.estimate()).collect();
        let possible = |text: &Offer| first.bids.can_be(text);
        let text = best_text(layout, &estimates, &last, mediator.seeks, &possible);
        watch(&Act { round, t, seat: seats, said: Said::Offer(text) });
        let mut all = true;
        for (seat, party) in parties.iter_mut().enumerate().take(seats) {
            party.hears(&moment(seat), seats, &text);
        }
        for (seat, party) in parties.iter_mut().enumerate().take(seats) {
            match party.answers(&moment(seat), seats, &text) {
                Answer::Accept => watch(&Act { round, t, seat, said: Said::Accept }),
                Answer::Reject => all = false,
                Answer::Leave => {
                    watch(&Act { round, t, seat, said: Said::Leave });
                    return broken;
                }
            }
        }
        if all {
            return Ended { end: End::Agreement(text), rounds: round + 1 };
        }
    }
    Ended { end: End::Timeout, rounds: deadline.count() }
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
