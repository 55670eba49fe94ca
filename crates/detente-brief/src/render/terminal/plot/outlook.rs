//! How likely a deal is, by date: one line a day, with a mark for the share and a bar for its range.

use crate::page::OutlookByDate;

/// Columns from nought to one hundred per cent.
const COLUMNS: usize = 41;
/// Days that have room; the first of more.
const MOST_DAYS: usize = 40;

/// The plot under its scale.
pub(super) fn draw(shown: &OutlookByDate) -> String {
    let at = |share: f64| (share.clamp(0.0, 1.0) * (COLUMNS - 1) as f64).round() as usize;
    let mut text = format!("  {:<17} 0 %{:>width$}\n", "", "100 %", width = COLUMNS - 3);
    for step in shown.steps.iter().take(MOST_DAYS) {
        let mut line = vec!['·'; COLUMNS];
        let [low, high] = [step.deal.low, step.deal.high].map(at);
        line.iter_mut().take(high + 1).skip(low).for_each(|mark| *mark = '─');
        (line[low], line[high]) = ('├', '┤');
        line[at(step.deal.value)] = '●';
        let day = step
            .date
            .map_or_else(|| "before any claim".to_owned(), |day| day.0.strftime("%-d %b %Y").to_string());
        text.push_str(&format!("  {day:<17} {}\n", line.into_iter().collect::<String>()));
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
