//! How likely a deal is, by date: one line a day, with a mark for the share and a bar for its range.

use super::bar::{bar, scale};
use crate::page::OutlookByDate;

/// Columns for a day.
const LABEL: usize = 17;

/// Days that have room; the first of more.
const MOST_DAYS: usize = 40;

/// The plot under its scale.
pub(super) fn draw(shown: &OutlookByDate) -> String {
    let mut text = scale(LABEL);
    for step in shown.steps.iter().take(MOST_DAYS) {
        let day = step
            .date
            .map_or_else(|| "before any claim".to_owned(), |day| day.0.strftime("%-d %b %Y").to_string());
        text.push_str(&format!("  {day:<LABEL$} {}\n", bar(&step.deal)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Chance, DoubtOf, OutlookStep};

    #[test]
    fn the_range_is_a_bar_around_the_share() {
        let deal = |value, low, high| Chance { value, low, high, doubt: DoubtOf::Draws };
        let step = |deal| OutlookStep { date: None, deal, who: Vec::new() };
        let shown = OutlookByDate { steps: vec![step(deal(0.1, 0.05, 0.2)), step(deal(1.0, 0.975, 1.0))] };
        let drawn = draw(&shown);
        let lines: Vec<&str> = drawn.lines().collect();
        assert_eq!(lines[1], "  before any claim  ··├─●───┤································");
        assert_eq!(lines[2], "  before any claim  ·······································├●");
    }
}
