//! The margin and the zone of agreement between stops.
//!
//! The smallest surplus of those who sign is made as large as it can be over all pieces. A zone exists where it is 0 or more; with
//! ratification at home, where it is for those who sign together with audiences whose weight carries. Every least set of audiences that
//! carries is tried, in the order of the file: audiences are taken in one by one, and a set in which already nobody could accept is not enlarged.

use super::SettledPackage;
use super::best::Found;
use super::measure::Measure;
use super::region::{Ends, Region, Work};
use crate::DealsError;
use crate::fixed::{Units, to_units};
use crate::limits;
use crate::margin::Margin;
use crate::ratification::{Ratification, Votes};
use crate::space::DealSpace;

/// Whether there is a zone of agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// Whether a package was found that all accept.
    pub open: bool,
    /// Whether the search between stops was given up, so that a zone between them may have been missed.
    pub at_stops_only: bool,
}

impl Looked {
    /// Whether there is a package that all accept, from what is known of the packages at stops; `None` where a search was given up.
    pub(crate) fn exists(self, at_stops: Option<bool>) -> Option<bool> {
        match at_stops {
            _ if self.open => Some(true),
            Some(_) if !self.at_stops_only => Some(false),
            _ => None,
        }
    }
}

impl DealSpace {
    /// By how many units the rounding of values can mislead on a package between stops: for each continuous issue half a unit at the ends of a
    /// stretch, half a unit at the package itself, and one for writing its number in few digits.
    pub(crate) fn rounding(&self) -> i64 {
        2 * self.scales.len() as i64
    }

    /// A package between stops with a larger margin than any at them, and the most that any has; `None` if no package has a larger one by more
    /// than rounding could make up.
    pub(crate) fn margin_between(
        &self,
        at_stops: Option<Units>,
        effort: u64,
    ) -> Result<Option<Margin>, DealsError> {
        if self.scales.is_empty() {
            return Ok(None);
        }
        let signatories = self.signatories();
        let floor = match at_stops.map(Units::raw) {
            None => self.lowest_surplus(&signatories),
            // Whether there is a zone is not left to rounding.
            Some(margin) if margin < 0 => (margin + 1 + self.rounding()).min(0),
            Some(margin) => margin + 1 + self.rounding(),
        };
        let floors = vec![floor; signatories.len()];
        let Some(region) = Region::new(self, &signatories, &signatories, &floors, effort)? else {
            return Ok(None);
        };
        let (found, bound) =
            region.best(&Measure::Least, &floors, false, &mut Work::of(effort, &self.watch))?;
        Ok(found.map(|Found { package, surpluses }| {
            let value = surpluses.iter().copied().min().unwrap_or(0);
            let bound = to_units(bound);
            let at_most = if bound <= value + self.rounding() { value } else { bound };
            let (value, at_most) = (self.units(value), self.units(at_most));
            Margin { value, at_most, package: self.beside(&package), between: Some(package) }
        }))
    }

    /// No package has a larger margin than this; `None` where red lines leave none.
    pub(crate) fn margin_bound(&self) -> Option<Units> {
        let signatories = self.signatories();
        let ends = Ends::of(self, &signatories, &signatories)?;
        Some(self.units(ends.problem.relax().bound.saturating_add(self.rounding())))
    }

    /// A package between stops that all accept, if there is one.
    pub(crate) fn agreement_between(&self, effort: u64) -> Result<Option<SettledPackage>, DealsError> {
        if self.scales.is_empty() {
            return Ok(None);
        }
        let mut work = Work::of(effort, &self.watch);
        let mut sets = limits::MAJORITIES;
        let found = self.carried_by(&mut self.signatories(), 0, 0, effort, &mut sets, &mut |region| {
            let floors = vec![0; region.watched.len()];
            let (found, _) = region.best(&Measure::Least, &floors, true, &mut work)?;
            Ok(found.map(|found| found.package))
        })?;
        debug_assert!(found.as_ref().is_none_or(|package| self.all_accept_package(package)));
        Ok(found)
    }

    /// Whether there is a package that all accept, between stops or at them.
    ///
    /// # Errors
    /// If the space cannot be searched; see [`DealsError`].
    pub fn look_for_zone(&self) -> Result<Looked, DealsError> {
        let at_stops = self.find_agreement_for(limits::AGREEMENT)?.is_some();
        self.look_between(at_stops, limits::BETWEEN_STOPS)
    }

    /// As [`Self::look_for_zone`], where it is known whether all accept a package at stops.
    pub(crate) fn look_between(&self, at_stops: bool, effort: u64) -> Result<Looked, DealsError> {
        if at_stops {
            return Ok(Looked { open: true, at_stops_only: false });
        }
        match self.agreement_between(effort) {
            Err(error) if error.is_limit() => Ok(Looked { open: false, at_stops_only: true }),
            found => Ok(Looked { open: found?.is_some(), at_stops_only: false }),
        }
    }

    /// Hands over the region of those who sign together with each least set of audiences that carries every ratification, until something is found.
    /// Ratifications before `rule` are carried, and of this one the voters before `voter` are decided.
    pub(super) fn carried_by<T>(
        &self,
        watched: &mut Vec<usize>,
        rule: usize,
        voter: usize,
        effort: u64,
        sets: &mut u64,
        look: &mut dyn FnMut(&Region<'_>) -> Result<Option<T>, DealsError>,
    ) -> Result<Option<T>, DealsError> {
        let in_favour = |r: &Ratification| r.carried(|voter| watched.contains(&voter));
        let rule_to_carry = (rule..self.ratification.len()).find(|r| !in_favour(&self.ratification[*r]));
        *sets = sets.checked_sub(1).ok_or(DealsError::TooMuchWork { most: limits::MAJORITIES })?;
        let Some(next) = rule_to_carry else {
            let floors = vec![0; watched.len()];
            let region = Region::new(self, watched, watched, &floors, effort)?;
            return region.map_or(Ok(None), |region| look(&region));
        };
        let hopeless =
            Ends::of(self, watched, watched).is_none_or(|ends| ends.problem.relax().bound < -self.rounding());
        if hopeless {
            return Ok(None);
        }
        let ratification = &self.ratification[next];
        let first = if next == rule { voter } else { 0 };
        let still = |from: usize| {
            ratification.carried(|v| {
                watched.contains(&v) || ratification.voters[from..].iter().any(|(other, _)| *other == v)
            })
        };
        let candidates: Vec<usize> = (first..ratification.voters.len())
            .filter(|at| !watched.contains(&ratification.voters[*at].0) && still(*at))
            .collect();
        for at in candidates {
            let (voter, weight) = ratification.voters[at];
            if weight <= Votes::NONE {
                continue;
            }
            watched.push(voter);
            let found = self.carried_by(watched, next, at + 1, effort, sets, look)?;
            watched.pop();
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Less than any package leaves any of some actors.
    pub(crate) fn lowest_surplus(&self, actors: &[usize]) -> i64 {
        let least = |i: &usize| {
            let terms = &self.actors[*i];
            // On a continuous issue nothing is worth less than 0, whatever the stops are worth.
            let others = (0..self.sizes.len()).filter(|k| !self.is_continuous(*k));
            let options: i64 =
                others.map(|k| terms.worth[k].iter().min().map_or(0, |least| least.raw())).sum();
            let extra: i64 = terms.interactions.iter().map(|(_, value)| value.raw().min(0)).sum();
            options + extra - terms.reservation.raw() - 1
        };
        actors.iter().map(least).min().unwrap_or(0)
    }

    /// The package at stops that is beside a package: on each continuous issue the stop at or below.
    pub(crate) fn beside(&self, settled: &SettledPackage) -> detente_model::Package {
        let mut package = settled.options.clone();
        for (scale, (_, x)) in self.scales.iter().zip(&settled.numbers) {
            package.0[scale.issue] = scale.stop_below(*x) as u16;
        }
        package
    }
}
