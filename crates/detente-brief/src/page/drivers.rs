//! Drivers

use super::Section;
use detente_deals::SobolIndices;

pub(super) fn section(_found: Option<&SobolIndices>) -> Section {
    Section::new("drivers", "", vec![])
}
