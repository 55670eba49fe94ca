//! A section in brief: its short version for every medium, of each table the first rows, no plots.

use crate::page::block::{Shown, Version};
use crate::page::{Block, Content, Phrase, Piece, Row, Section, Table, Wording};
use crate::words;

/// Which rows of a table are kept.
#[derive(Clone, Copy)]
pub(super) enum Kept<'r> {
    /// So many, from the first.
    First(usize),
    /// Those at these places.
    These(&'r [usize]),
}

impl Kept<'_> {
    fn keeps(self, place: usize) -> bool {
        match self {
            Self::First(most) => place < most,
            Self::These(places) => places.contains(&place),
        }
    }
}

/// The section as a terminal has it, with some of the rows of each table; what is cut is counted.
pub(super) fn condensed(section: Section, rows: Kept<'_>) -> Section {
    if !section.shown.shows(Version::Short) {
        return Section { blocks: Vec::new(), ..section };
    }
    let heading = short(&section.heading);
    Section { shown: Shown::Always, heading, blocks: blocks(&section.blocks, rows), ..section }
}

fn blocks(of: &[Block], rows: Kept<'_>) -> Vec<Block> {
    let mut kept = Vec::new();
    for block in of.iter().filter(|block| block.shows(Version::Short)) {
        let content = match &block.content {
            Content::Paragraph { part, text } => Content::Paragraph { part: *part, text: short(text) },
            Content::Heading(text) => Content::Heading(short(text)),
            Content::List { numbered, items } => {
                Content::List { numbered: *numbered, items: items.iter().map(short).collect() }
            }
            Content::Table(table) => {
                let (table, more) = kept_rows(table, rows);
                kept.push(Block { shown: Shown::Always, apart: block.apart, content: Content::Table(table) });
                if more > 0 {
                    kept.push(Block::in_the_annex(&words::plural(more, "more is", "more are")));
                }
                continue;
            }
            Content::Framed(framed) => Content::Framed(blocks(framed, rows)),
            Content::Folded { blocks: folded, .. } => Content::Framed(blocks(folded, rows)),
            Content::Figure(_) | Content::Sources(_) | Content::Record(_) => continue,
        };
        kept.push(Block { shown: Shown::Always, apart: block.apart, content });
    }
    kept
}

/// The rows of the short version that are kept, and how many are left out.
fn kept_rows(table: &Table, of: Kept<'_>) -> (Table, usize) {
    let kept: Vec<bool> = table.columns.iter().map(|column| column.shown.shows(Version::Short)).collect();
    let columns = table.columns.iter().zip(&kept).filter(|(_, kept)| **kept);
    let columns = columns.map(|(column, _)| {
        let mut column = column.clone();
        column.shown = Shown::Always;
        column.name = short(&column.name);
        column
    });
    let cells = |row: &Row| -> Vec<Wording> {
        row.cells.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| short(cell)).collect()
    };
    let rows: Vec<&Row> = table.rows.iter().filter(|row| row.shown.shows(Version::Short)).collect();
    let all = rows.len();
    let rows = rows.into_iter().enumerate().filter(|(place, _)| of.keeps(*place));
    let rows: Vec<&Row> = rows.map(|(_, row)| row).collect();
    let mut shown = Table::new(columns)
        .laid_out(table.layout)
        .with(rows.iter().map(|row| cells(row)))
        .naming(rows.iter().map(|row| row.figure.clone()));
    let more = all - shown.rows.len();
    shown.caption = table.caption.as_ref().map(short);
    (shown, more)
}

/// What a terminal says, said everywhere. A note on a source has no place here: the sources stand in the annex.
fn short(wording: &Wording) -> Wording {
    Wording::from(without_grounds(&wording.short))
}

fn without_grounds(phrase: &Phrase) -> Phrase {
    let pieces = phrase.0.iter().filter(|piece| !matches!(piece, Piece::Ground { .. }));
    let piece = |piece: &Piece| match piece {
        Piece::Line { manner, text } => Piece::Line { manner: *manner, text: without_grounds(text) },
        piece => piece.clone(),
    };
    Phrase(pieces.map(piece).collect())
}
