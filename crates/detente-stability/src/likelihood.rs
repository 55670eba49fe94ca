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

use detente_model::{Progress, Share, Worlds};
use rayon::prelude::*;

use crate::state::State;
use crate::{Concept, ConflictGraph, Stability, StabilityError};

/// Counts over draws of one conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likelihood {
    /// The states, in order of number.
    pub states: Vec<State>,
    draws: usize,
    /// By concept and place in `states`; empty for a concept that does not apply.
    hits: Vec<Vec<usize>>,
}

impl Likelihood {
    /// Analyses every draw, in parallel, and counts. The graphs differ in preferences, and may differ in moves.
    ///
    /// # Errors
    /// [`StabilityError::DifferentGraphs`] when states or parties differ, or when there is no draw.
    pub fn over(draws: &[ConflictGraph]) -> Result<Self, StabilityError> {
        let first = draws.first().ok_or(StabilityError::DifferentGraphs)?;
        Self::count(first, draws.len(), |draw| Ok(draws[draw].clone()))
    }

    /// Draws the doubtful preferences of a case `draws` times and analyses each; `None` for a case without a conflict, or
    /// with one in which nothing is in doubt. `progress` is told of each draw.
    ///
    /// Costs one analysis a draw; one graph a thread is held at a time.
    ///
    /// # Errors
    /// If the conflict does not hang together, and [`StabilityError::DifferentGraphs`] without draws.
    pub fn of(worlds: &Worlds, draws: usize, progress: &Progress) -> Result<Option<Self>, StabilityError> {
        let doubtful = worlds.case().conflict.as_ref().is_some_and(|conflict| !conflict.doubts.is_empty());
        let Some(central) = ConflictGraph::from_case(worlds.case())?.filter(|_| doubtful) else {
            return Ok(None);
        };
        progress.expect(draws as u64);
        let graph = |draw: usize| {
            progress.step();
            ConflictGraph::drawn(worlds, draw as u64)?.ok_or(StabilityError::DifferentGraphs)
        };
        Self::count(&central, draws, graph).map(Some)
    }

    fn count(
        first: &ConflictGraph,
        draws: usize,
        drawn: impl Fn(usize) -> Result<ConflictGraph, StabilityError> + Sync,
    ) -> Result<Self, StabilityError> {
        if draws == 0 {
            return Err(StabilityError::DifferentGraphs);
        }
        let alike = |graph: &ConflictGraph| {
            graph.feasible() == first.feasible()
                && graph.names == first.names
                && graph.has_options() == first.has_options()
        };
        let states: Vec<State> = first.states().collect();
        let counted = |draw: usize| {
            let graph = drawn(draw)?;
            if !alike(&graph) {
                return Err(StabilityError::DifferentGraphs);
            }
            let stability = Stability::of(&graph);
            Ok(Concept::ALL.map(|concept| {
                let set = stability.equilibria(concept);
                set.map(|set| {
                    states.iter().map(|state| usize::from(set.contains(*state))).collect::<Vec<_>>()
                })
                .unwrap_or_default()
            }))
        };
        let none = || [const { Vec::new() }; 5];
        // Sums of whole numbers: the order in which draws finish does not matter.
        let add = |mut a: [Vec<usize>; 5], b: [Vec<usize>; 5]| {
            for (a, b) in a.iter_mut().zip(b) {
                if a.is_empty() {
                    *a = b;
                } else {
                    a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
                }
            }
            Ok(a)
        };
        let hits = (0..draws).into_par_iter().map(counted).try_reduce(none, add)?;
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
