//! What if: a text against another, and variants that are kept.

use detente_brief::answers::{CaseDifference, CompareAnswer};
use serde::{Deserialize, Serialize};

use super::{EditAsked, Manner, Stretch};

/// `POST /api/compare`: two texts side by side, in the same draws.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CompareAsked {
    /// The text to start from.
    pub before: String,
    /// The text that is otherwise.
    pub after: String,
    /// Whether each difference is to be judged by itself as well.
    #[serde(default)]
    pub by_line: bool,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// The event `differences` of `POST /api/compare`: where the texts say different things. It comes first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DifferencesTold {
    /// Each place, in the order of the first text.
    pub differences: Vec<DifferenceListed>,
}

/// A place at which two texts say different things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DifferenceListed {
    /// The path.
    pub path: String,
    /// What the first says, as TOML on one line; null where it says nothing.
    pub before: Option<String>,
    /// What the second says; null where it says nothing.
    pub after: Option<String>,
    /// Where the second says it or, where it says nothing, where it says something around it; null if nowhere.
    pub at: Option<Stretch>,
    /// The line there, counted from 1; null as `at` is.
    pub line: Option<usize>,
    /// The change of the second text by which it says here what the first says.
    pub back: EditAsked,
}

/// The event `compared` of `POST /api/compare`: what all differences together do. It comes twice where there are many draws, from the
/// first of them and from all.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ComparedTold {
    /// The answer; no difference is judged by itself yet.
    pub answer: CompareAnswer,
    /// Whether it rests on the first draws alone.
    pub rough: bool,
}

/// The event `judged` of `POST /api/compare`: what one difference does by itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DifferenceTold {
    /// Its place among the differences, counted from 0.
    pub place: usize,
    /// What it does.
    pub difference: CaseDifference,
}

/// `POST /api/remove`: takes a variant away, if what is on the disk is what the person knows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RemoveAsked {
    /// Which file; one in `variants/`.
    pub file: String,
    /// What names the text that the person took to be on the disk.
    pub stamp: String,
}
