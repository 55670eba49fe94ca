//! A case with stops where packages matter.
//!
//! Whatever lists or shows packages takes them from the options of the case, so the numbers at which the answers lie are made options: in the
//! central world those of the package with the margin, of what is best in the zone for each principal and for all (the bargaining solutions), and of the packages
//! with the margin after each single concession; over worlds drawn those that most worlds accept ([`super::sweep`]). The case stays the same
//! otherwise, and so do its draws: they are keyed by paths, and no number is added.

use std::sync::Arc;

use detente_model::{Case, IssueId, Progress, Worlds};

use super::SettledPackage;
use super::best::Found;
use super::measure::Measure;
use super::region::{Region, Work};
use super::sweep::most_accepted;
use super::undominated::GAIN;
use crate::DealsError;
use crate::fixed::{UNITS_PER_ONE, Units};
use crate::limits;
use crate::search::Search;
use crate::space::DealSpace;
use crate::sticking::StickingPoint;

/// The case with further stops on its continuous issues, where the packages lie that the findings over these worlds speak of; unchanged if it has no
/// continuous issue. What a search does not find for want of steps is left out.
///
/// # Errors
/// If nobody has to sign, or the space cannot be searched for reasons other than its size; see [`DealsError`].
pub fn refined(worlds: &Worlds, progress: &Arc<Progress>) -> Result<Case, DealsError> {
    let case = worlds.case();
    if !case.issues.iter().any(|issue| issue.continuous) {
        return Ok(case.as_ref().clone());
    }
    let space = DealSpace::new(worlds.central())?.watched_by(progress);
    let mut found: Vec<SettledPackage> = Vec::new();
    let margin = unless_limited(space.margin(&Search::default()))?.flatten();
    if let Some(margin) = &margin {
        found.extend(margin.between.clone());
        found.extend(space.fullest(margin.value)?);
    }
    found.extend(space.solutions_between()?);
    let points =
        unless_limited(space.sticking_points_from(margin.as_ref(), limits::CONCESSION))?.unwrap_or_default();
    let conceded = numbers_conceded(&points);
    found.extend(points.into_iter().filter_map(|point| point.between));
    let in_view = found.clone();
    found.extend(most_accepted(worlds, &space, &in_view)?);
    let settled = found.into_iter().flat_map(|package| package.numbers);
    let numbers: Vec<(IssueId, f64)> = settled.chain(conceded).collect();
    let finer = Arc::new(case.with_stops(&numbers));
    // A concession goes to an option, and there are more of them now: what the margin is after it may lie elsewhere.
    let space = DealSpace::new(&worlds.central().on(&finer))?.watched_by(progress);
    let margin = unless_limited(space.margin(&Search::default()))?.flatten();
    let points =
        unless_limited(space.sticking_points_from(margin.as_ref(), limits::CONCESSION))?.unwrap_or_default();
    let conceded = numbers_conceded(&points);
    let further = points.into_iter().filter_map(|point| point.between).flat_map(|package| package.numbers);
    Ok(finer.with_stops(&further.chain(conceded).collect::<Vec<_>>()))
}

/// The numbers between stops at which red lines would be given up.
fn numbers_conceded(points: &[StickingPoint]) -> Vec<(IssueId, f64)> {
    let conceded = points.iter().map(|point| &point.concession);
    conceded.filter_map(|concession| Some((concession.issue, concession.number?))).collect()
}

/// `None` where a limit was met.
fn unless_limited<T>(found: Result<T, DealsError>) -> Result<Option<T>, DealsError> {
    match found {
        Err(error) if error.is_limit() => Ok(None),
        found => found.map(Some),
    }
}

/// The best packages of the zone so far, one a measure.
struct Leading {
    measures: Vec<Measure>,
    found: Vec<Option<(f64, Found)>>,
}

impl Leading {
    fn new(measures: Vec<Measure>) -> Self {
        let found = measures.iter().map(|_| None).collect();
        Self { measures, found }
    }

    /// Looks for better ones in a region; a limit met leaves those there are.
    fn look(&mut self, region: &Region<'_>, floors: &[i64], work: &mut Work) -> Result<(), DealsError> {
        for (measure, best) in self.measures.iter().zip(&mut self.found) {
            // Weights and shares are those of the principals, who come first; nobody else counts.
            let measure = measure.over(region.watched.len());
            let Some((Some(found), _)) = unless_limited(region.best(&measure, floors, false, work))? else {
                continue;
            };
            let reached = measure.of(&found.surpluses);
            if best.as_ref().is_none_or(|(most, _)| reached > *most) {
                *best = Some((reached, found));
            }
        }
        Ok(())
    }
}

impl Measure {
    /// The same where more actors are watched, who do not count.
    fn over(&self, watched: usize) -> Self {
        match self {
            Self::Sum(weights) => Self::Sum(padded(weights, watched, 0.0)),
            Self::Share(most) => Self::Share(padded(most, watched, 0)),
            other => other.clone(),
        }
    }
}

fn padded<T: Copy>(list: &[T], length: usize, with: T) -> Vec<T> {
    list.iter().copied().chain(std::iter::repeat(with)).take(length.max(list.len())).collect()
}

impl DealSpace {
    /// Of the packages with the margin one with the largest sum of surpluses, so that nobody could have more for nothing.
    fn fullest(&self, margin: Units) -> Result<Option<SettledPackage>, DealsError> {
        let signatories = self.signatories();
        let floors = vec![self.count_of(margin); signatories.len()];
        let region =
            unless_limited(Region::new(self, &signatories, &signatories, &floors, limits::BETWEEN_STOPS))?
                .flatten();
        let Some(region) = region else { return Ok(None) };
        let sum = Measure::Sum(vec![1.0; signatories.len()]);
        let found = unless_limited(region.best(
            &sum,
            &floors,
            false,
            &mut Work::of(limits::BETWEEN_STOPS, &self.watch),
        ))?;
        Ok(found.and_then(|(found, _)| found).map(|found| found.package))
    }

    /// What is best in the zone: for each principal, for their sum, for whoever gets least, for the smallest share of what each could have, and
    /// for the product of surpluses.
    fn solutions_between(&self) -> Result<Vec<SettledPackage>, DealsError> {
        let principals = self.principals;
        let alone = |i: usize| Measure::Sum((0..principals).map(|j| f64::from(u8::from(i == j))).collect());
        let mut plain: Vec<Measure> = (0..principals).map(alone).collect();
        plain.push(Measure::Sum(vec![1.0; principals]));
        plain.push(Measure::Share(vec![UNITS_PER_ONE; principals]));
        plain.push(Measure::Product(principals));
        let none = vec![0; principals];
        let plain = self.leading(plain, &none)?;
        let surpluses = |found: &Option<(f64, Found)>| {
            found.as_ref().map(|(_, found)| found.surpluses[..principals].to_vec())
        };
        let most: Option<Vec<i64>> =
            (0..principals).map(|i| surpluses(&plain.found[i]).map(|surpluses| surpluses[i])).collect();
        let mut packages: Vec<SettledPackage> = Vec::new();
        let equal = surpluses(&plain.found[principals + 1]);
        let mut open: Vec<Vec<i64>> = plain.found[..principals].iter().filter_map(surpluses).collect();
        packages.extend(plain.found.into_iter().flatten().map(|(_, found)| found.package));
        let Some(most) = most else { return Ok(packages) };
        let share = self.leading(vec![Measure::Share(most.clone())], &none)?;
        let shares = surpluses(&share.found[0]);
        packages.extend(share.found.into_iter().flatten().map(|(_, found)| found.package));
        // Where what is best for one, the least, or the least share leaves something open, as much as possible for all.
        let least = equal.and_then(|s| s.iter().copied().min()).map(|least| vec![least; principals]);
        let least_share = shares.and_then(|s| {
            let share = |(of, most): (&i64, &i64)| *of as f64 / *most as f64;
            let least =
                s.iter().zip(&most).filter(|(_, most)| **most > 0).map(share).fold(f64::INFINITY, f64::min);
            let floor = |most: &i64| if *most > 0 { (least * *most as f64).floor() as i64 } else { 0 };
            least.is_finite().then(|| most.iter().map(floor).collect::<Vec<i64>>())
        });
        open.extend([least, least_share].into_iter().flatten());
        for floors in open {
            packages.extend(self.fullest_in_zone(&floors)?.map(|(_, found)| found.package));
        }
        Ok(packages)
    }

    /// Of the packages of the zone that reach floors one with the largest sum of surpluses. Where giving up what rounding may hide allows for really more,
    /// that is taken: it is what makes points at stops no part of the frontier.
    fn fullest_in_zone(&self, floors: &[i64]) -> Result<Option<(f64, Found)>, DealsError> {
        let given_up: Vec<i64> = floors.iter().map(|floor| (floor - self.rounding()).max(0)).collect();
        let fullest = |floors: &[i64]| -> Result<Option<(f64, Found)>, DealsError> {
            let sum = Measure::Sum(vec![1.0; self.principals]);
            Ok(self.leading(vec![sum], floors)?.found.into_iter().flatten().next())
        };
        let (strict, lowered) = (fullest(floors)?, fullest(&given_up)?);
        let sum = |found: &Option<(f64, Found)>| found.as_ref().map_or(f64::NEG_INFINITY, |(sum, _)| *sum);
        Ok(if sum(&lowered) > sum(&strict) + GAIN { lowered } else { strict })
    }

    /// The best packages of the zone under some measures, with floors for the principals.
    fn leading(&self, measures: Vec<Measure>, floors: &[i64]) -> Result<Leading, DealsError> {
        let mut leading = Leading::new(measures);
        let mut work = Work::of(limits::BETWEEN_STOPS, &self.watch);
        let mut sets = limits::MAJORITIES;
        let gone_through =
            self.carried_by(&mut self.signatories(), 0, 0, limits::BETWEEN_STOPS, &mut sets, &mut |region| {
                leading.look(region, &padded(floors, region.watched.len(), 0), &mut work)?;
                Ok(None::<()>)
            });
        unless_limited(gone_through)?;
        Ok(leading)
    }
}
