//! Syntax errors in plain words, with what was most likely meant.

use crate::code::Code;
use crate::fault::Fault;
use crate::format::takes_only_text;
use crate::meant;
use crate::text::{Span, Text, is_hidden, quoted};
use crate::write::Key;

/// The fault for an error of the TOML parser, from its message and its place.
pub(crate) fn fault(text: &Text, message: &str, span: Span) -> Fault {
    let line = text.line_of(span.start);
    let line_span = text.lines(line, line);
    let before = text.slice(Span::new(line_span.start, span.start.min(line_span.end))).trim();
    let after = text.slice(Span::new(span.start.min(line_span.end), line_span.end)).trim();
    let found = text.slice(span);
    if let Some(fault) = as_people_write(text, line_span, span) {
        return fault;
    }
    let (said, help) = match message.split(", expected").next().unwrap_or(message) {
        "string values must be quoted" => unquoted(found),
        "unexpected key or value" => {
            (String::from("something follows the value on the same line"), Some(after_value(before, after)))
        }
        "key with no value" | "missing assignment between key-value pairs" => {
            (String::from("a key without a value"), Some(key_alone(before, after)))
        }
        "invalid unquoted key" => (
            format!("{} cannot stand in a key", quoted(found)),
            Some(in_quotes(text.slice(line_span), span.start.saturating_sub(line_span.start))),
        ),
        "unquoted keys cannot be empty" => (String::from("a key is missing here"), None),
        _ if text.slice(Span::new(span.start, line_span.end)).starts_with(char::is_control) => {
            let code = after_control(text, span);
            (format!("a control character stands in the text: {code}"), Some(String::from("remove it")))
        }
        "invalid basic string" | "invalid literal string" => (
            String::from("this text is not closed"),
            Some(String::from("add the closing quote; text over several lines stands in three quotes")),
        ),
        "invalid multi-line basic string" | "invalid multi-line literal string" => (
            String::from("a text over several lines is not closed"),
            Some(String::from("add the three closing quotes")),
        ),
        "missing escaped value" => (
            String::from("a backslash that means nothing here"),
            Some(String::from("write `\\\\` for a backslash")),
        ),
        "invalid date" | "invalid date-time" | "invalid datetime" | "invalid time" => {
            let why = message.split_once(", expected ").map_or("", |(_, why)| why);
            (
                format!("{} is not a date: {why} is wanted", quoted(found)),
                Some(String::from("a date is year, month and day: `2024-02-14`")),
            )
        }
        "invalid mantissa" => (
            String::from("a number cannot begin with a dot"),
            Some(format!("write `0{}`", after.split_whitespace().next().unwrap_or(".5"))),
        ),
        "invalid fraction" => (String::from("a digit is missing after the dot"), None),
        "unexpected leading zero" => {
            (String::from("a number cannot begin with a zero"), Some(String::from("leave the zero out")))
        }
        "invalid boolean" => (
            format!("{} is neither `true` nor `false`", quoted(found)),
            Some(String::from("both are written in small letters")),
        ),
        "unclosed table" | "unclosed array table" => heading(before),
        "unclosed array" => {
            (String::from("a list is not closed"), Some(String::from("add the closing bracket `]`")))
        }
        "unclosed inline table" => {
            (String::from("a table in braces is not closed"), Some(String::from("add the closing brace `}`")))
        }
        "missing comma between array elements" => (
            String::from("a comma is missing in a list"),
            Some(String::from("or is the list not closed with `]`?")),
        ),
        "unexpected `=` in array" => {
            (String::from("a key stands in a list"), Some(String::from("is a `]` missing before it?")))
        }
        "extra comma in array" | "extra comma in inline table" => (String::from("a comma too many"), None),
        "extra assignment between key-value pairs" | "missing comma between key-value pairs" => (
            String::from("a comma is missing between two keys"),
            Some(String::from("or is a `}` missing before it?")),
        ),
        _ => (format!("this is not TOML: {}", message.escape_debug()), None),
    };
    let fault = Fault::new(Code::Syntax, span, said).label("here");
    match help {
        Some(help) => fault.help(help),
        None => fault,
    }
}

/// Longer lines than this nobody has written by hand.
const LONGEST_LINE: usize = 400;

/// The fault of a day, a number or a range that is written as people write it, and not as TOML has it.
fn as_people_write(text: &Text, line: Span, error: Span) -> Option<Fault> {
    let shown = text.slice(line);
    if shown.len() > LONGEST_LINE {
        return None;
    }
    let (key, value) = value_around(shown, error.start.saturating_sub(line.start))?;
    let written = &shown[value.clone()];
    if takes_only_text(key) {
        return None;
    }
    let (kind, help) = match (meant::day_help(written), meant::number(written)) {
        (Some(help), _) => ("a day", help),
        (None, Some(number)) if number != written => {
            let kind = if number.starts_with('[') { "a range" } else { "a number" };
            (kind, meant::number_help(written)?)
        }
        _ => return None,
    };
    let span = Span::new(line.start + value.start, line.start + value.end);
    let message = format!("{} is not how {kind} is written", quoted(written));
    Some(Fault::new(Code::Syntax, span, message).label("here").help(help))
}

/// The key and the value that a place on a line belongs to: from the `=` before it to the end of the line, to a remark, to
/// what closes a table in braces, or to the next key in it.
fn value_around(line: &str, at: usize) -> Option<(&str, std::ops::Range<usize>)> {
    let mut quote = None;
    let mut begin: Option<usize> = None;
    let mut end = line.len();
    let mut comma = None;
    for (i, c) in line.char_indices() {
        if quote.is_some() {
            quote = quote.filter(|open| c != *open);
            continue;
        }
        match c {
            // An apostrophe within digits parts thousands.
            '"' => quote = Some(c),
            '=' if begin.is_none() || i <= at => {
                begin = Some(i + 1);
                comma = None;
            }
            '=' => {
                end = comma?;
                break;
            }
            '#' | '}' if begin.is_some() && i >= at => {
                end = i;
                break;
            }
            ',' => comma = Some(i),
            _ => {}
        }
    }
    let begin = begin?;
    let key = line[..begin - 1].rsplit(['{', ',']).next()?.trim();
    let key = key.rsplit('.').next()?.trim().trim_matches(['"', '\'']);
    let value = line.get(begin..end)?;
    let start = begin + (value.len() - value.trim_start().len());
    let value = value.trim().trim_end_matches(',').trim_end();
    (!value.is_empty()).then_some((key, start..start + value.len()))
}

/// A key or heading with other letters than those of ASCII, as it has to be written: those parts in quotes.
fn in_quotes(line: &str, at: usize) -> String {
    let parts = |name: &str| -> String {
        let part = |part: &str| {
            let part = part.trim();
            if part.starts_with(['"', '\'']) { part.to_owned() } else { Key::from(part).as_str().to_owned() }
        };
        name.split('.').map(part).collect::<Vec<_>>().join(".")
    };
    let plain = line.trim();
    for (open, close) in [("[[", "]]"), ("[", "]")] {
        if let Some(rest) = plain.strip_prefix(open) {
            let name = rest.split(']').next().unwrap_or(rest);
            return format!(
                "a name with other letters than a–z stands in quotes: `{open}{}{close}`",
                parts(name)
            );
        }
    }
    let from = line.get(..at).and_then(|before| before.rfind(['{', ','])).map_or(0, |at| at + 1);
    let key = line.get(from..).and_then(|rest| rest.split('=').next()).unwrap_or(line);
    format!("a name with other letters than a–z stands in quotes: `{} = …`", parts(key))
}

/// The code of the character at a place: U+001B.
fn after_control(text: &Text, span: Span) -> String {
    let c = text.content.get(span.start..).and_then(|rest| rest.chars().next()).unwrap_or_default();
    format!("U+{:04X}", u32::from(c))
}

fn unquoted(found: &str) -> (String, Option<String>) {
    let plain: String = found.chars().filter(|c| !is_hidden(*c)).take(60).collect();
    let said = format!("{} must be in quotes", quoted(found));
    let help = if found.is_empty() {
        return (String::from("a value is missing after the `=`"), None);
    } else if found.contains(['“', '”', '„', '‘', '’', '«', '»']) {
        String::from("these are typographic quotes: TOML takes the plain `\"`")
    } else if let Some(share) = plain.strip_suffix('%').and_then(|number| number.trim().parse::<f64>().ok()) {
        return (format!("{} is not a number", quoted(found)), Some(format!("write `{}`", share / 100.0)));
    } else if matches!(plain.to_lowercase().as_str(), "yes" | "on") {
        return (format!("{} has no meaning", quoted(found)), Some(String::from("write `true`")));
    } else if matches!(plain.to_lowercase().as_str(), "no" | "off") {
        return (format!("{} has no meaning", quoted(found)), Some(String::from("write `false`")));
    } else if plain.contains(';') {
        return (
            format!("{} cannot be understood", quoted(found)),
            Some(String::from("members of a list are separated by commas")),
        );
    } else {
        format!("write `\"{plain}\"`")
    };
    (said, Some(help))
}

fn after_value(before: &str, after: &str) -> String {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    if let Some(fraction) = after.strip_prefix(',').map(digits).filter(|fraction| !fraction.is_empty()) {
        let whole: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
        let whole: String = whole.chars().rev().collect();
        return format!("a decimal has a dot: `{whole}.{fraction}`");
    }
    if before.ends_with('\'') {
        return String::from("text with an apostrophe stands in double quotes");
    }
    if before.starts_with('[') {
        return String::from("a heading stands on a line of its own");
    }
    String::from("each key stands on a line of its own; a remark begins with `#`")
}

fn key_alone(before: &str, after: &str) -> String {
    if before.ends_with(':') || after.starts_with(':') {
        return String::from("between key and value stands `=`");
    }
    if let Some((rest, _)) = after.split_once('=') {
        // In a table in braces, the key begins after the last brace or comma.
        let begun = before.rsplit(['{', ',']).next().unwrap_or(before).trim();
        let key = format!("{begun} {}", rest.trim());
        return format!("a key with blanks stands in quotes: `\"{}\" = …`", key.trim());
    }
    String::from("write `key = value`, and begin a remark with `#`")
}

fn heading(before: &str) -> (String, Option<String>) {
    let closing = if before.starts_with("[[") { "]]" } else { "]" };
    (
        String::from("this heading is not closed"),
        Some(format!("close it with `{closing}`; a name with blanks in it stands in double quotes")),
    )
}
