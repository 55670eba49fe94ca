//! Paths: from a text such as `positions.port.weights.pay` to the thing that it names, and back.
//!
//! A path is the keys that lead to a thing, joined by dots. A key may hold dots and blanks itself: of those that fit the
//! longest is meant, and quotes settle it. `[2]` is the second member of a list. Members that have an `id`, or else a `name`,
//! are known by it as by a key: `claims.halevi-0213.value`. These are the paths by which
//! [`Number::path`](detente_model::Number::path) knows the numbers of a case.

use std::collections::BTreeMap;

use super::layout::{How, Id, Layout, ROOT};
use crate::format::Kind;
use crate::nearest::nearest;
use crate::text::{listed, quoted};
use crate::write;

/// A hint where there is no better one.
pub(crate) const WHAT_A_PATH_IS: &str =
    "a path is the tables and keys that lead to a value, joined by dots: `positions.party.no_deal`";

/// The thing that a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// The thing itself.
    pub(crate) id: Id,
    /// What is set when the path is set: of a point, what it is worth there.
    pub(crate) value: Id,
}

/// How far a path leads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Astray<'p> {
    /// The last thing on the way.
    pub(crate) at: Id,
    /// What is left of the path.
    pub(crate) rest: &'p str,
}

/// The first part of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part<'p> {
    /// `[2]`; 0 for `[]`.
    EditPlace(usize),
    /// A key in quotes.
    Quoted(String),
    /// A key, and whatever follows it.
    Plain(&'p str),
}

/// Takes the first part off a path.
pub(crate) fn first_part(path: &str) -> Option<(Part<'_>, &str)> {
    if let Some(after) = path.strip_prefix('[') {
        let (digits, rest) = after.split_once(']')?;
        let place = if digits.is_empty() { 0 } else { digits.parse().ok().filter(|n| *n > 0)? };
        return Some((Part::EditPlace(place), rest));
    }
    if let Some(quote) = path.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let mut escaped = false;
        for (at, c) in path.char_indices().skip(1) {
            if c == quote && !escaped {
                let (key, rest) = path.split_at(at + 1);
                if rest.is_empty() || rest.starts_with(['.', '[']) {
                    let value = toml::de::DeValue::parse(key).ok()?;
                    return Some((Part::Quoted(value.get_ref().as_str()?.to_owned()), rest));
                }
                break;
            }
            escaped = c == '\\' && !escaped && quote == '"';
        }
    }
    Some((Part::Plain(path), ""))
}

/// Past the dot that joins a key to what is before it.
fn after_dot(path: &str) -> Option<&str> {
    path.strip_prefix('.')
}

/// What follows a key at the beginning of a path.
fn after_key<'p>(path: &'p str, key: &str) -> Option<&'p str> {
    path.strip_prefix(key).filter(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

impl Layout<'_> {
    /// The thing that a path names.
    pub(crate) fn find<'p>(&self, path: &'p str) -> Result<Found, Astray<'p>> {
        let path = path.trim();
        let mut astray = Astray { at: ROOT, rest: path };
        if path.is_empty() {
            return Err(astray);
        }
        let found = self.step(ROOT, path, &mut astray).ok_or(astray)?;
        let node = self.node(found);
        let value = match node.parent {
            Some(list) if self.is_list_of_pairs(list) => node.children.get(1).copied(),
            _ => None,
        };
        Ok(Found { id: found, value: value.unwrap_or(found) })
    }

    /// Follows a path whose first key is not preceded by a dot.
    fn step<'p>(&self, at: Id, path: &'p str, astray: &mut Astray<'p>) -> Option<Id> {
        if path.len() < astray.rest.len() {
            *astray = Astray { at, rest: path };
        }
        match first_part(path)? {
            (Part::EditPlace(place), rest) => self.onwards(self.member_at(at, place)?, rest, astray),
            (Part::Quoted(key), rest) => {
                self.children_called(at, &key).into_iter().find_map(|id| self.onwards(id, rest, astray))
            }
            (Part::Plain(path), _) => {
                let mut fitting: Vec<(usize, Id)> = self
                    .named_children(at)
                    .filter_map(|(name, id)| Some((after_key(path, &name)?.len(), id)))
                    .collect();
                // The longest key first: the least is left of the path.
                fitting.sort_by_key(|(left, _)| *left);
                fitting.extend(self.number_called(at, path));
                fitting
                    .into_iter()
                    .find_map(|(left, id)| self.onwards(id, &path[path.len() - left..], astray))
            }
        }
    }

    fn onwards<'p>(&self, at: Id, rest: &'p str, astray: &mut Astray<'p>) -> Option<Id> {
        if rest.is_empty() {
            return Some(at);
        }
        self.step(at, if rest.starts_with('[') { rest } else { after_dot(rest)? }, astray)
    }

    /// The member of a list, counted from one.
    fn member_at(&self, list: Id, place: usize) -> Option<Id> {
        let index = place.checked_sub(1)?;
        match self.node(list).how {
            How::List(_) if self.is_list_of_statements(list) => self.statements_in(list).get(index).copied(),
            How::List(_) | How::Sections => self.node(list).children.get(index).copied(),
            _ => None,
        }
    }

    /// The statements of a list of preferences as they are counted: through the lists inside, without `>>`.
    pub(crate) fn statements_in(&self, list: Id) -> Vec<Id> {
        let mut statements = Vec::new();
        for id in &self.node(list).children {
            match self.node(*id).how {
                How::List(_) => statements.extend(&self.node(*id).children),
                _ if self.text_of(*id).is_some_and(|text| text.trim() == ">>") => {}
                _ => statements.push(*id),
            }
        }
        statements
    }

    /// What a table or a list holds, each under its key, its id or its name.
    pub(crate) fn named_children(&self, at: Id) -> impl Iterator<Item = (std::borrow::Cow<'_, str>, Id)> {
        self.node(at).children.iter().filter_map(|id| match &self.node(*id).key {
            Some(key) => Some((key.as_str().into(), *id)),
            None => Some((self.name_of(*id)?.into(), *id)),
        })
    }

    fn children_called(&self, at: Id, name: &str) -> Vec<Id> {
        let mut found: Vec<Id> =
            self.named_children(at).filter(|(other, _)| other == name).map(|(_, id)| id).collect();
        found.extend(self.number_called(at, name).map(|(_, id)| id));
        found
    }

    /// The `id` of a table, or else its `name`.
    pub(crate) fn name_of(&self, table: Id) -> Option<String> {
        ["id", "name"].into_iter().find_map(|key| self.text_of(self.child(table, key)?))
    }

    /// The option that is the same number, however the key writes it: `30` for `30.0`. With what is left of the path.
    fn number_called(&self, table: Id, path: &str) -> Option<(usize, Id)> {
        if !path.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
            || !self.has_numbers_as_keys(table)
        {
            return None;
        }
        // A dot may be the decimal point, or lead on.
        let ends = path.char_indices().filter(|(_, c)| matches!(c, '.' | '[')).map(|(at, _)| at);
        let mut ends: Vec<usize> = ends.take(2).chain([path.len()]).collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        ends.into_iter().find_map(|end| {
            let x: f64 = path[..end].parse().ok()?;
            let same = |key: &str| {
                let y = key.trim().parse::<f64>();
                y.is_ok_and(|y| (x - y).abs() <= 1e-9 * x.abs().max(1.0))
            };
            let id = self
                .node(table)
                .children
                .iter()
                .copied()
                .find(|id| self.node(*id).key.as_deref().is_some_and(same))?;
            Some((path.len() - end, id))
        })
    }

    /// A sentence on what could have been meant instead.
    pub(crate) fn hint(&self, astray: Astray<'_>, paths: &Paths) -> String {
        let here = paths.path(self, astray.at);
        let joined = |name: &str| {
            let name = printed(name);
            if here.is_empty() { name } else { format!("{here}.{name}") }
        };
        let wanted = match first_part(astray.rest) {
            Some((Part::Quoted(key), _)) => key,
            Some((Part::Plain(path), _)) => path.split(['.', '[']).next().unwrap_or("").to_owned(),
            _ => {
                let members = self.node(astray.at).children.len();
                return match self.node(astray.at).how {
                    How::List(_) | How::Sections if members == 1 => {
                        format!("{} has one member, `[1]`", quoted(&here))
                    }
                    How::List(_) | How::Sections => {
                        format!("{} has {members} members, counted from `[1]`", quoted(&here))
                    }
                    _ => format!("{} is not a list: what is in it is named by its key", quoted(&here)),
                };
            }
        };
        let names: Vec<String> =
            self.named_children(astray.at).take(2_000).map(|(name, _)| name.into_owned()).collect();
        if let Some(near) = nearest(&wanted, names.iter().map(String::as_str)) {
            let rest = astray.rest.get(wanted.len()..).unwrap_or("");
            let whole = format!("{}{rest}", joined(near));
            let leads = self.find(&whole).is_ok();
            return format!(
                "did you mean {}?",
                quoted(if leads { &whole } else { &whole[..whole.len() - rest.len()] })
            );
        }
        if names.is_empty() {
            return String::from(WHAT_A_PATH_IS);
        }
        let here = if here.is_empty() { String::from("the case") } else { quoted(&here) };
        format!("{here} has {}", listed(names.iter().map(String::as_str)))
    }
}

/// How the things of a layout are called.
///
/// Looking for names that are used twice takes a walk over the lists, which is taken once.
#[derive(Debug, Default)]
pub(crate) struct Paths {
    /// Of the members of a list those that are known by their name.
    names: BTreeMap<Id, String>,
    /// The number of a member among its fellows.
    places: BTreeMap<Id, usize>,
}

impl Paths {
    pub(crate) fn of(layout: &Layout<'_>) -> Self {
        let mut paths = Self::default();
        let mut open = vec![ROOT];
        while let Some(id) = open.pop() {
            let node = layout.node(id);
            open.extend(&node.children);
            match node.how {
                How::List(_) if layout.is_list_of_statements(id) => {
                    for (i, statement) in layout.statements_in(id).into_iter().enumerate() {
                        paths.places.insert(statement, i + 1);
                    }
                }
                How::List(_) | How::Sections => paths.members(layout, &node.children),
                _ => {}
            }
        }
        paths
    }

    fn members(&mut self, layout: &Layout<'_>, members: &[Id]) {
        let mut first = BTreeMap::new();
        for (i, member) in members.iter().enumerate() {
            self.places.entry(*member).or_insert(i + 1);
            if let Some(name) = layout.name_of(*member) {
                first.entry(name).or_insert(*member);
            }
        }
        // A name that another begins with, and a dot, would lead there.
        let names: Vec<String> = first.keys().cloned().collect();
        for (name, member) in first {
            let shadowed = longer(&name).into_iter().any(|longer| {
                let next = names.partition_point(|other| *other < longer);
                names.get(next).is_some_and(|other| other.starts_with(&longer))
            });
            self.names.insert(
                member,
                if shadowed { write::Key::quoted(&name).as_str().to_owned() } else { printed(&name) },
            );
        }
    }

    /// The path of a thing; empty for the root.
    pub(crate) fn path(&self, layout: &Layout<'_>, id: Id) -> String {
        let mut parts = Vec::new();
        let mut at = id;
        while let Some(parent) = layout.node(at).parent {
            let counted = self.places.contains_key(&at);
            parts.push(match &layout.node(at).key {
                Some(key) => format!(".{}", shown_key(layout, parent, key)),
                None => match (self.names.get(&at), self.places.get(&at)) {
                    (Some(name), _) => format!(".{name}"),
                    (None, Some(place)) => format!("[{place}]"),
                    (None, None) => String::new(),
                },
            });
            at = parent;
            // A statement that stands in a list inside the list is counted through.
            if counted && is_counted_through(layout, at) {
                at = layout.node(at).parent.unwrap_or(at);
            }
        }
        parts.reverse();
        let path = parts.concat();
        path.strip_prefix('.').map(str::to_owned).unwrap_or(path)
    }
}

/// Whether a list stands in a list of statements, so that what is in it is counted with those around it.
fn is_counted_through(layout: &Layout<'_>, list: Id) -> bool {
    layout.node(list).key.is_none()
        && layout.node(list).parent.is_some_and(|outer| layout.is_list_of_statements(outer))
}

/// The key of a table as a path shows it.
fn shown_key(layout: &Layout<'_>, table: Id, key: &str) -> String {
    let shown = match key.trim().parse::<f64>() {
        Ok(x) if x.is_finite() && layout.has_numbers_as_keys(table) => x.to_string(),
        _ => key.to_owned(),
    };
    if shown != key {
        return shown;
    }
    let shadowed = longer(key).iter().any(|longer| layout.has_key_beginning(table, longer));
    if shadowed { write::Key::quoted(key).as_str().to_owned() } else { printed(key) }
}

/// How a key begins that would be taken for this one and what follows it.
fn longer(key: &str) -> [String; 2] {
    [format!("{key}."), format!("{key}[")]
}

/// A key as a path shows it: in quotes only where the path would not lead back to it.
pub(crate) fn printed(key: &str) -> String {
    let plain = !key.is_empty() && key.trim() == key && !key.starts_with(['[', '"', '\'']);
    if plain && !key.contains(|c: char| c.is_control()) {
        key.to_owned()
    } else {
        write::Key::quoted(key).as_str().to_owned()
    }
}

/// The key that an insertion adds to a table, and what is left of the path.
pub(crate) fn new_key<'p>(kind: Option<&'static Kind>, rest: &'p str) -> Option<(String, &'p str)> {
    let (key, rest) = match first_part(rest)? {
        (Part::EditPlace(_), _) => return None,
        (Part::Quoted(key), rest) => (key, rest),
        (Part::Plain(path), _) => match kind {
            // Names of options and paths of numbers hold dots.
            Some(Kind::ByName(_, Kind::Number(_) | Kind::Whole)) => (path.to_owned(), ""),
            Some(Kind::ByName(crate::format::Names::Option, _)) => match path.rsplit_once('.') {
                Some((option, party)) => (option.to_owned(), &path[path.len() - party.len() - 1..]),
                None => (path.to_owned(), ""),
            },
            _ => {
                let end = path.find(['.', '[']).unwrap_or(path.len());
                (path[..end].to_owned(), &path[end..])
            }
        },
    };
    (!key.is_empty()).then_some((key, rest))
}
