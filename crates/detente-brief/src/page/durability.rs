//! Would it last? Curves of survival, what each factor does, and the findings from other wars behind it.

use super::Section;
use crate::compose::lasting::Lasting;

/// In the brief.
pub(super) fn section(_found: &Lasting) -> Section {
    Section::new("durability", "Would it last?", vec![])
}

/// On a page of its own.
pub(super) fn sections(_found: &Lasting) -> Vec<Section> {
    Vec::new()
}
