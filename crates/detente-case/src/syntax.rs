//! Faults of TOML itself.
//!
//! The parser goes on after an error, so that all of them are found at once. What it makes of the rest of the file
//! then is partly a guess: of the faults of meaning, only those are reported that no guess can have made.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeTable;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::code::Code;
use crate::fault::{Fault, Faults};
use crate::text::{Span, Text, quoted};
use crate::tree::Table;
use crate::wording;

/// The most parts that a dotted key can have; the format needs five.
const MOST_PARTS: usize = 16;

/// Searches for the place of an error go no deeper; no sound file does.
const DEEPEST: usize = 20;

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

/// Reports the errors of the parser: one a line, since what follows on the line is mostly its echo.
pub(crate) fn report(
    text: &Text,
    document: &Spanned<DeTable<'_>>,
    errors: &[toml::de::Error],
    faults: &mut Faults,
) -> Syntax {
    let root = Table::new(document.get_ref(), Span::new(0, 0));
    let mut syntax = Syntax::Sound;
    let mut lines = BTreeSet::new();
    // A stretch whose errors echo one that has been reported.
    let mut echo: Option<Span> = None;
    let never_closed = errors.iter().any(|error| error.message().starts_with("unexpected `=` in array"));
    for error in errors {
        let span = error.span().map_or_else(|| Span::new(0, 0), Span::from);
        let doubled = error.message() == "duplicate key";
        let line = text.line_of(span.start);
        // A table written twice is replaced by the second; of a key, the first is kept.
        let kept = doubled && !is_heading(text, line);
        syntax = if kept && syntax != Syntax::Broken { Syntax::Doubled } else { Syntax::Broken };
        if echo.is_some_and(|echo| (echo.start..=echo.end).contains(&span.start)) || !lines.insert(line) {
            continue;
        }
        if faults.is_full() {
            faults.count_error();
            continue;
        }
        if !faults.worth_a_hint() {
            // Looking for what it repeats or echoes takes time.
            faults.push(if doubled {
                Fault::new(Code::DuplicateKey, span, "this is written twice")
            } else {
                wording::fault(text, error.message(), span)
            });
            continue;
        }
        faults.push(if doubled {
            if is_heading(text, line) {
                // The keys below it are doubled with it.
                let next = (line + 1..text.line_count()).find(|next| is_heading(text, *next));
                let end = next.map_or(text.content.len(), |next| text.lines(next, next).start - 1);
                echo = Some(Span::new(span.start, end));
            }
            duplicate(text, root, span)
        } else if error.message().starts_with("cannot recurse further") {
            // Every bracket further in is another error; one is enough.
            echo = Some(Span::new(span.start, text.content.len()));
            Fault::new(Code::TooDeep, span, "lists or tables nest too deep here")
                .label("too deep")
                .help("the format needs no more than four levels")
        } else {
            let list = if never_closed { list_around(root, span.start, 0) } else { None };
            match list.filter(|list| text.line_of(list.start) < line) {
                // The parser takes the rest of the file for members of the list.
                Some(list) => {
                    echo = Some(list);
                    Fault::new(Code::Syntax, Span::new(list.start, list.start + 1), "this list is not closed")
                        .label("opened here")
                        .related(span, "this cannot be a part of it")
                        .help("add the closing bracket `]`")
                }
                None => wording::fault(text, error.message(), span),
            }
        });
    }
    syntax
}

/// The list that holds a place.
fn list_around(table: Table<'_>, at: usize, depth: usize) -> Option<Span> {
    let holds = |span: Span| span.start < at && at <= span.end;
    table.entries().filter(|_| depth < DEEPEST).find_map(|entry| match entry.node.table() {
        Some(table) => list_around(table, at, depth + 1),
        None => (entry.node.is_list() && holds(entry.node.span)).then_some(entry.node.span),
    })
}

/// Drops the faults that a broken tree may have caused.
pub(crate) fn keep_sure(text: &Text, errors: &[toml::de::Error], faults: &mut Faults) {
    let broken: BTreeSet<usize> = errors
        .iter()
        .filter_map(|error| Some(text.line_of(error.span()?.start.min(text.content.len()))))
        .collect();
    // After a broken heading, keys belong to another table than was meant.
    let heading =
        broken.iter().any(|line| text.slice(text.lines(*line, *line)).trim_start().starts_with('['));
    faults.retain(|fault| {
        let sure = match fault.code {
            Code::UnknownKey
            | Code::WrongType
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

/// The text of a line without the blanks around it.
fn trimmed(text: &Text, line: usize) -> &str {
    text.slice(text.lines(line, line)).trim()
}

fn is_heading(text: &Text, line: usize) -> bool {
    trimmed(text, line).starts_with('[')
}

/// A key or a table written twice, with the place where it was written first.
fn duplicate(text: &Text, root: Table<'_>, span: Span) -> Fault {
    let line = text.line_of(span.start);
    let (what, name, first) = if is_heading(text, line) {
        let heading = trimmed(text, line);
        let first =
            (0..line).find(|other| trimmed(text, *other) == heading).map(|other| text.lines(other, other));
        ("the table", heading.trim_matches(['[', ']']), first)
    } else {
        let since =
            (0..=line).rev().find(|other| is_heading(text, *other)).map_or(0, |at| text.lines(at, at).start);
        let key = text.slice(span);
        ("the key", key, key_between(root, key.trim_matches(['"', '\'']), since, span.start, 0))
    };
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
    if depth > DEEPEST {
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
