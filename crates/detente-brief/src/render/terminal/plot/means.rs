//! Means side by side: one line a mean, with a mark for it and a bar for its interval, between nothing and all.

use super::bar::{bar, scale};
use crate::page::{Chance, DoubtOf, Means};

/// Columns for a name; longer ones end in a mark.
const LABEL: usize = 22;

/// The plot under its scale.
pub(super) fn draw(shown: &Means) -> String {
    let mut text = scale(LABEL);
    for row in &shown.rows {
        let mut label: String = row.name.chars().take(LABEL).collect();
        if row.name.chars().count() > LABEL {
            label.pop();
            label.push('…');
        }
        let [low, high] = row.interval;
        let mark = Chance { value: row.mean, low, high, doubt: DoubtOf::Draws };
        text.push_str(&format!("  {label:<LABEL$} {}\n", bar(&mark)));
    }
    text
}
