//! How likely a deal is along a range of values: one line a value, with a mark for the share and a bar for its range.

use super::bar::{bar, scale};
use crate::page::SweepCurve;

/// Columns for a value; longer ones end in a mark.
const LABEL: usize = 17;

/// The plot under its scale.
pub(super) fn draw(shown: &SweepCurve) -> String {
    let mut text = String::new();
    if !shown.given.is_empty() {
        text.push_str(&format!("  {}\n", shown.given));
    }
    text.push_str(&scale(LABEL));
    for mark in &shown.marks {
        let mut label: String = mark.label.chars().take(LABEL).collect();
        if mark.label.chars().count() > LABEL {
            label.pop();
            label.push('…');
        }
        text.push_str(&format!("  {label:<LABEL$} {}\n", bar(&mark.chance)));
    }
    text
}
