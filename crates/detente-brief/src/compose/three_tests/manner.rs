//! The ways of carrying the exchange out that the case proposes, and the guarantee that each would take.
//!
//! Whether to hand over in stages or most at once looks like a matter of taste; here both are answers to one question: what keeps
//! a side to its word when it has received more than it still expects? Each manner is tried on the best package, changed on the
//! issues that the manner belongs to and nothing else.

use detente_deals::DealSpace;
use detente_exchange::{Side, guarantee_for_schedule, schedules_of, terms_of, verify, words as told};
use detente_model::{Band, Outcome, PartyId, Share, Worlds};
use rayon::prelude::*;

use super::TestsError;
use crate::words;

/// One way of carrying the exchange out.
#[derive(Debug, Clone, PartialEq)]
pub struct Manner {
    /// As the case calls it.
    pub name: String,
    /// The package it is tried on.
    pub outcome: Outcome,
    /// Where it holds itself.
    pub holds: Share,
    /// The guarantee that it takes on each side.
    pub needed: Vec<Needed>,
}

/// What a manner takes on one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Needed {
    /// The party.
    pub party: Option<PartyId>,
    /// Its name.
    pub name: String,
    /// The least guarantee in all, on the side's own scale, where one is enough; 0 where none is needed.
    pub guarantee: Option<Band>,
    /// What the package's guarantee is already, in the middle of the worlds.
    pub given: f64,
    /// Where no guarantee is enough.
    pub never: Share,
    /// Where some guarantee is needed.
    pub some: Share,
    /// The unit in words: the first lot that the side receives, and what one of it is worth to the side in the central world.
    pub unit: Option<(String, f64)>,
}

/// One manner in one world.
struct InWorld {
    holds: bool,
    needed: [Option<f64>; 2],
    given: [f64; 2],
}

/// Every manner that the case proposes, in its order.
pub(super) fn manners(worlds: &Worlds<'_>, draws: u64, base: &Outcome) -> Result<Vec<Manner>, TestsError> {
    let case = worlds.case();
    let Some(exchange) = &case.exchange else { return Ok(Vec::new()) };
    let central = worlds.central();
    let space = DealSpace::new(case, &central)?;
    let mut manners: Vec<Manner> = Vec::new();
    for proposed in &exchange.rules.schedules {
        let mut outcome = base.clone();
        if !proposed.when.holds(base) {
            for (issue, options) in &proposed.when.0 {
                if let Some(option) = options.first().filter(|_| !options.contains(&base.option(*issue))) {
                    outcome.0[issue.0] = *option as u16;
                }
            }
        }
        if !space.is_feasible(&outcome) || manners.iter().any(|manner| manner.name == proposed.name) {
            continue;
        }
        let in_world = |draw: u64| -> Result<Option<InWorld>, TestsError> {
            let terms = terms_of(case, &worlds.draw(draw), &outcome)?;
            let pledged = terms.pledged();
            let mut schedules = schedules_of(case, &terms, &outcome).into_iter();
            let Some(schedule) = schedules.find(|schedule| schedule.name == proposed.name) else {
                return Ok(None);
            };
            let schedule = schedule.fitted(&pledged);
            Ok(Some(InWorld {
                holds: verify(&pledged, &schedule)?.self_enforcing,
                needed: guarantee_for_schedule(&pledged, &schedule)?,
                given: Side::BOTH.map(|side| pledged.side(side).guarantee),
            }))
        };
        let found = (0..draws).into_par_iter().map(in_world).collect::<Result<Vec<_>, _>>()?;
        let found: Vec<InWorld> = found.into_iter().flatten().collect();
        let count = |holds: &dyn Fn(&InWorld) -> bool| {
            Share::of(found.iter().filter(|world| holds(world)).count() as u64, found.len() as u64)
        };
        let terms = terms_of(case, &central, &outcome)?;
        let needed = Side::BOTH.map(|side| {
            let i = side.index();
            let received = terms.lots_of(side.other()).next().map(|lot| &terms.lots[lot]);
            Needed {
                party: terms.side(side).party,
                name: terms.side(side).name.clone(),
                guarantee: Band::of(found.iter().filter_map(|world| world.needed[i]).collect()),
                given: Band::of(found.iter().map(|world| world.given[i]).collect())
                    .map_or(0.0, |band| band.median),
                never: count(&|world| world.needed[i].is_none()),
                some: count(&|world| world.needed[i].is_none_or(|needed| needed > 0.0)),
                unit: received
                    .map(|lot| (lot.name.clone(), lot.to_receiver))
                    .filter(|(_, worth)| *worth > 0.0),
            }
        });
        manners.push(Manner {
            name: proposed.name.clone(),
            holds: count(&|world| world.holds),
            needed: needed.into(),
            outcome,
        });
    }
    Ok(manners)
}

/// What the manners have in common, and which guarantee would make one acceptable to whoever fears it.
pub(super) fn sentences(manners: &[Manner]) -> Vec<String> {
    if manners.len() < 2 {
        return Vec::new();
    }
    let told: Vec<String> = manners.iter().map(sentence).collect();
    let lead = "How to carry it out is one question with several answers: what keeps each side to its word once it has \
                received more than it still expects?";
    vec![format!("{lead} {}", told.join(" "))]
}

fn sentence(manner: &Manner) -> String {
    let takes: Vec<String> = manner.needed.iter().filter_map(Needed::in_words).collect();
    let holds = words::percent(manner.holds.value());
    if takes.is_empty() {
        return format!(
            "“{}” holds itself in {holds}, and takes no guarantee in the middle of the worlds.",
            manner.name
        );
    }
    format!("“{}” holds itself in {holds}; it takes {}.", manner.name, words::list(&takes))
}

impl Needed {
    /// `a guarantee on Israel of 38 (20–60), where one of “people held, alive” counts 1`; `None` where none is needed in most worlds.
    pub fn in_words(&self) -> Option<String> {
        if self.never.value() > 0.5 {
            return Some(format!("more than any guarantee on {}", self.name));
        }
        let band = self.guarantee.filter(|band| band.median > 0.0)?;
        let scale = self.unit.as_ref().map(|(lot, worth)| {
            format!(", on a scale on which one of “{lot}” counts {}", told::worth(*worth))
        });
        Some(format!(
            "a guarantee that makes a breach cost {} {} ({}–{}){}",
            self.name,
            told::worth(band.median),
            told::worth(band.low),
            told::worth(band.high),
            scale.unwrap_or_default()
        ))
    }
}
