//! Every path of a text, with what stands there.

use super::EditFault;
use super::layout::{How, Id, Layout, ROOT};
use super::path::Paths;
use crate::text::Span;

/// A place that can be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditPlace {
    /// The path that leads there.
    pub path: String,
    /// Where it stands; of a table under headings, its first heading.
    pub span: Span,
    /// What is written there.
    pub text: String,
    /// What it is.
    pub what: What,
}

/// What stands at a place, and so what can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A number, or a range of numbers: one value however it is written. It can be set.
    Number,
    /// A text, a date, `true` or `false`. It can be set.
    Word,
    /// A list. It can be set, and members can be inserted.
    List,
    /// A table in braces. It can be set, and keys can be inserted.
    Table,
    /// A table, or a list of tables, under headings or of dotted keys. What is in it can be set, inserted and removed.
    Section,
}

/// All places that a path leads to, in the order of the tree: a table before what is in it.
///
/// # Errors
/// The text is not TOML.
///
/// ```
/// use detente_case::edit::{What, paths};
/// let places = paths(detente_case::template()).unwrap();
/// let no_deal = places.iter().find(|place| place.path == "positions.upland.no_deal").unwrap();
/// assert_eq!(no_deal.what, What::Number);
/// ```
pub fn paths(text: &str) -> Result<Vec<EditPlace>, EditFault> {
    super::sound(text).map_err(EditFault::Broken)?;
    let Some(layout) = Layout::of(text) else { return Ok(Vec::new()) };
    let names = Paths::of(&layout);
    let mut places = Vec::new();
    let mut open: Vec<Id> = layout.node(ROOT).children.iter().rev().copied().collect();
    while let Some(id) = open.pop() {
        let node = layout.node(id);
        let what = match node.how {
            _ if layout.is_number(id) => What::Number,
            How::Scalar(_) => What::Word,
            How::List(_) => What::List,
            How::Braces(_) => What::Table,
            How::Section | How::Dotted | How::Sections => What::Section,
        };
        if what != What::Number {
            open.extend(node.children.iter().rev());
        }
        // A list inside a list of statements is counted through, and has no path.
        let through = matches!(node.how, How::List(_))
            && node.parent.is_some_and(|list| layout.is_list_of_statements(list));
        let separator = node.key.is_none() && layout.text_of(id).is_some_and(|text| text.trim() == ">>");
        let in_statements = node.parent.is_some_and(|list| layout.is_list_of_statements(list));
        if through || separator && in_statements {
            continue;
        }
        let path = names.path(&layout, id);
        // A point is known by what it is worth; what that is stands in its second member.
        let pair = node.parent.is_some_and(|list| layout.is_list_of_pairs(list));
        let value = if pair { node.children.get(1).copied().unwrap_or(id) } else { id };
        let Some(span) = layout.shown(value) else { continue };
        let what = if pair { What::Number } else { what };
        places.push(EditPlace { path, span, text: layout.slice(span).to_owned(), what });
    }
    Ok(places)
}
