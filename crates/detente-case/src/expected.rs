//! What a kind of value is called, whether a value is of that kind, and what to write instead.

use crate::format::{Kind, Names};
use crate::meant::{day_help, number, number_help};
use crate::text::listed;
use crate::tree::Node;

/// Whether a value has the TOML type of a kind.
pub(crate) fn fits(node: Node<'_>, kind: &Kind) -> bool {
    match kind {
        Kind::Text
        | Kind::Word(_)
        | Kind::Id(_)
        | Kind::Citation
        | Kind::Grade
        | Kind::Formula
        | Kind::FromIssue => node.text().is_some(),
        Kind::Date => node.date().is_some(),
        Kind::Truth => node.truth().is_some(),
        Kind::Whole | Kind::Version => node.whole().is_some(),
        Kind::Exact => node.number().is_some(),
        Kind::Number(_) => node.number().is_some() || node.is_list(),
        Kind::Option => node.number().is_some() || node.text().is_some(),
        Kind::List(_) => node.is_list(),
        Kind::Table(_) | Kind::ByName(..) => node.table().is_some(),
        Kind::Either(kinds) => kinds.iter().any(|kind| fits(node, kind)),
    }
}

/// "a number or a range", for a sentence.
pub(crate) fn wanted(kind: &Kind) -> String {
    match kind {
        Kind::Version => String::from("the version of the format, `1`"),
        Kind::Text => String::from("text"),
        Kind::Date => String::from("a date"),
        Kind::Truth => String::from("`true` or `false`"),
        Kind::Whole => String::from("a whole number from 0 up"),
        Kind::Exact => String::from("a number"),
        Kind::Number(bounds) => match bounds.words() {
            Some(words) => format!("a number {words} or a range of them"),
            None => String::from("a number or a range of numbers"),
        },
        Kind::Word(words) => format!("one of {}", listed(words.iter().copied())),
        Kind::Id(Names::Actor) => String::from("the id of a party or an audience"),
        Kind::Id(Names::Issue) => String::from("the id of an issue"),
        Kind::Id(Names::Party) => String::from("the id of a party"),
        Kind::Id(Names::Source) | Kind::Citation => String::from("the id of a source"),
        Kind::Id(Names::Proposition) => String::from("the id of a proposition"),
        Kind::Id(Names::Move) => String::from("the id of a move"),
        Kind::Id(Names::Commitment) => String::from("the id of a commitment"),
        Kind::Id(Names::Member) => String::from("the id of an actor of the body"),
        Kind::Id(_) => String::from("a name"),
        Kind::Grade => String::from("a grade such as `\"B2\"`"),
        Kind::Formula => String::from("a statement about moves, as text"),
        Kind::FromIssue => String::from("`\"issue:…\"` with the id of an issue"),
        Kind::Option => String::from("an option: text or a number"),
        Kind::List(Kind::Table(_)) => String::from("a list of tables"),
        Kind::List(Kind::Citation) => String::from("a list of sources"),
        Kind::List(Kind::Option | Kind::Either([Kind::Option, ..])) => String::from("a list of options"),
        Kind::List(Kind::Text) => String::from("a list of texts"),
        Kind::List(Kind::Formula) => String::from("a list of statements about moves"),
        Kind::List(_) => String::from("a list"),
        Kind::Table(_) => String::from("a table"),
        Kind::ByName(names, _) => String::from(match names {
            Names::Party => "a table by party",
            Names::Issue => "a table by issue",
            Names::Actor => "a table by party and audience",
            Names::Option => "a table by option",
            Names::Lot => "a table by name of lot",
            Names::Matter => "a table by issue of the body",
            Names::Path => "a table of paths and numbers",
            Names::Trust => "a table by grade",
            _ => "a table by id",
        }),
        Kind::Either(kinds) => kinds.iter().map(wanted).collect::<Vec<_>>().join(", or "),
    }
}

/// What to write instead, where it can be told.
pub(crate) fn hint(node: Node<'_>, kind: &Kind, name: &str) -> Option<String> {
    match kind {
        Kind::Date => {
            let written = match (node.text(), node.number()) {
                (Some(text), _) => text.to_owned(),
                (_, Some(number)) => number.to_string(),
                _ => node.moment().unwrap_or_default(),
            };
            Some(day_help(&written).unwrap_or_else(|| {
                String::from("a date is written without quotes and without a time: `2024-02-14`")
            }))
        }
        Kind::Number(_) | Kind::Exact => node.text().and_then(number_help),
        Kind::Whole | Kind::Version => {
            let whole = node.text().and_then(number).filter(|written| written.parse::<u64>().is_ok());
            whole.map(|written| format!("a whole number is written without quotes: `{written}`"))
        }
        Kind::Truth if matches!(node.text(), Some("true" | "false")) => {
            Some(format!("written without quotes: `{}`", node.text().unwrap_or("")))
        }
        Kind::List(Kind::Table(_)) if node.table().is_some() => {
            Some(format!("a list of tables has double brackets: `[[{name}]]`"))
        }
        Kind::List(
            Kind::Citation | Kind::Formula | Kind::Text | Kind::Option | Kind::Either([Kind::Option, ..]),
        ) if node.text().is_some() => Some(format!(
            "in brackets: `{name} = [\"{}\"]`",
            node.text().unwrap_or("").chars().take(60).collect::<String>()
        )),
        Kind::Either(kinds) => kinds.iter().find_map(|kind| hint(node, kind, name)),
        Kind::ByName(Names::New, Kind::Table(_)) => Some(format!("one table each: `[{name}.id]`")),
        _ => None,
    }
}

/// A sentence as it goes on after a colon.
pub(crate) fn lower_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    let first = characters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    let rest = characters.as_str();
    format!("{first}{}", rest.strip_suffix('.').unwrap_or(rest))
}

/// A noun with its article.
pub(crate) fn a(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}
