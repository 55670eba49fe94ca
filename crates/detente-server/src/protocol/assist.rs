//! What an editor needs while somebody types.

use detente_case::assist::{Completion, CompletionKind, Hover};
use serde::{Deserialize, Serialize};

use super::Stretch;
use crate::units::Units;

/// `POST /api/assist/complete`, `POST /api/assist/hover`: a place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlaceAsked {
    /// The text, finished or not.
    pub text: String,
    /// The place.
    pub at: usize,
}

/// The answer to `POST /api/assist/complete`: what can come there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Completed {
    /// Where what has been typed of it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// What can come, the likeliest first.
    pub items: Vec<CompletionItem>,
}

/// Something that can come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CompletionItem {
    /// What is shown.
    pub label: String,
    /// What is written.
    pub insert: String,
    /// What it is.
    pub kind: ItemKind,
    /// A few words; empty if there are none.
    pub detail: String,
    /// A sentence on what it means; empty if there is none.
    pub doc: String,
}

/// What something is that can come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ItemKind {
    /// A key of the format.
    Key,
    /// The heading of a table.
    Table,
    /// The id of something that the case declares.
    Id,
    /// An option of an issue.
    Option,
    /// A value to begin with.
    Value,
}

/// The answer to `POST /api/assist/hover`: what stands there; null if nothing is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Hovered {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The key, the path of a number, or what an id names.
    pub title: String,
    /// What it means.
    pub text: String,
    /// What a value must look like; empty where that is no question.
    pub shape: String,
    /// How it can be written; empty where that is no question.
    pub example: String,
}

impl Completed {
    /// What can come at a place where nothing is known.
    pub(crate) fn of(found: Vec<Completion>, at: usize, units: &Units<'_>) -> Self {
        // All that is offered at one place replaces the same stretch.
        let replaced = found.first().map_or(Stretch { from: at, to: at }, |first| units.stretch(first.span));
        let items = found.into_iter().map(|one| CompletionItem {
            label: one.label,
            insert: one.insert,
            kind: match one.kind {
                CompletionKind::Key => ItemKind::Key,
                CompletionKind::Table => ItemKind::Table,
                CompletionKind::Id => ItemKind::Id,
                CompletionKind::Option => ItemKind::Option,
                CompletionKind::Value => ItemKind::Value,
            },
            detail: one.detail,
            doc: one.doc,
        });
        Self { from: replaced.from, to: replaced.to, items: items.collect() }
    }
}

impl Hovered {
    pub(crate) fn of(found: Hover, units: &Units<'_>) -> Self {
        let Stretch { from, to } = units.stretch(found.span);
        Self { from, to, title: found.title, text: found.text, shape: found.shape, example: found.example }
    }
}
