//! Could the leaders sell it at home?

use serde::Serialize;

use super::Likelihood;
use crate::brief::Brief;

/// The audiences behind the parties.
#[derive(Serialize)]
pub(in crate::html) struct Homes {
    letters: Vec<String>,
    rows: Vec<Row>,
}

/// One audience.
#[derive(Serialize)]
struct Row {
    name: String,
    party: String,
    say: String,
    accepts: Vec<Likelihood>,
}

pub(in crate::html) fn section(brief: &Brief) -> Option<Homes> {
    if brief.deals.homes.is_empty() {
        return None;
    }
    let rows = brief.deals.homes.iter().map(|home| Row {
        name: home.name.clone(),
        party: home.party.clone(),
        say: home.say.clone(),
        accepts: home.accepts.iter().map(|share| Likelihood::of(*share)).collect(),
    });
    Some(Homes {
        letters: brief.deals.packages.iter().map(|p| p.letter.clone()).collect(),
        rows: rows.collect(),
    })
}
