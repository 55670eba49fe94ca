//! A report is pasted: what it seems to say, marked in its text, and how that gets into the case.

use serde::{Deserialize, Serialize};

use super::Stretch;

/// `POST /api/intake`: a report to be read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct IntakeAsked {
    /// The text of the case.
    pub text: String,
    /// The report.
    pub report: String,
    /// Where it comes from.
    pub source: SourceSaid,
}

/// Where a report comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct SourceSaid {
    /// Its id among the sources of the case, or a new one.
    pub id: String,
    /// What it is called; needed if it is new.
    #[serde(default)]
    pub title: Option<String>,
    /// The day on which it appeared: `2024-02-14`; needed if the case does not say.
    #[serde(default)]
    pub published: Option<String>,
    /// Its grade, `A` to `F`.
    #[serde(default)]
    pub reliability: Option<String>,
}

/// The answer to `POST /api/intake`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct IntakeRead {
    /// On which day the report appeared.
    pub reported: String,
    /// Whether the source is new to the case.
    pub new_source: bool,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many sentences were cut because they have no end within 300 words; what runs over a cut is missed.
    pub cut_sentences: usize,
    /// What it seems to say, in the order of its text.
    pub drafts: Vec<DraftRead>,
}

/// A claim that a report seems to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DraftRead {
    /// The id that it would have.
    pub id: String,
    /// Of which sort it is.
    pub sort: DraftSort,
    /// The stretches of the report that hold it.
    pub at: Vec<Stretch>,
    /// Its words.
    pub says: String,
    /// Who said or did it, as written; null where the text does not settle that.
    pub by: Option<String>,
    /// The id of the party to which that belongs; null if the case does not know it.
    pub party: Option<String>,
    /// The day that the report gives for it; null if it names none.
    pub said: Option<String>,
    /// By which words it was found, and what keeps it from being taken for more than it is.
    pub why: Vec<String>,
    /// Whether the report says it outright: it denies nothing, and hangs on no condition.
    pub affirmed: bool,
    /// Whether the case has a claim with this id already.
    pub there: bool,
    /// The claim as the case would write it, still marked as a draft.
    pub toml: String,
}

/// Of which sort a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum DraftSort {
    /// Something said.
    Statement,
    /// Something done.
    Act,
    /// How many of something there are.
    Quantity,
}

/// `POST /api/intake/take`: claims that somebody has accepted go to the end of the text. The answer is an `Edited`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TakeAsked {
    /// The text of the case.
    pub text: String,
    /// Where they come from.
    pub source: SourceSaid,
    /// The claims, each as the case is to write it.
    pub claims: Vec<String>,
}
