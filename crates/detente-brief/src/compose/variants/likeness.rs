//! What sets variants apart, and so which engine has to look at a variant again that it has seen one like.

use detente_model::{Actor, Case, NumberId, Package, Reservation, Uncertain};

use crate::compose::three_tests::Tests;
use crate::parts::Untouched;
use crate::sitting::{Sitting, SittingError};

/// A variant beside the first.
#[derive(Debug)]
pub(super) struct Variant {
    /// Where each coordinate of its worlds stands among those of the first.
    pub places: Vec<Option<usize>>,
    /// The numbers that set it apart from the first, with what it says of them, where its worlds are those of the first with these numbers put in.
    pub restated: Option<Vec<(NumberId, Uncertain)>>,
    /// The packages asked about.
    pub asked: Vec<Package>,
    /// The same, to be put to the tests.
    pub tests: Tests,
    /// The first variant whose deal space is the same in every draw: itself, if none before it is like that.
    pub deals: usize,
    /// The same of what would change hands under the packages.
    pub exchange: usize,
    /// The same of how long the packages would last.
    pub durability: usize,
}

/// What an answer of one engine hangs on, beside all that the variants have in common.
#[derive(Debug, Clone, PartialEq)]
struct Bearing {
    numbers: Vec<(NumberId, Uncertain)>,
    packages: Vec<Package>,
}

/// Every variant, with the packages asked about in it.
///
/// # Errors
/// [`SittingError::Cancelled`].
pub(super) fn of_all(sittings: &[Sitting], asked: Vec<Vec<Package>>) -> Result<Vec<Variant>, SittingError> {
    let Some(first) = sittings.first() else { return Ok(Vec::new()) };
    let first = first.worlds()?;
    let case = first.case();
    let of_no_deal = case.of_no_deal();
    let untouched = |id: &NumberId| {
        if of_no_deal.contains(id) {
            // Comparisons of packages say nothing of what no deal is worth: no world is drawn anew for it.
            return Untouched { deals: false, exchange: true, durability: true, standstill: true };
        }
        Untouched::of_path(case, &case.numbers[*id].path)
    };
    // By engine, what its answer about each variant hangs on; `None` where it has none in common with others.
    let mut seen: [Vec<Option<Bearing>>; 3] = Default::default();
    let mut variants = Vec::with_capacity(sittings.len());
    for (place, (sitting, asked)) in sittings.iter().zip(asked).enumerate() {
        let own = sitting.worlds()?;
        let apart = case.apart_in_numbers(own.case());
        let stated = |id: NumberId| (id, own.case().numbers[id].value);
        let bearing = |spared: &dyn Fn(Untouched) -> bool| {
            let numbers = apart.as_ref()?.iter().filter(|id| !spared(untouched(id)));
            Some(Bearing { numbers: numbers.map(|id| stated(*id)).collect(), packages: asked.clone() })
        };
        let bearings =
            [bearing(&|own| own.deals), bearing(&|own| own.exchange), bearing(&|own| own.durability)];
        let mut like = [place; 3];
        for ((like, seen), bearing) in like.iter_mut().zip(&mut seen).zip(bearings) {
            let earlier =
                bearing.as_ref().and_then(|own| seen.iter().position(|other| other.as_ref() == Some(own)));
            *like = earlier.unwrap_or(place);
            seen.push(bearing);
        }
        let stays = |id: &NumberId| of_no_deal.contains(id) || untouched(id).deals;
        let restated = apart.filter(|apart| apart.iter().all(stays));
        variants.push(Variant {
            places: own.coordinates_in(first),
            restated: restated.map(|apart| apart.into_iter().map(stated).collect()),
            tests: Tests::of(own.case(), &asked),
            asked,
            deals: like[0],
            exchange: like[1],
            durability: like[2],
        });
    }
    Ok(variants)
}

/// To whom no deal is worth what these numbers say.
pub(super) fn to_whom_no_deal_is_worth(case: &Case, numbers: &[NumberId]) -> Vec<Actor> {
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
