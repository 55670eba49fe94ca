//! The best package under a measure, between stops and at them.

use super::SettledPackage;
use super::decimals::shortest;
use super::measure::Measure;
use super::region::{Goal, Piece, Region, Work};
use crate::DealsError;
use crate::fixed::from_units;

/// A package with what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// The package.
    pub package: SettledPackage,
    /// The surpluses of those watched, in units.
    pub surpluses: Vec<i64>,
}

/// The search for the best.
struct Search<'m> {
    measure: &'m Measure,
    floors: Vec<i64>,
    best: Option<Found>,
    /// What the best measures.
    reached: f64,
    /// No piece looked into holds more.
    bound: f64,
    /// What the rounding of values can make up or hide.
    rounding: f64,
    /// Whether any package will do.
    any: bool,
}

impl Region<'_> {
    /// The package with the largest measure among those that reach the floors, if there is one, and the most that any package measures; where `any`
    /// will do, the first one found.
    pub fn best(
        &self,
        measure: &Measure,
        floors: &[i64],
        any: bool,
        work: &mut Work,
    ) -> Result<(Option<Found>, f64), DealsError> {
        let mut search = self.looking(measure, floors, any);
        self.search(&mut search, work)?;
        Ok((search.best, search.bound.max(search.reached)))
    }

    /// The surpluses of the package at a place of a piece; `None` where it does not reach the floors.
    pub fn settled(
        &self,
        measure: &Measure,
        floors: &[i64],
        piece: &Piece<'_>,
        t: &[f64],
    ) -> Option<Vec<i64>> {
        self.looking(measure, floors, true).settle(self, piece, t).map(|found| found.surpluses)
    }

    fn looking<'m>(&self, measure: &'m Measure, floors: &[i64], any: bool) -> Search<'m> {
        let rounding = from_units(self.space().rounding());
        let (reached, bound) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        Search { measure, floors: floors.to_vec(), best: None, reached, bound, rounding, any }
    }
}

impl Goal for Search<'_> {
    fn floors(&self) -> &[i64] {
        &self.floors
    }

    fn is_hopeless(&self, most: &[i64]) -> bool {
        self.measure.of(most) <= self.reached + self.rounding
    }

    fn look(&mut self, region: &Region<'_>, piece: &Piece<'_>) -> bool {
        let Some(top) = self.measure.top(piece, &self.floors) else { return false };
        let slack = self.rounding;
        if top.bound <= self.reached + slack {
            return false;
        }
        let Some(found) = self.settle(region, piece, &top.t) else { return false };
        self.bound = self.bound.max(top.bound);
        let reached = self.measure.of(&found.surpluses);
        // A product of nothing measures nothing, and is still what there is.
        if reached > self.reached || self.best.is_none() && self.reached == f64::NEG_INFINITY {
            (self.best, self.reached) = (Some(found), reached);
            return self.any;
        }
        false
    }
}

impl Search<'_> {
    fn reaches_floors(&self, surpluses: &[i64]) -> bool {
        surpluses.iter().zip(&self.floors).all(|(s, floor)| s >= floor)
    }

    /// The package at a place of a piece in the fewest digits that lose nothing; `None` where rounding leaves none that reaches the floors.
    fn settle(&self, region: &Region<'_>, piece: &Piece<'_>, t: &[f64]) -> Option<Found> {
        let exact = region.package(piece, t);
        let inside = || Measure::Least.top(piece, &self.floors).map(|top| top.t).unwrap_or_default();
        let judged = |package: &SettledPackage| {
            region.judge(package).filter(|surpluses| self.reaches_floors(surpluses))
        };
        let mut start = exact.clone();
        let mut surpluses = judged(&exact);
        // Where floors meet, rounding can put a place a hair outside: it is drawn inside by as little as will do.
        let mut step = 1e-15;
        while surpluses.is_none() && step <= 1.0 {
            let drawn: Vec<f64> = t.iter().zip(inside()).map(|(t, i)| t + step * (i - t)).collect();
            start = region.package(piece, &drawn);
            surpluses = judged(&start);
            step *= 10.0;
        }
        let goal = surpluses.as_ref().map_or(f64::NEG_INFINITY, |s| self.measure.of(s)) - self.rounding / 2.0;
        let stretches: Vec<(f64, f64)> = piece.stretches.iter().map(|s| (s.from, s.to)).collect();
        let package = shortest(&start, &stretches, &|package| {
            judged(package).is_some_and(|surpluses| self.measure.of(&surpluses) >= goal)
        });
        let surpluses = judged(&package)?;
        Some(Found { package, surpluses })
    }
}
