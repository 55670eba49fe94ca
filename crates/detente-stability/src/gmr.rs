//! General metarationality, GMR (Howard 1971): a party stays when every improvement could be answered.
//!
//! `∀t ∈ R_i⁺(s) ∃x ∈ R_{N∖i}(t): x ≤_i s`. The others answer by any legal sequence of moves, even one that
//! hurts them. O(n log n): the response to `t` is the least preferred state that they can bring about.
//!
//! In the prisoner's dilemma mutual cooperation is stable in this sense too: whoever defects could be met by
//! defection.
//!
//! ```
//! use detente_stability::{Concept, ConflictGraph, Direction, MoveChoice, MovePreference, Stability};
//!
//! let choices = (0..2).map(|by| MoveChoice { name: "cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let gmr = Stability::of(&graph).equilibrium_numbers(&graph, Concept::GeneralMetarational);
//! assert_eq!(gmr, Some(vec![1, 4]));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use crate::departure::{Sanction, stays};
use crate::plan::Plan;
use crate::response::{Steps, worst_response};
use crate::state::StateSet;

/// The states that are general metarational for a party, for each severity asked for.
pub(crate) fn general_metarational(plan: &Plan<'_>, party: usize, severities: &[Sanction]) -> Vec<StateSet> {
    let preference = plan.graph.preference(party);
    let others = plan.others(party);
    let response = worst_response(plan, &others, preference.by_code(), preference.grades(), Steps::Any);
    severities.iter().map(|severity| stays(plan, party, &response, *severity)).collect()
}
