//! Why they are stuck: states, what holds them, the ways between, and reasons in words.

use detente_stability::{Concept, Measure, Route, StabilityError, State};

use super::table::{Align, table};
use super::wrapped;
use crate::compose::stability::{Standstill, Wanted};
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
        vec![number, described(found, state), senses(state), now.to_owned()]
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

/// A state in words, each party's moves told apart where two parties have moves of the same name.
fn described(found: &Standstill<'_>, state: State) -> String {
    let graph = &found.graph;
    if !graph.has_options() {
        return graph.describe(state);
    }
    let made: Vec<String> = graph
        .choices()
        .iter()
        .enumerate()
        .filter(|(bit, _)| state.code() >> bit & 1 == 1)
        .map(|(_, choice)| format!("{}: {}", graph.name(choice.by), words::mid_sentence(&choice.name)))
        .collect();
    if made.is_empty() { "no move is made".to_owned() } else { made.join("; ") }
}

/// The ways from the status quo to whatever holds.
pub(super) fn paths(found: &Standstill<'_>, width: usize) -> String {
    let lines = found.routes.iter().take(SHOWN).map(|route| way(found, route));
    let mut text: String = lines.map(|line| wrapped(&line, width)).collect();
    if found.routes.len() > SHOWN {
        text.push_str(&wrapped(&format!("{} more are in `--json`.", found.routes.len() - SHOWN), width));
    }
    text
}

fn way(found: &Standstill<'_>, route: &Route) -> String {
    let graph = &found.graph;
    let target = graph.number(route.target).unwrap_or_default();
    let (steps, how) = match (&route.by_improvements, &route.by_moves) {
        (Some(steps), _) | (_, Some(steps)) if steps.is_empty() => {
            return format!("State {target} is where the conflict stands.");
        }
        (Some(steps), _) => (steps, "each step better for whoever makes it"),
        (None, Some(steps)) => (steps, "not every step better for whoever makes it"),
        (None, None) => return format!("State {target} cannot be reached from where the conflict stands."),
    };
    let mut at = graph.status_quo();
    let mut told = Vec::new();
    for step in steps {
        let deed = at.map(|at| graph.deed(at, step.to)).unwrap_or_default();
        told.push(format!("{}: {deed}", graph.name(step.party)));
        at = Some(step.to);
    }
    let first: Vec<&str> = route.first_movers().into_iter().map(|party| graph.name(party)).collect();
    format!(
        "To state {target}, {how}: {}. The first step: {}.",
        told.join("; then "),
        words::list(&first).replace(" and ", " or ")
    )
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
    let graph = &found.graph;
    let number =
        |state: State| graph.number(state).map(|number| format!("state {number}")).unwrap_or_default();
    let mut text = String::new();
    if wanted.change.lifts.is_empty() {
        text.push_str(&wrapped(
            &format!("By everyone's preferences {} holds already.", number(wanted.state)),
            width,
        ));
    }
    for lift in &wanted.change.lifts {
        let above: Vec<String> = lift.above.iter().map(|state| number(*state)).collect();
        text.push_str(&wrapped(
            &format!(
                "{} would have to prefer {} to {} ({}).",
                graph.name(lift.party),
                number(wanted.state),
                words::list(&above),
                words::plural(lift.pairs as u128, "pair turned round", "pairs turned round"),
            ),
            width,
        ));
    }
    if wanted.change.reachable == Some(false) {
        text.push_str(&wrapped("No moves lead there from where the conflict stands.", width));
    }
    for release in wanted.releases.releases.iter().take(SHOWN) {
        let measures: Vec<String> = release.measures.iter().map(|measure| told(found, measure)).collect();
        let line = if measures.is_empty() {
            "Nothing needs to be brought about.".to_owned()
        } else {
            format!("It would be enough if {}.", words::list(&measures))
        };
        text.push_str(&wrapped(&line, width));
    }
    if wanted.releases.releases.is_empty() {
        text.push_str(&wrapped("No one or two measures of a third party would do it.", width));
    }
    text
}

fn told(found: &Standstill<'_>, measure: &Measure) -> String {
    let graph = &found.graph;
    let deed = |choice: usize| {
        graph.choices().get(choice).map_or_else(String::new, |choice| {
            format!("the move of {} to {}", graph.name(choice.by), words::mid_sentence(&choice.name))
        })
    };
    let number = |state: State| graph.number(state).unwrap_or_default();
    match *measure {
        Measure::Bind { choice } => format!("{}, once made, could not be taken back", deed(choice)),
        Measure::Bar { choice } => format!("{} could not be made", deed(choice)),
        Measure::AllowTakingBack { choice } => format!("{} could be taken back", deed(choice)),
        Measure::AllowMaking { choice } => format!("{} could be made", deed(choice)),
        Measure::RuleOut { state } => format!("state {} were impossible", number(state)),
        Measure::Close { party, from, to } => {
            format!("{} could not go from state {} to {}", graph.name(party), number(from), number(to))
        }
        Measure::Open { party, from, to } => {
            format!("{} could go from state {} to {}", graph.name(party), number(from), number(to))
        }
    }
}
