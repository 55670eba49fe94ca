//! One package in which no coordinate is negative, or the proof that there is none.
//!
//! **Method.** Branch and bound. For weights λ ≥ 0, a package without negative coordinates has a weighted sum of at least zero, so where even
//! the largest weighted sum of what is still open is negative, nothing is to be found (Lagrange relaxation: Geoffrion 1974). At each node the
//! weights start from those of the node above and are moved against the package that answers them (the relaxation method: Agmon 1954;
//! Motzkin & Schoenberg 1954). An option whose choice would bring the bound below zero is dropped from the branch (variable
//! fixing by reduced costs). Where the answer itself has no negative coordinate, it is the package. Branches are taken on the issue
//! that divides the parties most, the option with the largest weighted sum first.
//!
//! Coordinates that no weights guide, such as what may be spent, are kept by looking at each alone, in integers: an option after which
//! the others at their best leave it negative is dropped.
//!
//! **Exactness.** Bounds are floating-point sums, and nothing is dropped unless its bound is below zero by more than the rounding of all
//! its terms can come to; packages are checked in integers.
//!
//! **Cost.** Exponential in the worst case; the options looked at are counted and limited.

use super::problem::{Choice, Factor, Problem};
use crate::DealsError;
use crate::watch::Meter;

/// Moves of the weights at a node before it is branched.
const MOVES: usize = 24;
/// How far beyond the bound of zero a move aims.
const BEYOND: f64 = 1.4;

/// Steps of work that searches may still take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Steps {
    left: u64,
    most: u64,
}

impl Steps {
    /// So many in all.
    pub fn new(most: u64) -> Self {
        Self { left: most, most }
    }

    fn take(&mut self, steps: u64) -> Result<(), DealsError> {
        self.left = self.left.checked_sub(steps).ok_or(DealsError::TooMuchWork { most: self.most })?;
        Ok(())
    }
}

/// The choices that are left of each issue.
type Open = Vec<Choices>;

/// Some of the choices of an issue, in order, and as bits.
#[derive(Debug, Clone)]
struct Choices {
    picks: Vec<u16>,
    bits: Vec<u64>,
}

impl Choices {
    fn all(count: usize) -> Self {
        Self::listed((0..count as u16).collect(), count)
    }

    /// Those that take one of some options.
    fn of(choices: &[Choice], options: &[usize]) -> Self {
        let picks = (0..choices.len()).filter(|pick| options.contains(&choices[*pick].option));
        Self::listed(picks.map(|pick| pick as u16).collect(), choices.len())
    }

    fn listed(picks: Vec<u16>, count: usize) -> Self {
        let mut bits = vec![0; count.div_ceil(64)];
        for pick in &picks {
            bits[usize::from(*pick) / 64] |= 1 << (pick % 64);
        }
        Self { picks, bits }
    }

    fn retain(&mut self, keep: impl Fn(u16) -> bool) {
        let bits = &mut self.bits;
        self.picks.retain(|pick| {
            let kept = keep(*pick);
            if !kept {
                bits[usize::from(*pick) / 64] &= !(1 << (pick % 64));
            }
            kept
        });
    }

    /// Whether all of them are among others.
    fn are_all_in(&self, others: &Self) -> bool {
        self.bits.iter().zip(&others.bits).all(|(own, other)| own & !other == 0)
    }

    /// Whether one of them is among others.
    fn is_any_in(&self, others: &Self) -> bool {
        self.bits.iter().zip(&others.bits).any(|(own, other)| own & other != 0)
    }
}

/// That an issue is settled by one of some choices.
struct Condition {
    issue: usize,
    holding: Choices,
}

struct Branching<'a> {
    problem: &'a Problem,
    /// What each choice of each issue adds.
    add: Vec<Vec<Vec<f64>>>,
    start: Vec<f64>,
    /// When each factor holds, and what it adds; `None` where it forbids.
    factors: Vec<(Vec<Condition>, Option<Vec<f64>>)>,
    /// Steps that a look at all factors takes.
    looks: u64,
    /// More than the rounding of a bound can come to, for weights that sum to one.
    slack: f64,
    steps: &'a mut Steps,
    meter: Meter,
}

/// The largest weighted sum over what is open.
struct Bound {
    most: f64,
    /// The vector of the answer.
    at: Vec<f64>,
    /// For each issue the weighted sum of the best choice.
    best: Vec<f64>,
    picks: Vec<usize>,
}

impl Problem {
    /// The picks of a package with no negative coordinate, if there is one.
    ///
    /// The first `guides` coordinates are traded off against each other by weights.
    ///
    /// # Errors
    /// If more options would have to be looked at than there are steps left.
    pub(crate) fn reach(&self, guides: usize, steps: &mut Steps) -> Result<Option<Vec<usize>>, DealsError> {
        if self.choices.iter().any(Vec::is_empty) {
            return Ok(None);
        }
        let float = |at: &[i64]| -> Vec<f64> { at[..guides].iter().map(|x| *x as f64).collect() };
        let size = |at: &[i64]| at[..guides].iter().map(|x| x.unsigned_abs()).max().unwrap_or(0) as f64;
        let starts: Vec<i64> = self.coordinates.iter().map(|c| c.start).collect();
        let largest = |issue: &Vec<Choice>| issue.iter().map(|c| size(&c.add)).fold(0.0, f64::max);
        let reach = size(&starts)
            + self.choices.iter().map(largest).sum::<f64>()
            + self.factors.iter().filter_map(|f| f.add.as_deref()).map(size).sum::<f64>();
        let terms = (self.choices.len() + self.factors.len() + self.coordinates.len() + 8) as f64;
        let mut branching = Branching {
            problem: self,
            add: self.choices.iter().map(|issue| issue.iter().map(|c| float(&c.add)).collect()).collect(),
            start: float(&starts),
            factors: self
                .factors
                .iter()
                .map(|factor| (self.conditions(factor), factor.add.as_deref().map(float)))
                .collect(),
            looks: self.factors.iter().map(|factor| self.looks(factor)).sum(),
            slack: 4.0 * terms * f64::EPSILON * reach,
            steps,
            meter: Meter::of(&self.watch),
        };
        let open: Open = self.choices.iter().map(|issue| Choices::all(issue.len())).collect();
        branching.below(open, vec![1.0 / guides.max(1) as f64; guides])
    }

    /// When a factor holds.
    fn conditions(&self, factor: &Factor) -> Vec<Condition> {
        let holds = |(k, options): &(detente_model::IssueId, Vec<usize>)| Condition {
            issue: k.index(),
            holding: Choices::of(&self.choices[k.index()], options),
        };
        factor.when.0.iter().map(holds).collect()
    }

    /// Steps that a look at a factor takes: sixty-four choices at a time.
    fn looks(&self, factor: &Factor) -> u64 {
        1 + factor.when.0.iter().map(|(k, _)| self.choices[k.index()].len().div_ceil(64) as u64).sum::<u64>()
    }

    /// Whether picks make a package with no negative coordinate.
    fn is_reached(&self, picks: &[usize]) -> bool {
        self.vector(picks).is_some_and(|at| at.iter().all(|x| *x >= 0))
    }
}

impl Branching<'_> {
    fn below(&mut self, mut open: Open, mut weights: Vec<f64>) -> Result<Option<Vec<usize>>, DealsError> {
        loop {
            let Some(before) = self.narrow(&mut open, &mut weights)? else { return Ok(None) };
            if let Some(found) = before {
                return Ok(Some(found));
            }
            let Some(issue) = self.most_divisive(&open) else { return Ok(None) };
            let worth = |pick: u16| dot(&weights, &self.add[issue][usize::from(pick)]);
            let best = open[issue].picks.iter().copied().max_by(|a, b| worth(*a).total_cmp(&worth(*b)));
            let Some(best) = best else { return Ok(None) };
            // The best option is taken in a branch; the loop goes on without it.
            let mut with = open.clone();
            with[issue].retain(|pick| pick == best);
            if let Some(found) = self.below(with, weights.clone())? {
                return Ok(Some(found));
            }
            open[issue].retain(|pick| pick != best);
        }
    }

    /// Moves the weights and drops options. `None` if nothing is left to find here, a package if one was found.
    #[allow(clippy::option_option)]
    fn narrow(
        &mut self,
        open: &mut Open,
        weights: &mut Vec<f64>,
    ) -> Result<Option<Option<Vec<usize>>>, DealsError> {
        if !self.keep_each_alone(open)? {
            return Ok(None);
        }
        for _ in 0..MOVES {
            let options: usize = open.iter().map(|choices| choices.picks.len()).sum();
            self.steps.take(options as u64 + self.looks)?;
            self.meter.count(options as u64 + self.looks);
            let Some(bound) = self.bound(open, weights) else { return Ok(None) };
            if bound.most < -self.slack {
                return Ok(None);
            }
            if self.problem.is_reached(&bound.picks) {
                return Ok(Some(Some(bound.picks)));
            }
            if open.iter().all(|choices| choices.picks.len() == 1) {
                return Ok(None);
            }
            for (k, choices) in open.iter_mut().enumerate() {
                let rest = bound.most - bound.best[k] + self.slack;
                choices.retain(|pick| dot(weights, &self.add[k][usize::from(pick)]) + rest >= 0.0);
                if choices.picks.is_empty() {
                    return Ok(None);
                }
            }
            let length: f64 = bound.at.iter().map(|x| x * x).sum();
            if length == 0.0 {
                break;
            }
            // Towards a bound a little below zero: where nothing is to be found, some weights have one.
            let step = BEYOND * (bound.most + self.slack) / length;
            let mut moved: Vec<f64> =
                weights.iter().zip(&bound.at).map(|(w, x)| (w - step * x).max(0.0)).collect();
            let sum: f64 = moved.iter().sum();
            if sum <= 0.0 {
                break;
            }
            for weight in &mut moved {
                *weight /= sum;
            }
            if moved == *weights {
                break;
            }
            *weights = moved;
        }
        Ok(Some(None))
    }

    /// Drops options that leave a coordinate negative whatever else is chosen; whether every issue keeps one.
    fn keep_each_alone(&mut self, open: &mut Open) -> Result<bool, DealsError> {
        let options: usize = open.iter().map(|choices| choices.picks.len()).sum();
        let steps = (options + self.factors.len() * self.problem.coordinates.len()) as u64;
        self.steps.take(steps)?;
        self.meter.count(steps);
        for (d, coordinate) in self.problem.coordinates.iter().enumerate() {
            let add = |k: usize, pick: u16| self.problem.choices[k][usize::from(pick)].add[d];
            let best: Vec<i64> = open
                .iter()
                .enumerate()
                .map(|(k, choices)| choices.picks.iter().map(|pick| add(k, *pick)).max().unwrap_or(0))
                .collect();
            let helps = self.problem.factors.iter().filter_map(|f| f.add.as_ref()).map(|add| add[d].max(0));
            let most = coordinate.start + best.iter().sum::<i64>() + helps.sum::<i64>();
            for (k, choices) in open.iter_mut().enumerate() {
                choices.retain(|pick| most - best[k] + add(k, pick) >= 0);
                if choices.picks.is_empty() {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// The largest weighted sum that what is open can reach, if every factor that helps and can still hold does; `None` if what is
    /// forbidden holds already.
    fn bound(&self, open: &Open, weights: &[f64]) -> Option<Bound> {
        let mut bound = Bound {
            most: 0.0,
            at: self.start.clone(),
            best: Vec::with_capacity(open.len()),
            picks: Vec::with_capacity(open.len()),
        };
        for (choices, add) in open.iter().zip(&self.add) {
            let (mut best, mut pick) = (f64::NEG_INFINITY, 0);
            for choice in &choices.picks {
                let worth = dot(weights, &add[usize::from(*choice)]);
                if worth > best {
                    (best, pick) = (worth, usize::from(*choice));
                }
            }
            plus(&mut bound.at, &add[pick]);
            bound.most += best;
            bound.best.push(best);
            bound.picks.push(pick);
        }
        bound.most += dot(weights, &self.start);
        for (conditions, add) in &self.factors {
            let perhaps = conditions.iter().all(|c| open[c.issue].is_any_in(&c.holding));
            let surely = perhaps && conditions.iter().all(|c| open[c.issue].are_all_in(&c.holding));
            match add {
                None if surely => return None,
                None => {}
                Some(add) => {
                    let worth = dot(weights, add);
                    if surely || (perhaps && worth > 0.0) {
                        bound.most += worth;
                        plus(&mut bound.at, add);
                    }
                }
            }
        }
        Some(bound)
    }

    /// The issue whose open options differ most for somebody.
    fn most_divisive(&self, open: &Open) -> Option<usize> {
        let spread = |k: usize| {
            let range = |d: usize| {
                let values = open[k].picks.iter().map(|pick| self.add[k][usize::from(*pick)][d]);
                let (low, high) = values
                    .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
                high - low
            };
            (0..self.start.len()).map(range).fold(0.0, f64::max)
        };
        (0..open.len()).filter(|k| open[*k].picks.len() > 1).max_by(|a, b| spread(*a).total_cmp(&spread(*b)))
    }
}

fn dot(weights: &[f64], at: &[f64]) -> f64 {
    weights.iter().zip(at).map(|(w, x)| w * x).sum()
}

fn plus(at: &mut [f64], add: &[f64]) {
    at.iter_mut().zip(add).for_each(|(x, y)| *x += y);
}
