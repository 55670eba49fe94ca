//! Aligned tables without frames.

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Row, TableStyle};

use super::{plain, wrapped};
use crate::page::{ColumnHolds, Table, Version};

/// What the columns of a grid that hold no signs take up, and what a column of signs does.
const BESIDE_SIGNS: usize = 46;
const SIGN: usize = 6;
/// Columns of signs: so few always, so many at the most.
const SIGNS: [usize; 2] = [3, 12];

/// A table of `width` columns at most, with what short names of columns stand for; long cells wrap.
pub(super) fn table(shown: &Table, width: usize) -> String {
    let room = (width.saturating_sub(BESIDE_SIGNS) / SIGN).clamp(SIGNS[0], SIGNS[1]);
    let (shown, left_out) = &shown.narrowed(room);
    let mut text = aligned(shown, width);
    for column in shown.columns_shown(Version::Short) {
        if let Some(what) = &column.stands_for {
            text.push_str(&wrapped(&format!("{}: {}", plain(&column.name.short), plain(&what.short)), width));
        }
    }
    text + &wrapped(&Table::left_out(*left_out), width)
}

fn aligned(shown: &Table, width: usize) -> String {
    let rows: Vec<Vec<String>> = shown
        .shown(Version::Short)
        .map(|row| row.into_iter().map(|(_, cell)| plain(&cell.short)).collect())
        .collect();
    let mut table = comfy_table::Table::new();
    let mut style = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));
    if rows.iter().flatten().any(|cell| cell.contains('\n')) {
        // Rows of several lines are told apart by the room between them.
        style = style.row_separator(LineStyle::none().fill(' ').junction(' '));
    }
    table.load_style(style);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width as u16);
    let heads: Vec<String> =
        shown.columns_shown(Version::Short).map(|column| plain(&column.name.short)).collect();
    table.set_header(Row::from(heads));
    for row in rows {
        table.add_row(row);
    }
    for (i, column) in shown.columns_shown(Version::Short).enumerate() {
        if let Some(aligned) = table.column_mut(i) {
            aligned.set_cell_alignment(match column.holds {
                ColumnHolds::Figures | ColumnHolds::Verdict => CellAlignment::Right,
                ColumnHolds::Words | ColumnHolds::Label | ColumnHolds::Letter | ColumnHolds::Sign => {
                    CellAlignment::Left
                }
            });
        }
    }
    let lines: Vec<String> = table.lines().map(|line| format!(" {line}\n")).collect();
    lines.concat()
}
