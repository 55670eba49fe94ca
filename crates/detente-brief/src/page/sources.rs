//! Sources

use super::Section;
use detente_model::Case;

pub(super) fn section(_case: &Case, _cited: &[usize]) -> Section {
    Section::new("sources", "", vec![])
}
pub(super) fn of_figures(_case: &Case) -> Vec<usize> {
    Vec::new()
}
