//! How likely a state is an equilibrium when it is not certain what the parties prefer.
//!
//! Each draw of the uncertain judgements is one graph over the same states. The share of draws in which a
//! state is an equilibrium estimates the probability; its interval is Wilson's (1927), which stays inside
//! [0, 1] and is honest for shares near the ends.
//!
//! By hand: 8 of 10 draws give the 95 % interval 0.490 to 0.943.
//!
//! ```
//! use detente_stability::Share;
//!
//! let [low, high] = Share::of(8, 10).interval();
//! assert!((low - 0.490).abs() < 0.001 && (high - 0.943).abs() < 0.001);
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use detente_model::{Progress, ReadingOfDoubts, Share, Worlds};
use rayon::prelude::*;

use crate::state::{State, StateSet};
use crate::{Concept, ConflictGraph, Stability, StabilityError};

/// Counts over draws of one conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquilibriumLikelihood {
    /// The states, in order of number.
    pub states: Vec<State>,
    draws: usize,
    /// By concept and place in `states`; empty for a concept that does not apply.
    hits: Vec<Vec<usize>>,
}

impl EquilibriumLikelihood {
    /// Analyses every draw, in parallel, and counts. The graphs differ in preferences, and may differ in moves.
    ///
    /// # Errors
    /// [`StabilityError::DifferentGraphs`] when states or parties differ, or when there is no draw.
    pub fn over(draws: &[ConflictGraph]) -> Result<Self, StabilityError> {
        let first = draws.first().ok_or(StabilityError::DifferentGraphs)?;
        Self::count(first, draws.len(), |draw| Ok((draws[draw].clone(), 1)))
    }

    /// Draws the doubtful preferences of a case `draws` times and analyses each; `None` for a case without a conflict, or
    /// with one in which nothing is in doubt. `progress` is told of each draw.
    ///
    /// Costs one analysis for each way in which a draw settles the doubts, and not for each draw: a few statements can be settled in a few
    /// ways only. One graph a thread is held at a time.
    ///
    /// # Errors
    /// If the conflict does not hang together, and [`StabilityError::DifferentGraphs`] without draws.
    pub fn of(
        worlds: &Worlds,
        draws: usize,
        progress: &Arc<Progress>,
    ) -> Result<Option<Self>, StabilityError> {
        let doubtful = worlds.case().conflict.as_ref().is_some_and(|conflict| !conflict.doubts.is_empty());
        let Some(central) = ConflictGraph::from_case(worlds.case())?.filter(|_| doubtful) else {
            return Ok(None);
        };
        if draws == 0 {
            return Err(StabilityError::DifferentGraphs);
        }
        progress.expect(draws as u64);
        let readings = readings(worlds, draws as u64, progress);
        let graph = |place: usize| {
            let (reading, often) = &readings[place];
            for _ in 0..*often {
                progress.step();
            }
            let graph = ConflictGraph::read_as(worlds.case(), reading, Some(progress))?;
            Ok((graph.ok_or(StabilityError::DifferentGraphs)?, *often))
        };
        Self::count(&central, readings.len(), graph).map(Some)
    }

    /// `drawn` gives each graph and how often it was drawn.
    fn count(
        first: &ConflictGraph,
        graphs: usize,
        drawn: impl Fn(usize) -> Result<(ConflictGraph, usize), StabilityError> + Sync,
    ) -> Result<Self, StabilityError> {
        let alike = |graph: &ConflictGraph| {
            graph.feasible() == first.feasible()
                && graph.names == first.names
                && graph.has_options() == first.has_options()
        };
        let states: Vec<State> = first.states().collect();
        let counted = |place: usize| {
            let (graph, often) = drawn(place)?;
            if !alike(&graph) {
                return Err(StabilityError::DifferentGraphs);
            }
            let stability = Stability::of(&graph);
            let hits = Concept::ALL.map(|concept| {
                let set = stability.equilibria(concept);
                let hit = |set: &StateSet, state: &State| if set.contains(*state) { often } else { 0 };
                set.map(|set| states.iter().map(|state| hit(&set, state)).collect::<Vec<_>>())
                    .unwrap_or_default()
            });
            Ok((often, hits))
        };
        let none = || (0, [const { Vec::new() }; 5]);
        // Sums of whole numbers: the order in which draws finish does not matter.
        let add = |(once, mut a): (usize, [Vec<usize>; 5]), (again, b): (usize, [Vec<usize>; 5])| {
            for (a, b) in a.iter_mut().zip(b) {
                if a.is_empty() {
                    *a = b;
                } else {
                    a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
                }
            }
            Ok((once + again, a))
        };
        let (draws, hits) = (0..graphs).into_par_iter().map(counted).try_reduce(none, add)?;
        Ok(Self { states, draws, hits: hits.into() })
    }

    /// How many draws were counted.
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// In how many draws a state was an equilibrium; `None` for a state that is not there, and for
    /// simultaneous stability in a conflict given by its states.
    pub fn share(&self, state: State, concept: Concept) -> Option<Share> {
        let place = self.states.binary_search(&state).ok()?;
        let hits = *self.hits.get(concept as usize)?.get(place)?;
        Some(Share::of(hits as u64, self.draws as u64))
    }
}

/// The ways in which the first draws settle the doubts of a conflict, and how many of them settle it so.
fn readings(worlds: &Worlds, draws: u64, progress: &Progress) -> Vec<(ReadingOfDoubts, usize)> {
    let Some(conflict) = &worlds.case().conflict else { return Vec::new() };
    let none = BTreeMap::<ReadingOfDoubts, usize>::new;
    let add = |mut often: BTreeMap<ReadingOfDoubts, usize>, (reading, count): (ReadingOfDoubts, usize)| {
        *often.entry(reading).or_default() += count;
        often
    };
    let read = |often, draw: u64| {
        progress.work(1);
        add(often, (conflict.reading(worlds, &worlds.draw(draw), draw), 1))
    };
    let both = |a: BTreeMap<_, _>, b: BTreeMap<_, _>| b.into_iter().fold(a, add);
    (0..draws).into_par_iter().fold(none, read).reduce(none, both).into_iter().collect()
}
