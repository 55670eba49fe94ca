//! Why they are stuck: the account, the graph of states and moves, the table of states, and reasons in words.

mod account;
mod states;

use detente_stability::{Concept, StabilityError, State};

use self::account::account;
use self::states::{despite_unknown, graph, perceived, states};
use super::face::{Face, Faces};
use super::{Block, Section};
use crate::compose::standstill::{Standstill, Wanted};

/// How many states or ways are listed.
const SHOWN: usize = 40;
/// Up to so many states the two pages of a brief have room for the graph.
const DRAWN_IN_BRIEF: usize = 12;

/// The short account; on a page also the graph, and the states.
pub(super) fn section(found: &Standstill, faces: &Faces) -> Section {
    let mut blocks = account(found);
    let graph = graph(found, parties(found, faces));
    let open = graph.is_none();
    blocks.extend(graph.map(|figure| Block::figure(figure).full()));
    blocks.push(Block::folded("The states", states(found)).opened(open).full());
    Section::new("stability", "Why are they stuck?", blocks)
}

/// The graph where it is small, the states that hold in a table of so many rows, and how to read it.
pub(super) fn states_in_brief(found: &Standstill, faces: &Faces, rows: usize) -> Vec<Block> {
    let small = found.graph.len() <= DRAWN_IN_BRIEF;
    let drawn = small.then(|| graph(found, parties(found, faces))).flatten();
    drawn
        .map(|figure| Block::figure(figure).full())
        .into_iter()
        .chain(states::in_brief(found, rows))
        .collect()
}

/// The parties of the conflict under their looks.
fn parties(found: &Standstill, faces: &Faces) -> Vec<Face> {
    let graph = &found.graph;
    faces.dressed((0..graph.parties()).map(|party| (graph.name(party).to_owned(), graph.party_id(party))))
}

/// Each part as a section. The verdicts on `asked`, in every sense, are told in words.
///
/// # Errors
/// [`StabilityError::UnknownState`].
pub(super) fn sections(
    found: &Standstill,
    asked: Option<State>,
    wanted: Option<&Wanted>,
) -> Result<Vec<Section>, StabilityError> {
    let told_of = |sentences: Vec<String>| sentences.into_iter().map(Block::told).collect::<Vec<_>>();
    let reasons = asked.map(|state| reasons(found, state)).transpose()?.unwrap_or_default();
    let keeps = wanted.map(|wanted| {
        let named = format!("To make {} hold against people who look ahead:", found.shown(wanted.state));
        std::iter::once(named).chain(found.keeps(wanted)).collect()
    });
    let answers = vec![
        Section::new(
            "reasons",
            heading(found, asked, "Why it holds or not"),
            verdicts(found, asked, reasons),
        ),
        Section::new("wanted", "What would make it hold", told_of(keeps.unwrap_or_default())),
    ];
    // Whoever asks about a state is told about that state.
    if asked.is_some() || wanted.is_some() {
        return Ok(answers);
    }
    Ok(vec![
        Section::new("states", "States, and what holds", states(found)),
        Section::new("despite-unknown", "Where a preference is unknown", despite_unknown(found)),
        Section::new("perceived", "As each sees it", perceived(found)),
        Section::new("account", "Where it could go", account(found)),
        Section::new("ways", "How the conflict could get there", ways(found)),
    ])
}

/// What the question was about.
fn heading(found: &Standstill, asked: Option<State>, otherwise: &str) -> String {
    asked.map_or_else(|| otherwise.to_owned(), |state| found.shown(state))
}

/// Every verdict with its reasons, party by party; whoever has nothing better to move to is told of once for all senses.
fn reasons(found: &Standstill, state: State) -> Result<Vec<Vec<String>>, StabilityError> {
    let graph = &found.graph;
    let mut told = Vec::new();
    for party in 0..graph.parties() {
        let verdicts = found.reasons_of(state, party, &Concept::ALL)?;
        if graph.improvements(party, state).next().is_none() {
            let name = graph.name(party);
            told.push(vec![format!(
                "{name} would stay here in every sense: there is nothing better to move to."
            )]);
        } else {
            told.extend(verdicts);
        }
    }
    Ok(told)
}

/// The answer first: in which senses the state holds, and who would leave it; then every verdict with its reasons.
fn verdicts(found: &Standstill, asked: Option<State>, reasons: Vec<Vec<String>>) -> Vec<Block> {
    let Some(state) = asked else { return Vec::new() };
    let mut blocks = vec![Block::see(found.verdict_on(state))];
    blocks.extend(reasons.into_iter().map(|sentences| Block::told(sentences.join(" ")).apart()));
    blocks
}

/// The ways from where the conflict stands to whatever holds.
fn ways(found: &Standstill) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        found.routes.iter().take(SHOWN).map(|route| Block::told(found.way(route))).collect();
    blocks.push(Block::rest(found.routes.len(), SHOWN));
    blocks
}
