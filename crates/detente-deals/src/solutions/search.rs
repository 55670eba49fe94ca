//! The solutions where the frontier of the zone is too large to list.
//!
//! **Definition.** The same as of all solutions, and as exact; only those points of the zone's frontier are listed that may be the best.
//!
//! **Method.** Between a level that a package is known to reach (hill climbing) and one that none can reach (Lagrange relaxation), levels are asked for
//! from the highest down, each time giving up more of the distance. The search over frontiers, pruned by the region of a level ([`super::level`]),
//! lists exactly the points of the zone's frontier that lie in it: what is better than something in the region is in it as well. So the
//! first region that holds a point of its level holds all that are best. Half-spaces touch the surface of equal products at the best
//! package known and at the best lottery over packages, which is close to both (steps along lines: Frank & Wolfe 1956).
//!
//! **Worst case.** As of the frontier, for what lies between the bound and the best package. Work is counted, and a solution for which it
//! does not suffice is not known.

use detente_model::Package;

use super::{Solution, Solutions, Surpluses};
use crate::DealsError;
use crate::continuous::Measure;
use crate::fixed::Units;
use crate::frontier::FrontierPoint;
use crate::limits;
use crate::pareto::{Coordinate, Problem};
use crate::space::DealSpace;

/// How much of the distance between what is known and what is possible is given up, from one region to the next.
const GIVEN_UP: [f64; 4] = [1.0 / 64.0, 1.0 / 16.0, 1.0 / 4.0, 1.0];
/// Halvings of that distance when it is looked for how much is plainly not possible.
const HALVINGS: usize = 12;
/// Steps towards the best lottery.
const STEPS: usize = 40;

impl DealSpace {
    /// The bargaining solutions, each searched for by itself: exact at any size of the space, as long as little lies between a solution and what
    /// bounds it, and `None` where that takes too much work: `search` says how much for each region that is looked at. `None` altogether without a package that all accept. Continuous issues count at
    /// their stops.
    ///
    /// ```
    /// # use detente_deals::{DealSpace, Search, ActorTerms, Units};
    /// # use detente_model::{Actor, PartyId};
    /// // Ten parts to share. No deal is worth nothing to one and two parts to the other.
    /// let terms = |i: usize, worth: fn(i64) -> i64, reservation: i64| ActorTerms {
    ///     actor: Actor::Party(PartyId(i)),
    ///     signs: true,
    ///     worth: vec![(0..=10).map(|parts| Units::from_f64(worth(parts) as f64 / 10.0)).collect()],
    ///     refused: vec![vec![false; 11]],
    ///     interactions: Vec::new(),
    ///     reservation: Units::from_f64(reservation as f64 / 10.0),
    /// };
    /// let actors = vec![terms(0, |parts| parts, 0), terms(1, |parts| 10 - parts, 2)];
    /// let space = DealSpace::from_parts(vec![11], actors, 2, Vec::new(), Vec::new())?;
    /// let nash = space.solutions(&Search::default())?.and_then(|solutions| solutions.nash);
    /// // Each gains four parts.
    /// assert_eq!(nash.map(|nash| nash.point.package.0), Some(vec![4]));
    /// # Ok::<(), detente_deals::DealsError>(())
    /// ```
    ///
    /// # Errors
    /// If it cannot be found out whether there is such a package; see [`DealsError::is_limit`].
    pub fn solutions(&self, search: &crate::Search) -> Result<Option<Solutions>, DealsError> {
        let agreement = self.find_agreement(&crate::Search::default())?;
        let effort = search.effort.unwrap_or(limits::SOLUTION);
        Ok(agreement.map(|package| self.solutions_near(&[package], effort)))
    }

    /// The solutions, each searched for by itself, given packages that all accept. A solution is `None` where the work set aside for it does
    /// not suffice, so many steps for each region.
    pub(crate) fn solutions_near(&self, known: &[Package], effort: u64) -> Solutions {
        let reservation = self.reservations();
        let mut search = Search::new(self, known, effort);
        let egalitarian = search.best(&Measure::Least);
        let utilitarian = search.best(&Measure::Sum(vec![1.0; self.principals]));
        let most: Option<Vec<i64>> = (0..self.principals).map(|i| search.most(i)).collect();
        // Where nobody can gain anything there are no shares, and all packages are worth the same.
        let share = |most: &Vec<i64>| {
            if most.iter().any(|m| *m > 0) { Measure::Share(most.clone()) } else { Measure::Least }
        };
        let kalai_smorodinsky = most.as_ref().and_then(|most| search.best(&share(most)));
        let nash = most.as_ref().and_then(|_| search.best(&Measure::Product(self.principals)));
        let chosen = |points: Option<Vec<FrontierPoint>>,
                      choose: &dyn Fn(&Surpluses<'_>) -> Option<Solution>| {
            points.and_then(|points| choose(&Surpluses::of(&points, &reservation, &self.watch)))
        };
        Solutions {
            nash: chosen(nash, &|zone| zone.nash()),
            kalai_smorodinsky: chosen(kalai_smorodinsky, &|zone| zone.kalai_smorodinsky_of(most.as_ref()?)),
            egalitarian: chosen(egalitarian, &|zone| zone.egalitarian()),
            utilitarian: chosen(utilitarian, &|zone| zone.utilitarian()),
        }
    }
}

impl DealSpace {
    /// For each principal a package that is best for it among those that all accept, given some of these; `None` where the work set aside
    /// does not suffice.
    pub(crate) fn best_for_each(&self, known: &[Package], effort: u64) -> Option<Vec<FrontierPoint>> {
        let mut search = Search::new(self, known, effort);
        (0..self.principals)
            .map(|i| {
                let alone = (0..self.principals).map(|j| f64::from(u8::from(i == j))).collect();
                let points = search.points(&Measure::Sum(alone), Some(i))?;
                // Of equals `max_by` takes the last, so the first is asked for from the end.
                points.into_iter().rev().max_by_key(|point| point.values[i])
            })
            .collect()
    }
}

struct Search<'a> {
    space: &'a DealSpace,
    /// All that signatories and audiences make of a package.
    problem: Problem,
    /// Packages that all accept.
    known: Vec<Package>,
    /// No package gives a principal a larger surplus.
    most: Vec<i64>,
    effort: u64,
}

impl<'a> Search<'a> {
    fn new(space: &'a DealSpace, known: &[Package], effort: u64) -> Self {
        let problem = space.acceptable(Coordinate::surplus);
        let most = (0..space.principals).map(|d| problem.most(d)).collect();
        Self { space, problem, known: known.to_vec(), most, effort }
    }

    /// The most that a principal can gain in the zone; `None` if the work does not suffice.
    fn most(&mut self, principal: usize) -> Option<i64> {
        let alone = (0..self.space.principals).map(|i| f64::from(u8::from(i == principal))).collect();
        let points = self.points(&Measure::Sum(alone), Some(principal))?;
        let most = points.iter().map(|point| self.surpluses(&point.values)[principal]).max()?;
        self.most[principal] = most;
        Some(most)
    }

    /// Points of the zone's frontier, those that measure most among them; `None` if the work does not suffice.
    fn best(&mut self, measure: &Measure) -> Option<Vec<FrontierPoint>> {
        self.points(measure, None)
    }

    /// As [`Self::best`]; where one principal alone counts, only packages that are best for it.
    fn points(&mut self, measure: &Measure, alone: Option<usize>) -> Option<Vec<FrontierPoint>> {
        let (start, mut reached) = self.climb(measure)?;
        let mut near = Vec::new();
        if let Measure::Product(_) = measure {
            let start: Vec<f64> =
                self.surpluses(&self.space.values(&start)).iter().map(|s| *s as f64).collect();
            // Where no package leaves everybody a gain, all products are nothing and all packages tie.
            if start.iter().any(|s| *s <= 0.0) {
                return None;
            }
            near = vec![self.best_lottery(start.clone()), start];
        }
        let bound = self.bound(measure, &near, reached);
        for given_up in GIVEN_UP {
            let level = if given_up < 1.0 { bound - (bound - reached) * given_up } else { reached };
            let region = measure.region(level, &self.most, &near);
            let points = self.space.zone_frontier_in(&region, alone, self.effort).ok()?;
            let top =
                points.iter().map(|point| measure.of(&self.surpluses(&point.values))).max_by(f64::total_cmp);
            if top.is_some_and(|top| top >= level) {
                self.known.extend(points.first().map(|point| point.package.clone()));
                return Some(points);
            }
            reached = top.map_or(reached, |top| top.max(reached));
        }
        None
    }

    /// A level that no package exceeds.
    fn bound(&self, measure: &Measure, near: &[Vec<f64>], reached: f64) -> f64 {
        let empty =
            |level: f64| self.space.is_plainly_empty(&self.problem, &measure.region(level, &self.most, near));
        let (mut low, mut high) = (reached, measure.of(&self.most).max(reached));
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if empty(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    /// The best package known, changed on one issue at a time until no change makes it better, and what it measures.
    fn climb(&self, measure: &Measure) -> Option<(Package, f64)> {
        let judged = |package: &Package| measure.of(&self.surpluses(&self.space.values(package)));
        let (mut best, mut level) = (self.known.iter())
            .map(|package| (package.clone(), judged(package)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        loop {
            let before = level;
            let from = best.clone();
            for (k, size) in self.space.sizes.iter().enumerate() {
                let mut tried = from.clone();
                for option in 0..*size {
                    tried.0[k] = option as u16;
                    let now = judged(&tried);
                    if now > level && self.space.all_accept(&tried) {
                        (best, level) = (tried.clone(), now);
                    }
                }
            }
            if level <= before {
                return Some((best, level));
            }
        }
    }

    /// About what the lottery over packages with the largest product is worth, floors and what is forbidden aside: a point to touch at, so
    /// that any will do.
    fn best_lottery(&self, mut at: Vec<f64>) -> Vec<f64> {
        for _ in 0..STEPS {
            let least = at.iter().copied().fold(f64::INFINITY, f64::min);
            let weight = |s: &f64| (f64::from(1 << 30) * least / s).round().max(1.0) as i64;
            let weights: Vec<i64> =
                (0..self.problem.coordinates.len()).map(|d| at.get(d).map_or(0, weight)).collect();
            let (_, _, vector) = self.problem.richest(&weights);
            let towards: Vec<f64> = at.iter().zip(&vector).map(|(s, x)| *x as f64 - s).collect();
            // The sum of logarithms rises along the line while this is positive.
            let rise = |t: f64| at.iter().zip(&towards).map(|(s, d)| d / (s + t * d)).sum::<f64>();
            let falls = |t: f64| at.iter().zip(&towards).any(|(s, d)| s + t * d <= 0.0) || rise(t) < 0.0;
            let (mut low, mut high) = (0.0, 1.0);
            for _ in 0..30 {
                let middle = f64::midpoint(low, high);
                if falls(middle) { high = middle } else { low = middle }
            }
            if low == 0.0 {
                break;
            }
            at.iter_mut().zip(&towards).for_each(|(s, d)| *s += low * d);
        }
        at
    }

    fn surpluses(&self, values: &[Units]) -> Vec<i64> {
        values.iter().zip(self.space.principals()).map(|(v, terms)| (*v - terms.reservation).raw()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::literal::{Literal, Shape, random_space};

    /// Each solution of a space, searched for by itself.
    fn agrees(space: &DealSpace, effort: u64) -> bool {
        let literal = Literal::of(space);
        let Some(known) = literal.zone().next() else { return true };
        let zone = space.frontier(crate::Over::Zone, &crate::Search::default()).into_value().unwrap();
        let reservation = space.reservations();
        let listed = Solutions::on(&zone, &reservation).unwrap();
        let found = space.solutions_near(std::slice::from_ref(known), effort);
        let gains = |point: &FrontierPoint| point.values.iter().zip(&reservation).all(|(v, r)| v > r);
        let nobody_gains_with_all = !zone.iter().any(gains);
        let mut all = true;
        for (found, listed, missing) in [
            (found.nash, listed.nash, nobody_gains_with_all),
            (found.kalai_smorodinsky, listed.kalai_smorodinsky, false),
            (found.egalitarian, listed.egalitarian, false),
            (found.utilitarian, listed.utilitarian, false),
        ] {
            all &= found.is_some() || missing;
            if let Some(found) = found {
                let listed = listed.unwrap();
                assert_eq!((&found.point.values, found.ties), (&listed.point.values, listed.ties));
                assert!(space.all_accept(&found.point.package));
            }
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn each_solution_by_itself_equals_the_one_on_the_frontier(seed in any::<u64>(), tied in any::<bool>()) {
            let most = if tied { 4 } else { 1 };
            let shape = Shape {
                principals: 1..6, issues: 1..6, audiences: 0..5, interactions: 0..most, infeasible: 0..most,
            };
            prop_assert!(agrees(&random_space(seed, &shape), limits::SOLUTION));
        }

        #[test]
        fn with_hardly_any_work_a_solution_is_right_or_not_known(seed in any::<u64>(), effort in 0..300u64) {
            agrees(&random_space(seed, &Shape { principals: 2..5, issues: 2..6, ..Shape::plain() }), effort);
        }
    }
}
