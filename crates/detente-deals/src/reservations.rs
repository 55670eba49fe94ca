//! One world in which what no deal is worth goes through values: for each, whether there is a deal, the margin, and who would sign which package.
//!
//! **Definition.** For each value, what [`DealSpace::new`] of the world with that value says: [`DealSpace::in_one_pass`], and of packages that are
//! named [`DealSpace::principal_accepts`] and [`DealSpace::all_accept`].
//!
//! **Method.** What a package is worth does not hang on what no deal is. There is a deal if some package is worth to each signatory what no deal is, and
//! the margin is the largest of the smallest surpluses: for both, a package does not count beside one that is worth as much to every signatory. So the packages
//! that are left are listed once, and each value is held against the list. Whether a package carries at home is the same at every value, as long as
//! nobody who votes there is among those whose values change.
//!
//! **Units.** In which unit contributions are whole hangs on what no deal is worth too (see [`crate::whole`]). It is found for each value as for a world of
//! its own, and there is one list a unit: values that are thirds share one, and so do all that are short decimals or left to chance.
//!
//! **Law.** The same to the last digit as each world by itself (`tests` below, on random cases).

use std::collections::HashMap;

use detente_model::{Actor, Package, PositionId, World};

use crate::fixed::UNITS_PER_ONE;
use crate::one_pass::{OpenPackages, ZoneAndMargin};
use crate::seated::Seated;
use crate::space::DealSpace;
use crate::terms::{Stated, Wants, no_deal_in_units, no_deal_is_whole};
use crate::whole::units_in_one;
use crate::{DealsError, Units};

/// Who accepts a package: each principal, in the order of the case and with its home, and then whether all do, so that it could be signed.
pub type Acceptances = Vec<bool>;

/// A world in which what no deal is worth to some varies.
#[derive(Debug)]
pub struct Reservations {
    seated: Seated,
    /// Whose no deal varies, by their places among those seated, and their positions.
    varied: Vec<(usize, PositionId)>,
    /// Whether trillionths make everything else whole.
    whole_but_for_these: bool,
    /// What everybody wants as fractions, where some value asks for another unit.
    fractions: Option<Fractions>,
    /// By the unit, and whether it was taken because it makes all whole: only then are products of decimals rounded and not multiplied out.
    lists: HashMap<(i64, bool), List>,
}

/// What bears on the unit, beside the values that vary.
#[derive(Debug)]
struct Fractions {
    wants: Vec<Wants>,
    /// Of those whose no deal varies: whether all that packages are made of is exact, and what they come to at most.
    of_varied: Vec<(bool, f64)>,
    denominators: Vec<i128>,
    most: f64,
    finest: bool,
}

/// The packages of a world in one unit.
#[derive(Debug)]
struct List {
    space: DealSpace,
    signatories: Vec<usize>,
    /// What each package that counts for the margin is worth to each signatory, one package after the other.
    open: Vec<i64>,
    /// The same of those that count for the zone; `None` if they are the same.
    carried: Option<Vec<i64>>,
    /// Of those whose no deal varies, how many contributions are rounded.
    rounded: Vec<i64>,
}

impl Reservations {
    /// A world in which what no deal is worth to some actors varies. `None` where one of the actors
    /// votes at home or takes a package for no deal, where somebody is asked about some packages only, and where packages are too many to be listed, or
    /// lie between stops: each value is then looked at by itself.
    ///
    /// # Errors
    /// As [`DealSpace::new`].
    pub fn of(world: &World, actors: &[Actor]) -> Result<Option<Self>, DealsError> {
        let case = world.case();
        let seated = Seated::of(world)?;
        let place = |actor: &Actor| {
            let place = seated.wanted.iter().position(|wanted| wanted.actor == *actor)?;
            let votes = seated.ratification.iter().any(|r| r.voters.iter().any(|(voter, _)| *voter == place));
            let position = case.position_of(*actor)?;
            (!votes && world.no_deal(position).is_some()).then_some((place, position))
        };
        let varied: Option<Vec<(usize, PositionId)>> = actors.iter().map(place).collect();
        let packages = case.package_count().filter(|count| *count <= u128::from(crate::limits::ONE_PASS));
        let continuous = case.issues.iter().any(|issue| issue.continuous);
        let (Some(varied), Some(_), false, false) =
            (varied, packages, continuous, seated.asks_about_some(case))
        else {
            return Ok(None);
        };
        let whole = |(i, wanted): (usize, &crate::terms::Wanted)| {
            let varies = varied.iter().any(|(place, _)| *place == i);
            wanted.packages_are_whole_in_trillionths(world) && (varies || wanted.no_deal_is_whole(world))
        };
        let whole_but_for_these = seated.wanted.iter().enumerate().all(whole);
        let lists = HashMap::new();
        Ok(Some(Self { seated, varied, whole_but_for_these, fractions: None, lists }))
    }

    /// What holds in a world that differs from the one it was made of in what no deal is worth to those who were named, and in nothing else that bears on a deal;
    /// and who accepts packages that are asked about.
    ///
    /// # Errors
    /// As [`DealSpace::new`].
    pub fn in_world(
        &mut self,
        world: &World,
        asked: &[Package],
    ) -> Result<(ZoneAndMargin, Vec<Acceptances>), DealsError> {
        let values: Vec<f64> =
            self.varied.iter().map(|(_, id)| world.no_deal(*id).unwrap_or_default()).collect();
        let mut both = self.varied.iter().zip(&values);
        let whole =
            self.whole_but_for_these && both.all(|((_, id), value)| no_deal_is_whole(world, *id, *value));
        let stated: Vec<Stated> =
            if whole { Vec::new() } else { values.iter().map(|value| Stated::of(*value)).collect() };
        let certain = self.certain(world, &stated);
        let one = if whole { UNITS_PER_ONE } else { self.unit(world, &stated, &certain) };
        if !self.lists.contains_key(&(one, whole)) {
            let list = self.list(world, one, whole)?;
            self.lists.insert((one, whole), list);
        }
        // It was put there.
        let list = &self.lists[&(one, whole)];
        let no_deal = |i: usize| {
            if whole {
                Units::from_f64(values[i]).raw()
            } else {
                no_deal_in_units(stated[i], one, certain[i], list.rounded[i])
            }
        };
        let mut floors: Vec<i64> = list.space.actors.iter().map(|terms| terms.reservation.raw()).collect();
        for (i, (place, _)) in self.varied.iter().enumerate() {
            floors[*place] = no_deal(i);
        }
        Ok((list.held_against(&floors), asked.iter().map(|p| list.acceptances(p, &floors)).collect()))
    }

    /// Of those whose no deal varies, whether nothing of what they want is left to chance, or all of it is exact.
    fn certain(&mut self, world: &World, stated: &[Stated]) -> Vec<bool> {
        if stated.is_empty() {
            return Vec::new();
        }
        let fractions =
            self.fractions.get_or_insert_with(|| Fractions::of(world, &self.seated, &self.varied));
        let both = self.varied.iter().zip(stated).zip(&fractions.of_varied);
        both.map(|(((place, _), value), (exact, _))| {
            *exact && value.fraction.is_some() || world.is_certain(self.seated.wanted[*place].actor)
        })
        .collect()
    }

    /// The unit in which these values are counted.
    fn unit(&mut self, world: &World, stated: &[Stated], certain: &[bool]) -> i64 {
        let fractions =
            self.fractions.get_or_insert_with(|| Fractions::of(world, &self.seated, &self.varied));
        let own = stated.iter().filter_map(|value| value.fraction).map(crate::whole::Fraction::denominator);
        let denominators = fractions.denominators.iter().copied().chain(own).collect();
        let mut most = fractions.most;
        let mut finest = fractions.finest;
        for ((value, certain), (exact, packages)) in stated.iter().zip(certain).zip(&fractions.of_varied) {
            most = most.max(packages + value.number.abs());
            finest = finest || *certain && !(*exact && value.fraction.is_some());
        }
        units_in_one(denominators, most, finest)
    }

    fn list(&self, world: &World, one: i64, whole: bool) -> Result<List, DealsError> {
        let actors = match self.fractions.as_ref().filter(|_| !whole) {
            Some(fractions) => fractions.wants.iter().map(|wants| wants.clone().in_units(one)).collect(),
            None => self.seated.wanted.iter().map(|wanted| wanted.clone().in_trillionths()).collect(),
        };
        let rounded = self.varied.iter().map(|(place, _)| {
            self.fractions.as_ref().map_or(0, |fractions| fractions.wants[*place].rounded_of_packages(one))
        });
        let Seated { principals, ratification, .. } = &self.seated;
        List::of(DealSpace::seating(world, actors, *principals, ratification.clone())?, rounded.collect())
    }
}

impl Fractions {
    fn of(world: &World, seated: &Seated, varied: &[(usize, PositionId)]) -> Self {
        let wants: Vec<Wants> = seated.wanted.iter().map(|wanted| Wants::of(world, wanted.clone())).collect();
        let varies = |i: usize| varied.iter().any(|(place, _)| *place == i);
        let (mut denominators, mut most, mut finest) = (Vec::new(), 0.0_f64, false);
        for (i, own) in wants.iter().enumerate() {
            let no_deal = own.no_deal().filter(|_| !varies(i));
            let fractions = own.contributions().chain(no_deal).filter_map(|stated| stated.fraction);
            denominators.extend(fractions.map(crate::whole::Fraction::denominator));
            if !varies(i) {
                most = most.max(own.most());
                finest = finest || own.is_certain() && !own.is_all_exact();
            }
        }
        denominators.sort_unstable();
        denominators.dedup();
        let of = |(place, _): &(usize, PositionId)| {
            let own = &wants[*place];
            (own.contributions().all(|stated| stated.fraction.is_some()), own.most_of_packages())
        };
        let of_varied = varied.iter().map(of).collect();
        Self { wants, of_varied, denominators, most, finest }
    }
}

impl List {
    fn of(space: DealSpace, rounded: Vec<i64>) -> Result<Self, DealsError> {
        let packages = OpenPackages::of(&space)
            .ok_or(DealsError::TooMuchWork { most: crate::limits::ONE_PASS.into() })?;
        let signatories = packages.signatories().to_vec();
        let (mut open, mut carried) = (Vec::new(), Vec::new());
        packages.each(|package, values| {
            open.extend_from_slice(values);
            if !space.ratification.is_empty() && space.ratified_by_all(package) {
                carried.extend_from_slice(values);
            }
        });
        let width = signatories.len();
        let open = undominated(&open, width);
        let carried = (!space.ratification.is_empty()).then(|| undominated(&carried, width));
        Ok(Self { space, signatories, open, carried, rounded })
    }

    /// The zone and the margin where no deal is worth so much to each actor.
    fn held_against(&self, floors: &[i64]) -> ZoneAndMargin {
        let least_of = |row: &[i64]| {
            let surpluses = row.iter().zip(&self.signatories);
            surpluses.map(|(value, i)| value.saturating_sub(floors[*i])).min().unwrap_or(i64::MAX)
        };
        let width = self.signatories.len();
        let best = self.open.chunks_exact(width).map(least_of).max();
        let exists = match &self.carried {
            None => best.is_some_and(|best| best >= 0),
            Some(carried) => carried.chunks_exact(width).any(|row| least_of(row) >= 0),
        };
        ZoneAndMargin { exists, margin: best.map(|best| self.space.units(best)) }
    }

    /// Who accepts a package where no deal is worth so much to each actor.
    fn acceptances(&self, package: &Package, floors: &[i64]) -> Acceptances {
        let space = &self.space;
        let accepts =
            |i: usize| !space.actors[i].refuses(package) && space.actors[i].value(package).raw() >= floors[i];
        let carries = |principal: usize| {
            let own = space.ratification.iter().filter(|ratification| ratification.principal == principal);
            own.into_iter().all(|ratification| ratification.carried(accepts))
        };
        let lets = |principal: usize| {
            let behind = |i: &usize| space.actors[*i].signs && space.behind.get(*i) == Some(&Some(principal));
            (0..space.actors.len()).filter(behind).all(accepts) && carries(principal)
        };
        let mut all: Acceptances = (0..space.principals).map(|i| accepts(i) && lets(i)).collect();
        let signed = space.is_feasible(package)
            && self.signatories.iter().all(|i| accepts(*i))
            && (0..space.principals).all(carries);
        all.push(signed);
        all
    }
}

/// The rows, each of `width` values, that no other is as good as everywhere; of equal ones the first.
fn undominated(rows: &[i64], width: usize) -> Vec<i64> {
    let mut sorted: Vec<&[i64]> = rows.chunks_exact(width).collect();
    // What comes later is no better on the first value, so that it betters nothing before it.
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let mut kept: Vec<i64> = Vec::new();
    for row in sorted {
        let as_good = |other: &[i64]| other.iter().zip(row).all(|(a, b)| a >= b);
        // With two values, the last kept has the most of the second.
        let bettered = match width {
            1 => !kept.is_empty(),
            2 => kept.last().is_some_and(|most| *most >= row[1]),
            _ => kept.chunks_exact(width).any(as_good),
        };
        if !bettered {
            kept.extend_from_slice(row);
        }
    }
    kept
}
