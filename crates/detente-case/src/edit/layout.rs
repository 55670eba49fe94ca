//! Where everything stands in a sound TOML text: its statements line by line, and the tree that they make.
//!
//! The reader's own tree knows values and their spans. An edit needs more: which heading a key is below, whether a table was
//! written in braces, under a heading or by dotted keys, and where the commas are.

use std::collections::BTreeMap;
use std::ops::Bound;

use toml_parser::Source;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};

use crate::text::Span;

/// As deep as the reader goes.
const DEEPEST: u32 = 80;

/// A thing in the tree, by its place in [`Layout::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(pub(crate) usize);

/// The root table.
pub(crate) const ROOT: Id = Id(0);

/// How a thing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// A number, a text, a date, `true` or `false`.
    Scalar(Span),
    /// A list in brackets.
    List(Span),
    /// A table in braces.
    Braces(Span),
    /// A table under headings, or one of which only its own tables have headings.
    Section,
    /// A table that dotted keys make: `truce.at_most = 60`.
    Dotted,
    /// A list of tables under double brackets.
    Sections,
}

/// A thing in the tree.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) parent: Option<Id>,
    /// Its key; `None` for the root and for a member of a list.
    pub(crate) key: Option<String>,
    pub(crate) how: How,
    /// What it holds, in the order of the file.
    pub(crate) children: Vec<Id>,
    by_key: BTreeMap<String, Id>,
    /// Where its key stands: of a table under headings, in each of them.
    pub(crate) keys: Vec<Span>,
    /// The statement that is its heading, or that gives its value.
    pub(crate) statement: Option<usize>,
    /// Of a list or a table in braces: what stands between the commas.
    pub(crate) members: Vec<Member>,
}

/// What stands between two commas.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    /// A value, or a key with its value.
    pub(crate) span: Span,
    /// Past the comma after it, if there is one.
    pub(crate) comma: Option<usize>,
    /// The thing whose value it is.
    pub(crate) leaf: Id,
}

/// A heading, or a key with its value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Statement {
    pub(crate) span: Span,
    pub(crate) heading: bool,
}

/// A text and its tree.
#[derive(Debug)]
pub(crate) struct Layout<'t> {
    pub(crate) text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
    nodes: Vec<Node>,
    pub(crate) statements: Vec<Statement>,
}

impl<'t> Layout<'t> {
    /// The layout of a text that the reader has found to be TOML; `None` if it is not.
    pub(crate) fn of(text: &'t str) -> Option<Self> {
        let tokens = Source::new(text).lex().into_vec();
        let mut events = Vec::with_capacity(tokens.len());
        let mut broken = None;
        let mut receiver = |event: Event| {
            if !matches!(event.kind(), EventKind::Whitespace | EventKind::Comment | EventKind::Newline) {
                events.push(event);
            }
        };
        parse_document(&tokens, &mut RecursionGuard::new(&mut receiver, DEEPEST), &mut broken);
        if broken.is_some() {
            return None;
        }
        Builder { layout: Self::empty(text), events: &events, at: 0 }.build()
    }

    /// The layout of a text in which nothing has been found yet.
    pub(super) fn empty(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Self { text, lines, nodes: vec![Node::new(None, None, How::Section)], statements: Vec::new() }
    }

    pub(super) fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id.0]
    }

    /// Whether there is a thing of this number: of two texts that begin alike the first things are the same.
    pub(crate) fn has(&self, id: Id) -> bool {
        id.0 < self.nodes.len()
    }

    pub(crate) fn node(&self, id: Id) -> &Node {
        &self.nodes[id.0]
    }

    /// The thing under a key of a table.
    pub(crate) fn child(&self, table: Id, key: &str) -> Option<Id> {
        self.node(table).by_key.get(key).copied()
    }

    /// Whether a key of a table begins like this.
    pub(crate) fn has_key_beginning(&self, table: Id, beginning: &str) -> bool {
        let next =
            self.node(table).by_key.range::<str, _>((Bound::Included(beginning), Bound::Unbounded)).next();
        next.is_some_and(|(key, _)| key.starts_with(beginning))
    }

    /// Everything in the tree.
    pub(crate) fn ids(&self) -> impl Iterator<Item = Id> + use<> {
        (0..self.nodes.len()).map(Id)
    }

    pub(crate) fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// The stretch of a value that stands in one piece.
    pub(crate) fn value(&self, id: Id) -> Option<Span> {
        match self.node(id).how {
            How::Scalar(span) | How::List(span) | How::Braces(span) => Some(span),
            How::Section | How::Dotted | How::Sections => None,
        }
    }

    /// Where a thing can be shown: its value, or the first line that has to do with it.
    pub(crate) fn shown(&self, id: Id) -> Option<Span> {
        self.value(id).or_else(|| {
            let statements = self.statements_of(id);
            Some(self.statements[*statements.first()?].span)
        })
    }

    /// What a text says.
    pub(crate) fn text_of(&self, id: Id) -> Option<String> {
        let How::Scalar(span) = self.node(id).how else { return None };
        let value = toml::de::DeValue::parse(self.slice(span)).ok()?;
        value.get_ref().as_str().map(str::to_owned)
    }

    /// The statements that a thing is made of, in order; none of what stands in brackets or braces.
    pub(crate) fn statements_of(&self, id: Id) -> Vec<usize> {
        let mut found = Vec::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let node = self.node(id);
            found.extend(node.statement);
            if matches!(node.how, How::Section | How::Dotted | How::Sections) {
                open.extend(&node.children);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The list or the table in braces around a thing, if one is.
    pub(crate) fn enclosing(&self, id: Id) -> Option<Id> {
        let mut at = id;
        while let Some(parent) = self.node(at).parent {
            if matches!(self.node(parent).how, How::List(_) | How::Braces(_)) {
                return Some(parent);
            }
            at = parent;
        }
        None
    }

    /// Whether a thing is another, or a part of it.
    pub(crate) fn is_within(&self, id: Id, whole: Id) -> bool {
        let mut at = Some(id);
        while let Some(here) = at {
            if here == whole {
                return true;
            }
            at = self.node(here).parent;
        }
        false
    }

    /// The line that holds a place, counted from one.
    pub(crate) fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at).max(1)
    }

    /// The first byte of the line that holds a place; past the byte order mark on the first.
    pub(crate) fn line_start(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|start| *start <= at).saturating_sub(1);
        match self.lines.get(line) {
            Some(start) if *start > 0 => *start,
            _ if self.text.starts_with('\u{feff}') => '\u{feff}'.len_utf8(),
            _ => 0,
        }
    }

    /// The end of the line that holds a place, before its line break.
    pub(crate) fn line_end(&self, at: usize) -> usize {
        let next = self.next_line(at);
        let line = self.text.get(at..next).unwrap_or("");
        at + line.trim_end_matches('\n').trim_end_matches('\r').len()
    }

    /// The start of the line after the one that holds a place; the end of the text after the last.
    pub(crate) fn next_line(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|start| *start <= at);
        self.lines.get(line).copied().unwrap_or(self.text.len())
    }

    /// How lines end in this text.
    pub(crate) fn line_break(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// The blanks before a place, if nothing else stands before it on its line.
    pub(crate) fn indent(&self, at: usize) -> Option<&'t str> {
        let before = self.text.get(self.line_start(at)..at)?;
        before.chars().all(|c| matches!(c, ' ' | '\t')).then_some(before)
    }
}

/// How a tree is put together, from the events of the parser or from a text that is still being typed.
impl Layout<'_> {
    pub(super) fn add(&mut self, parent: Id, key: Option<String>, how: How) -> Id {
        let id = Id(self.nodes.len());
        self.nodes.push(Node::new(Some(parent), key.clone(), how));
        let parent = &mut self.nodes[parent.0];
        parent.children.push(id);
        if let Some(key) = key {
            // Of a key that is written twice, which only a text that is being typed has, the first is kept.
            parent.by_key.entry(key).or_insert(id);
        }
        id
    }

    /// The table under a key, which is made if it is not there; of a list of tables the last.
    pub(super) fn table(&mut self, parent: Id, (key, span): (String, Span), how: How) -> Option<Id> {
        let id = match self.child(parent, &key) {
            Some(found) => found,
            None => self.add(parent, Some(key), how),
        };
        self.nodes[id.0].keys.push(span);
        match self.node(id).how {
            How::Sections => self.node(id).children.last().copied(),
            _ => Some(id),
        }
    }

    /// The table that a heading opens.
    pub(super) fn headed(
        &mut self,
        mut keys: Vec<(String, Span)>,
        listed: bool,
        statement: usize,
    ) -> Option<Id> {
        let last = keys.pop()?;
        let mut at = ROOT;
        for key in keys {
            at = self.table(at, key, How::Section)?;
        }
        let id = if listed {
            let list = match self.child(at, &last.0) {
                Some(list) => list,
                None => self.add(at, Some(last.0), How::Sections),
            };
            self.nodes[list.0].keys.push(last.1);
            self.add(list, None, How::Section)
        } else {
            self.table(at, last, How::Section)?
        };
        self.nodes[id.0].statement = Some(statement);
        Some(id)
    }
}

impl Node {
    fn new(parent: Option<Id>, key: Option<String>, how: How) -> Self {
        Self {
            parent,
            key,
            how,
            children: Vec::new(),
            by_key: BTreeMap::new(),
            keys: Vec::new(),
            statement: None,
            members: Vec::new(),
        }
    }
}

/// Events turned into a layout. `None` is what no sound text leads to.
struct Builder<'e, 't> {
    layout: Layout<'t>,
    events: &'e [Event],
    at: usize,
}

impl<'t> Builder<'_, 't> {
    fn build(mut self) -> Option<Layout<'t>> {
        let mut current = ROOT;
        while let Some(event) = self.events.get(self.at).copied() {
            let start = event.span().start();
            match event.kind() {
                EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                    self.at += 1;
                    let listed = event.kind() == EventKind::ArrayTableOpen;
                    let keys = self.keys();
                    let close = self.next()?;
                    let statement = self.layout.statements.len();
                    let span = Span::new(start, close.span().end());
                    self.layout.statements.push(Statement { span, heading: true });
                    current = self.layout.headed(keys, listed, statement)?;
                }
                EventKind::SimpleKey => {
                    let statement = self.layout.statements.len();
                    let span = Span::new(start, start);
                    self.layout.statements.push(Statement { span, heading: false });
                    let (leaf, end) = self.pair(current)?;
                    self.layout.nodes[leaf.0].statement = Some(statement);
                    self.layout.statements[statement].span = Span::new(start, end);
                }
                _ => return None,
            }
        }
        Some(self.layout)
    }

    fn next(&mut self) -> Option<Event> {
        let event = self.events.get(self.at).copied();
        self.at += 1;
        event
    }

    /// Keys joined by dots.
    fn keys(&mut self) -> Vec<(String, Span)> {
        let mut keys = Vec::new();
        while let Some(event) = self.events.get(self.at) {
            match event.kind() {
                EventKind::SimpleKey => {
                    let span = Span::new(event.span().start(), event.span().end());
                    let raw = toml_parser::Raw::new_unchecked(
                        self.layout.slice(span),
                        event.encoding(),
                        event.span(),
                    );
                    let mut key = std::borrow::Cow::Borrowed("");
                    raw.decode_key(&mut key, &mut ());
                    keys.push((key.into_owned(), span));
                }
                EventKind::KeySep => {}
                _ => break,
            }
            self.at += 1;
        }
        keys
    }

    /// A key with its value: the thing that has the value, and where that ends.
    fn pair(&mut self, table: Id) -> Option<(Id, usize)> {
        let mut keys = self.keys();
        let last = keys.pop()?;
        let mut at = table;
        for key in keys {
            at = self.layout.table(at, key, How::Dotted)?;
        }
        (self.next()?.kind() == EventKind::KeyValSep).then_some(())?;
        let (leaf, end) = self.value(at, Some(last.0))?;
        self.layout.nodes[leaf.0].keys.push(last.1);
        Some((leaf, end))
    }

    fn value(&mut self, parent: Id, key: Option<String>) -> Option<(Id, usize)> {
        let event = self.next()?;
        let (start, end) = (event.span().start(), event.span().end());
        let close = match event.kind() {
            EventKind::Scalar => {
                let id = self.layout.add(parent, key, How::Scalar(Span::new(start, end)));
                return Some((id, end));
            }
            EventKind::ArrayOpen => EventKind::ArrayClose,
            EventKind::InlineTableOpen => EventKind::InlineTableClose,
            _ => return None,
        };
        let id = self.layout.add(parent, key, How::List(Span::new(start, end)));
        loop {
            let event = *self.events.get(self.at)?;
            let from = event.span().start();
            match event.kind() {
                kind if kind == close => break,
                EventKind::ValueSep => {
                    self.at += 1;
                    self.layout.nodes[id.0].members.last_mut()?.comma = Some(event.span().end());
                }
                _ => {
                    let (leaf, to) =
                        if close == EventKind::ArrayClose { self.value(id, None)? } else { self.pair(id)? };
                    let member = Member { span: Span::new(from, to), comma: None, leaf };
                    self.layout.nodes[id.0].members.push(member);
                }
            }
        }
        let end = self.next()?.span().end();
        let span = Span::new(start, end);
        self.layout.nodes[id.0].how =
            if close == EventKind::ArrayClose { How::List(span) } else { How::Braces(span) };
        Some((id, end))
    }
}
