//! What stands in the way, and which concession would clear it.

use detente_model::{Actor, PartyId};
use minijinja::Value;
use serde::Serialize;

use crate::brief::{Brief, Step};
use crate::html::parties::Faces;
use crate::words;

/// How many concessions stand in the open; the others follow folded.
const SHOWN: usize = 12;

/// Concessions and the smallest opening.
#[derive(Serialize)]
pub(in crate::html) struct Obstacles {
    /// Whether a deal exists already, in the central world.
    open: bool,
    see: String,
    blocked: String,
    issues: Vec<String>,
    steps: Vec<Row>,
    more: Vec<Row>,
    /// Said where the openings are not known.
    not_known: &'static str,
    openings: Vec<Opening>,
    /// Whether the zone is closed and no concession opens it.
    hopeless: bool,
}

/// A smallest set of concessions that opens the zone.
#[derive(Serialize)]
struct Opening {
    concessions: Vec<String>,
    package: String,
}

/// One concession.
#[derive(Serialize)]
struct Row {
    mark: Option<Value>,
    text: String,
    cost: String,
    margin: Option<String>,
    opens: bool,
}

pub(in crate::html) fn section(brief: &Brief, faces: &Faces) -> Option<Obstacles> {
    let obstacles = &brief.deals.obstacles;
    let central = &brief.deals.findings.central;
    let open = central.has_zone();
    if open && obstacles.steps.is_empty() {
        return None;
    }
    let mut steps: Vec<Row> = obstacles.steps.iter().map(|step| row(brief, faces, step)).collect();
    let more = steps.split_off(steps.len().min(SHOWN));
    let name = |id: &detente_model::IssueId| brief.case.issue(*id).name.clone();
    let blocked: Vec<String> = central.blocked.iter().map(|id| words::mid_sentence(&name(id))).collect();
    Some(Obstacles {
        open,
        see: see(brief),
        blocked: words::list(&blocked),
        issues: obstacles.issues.iter().map(name).collect(),
        steps,
        more,
        hopeless: central.exists() == Some(false) && central.openings.value().is_some_and(Vec::is_empty),
        not_known: if central.exists().is_none() || central.openings.limit().is_some() {
            words::OPENING_NOT_KNOWN
        } else {
            ""
        },
        openings: obstacles
            .openings
            .iter()
            .map(|way| Opening {
                concessions: way.concessions.iter().map(|text| words::sentence(text)).collect(),
                package: words::package(&brief.case, &way.outcome),
            })
            .collect(),
    })
}

/// How far from agreement the parties are, in words.
fn see(brief: &Brief) -> String {
    let central = &brief.deals.findings.central;
    match &central.margin {
        None => {
            "Red lines and what cannot go together leave no package at all, so there is no margin to measure."
                .to_owned()
        }
        Some(margin) if !margin.is_proven() => format!(
            "For whoever gains least from it, the best package found is worth {} beside no deal, on its own scale from 0 to 1; \
             none is worth more than {}: the space is too large to tell more.",
            words::difference(margin.value),
            words::difference(margin.at_most)
        ),
        Some(margin) if central.has_zone() => format!(
            "In the best package for whoever gains least, that one is {} better off than without a deal, on its own \
             scale from 0 to 1.",
            words::value(margin.value)
        ),
        Some(margin) if margin.value < 0 => format!(
            "The package that comes nearest still leaves somebody who must agree {} worse off than no deal, on its \
             own scale from 0 to 1. This margin of {} is what a concession has to close.",
            words::value(margin.value.saturating_neg()),
            words::value(margin.value)
        ),
        Some(margin) => format!(
            "All who must sign could gain by {}, on their own scales from 0 to 1, but no such package is carried at \
             home.",
            words::value(margin.value)
        ),
    }
}

fn row(brief: &Brief, faces: &Faces, step: &Step) -> Row {
    let party: PartyId = match step.actor {
        Actor::Party(id) => id,
        Actor::Audience(id) => brief.case.audience(id).of,
    };
    let principal = brief.deals.findings.parties.iter().position(|id| *id == party);
    Row {
        mark: principal.map(|i| faces.0[i].mark.clone()),
        text: words::sentence(&step.text),
        cost: words::value(step.cost),
        margin: step.margin_after.map(|margin| words::at_least(margin, step.margin_after_at_most)),
        opens: step.opens,
    }
}
