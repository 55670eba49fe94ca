//! How often something holds in the worlds that the claims allow.
//!
//! A question such as "is there a zone of agreement?" is asked of worlds: draw i of the case, with every proposition
//! true where its own uniform number falls below its probability. Different states of knowledge (claims up to a day, all
//! claims but one source's, a proposition known to be true) are different probabilities on the *same* draws, so two of them
//! are compared on common random numbers, and a difference has far less noise than either share. In one draw most
//! states of knowledge agree on every proposition; the question, which may be costly, is asked once for each set of answers.
//!
//! Draws run on all threads; sums are of whole numbers, so the result does not depend on their order.

use std::convert::Infallible;

use detente_model::side_by_side::gathered;
use detente_model::{Progress, PropositionId, Share, World, Worlds};

use crate::account::Account;
use crate::readings::Readings;

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

/// What was found over the draws.
pub(crate) struct Asked {
    /// What the question was answered; `None` if there was none.
    pub tally: Option<Tally>,
    /// For each reading the probability that it gave in each draw, in their order.
    pub drawn: Vec<Vec<f64>>,
}

/// What is summed up over draws.
struct Sums {
    /// For each state: where the question holds, where it does and not in the first state, and the other way round.
    held: Vec<[u64; 3]>,
    drawn: Vec<Vec<f64>>,
}

/// Works out the readings of all states in every draw, and asks the question in every draw of every state. `readings` are those of the
/// accounts of the states. `progress` is told of each draw.
pub(crate) fn ask(
    worlds: &Worlds,
    states: &[Knowledge],
    readings: &Readings<'_>,
    draws: u64,
    question: Option<Question<'_>>,
    progress: &Progress,
) -> Asked {
    let count = worlds.case().propositions.len();
    let answers = |question: Question<'_>, point: &[f64], probabilities: &[f64]| -> Vec<bool> {
        let mut asked: Vec<(Vec<bool>, bool)> = Vec::new();
        let mut truths = vec![false; count];
        let in_state = |(state, knowledge): (usize, &Knowledge)| {
            for (i, (truth, reading)) in truths.iter_mut().zip(readings.of(state)).enumerate() {
                let id = PropositionId(i);
                *truth = match knowledge.known {
                    Some((known, answer)) if known == id => answer,
                    _ => readings.truth(id, point) < probabilities[*reading],
                };
            }
            if let Some((_, holds)) = asked.iter().find(|(known, _)| *known == truths) {
                return *holds;
            }
            let world = worlds.at_believing(point, |id, _| f64::from(u8::from(truths[id.0])));
            let holds = question(&world);
            asked.push((truths.clone(), holds));
            holds
        };
        states.iter().enumerate().map(in_state).collect()
    };
    let zero = || Sums { held: vec![[0; 3]; states.len()], drawn: vec![Vec::new(); readings.len()] };
    let one_draw = |sums: &mut Sums, draw: usize| {
        progress.step();
        let point = worlds.unit_point(draw as u64);
        let probabilities = readings.at(&point);
        if let Some(question) = question {
            let holds = answers(question, &point, &probabilities);
            for (sum, held) in sums.held.iter_mut().zip(&holds) {
                sum[0] += u64::from(*held);
                sum[1] += u64::from(*held && !holds[0]);
                sum[2] += u64::from(!*held && holds[0]);
            }
        }
        sums.drawn.iter_mut().zip(probabilities).for_each(|(values, p)| values.push(p));
        Ok::<(), Infallible>(())
    };
    let both = |a: &mut Sums, b: Sums| {
        for (x, y) in a.held.iter_mut().zip(b.held) {
            (0..3).for_each(|k| x[k] += y[k]);
        }
        a.drawn.iter_mut().zip(b.drawn).for_each(|(before, after)| before.extend(after));
    };
    let Ok(Sums { held, drawn }) = gathered(draws as usize, progress, &zero, &one_draw, &both);
    let column = |k: usize| held.iter().map(|sums| sums[k]).collect();
    let tally = question.map(|_| Tally { draws, hits: column(0), gained: column(1), lost: column(2) });
    Asked { tally, drawn }
}
