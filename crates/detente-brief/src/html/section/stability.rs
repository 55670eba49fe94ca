//! Why they are stuck: the account, the graph of states and moves, and the table of states.

use detente_stability::{Concept, State};
use minijinja::Value;
use serde::Serialize;

use super::Likelihood;
use crate::brief::Brief;
use crate::compose::standstill::{ProspectAccount, Standstill};
use crate::html::parties::{Face, Faces};
use crate::html::plot::states;
use crate::words;

/// Up to how many states the graph is drawn and every state is listed.
const DRAWN: usize = 40;

/// The section.
#[derive(Serialize)]
pub(in crate::html) struct Stability {
    see: String,
    outlook: String,
    prospects: Vec<Prospect>,
    plot: Option<Value>,
    caption: String,
    only_best: bool,
    faces: Vec<Face>,
    rows: Vec<Row>,
    likely: bool,
    /// What is not listed, in a sentence; empty when all is.
    summary: String,
}

/// The day after.
#[derive(Serialize)]
struct Prospect {
    state: String,
    views: Vec<String>,
    keeps: Vec<String>,
}

/// One state.
#[derive(Serialize)]
struct Row {
    number: String,
    what: String,
    now: bool,
    holds: String,
    likelihood: Option<Likelihood>,
}

pub(in crate::html) fn section(brief: &Brief, faces: &Faces) -> Option<Stability> {
    let found = brief.standstill.as_ref()?;
    let looks = looks(brief, found);
    let account = found.account();
    let rows = rows(found);
    let held =
        found.stability.equilibria(Concept::Sequential).unwrap_or_else(|| found.graph.feasible().clone());
    let holds: Vec<State> = held.iter().collect();
    let caption = caption(found, &holds);
    let graph = (found.graph.len() <= DRAWN).then(|| states::draw(found, &looks, &holds, &caption));
    let prospect =
        |told: ProspectAccount| Prospect { state: told.state, views: told.views, keeps: told.keeps };
    let face = |party: usize| faces.dressed(found.graph.name(party), looks[party]);
    Some(Stability {
        see: account.now.join(" "),
        outlook: account.outlook.join(" "),
        prospects: account.prospects.into_iter().map(prospect).collect(),
        only_best: graph.as_ref().is_some_and(|graph| graph.only_best),
        plot: graph.map(|graph| graph.plot),
        caption,
        faces: (0..found.graph.parties()).map(face).collect(),
        likely: found.likelihood.is_some(),
        summary: summary(found, rows.len()),
        rows,
    })
}

/// Principals look as everywhere else on the page; whoever else takes part follows them.
fn looks(brief: &Brief, found: &Standstill) -> Vec<usize> {
    let principals = &brief.deals.findings.parties;
    let mut next = principals.len();
    (0..found.graph.parties())
        .map(|party| {
            let id = found.graph.party_id(party);
            principals.iter().position(|principal| Some(*principal) == id).unwrap_or_else(|| {
                next += 1;
                next - 1
            })
        })
        .collect()
}

/// What to see in the graph, in a sentence.
fn caption(found: &Standstill, holds: &[State]) -> String {
    let number = |state: &State| found.graph.number(*state).map(|number| number.to_string());
    let numbers: Vec<String> = holds.iter().filter_map(number).collect();
    let told = match numbers.as_slice() {
        [] => "no state holds against people who look ahead".to_owned(),
        [one] => format!("state {one} holds against people who look ahead"),
        several if several.len() <= 8 => {
            format!("states {} hold against people who look ahead", words::list(several))
        }
        several => {
            format!("{} of {} states hold against people who look ahead", several.len(), found.graph.len())
        }
    };
    format!("{} (dark); every arrow is a move that is better for whoever makes it.", words::sentence(&told))
}

fn rows(found: &Standstill) -> Vec<Row> {
    let row = |(state, senses): (State, Vec<Concept>)| Row {
        number: found.graph.number(state).map(|number| number.to_string()).unwrap_or_default(),
        what: words::sentence(&found.described(state)),
        now: found.graph.status_quo() == Some(state),
        holds: senses.into_iter().map(Concept::word).collect::<Vec<_>>().join(", "),
        likelihood: found
            .likelihood
            .as_ref()
            .and_then(|likelihood| likelihood.share(state, Concept::Sequential))
            .map(Likelihood::of),
    };
    found.shortlist(DRAWN).into_iter().map(row).collect()
}

fn summary(found: &Standstill, listed: usize) -> String {
    if listed == found.graph.len() {
        return String::new();
    }
    let counts: Vec<String> = Concept::ALL
        .into_iter()
        .filter_map(|concept| {
            let set = found.stability.equilibria(concept)?;
            Some(format!("{} {}", words::count(set.len() as u128), concept.name()))
        })
        .collect();
    format!(
        "The conflict has {}, too many to draw; the first {listed} of those that hold in some sense are listed. In the sense of each concept hold: {}.",
        words::plural(found.graph.len() as u128, "state", "states"),
        words::list(&counts)
    )
}
