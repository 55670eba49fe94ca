//! Many variants of a case in the same draws: whether there is a deal in each world of each, the margin, and who would sign which package.
//!
//! **Definition.** Of every case and draw what a sitting with that case alone says of the world of that draw ([`WorldFindings::Zone`],
//! [`WorldFindings::Margin`]).
//!
//! **Method.** A draw is made once for all of them, as they have most of what is in doubt in common. What more is shared hangs on what sets a variant apart
//! from the first:
//! - nothing that bears on worlds or on a deal: it is the same;
//! - what no deal is worth to somebody: its world is that of the first with these numbers, and packages are listed once for all such variants
//!   ([`Reservations`]);
//! - anything else: a world of its own, from the same point of the unit cube.
//!
//! **Law.** The same to the last digit, whichever variants are looked at together.

use std::ops::Range;
use std::sync::Arc;

use detente_deals::{Acceptances, DealSpace, Reservations, ZoneAndMargin};
use detente_model::{
    Actor, Case, Drawn, NumberId, Package, Progress, Reservation, Uncertain, World, Worlds, unless_cancelled,
};
use rayon::prelude::*;

use super::package_choice::PackageChoice;
use super::world_table::{WorldFindings, found_in};
use crate::answers::columns::{Cells, ColumnTable};
use crate::sitting::{Options, Sitting, SittingError};

/// How many draws one thread looks at before it takes the next.
const STRETCH: u64 = 16;

/// Cases that are judged in the same draws.
#[derive(Debug)]
pub struct Variants {
    /// The first is the one whose draws are made.
    sittings: Vec<Sitting>,
    progress: Arc<Progress>,
    kinds: Vec<Kind>,
    /// Those whose no deal varies in a variant of [`Kind::NoDeal`].
    varied: Vec<Actor>,
    packages: Vec<String>,
    asked: Vec<Vec<Package>>,
}

/// What sets a variant apart from the first.
#[derive(Debug)]
enum Kind {
    /// Nothing that bears on any of this.
    Same,
    /// What no deal is worth to somebody: the numbers with what this variant says of them.
    NoDeal { numbers: Vec<(NumberId, Uncertain)>, places: Vec<Option<usize>> },
    /// Something else; where each coordinate of its worlds stands among those of the first.
    Else { places: Vec<Option<usize>> },
}

/// What is found of one variant in one world.
#[derive(Debug, Clone, PartialEq)]
struct FoundIn {
    zone: Option<bool>,
    margin: Option<f64>,
    accepted: Vec<Acceptances>,
}

/// What is found of all variants in one world, one behind the other.
#[derive(Debug, Default)]
struct FoundOfAll {
    zones: Vec<Option<bool>>,
    margins: Vec<Option<f64>>,
    /// By variant, package and side.
    accepted: Vec<bool>,
}

impl FoundOfAll {
    fn push(&mut self, found: FoundIn) {
        self.zones.push(found.zone);
        self.margins.push(found.margin);
        self.accepted.extend(found.accepted.into_iter().flatten());
    }
}

impl From<(ZoneAndMargin, Vec<Acceptances>)> for FoundIn {
    fn from((found, accepted): (ZoneAndMargin, Vec<Acceptances>)) -> Self {
        Self { zone: Some(found.exists), margin: found.margin.map(detente_deals::Units::to_f64), accepted }
    }
}

impl Variants {
    /// Sits down with every case in the same way. `packages` names packages of which it is told who accepts them, each complete.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`], and [`SittingError::Package`] where a case has no such package, or where it is not complete.
    pub fn of(cases: &[Arc<Case>], options: Options, packages: &[String]) -> Result<Self, SittingError> {
        Self::watched(cases, options, packages, Arc::default())
    }

    /// As [`Self::of`], with a progress that somebody watches or may cancel.
    ///
    /// # Errors
    /// As [`Self::of`]; [`SittingError::Cancelled`].
    pub fn watched(
        cases: &[Arc<Case>],
        options: Options,
        packages: &[String],
        progress: Arc<Progress>,
    ) -> Result<Self, SittingError> {
        let watched = |case: &Arc<Case>| Sitting::watched(Arc::clone(case), options, Arc::clone(&progress));
        let sittings: Vec<Sitting> = cases.iter().map(watched).collect();
        let mut asked = Vec::with_capacity(sittings.len());
        for sitting in &sittings {
            if sitting.case().issues.is_empty() {
                return Err(SittingError::NothingOnTheTable);
            }
            let case = sitting.worlds()?.case();
            let named = packages.iter().map(|text| PackageChoice::parse(case, text)?.on(case, &[]));
            asked.push(named.collect::<Result<_, _>>()?);
        }
        let mut variants = Self {
            kinds: Vec::new(),
            varied: Vec::new(),
            packages: packages.to_vec(),
            asked,
            sittings,
            progress,
        };
        let kinds: Result<_, SittingError> = variants.sittings.iter().map(|own| variants.kind(own)).collect();
        variants.kinds = kinds?;
        let varied = variants.kinds.iter().flat_map(|kind| match kind {
            Kind::NoDeal { numbers, .. } => numbers.as_slice(),
            _ => &[],
        });
        let varied: Vec<NumberId> = varied.map(|(id, _)| *id).collect();
        if let Some(first) = variants.sittings.first() {
            variants.varied = whose(first.worlds()?.case(), &varied);
        }
        Ok(variants)
    }

    fn kind(&self, own: &Sitting) -> Result<Kind, SittingError> {
        let (first, own) = (self.sittings[0].worlds()?, own.worlds()?);
        let places = own.coordinates_in(first);
        let Some(apart) = first.case().apart_in_numbers(own.case()) else { return Ok(Kind::Else { places }) };
        if apart.is_empty() {
            return Ok(Kind::Same);
        }
        let of_no_deal = first.case().of_no_deal();
        if apart.iter().any(|id| !of_no_deal.contains(id)) {
            return Ok(Kind::Else { places });
        }
        let numbers = apart.into_iter().map(|id| (id, own.case().numbers[id].value)).collect();
        Ok(Kind::NoDeal { numbers, places })
    }

    /// How far the computations are; cancels them.
    pub fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.sittings.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sittings.is_empty()
    }

    /// What is found of every variant in some draws, one row each, the draws of one variant behind those of another. Columns: `zone_exists`; `margin`, where it is
    /// asked for; and of each package who accepts it, as `accepts.0.` with the id of a principal or `all`, the package counted from 0. Threads change
    /// nothing.
    ///
    /// # Errors
    /// What the search meets; [`SittingError::Cancelled`].
    pub fn judged(&self, draws: Range<u64>, findings: WorldFindings) -> Result<ColumnTable, SittingError> {
        let Some(first) = self.sittings.first() else { return Ok(ColumnTable::default()) };
        unless_cancelled(|| self.judged_by(first, draws, findings))?
    }

    fn judged_by(
        &self,
        first: &Sitting,
        draws: Range<u64>,
        findings: WorldFindings,
    ) -> Result<ColumnTable, SittingError> {
        let progress = &self.progress;
        let (start, count) = (draws.start, draws.end.saturating_sub(draws.start));
        progress.expect(count * self.len() as u64);
        let stretch = |stretch: u64| {
            let from = start + stretch * STRETCH;
            let draws = from..(from + STRETCH).min(start + count);
            draws.map(|draw| self.in_draw(first, draw, findings)).collect::<Result<Vec<_>, SittingError>>()
        };
        let stretches: Result<Vec<_>, SittingError> =
            (0..count.div_ceil(STRETCH)).into_par_iter().map(stretch).collect();
        let found: Vec<FoundOfAll> = stretches?.into_iter().flatten().collect();
        let all = || (0..self.len()).flat_map(|variant| found.iter().map(move |of_draw| (variant, of_draw)));
        let zones = all().map(|(variant, found)| found.zones[variant]).collect();
        let mut columns = vec![("zone_exists".to_owned(), Cells::Truths(zones))];
        if findings >= WorldFindings::Margin {
            let margins = all().map(|(variant, found)| found.margins[variant]).collect();
            columns.push(("margin".to_owned(), Cells::PerhapsNumbers(margins)));
        }
        let case = first.case();
        let sides: Vec<&str> =
            case.principals().map(|id| case.party(id).id.as_str()).chain(["all"]).collect();
        for package in 0..self.packages.len() {
            for (side, name) in sides.iter().enumerate() {
                let place = |variant: usize| (variant * self.packages.len() + package) * sides.len() + side;
                let cells = all().map(|(variant, found)| Some(found.accepted[place(variant)])).collect();
                columns.push((format!("accepts.{package}.{name}"), Cells::Truths(cells)));
            }
        }
        Ok(ColumnTable { columns })
    }

    /// Every variant in one draw.
    fn in_draw(
        &self,
        first: &Sitting,
        draw: u64,
        findings: WorldFindings,
    ) -> Result<FoundOfAll, SittingError> {
        let worlds = first.worlds()?;
        let drawn = worlds.drawn(draw);
        let mut base = None;
        let mut varied = Varied::of(worlds, &drawn, &self.varied, &self.asked[0])?;
        let mut found = FoundOfAll::default();
        for (variant, kind) in self.kinds.iter().enumerate() {
            let own = self.sittings[variant].worlds()?;
            let asked = &self.asked[variant];
            found.push(match kind {
                Kind::Same => match &base {
                    Some(base) => FoundIn::clone(base),
                    None => base.insert(judged(drawn.world(), findings, asked)?).clone(),
                },
                Kind::NoDeal { numbers, places } if varied.is_some() => {
                    let of = |(id, value): &(NumberId, Uncertain)| {
                        (*id, own.number_like(&drawn, places, *id, *value))
                    };
                    match &mut varied {
                        Some(varied) => varied.at(own.case(), numbers.iter().map(of))?,
                        None => judged(&own.draw_like(&drawn, places), findings, asked)?,
                    }
                }
                Kind::NoDeal { places, .. } | Kind::Else { places } => {
                    judged(&own.draw_like(&drawn, places), findings, asked)?
                }
            });
            self.progress.step();
        }
        Ok(found)
    }
}

/// What is found in one world by itself.
fn judged(world: &World, findings: WorldFindings, asked: &[Package]) -> Result<FoundIn, SittingError> {
    let space = DealSpace::new(world)?;
    let (zone, margin) = found_in(&space, findings)?;
    let accepts = |package: &Package| {
        let sides = (0..space.principals().len()).map(|i| space.principal_accepts(i, package));
        sides.chain([space.all_accept(package)]).collect()
    };
    Ok(FoundIn { zone, margin, accepted: asked.iter().map(accepts).collect() })
}

/// A world whose values of no deal are set to those of one variant after the other.
struct Varied {
    world: World,
    reservations: Reservations,
    /// What the world of the first case makes of each number that varies, and whether that stands whatever the case says first: something amends it.
    numbers: Vec<(NumberId, f64, bool)>,
}

impl Varied {
    /// `None` where each variant has to be looked at by itself.
    fn of(
        worlds: &Worlds,
        drawn: &Drawn,
        actors: &[Actor],
        asked: &[Package],
    ) -> Result<Option<Self>, SittingError> {
        if actors.is_empty() || !drawn.is_settled_at_once() {
            return Ok(None);
        }
        let world = drawn.world();
        let Some(reservations) = Reservations::of(world, actors, asked)? else { return Ok(None) };
        let of_no_deal = worlds.case().of_no_deal().into_iter();
        let numbers = of_no_deal.map(|id| (id, world.number(id), world.is_amended(id))).collect();
        Ok(Some(Self { world: world.clone(), reservations, numbers }))
    }

    fn at(
        &mut self,
        case: &Arc<Case>,
        own: impl Iterator<Item = (NumberId, f64)> + Clone,
    ) -> Result<FoundIn, SittingError> {
        // What the variant before said gives way to what the first case says.
        let base = self.numbers.iter().map(|(id, number, _)| (*id, *number));
        self.world.restate(case, base);
        let numbers = &self.numbers;
        let amended = |id: NumberId| numbers.iter().any(|(own, _, amended)| *own == id && *amended);
        self.world.restate(case, own.filter(|(id, _)| !amended(*id)));
        Ok(self.reservations.in_world(&self.world)?.into())
    }
}

/// To whom no deal is worth what these numbers say.
fn whose(case: &Case, numbers: &[NumberId]) -> Vec<Actor> {
    let stated = case.positions.iter().filter(|position| match &position.reservation {
        Reservation::Value(id) => numbers.contains(id),
        Reservation::Package(_) => false,
    });
    let mut actors: Vec<Actor> = stated.map(|position| position.of).collect();
    let blocking = case.blocking.iter().filter(|blocking| blocking.numbers().any(|id| numbers.contains(&id)));
    actors.extend(blocking.map(|blocking| Actor::Party(blocking.of)));
    actors.sort_unstable();
    actors.dedup();
    actors
}
