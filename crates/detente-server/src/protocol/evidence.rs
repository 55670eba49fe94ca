//! Days and evidence: where one can go back to, what the outlook was, and what a strike moves.

use detente_brief::answers::{CompareAnswer, OutlookAnswer};
use serde::{Deserialize, Serialize};

use super::{Manner, TextChange};

/// The answer to `POST /api/days`: when something was said, reported or published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Days {
    /// The first day from which one can look back; the day of the case where nothing is dated.
    pub first: String,
    /// The day of the case.
    pub last: String,
    /// The days on which something happened, ascending; none after the day of the case.
    pub days: Vec<DayTold>,
}

/// A day on which something happened. Claims go by the paths that lead to them, sources by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DayTold {
    /// The day: `2024-02-14`.
    pub day: String,
    /// What was said or done on it.
    pub said: Vec<String>,
    /// What was reported on it.
    pub reported: Vec<String>,
    /// What was published on it.
    pub published: Vec<String>,
}

/// The answer to `POST /api/outlook`; null if the case has no evidence.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OutlookTold {
    /// How likely a deal is by date, drawn; null in a case without deals or days. What belongs to a day says so in `data-day`.
    pub html: Option<String>,
    /// The claims with their weights, and what they did.
    pub answer: OutlookAnswer,
}

/// `POST /api/strike`: what if we had never read this?
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StrikeAsked {
    /// The text.
    pub text: String,
    /// What is struck. A claim that goes with a source may be named as well.
    pub struck: Vec<StruckThing>,
    /// Whether the figures before and after are wanted, which takes longer.
    #[serde(default)]
    pub compare: bool,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// A source or a claim, by its id.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum StruckThing {
    /// A source, with the claims that it alone reports and the citations of it.
    Source(String),
    /// A claim.
    Claim(String),
}

/// The answer to `POST /api/strike`. Nothing is written anywhere.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StrikeTold {
    /// The text without it; the text as it is where `elsewhere` names a file.
    pub text: String,
    /// The changes, in order; each is in the text that those before it left.
    pub changes: Vec<TextChange>,
    /// The files that the case includes in which some of it stands. They are not written from here, so that what is struck can be looked at
    /// and not be taken over.
    pub elsewhere: Vec<String>,
    /// What is struck, a sentence each.
    pub told: Vec<String>,
    /// The ids of the claims that go.
    pub claims: Vec<String>,
    /// The figures that lose their last source and stand as judgements.
    pub judgements: Vec<JudgementLeft>,
    /// The figures before and after, over the same draws; null where that was not asked.
    pub compared: Option<CompareAnswer>,
}

/// A figure that nobody vouches for any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct JudgementLeft {
    /// Its path.
    pub path: String,
    /// In words.
    pub name: String,
    /// As stated.
    pub stated: String,
}
