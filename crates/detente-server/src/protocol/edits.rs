//! Changes of a text by path.

use detente_case::edit::{Action, Edit, Splice};
use serde::{Deserialize, Serialize};

use super::TextChange;
use crate::units::Units;

/// `POST /api/edits`: what is to be changed in a text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EditsAsked {
    /// The text.
    pub text: String,
    /// The changes, made one after the other, all or none.
    pub edits: Vec<EditAsked>,
}

/// One change by path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EditAsked {
    /// What is done.
    #[serde(rename = "do")]
    pub action: EditAction,
    /// The path, as `detente check CASE --figures` lists it.
    pub path: String,
    /// The value in TOML on one line; absent to remove.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub value: Option<String>,
}

/// What is done at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum EditAction {
    /// A value is put in the place of the one that is there.
    Set,
    /// A key or a member that is not there is added.
    Insert,
    /// A value is set if there is one, and inserted if there is none.
    Put,
    /// What is there is taken out.
    Remove,
    /// An option gets another text or number, wherever the case names it.
    Rename,
}

impl From<&Edit> for EditAsked {
    fn from(edit: &Edit) -> Self {
        let action = match edit.action() {
            Action::Set => EditAction::Set,
            Action::Insert => EditAction::Insert,
            Action::Put => EditAction::Put,
            Action::Remove => EditAction::Remove,
            Action::Rename => EditAction::Rename,
        };
        Self { action, path: edit.path().to_owned(), value: edit.value().map(str::to_owned) }
    }
}

impl EditAsked {
    /// The edit; `None` if it lacks the value that it needs, or has one too many.
    pub(crate) fn edit(&self) -> Option<Edit> {
        Some(match (self.action, &self.value) {
            (EditAction::Set, Some(value)) => Edit::set(&self.path, value),
            (EditAction::Insert, Some(value)) => Edit::insert(&self.path, value),
            (EditAction::Put, Some(value)) => Edit::put(&self.path, value),
            (EditAction::Rename, Some(value)) => Edit::rename(&self.path, value),
            (EditAction::Remove, None) => Edit::remove(&self.path),
            _ => return None,
        })
    }
}

/// The answer to `POST /api/edits`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Edited {
    /// The text with the changes.
    pub text: String,
    /// What was done, in order; each change is in the text that those before it left.
    pub changes: Vec<TextChange>,
}

impl Edited {
    /// What splices make of a text.
    pub(crate) fn of(before: &str, splices: &[Splice]) -> Self {
        let mut text = before.to_owned();
        let mut changes = Vec::with_capacity(splices.len());
        for splice in splices {
            let units = Units::of(&text);
            let (from, to) = (units.unit(splice.span.start), units.unit(splice.span.end));
            changes.push(TextChange { from, to, insert: splice.text.clone() });
            text.replace_range(splice.span.start..splice.span.end, &splice.text);
        }
        Self { text, changes }
    }
}
