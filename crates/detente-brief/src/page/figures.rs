//! Figures

use super::Section;
use detente_model::Case;

pub(super) fn section(_case: &Case) -> Section {
    Section::new("figures", "", vec![])
}
/// What.
pub fn contents(_case: &Case) -> String {
    String::new()
}
