//! Text as a case file writes it.

use std::fmt::Write as _;

/// A TOML basic string, quotes included: any text becomes one line that reads back as itself.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A comment line: line breaks would end it, so they become spaces, as do other control characters.
pub(crate) fn comment(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("# {line}\n")
}

/// A number that TOML reads as a number.
pub(crate) fn number(x: f64) -> String {
    format!("{x}")
}

/// An id of small letters, digits and hyphens made from any text.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_backslashes_and_controls_are_escaped() {
        assert_eq!(quoted("a \"b\" \\ \u{1}\n\u{7f} é"), r#""a \"b\" \\ \u0001\n\u007F é""#);
        assert_eq!(comment("a\nb"), "# a b\n");
        assert_eq!(slug("ISR-1204/ x"), "isr-1204-x");
    }
}
