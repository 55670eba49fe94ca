//! Several hands at one case: versions put together, readings laid over each other.

use detente_brief::answers::{MergeSide, OverlayAnswer};
use serde::{Deserialize, Serialize};

use super::Manner;

/// `POST /api/merge`: two versions of a text that go back to one. The answer is that of `detente merge --json`, with the text; nothing is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeAsked {
    /// What both go back to.
    pub base: String,
    /// The one version.
    pub mine: String,
    /// The other.
    pub theirs: String,
    /// Which side is taken where they part ways.
    #[serde(default)]
    pub takes: Vec<SideTaken>,
}

/// A side that is taken at a place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SideTaken {
    /// The path; empty for every place that is not said otherwise.
    pub path: String,
    /// The side.
    pub side: MergeSide,
}

/// `POST /api/overlay`: two to ten readings of one case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OverlayAsked {
    /// The readings, the one on which the others are laid first.
    pub readings: Vec<ReadingSent>,
    /// By which rule they are pooled; null for not at all.
    #[serde(default)]
    pub pool: Option<PoolingRule>,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// Somebody's reading of the case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ReadingSent {
    /// Whose: the name of the file. Names that are alike are told apart by numbers.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A rule by which figures are pooled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum PoolingRule {
    /// The mixture of the readings: disagreement shows as doubt.
    Linear,
    /// The means of their quantiles: about as wide as one reading.
    Quantiles,
}

/// The event `overlaid` of `POST /api/overlay`. It comes twice where there are many draws, from the first of them and from all.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OverlaidTold {
    /// The answer.
    pub answer: OverlayAnswer,
    /// Whether it rests on the first draws alone.
    pub rough: bool,
}

/// The event `pooled` of `POST /api/overlay`, where a rule was asked for: the case that all readings make together, to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PooledMade {
    /// Its text.
    pub text: String,
}
