//! Files of the folder that is served.

use serde::{Deserialize, Serialize};

/// `GET /api/opening`: what is served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Opening {
    /// The version of the program.
    pub version: String,
    /// The name of the folder.
    pub folder: String,
    /// The file to begin with.
    pub file: String,
    /// The case files of the folder, that one included if it is there.
    pub files: Vec<FileListed>,
    /// How many worlds are drawn where nobody asks for another number.
    pub draws: u64,
    /// How many worlds the first, rough answer rests on.
    pub first_draws: u64,
    /// The most worlds that may be asked for.
    pub most_draws: u64,
    /// The seed.
    pub seed: u64,
}

/// A case file of the folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FileListed {
    /// Its name in the folder: `case.toml`, `variants/longer truce.toml`.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
}

/// What a file of the folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum FileKind {
    /// A case.
    Case,
    /// A variant of one, in the folder `variants`.
    Variant,
}

/// `POST /api/file`, `POST /api/watch`: a file of the folder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FileAsked {
    /// Its name.
    pub file: String,
}

/// The answer to `POST /api/file`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FileOpened {
    /// Its name.
    pub file: String,
    /// Its text; null if there is no such file yet.
    pub text: Option<String>,
    /// What names this text on the disk; null as `text` is.
    pub stamp: Option<String>,
    /// A text that was never saved; null if there is none.
    pub draft: Option<DraftKept>,
}

/// A text that somebody wrote and did not save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DraftKept {
    /// The text.
    pub text: String,
    /// What named the text on the disk that it began from; null if there was none.
    pub stamp: Option<String>,
    /// When it was kept: `2024-02-14T09:30:00Z`.
    pub at: String,
}

/// `POST /api/draft`: keeps a text that is not saved, or throws away the one that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DraftToKeep {
    /// Of which file.
    pub file: String,
    /// The text; null to throw the draft away.
    pub text: Option<String>,
    /// What names the text on the disk that it began from; null if there was none.
    pub stamp: Option<String>,
}

/// `POST /api/save`: writes a file, if what is on the disk is what the writer knows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SaveAsked {
    /// Which file.
    pub file: String,
    /// What is to stand in it.
    pub text: String,
    /// What names the text that the writer took to be on the disk; null for a file that is not there yet.
    pub stamp: Option<String>,
}

/// The answer to `POST /api/save`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Saved {
    /// What names the text that is on the disk now.
    pub stamp: String,
}

/// The answer to `POST /api/save` with status 409: on the disk is something else, and nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ChangedOutside {
    /// The same in a sentence.
    pub message: String,
    /// What is on the disk; null if the file is gone.
    pub text: Option<String>,
    /// What names it; null as `text` is.
    pub stamp: Option<String>,
}

/// The event `changed` of `POST /api/watch`: on the disk is another text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FileChanged {
    /// What names it; null if the file is gone or cannot be read.
    pub stamp: Option<String>,
}
