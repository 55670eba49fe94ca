//! Faults of TOML itself.
//!
//! The parser goes on after an error, so that all of them are found at once. What it makes of the rest of the file
//! then is partly a guess: of the faults of meaning, only those are reported that no guess can have made.

use toml::Spanned;
use toml::de::DeTable;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::code::Code;
use crate::fault::{Fault, Faults};
use crate::text::{Span, Text, quoted};
use crate::tree::Table;

/// The most parts that a dotted key can have; the format needs five.
const MOST_PARTS: usize = 16;

/// How far the tree can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// The text is TOML.
    Sound,
    /// Keys are written twice; the first of each was kept, and the rest of the tree is as written.
    Doubled,
    /// Parts of the tree are missing or guessed.
    Broken,
}

/// A fault for which there is no use in parsing at all.
pub(crate) fn hopeless(text: &Text) -> Option<Fault> {
    if let Some(at) = text.content.find('\0') {
        let message = format!("this is not a text file: byte {at}, on line {}, is 0", text.line_of(at) + 1);
        let fault = Fault::new(Code::Syntax, Span::new(at, at + 1), message).label("a NUL byte");
        return Some(fault.help("save it as plain text in UTF-8"));
    }
    // A key of a million parts would be a tree of that depth, and taking it down would exhaust the stack. Lists
    // and inline tables are bounded by the parser.
    let mut parts = 1;
    for token in Source::new(&text.content).lex() {
        match token.kind() {
            TokenKind::Dot => parts += 1,
            TokenKind::Equals | TokenKind::Comma | TokenKind::Newline => parts = 1,
            _ => {}
        }
        if parts > MOST_PARTS {
            let at = Span::new(token.span().start(), token.span().end());
            let fault = Fault::new(Code::TooDeep, at, format!("this key has more than {MOST_PARTS} parts"));
            return Some(fault.label("too deep").help("the format needs no more than five"));
        }
    }
    None
}

/// Reports the errors of the parser.
pub(crate) fn report(
    text: &Text,
    document: &Spanned<DeTable<'_>>,
    errors: &[toml::de::Error],
    faults: &mut Faults,
) -> Syntax {
    let mut syntax = Syntax::Sound;
    let mut too_deep = false;
    for error in errors {
        let span = error.span().map_or_else(|| Span::new(0, 0), Span::from);
        let doubled = error.message() == "duplicate key";
        syntax = if doubled && syntax != Syntax::Broken { Syntax::Doubled } else { Syntax::Broken };
        if error.message().starts_with("cannot recurse further") {
            // One deep list makes an error for each bracket.
            if !too_deep {
                let fault = Fault::new(Code::TooDeep, span, "lists or tables nest too deep here");
                faults.push(fault.label("too deep").help("the format needs no more than four levels"));
            }
            too_deep = true;
        } else if doubled {
            faults.push(duplicate(text, document, span));
        } else {
            let (message, help) = plain(error.message());
            let fault = Fault::new(Code::Syntax, span, message).label("here");
            faults.push(match help.map(str::to_owned).or_else(|| guess(text, span)) {
                Some(help) => fault.help(help),
                None => fault,
            });
        }
    }
    syntax
}

/// Drops the faults that a broken tree may have caused.
pub(crate) fn keep_sure(text: &Text, errors: &[toml::de::Error], faults: &mut Faults) {
    let broken: Vec<usize> = errors
        .iter()
        .filter_map(|error| Some(text.line_of(error.span()?.start.min(text.content.len()))))
        .collect();
    // After a broken heading, keys belong to another table than was meant.
    let heading =
        broken.iter().any(|line| text.slice(text.lines(*line, *line)).trim_start().starts_with('['));
    faults.retain(|fault| {
        let sure = match fault.code {
            Code::UnknownKey => !heading,
            Code::WrongType
            | Code::OutOfRange
            | Code::RangeOrder
            | Code::RangeLength
            | Code::NotFinite
            | Code::Blank
            | Code::UnknownWord
            | Code::BadId
            | Code::DuplicateOption
            | Code::MixedOptions
            | Code::RangeMissesEnd
            | Code::EmptyRange
            | Code::AfterAsOf
            | Code::ReportedBeforeSaid => !heading,
            _ => false,
        };
        sure && fault.span.is_some_and(|span| !broken.contains(&text.line_of(span.start)))
    });
}

/// A key written twice, with the place where it was written first.
fn duplicate(text: &Text, document: &Spanned<DeTable<'_>>, span: Span) -> Fault {
    let key = text.slice(span);
    let line = text.line_of(span.start);
    let heading = |line: usize| text.slice(text.lines(line, line)).trim();
    let is_heading = |line: usize| heading(line).starts_with('[');
    let first = if is_heading(line) {
        (0..line).find(|l| heading(l.to_owned()) == heading(line)).map(|l| text.lines(l, l))
    } else {
        let since = (0..=line).rev().find(|l| is_heading(*l)).map_or(0, |l| text.lines(l, l).start);
        let root = Table::new(document.get_ref(), Span::new(0, 0));
        key_between(root, key.trim_matches(['"', '\'']), since, span.start, 0)
    };
    let what = if is_heading(line) { "the table" } else { "the key" };
    let name = if is_heading(line) { heading(line).trim_matches(['[', ']']) } else { key };
    let fault = Fault::new(Code::DuplicateKey, span, format!("{what} {} is written twice", quoted(name)))
        .label("again here")
        .help("keep one of them");
    match first {
        Some(first) => fault.related(first, "first here"),
        None => fault,
    }
}

/// The last place where a key of this name stands in a stretch of the file.
fn key_between(table: Table<'_>, key: &str, since: usize, before: usize, depth: usize) -> Option<Span> {
    // The tree is no deeper than the parser lets it be; the bound is for the eye.
    if depth > 100 {
        return None;
    }
    let mut found: Option<Span> = None;
    for entry in table.entries() {
        let here =
            (entry.key == key && (since..before).contains(&entry.key_span.start)).then_some(entry.key_span);
        let below = entry.node.table().and_then(|table| key_between(table, key, since, before, depth + 1));
        found = found.max(here).max(below);
    }
    found
}

/// The parser's message in this program's words, and a hint.
fn plain(message: &str) -> (String, Option<&'static str>) {
    (message.to_owned(), None)
}

/// What a person most likely meant.
fn guess(_text: &Text, _span: Span) -> Option<String> {
    None
}
