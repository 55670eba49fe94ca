//! What is said: words with what a reader should recognise in them, in a short and a full version where they differ.

use detente_model::{Band, Case, Citation, Share};
use serde::Serialize;

use super::Face;
use crate::words;

/// A piece of a text. Whatever comes from a case is data here; a renderer makes it harmless for its medium.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// Words.
    Plain(String),
    /// Words that carry weight.
    Strong(String),
    /// A path of the case file.
    Path(String),
    /// Words that say that something is somebody's judgement.
    Judgement(String),
    /// Words that say that there is nothing here.
    Nothing(String),
    /// Words that are no longer there.
    Out(String),
    /// Words that are new.
    In(String),
    /// Words that are read aloud and not shown, such as the name of a column of letters.
    Aloud(String),
    /// A principal, or whoever else is shown under a look.
    Party(Face),
    /// The mark alone of whoever is shown under the look of this number.
    Mark(usize),
    /// A chance with its range.
    Chance(Chance),
    /// How much an issue matters: its weight, and the middle nine tenths of it over the draws, 0 to 1.
    Weight {
        /// In the central world.
        central: f64,
        /// Over the draws.
        range: [f64; 2],
    },
    /// What a figure rests on; without citations it is a judgement.
    Ground {
        /// The places in the sources.
        cites: Vec<Cite>,
        /// The line of the case file.
        line: Option<usize>,
    },
    /// Words on a line of their own.
    Line {
        /// What kind of line.
        manner: LineManner,
        /// What it says.
        text: Phrase,
    },
}

/// The kinds of line inside a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineManner {
    /// As the text around it.
    Plain,
    /// Beside the point, under what it explains.
    Second,
    /// A red line, or what red lines do.
    Red,
    /// The analyst's remark.
    Remark,
    /// What the cell rests on.
    Ground,
}

/// A chance, as a value between 0 and 1 with a range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Chance {
    /// The value.
    pub value: f64,
    /// The lower end of its range.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// What the range stands for.
    pub doubt: DoubtOf,
}

/// What a range stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DoubtOf {
    /// What a finite number of draws leaves: the 95 % interval of a share.
    Draws,
    /// What the case leaves open: the middle nine tenths of the worlds.
    Case,
}

impl Chance {
    /// In a line: `22 % (20–24)`.
    pub fn in_line(&self) -> String {
        match self.doubt {
            DoubtOf::Draws => {
                let (low, high) = (self.low * 100.0, self.high * 100.0);
                format!("{} ({low:.0}–{high:.0})", words::percent(self.value))
            }
            DoubtOf::Case => words::ranged(self.value, self.low, self.high),
        }
    }

    /// Its range alone: `20–24 %`.
    pub fn range(&self) -> String {
        let (low, high) = (format!("{:.0}", self.low * 100.0), format!("{:.0}", self.high * 100.0));
        if self.doubt == DoubtOf::Draws && low == high {
            format!("{low} %")
        } else {
            format!("{low}–{high} %")
        }
    }
}

impl From<Share> for Chance {
    fn from(share: Share) -> Self {
        let [low, high] = share.interval();
        Self { value: share.value(), low, high, doubt: DoubtOf::Draws }
    }
}

impl From<Band> for Chance {
    fn from(band: Band) -> Self {
        Self { value: band.median, low: band.low, high: band.high, doubt: DoubtOf::Case }
    }
}

/// A place in a source on which something rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cite {
    /// The number of the source ([`Case::source_number`]).
    pub note: usize,
    /// The place inside the source, if one was given.
    pub locator: Option<String>,
    /// What rests on it, in few words.
    pub what: String,
}

impl Cite {
    /// Everything that `what` rests on.
    pub fn all(case: &Case, citations: &[Citation], what: &str) -> Vec<Self> {
        let cite = |citation: &Citation| Self {
            note: case.source_number(citation.source),
            locator: citation.locator.clone(),
            what: what.to_owned(),
        };
        citations.iter().map(cite).collect()
    }
}

/// Pieces in a row.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(transparent)]
pub struct Phrase(pub Vec<Piece>);

impl Phrase {
    /// Adds a piece at the end.
    #[must_use]
    pub fn and(mut self, piece: impl Into<Piece>) -> Self {
        self.0.push(piece.into());
        self
    }

    /// Adds a line of its own at the end.
    #[must_use]
    pub fn line(self, manner: LineManner, text: impl Into<Phrase>) -> Self {
        self.and(Piece::Line { manner, text: text.into() })
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every citation in it, in reading order.
    pub fn cites(&self) -> Vec<&Cite> {
        let mut found = Vec::new();
        for piece in &self.0 {
            match piece {
                Piece::Ground { cites, .. } => found.extend(cites),
                Piece::Line { text, .. } => found.extend(text.cites()),
                _ => {}
            }
        }
        found
    }
}

impl From<&str> for Piece {
    fn from(words: &str) -> Self {
        Self::Plain(words.to_owned())
    }
}

impl From<String> for Piece {
    fn from(words: String) -> Self {
        Self::Plain(words)
    }
}

impl From<Chance> for Piece {
    fn from(chance: Chance) -> Self {
        Self::Chance(chance)
    }
}

impl<T: Into<Piece>> From<T> for Phrase {
    fn from(piece: T) -> Self {
        match piece.into() {
            Piece::Plain(words) if words.is_empty() => Self::default(),
            piece => Self(vec![piece]),
        }
    }
}

impl FromIterator<Piece> for Phrase {
    fn from_iter<I: IntoIterator<Item = Piece>>(pieces: I) -> Self {
        Self(pieces.into_iter().collect())
    }
}

/// The same thing said for a terminal and for a page.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Wording {
    /// For a terminal.
    pub short: Phrase,
    /// For a page, where it is said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full: Option<Phrase>,
}

impl Wording {
    /// What a page says.
    pub fn full(&self) -> &Phrase {
        self.full.as_ref().unwrap_or(&self.short)
    }
}

impl<T: Into<Phrase>> From<T> for Wording {
    fn from(text: T) -> Self {
        Self { short: text.into(), full: None }
    }
}

/// Said in one way in a terminal and in another on a page.
pub fn told(short: impl Into<Phrase>, full: impl Into<Phrase>) -> Wording {
    Wording { short: short.into(), full: Some(full.into()) }
}

/// The head of a column or the like: in lower case in a terminal, with a capital on a page.
pub fn named(name: &str) -> Wording {
    told(name, words::sentence(name))
}
