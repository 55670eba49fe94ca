//! The Pareto frontier, and the frontier of the zone of agreement.
//!
//! The *frontier* holds the distinct value vectors of feasible packages that no other feasible package dominates, red
//! lines or not. The *frontier of the zone* is the same among the packages that all accept. With red lines or quotas the
//! second is no part of the first: an acceptable package may be dominated by one that crosses a red line.

use detente_model::Outcome;

use crate::DealsError;
use crate::pareto::{Coordinate, Point, solve};
use crate::question::Weighed;
use crate::space::DealSpace;

/// A point of a frontier: what it is worth to each principal, and one package that is worth that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontierPoint {
    /// One package that gives these values.
    pub outcome: Outcome,
    /// The principals' values, in units.
    pub values: Vec<i64>,
    /// How many packages share them; `None` where audiences were weighed as well, which hides some.
    pub shared_by: Option<u128>,
}

impl DealSpace {
    /// The Pareto frontier over all feasible packages, first principal's best first.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn frontier(&self) -> Result<Vec<FrontierPoint>, DealsError> {
        let weighed: Vec<Weighed<'_>> =
            self.principals().iter().map(|terms| Weighed::new(terms, Coordinate::more)).collect();
        let problem = self.question(&weighed, &[]);
        let points = solve(&problem)?;
        Ok(points.iter().map(|p| self.frontier_point(problem.outcome(&p.picks), Some(p.count))).collect())
    }

    /// The Pareto frontier of the zone of agreement; empty when the zone is.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn zone_frontier(&self) -> Result<Vec<FrontierPoint>, DealsError> {
        let only_principals = self.signatories().len() == self.principals && self.ratification.is_empty();
        let (problem, points) = self.acceptable(Coordinate::surplus)?;
        let mut frontier: Vec<FrontierPoint> = points
            .iter()
            .map(|p| (problem.outcome(&p.picks), p.count))
            .filter(|(outcome, _)| self.ratified_by_all(outcome))
            .map(|(outcome, count)| self.frontier_point(outcome, only_principals.then_some(count)))
            .collect();
        // Audiences kept some points apart that the principals' values alone would not have.
        frontier.sort_by(|a, b| b.values.cmp(&a.values).then(a.outcome.cmp(&b.outcome)));
        frontier.dedup_by(|next, kept| next.values == kept.values);
        let covers = |a: &[i64], b: &[i64]| a.iter().zip(b).all(|(x, y)| x >= y);
        let mut kept: Vec<FrontierPoint> = Vec::new();
        for point in frontier {
            if only_principals || !kept.iter().any(|k| covers(&k.values, &point.values)) {
                kept.push(point);
            }
        }
        Ok(kept)
    }

    /// One package that all accept, if there is one.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn find_agreement(&self) -> Result<Option<Outcome>, DealsError> {
        let (problem, points) = self.acceptable(Coordinate::reach_zero)?;
        Ok(points.iter().map(|p| problem.outcome(&p.picks)).find(|outcome| self.ratified_by_all(outcome)))
    }

    /// The packages worth looking at when all signatories must accept and ratification may depend on the rest.
    fn acceptable(
        &self,
        for_principals: fn(i64) -> Coordinate,
    ) -> Result<(crate::pareto::Problem, Vec<Point>), DealsError> {
        let signatories = self.signatories();
        let mut weighed: Vec<Weighed<'_>> = Vec::new();
        for &i in &signatories {
            let coordinate = if i < self.principals { for_principals } else { Coordinate::reach_zero };
            weighed.push(Weighed::new(&self.actors[i], coordinate));
        }
        for (voter, _) in self.ratification.iter().flat_map(|r| &r.voters) {
            let may_refuse = Weighed::new(&self.actors[*voter], Coordinate::touch_zero);
            weighed.push(Weighed { may_refuse: true, ..may_refuse });
        }
        let problem = self.question(&weighed, &signatories);
        let points = solve(&problem)?;
        Ok((problem, points))
    }

    fn frontier_point(&self, outcome: Outcome, shared_by: Option<u128>) -> FrontierPoint {
        FrontierPoint { values: self.values(&outcome), outcome, shared_by }
    }

    pub(crate) fn ratified_by_all(&self, outcome: &Outcome) -> bool {
        self.ratification.iter().all(|r| r.carried(|voter| self.actors[voter].accepts(outcome)))
    }
}
