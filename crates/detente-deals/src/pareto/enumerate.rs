//! One package after the other, for small spaces in which everything hangs together.

use super::label::{Label, pad, plus};
use super::problem::{Point, Problem};
use super::skyline::skyline;
use crate::DealsError;
use crate::limits;
use crate::watch::Meter;

/// Candidates that are gathered before the dominated ones among them are dropped.
const BATCH: usize = 1 << 16;

/// Whether the space is small enough to go through.
pub(super) fn is_listable(problem: &Problem) -> bool {
    packages(problem) <= limits::PACKAGES_ONE_BY_ONE
}

/// How many packages there are, or the largest number that can be held.
fn packages(problem: &Problem) -> u128 {
    problem.choices.iter().fold(1u128, |n, issue| n.saturating_mul(issue.len() as u128))
}

/// The non-dominated points, in descending order. Every issue must offer a choice.
///
/// # Errors
/// If it would take more work than is set aside; see [`a_package`].
pub(super) fn enumerate<const D: usize>(problem: &Problem) -> Result<Vec<Point>, DealsError> {
    let work = packages(problem).saturating_mul(u128::from(a_package(problem)));
    if work > u128::from(problem.effort) {
        return Err(DealsError::TooMuchWork { most: problem.effort });
    }
    let choices: Vec<Vec<[i64; D]>> =
        problem.choices.iter().map(|issue| issue.iter().map(|c| pad(&c.add)).collect()).collect();
    let factors: Vec<Option<[i64; D]>> = problem.factors.iter().map(|f| f.add.as_deref().map(pad)).collect();
    let starts: Vec<i64> = problem.coordinates.iter().map(|c| c.start).collect();
    let start: [i64; D] = pad(&starts);
    let issues = choices.len();

    let mut picks = vec![0usize; issues];
    // sums[k] is the sum over the first k issues, so that a step costs only what it changes.
    let mut sums = vec![start; issues + 1];
    let mut changed = 0;
    let mut candidates: Vec<Label<D>> = Vec::new();
    let meter = Meter::of(&problem.watch);
    for number in 0u32.. {
        meter.count(a_package(problem));
        for k in changed..issues {
            sums[k + 1] = plus(sums[k], &choices[k][picks[k]]);
        }
        if let Some(at) = problem.factors.iter().zip(&factors).try_fold(sums[issues], |at, (factor, add)| {
            let option = |k: usize| problem.choices[k][picks[k]].option;
            let holds = factor.when.0.iter().all(|(k, options)| options.contains(&option(k.index())));
            if holds { add.map(|add| plus(at, &add)) } else { Some(at) }
        }) {
            consider(problem, &mut candidates, at, number, &meter);
        }
        let Some(k) = (0..issues).rev().find(|k| picks[*k] + 1 < choices[*k].len()) else { break };
        picks[k] += 1;
        picks[k + 1..].fill(0);
        changed = k;
    }
    // Exact, so within any tolerance.
    skyline(&mut candidates, u64::MAX, &meter);
    let points = candidates.iter().map(|label| Point {
        at: label.at[..problem.coordinates.len().min(D)].to_vec(),
        picks: decode(problem, label.via),
        count: label.count,
    });
    Ok(points.collect())
}

/// Steps that one package takes: most conditions fail on the first issue that is looked at, eight of them in a step.
fn a_package(problem: &Problem) -> u64 {
    1 + problem.factors.len() as u64 / 8
}

fn consider<const D: usize>(
    problem: &Problem,
    candidates: &mut Vec<Label<D>>,
    mut at: [i64; D],
    number: u32,
    meter: &Meter,
) {
    for (x, coordinate) in at.iter_mut().zip(&problem.coordinates) {
        if coordinate.floor.is_some_and(|floor| *x < floor) {
            return;
        }
        *x = coordinate.enough.map_or(*x, |enough| (*x).min(enough));
    }
    candidates.push(Label { at, via: number, ..Label::zero() });
    if candidates.len().is_multiple_of(BATCH) {
        skyline(candidates, u64::MAX, meter);
    }
}

/// The choices of package `number` in counting order, last issue fastest.
fn decode(problem: &Problem, number: u32) -> Vec<u16> {
    let mut rest = number as usize;
    let mut picks = vec![0; problem.choices.len()];
    for (pick, issue) in picks.iter_mut().zip(&problem.choices).rev() {
        *pick = (rest % issue.len()) as u16;
        rest /= issue.len();
    }
    picks
}
