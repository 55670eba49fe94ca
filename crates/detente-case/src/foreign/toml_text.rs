//! Text and numbers as TOML writes them.

use toml_writer::{ToTomlValue, TomlStringBuilder};

/// Text on one line.
pub(super) fn quoted(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// The shortest decimal that reads back as the number.
pub(super) fn number(x: f64) -> String {
    // Adding 0 makes -0 the same as 0.
    format!("{}", x + 0.0)
}

/// A comment.
pub(super) fn remark(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("# {line}\n")
}
