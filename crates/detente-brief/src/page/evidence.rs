//! What was said and done, and what it makes of the outlook.

use super::Section;
use crate::compose::evidence::Evidence;

/// In the brief.
pub(super) fn section(_found: &Evidence) -> Section {
    Section::new("evidence", "What was said and done", vec![])
}

/// On a page of its own.
pub(super) fn sections(_found: &Evidence) -> Vec<Section> {
    Vec::new()
}
