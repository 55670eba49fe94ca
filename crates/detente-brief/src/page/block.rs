//! The blocks of a section: sentences, tables, plots, lists, and blocks that stand together.

use super::day::Day;
use serde::Serialize;

use super::plot::Illustration;
use super::table::Table;
use super::wording::{Cite, Phrase, Wording};
use crate::track_record::TrackRecord;
use crate::words;

/// In which version something is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// In both.
    #[default]
    Always,
    /// In the short version alone: a terminal.
    Short,
    /// In the full version alone: a page.
    Full,
}

/// The two versions of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// For a terminal.
    Short,
    /// For a page.
    Full,
}

impl Shown {
    /// Whether it is there in a version.
    pub fn shows(self, version: Version) -> bool {
        match self {
            Self::Always => true,
            Self::Short => version == Version::Short,
            Self::Full => version == Version::Full,
        }
    }
}

/// A block.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    /// In which version it is there.
    pub shown: Shown,
    /// Whether it stands apart from the block before it, where blocks follow each other closely.
    pub apart: bool,
    /// What it is.
    pub content: Content,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A paragraph.
    Paragraph {
        /// What it is for.
        part: Part,
        /// What it says.
        text: Wording,
    },
    /// A heading inside a section.
    Heading(Wording),
    /// A list; a numbered one says which comes first.
    List {
        /// Whether the order counts.
        numbered: bool,
        /// What it holds.
        items: Vec<Wording>,
    },
    /// A table.
    Table(Table),
    /// Plots under a sentence.
    Figure(Illustration),
    /// Blocks that stand together in a frame.
    Framed(Vec<Block>),
    /// Blocks that a page shows folded, under a line that says what they are.
    Folded {
        /// What is inside.
        summary: Wording,
        /// Whether it is open at first.
        open: bool,
        /// What is folded.
        blocks: Vec<Block>,
    },
    /// The sources that notes point at.
    Sources(Vec<SourceNote>),
    /// How well figures of some kinds have done: what marks beside such figures lead to.
    Record(Vec<TrackRecord>),
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What to see, most important first.
    See,
    /// What is told.
    Told,
    /// How to read what stands above.
    How,
    /// That there is more than what stands above, and where: in the annex, or in what is printed for programs. An extract says so only if it is
    /// true of the extract.
    Elsewhere,
}

/// How a sentence ends that says what is in the annex.
pub(crate) const IN_THE_ANNEX: &str = " in the annex.";
/// How one ends that says what is printed for programs alone.
pub(crate) const IN_JSON: &str = " in `--json`.";

/// A source with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceNote {
    /// The number under which it is cited.
    pub note: usize,
    /// Its title.
    pub title: String,
    /// When it appeared.
    pub published: Option<Day>,
    /// Whether it appeared after the day of the view.
    pub later: bool,
    /// Its grade, `A` to `F`, and what the grade means.
    pub reliability: Option<(char, &'static str)>,
    /// Where it is to be found.
    pub locator: Option<String>,
}

impl Block {
    fn new(content: Content) -> Self {
        Self { shown: Shown::Always, apart: false, content }
    }

    /// A paragraph.
    pub fn told(text: impl Into<Wording>) -> Self {
        Self::new(Content::Paragraph { part: Part::Told, text: text.into() })
    }

    /// The sentence that says what to see.
    pub fn see(text: impl Into<Wording>) -> Self {
        Self::new(Content::Paragraph { part: Part::See, text: text.into() })
    }

    /// Sentences, most important first: the first says what to see.
    pub fn headline(sentences: &[String]) -> Vec<Self> {
        let mut sentences = sentences.iter().map(String::as_str);
        sentences.next().map(Self::see).into_iter().chain(sentences.map(Self::told)).collect()
    }

    /// How to read what stands above.
    pub fn how(text: impl Into<Wording>) -> Self {
        Self::new(Content::Paragraph { part: Part::How, text: text.into() })
    }

    /// A heading inside a section.
    pub fn heading(text: impl Into<Wording>) -> Self {
        Self::new(Content::Heading(text.into()))
    }

    /// A list whose order does not count.
    pub fn list<W: Into<Wording>>(items: impl IntoIterator<Item = W>) -> Self {
        Self::new(Content::List { numbered: false, items: items.into_iter().map(Into::into).collect() })
    }

    /// A list whose order counts.
    pub fn numbered<W: Into<Wording>>(items: impl IntoIterator<Item = W>) -> Self {
        Self::new(Content::List { numbered: true, items: items.into_iter().map(Into::into).collect() })
    }

    /// A table.
    pub fn table(table: Table) -> Self {
        Self::new(Content::Table(table))
    }

    /// A table with a word on how to read it; nothing for one without rows.
    pub fn read(table: Table, how: impl Into<Wording>) -> Vec<Self> {
        if table.rows.is_empty() { Vec::new() } else { vec![Self::table(table), Self::how(how)] }
    }

    /// Plots.
    pub fn figure(figure: Illustration) -> Self {
        Self::new(Content::Figure(figure))
    }

    /// Blocks in a frame.
    pub fn framed(blocks: Vec<Self>) -> Self {
        Self::new(Content::Framed(blocks))
    }

    /// Blocks that a page shows folded.
    pub fn folded(summary: impl Into<Wording>, blocks: Vec<Self>) -> Self {
        Self::new(Content::Folded { summary: summary.into(), open: false, blocks })
    }

    /// How many more there are in a list of which only so many are shown; nothing where all are.
    pub fn rest(all: usize, shown: usize) -> Self {
        let more = all.saturating_sub(shown);
        let told = format!("{}{IN_JSON}", words::plural(more, "more is", "more are"));
        let text = Wording::from(if more > 0 { told } else { String::new() });
        Self::new(Content::Paragraph { part: Part::Elsewhere, text })
    }

    /// How many more, in words that end in a verb, are in the annex: `2 more are`.
    pub fn in_the_annex(more: &str) -> Self {
        let text = Wording::from(format!("{more}{IN_THE_ANNEX}"));
        Self::new(Content::Paragraph { part: Part::Elsewhere, text })
    }

    /// The sources.
    pub fn sources(sources: Vec<SourceNote>) -> Self {
        Self::new(Content::Sources(sources))
    }

    /// How well figures of some kinds have done.
    pub fn record(records: Vec<TrackRecord>) -> Self {
        Self::new(Content::Record(records))
    }

    /// The same, open at first if it is folded.
    #[must_use]
    pub fn opened(mut self, at_first: bool) -> Self {
        if let Content::Folded { open, .. } = &mut self.content {
            *open = at_first;
        }
        self
    }

    /// The same in the short version alone.
    #[must_use]
    pub fn short(self) -> Self {
        Self { shown: Shown::Short, ..self }
    }

    /// The same in the full version alone.
    #[must_use]
    pub fn full(self) -> Self {
        Self { shown: Shown::Full, ..self }
    }

    /// The same, apart from the block before it.
    #[must_use]
    pub fn apart(self) -> Self {
        Self { apart: true, ..self }
    }

    /// Whether a version shows something of it: blocks without material leave no trace.
    pub fn shows(&self, version: Version) -> bool {
        let any = |blocks: &[Self]| blocks.iter().any(|block| block.shows(version));
        let text = |wording: &Wording| match version {
            Version::Short => !wording.short.is_empty(),
            Version::Full => !wording.full().is_empty(),
        };
        self.shown.shows(version)
            && match &self.content {
                Content::Paragraph { text: wording, .. } | Content::Heading(wording) => text(wording),
                Content::List { items, .. } => items.iter().any(text),
                Content::Table(table) => table.rows.iter().any(|row| row.shown.shows(version)),
                Content::Figure(figure) => !figure.panels.is_empty(),
                Content::Framed(blocks) | Content::Folded { blocks, .. } => any(blocks),
                Content::Sources(sources) => !sources.is_empty(),
                Content::Record(records) => !records.is_empty(),
            }
    }

    /// Every citation that a version shows, in reading order.
    pub fn cites(&self, version: Version) -> Vec<&Cite> {
        if !self.shows(version) {
            return Vec::new();
        }
        let of = |wording| -> &Phrase {
            let wording: &Wording = wording;
            match version {
                Version::Short => &wording.short,
                Version::Full => wording.full(),
            }
        };
        match &self.content {
            Content::Paragraph { text, .. } | Content::Heading(text) => of(text).cites(),
            Content::List { items, .. } => items.iter().flat_map(|item| of(item).cites()).collect(),
            Content::Table(table) => {
                let cells = table.shown(version).flat_map(|row| row.into_iter().map(|(_, cell)| cell));
                cells.flat_map(|cell| of(cell).cites()).collect()
            }
            Content::Framed(blocks) | Content::Folded { blocks, .. } => {
                blocks.iter().flat_map(|block| block.cites(version)).collect()
            }
            Content::Figure(_) | Content::Sources(_) | Content::Record(_) => Vec::new(),
        }
    }
}
