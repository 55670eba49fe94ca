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

/// The short account; on a page also the graph, and the states.
pub(super) fn section(found: &Standstill, faces: &Faces) -> Section {
    let mut blocks = account(found);
    let graph = graph(found, parties(found, faces));
    let open = graph.is_none();
    blocks.extend(graph.map(|figure| Block::figure(figure).full()));
    blocks.push(Block::folded("The states", states(found)).opened(open).full());
    Section::new("stability", "Why are they stuck?", blocks)
}

/// The states in a table of so many rows, and how to read it.
pub(super) fn states_in_brief(found: &Standstill, rows: usize) -> Vec<Block> {
    states::in_brief(found, rows)
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
    let reasons = asked.map(|state| found.reasons(state, &Concept::ALL)).transpose()?.unwrap_or_default();
    let reason = |(place, sentences): (usize, Vec<String>)| {
        let block = Block::told(sentences.join(" "));
        if place == 0 { block } else { block.apart() }
    };
    let keeps = wanted.map(|wanted| found.keeps(wanted)).unwrap_or_default();
    Ok(vec![
        Section::new("states", "States, and what holds", states(found)),
        Section::new("despite-unknown", "Where a preference is unknown", despite_unknown(found)),
        Section::new("perceived", "As each sees it", perceived(found)),
        Section::new("account", "Where it could go", account(found)),
        Section::new("ways", "How the conflict could get there", ways(found)),
        Section::new("reasons", "Why", reasons.into_iter().enumerate().map(reason).collect()),
        Section::new("wanted", "What would make it hold", told_of(keeps)),
    ])
}

/// The ways from where the conflict stands to whatever holds.
fn ways(found: &Standstill) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        found.routes.iter().take(SHOWN).map(|route| Block::told(found.way(route))).collect();
    blocks.push(Block::rest(found.routes.len(), SHOWN));
    blocks
}
