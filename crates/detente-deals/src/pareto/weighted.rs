//! The package with the largest weighted sum of its coordinates.
//!
//! **Method.** Elimination of one issue after the other (non-serial dynamic programming: Bertelè & Brioschi 1972) along the same order
//! as the search over frontiers, with a number in each place of a table instead of a frontier. Exact in whole numbers; floors
//! and what is enough do not count.
//!
//! **Cost.** For each issue the combinations of its options and those of its neighbours, whatever the weights.

use super::order::{Order, elimination_order};
use super::problem::{Factor, Problem};
use crate::DealsError;
use crate::watch::Meter;

/// A problem with an order of elimination, to be asked with different weights.
pub(crate) struct WeightedSums<'a> {
    problem: &'a Problem,
    order: Order,
    /// Steps that one question takes.
    pub steps: u64,
    /// No coordinate of a package has a larger absolute value.
    pub largest: u128,
}

/// What is left of an eliminated issue: for each combination of its neighbours' choices the most that it can add, and the
/// choice that does.
struct Table<'a> {
    issue: usize,
    scope: &'a [usize],
    best: Vec<Option<(i128, u16)>>,
}

impl Table<'_> {
    fn at(&self, problem: &Problem, picks: &[usize]) -> Option<(i128, u16)> {
        self.best[self.scope.iter().fold(0, |index, k| index * problem.choices[*k].len() + picks[*k])]
    }
}

impl<'a> WeightedSums<'a> {
    /// # Errors
    /// If some table would be too large. Every issue must offer a choice.
    pub fn new(problem: &'a Problem) -> Result<Self, DealsError> {
        let order = elimination_order(problem)?;
        let size = |k: &usize| problem.choices[*k].len() as u64;
        let mut factors: Vec<&Factor> = problem.factors.iter().collect();
        let mut scopes: Vec<&Vec<usize>> = Vec::new();
        let mut steps = 0_u64;
        for (issue, scope) in &order {
            // What meets on the issue: its choices, factors about it, and tables that wait for it.
            let met = factors.len() + scopes.len();
            factors.retain(|factor| factor.when.0.iter().all(|(k, _)| k.index() != *issue));
            scopes.retain(|scope| !scope.contains(issue));
            let parts = (1 + met - factors.len() - scopes.len()) as u64;
            scopes.push(scope);
            let entries = scope.iter().map(size).product::<u64>().saturating_mul(size(issue));
            steps = steps.saturating_add(entries.saturating_mul(parts));
        }
        let largest = (0..problem.coordinates.len())
            .map(|d| {
                let most = |issue: &Vec<super::problem::Choice>| {
                    issue.iter().map(|choice| u128::from(choice.add[d].unsigned_abs())).max().unwrap_or(0)
                };
                let extra =
                    |factor: &Factor| factor.add.as_ref().map_or(0, |add| u128::from(add[d].unsigned_abs()));
                u128::from(problem.coordinates[d].start.unsigned_abs())
                    + problem.choices.iter().map(most).sum::<u128>()
                    + problem.factors.iter().map(extra).sum::<u128>()
            })
            .max()
            .unwrap_or(0);
        Ok(Self { problem, order, steps, largest })
    }

    /// The largest weighted sum with the choices that reach it, of equals the first choices; `None` if nothing is feasible. The
    /// weights times [`Self::largest`] must fit.
    pub fn best(&self, weights: &[i128]) -> Option<(i128, Vec<usize>)> {
        let problem = self.problem;
        let weigh = |add: &[i64]| -> i128 { weights.iter().zip(add).map(|(w, x)| w * i128::from(*x)).sum() };
        let start: Vec<i64> = problem.coordinates.iter().map(|c| c.start).collect();
        let mut total = weigh(&start);
        let mut factors: Vec<&Factor> = problem.factors.iter().collect();
        // Tables that wait for an issue of their scope, and all that were made, for the way back.
        let mut made: Vec<Table<'_>> = Vec::with_capacity(self.order.len());
        let mut waiting: Vec<usize> = Vec::new();
        let mut picks = vec![0; problem.choices.len()];
        let meter = Meter::of(&problem.watch);
        for (issue, scope) in &self.order {
            let (own, others): (Vec<&Factor>, Vec<&Factor>) =
                factors.into_iter().partition(|f| f.when.0.iter().any(|(k, _)| k.index() == *issue));
            factors = others;
            let (joined, left): (Vec<usize>, Vec<usize>) =
                waiting.into_iter().partition(|table| made[*table].scope.contains(issue));
            waiting = left;
            let worth: Vec<i128> = problem.choices[*issue].iter().map(|choice| weigh(&choice.add)).collect();
            let extra: Vec<Option<i128>> =
                own.iter().map(|factor| factor.add.as_ref().map(|add| weigh(add))).collect();
            let mut best = Vec::new();
            for k in scope {
                picks[*k] = 0;
            }
            loop {
                meter.count((worth.len() * (1 + own.len() + joined.len())) as u64);
                best.push(self.entry(*issue, &mut picks, &worth, (&own, &extra), (&made, &joined)));
                if !self.advance(scope, &mut picks) {
                    break;
                }
            }
            if scope.is_empty() {
                total += best[0]?.0;
            } else {
                waiting.push(made.len());
            }
            made.push(Table { issue: *issue, scope, best });
        }
        // What has no issue left: factors with an empty condition always hold.
        for factor in factors {
            total += weigh(factor.add.as_ref()?);
        }
        for table in made.iter().rev() {
            picks[table.issue] = usize::from(table.at(problem, &picks)?.1);
        }
        debug_assert!(problem.vector(&picks).is_some_and(|at| weigh(&at) == total));
        Some((total, picks))
    }

    /// The best choice on an issue, its neighbours settled as given.
    fn entry(
        &self,
        issue: usize,
        picks: &mut [usize],
        worth: &[i128],
        (factors, extra): (&[&Factor], &[Option<i128>]),
        (tables, joined): (&[Table<'_>], &[usize]),
    ) -> Option<(i128, u16)> {
        let mut best: Option<(i128, u16)> = None;
        for (choice, worth) in worth.iter().enumerate() {
            picks[issue] = choice;
            let option = |k: usize| self.problem.choices[k][picks[k]].option;
            let holds = |f: &Factor| f.when.0.iter().all(|(k, options)| options.contains(&option(k.index())));
            let own = factors.iter().zip(extra).filter(|(factor, _)| holds(factor));
            let Some(sum) = own.map(|(_, extra)| *extra).try_fold(*worth, |sum, x| Some(sum + x?)) else {
                continue;
            };
            let parts = joined.iter().map(|table| tables[*table].at(self.problem, picks));
            let Some(sum) = parts.into_iter().try_fold(sum, |sum, part| Some(sum + part?.0)) else {
                continue;
            };
            if best.is_none_or(|(most, _)| sum > most) {
                best = Some((sum, choice as u16));
            }
        }
        best
    }

    /// Moves on to the next combination of choices on the issues of `scope`, last fastest.
    fn advance(&self, scope: &[usize], picks: &mut [usize]) -> bool {
        for &k in scope.iter().rev() {
            picks[k] += 1;
            if picks[k] < self.problem.choices[k].len() {
                return true;
            }
            picks[k] = 0;
        }
        false
    }
}
