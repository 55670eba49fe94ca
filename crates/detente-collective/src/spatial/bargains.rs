//! What is proposed in a challenge, and which of the proposals that name an actor it takes up.

use detente_model::Progress;

use super::contests::Challenge;
use super::utility::{Places, distance, worth};
use super::{Spatial, Standing, condorcet};
use crate::Body;

/// A proposal: both move, each by how much less it cares and how much less likely it is to win.
#[derive(Debug, Clone, PartialEq)]
pub struct Bargain {
    /// Who makes it.
    pub initiator: usize,
    /// To whom.
    pub receiver: usize,
    /// What the initiator expects of it, beyond leaving things as they are.
    pub gain: f64,
    /// How likely the initiator thinks it is to win the contest behind it.
    pub victory: f64,
    /// Where the initiator would go: a share of the scale for each issue.
    pub initiator_to: Vec<f64>,
    /// Where the receiver would go.
    pub receiver_to: Vec<f64>,
    /// Whether the initiator did so in the end.
    pub initiator_took: bool,
    /// Whether the receiver did.
    pub receiver_took: bool,
}

/// What keeps a proposal defined where neither cares or neither can win.
const STAYS: f64 = 1e-6;
/// Proposals name places to a hundredth of a percent of the scale.
const GRAIN: f64 = 1e4;
/// Chances nearer than this are alike; of those the one that was on the table first is taken.
const ALIKE: f64 = 1e-12;

/// The proposals behind the challenges.
pub fn offers(body: &Body, positions: &[f64], challenges: &[Challenge]) -> Vec<Bargain> {
    let issues = body.issues();
    let one = |challenge: &Challenge| {
        let (i, j, p) = (challenge.initiator, challenge.receiver, challenge.victory);
        let (mut initiator_to, mut receiver_to) = (Vec::with_capacity(issues), Vec::with_capacity(issues));
        for issue in 0..issues {
            let (mine, theirs) = (body.salience(i)[issue] * p, body.salience(j)[issue] * (1.0 - p));
            let (mine, theirs) = (mine * mine, theirs * theirs);
            let (from, to) = (positions[i * issues + issue], positions[j * issues + issue]);
            let whole = mine + theirs + STAYS;
            initiator_to.push(grained(((mine + STAYS) * from + theirs * to) / whole));
            receiver_to.push(grained((mine * from + (theirs + STAYS) * to) / whole));
        }
        let (gain, victory) = (challenge.gain, challenge.victory);
        Bargain {
            initiator: i,
            receiver: j,
            gain,
            victory,
            initiator_to,
            receiver_to,
            initiator_took: false,
            receiver_took: false,
        }
    };
    challenges.iter().map(one).collect()
}

fn grained(place: f64) -> f64 {
    (place * GRAIN).round() / GRAIN
}

/// Where everybody goes: of staying and the proposals that name an actor it does what is likeliest to carry a vote of all. Notes in the proposals who took them up.
pub fn choices(
    rules: &Spatial,
    body: &Body,
    standing: &Standing,
    positions: &[f64],
    bargains: &mut [Bargain],
    progress: &Progress,
) -> Vec<f64> {
    let (actors, issues) = (body.len(), body.issues());
    let whole: Vec<f64> = (0..actors).map(|actor| body.salience(actor).iter().map(|s| s * s).sum()).collect();
    let at = |actor: usize, place: &[f64]| {
        let ideal = &positions[actor * issues..];
        worth(distance(body.salience(actor), whole[actor], ideal, place), standing.risk[actor])
    };
    // What an outcome is worth to somebody is the mean of what it thinks of where everybody then stands; a proposal moves two of them.
    let mut now = vec![0.0; actors];
    for other in 0..actors {
        now.iter_mut().zip(standing.worths.of(other)).for_each(|(sum, worth)| *sum += worth);
    }
    let mean = |sum: f64| sum / actors as f64;
    let then: Vec<Vec<f64>> = bargains
        .iter()
        .map(|bargain| {
            progress.work(actors as u64);
            let (i, j) = (standing.worths.of(bargain.initiator), standing.worths.of(bargain.receiver));
            let one = |actor: usize| {
                let to = at(actor, &bargain.initiator_to) + at(actor, &bargain.receiver_to);
                mean(now[actor] - i[actor] - j[actor] + to)
            };
            (0..actors).map(one).collect()
        })
        .collect();
    let now: Vec<f64> = now.into_iter().map(mean).collect();
    let mut next = positions.to_vec();
    for actor in 0..actors {
        let named: Vec<usize> = (0..bargains.len())
            .filter(|bargain| bargains[*bargain].initiator == actor || bargains[*bargain].receiver == actor)
            .collect();
        if named.is_empty() {
            continue;
        }
        let worths =
            std::iter::once(&now).chain(named.iter().map(|bargain| &then[*bargain])).flatten().copied();
        let worths = Places::listed(actors, worths.collect());
        let chances = condorcet::chances(&worths, body.capability(), rules.vote, rules.power, progress);
        let most = chances.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let taken = chances.iter().position(|chance| *chance >= most - ALIKE).unwrap_or(0);
        if taken > 0 {
            let bargain = &mut bargains[named[taken - 1]];
            let initiates = bargain.initiator == actor;
            let to = if initiates { &bargain.initiator_to } else { &bargain.receiver_to };
            next[actor * issues..][..issues].copy_from_slice(to);
            *(if initiates { &mut bargain.initiator_took } else { &mut bargain.receiver_took }) = true;
        }
    }
    next
}
