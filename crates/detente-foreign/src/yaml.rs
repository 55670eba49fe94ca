//! YAML with the places of its values, built from the events of `saphyr-parser`.
//!
//! One document; aliases are followed as far as the bound on the number of values allows, so that a file cannot
//! multiply itself; tags of Python (`!!python/tuple`) are read as the plain values that they stand beside.

use std::collections::BTreeMap;

use detente_case::Code;
use detente_case::report::{Fault, Faults, Span, Text, grouped, quoted};
use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marked, Tag};

use crate::data::{DEEPEST, MOST_NODES, Node, Value};

/// The value of a file; `None` with a fault.
pub(crate) fn parse(text: &Text, faults: &mut Faults) -> Option<Node> {
    let content = text.content().trim_start_matches('\u{feff}');
    let base = text.content().len() - content.len();
    let mut tree =
        Tree { offsets: Offsets::of(content, base), nodes: 0, open: Vec::new(), named: BTreeMap::new() };
    let mut found = None;
    let mut documents = 0;
    let mut parser = Parser::new_from_str(content);
    while let Some(next) = parser.next_event() {
        let (event, marked) = match next {
            Ok(next) => next,
            Err(error) => {
                let at = tree.offsets.byte(error.marker().index());
                let message = format!("this is not well-formed YAML: {}", error.info());
                faults.push(Fault::new(Code::Syntax, Span::new(at, at + 1), message).label("here").help("indent what belongs together alike, with blanks, and quote texts with `: ` or `#` in them"));
                return None;
            }
        };
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
        }
        if documents > 1 {
            let message = "the file holds more than one document";
            faults.push(
                Fault::new(Code::Syntax, tree.span(marked), message)
                    .label("a second one")
                    .help("keep one of them in a file of its own"),
            );
            return None;
        }
        match tree.take(event, marked) {
            Ok(Some(node)) => found = Some(node),
            Ok(None) => {}
            Err(fault) => {
                faults.push(*fault);
                return None;
            }
        }
    }
    if found.is_none() {
        faults.push(
            Fault::of_file(Code::EmptyFile, "the file is empty")
                .help("name the file that the tool has written"),
        );
    }
    found
}

/// Byte offsets of characters: the parser counts characters.
struct Offsets<'t> {
    text: &'t str,
    base: usize,
    /// The offset of every 64th character.
    steps: Vec<usize>,
}

impl<'t> Offsets<'t> {
    const STEP: usize = 64;

    fn of(text: &'t str, base: usize) -> Self {
        let steps = text.char_indices().step_by(Self::STEP).map(|(at, _)| at).collect();
        Self { text, base, steps }
    }

    fn byte(&self, index: usize) -> usize {
        let from = self.steps.get(index / Self::STEP).copied().unwrap_or(self.text.len());
        let rest = &self.text[from..];
        let at = rest.char_indices().nth(index % Self::STEP).map_or(rest.len(), |(at, _)| at);
        self.base + from + at
    }
}

/// A list or a map that is not closed yet.
struct Open {
    items: Vec<Node>,
    is_map: bool,
    start: usize,
    anchor: usize,
}

struct Tree<'t> {
    offsets: Offsets<'t>,
    nodes: usize,
    open: Vec<Open>,
    /// What was given a name, and how many values it holds.
    named: BTreeMap<usize, (Node, usize)>,
}

impl Tree<'_> {
    fn span(&self, marked: Marked) -> Span {
        Span::new(self.offsets.byte(marked.start.index()), self.offsets.byte(marked.end.index()))
    }

    /// Takes an event in; gives the whole value when it is complete.
    fn take(&mut self, event: Event<'_>, marked: Marked) -> Result<Option<Node>, Box<Fault>> {
        let span = self.span(marked);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let node = Node { value: resolved(&text, style, tag.as_deref()), span };
                self.complete(node, anchor, 1)
            }
            Event::Alias(anchor) => match self.named.get(&anchor).cloned() {
                Some((node, size)) => self.complete(Node { span, ..node }, 0, size),
                None => Err(Box::new(
                    Fault::new(Code::Syntax, span, "this name stands for a value that holds it")
                        .label("not known yet")
                        .help("write the value itself in the place of its name"),
                )),
            },
            Event::SequenceStart(anchor, _) => self.begin(false, anchor, span),
            Event::MappingStart(anchor, _) => self.begin(true, anchor, span),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(open) = self.open.pop() else { return Ok(None) };
                let span = Span::new(open.start, span.end);
                let value = if open.is_map { entries(open.items)? } else { Value::List(open.items) };
                let node = Node { value, span };
                let size = if open.anchor == 0 { 0 } else { size(&node) };
                if open.anchor != 0 {
                    self.named.insert(open.anchor, (node.clone(), size));
                }
                Ok(self.place(node))
            }
            _ => Ok(None),
        }
    }

    fn begin(&mut self, is_map: bool, anchor: usize, span: Span) -> Result<Option<Node>, Box<Fault>> {
        if self.open.len() >= DEEPEST {
            let fault =
                Fault::new(Code::TooDeep, span, format!("values nest more than {DEEPEST} levels deep here"));
            return Err(Box::new(
                fault
                    .label("too deep")
                    .help("a scenario takes a dozen levels: is this the file that was meant?"),
            ));
        }
        self.count(1, span)?;
        self.open.push(Open { items: Vec::new(), is_map, start: span.start, anchor });
        Ok(None)
    }

    fn count(&mut self, more: usize, span: Span) -> Result<(), Box<Fault>> {
        self.nodes = self.nodes.saturating_add(more);
        if self.nodes <= MOST_NODES {
            return Ok(());
        }
        let message = format!(
            "the file has more than the {} values that are read, those counted that are repeated by name",
            grouped(MOST_NODES)
        );
        Err(Box::new(
            Fault::new(Code::TooMany, span, message)
                .label("too many")
                .help("a scenario has some thousand: is this the file that was meant?"),
        ))
    }

    fn complete(&mut self, node: Node, anchor: usize, size: usize) -> Result<Option<Node>, Box<Fault>> {
        self.count(size, node.span)?;
        if anchor != 0 {
            self.named.insert(anchor, (node.clone(), size));
        }
        Ok(self.place(node))
    }

    fn place(&mut self, node: Node) -> Option<Node> {
        match self.open.last_mut() {
            Some(open) => {
                open.items.push(node);
                None
            }
            None => Some(node),
        }
    }
}

fn size(node: &Node) -> usize {
    1 + match &node.value {
        Value::List(list) => list.iter().map(size).sum(),
        Value::Map(entries) => entries.iter().map(|(key, value)| size(key) + size(value)).sum(),
        _ => 0,
    }
}

/// Keys and values in turn, as a map.
fn entries(items: Vec<Node>) -> Result<Value, Box<Fault>> {
    let mut entries: Vec<(Node, Node)> = Vec::with_capacity(items.len() / 2);
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let mut items = items.into_iter();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        if !matches!(key.value, Value::Text(_) | Value::Number(_) | Value::Truth(_)) {
            let message = format!("a key must be text or a number, found {}", key.what());
            return Err(Box::new(
                Fault::new(Code::WrongType, key.span, message)
                    .label("not a key")
                    .help("write a name before the colon"),
            ));
        }
        if let Some(first) = seen.insert(key.key_name(), key.span) {
            let message = format!("the key {} is written twice", quoted(&key.key_name()));
            return Err(Box::new(
                Fault::new(Code::DuplicateKey, key.span, message)
                    .label("again here")
                    .related(first, "first here")
                    .help("keep the one that is meant"),
            ));
        }
        entries.push((key, value));
    }
    Ok(Value::Map(entries))
}

/// The value of a scalar, by the core schema of YAML 1.2.
fn resolved(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Value {
    if style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.suffix == "str") {
        return Value::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Truth(true),
        "false" | "False" | "FALSE" => Value::Truth(false),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Value::Number(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => Value::Number(f64::NEG_INFINITY),
        ".nan" | ".NaN" | ".NAN" => Value::Number(f64::NAN),
        // `f64` also reads words such as `inf`; a number begins with a digit, a sign or a point.
        _ if text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'))
            && text.ends_with(|c: char| c.is_ascii_digit() || c == '.') =>
        {
            text.parse().map_or_else(|_| Value::Text(text.to_owned()), Value::Number)
        }
        _ => Value::Text(text.to_owned()),
    }
}
