//! The extract for one reader, and what it still gives away.

use detente_brief::ExtractChoice;
use detente_brief::answers::{ExtractAnswer, SectionWhyNot};
use serde::{Deserialize, Serialize};

use super::Manner;

/// `POST /api/extract`: the brief for one reader. It is streamed: `offered`, `preview`, `judging` as it goes on, `extract`, then `done`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExtractAsked {
    /// The text.
    pub text: String,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub chosen: ExtractChosen,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// What an extract shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExtractChosen {
    /// The sections by their ids, and `headline` for the sentences at the head; none for the two pages of the brief.
    #[serde(default)]
    pub sections: Vec<String>,
    /// The ids of the parties that are left out.
    #[serde(default)]
    pub without_parties: Vec<String>,
    /// Whether sources are shown.
    pub sources: bool,
    /// Whether the remarks of analysts are shown.
    pub notes: bool,
}

impl ExtractChosen {
    /// The choice, in the words of whoever makes the extract.
    pub(crate) fn choice(&self) -> ExtractChoice {
        ExtractChoice {
            sections: self.sections.clone(),
            annex: false,
            without_parties: self.without_parties.clone(),
            sources: self.sources,
            notes: self.notes,
        }
    }
}

/// The event `offered`: what can be chosen for an extract. It comes first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExtractOffered {
    /// The sections, in reading order; the sentences at the head first, under the id `headline` and without a heading.
    pub sections: Vec<SectionOffered>,
    /// Those at the table.
    pub parties: Vec<PartyOffered>,
}

/// A section that an extract may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SectionOffered {
    /// Its id.
    pub id: String,
    /// Its heading in plain letters.
    pub heading: String,
    /// Whether it belongs to the annex.
    pub annex: bool,
    /// Why it cannot be given beside what is left out; null if it can.
    pub why_not: Option<SectionWhyNot>,
    /// The ids of the parties without which it has nothing to say; empty if that is not why.
    pub needs: Vec<String>,
}

/// Somebody of whom an extract may say nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PartyOffered {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The event `preview`: the extract over the first draws, at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExtractPreview {
    /// The page: one HTML file that holds everything it needs.
    pub html: String,
}

/// The event `judging`: how far it is known what the extract gives away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExtractJudging {
    /// How many figures and red lines are looked into.
    pub done: u64,
    /// Of how many.
    pub of: u64,
}

/// The event `extract`: what is handed over, and what it still gives away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExtractMade {
    /// The page: one HTML file that holds everything it needs.
    pub html: String,
    /// What it still gives away; for whoever hands it over, and no part of the page.
    pub account: ExtractAnswer,
}
