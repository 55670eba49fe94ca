//! What the format says of the place at which a thing stands.

use super::layout::{How, Id, Layout, ROOT};
use crate::format::{CASE, Key, Kind, Names};

static WHOLE: Kind = Kind::Table(&CASE);

impl Layout<'_> {
    /// What the format asks for at a place; `None` where it knows nothing.
    pub(crate) fn kind(&self, id: Id) -> Option<&'static Kind> {
        let node = self.node(id);
        match (node.parent, &node.key) {
            (None, _) => Some(&WHOLE),
            (Some(parent), Some(key)) => under(self.kind(parent)?, key),
            (Some(parent), None) => member(self.kind(parent)?),
        }
    }

    /// Whether a list is one of pairs of a number and what it is worth there: its members are known by the second.
    pub(crate) fn is_list_of_pairs(&self, list: Id) -> bool {
        matches!(self.kind(list), Some(Kind::List(Kind::List(Kind::Number(_)))))
    }

    /// Whether a value is one number of the case, however it is written.
    pub(crate) fn is_number(&self, id: Id) -> bool {
        fn asks(kind: &Kind) -> bool {
            match kind {
                Kind::Number(_) => true,
                Kind::Either(kinds) => kinds.iter().any(asks),
                _ => false,
            }
        }
        self.kind(id).is_some_and(asks)
            && !matches!(self.node(id).how, How::Braces(_) | How::Section | How::Dotted)
    }

    /// Whether a list states what a party prefers: its statements are counted through, whatever lists they stand in.
    pub(crate) fn is_list_of_statements(&self, list: Id) -> bool {
        let node = self.node(list);
        let above = node.parent.map(|parent| self.node(parent));
        matches!(node.how, How::List(_))
            && node.key.is_some()
            && above.is_some_and(|above| {
                above.key.as_deref() == Some("preferences")
                    && above.parent.is_some_and(|conflict| {
                        let conflict = self.node(conflict);
                        conflict.key.as_deref() == Some("conflict") && conflict.parent == Some(ROOT)
                    })
            })
    }

    /// The issue of which a value is an option: where packages name options, in lists of options, and in red lines.
    pub(crate) fn issue_of_option(&self, id: Id) -> Option<&str> {
        if !asks_for_an_option(self.kind(id)?) {
            return None;
        }
        match &self.node(id).key {
            Some(key) => self.issue_of_place(self.node(id).parent?, key),
            None => self.issue_of_members(self.node(id).parent?),
        }
    }

    /// The issue whose options stand in a list, or in a list inside it.
    pub(crate) fn issue_of_members(&self, list: Id) -> Option<&str> {
        let mut at = list;
        while self.node(at).key.is_none() {
            at = self.node(at).parent?;
        }
        self.issue_of_place(self.node(at).parent?, self.node(at).key.as_deref()?)
    }

    /// The issue whose option stands under a key: the key itself where issues are the keys, or that to which the table belongs.
    pub(crate) fn issue_of_place<'k>(&'k self, table: Id, key: &'k str) -> Option<&'k str> {
        if names_issues(self.kind(table)?) { Some(key) } else { self.node(table).key.as_deref() }
    }

    /// The issue whose options are the keys of a table.
    pub(crate) fn issue_of_keys(&self, table: Id) -> Option<String> {
        if !matches!(self.kind(table), Some(Kind::ByName(Names::Option, _))) {
            return None;
        }
        let node = self.node(table);
        let owner = self.node(node.parent?);
        if node.key.as_deref() == Some("guarantee_table") {
            let issue = self.text_of(self.child(node.parent?, "guarantee")?)?;
            return issue.strip_prefix("issue:").map(str::to_owned);
        }
        owner.key.clone()
    }

    /// Whether the keys of a table are numbers, the options of an issue.
    pub(crate) fn has_numbers_as_keys(&self, table: Id) -> bool {
        let is_numeric = |issue: String| {
            let issue = self.child(self.child(ROOT, "issues")?, &issue)?;
            let Some(options) = self.child(issue, "options") else { return Some(true) };
            let first = *self.node(options).children.first()?;
            Some(self.text_of(first).is_none())
        };
        self.issue_of_keys(table).and_then(is_numeric) == Some(true)
    }
}

fn asks_for_an_option(kind: &Kind) -> bool {
    match kind {
        Kind::Option => true,
        Kind::Either(kinds) => kinds.iter().any(asks_for_an_option),
        _ => false,
    }
}

fn names_issues(kind: &Kind) -> bool {
    match kind {
        Kind::ByName(Names::Issue, _) => true,
        Kind::Either(kinds) => kinds.iter().any(names_issues),
        _ => false,
    }
}

/// What the format asks for under a key of a table.
pub(crate) fn under(kind: &'static Kind, key: &str) -> Option<&'static Kind> {
    match kind {
        Kind::Table(shape) => match shape.keys.iter().find(|declared| declared.name == key) {
            Some(declared) => Some(&declared.kind),
            None => shape.others.map(|(_, kind)| kind),
        },
        Kind::ByName(_, of) => Some(of),
        Kind::Either(kinds) => kinds.iter().find_map(|kind| under(kind, key)),
        _ => None,
    }
}

/// What the format asks of the members of a list.
pub(crate) fn member(kind: &'static Kind) -> Option<&'static Kind> {
    match kind {
        Kind::List(of) => Some(of),
        Kind::Either(kinds) => kinds.iter().find_map(member),
        _ => None,
    }
}

/// The keys that the format declares for a table, in order; none where keys are names.
pub(crate) fn declared(kind: Option<&'static Kind>) -> &'static [Key] {
    match kind {
        Some(Kind::Table(shape)) => shape.keys,
        Some(Kind::Either(kinds)) => {
            kinds.iter().map(|kind| declared(Some(kind))).find(|keys| !keys.is_empty()).unwrap_or(&[])
        }
        _ => &[],
    }
}

/// Whether a key of a table is a name, an id or an option, and not a word of the format.
pub(crate) fn is_name(kind: Option<&'static Kind>, key: &str) -> bool {
    match kind {
        Some(Kind::ByName(..)) => true,
        Some(Kind::Table(shape)) => {
            shape.others.is_some() && shape.keys.iter().all(|declared| declared.name != key)
        }
        Some(Kind::Either(kinds)) => {
            declared(kind).is_empty() && kinds.iter().any(|kind| is_name(Some(kind), key))
        }
        _ => false,
    }
}

/// What a text in this place is the id of.
pub(crate) fn asks_for_ids(kind: &Kind) -> Option<Names> {
    match kind {
        Kind::Id(names) => Some(*names),
        Kind::Citation => Some(Names::Source),
        Kind::FromIssue => Some(Names::Issue),
        Kind::Either(kinds) => kinds.iter().find_map(asks_for_ids),
        _ => None,
    }
}
