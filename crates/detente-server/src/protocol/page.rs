//! The brief to hand out: as a page to print, and as a document for Word.

use serde::{Deserialize, Serialize};

use super::{ExtractChosen, Manner};

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

/// `POST /api/document`: the brief, or an extract of it, as a document for Word.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DocumentAsked {
    /// What the page would be asked as; of an extract the annex says nothing.
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub page: PageAsked,
    /// What an extract shows; without it, the brief.
    #[serde(default)]
    pub extract: Option<ExtractChosen>,
}

/// The answer to `POST /api/document`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DocumentMade {
    /// The bytes of the `.docx`, in Base64 (RFC 4648).
    pub base64: String,
}
