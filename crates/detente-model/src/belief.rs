//! By what worlds decide which propositions are true.

use std::fmt;
use std::sync::Arc;

use crate::{NumberId, PropositionId};

/// How likely a proposition is held to be where every number, before any proposition amends it, has the value that
/// the second argument gives.
pub(crate) type BeliefIn = dyn Fn(PropositionId, &dyn Fn(NumberId) -> f64) -> f64 + Send + Sync;

/// What a proposition's probability is taken from.
#[derive(Clone)]
pub(crate) enum Belief {
    Prior,
    Other(Arc<BeliefIn>),
}

impl fmt::Debug for Belief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Prior => "Prior",
            Self::Other(_) => "Other",
        })
    }
}
