//! Matrix

use super::Section;
use super::face::Faces;
use crate::brief::Brief;

pub(super) fn section(_brief: &Brief, _faces: &Faces) -> Section {
    Section::new("positions", "", vec![])
}
