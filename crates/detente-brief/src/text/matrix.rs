//! Who wants what, how much it matters, and where the red lines run.

use super::table::{Align, table};
use super::wrapped;
use crate::brief::{Brief, MatrixCell};
use crate::words;

pub(super) fn rows(brief: &Brief, width: usize) -> String {
    let names: Vec<&str> =
        brief.deals.findings.parties.iter().map(|party| brief.case.party(*party).name.as_str()).collect();
    let mut columns = vec![("issue", Align::Left)];
    columns.extend(names.iter().map(|name| (*name, Align::Left)));
    let rows = brief
        .matrix
        .iter()
        .map(|row| {
            let blocked = if row.blocked { "\n(red lines leave no option)" } else { "" };
            let mut cells = vec![format!("{}{blocked}", row.name)];
            cells.extend(row.cells.iter().map(cell));
            cells
        })
        .collect();
    let mut text = table(&columns, rows, width);
    text.push_str(&wrapped(
        "Dots and per cent: how much the issue matters, with the middle nine tenths of the draws. From … to: most to least wanted. ✕ \
         marks a red line, [1] a source, (j) a judgement.",
        width,
    ));
    text
}

fn cell(cell: &MatrixCell) -> String {
    if cell.wants.is_empty() && cell.red_lines.is_empty() {
        return "nothing stated".to_owned();
    }
    let mut lines = Vec::new();
    let [low, high] = cell.weight_range;
    let range = match (format!("{:.0}", low * 100.0), format!("{:.0}", high * 100.0)) {
        (low, high) if low == high => String::new(),
        (low, high) => format!(" ({low}–{high})"),
    };
    lines.push(format!("{} {}{range}", words::dots(cell.weight), words::percent(cell.weight)));
    if !cell.wants.is_empty() {
        lines.push(format!("{} {}", cell.wants, words::notes(&cell.cite)));
    }
    lines.extend(cell.red_lines.iter().map(|line| format!("✕ {line}")));
    lines.join("\n")
}
