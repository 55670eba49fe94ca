//! Every figure and every source of a case with its place: from a figure to what it rests on, and back.

use serde::{Deserialize, Serialize};

use super::Stretch;

/// A text alone: the body of requests that ask about nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TextAsked {
    /// The text.
    pub text: String,
}

/// The answer to `POST /api/ledger`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Ledger {
    /// Every figure that the case states, in its order.
    pub figures: Vec<FigureListed>,
    /// Every source, in the order in which they are numbered, from 1.
    pub sources: Vec<SourceListed>,
    /// Every claim.
    pub claims: Vec<ClaimListed>,
    /// Every other place of the text that has a path, so that a line can be named.
    pub places: Vec<PlaceListed>,
}

/// A figure of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FigureListed {
    /// Its path.
    pub path: String,
    /// In words.
    pub name: String,
    /// As stated.
    pub stated: String,
    /// Where it stands; null if that is not known.
    pub at: Option<Stretch>,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// What it rests on; empty for a judgement.
    pub cites: Vec<CitationListed>,
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CitationListed {
    /// The id of the source.
    pub source: String,
    /// The place in it; null if none is given.
    pub locator: Option<String>,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SourceListed {
    /// Its id.
    pub id: String,
    /// The number under which it is cited in the brief.
    pub note: usize,
    /// Its title.
    pub title: String,
    /// When it appeared: `2024-02-14`; null if the case does not say.
    pub published: Option<String>,
    /// Its grade, `A` to `F`; null if it has none.
    pub reliability: Option<String>,
    /// Where it is to be found; null if the case does not say.
    pub locator: Option<String>,
    /// Where it is declared.
    pub at: Option<Stretch>,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// The paths of the figures that cite it.
    pub figures: Vec<String>,
    /// The ids of the claims that it reports, or their places in the list where they have none.
    pub claims: Vec<String>,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClaimListed {
    /// The path that leads to it.
    pub path: String,
    /// Its id; null if it has none.
    pub id: Option<String>,
    /// What it says, in few words.
    pub says: String,
    /// The day: `2024-02-14`; null if the case does not say.
    pub date: Option<String>,
    /// Whether it waits for somebody to accept it, and weighs nothing until then.
    pub draft: bool,
    /// Where it stands.
    pub at: Option<Stretch>,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// What reports it.
    pub cites: Vec<CitationListed>,
}

/// A place of the text that has a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlaceListed {
    /// The path.
    pub path: String,
    /// Where it stands.
    pub at: Stretch,
    /// The line, counted from 1.
    pub line: usize,
}
