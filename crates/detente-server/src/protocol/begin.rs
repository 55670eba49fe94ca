//! A case that is begun: from plain answers, or from the files of another tool.

use detente_case::begin::AnswerFault;
use serde::{Deserialize, Serialize};

/// The answer to `POST /api/begin`, which is asked with [`Answers`](detente_case::begin::Answers).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Begun {
    /// The text of the case; null if an answer is missing or cannot be.
    pub text: Option<String>,
    /// What is missing or cannot be, in the order of the questions.
    pub faults: Vec<AnswerFault>,
}

/// `POST /api/import`: files of another tool.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ImportAsked {
    /// The files: a domain and the profiles of those at the table, or a conflict.
    pub files: Vec<ForeignFile>,
    /// The day of the case: `2024-02-14`; null if nobody says, and then it is the first of 1970.
    pub day: Option<String>,
}

/// A file of another tool.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ForeignFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// The answer to `POST /api/import`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Imported {
    /// The tool whose files they are: `Genius`, `GMCR+`.
    pub from: String,
    /// The text of the case.
    pub text: String,
    /// What was passed over or is probably not meant.
    pub warnings: Vec<ForeignFault>,
}

/// Something that is wrong, or probably not meant, in a file of another tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ForeignFault {
    /// The name of the file.
    pub file: String,
    /// The line, counted from 1; null for the file as a whole.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it; null if there is nothing to say.
    pub help: Option<String>,
}
