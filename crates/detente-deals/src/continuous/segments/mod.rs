//! The frontier between stops, as lines.
//!
//! **Definition.** A line of the frontier runs between two packages that differ on continuous issues only, and no package dominates one on
//! it; the frontier of the zone is the same among the packages that all accept. Between two principals all undominated packages lie on such
//! lines, and between any number of principals if one issue is continuous. With three principals or more and two continuous issues or
//! more the frontier has faces, which are not listed.
//!
//! **Method.** The undominated packages of each piece are lines ([`chain`]); of all lines the parts stay that no other betters ([`envelope`]),
//! and what goes straight on past a stop is made one ([`joined`]). An end can be a place that the frontier comes up to and does not reach:
//! something worth as much to one and more to another begins there.
//!
//! Linear in pieces and quadratic in the lines that are left; both are counted and bounded, and a limit that is met is the answer.

mod chain;
mod envelope;
mod joined;
mod known;
mod line;
mod shadow;

use chain::chain;
use envelope::Envelope;
use joined::joined;
use known::Known;
use line::Line;

use super::SettledPackage;
use super::decimals::{round, shortest};
use super::region::{Goal, Piece, Region, Work};
use crate::DealsError;
use crate::fixed::Units;
use crate::frontier::FrontierPoint;
use crate::limits;
use crate::sorting::Sorting;
use crate::space::DealSpace;

/// Shares of the way inside that an end is drawn at least and at most, where rounding leaves it outside.
const NEAREST: f64 = 1e-15;
const FURTHEST: f64 = 1e-6;

/// A line of a frontier: two packages that differ on continuous issues only, and whatever lies between them.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontierSegment {
    /// Where it is best for the first principal.
    pub from: SegmentEnd,
    /// Where it is worst for the first principal; the same for a single package between stops.
    pub to: SegmentEnd,
}

/// An end of a line of a frontier.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentEnd {
    /// The package there.
    pub package: SettledPackage,
    /// The principals' values; at an end that is not on the frontier those to which the line comes up.
    pub values: Vec<Units>,
    /// Whether the end itself is on the frontier. Else all of the line but this end is: something just there is worth as much to some and
    /// more to others.
    pub on_frontier: bool,
}

impl DealSpace {
    /// The lines of the frontier over all feasible packages, red lines or not, best for the first principal first. `points` are packages to
    /// begin with, such as those of the frontier at stops. None if no issue is continuous.
    ///
    /// # Errors
    /// If the frontier has faces, or a limit was met; see [`DealsError`].
    pub fn frontier_segments(&self, points: &[FrontierPoint]) -> Result<Vec<FrontierSegment>, DealsError> {
        if self.scales.is_empty() {
            return Ok(Vec::new());
        }
        self.without_faces()?;
        let principals: Vec<usize> = (0..self.principals).collect();
        let lowest = vec![self.lowest_surplus(&principals); self.principals];
        let mut lines = Vec::new();
        if let Some(region) = Region::new(self, &principals, &[], &lowest, limits::BETWEEN_STOPS)? {
            self.gather(
                &region,
                None,
                points,
                &mut Work::of(limits::BETWEEN_STOPS, &self.watch),
                &mut 0,
                &mut lines,
            )?;
        }
        self.segments(&lines, &|_| true)
    }

    /// The lines of the frontier of the zone of agreement; as [`Self::frontier_segments`].
    ///
    /// # Errors
    /// As [`Self::frontier_segments`].
    pub fn zone_segments(&self, points: &[FrontierPoint]) -> Result<Vec<FrontierSegment>, DealsError> {
        if self.scales.is_empty() {
            return Ok(Vec::new());
        }
        self.without_faces()?;
        let (mut work, mut sets, mut programmes) =
            (Work::of(limits::BETWEEN_STOPS, &self.watch), limits::MAJORITIES, 0);
        let mut lines = Vec::new();
        self.carried_by(&mut self.signatories(), 0, 0, limits::BETWEEN_STOPS, &mut sets, &mut |region| {
            let floors = vec![0; region.watched.len()];
            self.gather(region, Some(&floors), points, &mut work, &mut programmes, &mut lines)?;
            Ok(None::<()>)
        })?;
        self.segments(&lines, &|package| self.all_accept_package(package))
    }

    fn without_faces(&self) -> Result<(), DealsError> {
        let (principals, issues) = (self.principals, self.scales.len());
        if principals > 2 && issues > 1 {
            return Err(DealsError::FrontierHasFaces { principals, issues });
        }
        Ok(())
    }

    /// Adds the lines of all pieces that reach the floors.
    fn gather(
        &self,
        region: &Region<'_>,
        floors: Option<&[i64]>,
        points: &[FrontierPoint],
        work: &mut Work,
        programmes: &mut usize,
        lines: &mut Vec<Line>,
    ) -> Result<(), DealsError> {
        let lowest = vec![self.lowest_surplus(&region.watched); region.watched.len()];
        let mut gathering = Gathering {
            principals: self.principals,
            rounding: self.rounding(),
            floors,
            lowest: floors.map_or(lowest, <[i64]>::to_vec),
            known: Known::of(self.surpluses_of(points)),
            lines,
            programmes,
            limit: None,
        };
        region.search(&mut gathering, work)?;
        gathering.limit.map_or(Ok(()), Err)
    }

    /// What is left of the lines, with packages at the ends that will do.
    fn segments(
        &self,
        lines: &[Line],
        will_do: &dyn Fn(&SettledPackage) -> bool,
    ) -> Result<Vec<FrontierSegment>, DealsError> {
        // A package that rounding keeps from being accepted must not stand for others that are worth the same.
        let holds = |line: &Line| (0..2).any(|end| self.end(line, end, will_do).is_some());
        let mut envelope = Envelope::of(lines, self.rounding() as f64, &self.watch, &holds);
        let mut found = Vec::new();
        for line in envelope.undominated()? {
            let (Some(mut one), Some(mut other)) = (self.end(&line, 0, will_do), self.end(&line, 1, will_do))
            else {
                continue;
            };
            for end in [&mut one, &mut other] {
                end.on_frontier =
                    end.on_frontier && !envelope.betters(&line.at_values(&self.surpluses(&end.values)))?;
            }
            let (from, to) = if one.values >= other.values { (one, other) } else { (other, one) };
            let lies_between = !line.is_point() || from.on_frontier && !self.is_at_stops(&from.package);
            if lies_between {
                found.push(FrontierSegment { from, to });
            }
        }
        found.order_by(|a, b| {
            let order = |s: &FrontierSegment| (s.from.values.clone(), s.to.values.clone());
            order(b).cmp(&order(a)).then_with(|| a.from.package.options.cmp(&b.from.package.options))
        });
        Ok(joined(found, self.rounding()))
    }

    /// An end of a line, in as few digits as lose nothing; drawn inside by a hair where rounding leaves it outside. `None` where rounding leaves
    /// nothing that will do.
    fn end(&self, line: &Line, end: usize, will_do: &dyn Fn(&SettledPackage) -> bool) -> Option<SegmentEnd> {
        let reservation = |i: usize| self.actors[i].reservation.raw();
        let limit: Vec<i64> =
            (0..self.principals).map(|i| line.surpluses[end][i].round() as i64 + reservation(i)).collect();
        let values = |package: &SettledPackage| -> Vec<i64> {
            (0..self.principals).map(|i| self.value_of(i, package).raw()).collect()
        };
        let close = |a: &[i64], b: &[i64], slack: i64| a.iter().zip(b).all(|(a, b)| (a - b).abs() <= slack);
        let exact = line.package(self, end, 0.0);
        let there = values(&exact);
        // Where somebody's worth jumps, the number itself is worth something else.
        if !close(&there, &limit, 4 * self.rounding()) {
            return will_do(&exact).then_some(SegmentEnd {
                package: exact,
                values: self.all_units(&limit),
                on_frontier: false,
            });
        }
        let good =
            |package: &SettledPackage| close(&values(package), &there, self.rounding()) && will_do(package);
        let found = |package: SettledPackage| SegmentEnd {
            values: self.all_units(&values(&package)),
            package,
            on_frontier: !line.beaten[end],
        };
        // A corner where several numbers meet is often one of few digits in all of them.
        let round = round(&exact, &line.stretches).find(|package| good(package));
        let mut share = 0.0;
        while share < FURTHEST {
            let start = line.package(self, end, share);
            if will_do(&start) {
                let start = round.filter(|_| share > 0.0).unwrap_or(start);
                let package = shortest(&start, &line.stretches, &good);
                return Some(found(if good(&package) { package } else { start }));
            }
            share = if share == 0.0 { NEAREST } else { share * 2.0 };
        }
        round.map(found)
    }

    /// How far values of the principals are above what no deal is worth to them.
    fn surpluses(&self, values: &[Units]) -> Vec<f64> {
        let reservation = |i: usize| self.actors[i].reservation.raw();
        values.iter().enumerate().map(|(i, value)| (value.raw() - reservation(i)) as f64).collect()
    }

    pub(crate) fn is_at_stops(&self, package: &SettledPackage) -> bool {
        let is_stop = |(scale, (_, x)): (&super::Scale, &(_, f64))| scale.stop(scale.stop_below(*x)) == *x;
        self.scales.iter().zip(&package.numbers).all(is_stop)
    }
}

/// The lines of all pieces.
struct Gathering<'l> {
    principals: usize,
    rounding: i64,
    /// What those watched must reach, if they must.
    floors: Option<&'l [i64]>,
    lowest: Vec<i64>,
    known: Known,
    lines: &'l mut Vec<Line>,
    programmes: &'l mut usize,
    limit: Option<DealsError>,
}

impl Goal for Gathering<'_> {
    fn floors(&self) -> &[i64] {
        &self.lowest
    }

    fn is_hopeless(&self, most: &[i64]) -> bool {
        self.known.better(&most[..self.principals], self.rounding)
    }

    fn look(&mut self, _: &Region<'_>, piece: &Piece<'_>) -> bool {
        let chained = chain(piece, self.principals, self.floors, self.rounding);
        *self.programmes += chained.as_ref().map_or(limits::PROGRAMMES, |(_, solved)| *solved);
        if *self.programmes >= limits::PROGRAMMES {
            self.limit = Some(DealsError::TooMuchWork { most: limits::BETWEEN_STOPS });
            return true;
        }
        self.lines.extend(chained.into_iter().flat_map(|(lines, _)| lines));
        if self.lines.len() > limits::LINES {
            self.limit = Some(DealsError::FrontierTooLarge { most: limits::LINES });
        }
        self.limit.is_some()
    }
}
