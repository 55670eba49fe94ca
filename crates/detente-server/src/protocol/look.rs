//! A look at a text: everything that is told of it, streamed as it is found.

use detente_brief::answers::{
    BriefAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer, OutlookAnswer, StabilityAnswer,
};
use serde::{Deserialize, Serialize};

use super::{FaultFound, Stretch};

/// `POST /api/look`: what is to be told of a text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LookAsked {
    /// The text.
    pub text: String,
    /// The figures for programs that are wanted beside the sections.
    #[serde(default)]
    pub want: Vec<Wanted>,
    /// Whether the sections of the brief are wanted.
    #[serde(default)]
    pub sections: bool,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// How a text is looked at; what is left out is as the opening says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Manner {
    /// How many worlds are drawn.
    #[serde(default)]
    pub draws: Option<u64>,
    /// From which seed.
    #[serde(default)]
    pub seed: Option<u64>,
    /// The day as of which the case is looked at: `2024-02-14`.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// A set of figures for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Wanted {
    /// The deal space.
    Deals,
    /// The exchange of the leading package.
    Exchange,
    /// How long the leading packages would last.
    Durability,
    /// The conflict.
    Stability,
    /// What was said and done.
    Outlook,
    /// Everything.
    Brief,
}

/// The event `checked`: what is wrong with the text. It comes first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Checked {
    /// The faults by their place.
    pub faults: Vec<FaultFound>,
    /// Whether the case can be computed: no fault is an error, and no engine refuses it. If not, the stream ends.
    pub sound: bool,
    /// What is in the case, in a line; null if it cannot be read.
    pub contents: Option<String>,
    /// Whether there is a day after to look at: something was promised, or the exchange has begun. Null if the case cannot be read.
    pub day_after: Option<bool>,
}

/// The event `head`: what a mediator reads first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct HeadTold {
    /// The title of the case.
    pub title: String,
    /// The day of the look.
    pub as_of: String,
    /// Where things stand, most important first.
    pub headline: Vec<SentenceTold>,
    /// What is not here of the files of the case, and which questions have no answer without it; null if all is here.
    pub without: Option<String>,
    /// Who must sign.
    pub principals: Vec<String>,
    /// Who is there without having to sign: in which role, and who.
    pub others: Vec<(String, String)>,
    /// What the case is about; null if it does not say.
    pub summary: Option<String>,
    /// In how many worlds.
    pub draws: u64,
    /// Whether it rests on the first draws alone.
    pub rough: bool,
}

/// A sentence of the headline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SentenceTold {
    /// What it says.
    pub text: String,
    /// The figures in it, in reading order.
    pub figures: Vec<FigureTold>,
}

/// A figure in a sentence of the headline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FigureTold {
    /// Where it stands in the sentence.
    pub at: Stretch,
    /// Its name. A row of a section that says the same has it in `data-figure`.
    pub id: String,
    /// The sections that say it in full, the brief's before the annex's.
    pub sections: Vec<String>,
    /// The paths of the case of which it speaks; of each what stands below it is meant as well.
    pub paths: Vec<String>,
}

/// The event `section`: a section of the brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SectionTold {
    /// Its name, once on a page.
    pub id: String,
    /// Its heading in plain letters; empty for none.
    pub heading: String,
    /// Its blocks, without the heading, as HTML by the renderer of the printed page. What comes from a case is escaped in it.
    pub html: String,
    /// Whether it belongs to the annex.
    pub annex: bool,
    /// Its place on the page: sections come as they are ready.
    pub order: usize,
    /// In how many worlds.
    pub draws: u64,
    /// Whether it rests on the first draws alone.
    pub rough: bool,
}

/// The event `answer`: figures for programs, as the command line prints them with `--json`.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "of", content = "answer", rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum AnswerTold {
    /// The deal space.
    Deals(Box<DealsAnswer>),
    /// The exchange of the leading package; null if the case has none.
    Exchange(Option<Box<ExchangeAnswer>>),
    /// How long the leading packages would last; null if the case does not say.
    Durability(Option<Box<DurabilityAnswer>>),
    /// The conflict; null if the case has none.
    Stability(Option<Box<StabilityAnswer>>),
    /// What was said and done; null if the case has nothing.
    Outlook(Option<Box<OutlookAnswer>>),
    /// Everything.
    Brief(Box<BriefAnswer>),
}

/// The event `progress`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ProgressTold {
    /// Worlds looked at.
    pub done: u64,
    /// Worlds to look at, as far as known.
    pub expected: u64,
}

/// The event `done`: the last of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LookDone {
    /// In how many worlds the answers rest.
    pub draws: u64,
}
