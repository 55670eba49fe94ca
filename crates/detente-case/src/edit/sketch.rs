//! The layout of a text that is still being typed: whatever can be made out of it, and what is unfinished at its end.
//!
//! [`Layout::of`] knows sound texts only. Here nothing is refused: a list that is not closed ends before the next line that begins
//! with a key and `=` or with the heading of a table of the format, a heading or a text that is not closed ends with its line, and
//! what cannot be anything is passed over. Of a sound text the sketch is its layout. Depth is bounded, so that no text exhausts the
//! stack.

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use super::layout::{How, Id, Layout, Member, ROOT, Statement};
use crate::format::CASE;
use crate::text::Span;

/// As deep as brackets are followed.
const DEEPEST: usize = 80;
/// As many parts of a dotted key as are looked at; the format needs five.
const MOST_PARTS: usize = 16;

/// A layout, and what could come at the end of the text.
#[derive(Debug)]
pub(crate) struct Sketch<'t> {
    pub(crate) layout: Layout<'t>,
    pub(crate) open: Open,
}

/// What is unfinished where a text ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Open {
    /// A key can come in this table, below those that dots already lead through; or, on a line of its own, a heading.
    Key { table: Id, through: Vec<String>, braces: bool },
    /// A heading that is not closed.
    Heading { start: usize },
    /// A value: of a key of a table, or a member of a list.
    Value { holder: Id, key: Option<String> },
    /// Nothing that could be known.
    Nothing,
}

impl<'t> Layout<'t> {
    /// What can be made out of a text, whatever state it is in.
    pub(crate) fn sketch(text: &'t str) -> Sketch<'t> {
        let tokens = Source::new(text).lex().into_vec();
        let mut builder = Sketcher { layout: Layout::empty(text), tokens, at: 0, open: None };
        builder.statements();
        let Sketcher { layout, open, .. } = builder;
        Sketch { layout, open: open.unwrap_or(Open::Nothing) }
    }
}

struct Sketcher<'t> {
    layout: Layout<'t>,
    tokens: Vec<Token>,
    at: usize,
    open: Option<Open>,
}

impl Sketcher<'_> {
    fn statements(&mut self) {
        let mut current = ROOT;
        loop {
            self.skip(true);
            match self.kind() {
                None | Some(TokenKind::Eof) => {
                    let ends_in_comment = self.at > 0
                        && self.tokens.get(self.at - 1).is_some_and(|t| t.kind() == TokenKind::Comment);
                    let open = if ends_in_comment {
                        Open::Nothing
                    } else {
                        Open::Key { table: current, through: Vec::new(), braces: false }
                    };
                    self.open.get_or_insert(open);
                    return;
                }
                Some(TokenKind::LeftSquareBracket) => {
                    if let Some(table) = self.heading() {
                        current = table;
                    }
                    self.rest_of_line();
                }
                Some(kind) if is_key(kind) => {
                    let start = self.start();
                    let statement = self.layout.statements.len();
                    self.layout.statements.push(Statement { span: Span::new(start, start), heading: false });
                    match self.pair(current, 0, false) {
                        Some((leaf, end)) => {
                            self.layout.node_mut(leaf).statement = Some(statement);
                            self.layout.statements[statement].span = Span::new(start, end);
                        }
                        None => self.layout.statements[statement].span = Span::new(start, self.end_before()),
                    }
                    // What stands behind a value on its line is passed over; a list that was not closed ended on a line before.
                    if !self.at_line_start() {
                        self.rest_of_line();
                    }
                }
                Some(_) => self.rest_of_line(),
            }
        }
    }

    fn heading(&mut self) -> Option<Id> {
        let start = self.start();
        self.at += 1;
        let listed = self.kind() == Some(TokenKind::LeftSquareBracket);
        self.at += usize::from(listed);
        let (keys, _) = self.keys();
        let closed = self.kind() == Some(TokenKind::RightSquareBracket);
        let mut end = self.end_before();
        if closed {
            end = self.end();
            self.at += 1;
            if listed && self.kind() == Some(TokenKind::RightSquareBracket) {
                end = self.end();
                self.at += 1;
            }
        } else if self.is_over() {
            self.open.get_or_insert(Open::Heading { start });
        }
        if keys.is_empty() {
            return None;
        }
        let statement = self.layout.statements.len();
        self.layout.statements.push(Statement { span: Span::new(start, end), heading: true });
        self.layout.headed(keys, listed, statement)
    }

    /// Keys joined by dots, and whether a dot is the last of it.
    fn keys(&mut self) -> (Vec<(String, Span)>, bool) {
        let mut keys = Vec::new();
        let mut dot = true;
        loop {
            self.skip(false);
            match self.kind() {
                Some(kind) if is_key(kind) && dot => {
                    if keys.len() < MOST_PARTS {
                        let span = Span::new(self.start(), self.end());
                        keys.push((self.key(span, kind), span));
                    }
                    dot = false;
                }
                Some(TokenKind::Dot) if !dot => dot = true,
                _ => return (keys, dot),
            }
            self.at += 1;
        }
    }

    fn key(&self, span: Span, kind: TokenKind) -> String {
        let written = self.layout.slice(span);
        if kind == TokenKind::Atom {
            return written.to_owned();
        }
        match toml::de::DeValue::parse(written) {
            Ok(value) => value.get_ref().as_str().unwrap_or(written).to_owned(),
            Err(_) => written.trim_matches(['"', '\'']).to_owned(),
        }
    }

    /// A key with its value; `None` if there is no value yet.
    fn pair(&mut self, table: Id, depth: usize, braces: bool) -> Option<(Id, usize)> {
        let (mut keys, dot) = self.keys();
        if self.kind() != Some(TokenKind::Equals) {
            if self.is_over() {
                let through = keys.into_iter().map(|(key, _)| key).collect();
                self.open.get_or_insert(if dot {
                    Open::Key { table, through, braces }
                } else {
                    Open::Nothing
                });
            }
            return None;
        }
        self.at += 1;
        let last = keys.pop()?;
        let mut at = table;
        for key in keys {
            at = self.layout.table(at, key, How::Dotted)?;
        }
        let (leaf, end) = self.value(at, Some(last.0), depth)?;
        self.layout.node_mut(leaf).keys.push(last.1);
        Some((leaf, end))
    }

    fn value(&mut self, parent: Id, key: Option<String>, depth: usize) -> Option<(Id, usize)> {
        self.skip(false);
        if self.is_over() {
            let ends_in_comment = self.at > 0 && self.tokens[self.at - 1].kind() == TokenKind::Comment;
            let wanted = if ends_in_comment { Open::Nothing } else { Open::Value { holder: parent, key } };
            self.open.get_or_insert(wanted);
            return None;
        }
        let start = self.start();
        match self.kind()? {
            TokenKind::LeftSquareBracket if depth < DEEPEST => Some(self.list(parent, key, depth)),
            TokenKind::LeftCurlyBracket if depth < DEEPEST => Some(self.braces(parent, key, depth)),
            kind if is_key(kind)
                || kind == TokenKind::MlBasicString
                || kind == TokenKind::MlLiteralString =>
            {
                // A number is cut into pieces by its dot.
                let mut end = self.end();
                self.at += 1;
                while kind == TokenKind::Atom && matches!(self.kind(), Some(TokenKind::Atom | TokenKind::Dot))
                {
                    end = self.end();
                    self.at += 1;
                }
                if self.is_over() {
                    self.open.get_or_insert(Open::Nothing);
                }
                let id = self.layout.add(parent, key, How::Scalar(Span::new(start, end)));
                Some((id, end))
            }
            _ => None,
        }
    }

    fn list(&mut self, parent: Id, key: Option<String>, depth: usize) -> (Id, usize) {
        let start = self.start();
        self.at += 1;
        let id = self.layout.add(parent, key, How::List(Span::new(start, self.end_before())));
        let mut wanted = true;
        let end = loop {
            let over_a_line = self.skip(true);
            if over_a_line && self.begins_a_statement() {
                break self.end_before();
            }
            match self.kind() {
                None | Some(TokenKind::Eof) => {
                    if wanted {
                        self.open.get_or_insert(Open::Value { holder: id, key: None });
                    } else if !over_a_line {
                        self.open.get_or_insert(Open::Nothing);
                    }
                    break self.end_before();
                }
                Some(TokenKind::RightSquareBracket) => {
                    self.at += 1;
                    break self.end_before();
                }
                Some(TokenKind::Comma) => {
                    self.comma(id);
                    wanted = true;
                }
                Some(_) => {
                    let from = self.start();
                    match self.value(id, None, depth + 1) {
                        Some((leaf, to)) => self.member(id, leaf, from, to),
                        None => self.at += usize::from(!self.is_over()),
                    }
                    wanted = false;
                }
            }
        };
        self.layout.node_mut(id).how = How::List(Span::new(start, end));
        (id, end)
    }

    fn braces(&mut self, parent: Id, key: Option<String>, depth: usize) -> (Id, usize) {
        let start = self.start();
        self.at += 1;
        let id = self.layout.add(parent, key, How::Braces(Span::new(start, self.end_before())));
        let mut wanted = true;
        let end = loop {
            let over_a_line = self.skip(true);
            if over_a_line && (self.begins_a_heading() || !wanted && self.begins_a_statement()) {
                break self.end_before();
            }
            match self.kind() {
                None | Some(TokenKind::Eof) => {
                    if wanted {
                        let open = Open::Key { table: id, through: Vec::new(), braces: true };
                        self.open.get_or_insert(open);
                    } else if !over_a_line {
                        self.open.get_or_insert(Open::Nothing);
                    }
                    break self.end_before();
                }
                Some(TokenKind::RightCurlyBracket) => {
                    self.at += 1;
                    break self.end_before();
                }
                // A list around it goes on.
                Some(TokenKind::RightSquareBracket) if depth > 0 => break self.end_before(),
                Some(TokenKind::Comma) => {
                    self.comma(id);
                    wanted = true;
                }
                Some(kind) if is_key(kind) => {
                    let from = self.start();
                    if let Some((leaf, to)) = self.pair(id, depth + 1, true) {
                        self.member(id, leaf, from, to);
                    }
                    wanted = false;
                }
                Some(_) => {
                    self.at += 1;
                    wanted = false;
                }
            }
        };
        self.layout.node_mut(id).how = How::Braces(Span::new(start, end));
        (id, end)
    }

    fn member(&mut self, container: Id, leaf: Id, from: usize, to: usize) {
        let member = Member { span: Span::new(from, to), comma: None, leaf };
        self.layout.node_mut(container).members.push(member);
    }

    fn comma(&mut self, container: Id) {
        let end = self.end();
        self.at += 1;
        if let Some(last) = self.layout.node_mut(container).members.last_mut() {
            last.comma.get_or_insert(end);
        }
    }

    /// Whether the line goes on with keys and `=`, or is the heading of a table of the format.
    fn begins_a_statement(&mut self) -> bool {
        let here = self.at;
        let (keys, dot) = self.keys();
        let found = !keys.is_empty() && !dot && self.kind() == Some(TokenKind::Equals);
        self.at = here;
        found || self.begins_a_heading()
    }

    /// Whether a table of the format is named in the brackets that follow: a list inside a list looks like a heading.
    fn begins_a_heading(&mut self) -> bool {
        let here = self.at;
        let mut found = false;
        if self.kind() == Some(TokenKind::LeftSquareBracket) {
            self.at += 1;
            self.at += usize::from(self.kind() == Some(TokenKind::LeftSquareBracket));
            if self.kind() == Some(TokenKind::Atom) {
                let (keys, _) = self.keys();
                let known = |name: &str| CASE.keys.iter().any(|key| key.name == name);
                found = self.kind() == Some(TokenKind::RightSquareBracket)
                    && keys.first().is_some_and(|(key, _)| known(key));
            }
        }
        self.at = here;
        found
    }

    /// Passes over blanks and comments, and over the ends of lines if asked to. Whether there was an end of a line.
    fn skip(&mut self, lines: bool) -> bool {
        let mut passed = false;
        while let Some(kind) = self.kind() {
            match kind {
                TokenKind::Whitespace | TokenKind::Comment => {}
                TokenKind::Newline if lines => passed = true,
                _ => break,
            }
            self.at += 1;
        }
        passed
    }

    fn rest_of_line(&mut self) {
        while self.kind().is_some_and(|kind| !matches!(kind, TokenKind::Newline | TokenKind::Eof)) {
            self.at += 1;
        }
        if self.is_over()
            && self.open.is_none()
            && self.at > 0
            && self.tokens[self.at - 1].kind() != TokenKind::Newline
        {
            self.open = Some(Open::Nothing);
        }
    }

    /// Whether only blanks stand between here and the end of the line before.
    fn at_line_start(&self) -> bool {
        let before = self.tokens[..self.at].iter().rev().find(|token| token.kind() != TokenKind::Whitespace);
        before.is_some_and(|token| token.kind() == TokenKind::Newline)
    }

    fn kind(&self) -> Option<TokenKind> {
        self.tokens.get(self.at).map(Token::kind)
    }

    fn is_over(&self) -> bool {
        matches!(self.kind(), None | Some(TokenKind::Eof))
    }

    fn start(&self) -> usize {
        self.tokens.get(self.at).map_or(self.layout.text.len(), |token| token.span().start())
    }

    fn end(&self) -> usize {
        self.tokens.get(self.at).map_or(self.layout.text.len(), |token| token.span().end())
    }

    /// The end of the last thing that was passed and is no blank, comment or line end.
    fn end_before(&self) -> usize {
        let is_blank = |kind| {
            matches!(kind, TokenKind::Whitespace | TokenKind::Newline | TokenKind::Comment | TokenKind::Eof)
        };
        let upto = self.at.min(self.tokens.len());
        let last = self.tokens[..upto].iter().rev().find(|token| !is_blank(token.kind()));
        last.map_or(0, |token| token.span().end())
    }
}

/// What can be a key, or a value in one piece.
fn is_key(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template;

    fn open(text: &str) -> Open {
        Layout::sketch(text).open
    }

    #[test]
    fn the_sketch_of_a_sound_text_is_its_layout() {
        let (sound, sketch) = (Layout::of(template()).unwrap(), Layout::sketch(template()).layout);
        assert_eq!(format!("{sound:?}"), format!("{sketch:?}"));
    }

    #[test]
    fn what_is_unfinished_is_known() {
        let key = |table, through: &[&str], braces| Open::Key {
            table: Id(table),
            through: through.iter().map(|key| (*key).to_owned()).collect(),
            braces,
        };
        assert_eq!(open(""), key(0, &[], false));
        assert_eq!(open("[a.b]\n"), key(2, &[], false));
        assert_eq!(open("[a.b]\nc."), key(2, &["c"], false));
        assert_eq!(open("[a.b]\nc"), Open::Nothing);
        assert_eq!(open("[a"), Open::Heading { start: 0 });
        assert_eq!(open("[[a."), Open::Heading { start: 0 });
        assert_eq!(open("a = "), Open::Value { holder: ROOT, key: Some("a".into()) });
        assert_eq!(open("a = ["), Open::Value { holder: Id(1), key: None });
        assert_eq!(open("a = [1, "), Open::Value { holder: Id(1), key: None });
        assert_eq!(open("a = [1"), Open::Nothing);
        assert_eq!(open("a = [1\n"), key(0, &[], false));
        assert_eq!(open("a = { "), key(1, &[], true));
        assert_eq!(open("a = { b = "), Open::Value { holder: Id(1), key: Some("b".into()) });
        assert_eq!(open("a = { b = 1, "), key(1, &[], true));
        assert_eq!(open("# a"), Open::Nothing);
        assert_eq!(open("a = 1 # b"), Open::Nothing);
    }

    #[test]
    fn a_list_that_is_not_closed_ends_before_the_next_line() {
        let layout =
            Layout::sketch("[sources.a]\ncite = [\"b\", \ntitle = \"x\"\n[issues.c]\nname = \"y\"").layout;
        let a = layout.child(layout.child(ROOT, "sources").unwrap(), "a").unwrap();
        assert!(layout.child(a, "title").is_some());
        assert!(layout.child(ROOT, "issues").is_some());
        // A list inside a list is no heading.
        let layout = Layout::sketch("a = [\n[b],\n[1, 2],\n]\nc = 1").layout;
        assert!(layout.child(ROOT, "c").is_some());
        assert_eq!(layout.node(layout.child(ROOT, "a").unwrap()).children.len(), 2);
    }
}
