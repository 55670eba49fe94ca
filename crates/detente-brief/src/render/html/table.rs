//! Tables. On a phone the rows of most become cards, in which each cell carries the head of its column.

use super::escape::escape;
use super::inline;
use super::notes::Notes;
use crate::page::{Column, ColumnHolds, Layout, Table, Version, Wording};

/// So many columns of parties fit beside the issues.
const MOST_PARTIES: usize = 3;

/// So many columns of signs fit on a page.
pub(in crate::render) const MOST_SIGNS: usize = 10;

/// Writes a table, and below it what short names of columns stand for.
pub(super) fn table(out: &mut String, table: &Table, notes: &mut Notes) {
    let (table, left_out) = &table.narrowed(MOST_SIGNS);
    let columns: Vec<&Column> = table.columns_shown(Version::Full).collect();
    let class = match table.layout {
        Layout::Rows => "stack",
        Layout::Fixed => "stack fixed",
        Layout::Grid => "grid",
        Layout::Parties if columns.len() > MOST_PARTIES + 1 => "matrix many",
        Layout::Parties => "matrix",
    };
    out.push_str(&format!("<table class=\"{class}\">\n"));
    if let Some(caption) = &table.caption {
        out.push_str(&format!("<caption>{}</caption>\n", inline::text(caption.full(), notes)));
    }
    out.push_str("<thead>\n<tr>");
    for column in &columns {
        let class = attribute(head_class(column.holds));
        let name = inline::text(column.name.full(), notes);
        // A head that says nothing would be read aloud as one.
        let head = if name.is_empty() {
            format!("<td{class}></td>")
        } else {
            format!(r#"<th scope="col"{class}>{name}</th>"#)
        };
        out.push_str(&head);
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (row, figure) in table.shown(Version::Full).zip(table.figures(Version::Full)) {
        match figure {
            Some(figure) => out.push_str(&format!("<tr data-figure=\"{}\">", escape(figure))),
            None => out.push_str("<tr>"),
        }
        for (i, (column, cell)) in row.into_iter().enumerate() {
            out.push_str(&self::cell(table.layout, i == 0, column, cell, notes));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    let mut told = Vec::new();
    for column in columns {
        if let Some(what) = &column.stands_for {
            let (name, what) = (inline::text(column.name.full(), notes), inline::text(what.full(), notes));
            told.push(format!("<b>{name}</b> {what}"));
        }
    }
    if *left_out > 0 {
        told.push(escape(&Table::left_out(*left_out)));
    }
    if !told.is_empty() {
        out.push_str(&format!("<p class=\"how\">{}</p>\n", told.join(" · ")));
    }
}

fn cell(layout: Layout, first: bool, column: &Column, cell: &Wording, notes: &mut Notes) -> String {
    let class = attribute(class(column.holds));
    let shown = inline::text(cell.full(), notes);
    if first {
        return format!(r#"<th scope="row"{class}>{shown}</th>"#);
    }
    let head = column.name.full();
    match layout {
        Layout::Parties => {
            format!(r#"<td{class}><span class="who">{}</span>{shown}</td>"#, inline::text(head, notes))
        }
        Layout::Rows | Layout::Fixed if column.holds != ColumnHolds::Label => {
            let label = escape(&inline::plain(head));
            format!(r#"<td{class} data-label="{label}">{shown}</td>"#)
        }
        Layout::Rows | Layout::Fixed | Layout::Grid => format!("<td{class}>{shown}</td>"),
    }
}

fn class(holds: ColumnHolds) -> &'static str {
    match holds {
        ColumnHolds::Words => "",
        ColumnHolds::Label => "label",
        ColumnHolds::Letter => "letter",
        ColumnHolds::Figures => "num",
        ColumnHolds::Verdict => "num all",
        ColumnHolds::Sign => "sign",
    }
}

fn head_class(holds: ColumnHolds) -> &'static str {
    match holds {
        ColumnHolds::Words | ColumnHolds::Label | ColumnHolds::Letter => "",
        ColumnHolds::Figures | ColumnHolds::Verdict => "num",
        ColumnHolds::Sign => "sign",
    }
}

fn attribute(class: &str) -> String {
    if class.is_empty() { String::new() } else { format!(r#" class="{class}""#) }
}
