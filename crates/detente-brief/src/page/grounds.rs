//! Grounds

use super::Section;
use crate::brief::Brief;

pub(super) fn section(_brief: &Brief) -> Section {
    Section::new("grounds", "", vec![])
}
