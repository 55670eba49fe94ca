//! The blocks of a section.

use super::escape::escape;
use super::inline;
use super::notes::Notes;
use super::{plot, table};
use crate::page::{Block, Content, Illustration, Panels, Part, Phrase, Version, Wording};
use crate::track_record::{MEASURED, TrackRecord};

/// Writes the blocks of the full version.
pub(super) fn blocks(out: &mut String, of: &[Block], notes: &mut Notes) {
    for block in of.iter().filter(|block| block.shows(Version::Full)) {
        content(out, &block.content, notes);
    }
}

fn content(out: &mut String, content: &Content, notes: &mut Notes) {
    match content {
        Content::Paragraph { part, text } => paragraph(out, *part, text.full(), notes),
        Content::Heading(text) => {
            out.push_str(&format!("<h3>{}</h3>\n", inline::text(text.full(), notes)));
        }
        Content::List { numbered, items } => list(out, *numbered, items, notes),
        Content::Table(shown) => table::table(out, shown, notes),
        Content::Figure(shown) => figure(out, shown, notes),
        Content::Framed(framed) => {
            out.push_str("<div class=\"framed\">\n");
            blocks(out, framed, notes);
            out.push_str("</div>\n");
        }
        Content::Folded { summary, open, blocks: folded } => {
            let open = if *open { r#" open="open""# } else { "" };
            let summary = inline::text(summary.full(), notes);
            out.push_str(&format!("<details{open}>\n<summary>{summary}</summary>\n"));
            blocks(out, folded, notes);
            out.push_str("</details>\n");
        }
        Content::Sources(sources) => notes.list(out, sources),
        Content::Record(records) => record(out, records),
    }
}

/// How well figures of some kinds have done: each under the anchor to which such figures lead.
fn record(out: &mut String, records: &[TrackRecord]) {
    out.push_str("<ul class=\"record\">\n");
    for one in records {
        out.push_str(&format!(
            "<li id=\"record-{}\"><b>{}:</b> {}</li>\n",
            one.kind.word(),
            escape(&one.figure),
            escape(&one.sentence)
        ));
    }
    out.push_str(&format!(
        "<li>Counted on {}; all of it is in docs/validity.md.</li>\n</ul>\n",
        escape(MEASURED)
    ));
}

fn paragraph(out: &mut String, part: Part, text: &Phrase, notes: &mut Notes) {
    let class = match part {
        Part::See => r#" class="see""#,
        Part::Told => "",
        Part::How | Part::Elsewhere => r#" class="how""#,
    };
    out.push_str(&format!("<p{class}>{}</p>\n", inline::text(text, notes)));
}

fn list(out: &mut String, numbered: bool, items: &[Wording], notes: &mut Notes) {
    let (open, close) = if numbered { (r#"<ol class="ranked">"#, "</ol>") } else { ("<ul>", "</ul>") };
    out.push_str(&format!("{open}\n"));
    for item in items.iter().filter(|item| !item.full().is_empty()) {
        out.push_str(&format!("<li>{}</li>\n", inline::text(item.full(), notes)));
    }
    out.push_str(&format!("{close}\n"));
}

fn figure(out: &mut String, figure: &Illustration, notes: &mut Notes) {
    let class = match figure.layout {
        Panels::One => "panel",
        Panels::Several => "panels",
        Panels::Graph => "graph",
    };
    out.push_str(&format!(
        "<figure>\n<figcaption>{}</figcaption>\n<div class=\"{class}\">\n",
        inline::text(&figure.caption, notes)
    ));
    for panel in &figure.panels {
        let drawn = plot::svg(&panel.plot);
        match &panel.caption {
            Some(caption) => {
                out.push_str(&format!("<div>\n<p>{}</p>\n{drawn}\n</div>\n", inline::text(caption, notes)));
            }
            None => out.push_str(&format!("{drawn}\n")),
        }
    }
    out.push_str("</div>\n");
    if let Some(how) = &figure.how {
        out.push_str(&format!("<p class=\"how\">{}</p>\n", inline::text(how.full(), notes)));
    }
    out.push_str("</figure>\n");
}
