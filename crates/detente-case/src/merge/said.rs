//! What a case file says, apart from how it is laid out: a tree of judgements that can be compared, woven and written again.

use std::collections::BTreeMap;

use crate::edit::layout::{How, Id, Layout, ROOT};
use crate::edit::path::Paths;
use crate::format::Kind;
use crate::write::Key;

/// What stands at a place.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// The path that leads there in the file that it was read from.
    pub(super) path: String,
    /// On one line, as the file has it.
    pub(super) shown: String,
    /// The same for whatever says the same: numbers by what they are, keys in any order, members of a list of tables too.
    meant: String,
    pub(super) what: What,
}

/// How it is put together.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// One judgement: a number or a range of them, a text, an order, a list of options.
    Figure,
    /// A list of which every member counts by itself, and the order for nothing: citations.
    Set(Vec<Said>),
    /// Keys and what stands under them; whether the keys are names that people chose, so that a table without them is an empty one.
    Table(Vec<(String, Said)>, bool),
    /// A list of tables, each with its `id` or `name` if it has one that no other has.
    Members(Vec<(Option<String>, Said)>),
}

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        self.meant == other.meant
    }
}

impl Said {
    /// All that a text says.
    pub(super) fn of(layout: &Layout<'_>) -> Self {
        Self::at(layout, &Paths::of(layout), ROOT)
    }

    fn at(layout: &Layout<'_>, paths: &Paths, id: Id) -> Self {
        let node = layout.node(id);
        let path = paths.path(layout, id);
        let below = |child: &Id| Self::at(layout, paths, *child);
        let what = match node.how {
            _ if layout.is_number(id) => What::Figure,
            How::Braces(_) | How::Section | How::Dotted => {
                let key = |child: &Id| layout.node(*child).key.clone().unwrap_or_default();
                let named = matches!(layout.kind(id), Some(Kind::ByName(..)));
                What::Table(node.children.iter().map(|child| (key(child), below(child))).collect(), named)
            }
            How::List(_) if matches!(layout.kind(id), Some(Kind::List(Kind::Citation))) => {
                What::Set(node.children.iter().map(below).collect())
            }
            How::List(_) | How::Sections if holds_tables(layout, id) => {
                let mut seen: BTreeMap<String, usize> = BTreeMap::new();
                let names: Vec<Option<String>> =
                    node.children.iter().map(|member| layout.name_of(*member)).collect();
                for name in names.iter().flatten() {
                    *seen.entry(name.clone()).or_default() += 1;
                }
                let own = |name: Option<String>| name.filter(|name| seen.get(name) == Some(&1));
                What::Members(names.into_iter().map(own).zip(node.children.iter().map(below)).collect())
            }
            How::Scalar(_) | How::List(_) | How::Sections => What::Figure,
        };
        let mut said = Self { path, shown: layout.inline(id), meant: String::new(), what };
        said.meant = match &said.what {
            What::Figure => meant_by(layout, id),
            _ => said.meaning(),
        };
        said
    }

    /// A table of what was woven.
    pub(super) fn table(like: &Self, keys: Vec<(String, Self)>, named: bool) -> Self {
        Self::made(like, What::Table(keys, named))
    }

    /// Any other thing that was woven.
    pub(super) fn made(like: &Self, what: What) -> Self {
        let mut said = Self { path: like.path.clone(), shown: String::new(), meant: String::new(), what };
        said.shown = said.on_one_line();
        said.meant = said.meaning();
        said
    }

    fn is_empty(&self) -> bool {
        match &self.what {
            What::Table(entries, named) => *named && entries.is_empty(),
            What::Members(members) => members.is_empty(),
            What::Figure | What::Set(_) => false,
        }
    }

    /// What it means, for comparing.
    pub(super) fn meant(&self) -> &str {
        &self.meant
    }

    fn on_one_line(&self) -> String {
        let braces = |entries: &[(String, Self)]| {
            let each: Vec<String> = entries
                .iter()
                .map(|(key, said)| format!("{} = {}", Key::from(key.as_str()).as_str(), said.shown))
                .collect();
            if each.is_empty() { "{ }".to_owned() } else { format!("{{ {} }}", each.join(", ")) }
        };
        let brackets = |members: Vec<&str>| format!("[{}]", members.join(", "));
        match &self.what {
            What::Figure => self.shown.clone(),
            What::Table(entries, _) => braces(entries),
            What::Set(members) => brackets(members.iter().map(|said| said.shown.as_str()).collect()),
            What::Members(members) => brackets(members.iter().map(|(_, said)| said.shown.as_str()).collect()),
        }
    }

    fn meaning(&self) -> String {
        let sorted = |mut parts: Vec<String>| {
            parts.sort_unstable();
            parts.join(",")
        };
        match &self.what {
            What::Figure => self.meant.clone(),
            What::Table(entries, named) => {
                // A list of tables, or a table of names, in which there is nothing says what its absence says; but a row of a table is one.
                let each = entries.iter().filter(|(_, said)| *named || !said.is_empty());
                let each = each.map(|(key, said)| format!("{key:?}={}", said.meant)).collect();
                format!("{{{}}}", sorted(each))
            }
            What::Set(members) => {
                format!("({})", sorted(members.iter().map(|said| said.meant.clone()).collect()))
            }
            What::Members(members) => {
                format!("<{}>", sorted(members.iter().map(|(_, said)| said.meant.clone()).collect()))
            }
        }
    }

    /// A text that says this and nothing else, a line for each key at the top.
    pub(super) fn document(&self) -> String {
        let What::Table(entries, _) = &self.what else { return String::new() };
        let line =
            |(key, said): &(String, Self)| format!("{} = {}", Key::from(key.as_str()).as_str(), said.shown);
        let lines: Vec<String> = entries.iter().map(line).collect();
        lines.join("\n") + "\n"
    }
}

/// Whether a list holds tables alone; an empty one, whether the format asks for tables in it.
fn holds_tables(layout: &Layout<'_>, id: Id) -> bool {
    let members = &layout.node(id).children;
    let table = |member: &Id| matches!(layout.node(*member).how, How::Braces(_) | How::Section);
    match layout.node(id).how {
        How::Sections => true,
        How::List(_) if members.is_empty() => {
            matches!(layout.kind(id).and_then(crate::edit::kind::member), Some(Kind::Table(_)))
        }
        _ => members.iter().all(table),
    }
}

/// A value for comparing: a number by what it is, whatever its digits.
fn meant_by(layout: &Layout<'_>, id: Id) -> String {
    let node = layout.node(id);
    match node.how {
        How::Scalar(_) => {
            let shown = layout.inline(id);
            // A day has dashes inside and is no number; a text has its quotes.
            match shown.replace('_', "").parse::<f64>() {
                Ok(x) => x.to_string(),
                Err(_) => shown,
            }
        }
        How::List(_) | How::Sections => {
            let each: Vec<String> = node.children.iter().map(|child| meant_by(layout, *child)).collect();
            format!("[{}]", each.join(","))
        }
        How::Braces(_) | How::Section | How::Dotted => {
            let mut each: Vec<String> = node
                .children
                .iter()
                .map(|child| {
                    format!(
                        "{:?}={}",
                        layout.node(*child).key.as_deref().unwrap_or(""),
                        meant_by(layout, *child)
                    )
                })
                .collect();
            each.sort_unstable();
            format!("{{{}}}", each.join(","))
        }
    }
}
