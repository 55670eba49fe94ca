//! Solutions

use super::Section;
use crate::brief::Deals;

pub(super) fn section(_deals: &Deals) -> Section {
    Section::new("solutions", "", vec![])
}
