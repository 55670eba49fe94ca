//! A value that is to stand somewhere: one value of TOML on one line, and nothing beside it.

use toml::de::DeTable;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::layout::{How, Layout, Member, ROOT};
use crate::code::Code;
use crate::fault::Fault;
use crate::meant::{day_help, number_help};
use crate::read::LARGEST;
use crate::syntax;
use crate::text::{Text, quoted};

/// Before the value when it is read.
const KEY: &str = "value = ";

/// The text of a value without the blanks around it.
pub(super) fn checked(value: &str) -> Result<&str, Box<Fault>> {
    let value = value.trim_matches([' ', '\t']);
    let fault =
        |message: String, help: &str| Err(Box::new(Fault::of_file(Code::NotAValue, message).help(help)));
    let shown = quoted(value);
    if value.is_empty() {
        return fault(String::from("there is no value to set"), "to take something out, remove it");
    }
    if value.len() as u64 > LARGEST {
        return fault(
            format!("the value has {} bytes, more than a case can have", value.len()),
            "is this the value that was meant?",
        );
    }
    for token in Source::new(value).lex() {
        match token.kind() {
            TokenKind::Newline => {
                return fault(
                    format!("{shown} goes over a line"),
                    "a value stands on one line; in a text `\\n` is a line break",
                );
            }
            TokenKind::Comment => {
                return fault(
                    format!("{shown} has a comment in it"),
                    "`#` begins a comment: a text with one in it stands in quotes",
                );
            }
            _ => {}
        }
    }
    if value.contains(['\n', '\r']) {
        return fault(format!("{shown} goes over a line"), "in a text on one line `\\n` is a line break");
    }
    let text = format!("{KEY}{value}");
    if let Some(hopeless) = syntax::hopeless(&Text::new("", text.as_str())) {
        return fault(hopeless.message, "the format needs no such value");
    }
    let (table, errors) = DeTable::parse_recoverable(&text);
    let meant = || day_help(value).or_else(|| number_help(value));
    if let Some(error) = errors.first() {
        let help = if let Some(meant) = meant() {
            meant
        } else if value.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-')) {
            format!("a text stands in quotes: `\"{value}\"`")
        } else {
            format!("as it would stand in the file, it is read so: {}", error.message())
        };
        return fault(format!("{shown} is not a value of TOML"), &help);
    }
    let table = table.get_ref();
    let whole = table
        .iter()
        .next()
        .is_some_and(|(key, value)| key.get_ref() == "value" && value.span() == (KEY.len()..text.len()));
    if table.len() != 1 || !whole {
        let help = meant().unwrap_or_else(|| String::from("set one value at a time"));
        return fault(format!("{shown} is more than one value"), &help);
    }
    Ok(value)
}

/// A key of a table in braces and its value, as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    /// What the key says; of dotted keys the first.
    pub(super) name: String,
    /// `key = value`.
    pub(super) line: String,
    /// The value, unless the key is dotted.
    pub(super) value: Option<String>,
}

/// The keys and values of a table in braces; `None` if it is another value.
pub(super) fn pairs(value: &str) -> Option<Vec<Pair>> {
    let text = format!("{KEY}{value}");
    let layout = Layout::of(&text)?;
    let table = layout.child(ROOT, "value")?;
    let node = layout.node(table);
    if !matches!(node.how, How::Braces(_)) {
        return None;
    }
    let pair = |member: &Member| {
        let leaf = layout.node(member.leaf);
        let own = leaf.parent == Some(table);
        let mut first = member.leaf;
        while let Some(parent) = layout.node(first).parent.filter(|parent| *parent != table) {
            first = parent;
        }
        Pair {
            name: layout.node(first).key.clone().unwrap_or_default(),
            line: layout.slice(member.span).to_owned(),
            value: layout.value(member.leaf).filter(|_| own).map(|span| layout.slice(span).to_owned()),
        }
    };
    Some(node.members.iter().map(pair).collect())
}
