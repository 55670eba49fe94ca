//! What an engine would refuse in a case that reads without fault: figures that are sound one by one and make no sense together.

use detente_deals::DealSpace;
use detente_durability::agreement_of;
use detente_exchange::terms_of;
use detente_model::{Case, Package};
use detente_stability::{ConflictGraph, Perceived};

/// Draws that are tried beside the central world.
const DRAWS: u64 = 8;
/// Packages that are tried: the first options of all issues, and every change of it on one issue.
const PACKAGES: usize = 500;

/// Something that an engine refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The line of the case file on which the table begins that it is about, counted from one; `None` if that is not known.
    pub line: Option<usize>,
    /// The table and what is wrong with it.
    pub sentence: String,
}

/// What the engines refuse, in words, each once; empty for a sound case.
///
/// A case is tried in the central world and in a few drawn ones, with every option at least once; what only fails in rare worlds
/// can still come up later.
pub fn refusals(case: &Case) -> Vec<Refusal> {
    let mut refused: Vec<Refusal> = Vec::new();
    let mut note = |what: &str, why: String| {
        let place = match what {
            "`[positions]`" => {
                case.principals().last().map(|party| case.party(party).place).unwrap_or_default()
            }
            "`[exchange]`" => case.exchange.as_ref().and_then(|stated| stated.place),
            "`[durability]`" => case.durability.as_ref().and_then(|stated| stated.place),
            _ => case.conflict.as_ref().and_then(|stated| stated.place),
        };
        let refusal = Refusal {
            line: place.and_then(detente_model::Place::line_of_first_file),
            sentence: format!("{what}: {why}"),
        };
        if !refused.contains(&refusal) {
            refused.push(refusal);
        }
    };
    let worlds = super::evidence::worlds(case, 1);
    let drawn: Vec<_> = (0..DRAWS).map(|draw| worlds.draw(draw)).collect();
    for world in std::iter::once(worlds.central()).chain(drawn.iter().map(AsRef::as_ref)) {
        for package in packages(case) {
            // Calm that is pledged alone is watched; where nothing is promised either, the lots were forgotten.
            if (case.exchange_of_lots().is_some() || case.exchange.is_some() && case.commitments.is_empty())
                && let Err(error) = terms_of(world, &package)
            {
                note("`[exchange]`", error.to_string());
            }
            if case.durability.is_some()
                && let Err(error) = agreement_of(world, &package)
            {
                note("`[durability]`", error.to_string());
            }
        }
    }
    if !case.issues.is_empty()
        && let Ok(space) = DealSpace::new(worlds.central())
        && let Err(error) = space.can_be_weighed()
    {
        note("`[positions]`", error.to_string());
    }
    match ConflictGraph::from_case(case) {
        Err(error) => note("`[conflict]`", error.to_string()),
        Ok(Some(graph)) if graph.has_hidden() => {
            if Perceived::of(&graph).is_err() {
                note("`[conflict]`", "`hidden` leaves a party no state that it sees".to_owned());
            }
        }
        Ok(_) => {}
    }
    refused
}

fn packages(case: &Case) -> Vec<Package> {
    let first = Package(vec![0; case.issues.len()]);
    let mut packages = vec![first.clone()];
    for (k, issue) in case.issues.iter().enumerate() {
        for option in 1..issue.options.len().min(PACKAGES) {
            let mut changed = first.clone();
            changed.0[k] = option as u16;
            packages.push(changed);
        }
    }
    packages.truncate(PACKAGES);
    packages
}
