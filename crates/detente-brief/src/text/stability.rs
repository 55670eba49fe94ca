//! Why they are stuck: states, what holds them, the ways between, and reasons in words.

use detente_stability::{Concept, Measure, Route, StabilityError, State};

use super::table::{Align, table};
use super::wrapped;
use crate::compose::standstill::{Standstill, Wanted};
use crate::words;

/// How many states are listed.
const SHOWN: usize = 40;

/// The states, with the senses in which each holds for everyone.
pub(super) fn states(found: &Standstill<'_>, width: usize) -> String {
    let graph = &found.graph;
    let held: Vec<_> = Concept::ALL
        .into_iter()
        .filter_map(|concept| Some((concept, found.stability.equilibria(concept)?)))
        .collect();
    let senses = |state: State| {
        let holds: Vec<&str> =
            held.iter().filter(|(_, set)| set.contains(state)).map(|(concept, _)| concept.word()).collect();
        holds.join(" ")
    };
    let all = graph.len() <= SHOWN;
    let shown: Vec<State> =
        graph.states().filter(|state| all || !senses(*state).is_empty()).take(SHOWN).collect();
    let rows = shown.iter().map(|&state| {
        let now = if graph.status_quo() == Some(state) { "now" } else { "" };
        let number = graph.number(state).map(|number| number.to_string()).unwrap_or_default();
        vec![number, found.described(state), senses(state), now.to_owned()]
    });
    let columns =
        [("state", Align::Right), ("what it is", Align::Left), ("holds", Align::Left), ("", Align::Left)];
    let mut text = table(&columns, rows.collect(), width);
    if shown.len() < graph.len() {
        text.push_str(&wrapped(
            &format!(
                "Of {} the first {} that hold in some sense are shown.",
                words::plural(graph.len() as u128, "state", "states"),
                shown.len()
            ),
            width,
        ));
    }
    text.push_str(&wrapped(
        "A state holds if nobody would leave it: nash, because nobody gains by it; gmr, because every gain could be \
         answered; smr, the same without escape; seq, by an answer that pays whoever gives it; sim, because others may \
         move at once.",
        width,
    ));
    text
}

/// The ways from the status quo to whatever holds.
pub(super) fn paths(found: &Standstill<'_>, width: usize) -> String {
    let lines = found.routes.iter().take(SHOWN).map(|route| found.way(route));
    let mut text: String = lines.map(|line| wrapped(&line, width)).collect();
    if found.routes.len() > SHOWN {
        text.push_str(&wrapped(&format!("{} more are in `--json`.", found.routes.len() - SHOWN), width));
    }
    text
}

/// The verdicts on one state in words.
pub(super) fn reasons(
    found: &Standstill<'_>,
    state: State,
    senses: &[Concept],
    width: usize,
) -> Result<String, StabilityError> {
    let reasons = found.reasons(state, senses)?;
    let paragraphs = reasons.iter().map(|sentences| wrapped(&sentences.join(" "), width));
    Ok(paragraphs.collect::<Vec<_>>().join("\n"))
}

/// What would make a wanted state hold.
pub(super) fn wanted(found: &Standstill<'_>, wanted: &Wanted, width: usize) -> String {
    found.keeps(wanted).iter().map(|sentence| wrapped(sentence, width)).collect()
}
