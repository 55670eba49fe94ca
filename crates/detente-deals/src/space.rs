//! The deal space of one world: who values which option how much, in exact integers.

use std::sync::Arc;

use detente_model::{Actor, Case, Combination, Package, Progress, World};
use num_bigint::BigUint;

use crate::DealsError;
use crate::asked::{Asked, aside_for};
use crate::continuous::{Scale, Taste};
use crate::fixed::Units;
use crate::ratification::Ratification;
use crate::seated::{Seated, asked_if};
use crate::terms::{in_one_unit, in_whole_units};
use crate::watch::Watch;

/// Everything about a world that bears on who would accept which package.
///
/// Principals come first, in file order, then the audiences that
/// have a position.
#[derive(Debug, Clone, PartialEq)]
pub struct DealSpace {
    pub(crate) names: Vec<String>,
    pub(crate) sizes: Vec<usize>,
    pub(crate) actors: Vec<ActorTerms>,
    pub(crate) principals: usize,
    pub(crate) infeasible: Vec<Combination>,
    pub(crate) ratification: Vec<Ratification>,
    /// The principal behind whom each actor stands as an audience, both as positions among the actors; empty where a space is put
    /// together by hand.
    pub(crate) behind: Vec<Option<usize>>,
    /// Of each actor, when it is asked and what it wants then, if it is not asked about every package.
    pub(crate) asked: Vec<Option<Asked>>,
    /// What lies between the stops of continuous issues, in the order of the issues.
    pub(crate) scales: Vec<Scale>,
    pub(crate) watch: Watch,
    /// How many of the units in which all values are counted make the value 1.
    pub(crate) one: i64,
    /// What sets apart where somebody is not asked (see [`crate::asked`]).
    pub(crate) aside: Units,
}

/// What one actor wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorTerms {
    /// Who it is.
    pub actor: Actor,
    /// Whether there is no deal without it: principals and audiences with a veto.
    pub signs: bool,
    /// Weighted worth of each option of each issue.
    pub worth: Vec<Vec<Units>>,
    /// Options that cross a red line.
    pub refused: Vec<Vec<bool>>,
    /// What is added when certain options come together.
    pub interactions: Vec<(Combination, Units)>,
    /// What no agreement is worth.
    pub reservation: Units,
}

impl ActorTerms {
    /// The value of a package, red lines aside.
    pub fn value(&self, package: &Package) -> Units {
        let worth = self.worth.iter().zip(&package.0).map(|(row, option)| row[usize::from(*option)]);
        let extra = self.interactions.iter().filter(|(when, _)| when.holds(package)).map(|(_, value)| *value);
        worth.chain(extra).sum()
    }

    /// Whether a package crosses one of its red lines.
    pub fn refuses(&self, package: &Package) -> bool {
        self.refused.iter().zip(&package.0).any(|(row, option)| row[usize::from(*option)])
    }

    /// Whether a package is no worse for it than no deal and crosses no red line.
    pub fn accepts(&self, package: &Package) -> bool {
        !self.refuses(package) && self.value(package) >= self.reservation
    }
}

/// The principal behind whom an actor stands as an audience, as a position among the principals.
fn stands_behind(case: &Case, actor: Actor) -> Option<usize> {
    match actor {
        Actor::Audience(id) => case.principals().position(|party| party == case.audience(id).of),
        Actor::Party(_) => None,
    }
}

impl DealSpace {
    /// The deal space of one world. What everybody's values are made of is whole in the units that they are counted in, so that sums are exact as
    /// the figures are written, wherever there is such a unit: trillionths where decimals are all there is, and others where thirds are (a figure with more than
    /// twelve decimals counts as the simplest fraction that it equals to a part in 10¹⁵). Where there is none, what no deal is worth is lowered by a few
    /// roundings in about 10¹⁵, so that a package worth exactly as much is acceptable.
    ///
    /// # Errors
    /// If there is no principal, or one has no position.
    pub fn new(world: &World) -> Result<Self, DealsError> {
        let seated = Seated::of(world)?;
        let continuous = world.case().issues.iter().any(|issue| issue.continuous);
        let actors = in_whole_units(world, seated.wanted, continuous);
        Self::seating(world, actors, seated.principals, seated.ratification)
    }

    /// The deal space of a world in which everybody's terms are known.
    pub(crate) fn seating(
        world: &World,
        actors: Vec<ActorTerms>,
        principals: usize,
        ratification: Vec<Ratification>,
    ) -> Result<Self, DealsError> {
        let case = world.case();
        let asked: Vec<Option<Combination>> =
            actors.iter().map(|terms| asked_if(case, terms.actor)).collect();
        let sizes = case.issues.iter().map(|issue| issue.options.len()).collect();
        let infeasible = case.infeasible.iter().map(|rule| rule.when.clone()).collect();
        let names = case.issues.iter().map(|issue| issue.id.clone()).collect();
        let mut space = Self::named(names, sizes, actors, principals, infeasible, ratification)?;
        let continuous = (0..case.issues.len()).filter(|k| case.issues[*k].continuous);
        space.scales = continuous.map(|k| Scale::new(case, k, space.tastes(world, k))).collect();
        space.behind = space.actors.iter().map(|terms| stands_behind(case, terms.actor)).collect();
        for (actor, when) in asked.iter().enumerate() {
            if let Some(when) = when {
                space = space.asked_only_if(actor, when);
            }
        }
        Ok(space)
    }

    /// What each actor wants on a continuous issue.
    fn tastes(&self, world: &World, issue: usize) -> Vec<Taste> {
        let positions = self.actors.iter().filter_map(|terms| world.case().position_of(terms.actor));
        positions.map(|position| Taste::of(world, position, issue, self.one)).collect()
    }

    /// A deal space put together by hand, without continuous issues: `sizes` holds the number of options of each issue, and the first
    /// `principals` of the actors are the principals.
    ///
    /// # Errors
    /// If there is no principal.
    ///
    /// # Panics
    /// If the actors' tables do not have the shape that `sizes` says.
    pub fn from_parts(
        sizes: Vec<usize>,
        actors: Vec<ActorTerms>,
        principals: usize,
        infeasible: Vec<Combination>,
        ratification: Vec<Ratification>,
    ) -> Result<Self, DealsError> {
        let names = (1..=sizes.len()).map(|k| format!("issue {k}")).collect();
        Self::named(names, sizes, actors, principals, infeasible, ratification)
    }

    fn named(
        names: Vec<String>,
        sizes: Vec<usize>,
        mut actors: Vec<ActorTerms>,
        principals: usize,
        infeasible: Vec<Combination>,
        ratification: Vec<Ratification>,
    ) -> Result<Self, DealsError> {
        if principals == 0 {
            return Err(DealsError::NoPrincipals);
        }
        for terms in &actors {
            assert!(terms.worth.iter().map(Vec::len).eq(sizes.iter().copied()), "one worth an option");
            assert!(terms.refused.iter().map(Vec::len).eq(sizes.iter().copied()), "one refusal an option");
        }
        let one = in_one_unit(&mut actors);
        let aside = aside_for(&actors, one);
        Ok(Self {
            names,
            sizes,
            asked: vec![None; actors.len()],
            actors,
            principals,
            infeasible,
            ratification,
            scales: Vec::new(),
            watch: Watch::default(),
            behind: Vec::new(),
            one,
            aside,
        })
    }

    /// The same space, with somebody who watches what is asked of it and may cancel it (see [`Progress`]).
    pub fn watched_by(mut self, progress: &Arc<Progress>) -> Self {
        self.watch = Watch::by(progress);
        self
    }

    /// The same space, watched by whoever watches another.
    pub(crate) fn watched_like(mut self, other: &Self) -> Self {
        self.watch = other.watch.clone();
        self
    }

    /// So many of the units in which the values of this space are counted.
    pub(crate) fn units(&self, count: i64) -> Units {
        Units::counted(count, self.one)
    }

    /// Bare numbers that a search in this space has found, as values.
    pub(crate) fn all_units(&self, counts: &[i64]) -> Vec<Units> {
        counts.iter().map(|count| self.units(*count)).collect()
    }

    /// A value from outside in the units of this space, to the nearest.
    pub(crate) fn count_of(&self, value: Units) -> i64 {
        value.in_units_of(self.one)
    }

    /// How many options each issue has.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// Everyone with a position: principals first, then audiences.
    pub fn actors(&self) -> &[ActorTerms] {
        &self.actors
    }

    /// Those who must sign.
    pub fn principals(&self) -> &[ActorTerms] {
        &self.actors[..self.principals]
    }

    /// What no deal is worth to each principal.
    pub(crate) fn reservations(&self) -> Vec<Units> {
        self.principals().iter().map(|terms| terms.reservation).collect()
    }

    /// Combinations of options that no package can contain.
    pub fn infeasible(&self) -> &[Combination] {
        &self.infeasible
    }

    /// What it takes to carry a deal at home, for each principal where it takes anything.
    pub fn ratification(&self) -> &[Ratification] {
        &self.ratification
    }

    /// Where the signatories stand among the actors: principals, then audiences with a veto.
    pub fn signatories(&self) -> Vec<usize> {
        (0..self.actors.len()).filter(|i| self.actors[*i].signs).collect()
    }

    /// How many packages can be put together before any is ruled out.
    pub fn package_count(&self) -> BigUint {
        self.sizes.iter().map(|size| BigUint::from(*size)).product()
    }

    /// Whether a package can be put together at all.
    pub fn is_feasible(&self, package: &Package) -> bool {
        !self.infeasible.iter().any(|when| when.holds(package))
    }

    /// Whether a principal accepts a package: it is worth no less than no deal, crosses no red line, its
    /// audiences with a veto accept and its ratification carries. In a space put together by hand nobody is known to stand behind anybody, and
    /// a veto counts for [`Self::all_accept`] only.
    pub fn principal_accepts(&self, principal: usize, package: &Package) -> bool {
        self.actors[principal].accepts(package) && self.home_accepts(principal, package)
    }

    /// Whether a principal's home lets it sign a package, whatever itself wants: its audiences with a veto accept and its ratification carries.
    pub fn home_accepts(&self, principal: usize, package: &Package) -> bool {
        let mut audiences = self.behind.iter().zip(&self.actors);
        audiences
            .all(|(behind, terms)| !(terms.signs && *behind == Some(principal)) || terms.accepts(package))
            && self.ratified(principal, package)
    }

    /// Whether anybody but the principals can keep a package from being signed.
    pub fn asks_at_home(&self) -> bool {
        !self.ratification.is_empty() || self.actors[self.principals..].iter().any(|terms| terms.signs)
    }

    /// Whether everybody but the principals lets a package be signed: every audience with a veto, and every ratification.
    pub fn homes_accept(&self, package: &Package) -> bool {
        self.actors[self.principals..].iter().all(|terms| !terms.signs || terms.accepts(package))
            && (0..self.principals).all(|principal| self.ratified(principal, package))
    }

    fn ratified(&self, principal: usize, package: &Package) -> bool {
        self.ratification
            .iter()
            .filter(|ratification| ratification.principal == principal)
            .all(|ratification| ratification.carried(|voter| self.actors[voter].accepts(package)))
    }

    /// Whether a package is in the zone of agreement.
    pub fn all_accept(&self, package: &Package) -> bool {
        self.is_feasible(package)
            && self.actors.iter().filter(|terms| terms.signs).all(|terms| terms.accepts(package))
            && (0..self.principals).all(|principal| self.ratified(principal, package))
    }

    /// The principals' values of a package.
    pub fn values(&self, package: &Package) -> Vec<Units> {
        self.principals().iter().map(|terms| terms.value(package)).collect()
    }

    /// The first package at or after `package` in counting order, last issue fastest; `None` past the last.
    pub(crate) fn next_package(&self, package: &mut Package) -> bool {
        for (option, size) in package.0.iter_mut().zip(&self.sizes).rev() {
            if usize::from(*option) + 1 < *size {
                *option += 1;
                return true;
            }
            *option = 0;
        }
        false
    }

    /// All packages in counting order, last issue fastest.
    pub fn packages(&self) -> impl Iterator<Item = Package> {
        let mut next =
            Some(Package(vec![0; self.sizes.len()])).filter(|_| self.sizes.iter().all(|size| *size > 0));
        std::iter::from_fn(move || {
            let current = next.clone()?;
            if !next.as_mut().is_some_and(|package| self.next_package(package)) {
                next = None;
            }
            Some(current)
        })
    }
}
