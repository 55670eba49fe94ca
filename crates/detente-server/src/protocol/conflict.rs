//! The conflict as a drawing needs it: every state, every move, and what is asked about one state.

use detente_brief::answers::{StabilityAnswer, WantedFound};
use serde::{Deserialize, Serialize};

use super::Manner;

/// `POST /api/conflict`, `POST /api/outlook`: a text and how it is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LookedAt {
    /// The text.
    pub text: String,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// The answer to `POST /api/conflict`; null if the case has none.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ConflictTold {
    /// Who can move, in the order of the graph.
    pub movers: Vec<MoverTold>,
    /// The options that can be made or not; empty where the case states its states as such.
    pub options: Vec<OptionTold>,
    /// The states; empty where there are too many to draw.
    pub states: Vec<StateTold>,
    /// Every move; empty likewise.
    pub moves: Vec<MoveTold>,
    /// How the conflict goes, in sentences: where it stands, where it would come to rest.
    pub account: Vec<String>,
    /// What holds, for whom and in which sense.
    pub answer: StabilityAnswer,
}

/// Somebody who can move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MoverTold {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The place of its colour among the parties of the case.
    pub colour: usize,
}

/// An option of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OptionTold {
    /// The id.
    pub id: String,
    /// In words.
    pub text: String,
    /// Who can make it, by the place among the movers.
    pub by: usize,
    /// Whether it can be made.
    pub make: bool,
    /// Whether it can be taken back.
    pub take_back: bool,
}

/// A state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StateTold {
    /// Its number.
    pub id: usize,
    /// In words.
    pub text: String,
    /// Which options are made in it, by their places.
    pub made: Vec<usize>,
}

/// Somebody takes the conflict from one state to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MoveTold {
    /// Who, by the place among the movers.
    pub by: usize,
    /// From the state with this number.
    pub from: usize,
    /// To the state with this one.
    pub to: usize,
    /// What changes; empty where the case states its states as such.
    pub changes: Vec<OptionChanged>,
    /// Whether it does not lead by way of a smaller move of the same party.
    pub single: bool,
    /// Whether who moves likes it better there.
    pub gains: bool,
    /// Whether who moves can come back.
    pub returns: bool,
}

/// An option that is made or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OptionChanged {
    /// Which, by its place.
    pub option: usize,
    /// Whether it is made.
    pub made: bool,
}

/// `POST /api/conflict/state`: a question about one state.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StateAsked {
    /// The text.
    pub text: String,
    /// Its number.
    pub state: usize,
    /// Whether it is asked what would make it hold, which takes longer, instead of why it holds or not.
    #[serde(default)]
    pub want: bool,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// The answer to `POST /api/conflict/state`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StateExplained {
    /// The number.
    pub state: usize,
    /// The same as a fragment of the brief.
    pub html: String,
    /// Why it holds or not: one list of sentences for each party and sense. Empty where it was asked what would make it hold.
    pub explained: Vec<Vec<String>>,
    /// What would make it hold; null where that was not asked.
    pub wanted: Option<WantedFound>,
}
