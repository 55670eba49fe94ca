//! Points of a frontier that a package between stops dominates.
//!
//! Packages at stops that no other package at stops dominates may still be dominated by one between them. For each point a package is looked for
//! that is worth to nobody less and to all together more; points for which there is one are no part of the frontier.
//!
//! Rounding must not feign a gain: who gives up a unit, where that is how far values can be told apart, may win many for somebody else. So on every piece the
//! most that all together can have is asked for twice, with floors that are lower by a little and by twice that. What rounding feigns grows in
//! proportion and falls out of the difference; a real gain of more than [`GAIN`] stays.

use super::measure::Measure;
use super::region::{Goal, Piece, Region, Work};
use crate::DealsError;
use crate::frontier::FrontierPoint;
use crate::limits;
use crate::space::DealSpace;

/// What all together must gain for a point to count as dominated: a billionth of a scale, a hundred times what linear programmes can be off by.
pub(super) const GAIN: f64 = 1e-9;

impl DealSpace {
    /// The points that no package dominates, red lines aside; or the limit that the search met.
    pub(crate) fn undominated(&self, points: Vec<FrontierPoint>) -> Result<Vec<FrontierPoint>, DealsError> {
        if self.scales.is_empty() || points.is_empty() {
            return Ok(points);
        }
        let principals: Vec<usize> = (0..self.principals).collect();
        let surpluses = self.surpluses_of(&points);
        let floors = self.least_of(&surpluses);
        let Some(region) = Region::new(self, &principals, &[], &floors, limits::BETWEEN_STOPS)? else {
            return Ok(points);
        };
        let mut work = Work::of(limits::BETWEEN_STOPS, &self.watch);
        let mut dominated = vec![false; points.len()];
        self.mark(&region, &surpluses, &mut dominated, &mut work)?;
        Ok(kept(points, &dominated))
    }

    /// The points that no package dominates which all accept; or the limit that the search met.
    pub(crate) fn undominated_in_zone(
        &self,
        points: Vec<FrontierPoint>,
    ) -> Result<Vec<FrontierPoint>, DealsError> {
        if self.scales.is_empty() || points.is_empty() {
            return Ok(points);
        }
        let surpluses = self.surpluses_of(&points);
        let (mut work, mut sets) = (Work::of(limits::BETWEEN_STOPS, &self.watch), limits::MAJORITIES);
        let mut dominated = vec![false; points.len()];
        self.carried_by(&mut self.signatories(), 0, 0, limits::BETWEEN_STOPS, &mut sets, &mut |region| {
            self.mark(region, &surpluses, &mut dominated, &mut work)?;
            Ok(None::<()>)
        })?;
        Ok(kept(points, &dominated))
    }

    pub(super) fn surpluses_of(&self, points: &[FrontierPoint]) -> Vec<Vec<i64>> {
        let reservations = || self.principals().iter().map(|terms| terms.reservation);
        points
            .iter()
            .map(|point| point.values.iter().zip(reservations()).map(|(v, r)| (*v - r).raw()).collect())
            .collect()
    }

    fn least_of(&self, surpluses: &[Vec<i64>]) -> Vec<i64> {
        let least = |i: usize| surpluses.iter().map(|s| s[i]).min().unwrap_or(0);
        (0..self.principals).map(least).collect()
    }

    fn mark(
        &self,
        region: &Region<'_>,
        surpluses: &[Vec<i64>],
        dominated: &mut [bool],
        work: &mut Work,
    ) -> Result<(), DealsError> {
        let count = self.principals;
        let others = region.watched.len() - count;
        let weights = std::iter::repeat_n(1.0, count).chain(std::iter::repeat_n(0.0, others)).collect();
        let sum = Measure::Sum(weights);
        for (point, dominated) in surpluses.iter().zip(dominated).filter(|(_, dominated)| !**dominated) {
            let lowered = |times: i64| -> Vec<i64> {
                let own = point.iter().map(|s| s - times * self.rounding());
                own.chain(std::iter::repeat_n(0, others)).collect()
            };
            let above = sum.of(point) + GAIN;
            let mut gain = Gain { sum: &sum, lower: lowered(1), lowest: lowered(2), above, found: false };
            region.search(&mut gain, work)?;
            *dominated = gain.found;
        }
        Ok(())
    }
}

/// The search for a package that is worth more than a point.
struct Gain<'m> {
    sum: &'m Measure,
    lower: Vec<i64>,
    lowest: Vec<i64>,
    /// What all together must have more than.
    above: f64,
    found: bool,
}

impl Goal for Gain<'_> {
    fn floors(&self) -> &[i64] {
        &self.lower
    }

    fn is_hopeless(&self, most: &[i64]) -> bool {
        self.sum.of(most) <= self.above
    }

    fn look(&mut self, region: &Region<'_>, piece: &Piece<'_>) -> bool {
        let top = |floors: &[i64]| self.sum.top(piece, floors);
        let (Some(lower), Some(lowest)) = (top(&self.lower), top(&self.lowest)) else { return false };
        // What a programme promises counts only if there is a package that keeps it.
        self.found = 2.0 * lower.bound - lowest.bound > self.above
            && region
                .settled(self.sum, &self.lower, piece, &lower.t)
                .is_some_and(|surpluses| self.sum.of(&surpluses) > self.above);
        self.found
    }
}

fn kept(points: Vec<FrontierPoint>, dominated: &[bool]) -> Vec<FrontierPoint> {
    points.into_iter().zip(dominated).filter(|(_, dominated)| !**dominated).map(|(point, _)| point).collect()
}
