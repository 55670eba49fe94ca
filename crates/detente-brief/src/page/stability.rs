//! Why they are stuck: the account, the graph of states and moves, and the table of states.

use super::Section;
use detente_stability::{StabilityError, State};

use super::face::Faces;
use crate::compose::standstill::{Standstill, Wanted};

/// In the brief.
pub(super) fn section(_found: &Standstill, _faces: &Faces) -> Section {
    Section::new("stability", "Why are they stuck?", vec![])
}

/// On a page of its own.
pub(super) fn sections(
    _found: &Standstill,
    _asked: Option<State>,
    _wanted: Option<&Wanted>,
) -> Result<Vec<Section>, StabilityError> {
    Ok(Vec::new())
}
