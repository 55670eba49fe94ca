//! TOML as this project writes it: values, keys, comments, and a case file from the top to the bottom.
//!
//! Whatever becomes part of a case file is written here, so that no text gets out of its quotes and no number reads back as
//! another one. What is written is read by [`parse`](crate::parse()), and single values are what
//! [`edit::set`](crate::edit::set) takes.
//!
//! ```
//! use detente_case::write::{Document, Value};
//!
//! let mut claim = Document::default();
//! claim.remark("who: the name stands at characters 3–9");
//! claim.entry(&["claims"]);
//! claim.line("id", "said-1");
//! claim.line("text", "They said \"no\".");
//! claim.line("value", Value::list([126.0, 134.0]));
//! assert_eq!(
//!     claim.into_text(),
//!     "# who: the name stands at characters 3–9\n[[claims]]\nid = \"said-1\"\ntext = \"They said \\\"no\\\".\"\nvalue = [126, 134]\n",
//! );
//! ```

use std::fmt;

use detente_model::{Choice, Uncertain};
use jiff::civil::Date;

pub use crate::decode::clean as as_written;

/// The longest line, in characters, on which several values stand together.
pub const WIDE: usize = 96;

/// From here on a whole number is written as a power of ten: TOML's whole numbers end at 9.2·10¹⁸.
const TOO_LONG: f64 = 1e17;

/// A value of TOML as text: all of it on one line, unless it was made by [`Value::wrapped`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value(String);

impl Value {
    /// A list.
    pub fn list<V: Into<Self>>(members: impl IntoIterator<Item = V>) -> Self {
        let members: Vec<String> = members.into_iter().map(|member| member.into().0).collect();
        Self(format!("[{}]", members.join(", ")))
    }

    /// A list, one member a line where all of them would be too long for one.
    pub fn wrapped<V: Into<Self>>(members: impl IntoIterator<Item = V>) -> Self {
        let members: Vec<String> = members.into_iter().map(|member| member.into().0).collect();
        let together = members.join(", ");
        if together.chars().count() <= WIDE {
            return Self(format!("[{together}]"));
        }
        Self(format!("[\n    {},\n]", members.join(",\n    ")))
    }

    /// An inline table.
    pub fn table<K: Into<Key>, V: Into<Self>>(entries: impl IntoIterator<Item = (K, V)>) -> Self {
        let entries: Vec<String> = entries
            .into_iter()
            .map(|(key, value)| format!("{} = {}", key.into().as_str(), value.into().0))
            .collect();
        Self(if entries.is_empty() { String::from("{ }") } else { format!("{{ {} }}", entries.join(", ")) })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Value {
    /// A text in quotes, whatever is in it.
    fn from(text: &str) -> Self {
        Self(quoted(text))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self(quoted(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self(quoted(&text))
    }
}

impl From<f64> for Value {
    /// The shortest decimal that reads back as the number.
    fn from(x: f64) -> Self {
        // Adding 0 makes -0 the same as 0.
        let x = x + 0.0;
        Self(if x.is_finite() && x.abs() >= TOO_LONG {
            format!("{x:e}")
        } else {
            x.to_string().to_lowercase()
        })
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self(count.to_string())
    }
}

impl From<i64> for Value {
    fn from(whole: i64) -> Self {
        Self(whole.to_string())
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self(truth.to_string())
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self(day.to_string())
    }
}

impl From<Uncertain> for Value {
    /// A number, a range, or a range with its most likely value.
    fn from(number: Uncertain) -> Self {
        match number {
            Uncertain::Known(x) => Self::from(x),
            Uncertain::Uniform { low, high } => Self::list([low, high]),
            Uncertain::Triangular { low, mode, high } => Self::list([low, mode, high]),
        }
    }
}

impl From<&Choice> for Value {
    /// An option: text or a number.
    fn from(choice: &Choice) -> Self {
        match choice {
            Choice::Text(text) => Self::from(text),
            Choice::Number(x) => Self::from(*x),
        }
    }
}

/// A key of TOML as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// In quotes, whether it needs them or not: so that a column of options reads alike.
    pub fn quoted(name: &str) -> Self {
        Self(quoted(name))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Key {
    /// Bare where TOML allows it, else in quotes.
    fn from(name: &str) -> Self {
        let bare =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        Self(if bare { name.to_owned() } else { quoted(name) })
    }
}

impl From<&String> for Key {
    fn from(name: &String) -> Self {
        Self::from(name.as_str())
    }
}

/// A text of TOML that grows line by line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    text: String,
}

impl Document {
    /// A comment on a line of its own. Line breaks would end it, so that they and other control characters become spaces.
    pub fn remark(&mut self, text: &str) {
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.text.extend(["# ", &line, "\n"]);
    }

    /// The heading of a table: `[positions.port]`.
    pub fn heading<S: AsRef<str>>(&mut self, path: &[S]) {
        self.text.extend(["[", &dotted(path), "]\n"]);
    }

    /// The heading of an entry in a list of tables: `[[claims]]`.
    pub fn entry<S: AsRef<str>>(&mut self, path: &[S]) {
        self.text.extend(["[[", &dotted(path), "]]\n"]);
    }

    /// A key and its value.
    pub fn line(&mut self, key: impl Into<Key>, value: impl Into<Value>) {
        self.text.extend([key.into().as_str(), " = ", value.into().as_str(), "\n"]);
    }

    /// The value of a key in a table that has no heading of its own: `israel.ranking = [[1]]`.
    pub fn dotted_line<S: AsRef<str>>(&mut self, path: &[S], value: impl Into<Value>) {
        self.text.extend([&dotted(path), " = ", value.into().as_str(), "\n"]);
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// How many bytes it has so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing has been written.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Keys joined by dots, each in quotes where it needs them.
pub fn dotted<S: AsRef<str>>(path: &[S]) -> String {
    let keys: Vec<String> = path.iter().map(|key| Key::from(key.as_ref()).0).collect();
    keys.join(".")
}

/// An id of small letters, digits and hyphens made of any text; empty if there is none of them in it.
pub fn slug(text: &str) -> String {
    let mut id = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

/// A text as a case may hold it: control characters become spaces, save line breaks and tabs. What comes from elsewhere may have them, and
/// the reader of cases refuses them, because a terminal would obey what nobody sees.
pub fn legible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c }).collect()
}

/// A basic string of TOML with its quotes: any text on one line that reads back as itself.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use toml::de::DeValue;

    #[test]
    fn quotes_backslashes_and_controls_are_escaped() {
        assert_eq!(Value::from("a \"b\" \\ \u{1}\n\u{7f} é").as_str(), r#""a \"b\" \\ \u0001\n\u007F é""#);
        assert_eq!(dotted(&["positions", "eight hours", ""]), "positions.\"eight hours\".\"\"");
        assert_eq!(slug("ISR-1204/ x"), "isr-1204-x");
    }

    #[test]
    fn lists_and_tables_are_written_as_people_write_them() {
        assert_eq!(
            Value::table([("low", 0.5), ("ten hours", -0.0)]).as_str(),
            "{ low = 0.5, \"ten hours\" = 0 }"
        );
        assert_eq!(Value::table::<&str, f64>([]).as_str(), "{ }");
        assert_eq!(Value::wrapped(["a", "b"]).as_str(), "[\"a\", \"b\"]");
        let long = "x".repeat(60);
        assert_eq!(
            Value::wrapped([&long, &long]).as_str(),
            format!("[\n    \"{long}\",\n    \"{long}\",\n]")
        );
        assert_eq!(Value::from(1e300).as_str(), "1e300");
    }

    proptest! {
        #[test]
        fn any_text_reads_back(text in "(.|[\"\\\\\n\r\t\u{0}-\u{1f}\u{7f}-\u{9f}]){0,40}") {
            let value = Value::from(text.as_str());
            let read = DeValue::parse(value.as_str()).unwrap();
            prop_assert_eq!(read.get_ref().as_str(), Some(text.as_str()));
            prop_assert!(!value.as_str().contains(['\n', '\r']));
        }

        #[test]
        fn any_number_reads_back(x in proptest::num::f64::ANY) {
            let value = Value::from(x);
            let read = DeValue::parse(value.as_str()).unwrap();
            let read = match read.get_ref() {
                DeValue::Integer(whole) => whole.as_str().parse::<f64>().unwrap(),
                DeValue::Float(float) => float.as_str().parse().unwrap(),
                other => panic!("{other:?}"),
            };
            prop_assert!(read == x || read.is_nan() && x.is_nan());
        }
    }
}
