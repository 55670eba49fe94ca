//! Sequential stability, SEQ (Fraser & Hipel 1979): a party stays when every improvement could be answered
//! credibly.
//!
//! `∀t ∈ R_i⁺(s) ∃x ∈ R⁺_{N∖i}(t): x ≤_i s`. As general metarationality, but each step of the answer must be an
//! improvement for whoever makes it. O(n log n).
//!
//! In the prisoner's dilemma cooperation is sequentially stable: answering a defection by a defection pays.
//!
//! ```
//! use detente_stability::{Concept, ConflictGraph, Direction, MoveChoice, MovePreference, Stability};
//!
//! let choices = (0..2).map(|by| MoveChoice { name: "cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let seq = Stability::of(&graph).equilibrium_numbers(&graph, Concept::Sequential);
//! assert_eq!(seq, Some(vec![1, 4]));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use crate::departure::{Sanction, stays};
use crate::plan::Plan;
use crate::response::{Steps, worst_response};
use crate::state::StateSet;

/// The states that are sequentially stable for a party, for each severity asked for.
pub(crate) fn sequential(plan: &Plan<'_>, party: usize, severities: &[Sanction]) -> Vec<StateSet> {
    let preference = plan.graph.preference(party);
    let others = plan.others(party);
    let response = worst_response(plan, &others, preference.by_code(), preference.grades(), Steps::Improving);
    severities.iter().map(|severity| stays(plan, party, &response, *severity)).collect()
}
