//! Would it hold? The exchange that a package would set in motion.

use super::Section;
use super::face::Faces;
use crate::compose::exchange::ExchangePlan;

/// In the brief.
pub(super) fn section(_found: &ExchangePlan, _faces: &Faces) -> Section {
    Section::new("exchange", "Would it hold?", vec![])
}

/// On a page of its own.
pub(super) fn sections(_found: &ExchangePlan) -> Vec<Section> {
    Vec::new()
}
