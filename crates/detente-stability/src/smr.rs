//! Symmetric metarationality, SMR (Howard 1971): a party stays when every improvement could be answered, and
//! no counter of its own would get it out again.
//!
//! `∀t ∈ R_i⁺(s) ∃x ∈ R_{N∖i}(t): x ≤_i s and ∀y ∈ R_i(x): y ≤_i s`. So a response weighs as much as the best
//! state that the party can still reach from it: GMR over those weights, O(n log n).
//!
//! In the prisoner's dilemma cooperation stays stable: met by defection, there is nothing better to move to.
//!
//! ```
//! use detente_stability::{Concept, ConflictGraph, Direction, MoveChoice, MovePreference, Stability};
//!
//! let choices = (0..2).map(|by| MoveChoice { name: "cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let smr = Stability::of(&graph).equilibrium_numbers(&graph, Concept::SymmetricMetarational);
//! assert_eq!(smr, Some(vec![1, 4]));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use crate::departure::{Sanction, stays};
use crate::plan::Plan;
use crate::response::{Steps, worst_response};
use crate::state::StateSet;

/// The states that are symmetric metarational for a party, for each severity asked for.
pub(crate) fn symmetric_metarational(
    plan: &Plan<'_>,
    party: usize,
    severities: &[Sanction],
) -> Vec<StateSet> {
    let grades = plan.graph.preference(party).grades();
    let after_counter = plan.best_within_reach(party);
    let response = worst_response(plan, &plan.others(party), &after_counter, grades, Steps::Any);
    severities.iter().map(|severity| stays(plan, party, &response, *severity)).collect()
}
