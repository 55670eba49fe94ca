//! Who wants what, in few lines: what matters most to each principal, and its red lines.

use super::two_lines;
use crate::brief::{Brief, MatrixRow};
use crate::page::table::{Column, Table};
use crate::page::wording::{LineManner, Phrase, Wording};
use crate::page::{Block, Section};
use crate::words;

/// Issues that are named for each principal.
const NAMED: usize = 3;

pub(super) fn section(brief: &Brief) -> Section {
    let Some(deals) = &brief.deals else { return Section::new("wants", "", Vec::new()) };
    let columns = [Column::of("who"), Column::of("what matters most"), Column::of("red lines")];
    let rows = deals.findings.parties.iter().enumerate().map(|(place, party)| {
        let no_deal = deals.findings.central.reservation.get(place);
        let no_deal =
            no_deal.map(|worth| format!("no deal is worth {}", words::value(*worth))).unwrap_or_default();
        vec![
            two_lines(&brief.case.party(*party).name, no_deal),
            matters(&brief.matrix, place),
            red_lines(&brief.matrix, place),
        ]
    });
    let table = Table::new(columns).with(rows.collect::<Vec<_>>());
    let blocks = if brief.matrix.is_empty() { Vec::new() } else { vec![Block::table(table)] };
    Section::new("wants", "Who wants what", blocks)
}

/// The issues of most weight, with what is wanted on each.
fn matters(rows: &[MatrixRow], place: usize) -> Wording {
    let mut by_weight: Vec<&MatrixRow> = rows.iter().filter(|row| row.cells[place].weight > 0.0).collect();
    by_weight.sort_by(|a, b| b.cells[place].weight.total_cmp(&a.cells[place].weight));
    let mut text = Phrase::default();
    for row in by_weight.into_iter().take(NAMED) {
        let cell = &row.cells[place];
        let wants = if cell.wants.is_empty() { String::new() } else { format!(": {}", cell.wants) };
        let line = format!("{} ({}){wants}", row.name, words::percent(cell.weight));
        text = text.line(LineManner::Plain, line);
    }
    text.into()
}

fn red_lines(rows: &[MatrixRow], place: usize) -> Wording {
    let mut text = Phrase::default();
    for row in rows {
        for line in &row.cells[place].red_lines {
            text = text.line(LineManner::Plain, format!("{}: {line}", row.name));
        }
    }
    if text.is_empty() { "none".into() } else { text.into() }
}
