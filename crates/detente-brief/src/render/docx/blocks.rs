//! Sections and their blocks.

use detente_docx::{Align, Block, Cell, DocxError, Inline, Paragraph, Run, Style, Table};

use super::phrases::{self, Phrases};
use super::pictures;
use crate::page::{
    self, Column, ColumnHolds, Content, Illustration, Panel, Panels, Part, Section, SourceNote, Version,
    Wording,
};
use crate::render::html;
use crate::track_record::{MEASURED, TrackRecord};
use crate::words;

/// Blocks under construction.
pub(super) struct Blocks {
    written: Vec<Block>,
    phrases: Phrases,
    /// How many numbered lists there are.
    lists: u32,
}

impl Blocks {
    /// None yet, their citations leading to these sources.
    pub fn citing(sources: Vec<SourceNote>) -> Self {
        Self { written: Vec::new(), phrases: Phrases::citing(sources), lists: 0 }
    }

    /// Adds a paragraph.
    pub fn push(&mut self, paragraph: Paragraph) {
        self.written.push(Block::Paragraph(paragraph));
    }

    /// Everything.
    pub fn finish(self) -> Vec<Block> {
        self.written
    }

    /// Adds a section under a heading of a level.
    pub fn section(&mut self, section: &Section, level: u8) -> Result<(), DocxError> {
        let heading = section.heading.full();
        if !heading.is_empty() {
            let heading = self.phrases.paragraph(Style::Heading(level), heading);
            self.push(heading);
        }
        self.blocks(&section.blocks, level)
    }

    fn blocks(&mut self, blocks: &[page::Block], level: u8) -> Result<(), DocxError> {
        blocks
            .iter()
            .filter(|block| block.shows(Version::Full))
            .try_for_each(|block| self.block(&block.content, level))
    }

    fn block(&mut self, content: &Content, level: u8) -> Result<(), DocxError> {
        match content {
            Content::Paragraph { part, text } => {
                let style = match part {
                    Part::See => Style::Lead,
                    Part::Told => Style::Body,
                    Part::How | Part::Elsewhere => Style::Reading,
                };
                self.say(style, text);
            }
            Content::Heading(text) => self.say(Style::Heading(level + 1), text),
            Content::List { numbered, items } => {
                let style = if *numbered {
                    self.lists += 1;
                    Style::Numbered(self.lists)
                } else {
                    Style::Bullet
                };
                for item in items {
                    self.say(style, item);
                }
            }
            Content::Table(table) => self.table(table),
            Content::Figure(figure) => self.figure(figure)?,
            Content::Framed(blocks) => self.blocks(blocks, level)?,
            Content::Folded { summary, blocks, .. } => {
                self.say(Style::Folded, summary);
                self.blocks(blocks, level)?;
            }
            Content::Sources(sources) => {
                for source in sources {
                    self.source(source);
                }
            }
            Content::Record(records) => self.record(records),
        }
        Ok(())
    }

    fn say(&mut self, style: Style, text: &Wording) {
        if !text.full().is_empty() {
            let paragraph = self.phrases.paragraph(style, text.full());
            self.push(paragraph);
        }
    }

    fn source(&mut self, source: &SourceNote) {
        let number = Inline::Run(Run::strong(format!("[{}] ", source.note)));
        self.push(Paragraph::of(Style::Body).and(number).text(phrases::described(source)));
    }

    /// How well figures of some kinds have done.
    fn record(&mut self, records: &[TrackRecord]) {
        for one in records {
            let kind = Inline::Run(Run::strong(format!("{}: ", one.figure)));
            self.push(Paragraph::of(Style::Bullet).and(kind).text(phrases::joined(&one.sentence)));
        }
        let counted = format!("Counted on {MEASURED}. All of it: docs/validity.md.");
        self.push(Paragraph::of(Style::Reading).text(counted));
    }

    fn table(&mut self, table: &page::Table) {
        let (table, left_out) = &table.narrowed(html::MOST_SIGNS);
        let columns: Vec<&Column> = table.columns_shown(Version::Full).collect();
        let caption = table.caption.as_ref().map(Wording::full);
        if let Some(caption) = caption {
            let paragraph = self.phrases.paragraph(Style::Caption, caption);
            self.push(Paragraph { with_next: true, ..paragraph });
        }
        let head: Vec<Cell> = columns.iter().map(|column| self.phrases.head(column.name.full())).collect();
        let mut rows = Vec::new();
        for row in table.shown(Version::Full) {
            let cell = |(column, cell): (&Column, &Wording)| {
                let verdict = matches!(column.holds, ColumnHolds::Verdict | ColumnHolds::Letter);
                self.phrases.cell(cell.full(), verdict)
            };
            rows.push(row.into_iter().map(cell).collect());
        }
        let align = |column: &&Column| match column.holds {
            ColumnHolds::Words | ColumnHolds::Label | ColumnHolds::Letter => Align::Start,
            ColumnHolds::Figures | ColumnHolds::Verdict => Align::End,
            ColumnHolds::Sign => Align::Middle,
        };
        let names: Vec<String> = columns
            .iter()
            .map(|column| phrases::plain(column.name.full()))
            .filter(|name| !name.is_empty())
            .collect();
        let description = match caption {
            Some(caption) => phrases::plain(caption),
            None => format!("Columns: {}", names.join(", ")),
        };
        // A head of which nothing is said is none.
        let head = if names.is_empty() { Vec::new() } else { head };
        self.written.push(Block::Table(Table {
            description,
            columns: columns.iter().map(align).collect(),
            head,
            rows,
        }));
        let told = columns
            .iter()
            .filter_map(|column| Some((column.name.full(), column.stands_for.as_ref()?.full())));
        let mut told: Vec<String> =
            told.map(|(name, what)| format!("{} {}", phrases::plain(name), phrases::plain(what))).collect();
        told.extend((*left_out > 0).then(|| page::Table::left_out(*left_out)));
        if !told.is_empty() {
            self.push(Paragraph::of(Style::Reading).text(phrases::joined(&told.join(" · "))));
        }
    }

    fn figure(&mut self, figure: &Illustration) -> Result<(), DocxError> {
        if !figure.caption.is_empty() {
            let caption = self.phrases.paragraph(Style::Caption, &figure.caption);
            self.push(Paragraph { with_next: true, ..caption });
        }
        match figure.layout {
            Panels::One | Panels::Graph => {
                for panel in &figure.panels {
                    let shown = self.panel(panel, pictures::WHOLE)?;
                    self.written.extend(shown.into_iter().map(Block::Paragraph));
                }
            }
            Panels::Several => {
                let mut rows = Vec::new();
                for pair in figure.panels.chunks(2) {
                    let cells: Result<Vec<Cell>, DocxError> =
                        pair.iter().map(|panel| self.panel(panel, pictures::HALF)).collect();
                    rows.push(cells?);
                }
                let description = phrases::plain(&figure.caption);
                self.written.push(Block::Table(Table {
                    description,
                    columns: vec![Align::Start; 2],
                    head: Vec::new(),
                    rows,
                }));
            }
        }
        if let Some(how) = &figure.how {
            self.say(Style::Reading, how);
        }
        Ok(())
    }

    fn panel(&mut self, panel: &Panel, widest: f64) -> Result<Vec<Paragraph>, DocxError> {
        let caption = panel
            .caption
            .as_ref()
            .map(|caption| Paragraph { with_next: true, ..self.phrases.paragraph(Style::Cell, caption) });
        let picture =
            Paragraph::of(Style::Cell).and(Inline::Picture(pictures::picture(&panel.plot, widest)?));
        Ok(caption.into_iter().chain([picture]).collect())
    }
}

/// What a source is, with its day and its grade.
pub(super) fn dated(source: &SourceNote) -> String {
    source.published.map_or(String::new(), |day| {
        let later = if source.later { ", after the day of this view" } else { "" };
        format!(", {}{later}", words::date(day.0))
    })
}
