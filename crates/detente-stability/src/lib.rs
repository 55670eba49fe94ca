//! Why a conflict rests where it does: the graph model for conflict resolution.
//!
//! A [`ConflictGraph`] says who can move where and who prefers what. [`Stability::of`] finds the states that
//! would hold, in five senses of holding; [`explain`] says why in words; [`routes`] how the conflict could get
//! there; [`least_preference_change`] and [`least_measures`] what would make another state hold; [`margin`] how
//! much a verdict depends on. [`stable_for_coalition`] asks of parties that act together,
//! [`stable_despite_unknown`] of preferences nobody knows, [`Perceived`] of parties that do not see
//! everything, [`EquilibriumLikelihood`] of draws.
//!
//! States are bit vectors and moves are worked out when needed: nothing here is quadratic in the number of
//! states but what says so.
//!
//! ```
//! use detente_stability::{MoveChoice, Concept, ConflictGraph, Direction, MovePreference, explain};
//!
//! let names = vec!["First".into(), "Second".into()];
//! let choices = (0..2).map(|by| MoveChoice { name: "Cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let why = explain(&graph, graph.state(4)?, 0, Concept::Sequential)?.sentences(&graph);
//! assert_eq!(why[1], "First would not take back “Cooperate” from here, because Second could take back “Cooperate”; \
//!     that ends at no move made (state 1) and leaves First worse off.");
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

mod blocks;
pub mod coalition;
mod departure;
mod error;
mod explain;
mod explicit;
mod formula;
mod from_case;
mod gmr;
mod graph;
mod inverse;
mod level;
mod likelihood;
mod misperception;
mod nash;
mod options;
mod plan;
mod preference;
mod prioritise;
mod reach;
mod response;
mod routes;
mod seq;
mod sim;
mod smr;
mod stability;
mod state;
mod unknown;
mod words;

pub use coalition::{
    Coalition, CoalitionConcept, MOST_IN_COALITIONS, coalitional_equilibria, joint_improvements,
    stable_for_coalition,
};
pub use departure::Sanction;
pub use detente_model::{Formula, MoveId, MovePreference, Share, Statement};
pub use error::StabilityError;
pub use graph::{ConflictGraph, MOST_OPTIONS, MOST_PARTIES, MOST_STATES};
pub use options::{Direction, MoveChoice};
pub use preference::Preference;
pub use reach::Step;
pub use stability::{Concept, Stability, stable_states};
pub use state::{State, StateSet};
pub use unknown::{UnknownType, equilibria_despite_unknown, stable_despite_unknown};

pub use explain::{Answer, Departure, Explanation, explain};
pub use inverse::commitment::{
    MOST_MEASURE_TRIALS, Measure, Release, Releases, least_measures, with_measures,
};
pub use inverse::preference::{
    Least, Lift, MOST_PREFERENCE_TRIALS, PreferenceChange, least_preference_change,
};
pub use level::{VerdictMargin, is_stable, margin};
pub use likelihood::EquilibriumLikelihood;
pub use misperception::Perceived;
pub use routes::{FirstMover, Route, routes, routes_from};
