//! The margin: how far from agreement, or how roomy the zone.
//!
//! M is the largest value, over the feasible packages that cross no red line of a signatory, of the smallest surplus
//! among the signatories (principals and audiences with a veto). M ≥ 0 exactly when all signatories accept some package.
//! There is no M when red lines and infeasible combinations leave no package at all.
//!
//! A hill climb finds a good package first; its smallest surplus then is a floor for all in the exact search, which
//! drops every partial package that cannot beat it.

use detente_model::Outcome;

use crate::DealsError;
use crate::pareto::{Coordinate, Problem, solve};
use crate::question::Weighed;
use crate::space::DealSpace;

/// The margin with the package that attains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margin {
    /// The smallest surplus among the signatories, in units.
    pub value: i64,
    /// The package; among those with this margin, one whose next smallest surpluses are largest too.
    pub outcome: Outcome,
}

impl DealSpace {
    /// The margin; `None` when red lines leave no package.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn margin(&self) -> Result<Option<Margin>, DealsError> {
        let signatories = self.signatories();
        let weighed: Vec<Weighed<'_>> =
            signatories.iter().map(|i| Weighed::new(&self.actors[*i], Coordinate::more)).collect();
        let mut problem = self.question(&weighed, &signatories);
        let climbed = climb(&problem);
        for coordinate in &mut problem.coordinates {
            coordinate.floor = climbed;
        }
        let points = solve(&problem)?;
        let best =
            points.iter().max_by(|a, b| leximin(&a.at).cmp(&leximin(&b.at)).then(b.picks.cmp(&a.picks)));
        Ok(best.map(|p| Margin {
            value: p.at.iter().copied().min().unwrap_or(0),
            outcome: problem.outcome(&p.picks),
        }))
    }
}

/// The surpluses from the smallest up: the larger such list is the better one for those who get least.
pub(crate) fn leximin(surpluses: &[i64]) -> Vec<i64> {
    let mut sorted = surpluses.to_vec();
    sorted.sort_unstable();
    sorted
}

/// The smallest coordinate of a package that no change on a single issue improves; `None` if the climb met no
/// feasible package. A lower bound for the exact search, never an answer.
fn climb(problem: &Problem) -> Option<i64> {
    if problem.choices.iter().any(Vec::is_empty) {
        return None;
    }
    let worth = |picks: &[usize]| -> Option<Vec<i64>> {
        let mut at: Vec<i64> = problem.coordinates.iter().map(|c| c.start).collect();
        let plus = |at: &mut Vec<i64>, add: &[i64]| at.iter_mut().zip(add).for_each(|(x, y)| *x += y);
        for (issue, pick) in problem.choices.iter().zip(picks) {
            plus(&mut at, &issue[*pick].add);
        }
        for factor in &problem.factors {
            let option = |k: usize| problem.choices[k][picks[k]].option;
            if factor.when.0.iter().all(|(k, options)| options.contains(&option(k.index()))) {
                plus(&mut at, factor.add.as_ref()?);
            }
        }
        Some(at)
    };
    let rate = |picks: &[usize]| worth(picks).map(|at| (leximin(&at), at.iter().sum::<i64>()));
    let best_for = |score: &dyn Fn(&[i64]) -> i64| -> Vec<usize> {
        let best = |issue: &Vec<crate::pareto::Choice>| {
            (0..issue.len()).max_by_key(|i| score(&issue[*i].add)).unwrap_or(0)
        };
        problem.choices.iter().map(best).collect()
    };
    let mut starts =
        vec![best_for(&|add| add.iter().sum()), best_for(&|add| add.iter().copied().min().unwrap_or(0))];
    starts.extend((0..problem.coordinates.len()).map(|d| best_for(&move |add| add[d])));
    let mut found = None;
    for mut picks in starts {
        let mut rating = rate(&picks);
        loop {
            let mut better = None;
            for k in 0..picks.len() {
                let stay = picks[k];
                for pick in 0..problem.choices[k].len() {
                    picks[k] = pick;
                    let tried = rate(&picks);
                    if tried > rating {
                        rating = tried;
                        better = Some((k, pick));
                    }
                }
                picks[k] = stay;
            }
            let Some((k, pick)) = better else { break };
            picks[k] = pick;
        }
        found = found.max(rating.and_then(|(sorted, _)| sorted.first().copied()));
    }
    found
}
