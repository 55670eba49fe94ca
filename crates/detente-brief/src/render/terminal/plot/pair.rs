//! The deal space of two principals, drawn with characters.

use crate::page::{Grid, Pair};

const COLUMNS: usize = Grid::STEPS[0];
const ROWS: usize = Grid::STEPS[1];

/// The plot with its axes.
pub(super) fn draw(pair: &Pair) -> String {
    let mut drawn = vec![[' '; COLUMNS]; ROWS];
    let place = |values: [f64; 2]| {
        let [column, row] = Grid::place(values);
        (ROWS - 1 - row, column)
    };
    let (row, column) = place(pair.no_deal);
    for (r, line) in drawn.iter_mut().enumerate() {
        line[column] = if r == row { '┼' } else { '│' };
    }
    for (c, mark) in drawn[row].iter_mut().enumerate() {
        *mark = if c == column { '┼' } else { '─' };
    }
    for [column, row] in pair.grid.iter().flat_map(|grid| &grid.taken) {
        drawn[ROWS - 1 - row][*column] = '·';
    }
    for (points, mark) in [(&pair.frontier, '○'), (&pair.agreed_frontier, '●')] {
        for point in points {
            let (r, c) = place(*point);
            drawn[r][c] = mark;
        }
    }
    for named in pair.named.iter().rev() {
        if let Some(letter) = named.letters.first().and_then(|letter| letter.chars().next()) {
            let (r, c) = place(named.at);
            drawn[r][c] = letter;
        }
    }
    let [one, other] = &pair.faces;
    let mut text = format!("  1 ↑ worth to {}\n", other.name);
    for line in &drawn {
        text.push_str(&format!("    │{}\n", line.iter().collect::<String>().trim_end()));
    }
    text.push_str(&format!("  0 └{}→ worth to {}\n", "─".repeat(COLUMNS), one.name));
    text.push_str(&format!("     0{}1\n", " ".repeat(COLUMNS - 2)));
    text
}
