//! The brief as a page to print and to hand out.

use serde::{Deserialize, Serialize};

use super::Manner;

/// `POST /api/page`: the brief as a page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PageAsked {
    /// The text.
    pub text: String,
    /// Whether the annex is wanted as well.
    #[serde(default)]
    pub annex: bool,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub manner: Manner,
}

/// The answer to `POST /api/page`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PageMade {
    /// The page: one HTML file that holds everything it needs.
    pub html: String,
}
