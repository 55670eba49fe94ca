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

use detente_model::Share;
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
        let alike = |graph: &ConflictGraph| {
            graph.feasible() == first.feasible()
                && graph.names == first.names
                && graph.has_options() == first.has_options()
        };
        if !draws.iter().all(alike) {
            return Err(StabilityError::DifferentGraphs);
        }
        let states: Vec<State> = first.states().collect();
        let counted = |graph: &ConflictGraph| {
            let stability = Stability::of(graph);
            Concept::ALL.map(|concept| {
                let set = stability.equilibria(concept);
                set.map(|set| {
                    states.iter().map(|state| usize::from(set.contains(*state))).collect::<Vec<_>>()
                })
                .unwrap_or_default()
            })
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
            a
        };
        let hits = draws.par_iter().map(counted).reduce(none, add);
        Ok(Self { states, draws: draws.len(), hits: hits.into() })
    }

    /// In how many draws a state was an equilibrium; `None` for a state that is not there, and for
    /// simultaneous stability in a conflict given by its states.
    pub fn share(&self, state: State, concept: Concept) -> Option<Share> {
        let place = self.states.binary_search(&state).ok()?;
        let hits = *self.hits.get(concept as usize)?.get(place)?;
        Some(Share::of(hits as u64, self.draws as u64))
    }
}
