//! All variants in one draw.

use detente_deals::{DealSpace, Reservations};
use detente_exchange::Holds;
use detente_model::{Drawn, NumberId, Uncertain, World, Worlds};

use super::found::FoundOfAll;
use super::{Measure, VariantFindings, Variants};
use crate::compose::three_tests::{TestsError, Trial};
use crate::compose::world_table::found_in;
use crate::sitting::SittingError;

/// All variants in one draw, while they are looked at.
pub(super) struct InDraw<'v> {
    all: &'v Variants,
    worlds: WorldsInDraw<'v>,
    /// The packages that count whatever no deal is worth to those to whom it is worth something else in some variant.
    list: Option<Reservations>,
    /// Whether the exchanges of the packages of a variant hold themselves, kept for all that have them in common with it.
    held: Vec<Option<Vec<Holds>>>,
    /// How likely its packages are to outlive the compared day, and the last that is told; kept in the same way.
    lasts: Vec<Option<Vec<[Option<f64>; 2]>>>,
}

impl<'v> InDraw<'v> {
    pub fn of(all: &'v Variants, draw: u64) -> Result<Self, SittingError> {
        let worlds = WorldsInDraw::of(all, draw)?;
        let list = match &worlds.restated {
            Some(_) if !all.no_deal.is_empty() => Reservations::of(worlds.drawn.world(), &all.no_deal)?,
            _ => None,
        };
        let count = all.each.len();
        Ok(Self { all, worlds, list, held: vec![None; count], lasts: vec![None; count] })
    }

    /// What is found of every variant.
    pub fn judged(mut self, findings: VariantFindings<'_>) -> Result<FoundOfAll, SittingError> {
        let mut found = FoundOfAll::default();
        for (place, variant) in self.all.each.iter().enumerate() {
            if variant.deals < place {
                found.add_deals_of(variant.deals);
            } else {
                self.look_at_deals(place, findings, &mut found)?;
            }
            if !findings.measures.is_empty() {
                self.put_to_the_tests(place, findings, &mut found)?;
            }
            self.all.progress.step();
        }
        Ok(found)
    }

    fn look_at_deals(
        &mut self,
        place: usize,
        findings: VariantFindings<'_>,
        found: &mut FoundOfAll,
    ) -> Result<(), SittingError> {
        let variant = &self.all.each[place];
        let world = self.worlds.of_variant(place)?;
        match &mut self.list {
            Some(list) if place > 0 && variant.restated.is_some() => {
                let (deals, accepted) = list.in_world(world, &variant.asked)?;
                let margin = deals.margin.map(detente_deals::Units::to_f64);
                found.add_deals(Some(deals.exists), margin, accepted.into_iter().flatten());
            }
            _ => {
                let space = DealSpace::new(world)?;
                let (zone, margin) = found_in(&space, findings.deals)?;
                let sides = space.principals().len();
                let accepted = variant.asked.iter().flat_map(|package| {
                    let each = (0..sides).map(|side| space.principal_accepts(side, package));
                    each.chain([space.all_accept(package)])
                });
                found.add_deals(zone, margin, accepted);
            }
        }
        Ok(())
    }

    fn put_to_the_tests(
        &mut self,
        place: usize,
        findings: VariantFindings<'_>,
        found: &mut FoundOfAll,
    ) -> Result<(), SittingError> {
        let variant = &self.all.each[place];
        let accepted: Vec<bool> = found.all_accept_of_last(variant.asked.len()).collect();
        let all_three = findings.has(Measure::AllThree);
        // What nobody signs passes no test together with the others, whatever the others say.
        let signed = all_three && accepted.contains(&true);
        let held = &mut self.held[variant.exchange];
        if (findings.has(Measure::Enforceable) || signed) && held.is_none() {
            let world = self.worlds.of_variant(place)?;
            *held = variant.tests.held(world, &self.all.progress).map_err(TestsError::from)?;
        }
        let (durable, survival) = (findings.has(Measure::Durable), findings.has(Measure::Survival));
        let lasts = &mut self.lasts[variant.durability];
        if (durable || survival || signed) && lasts.is_none() {
            let world = self.worlds.of_variant(place)?;
            let [compared, last] = variant.tests.days();
            let days = [(durable || all_three).then_some(compared), survival.then_some(last)];
            let figures =
                variant.tests.lasts(world, |life| days.map(|day| day.map(|day| life.survival(day))));
            *lasts = figures.map_err(TestsError::from)?;
        }
        for (package, accepted) in accepted.into_iter().enumerate() {
            let held = held.as_ref().map(|held| held[package]);
            let [compared, last] = lasts.as_ref().map_or([None; 2], |lasts| lasts[package]);
            found.add_trial(Trial::of(accepted, held, compared));
            if survival {
                found.add_survival(last);
            }
        }
        Ok(())
    }
}

/// The worlds of the variants in one draw, each made when it is asked for.
struct WorldsInDraw<'v> {
    all: &'v Variants,
    drawn: Drawn,
    restated: Option<Restated>,
    /// The last world that a variant had by itself, and which variant.
    own: Option<(usize, World)>,
}

impl<'v> WorldsInDraw<'v> {
    fn of(all: &'v Variants, draw: u64) -> Result<Self, SittingError> {
        let drawn = all.sittings[0].worlds()?.drawn(draw);
        // Of a later attempt at a draw nobody knows the numbers that it puts in.
        let restated = drawn.is_settled_at_once() && !all.restated.is_empty();
        let restated = restated.then(|| Restated::of(drawn.world(), &all.restated));
        Ok(Self { all, drawn, restated, own: None })
    }

    fn of_variant(&mut self, place: usize) -> Result<&World, SittingError> {
        if place == 0 {
            return Ok(self.drawn.world());
        }
        let own = self.all.sittings[place].worlds()?;
        let variant = &self.all.each[place];
        if let (Some(numbers), Some(restated)) = (&variant.restated, &mut self.restated) {
            if restated.to != place {
                let like = |(id, value): &(NumberId, Uncertain)| {
                    (*id, own.number_like(&self.drawn, &variant.places, *id, *value))
                };
                restated.put_in(place, own, numbers.iter().map(like));
            }
            return Ok(&restated.world);
        }
        let made = match self.own.take() {
            Some(made) if made.0 == place => made,
            _ => (place, own.draw_like(&self.drawn, &variant.places)),
        };
        Ok(&self.own.insert(made).1)
    }
}

/// The world of the first variant with other numbers put in.
struct Restated {
    world: World,
    /// Of which variant it is.
    to: usize,
    /// What the world of the first makes of each number that varies, and whether that stands whatever the case says first: something amends it.
    numbers: Vec<(NumberId, f64, bool)>,
}

impl Restated {
    fn of(world: &World, numbers: &[NumberId]) -> Self {
        let numbers = numbers.iter().map(|id| (*id, world.number(*id), world.is_amended(*id))).collect();
        Self { world: world.clone(), to: 0, numbers }
    }

    fn put_in(&mut self, place: usize, own: &Worlds, numbers: impl Iterator<Item = (NumberId, f64)>) {
        // What the variant before said gives way to what the first case says.
        self.world.restate(own.case(), self.numbers.iter().map(|(id, number, _)| (*id, *number)));
        let stated = &self.numbers;
        let amended = |id: NumberId| stated.iter().any(|(known, _, amended)| *known == id && *amended);
        self.world.restate(own.case(), numbers.filter(|(id, _)| !amended(*id)));
        self.to = place;
    }
}
