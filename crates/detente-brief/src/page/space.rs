//! Space

use super::Section;
use super::face::Faces;
use crate::brief::Deals;

pub(super) fn section(_deals: &Deals, _faces: &Faces) -> Section {
    Section::new("space", "", vec![])
}
