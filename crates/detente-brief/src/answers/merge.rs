//! `merge`: two versions of a case that go back to one, put together.

use serde::Serialize;

use super::CaseFault;

/// What `detente merge BASE MINE THEIRS --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeAnswer {
    /// Places at which both sides departed from the base in different ways, those that were settled by `--take` among them.
    pub conflicts: Vec<MergeConflict>,
    /// What the result says otherwise than the base.
    pub changes: Vec<MergeChange>,
    /// Comments of either side that could not be kept.
    pub lost_comments: Vec<CommentLost>,
    /// What is wrong with the result as a case, though each side may be sound; empty where nothing is, or where what was merged is a file that
    /// a case includes.
    pub faults: Vec<CaseFault>,
    /// Whether the result has no error as a case; null where it is not a whole case, but a file that a case includes.
    pub sound: Option<bool>,
    /// Whether the result was written to a file. One with an error is not.
    pub written: bool,
    /// The merged text; null where it was written to a file.
    pub text: Option<String>,
}

/// A place at which two sides part ways.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeConflict {
    /// The path in the case file.
    pub path: String,
    /// What the base says, as TOML on one line, which stays in the result unless a side was taken; null where it says nothing.
    pub base: Option<String>,
    /// What the one side says.
    pub mine: SideSays,
    /// What the other says.
    pub theirs: SideSays,
    /// The side that was taken with `--take`; null where none was, and the base's judgement stays.
    pub taken: Option<MergeSide>,
}

/// What a side says at a place, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SideSays {
    /// As TOML on one line; null where it says nothing.
    pub value: Option<String>,
    /// The sources that it cites: its own, or those of what it belongs to; each with its title and the place in it, as far as the file has them.
    pub cites: Vec<String>,
    /// Who said it, of a claim or a forecast; null where nobody is named.
    pub by: Option<String>,
    /// The reason that stands beside it (`because`); null where none does.
    pub because: Option<String>,
    /// The remark that stands beside it (`note`); null where none does.
    pub note: Option<String>,
    /// The comment on its line, or directly above it; null where there is none.
    pub comment: Option<String>,
}

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum MergeSide {
    /// The second file that was named.
    Mine,
    /// The third.
    Theirs,
}

/// A judgement of the result that is not that of the base.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MergeChange {
    /// The path in the case file.
    pub path: String,
    /// What the base says, as TOML on one line; null where it says nothing.
    pub before: Option<String>,
    /// What the result says; null where it says nothing.
    pub after: Option<String>,
    /// Whose change it is; null where both made it.
    pub by: Option<MergeSide>,
}

/// A comment that the result does not have.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CommentLost {
    /// Whose.
    pub of: MergeSide,
    /// The comment.
    pub text: String,
}

impl MergeAnswer {
    /// How many conflicts nobody has settled.
    pub fn open(&self) -> usize {
        self.conflicts.iter().filter(|conflict| conflict.taken.is_none()).count()
    }

    /// Whether nothing is left to decide or to mend.
    pub fn is_settled(&self) -> bool {
        self.open() == 0 && self.sound != Some(false)
    }
}

impl SideSays {
    /// On what it rests, in a sentence; nothing where the file says nothing.
    pub fn ground(&self) -> String {
        let mut told: Vec<String> = Vec::new();
        told.extend(self.by.as_ref().map(|by| format!("said by {by}")));
        if !self.cites.is_empty() {
            told.push(format!("citing {}", self.cites.join("; ")));
        }
        for said in [&self.because, &self.note, &self.comment].into_iter().flatten() {
            told.push(format!("“{said}”"));
        }
        told.join(", ")
    }
}
