//! Tables: heads that come again on each page, and columns as wide as they need.

use super::body::Writer;
use super::parts::value;
use crate::document::{Align, Cell, Table};
use crate::letters::writable;

/// The text's width on A4 between margins of 22 mm, in twentieths of a point.
const TEXT_WIDTH: f64 = (210.0 - 44.0) / 25.4 * 1440.0;
/// A letter of a cell's text is about so wide, in the same unit.
const LETTER: f64 = 105.0;

impl<'a> Writer<'a> {
    pub(super) fn table(&mut self, table: &'a Table) {
        let widths = widths(table);
        let xml = &mut self.xml;
        xml.open("w:tbl");
        xml.open("w:tblPr");
        value(xml, "w:tblStyle", "Figures");
        if self.rightward {
            xml.empty("w:bidiVisual");
        }
        xml.open("w:tblW");
        xml.attribute("w:w", "5000");
        xml.attribute("w:type", "pct");
        xml.close();
        xml.open("w:tblLook");
        xml.attribute("w:val", if table.head.is_empty() { "0400" } else { "0420" });
        xml.attribute("w:firstRow", if table.head.is_empty() { "0" } else { "1" });
        xml.close();
        if !table.description.is_empty() {
            value(xml, "w:tblDescription", &writable(&table.description));
        }
        xml.close();
        xml.open("w:tblGrid");
        for width in &widths {
            xml.open("w:gridCol");
            xml.attribute("w:w", width);
            xml.close();
        }
        xml.close();
        if !table.head.is_empty() {
            self.row(&table.head, &table.columns, &widths, true);
        }
        for row in &table.rows {
            self.row(row, &table.columns, &widths, false);
        }
        self.xml.close();
        // Two tables without a paragraph between them would become one.
        self.xml.open("w:p");
        self.xml.open("w:pPr");
        value(&mut self.xml, "w:pStyle", "Cell");
        self.xml.close();
        self.xml.close();
    }

    fn row(&mut self, cells: &'a [Cell], columns: &[Align], widths: &[u32], head: bool) {
        self.xml.open("w:tr");
        self.xml.open("w:trPr");
        self.xml.empty("w:cantSplit");
        if head {
            self.xml.empty("w:tblHeader");
        }
        self.xml.close();
        for (at, width) in widths.iter().enumerate() {
            self.xml.open("w:tc");
            self.xml.open("w:tcPr");
            self.xml.open("w:tcW");
            self.xml.attribute("w:w", width);
            self.xml.attribute("w:type", "dxa");
            self.xml.close();
            self.xml.close();
            let align = columns.get(at).copied().unwrap_or_default();
            match cells.get(at).map(Vec::as_slice) {
                // A cell holds a paragraph, though it says nothing.
                None | Some([]) => {
                    self.xml.empty("w:p");
                }
                Some(paragraphs) => paragraphs.iter().for_each(|paragraph| self.paragraph(paragraph, align)),
            }
            self.xml.close();
        }
        self.xml.close();
    }
}

/// How wide each column is to be: by what it has to hold, within bounds, so that a column of figures is not as wide as one of sentences.
fn widths(table: &Table) -> Vec<u32> {
    let columns = table
        .columns
        .len()
        .max(table.head.len())
        .max(table.rows.iter().map(Vec::len).max().unwrap_or(0))
        .max(1);
    let length =
        |cell: &Cell| cell.iter().map(|paragraph| paragraph.as_proposed().chars().count()).max().unwrap_or(0);
    let longest_word = |cell: &Cell| {
        cell.iter()
            .flat_map(|paragraph| {
                paragraph
                    .as_proposed()
                    .split_whitespace()
                    .map(|word| word.chars().count())
                    .collect::<Vec<_>>()
            })
            .max()
            .unwrap_or(0)
    };
    let cells =
        |at: usize| std::iter::once(&table.head).chain(&table.rows).filter_map(move |row| row.get(at));
    let least = |at: usize| (cells(at).map(longest_word).max().unwrap_or(0).min(16) as f64 + 2.0) * LETTER;
    let wants = |at: usize| {
        let longest = cells(at).map(length).max().unwrap_or(0) as f64;
        // Past a line's worth the column grows with the root of its text: it breaks into lines.
        longest.min(18.0) + (longest - 18.0).max(0.0).sqrt() * 6.0
    };
    let least: Vec<f64> = (0..columns).map(least).collect();
    let wants: Vec<f64> = (0..columns).map(|at| wants(at).max(1.0)).collect();
    let (taken, wanted) = (least.iter().sum::<f64>(), wants.iter().sum::<f64>());
    let left = (TEXT_WIDTH - taken).max(0.0);
    // Where not even the longest words fit side by side, all give way alike.
    let scale = (TEXT_WIDTH / taken).min(1.0);
    least
        .iter()
        .zip(&wants)
        .map(|(least, want)| (least * scale + left * want / wanted).round() as u32)
        .collect()
}
