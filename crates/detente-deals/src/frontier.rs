//! The Pareto frontier, and the frontier of the zone of agreement.
//!
//! The *frontier* holds the distinct value vectors of feasible packages that no other feasible package dominates, red
//! lines or not. The *frontier of the zone* is the same among the packages that all accept. With red lines or quotas the
//! second is no part of the first: an acceptable package may be dominated by one that crosses a red line.

use detente_model::Package;

use crate::fixed::raw;
use crate::limits;
use crate::pareto::{Climbed, Coordinate, Direction, Point, Problem, comparable, dot, maxima, solve};
use crate::question::Weighed;
use crate::search::{Over, Search};
use crate::solutions::Region;
use crate::sorting::Sorting;
use crate::space::DealSpace;
use crate::watch::Meter;
use crate::{DealsError, Known, Units};

/// A point of a frontier: what it is worth to each principal, and one package that is worth that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontierPoint {
    /// One package that gives these values.
    pub package: Package,
    /// The principals' values.
    pub values: Vec<Units>,
    /// How many packages share them; `None` where audiences were weighed as well, which hides some, and beyond 3.4 · 10³⁸.
    pub shared_by: Option<u128>,
}

impl DealSpace {
    /// The Pareto frontier over all feasible packages, or over those that all accept; the first principal's best first.
    ///
    /// With a tolerance T, every point is a package, and for every package (of the zone: for every one that leaves each principal better off
    /// than no deal by T) there is a point that is worth to nobody less by as much as T (Papadimitriou & Yannakakis 2000); vetoes and quotas are
    /// kept exactly. Where issues are tied too closely for any search and a tolerance is given, packages near the frontier are listed with their
    /// proven distance, which may be larger than the tolerance: it is computed, not chosen.
    ///
    /// ```
    /// use detente_deals::{DealSpaceBuilder, Over, Search};
    ///
    /// let mut space = DealSpaceBuilder::new([("price", 3)]);
    /// space.party("seller", 0.4, [[0.0, 0.5, 1.0]]);
    /// space.party("buyer", 0.0, [[1.0, 0.5, 0.0]]);
    /// let space = space.build()?;
    /// let size = |over| space.frontier(over, &Search::default()).value().map(Vec::len);
    /// assert_eq!((size(Over::All), size(Over::Zone)), (Some(3), Some(2)));
    /// # Ok::<(), detente_deals::DealsError>(())
    /// ```
    pub fn frontier(&self, over: Over, search: &Search) -> Known<Vec<FrontierPoint>> {
        let listed = match over {
            Over::All => self.points_of_all(search),
            Over::Zone => self.points_of_zone(search),
        };
        let too_wide = match listed {
            Err(too_wide @ DealsError::TooWide { .. }) if search.tolerance.is_some() => too_wide,
            Err(limit) => return Known::GivenUp(limit),
            Ok(points) => return Known::to_within(points, search.tolerance),
        };
        let covered = match over {
            Over::All => {
                let problem = self.frontier_question(search);
                self.covered(&problem, &|package| self.is_feasible(package), too_wide)
            }
            Over::Zone => match self.zone_question(search) {
                Some(problem) => self.covered(&problem, &|package| self.all_accept(package), too_wide),
                None => return Known::to_within(Vec::new(), search.tolerance),
            },
        };
        covered.map_or_else(Known::GivenUp, |(points, distance)| Known::Within(points, self.units(distance)))
    }

    /// The points of the frontier over all packages.
    fn points_of_all(&self, search: &Search) -> Result<Vec<FrontierPoint>, DealsError> {
        let problem = self.frontier_question(search);
        let points = solve(&problem)?;
        let shared_by = |count| known(count).filter(|_| search.tolerance.is_none());
        let meter = Meter::of(&self.watch);
        // What was searched is dropped point by point: a list of millions takes long to drop.
        let point = |p: Point| {
            meter.count(self.sizes.len() as u64);
            let point = self.frontier_point(problem.package(&p.picks), shared_by(p.count));
            debug_assert!({
                let reservations = self.principals().iter().map(|terms| terms.reservation);
                point.values.iter().zip(reservations).map(|(v, r)| (*v - r).raw()).eq(p.at)
            });
            point
        };
        Ok(points.into_iter().map(point).collect())
    }

    /// The question that the frontier answers.
    fn frontier_question(&self, search: &Search) -> Problem {
        let weighed: Vec<Weighed<'_>> =
            self.principals().iter().map(|terms| Weighed::new(terms, Coordinate::more)).collect();
        Problem {
            tolerance: search.tolerance.map(|tolerance| self.count_of(tolerance)),
            effort: search.effort.unwrap_or(limits::FRONTIER),
            foresee: true,
            ..self.question(&weighed, &[])
        }
    }

    /// A cover as points of a frontier. Where packages are possible and none is found, there is nothing to measure from.
    fn covered(
        &self,
        problem: &Problem,
        counts: &dyn Fn(&Package) -> bool,
        too_wide: DealsError,
    ) -> Result<(Vec<FrontierPoint>, i64), DealsError> {
        let cover = problem.cover(self.principals, counts)?;
        if cover.possible && cover.packages.is_empty() {
            return Err(too_wide);
        }
        let point = |package: &Climbed| self.frontier_point(problem.package_of(&package.picks), None);
        Ok((cover.packages.iter().map(point).collect(), cover.distance))
    }

    /// The points of the frontier of the zone.
    fn points_of_zone(&self, search: &Search) -> Result<Vec<FrontierPoint>, DealsError> {
        let Some(problem) = self.zone_question(search) else { return Ok(Vec::new()) };
        self.zone_points(&problem)
    }

    /// The points of the zone's frontier that lie in a region; where one principal alone counts, one package of the region that is best
    /// for it among what each choice of audiences allows. Within so many steps of work.
    pub(crate) fn zone_frontier_in(
        &self,
        region: &Region,
        alone: Option<usize>,
        effort: u64,
    ) -> Result<Vec<FrontierPoint>, DealsError> {
        let mut problem = Problem { effort, ..self.acceptable(Coordinate::surplus) };
        let Some(directions) = self.directions_into(&problem, region) else { return Ok(Vec::new()) };
        problem.directions = directions;
        for (i, floor) in region.floors.iter().enumerate() {
            let coordinate = &mut problem.coordinates[i];
            coordinate.floor = Some(*floor);
            coordinate.enough = alone.filter(|alone| *alone != i).map(|_| *floor);
        }
        self.zone_points(&problem)
    }

    /// What a search for packages that all accept finds, as points of the zone's frontier.
    fn zone_points(&self, problem: &Problem) -> Result<Vec<FrontierPoint>, DealsError> {
        let exact = self.signatories().len() == self.principals && self.ratification.is_empty();
        let only_principals = exact && problem.tolerance.is_none();
        let points = solve(problem)?;
        let meter = Meter::of(&self.watch);
        let mut frontier: Vec<FrontierPoint> = points
            .into_iter()
            .map(|p| (problem.package(&p.picks), p.count))
            .filter(|(package, _)| {
                meter.count((self.sizes.len() * self.actors.len()) as u64);
                self.all_accept(package)
            })
            .map(|(package, count)| self.frontier_point(package, known(count).filter(|_| only_principals)))
            .collect();
        // Audiences kept some points apart that the principals' values alone would not have.
        frontier.order_long_by(|a, b| b.values.cmp(&a.values).then(a.package.cmp(&b.package)), &meter);
        frontier.dedup_by(|next, kept| {
            meter.count(1);
            next.values == kept.values
        });
        if !only_principals {
            let values = meter.map(&frontier, |point| raw(&point.values));
            let rows: Vec<&[i64]> = meter.along(&values).map(Vec::as_slice).collect();
            let mut alone = maxima(self.principals, &rows, &self.watch).into_iter();
            frontier.retain(|_| alone.next().unwrap_or(true));
        }
        Ok(frontier)
    }

    /// Whether only what a package is worth to the principals decides if all accept it: no red lines, nobody else who signs, and no
    /// ratification.
    pub(crate) fn is_decided_by_values(&self) -> bool {
        self.signatories().len() == self.principals
            && self.ratification.is_empty()
            && !self.principals().iter().flat_map(|terms| &terms.refused).flatten().any(|refused| *refused)
    }

    /// The frontier of the zone out of the frontier over all packages, where only values decide: what dominates an acceptable
    /// package is acceptable itself.
    pub(crate) fn acceptable_among(&self, frontier: &[FrontierPoint]) -> Vec<FrontierPoint> {
        let meter = Meter::of(&self.watch);
        let accepts = |point: &&FrontierPoint| {
            meter.count(self.principals as u64);
            point.values.iter().zip(self.principals()).all(|(value, terms)| *value >= terms.reservation)
        };
        frontier.iter().filter(accepts).cloned().collect()
    }

    /// The question that the frontier of the zone answers; `None` if it is plain that the zone is empty.
    fn zone_question(&self, search: &Search) -> Option<Problem> {
        let (tolerance, effort) = (
            search.tolerance.map(|tolerance| self.count_of(tolerance)),
            search.effort.unwrap_or(limits::FRONTIER),
        );
        let foresee = self.has_wide_zone();
        let mut problem = Problem { tolerance, effort, foresee, ..self.acceptable(Coordinate::surplus) };
        let weights = self.within_reach(&problem)?;
        problem.require(&weights, 0);
        for coordinate in &mut problem.coordinates[..self.principals] {
            // What stands in for a package may be worth less by the tolerance; it is judged by itself below.
            coordinate.floor = coordinate.floor.map(|floor| floor.saturating_sub(tolerance.unwrap_or(0)));
        }
        Some(problem)
    }

    /// Whether those who sign and those who vote can all be weighed against each other.
    ///
    /// # Errors
    /// If they are too many.
    pub fn can_be_weighed(&self) -> Result<(), DealsError> {
        comparable(self.acceptable(Coordinate::surplus).coordinates.len())
    }

    /// The packages worth looking at when all signatories must accept and ratification may depend on the rest.
    pub(crate) fn acceptable(&self, for_principals: fn(i64) -> Coordinate) -> Problem {
        let signatories = self.signatories();
        let mut weighed: Vec<Weighed<'_>> = Vec::new();
        for &i in &signatories {
            let coordinate = if i < self.principals { for_principals } else { Coordinate::reach_zero };
            weighed.push(Weighed::new(&self.actors[i], coordinate));
        }
        weighed.extend(self.voters());
        self.question(&weighed, &signatories)
    }

    /// Audiences with a say at home: each may refuse, and that it accepts is all that counts.
    pub(crate) fn voters(&self) -> impl Iterator<Item = Weighed<'_>> {
        self.ratification.iter().flat_map(|r| &r.voters).map(|(voter, _)| Weighed {
            may_refuse: true,
            ..Weighed::new(&self.actors[*voter], Coordinate::touch_zero)
        })
    }

    /// Weights by which to tell that a partial package cannot become acceptable; `None` if it is plain that none can.
    pub(crate) fn within_reach(&self, problem: &Problem) -> Option<Vec<Vec<i64>>> {
        if problem.choices.iter().any(Vec::is_empty) {
            return None;
        }
        let relaxation = self.signing(problem).relax_down_to(0);
        (relaxation.bound >= 0).then_some(relaxation.weights)
    }

    /// Whether it is plain that no package of a region is acceptable.
    pub(crate) fn is_plainly_empty(&self, problem: &Problem, region: &Region) -> bool {
        self.directions_into(problem, region).is_none()
    }

    /// Directions in which a partial package can be told not to lead into a region; `None` if it is plain that none does.
    fn directions_into(&self, problem: &Problem, region: &Region) -> Option<Vec<Direction>> {
        if problem.choices.iter().any(Vec::is_empty) {
            return None;
        }
        let mut signing = self.signing(problem);
        let own = signing.coordinates.len();
        for (coordinate, floor) in signing.coordinates.iter_mut().zip(&region.floors) {
            coordinate.start -= floor;
        }
        // A half-space is one more coordinate, in units of its largest weight and rounded up, so that nothing is lost.
        let scale = |half: &Direction| i128::from(half.weights.iter().copied().max().unwrap_or(1).max(1));
        for half in &region.halves {
            let along = |at: &[i64]| (dot(&half.weights, at).div_euclid(scale(half)) + 1) as i64;
            let starts: Vec<i64> = problem.coordinates[..self.principals].iter().map(|c| c.start).collect();
            let start = along(&starts) - half.floor.div_euclid(scale(half)) as i64;
            signing.coordinates.push(Coordinate::surplus(start));
            for choice in signing.choices.iter_mut().flatten() {
                let sum = along(&choice.add);
                choice.add.push(sum);
            }
            for add in signing.factors.iter_mut().filter_map(|factor| factor.add.as_mut()) {
                let sum = along(add);
                add.push(sum);
            }
        }
        let relaxation = signing.relax_down_to(0);
        let floor = |d: usize| i128::from(region.floors.get(d).copied().unwrap_or(0));
        let direction = |weights: &Vec<i64>| {
            // Weights of half-spaces come back to the coordinates that they weigh, all on one scale.
            let unit: i128 = region.halves.iter().map(scale).max().unwrap_or(1);
            let mut direction: Vec<i128> = weights[..own].iter().map(|w| i128::from(*w) * unit).collect();
            let mut least: i128 = (0..own).map(|d| direction[d] * floor(d)).sum();
            for (half, weight) in region.halves.iter().zip(&weights[own..]) {
                let weight = i128::from(*weight) * (unit / scale(half));
                direction.iter_mut().zip(&half.weights).for_each(|(sum, w)| *sum += weight * i128::from(*w));
                least += weight * half.floor;
            }
            let mut weights: Vec<i64> = direction.iter().map(|w| *w as i64).collect();
            weights.resize(problem.coordinates.len(), 0);
            Direction { weights, floor: least }
        };
        (relaxation.bound >= 0).then(|| relaxation.weights.iter().map(direction).collect())
    }

    /// Those who sign alone: they come first among the coordinates, and whoever else counts may refuse.
    fn signing(&self, problem: &Problem) -> Problem {
        let count = self.signatories().len();
        let mut signing = problem.clone();
        signing.coordinates.truncate(count);
        for choice in signing.choices.iter_mut().flatten() {
            choice.add.truncate(count);
        }
        for add in signing.factors.iter_mut().filter_map(|factor| factor.add.as_mut()) {
            add.truncate(count);
        }
        signing
    }

    pub(crate) fn frontier_point(&self, package: Package, shared_by: Option<u128>) -> FrontierPoint {
        FrontierPoint { values: self.values(&package), package, shared_by }
    }

    pub(crate) fn ratified_by_all(&self, package: &Package) -> bool {
        self.ratification.iter().all(|r| r.carried(|voter| self.actors[voter].accepts(package)))
    }
}

/// A count of the search, unless it ran into the largest number that the search can hold.
fn known(count: u128) -> Option<u128> {
    (count < u128::MAX).then_some(count)
}
