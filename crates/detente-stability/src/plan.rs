//! What every concept needs of a graph before it can be read off: the blocks of each party.

use detente_model::Progress;
use rayon::prelude::*;

use crate::ConflictGraph;
use crate::blocks::Blocks;
use crate::graph::Form;
use crate::preference::ABSENT;
use crate::state::State;

/// So many states are gone through between reports.
const STRETCH: usize = 4_096;

/// A graph with its blocks.
#[derive(Debug)]
pub(crate) struct Plan<'g> {
    pub(crate) graph: &'g ConflictGraph,
    /// By party; empty for a conflict given by its states.
    pub(crate) blocks: Vec<Blocks>,
    /// Told of long searches, and may cancel them.
    pub(crate) progress: &'g Progress,
}

impl<'g> Plan<'g> {
    pub(crate) fn new(graph: &'g ConflictGraph) -> Self {
        let progress = graph.progress();
        let blocks = match &*graph.form {
            Form::Options(options) => (0..graph.parties())
                .into_par_iter()
                .map(|party| {
                    let bits = options.choices.len() as u32;
                    let preference = graph.preference(party);
                    Blocks::new(options.masks[party], bits, preference, graph.feasible(), progress)
                })
                .collect(),
            Form::Explicit(_) => Vec::new(),
        };
        Self { graph, blocks, progress }
    }

    /// Everyone but a party.
    pub(crate) fn others(&self, party: usize) -> Vec<usize> {
        (0..self.graph.parties()).filter(|other| *other != party).collect()
    }

    /// For each state the best grade among it and what the party reaches from it in one move.
    pub(crate) fn best_within_reach(&self, party: usize) -> Vec<u32> {
        let grade = self.graph.preference(party).by_code();
        let best = |code: usize| {
            if code.is_multiple_of(STRETCH) {
                self.progress.work(STRETCH as u64);
            }
            let own = grade[code];
            if own == ABSENT {
                return ABSENT;
            }
            match self.blocks.get(party) {
                Some(blocks) => {
                    blocks.ahead(code as u32).filter_map(|block| blocks.best(block)).fold(own, u32::max)
                }
                None => {
                    self.graph.moves(party, State(code as u32)).map(|to| grade[to.at()]).fold(own, u32::max)
                }
            }
        };
        (0..grade.len()).into_par_iter().map(best).collect()
    }
}
