//! The ways of carrying the exchange out that the case proposes, and the guarantee that each would take.
//!
//! Whether to hand over in stages or most at once looks like a matter of taste; here both are answers to one question: what keeps
//! a side to its word when it has received more than it still expects? Each manner is tried on the best package, changed on the
//! issues that the manner belongs to and nothing else.

use detente_deals::DealSpace;
use detente_exchange::{Side, guarantee_for_schedule, holds_itself, schedules_of, terms_of, words as told};
use detente_model::side_by_side::each;
use detente_model::{Band, Guarantee, Package, PartyId, Progress, Share, Worlds};

use super::TestsError;
use crate::words;

/// One way of carrying the exchange out.
#[derive(Debug, Clone, PartialEq)]
pub struct Manner {
    /// As the case calls it.
    pub name: String,
    /// The package it is tried on.
    pub package: Package,
    /// Where it holds itself, by the option on the issue that the guarantee is taken from; one entry without an option where
    /// the guarantee is the same for every package.
    pub holds: Vec<(Option<usize>, Share)>,
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
    /// Where no guarantee is enough.
    pub never: Share,
    /// Where some guarantee is needed.
    pub some: Share,
    /// The unit in words: the first lot that the side receives, and what one of it is worth to the side in the central world.
    pub unit: Option<(String, f64)>,
}

/// One manner in one world.
struct InWorld {
    /// Under each guarantee on offer.
    holds: Vec<bool>,
    /// The guarantee needed does not depend on the one given.
    needed: [Option<f64>; 2],
}

/// Every manner that the case proposes, in its order.
pub(super) fn manners(
    worlds: &Worlds,
    draws: u64,
    base: &Package,
    progress: &Progress,
) -> Result<Vec<Manner>, TestsError> {
    let case = worlds.case();
    let Some(exchange) = &case.exchange else { return Ok(Vec::new()) };
    let central = worlds.central();
    let space = DealSpace::new(central)?;
    let mut manners: Vec<Manner> = Vec::new();
    for proposed in &exchange.rules.schedules {
        let mut package = base.clone();
        if !proposed.when.holds(base) {
            for (issue, options) in &proposed.when.0 {
                if let Some(option) = options.first().filter(|_| !options.contains(&base.option(*issue))) {
                    package.0[issue.0] = *option as u16;
                }
            }
        }
        if !space.is_feasible(&package) || manners.iter().any(|manner| manner.name == proposed.name) {
            continue;
        }
        let under = packages_under_each_guarantee(&exchange.guarantee, &package, &space);
        let in_world = |draw: usize| -> Result<Option<InWorld>, TestsError> {
            progress.step();
            let world = worlds.draw(draw as u64);
            let mut found = InWorld { holds: Vec::new(), needed: [None; 2] };
            for (_, package) in &under {
                let terms = terms_of(&world, package)?;
                let pledged = terms.pledged();
                let mut schedules = schedules_of(case, &terms, package).into_iter();
                let Some(schedule) = schedules.find(|schedule| schedule.name == proposed.name) else {
                    return Ok(None);
                };
                let schedule = schedule.fitted(&pledged);
                found.holds.push(holds_itself(&pledged, &schedule)?);
                if found.holds.len() == 1 {
                    found.needed = guarantee_for_schedule(&pledged, &schedule)?;
                }
            }
            Ok(Some(found))
        };
        progress.expect(draws);
        let found = each(draws as usize, progress, &in_world).into_iter().collect::<Result<Vec<_>, _>>()?;
        let found: Vec<InWorld> = found.into_iter().flatten().collect();
        let count = |holds: &dyn Fn(&InWorld) -> bool| {
            Share::of(found.iter().filter(|world| holds(world)).count() as u64, found.len() as u64)
        };
        let terms = terms_of(central, &package)?;
        let needed = Side::BOTH.map(|side| {
            let i = side.index();
            let received = terms.lots_of(side.other()).next().map(|lot| &terms.lots[lot]);
            Needed {
                party: terms.side(side).party,
                name: terms.side(side).name.clone(),
                guarantee: Band::of(found.iter().filter_map(|world| world.needed[i]).collect()),
                never: count(&|world| world.needed[i].is_none()),
                some: count(&|world| world.needed[i].is_none_or(|needed| needed > 0.0)),
                unit: received
                    .map(|lot| (lot.name.clone(), lot.to_receiver))
                    .filter(|(_, worth)| *worth > 0.0),
            }
        });
        manners.push(Manner {
            name: proposed.name.clone(),
            holds: (under.iter().enumerate())
                .map(|(i, (option, _))| (*option, count(&|world| world.holds[i])))
                .collect(),
            needed: needed.into(),
            package,
        });
    }
    Ok(manners)
}

/// The package under each guarantee that is on offer, with the option that stands for it.
fn packages_under_each_guarantee(
    guarantee: &Guarantee,
    package: &Package,
    space: &DealSpace,
) -> Vec<(Option<usize>, Package)> {
    let Guarantee::Issue { issue, table } = guarantee else { return vec![(None, package.clone())] };
    let under = |option: usize| {
        let mut package = package.clone();
        package.0[issue.0] = option as u16;
        (Some(option), package)
    };
    (0..table.len()).map(under).filter(|(_, package)| space.is_feasible(package)).collect()
}

/// What the manners have in common, and which guarantee would make one acceptable to whoever fears it.
pub(super) fn sentences(manners: &[Manner]) -> Vec<String> {
    if manners.len() < 2 {
        return Vec::new();
    }
    let mut told = "How it is carried out, at once or in stages, is one question with several answers: what keeps each side to its \
                    word once it has received more than it still expects?"
        .to_owned();
    let alone: Vec<String> = manners
        .iter()
        .filter(|m| !m.needed.iter().any(Needed::asks))
        .map(|m| format!("“{}”", m.name))
        .collect();
    if !alone.is_empty() {
        let holds = if alone.len() == 1 { "holds itself" } else { "hold themselves" };
        told.push_str(&format!(
            " {} {holds} without a guarantee in the middle of the worlds.",
            words::list(&alone)
        ));
    }
    for (side, needed) in manners[0].needed.iter().enumerate() {
        let asks: Vec<&Manner> = manners.iter().filter(|manner| manner.needed[side].asks()).collect();
        if !asks.is_empty() {
            told.push_str(&format!(" {}", trusting(&asks, side, needed)));
        }
    }
    vec![told]
}

/// Who must trust whom in some manners, and which guarantee would make each acceptable to the one who must.
fn trusting(asks: &[&Manner], side: usize, needed: &Needed) -> String {
    let others: Vec<&str> = asks[0]
        .needed
        .iter()
        .filter(|other| other.party != needed.party)
        .map(|other| other.name.as_str())
        .collect();
    let others = words::list(&others);
    let prices: Vec<String> = asks
        .iter()
        .map(|manner| format!("{} for “{}”", manner.needed[side].in_words(), manner.name))
        .collect();
    format!(
        "Where {others} must trust {name}, it becomes acceptable to {others} when a breach costs {name}: {}{}.",
        words::list(&prices),
        needed.scale(),
        name = needed.name,
    )
}

impl Needed {
    /// Whether a guarantee would have to bind the side in the middle of the worlds.
    fn asks(&self) -> bool {
        self.never.value() > 0.5 || self.guarantee.is_some_and(|band| band.median > 0.0)
    }

    /// The guarantee with its range: `38 (20–60)`, `none`, or that nothing is enough.
    pub fn in_words(&self) -> String {
        match self.guarantee {
            _ if self.never.value() > 0.5 => "no guarantee is enough".to_owned(),
            Some(band) if band.high > 0.0 => {
                format!("{} ({}–{})", told::worth(band.median), told::worth(band.low), told::worth(band.high))
            }
            _ => "none".to_owned(),
        }
    }

    /// The unit of the figure, as a clause.
    fn scale(&self) -> String {
        let Some((lot, worth)) = &self.unit else { return String::new() };
        format!(", on a scale on which one of “{lot}” counts {}", told::worth(*worth))
    }
}
