//! The deal space of two principals, drawn with characters.

use detente_deals::fixed::from_units;

use super::wrapped;
use crate::brief::Brief;

const ROWS: usize = 17;
const COLUMNS: usize = 56;
/// Packages that are drawn one by one.
const MOST_DRAWN: u128 = 200_000;

/// The plot with its axes and a sentence on what to see; nothing for other numbers of principals.
pub(super) fn section(brief: &Brief, width: usize) -> String {
    let central = &brief.deals.findings.central;
    let [one, other] = brief.deals.findings.parties.as_slice() else { return String::new() };
    let (one, other) = (&brief.case.party(*one).name, &brief.case.party(*other).name);
    let mut grid = vec![[' '; COLUMNS]; ROWS];
    let place = |values: &[i64]| {
        let at = |value: i64, steps: usize| {
            (from_units(value).clamp(0.0, 1.0) * (steps - 1) as f64).round() as usize
        };
        (ROWS - 1 - at(values[1], ROWS), at(values[0], COLUMNS))
    };
    let (row, column) = place(&central.reservation);
    for (r, line) in grid.iter_mut().enumerate() {
        line[column] = if r == row { '┼' } else { '│' };
    }
    for (c, mark) in grid[row].iter_mut().enumerate() {
        *mark = if c == column { '┼' } else { '─' };
    }
    if brief.deals.findings.outcomes <= MOST_DRAWN.into() {
        for outcome in central.space.outcomes().filter(|outcome| central.space.is_feasible(outcome)) {
            let (r, c) = place(&central.space.values(&outcome));
            grid[r][c] = '·';
        }
    }
    for point in central.frontier.value().into_iter().flatten() {
        let (r, c) = place(&point.values);
        grid[r][c] = '○';
    }
    for point in central.zone_frontier.value().into_iter().flatten() {
        let (r, c) = place(&point.values);
        grid[r][c] = '●';
    }
    for package in brief.deals.packages.iter().rev() {
        let (r, c) = place(&package.values);
        grid[r][c] = package.letter.chars().next().unwrap_or('?');
    }
    let mut text = format!("  1 ↑ worth to {other}\n");
    for line in &grid {
        text.push_str(&format!("    │{}\n", line.iter().collect::<String>().trim_end()));
    }
    text.push_str(&format!("  0 └{}→ worth to {one}\n", "─".repeat(COLUMNS)));
    text.push_str(&format!("     0{}1\n", " ".repeat(COLUMNS - 2)));
    let zone = match central.exists() {
        Some(true) => "Up and to the right of the cross both gain; ● are the best packages that all accept.",
        Some(false) => {
            "Up and to the right of the cross both would gain; nothing that keeps to the red lines lies there."
        }
        None => {
            "Up and to the right of the cross both would gain; whether anything lies there that keeps to the red lines is not known."
        }
    };
    text.push_str(&wrapped(
        &format!(
            "{zone} The cross is what no deal is worth to each, · a package, ○ one that nothing betters for both (red lines aside), \
             letters are the leading packages; all in the central world."
        ),
        width,
    ));
    text
}
