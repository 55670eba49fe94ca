//! Where things stand: what a mediator reads first.

use detente_model::Role;
use serde::Serialize;

use crate::brief::Brief;
use crate::html::parties::{Face, Faces};
use crate::words;

/// Title, headline and who is at the table.
#[derive(Serialize)]
pub(in crate::html) struct Head {
    title: String,
    as_of: String,
    as_of_date: String,
    draws: String,
    seed: u64,
    /// The first sentence of the headline.
    verdict: Option<String>,
    /// The others.
    sentences: Vec<String>,
    summary: Option<String>,
    principals: Vec<Face>,
    others: Vec<Others>,
}

/// Those who are there without having to sign, by role.
#[derive(Serialize)]
struct Others {
    role: &'static str,
    names: String,
}

pub(in crate::html) fn section(brief: &Brief, faces: &Faces) -> Head {
    let case = &brief.case;
    let roles =
        [(Role::Mediator, "Mediating"), (Role::Guarantor, "Guaranteeing"), (Role::Other, "Also there")];
    let others = roles.into_iter().filter_map(|(role, word)| {
        let names: Vec<&str> =
            case.parties.iter().filter(|party| party.role == role).map(|party| party.name.as_str()).collect();
        (!names.is_empty()).then(|| Others { role: word, names: words::list(&names) })
    });
    Head {
        title: case.title.clone(),
        as_of: words::date(case.as_of),
        as_of_date: case.as_of.to_string(),
        draws: words::count(u128::from(brief.draws)),
        seed: brief.seed,
        verdict: brief.headline.first().cloned(),
        sentences: brief.headline.iter().skip(1).cloned().collect(),
        summary: case.summary.clone(),
        principals: faces.0.clone(),
        others: others.collect(),
    }
}
