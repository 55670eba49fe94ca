//! A value to begin with, for each kind of value that the format knows.
//!
//! It is sound where it can be, made of names that the text declares, and says as little as possible: a share that nobody has
//! stated could be anything between 0 and 1.

use crate::edit::layout::{Layout, ROOT};
use crate::format::{Bounds, Kind, Names};
use crate::write::{Key, Value};

/// A text that stands for one still to be written.
pub(super) const TO_WRITE: &str = "…";

impl Layout<'_> {
    /// The day of the case as it is written, or a day as an example.
    pub(super) fn day(&self) -> String {
        let day = self.child(ROOT, "as_of").and_then(|id| self.value(id)).map(|span| self.slice(span));
        day.filter(|day| day.parse::<jiff::civil::Date>().is_ok()).unwrap_or("2024-02-14").to_owned()
    }

    /// A value to begin with. `issue` is the issue to which the place belongs, if it belongs to one.
    pub(super) fn pattern(&self, kind: &Kind, issue: Option<&str>) -> String {
        match kind {
            Kind::Version | Kind::Whole | Kind::Exact => String::from("1"),
            Kind::Text => Value::from(TO_WRITE).to_string(),
            Kind::Date => self.day(),
            Kind::Truth => String::from("true"),
            Kind::Number(bounds) => numbers(*bounds)[0].to_owned(),
            Kind::Word(words) => Value::from(words.first().copied().unwrap_or(TO_WRITE)).to_string(),
            Kind::Id(names) => self.first(*names),
            Kind::Citation => self.first(Names::Source),
            Kind::Formula => self.first(Names::Move),
            Kind::Grade => String::from("\"F6\""),
            Kind::FromIssue => {
                let first = self.named(Names::Issue).into_iter().next();
                Value::from(format!(
                    "issue:{}",
                    first.map_or_else(|| String::from(TO_WRITE), |issue| issue.id)
                ))
                .to_string()
            }
            Kind::Option => issue
                .and_then(|issue| self.options(issue).into_iter().next())
                .unwrap_or_else(|| Value::from(TO_WRITE).to_string()),
            // A list of sources may be empty: a judgement.
            Kind::List(Kind::Citation) => String::from("[]"),
            Kind::List(Kind::Option) if issue.is_none() => String::from("[\"yes\", \"no\"]"),
            Kind::List(of) => format!("[{}]", self.pattern(of, issue)),
            Kind::Table(shape) => {
                let keys = shape.keys.iter().filter(|key| key.always_required());
                let entries: Vec<String> =
                    keys.map(|key| format!("{} = {}", key.name, self.pattern(&key.kind, issue))).collect();
                in_braces(&entries)
            }
            Kind::ByName(names, of) => self.by_name(*names, of, issue),
            Kind::Either(kinds) => kinds.first().map_or_else(String::new, |kind| self.pattern(kind, issue)),
        }
    }

    fn by_name(&self, names: Names, of: &Kind, issue: Option<&str>) -> String {
        let entry = |name: &str, issue: Option<&str>| {
            format!("{} = {}", Key::from(name).as_str(), self.pattern(of, issue))
        };
        let entries: Vec<String> = match names {
            Names::New => vec![entry("id", issue)],
            Names::Path | Names::Trust => Vec::new(),
            Names::Option => {
                let options = issue.map(|issue| self.options(issue)).unwrap_or_default();
                options.iter().map(|option| entry(&key_of(option), issue)).collect()
            }
            // A package of one option; but a number for every issue.
            Names::Issue if !matches!(of, Kind::Number(_)) => {
                self.named(names).iter().take(1).map(|named| entry(&named.id, Some(&named.id))).collect()
            }
            _ => self.named(names).iter().map(|named| entry(&named.id, issue)).collect(),
        };
        in_braces(&entries)
    }

    fn first(&self, names: Names) -> String {
        let first = self.named(names).into_iter().next();
        Value::from(first.map_or_else(|| String::from(TO_WRITE), |named| named.id)).to_string()
    }
}

fn in_braces(entries: &[String]) -> String {
    if entries.is_empty() { String::from("{ }") } else { format!("{{ {} }}", entries.join(", ")) }
}

/// The key that an option is in a table by option.
pub(super) fn key_of(option: &str) -> String {
    let text = toml::de::DeValue::parse(option).ok();
    text.and_then(|value| value.get_ref().as_str().map(str::to_owned)).unwrap_or_else(|| option.to_owned())
}

/// Ways to write a number within bounds: the first that says least, a number, a range, a range with its most likely value.
pub(super) fn numbers(bounds: Bounds) -> [&'static str; 4] {
    if bounds.most <= 1.0 {
        ["[0, 1]", "0.5", "[0.4, 0.6]", "[0.4, 0.5, 0.6]"]
    } else if bounds.least >= 1.0 {
        ["[1, 2]", "2", "[2, 4]", "[2, 3, 4]"]
    } else {
        ["1", "1", "[1, 2]", "[1, 1.5, 2]"]
    }
}
