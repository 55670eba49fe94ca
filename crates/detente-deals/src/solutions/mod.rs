//! The bargaining solutions: what a fair arbiter would pick from the zone of agreement.
//!
//! Each is a choice among the packages that all accept, so each is null when the zone is empty. All are computed on
//! the frontier of the zone, exactly, in integers. Where several value vectors tie, the one that is best
//! for those who get least is reported (leximin, then the first on the frontier), with how many tie. Where that frontier is too large to list,
//! each is searched for by itself ([`search`]).
//!
//! **On a frontier to within a tolerance T** a solution is the best of the points listed. What is proven then: no package that all accept
//! is worth T more to every principal than a solution; none has a smallest surplus larger by T or more than the egalitarian one;
//! and of the packages that leave each of n principals better off than no deal by T, none has a sum larger by n·T or more than the
//! utilitarian one. (Such a package has a point of the frontier that is worth to nobody less by T; where somebody gains less than T, the
//! smallest surplus of any point of the zone is within T of it.) About Nash and Kalai–Smorodinsky nothing of the kind holds: a product
//! and a share may change much where somebody gains little.

mod egalitarian;
mod kalai_smorodinsky;
mod level;
mod list;
mod nash;
mod search;
mod utilitarian;

pub(crate) use self::level::Region;
pub use self::list::{PICKED_BY_ALL, SOLUTION_CONCEPTS, SolutionConcept};
use detente_model::Package;

use crate::fixed::Units;
use crate::frontier::FrontierPoint;
use crate::pareto::leximin;
use crate::watch::{Meter, Watch};

/// A solution, and how many value vectors of the zone's frontier attain the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// The point chosen.
    pub point: FrontierPoint,
    /// Value vectors that tie with it, itself included.
    pub ties: usize,
}

/// The four solutions; each is `None` where the work set aside for its search does not suffice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solutions {
    /// The largest product of surpluses (Nash 1950).
    pub nash: Option<Solution>,
    /// The largest equal share of what each could gain at most (Kalai & Smorodinsky 1975).
    pub kalai_smorodinsky: Option<Solution>,
    /// The largest smallest surplus (Kalai 1977).
    pub egalitarian: Option<Solution>,
    /// The largest sum of values.
    pub utilitarian: Option<Solution>,
}

/// The zone's frontier as surpluses over the reservation values.
pub(crate) struct Surpluses<'a> {
    points: &'a [FrontierPoint],
    over: Vec<Vec<i64>>,
    meter: Meter,
}

impl Solutions {
    /// The solutions on the frontier of a zone; `None` if the zone is empty. `reservation` holds the principals'
    /// reservation values.
    pub fn on(frontier: &[FrontierPoint], reservation: &[Units]) -> Option<Self> {
        Self::watched(frontier, reservation, &Watch::default())
    }

    /// The same, with somebody who watches.
    pub(crate) fn watched(frontier: &[FrontierPoint], reservation: &[Units], watch: &Watch) -> Option<Self> {
        let zone = Surpluses::of(frontier, reservation, watch);
        (!frontier.is_empty()).then(|| Self {
            nash: zone.nash(),
            kalai_smorodinsky: zone.kalai_smorodinsky(),
            egalitarian: zone.egalitarian(),
            utilitarian: zone.utilitarian(),
        })
    }

    /// Whether at least one of them is known.
    pub(crate) fn is_any_known(&self) -> bool {
        SOLUTION_CONCEPTS.iter().any(|concept| (concept.of)(self).is_some())
    }

    /// Whether all of them are known.
    pub(crate) fn are_all_known(&self) -> bool {
        SOLUTION_CONCEPTS.iter().all(|concept| (concept.of)(self).is_some())
    }

    /// One package for each solution.
    pub(crate) fn packages(&self) -> Vec<Package> {
        let each = SOLUTION_CONCEPTS.iter().filter_map(|concept| (concept.of)(self));
        each.map(|solution| solution.point.package.clone()).collect()
    }
}

impl<'a> Surpluses<'a> {
    fn of(points: &'a [FrontierPoint], reservation: &[Units], watch: &Watch) -> Self {
        let meter = Meter::of(watch);
        let surplus = |point: &FrontierPoint| {
            point.values.iter().zip(reservation).map(|(v, r)| (*v - *r).raw()).collect()
        };
        Self { points, over: meter.map(points, surplus), meter }
    }

    /// The point with the largest score; among equals the leximin one, then the first on the frontier.
    fn best_by<K: Ord>(&self, score: impl Fn(&[i64]) -> K) -> Option<Solution> {
        let scores: Vec<K> = self.meter.map(&self.over, |s| score(s));
        let top = self.meter.along(&scores).max()?;
        let tied: Vec<usize> = (0..scores.len()).filter(|i| scores[*i] == *top).collect();
        // Of equals `max_by` takes the last, so the first on the frontier is asked for from the end.
        let chosen = tied.iter().copied().rev().max_by_key(|i| leximin(&self.over[*i]))?;
        Some(Solution { point: self.points[chosen].clone(), ties: tied.len() })
    }
}
