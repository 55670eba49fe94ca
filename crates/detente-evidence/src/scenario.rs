//! How often something holds in the worlds that the claims allow.
//!
//! A question such as "is there a zone of agreement?" is asked of worlds: draw i of the case, with every proposition
//! true where its own uniform number falls below its probability. Different states of knowledge (claims up to a day, all
//! claims but one source's, a proposition known to be true) are different probabilities on the *same* draws, so two of them
//! are compared on common random numbers, and a difference has far less noise than either share. In one draw most
//! states of knowledge agree on every proposition; the question, which may be costly, is asked once for each set of answers.
//!
//! Draws run on all threads; sums are of whole numbers, so the result does not depend on their order.

use rayon::prelude::*;

use detente_model::{Progress, PropositionId, Share, World, Worlds};

use crate::account::{Account, Coordinates};

/// A question about a world, for instance whether a zone of agreement exists in it.
pub type Question<'a> = &'a (dyn Fn(&World) -> bool + Sync);

/// A state of knowledge: some claims, and perhaps an answer.
#[derive(Debug, Clone)]
pub(crate) struct Knowledge {
    pub account: Account,
    pub known: Option<(PropositionId, bool)>,
}

/// By how much a share differs from another on the same draws, with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// The difference: above 0, the question holds more often.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What was counted: how often the question holds in each state, and how often it does there and not in the first
/// state, or the other way round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    draws: u64,
    hits: Vec<u64>,
    gained: Vec<u64>,
    lost: Vec<u64>,
}

impl Tally {
    pub fn share(&self, state: usize) -> Share {
        Share::of(self.hits[state], self.draws)
    }

    /// The first state less this one: what the difference in knowledge brought.
    pub fn shift_from(&self, state: usize) -> Shift {
        let n = self.draws.max(1) as f64;
        let (gain, loss) = (self.lost[state] as f64 / n, self.gained[state] as f64 / n);
        let value = gain - loss;
        // Variance of a difference of paired shares (McNemar 1947).
        let half = 1.959_963_984_540_054 * ((gain + loss - value * value).max(0.0) / n).sqrt();
        Shift { value, low: (value - half).max(-1.0), high: (value + half).min(1.0) }
    }
}

/// Asks the question in every draw of every state of knowledge. `progress` is told of each draw.
pub(crate) fn ask(
    worlds: &Worlds,
    states: &[Knowledge],
    draws: u64,
    question: Question<'_>,
    progress: &Progress,
) -> Tally {
    let case = worlds.case();
    let coordinates = Coordinates::of(worlds);
    let count = case.propositions.len();
    let one_draw = |draw: u64| -> Vec<bool> {
        let point = worlds.unit_point(draw);
        let stated = |id| coordinates.number(case, id, &point);
        let mut asked: Vec<(Vec<bool>, bool)> = Vec::new();
        states
            .iter()
            .map(|state| {
                let truths: Vec<bool> = (0..count)
                    .map(PropositionId)
                    .map(|id| match state.known {
                        Some((known, answer)) if known == id => answer,
                        _ => coordinates.truth(id, &point) < state.account.probability(id, &stated),
                    })
                    .collect();
                if let Some((_, holds)) = asked.iter().find(|(t, _)| *t == truths) {
                    return *holds;
                }
                let world = worlds.at_believing(&point, |id, _| f64::from(u8::from(truths[id.0])));
                let holds = question(&world);
                asked.push((truths, holds));
                holds
            })
            .collect()
    };
    let zero = || vec![[0u64; 3]; states.len()];
    let sums = (0..draws)
        .into_par_iter()
        .fold(zero, |mut sums, draw| {
            let holds = one_draw(draw);
            progress.step();
            for (sum, held) in sums.iter_mut().zip(&holds) {
                sum[0] += u64::from(*held);
                sum[1] += u64::from(*held && !holds[0]);
                sum[2] += u64::from(!*held && holds[0]);
            }
            sums
        })
        .reduce(zero, |mut a, b| {
            for (x, y) in a.iter_mut().zip(b) {
                (0..3).for_each(|k| x[k] += y[k]);
            }
            a
        });
    Tally {
        draws,
        hits: sums.iter().map(|s| s[0]).collect(),
        gained: sums.iter().map(|s| s[1]).collect(),
        lost: sums.iter().map(|s| s[2]).collect(),
    }
}
