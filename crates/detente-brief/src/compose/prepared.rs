//! A case made ready for questions about packages.
//!
//! A package names options, and of a continuous issue only its stops are options. Before packages are looked for, the numbers at which they
//! matter are made stops (see [`detente_deals::refined`]), and so are those that a person names. Whatever shows or judges packages then finds
//! them like any other.

use std::sync::Arc;

use detente_model::{Case, Progress};

use super::evidence;

/// The case with stops on its continuous issues where packages matter over the worlds of `seed`; as it is without continuous issues.
///
/// Where the deal space cannot be searched, nothing is added: whoever asks about packages is told why then.
pub fn prepared(case: &Arc<Case>, seed: u64, progress: &Arc<Progress>) -> Arc<Case> {
    if !case.issues.iter().any(|issue| issue.continuous) {
        return Arc::clone(case);
    }
    let refined = detente_deals::refined(&evidence::worlds(Arc::clone(case), seed), progress);
    refined.map_or_else(|_| Arc::clone(case), Arc::new)
}
