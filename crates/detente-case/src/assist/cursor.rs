//! What is being typed at a place, and what could come there.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::edit::layout::Layout;
use crate::edit::sketch::{Open, Sketch};
use crate::names::in_id;
use crate::text::Span;

/// A place in a text, with what is being typed there.
#[derive(Debug)]
pub(super) struct Cursor<'t> {
    /// What has been typed of it so far, without quotes and brackets.
    pub(super) typed: &'t str,
    /// What would be replaced: all of the word or the text in quotes in which the place is.
    pub(super) span: Span,
    /// Whether it stands in quotes, so that it can only become a text.
    pub(super) in_quotes: bool,
    /// Whether an `=` follows on the line.
    pub(super) assigned: bool,
    /// The text before the word, and what is unfinished at its end.
    pub(super) before: Sketch<'t>,
}

/// The largest offset that is in a text and between characters, at most the one that is given.
pub(super) fn on_a_character(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl<'t> Cursor<'t> {
    /// What is being typed at a byte of a text; `None` where nothing can be completed: in a comment, behind a value.
    pub(super) fn at(text: &'t str, offset: usize) -> Option<Self> {
        let at = on_a_character(text, offset);
        let token = Source::new(text).lex().find(|token| {
            token.span().start() < at && at <= token.span().end() && token.kind() != TokenKind::Eof
        });
        let line_start = text[..at].rfind('\n').map_or(0, |found| found + 1);
        let line_end = text[at..].find('\n').map_or(text.len(), |found| at + found);
        let (start, end, in_quotes) = match token {
            Some(token) if token.kind() == TokenKind::Comment => return None,
            Some(token) if matches!(token.kind(), TokenKind::MlBasicString | TokenKind::MlLiteralString) => {
                return None;
            }
            Some(token) if matches!(token.kind(), TokenKind::BasicString | TokenKind::LiteralString) => {
                let (start, end) = (token.span().start(), token.span().end());
                let quote = if token.kind() == TokenKind::BasicString { '"' } else { '\'' };
                // An odd number of quotes on the line: this one was opened and the lexer took another for its end.
                let even = text[line_start..line_end].matches(quote).count() % 2 == 0;
                let closed = even && end > start + 1 && text[start..end].ends_with(quote);
                if closed && at == end {
                    return None;
                }
                let word_end = at + text[at..line_end].find(|c| !in_id(c)).unwrap_or(line_end - at);
                (start, if closed { end } else { word_end }, true)
            }
            _ => {
                let start = text[line_start..at]
                    .char_indices()
                    .rev()
                    .take_while(|(_, c)| in_id(*c))
                    .last()
                    .map_or(at, |(found, _)| line_start + found);
                let end = at + text[at..line_end].find(|c| !in_id(c)).unwrap_or(line_end - at);
                (start, end, false)
            }
        };
        let before = Layout::sketch(&text[..start]);
        let typed = &text[start + usize::from(in_quotes)..at];
        let assigned = text[end..line_end].trim_start().starts_with('=');
        let mut cursor = Self { typed, span: Span::new(start, end), in_quotes, assigned, before };
        if let Open::Heading { start } = cursor.before.open {
            cursor.typed = text[start..at].trim_start_matches('[');
            // The heading ends with its brackets, or with the last of its keys.
            let rest = &text[at..line_end];
            let rest = &rest[..rest.find('#').unwrap_or(rest.len())];
            let upto = match rest.rfind(']') {
                Some(bracket) => at + bracket + 1,
                None => at + rest.find(|c| !in_id(c) && !matches!(c, '.' | '"' | '\'')).unwrap_or(rest.len()),
            };
            cursor.span = Span::new(start, upto);
        }
        (cursor.before.open != Open::Nothing).then_some(cursor)
    }

    /// How well a name answers what has been typed: 0 for its beginning, 1 for what is in it, 2 for what is in another word for it;
    /// `None` if it does not.
    pub(super) fn fits(&self, name: &str, otherwise: &[&str]) -> Option<u8> {
        let (typed, name) = (self.typed.to_lowercase(), name.to_lowercase());
        if name.starts_with(&typed) {
            Some(0)
        } else if name.contains(&typed) {
            Some(1)
        } else if otherwise.iter().any(|word| word.starts_with(&typed)) {
            Some(2)
        } else {
            None
        }
    }
}
