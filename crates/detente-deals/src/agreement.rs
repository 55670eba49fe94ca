//! One package that all accept, or the proof that there is none.
//!
//! A hill climb often finds one, and a relaxation often shows that there is none. Between the two, branch and bound decides
//! ([`crate::pareto`], `reach`), for each smallest set of audiences that carries the deal at home; where it takes long, the search over
//! frontiers is tried, which is quick where few sums are possible. Work is counted; past the limit it is not known whether there is
//! one, and said so.

use detente_model::Package;

use crate::DealsError;
use crate::count::smallest_majorities;
use crate::limits;
use crate::pareto::{Coordinate, Problem, Steps, solve};
use crate::question::Weighed;
use crate::search::Search;
use crate::space::DealSpace;

impl DealSpace {
    /// One package that all accept, if there is one. Its `effort` is about the work that is done.
    ///
    /// # Errors
    /// If the space cannot be searched, or not with the work set aside for it; see [`DealsError::is_limit`].
    pub fn find_agreement(&self, search: &Search) -> Result<Option<Package>, DealsError> {
        self.find_agreement_for(search.effort.unwrap_or(limits::AGREEMENT))
    }

    /// As [`Self::find_agreement`], for about so many steps of work.
    pub(crate) fn find_agreement_for(&self, effort: u64) -> Result<Option<Package>, DealsError> {
        let problem = self.acceptable(Coordinate::reach_zero);
        let Some(weights) = self.within_reach(&problem) else { return Ok(None) };
        let climbed = problem.climb(&problem.plain_starts(), false).map(|c| problem.package_of(&c.picks));
        if let Some(package) = climbed.filter(|package| self.all_accept(package)) {
            return Ok(Some(package));
        }
        let questions = self.signing_majorities();
        let first = reach_any(&questions, effort / 16);
        if let Some(Ok(found)) = first {
            return Ok(found);
        }
        let mut problem = problem;
        problem.require(&weights, 0);
        problem.effort = effort / 16;
        let listed = solve(&problem).map(|points| {
            points.iter().map(|p| problem.package(&p.picks)).find(|package| self.ratified_by_all(package))
        });
        match (listed, first) {
            (Ok(found), _) => Ok(found),
            (Err(error), None) => Err(error),
            (Err(_), Some(_)) => {
                reach_any(&questions, effort).unwrap_or(Err(DealsError::TooMuchWork { most: effort }))
            }
        }
    }

    /// One question for each smallest set of audiences that carries a deal at home, who must then accept like those who sign; empty if
    /// too many vote.
    fn signing_majorities(&self) -> Vec<Problem> {
        let signatories = self.signatories();
        let question = |voters: Vec<usize>| {
            let all: Vec<usize> = signatories.iter().copied().chain(voters).collect();
            let weighed: Vec<Weighed<'_>> =
                all.iter().map(|i| Weighed::new(&self.actors[*i], Coordinate::reach_zero)).collect();
            self.question(&weighed, &all)
        };
        smallest_majorities(&self.ratification).into_iter().flatten().map(question).collect()
    }
}

/// A package that answers one of the questions; `None` if there are no questions.
fn reach_any(questions: &[Problem], effort: u64) -> Option<Result<Option<Package>, DealsError>> {
    if questions.is_empty() {
        return None;
    }
    let each = effort / questions.len() as u64;
    let mut limit = None;
    for question in questions {
        match question.reach(question.coordinates.len(), &mut Steps::new(each)) {
            Ok(Some(picks)) => return Some(Ok(Some(question.package_of(&picks)))),
            Ok(None) => {}
            Err(error) => limit = Some(error),
        }
    }
    Some(limit.map_or(Ok(None), Err))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::literal::{Literal, Shape, random_space};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        /// Branch and bound alone, without the climb that would often find a package before it.
        #[test]
        fn branch_and_bound_finds_an_agreement_where_there_is_one(seed in any::<u64>(), tied in any::<bool>()) {
            let most = if tied { 4 } else { 1 };
            let shape = Shape {
                principals: 1..6, issues: 1..5, audiences: 0..5, interactions: 0..most, infeasible: 0..most,
            };
            let space = random_space(seed, &shape);
            let exists = Literal::of(&space).zone().next().is_some();
            let found = reach_any(&space.signing_majorities(), u64::MAX).unwrap().unwrap();
            prop_assert_eq!(found.is_some(), exists);
            prop_assert!(found.iter().all(|package| space.all_accept(package)));
            // With hardly any work, the answer is the same or there is none.
            match reach_any(&space.signing_majorities(), seed % 40).unwrap() {
                Ok(found) => prop_assert_eq!(found.is_some(), exists),
                Err(error) => prop_assert!(error.is_limit()),
            }
        }
    }
}
