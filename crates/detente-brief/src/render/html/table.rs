//! Tables. On a phone the rows of most become cards, in which each cell carries the head of its column.

use super::escape::escape;
use super::inline;
use super::notes::Notes;
use crate::page::{Column, Holds, Layout, Table, Version, Wording};

/// So many columns of parties fit beside the issues.
const MOST_PARTIES: usize = 3;

/// Writes a table.
pub(super) fn table(out: &mut String, table: &Table, notes: &mut Notes) {
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
        out.push_str(&format!(r#"<th scope="col"{class}>{}</th>"#, inline::text(column.name.full(), notes)));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in table.shown(Version::Full) {
        out.push_str("<tr>");
        for (i, (column, cell)) in row.into_iter().enumerate() {
            out.push_str(&self::cell(table.layout, i == 0, column, cell, notes));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
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
        Layout::Rows | Layout::Fixed if column.holds != Holds::Label => {
            let label = escape(&inline::plain(head));
            format!(r#"<td{class} data-label="{label}">{shown}</td>"#)
        }
        Layout::Rows | Layout::Fixed | Layout::Grid => format!("<td{class}>{shown}</td>"),
    }
}

fn class(holds: Holds) -> &'static str {
    match holds {
        Holds::Words => "",
        Holds::Label => "label",
        Holds::Letter => "letter",
        Holds::Figures => "num",
        Holds::Verdict => "num all",
        Holds::Sign => "sign",
    }
}

fn head_class(holds: Holds) -> &'static str {
    match holds {
        Holds::Words | Holds::Label | Holds::Letter => "",
        Holds::Figures | Holds::Verdict => "num",
        Holds::Sign => "sign",
    }
}

fn attribute(class: &str) -> String {
    if class.is_empty() { String::new() } else { format!(r#" class="{class}""#) }
}
