//! Aligned tables without frames.

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Row, TableStyle};

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// A table of `width` columns at most; long cells wrap. Every row has as many cells as there are columns.
pub(super) fn table(columns: &[(&str, Align)], rows: Vec<Vec<String>>, width: usize) -> String {
    let mut table = comfy_table::Table::new();
    let mut style = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));
    if rows.iter().flatten().any(|cell| cell.contains('\n')) {
        // Rows of several lines are told apart by the room between them.
        style = style.row_separator(LineStyle::none().fill(' ').junction(' '));
    }
    table.load_style(style);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width as u16);
    table.set_header(Row::from(columns.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>()));
    for row in rows {
        table.add_row(row);
    }
    for (i, (_, align)) in columns.iter().enumerate() {
        if let Some(column) = table.column_mut(i) {
            column.set_cell_alignment(match align {
                Align::Left => CellAlignment::Left,
                Align::Right => CellAlignment::Right,
            });
        }
    }
    let lines: Vec<String> = table.lines().map(|line| format!(" {line}\n")).collect();
    lines.concat()
}
