//! Nash stability, R (Nash 1950): a party stays when no move of its own leads to anything better.
//!
//! `R_i⁺(s) = ∅`. It looks one step ahead and fears no answer. O(n) with blocks: a state is stable when nothing
//! it reaches is better than it.
//!
//! In the prisoner's dilemma only the state in which both defect is stable for both:
//!
//! ```
//! use detente_stability::{Concept, ConflictGraph, Direction, MoveChoice, MovePreference, Stability};
//!
//! // States by who cooperates: 1 neither, 2 the first, 3 the second, 4 both.
//! let choices = (0..2).map(|by| MoveChoice { name: "cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let nash = Stability::of(&graph).equilibrium_numbers(&graph, Concept::Nash);
//! assert_eq!(nash, Some(vec![1]));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use crate::departure::collect;
use crate::plan::Plan;
use crate::state::{State, StateSet};

/// The states that are Nash stable for a party.
pub(crate) fn nash(plan: &Plan<'_>, party: usize) -> StateSet {
    let grade = plan.graph.preference(party).by_code();
    match plan.blocks.get(party) {
        Some(blocks) => collect(plan, |code| {
            let own = grade[code as usize];
            !blocks.ahead(code).any(|block| blocks.best(block).is_some_and(|best| best > own))
        }),
        None => collect(plan, |code| plan.graph.improvements(party, State(code)).next().is_none()),
    }
}
