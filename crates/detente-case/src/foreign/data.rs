//! Trees of data with their places: what a JSON file and a YAML file have in common.

use crate::code::Code;
use crate::fault::{Fault, Faults};
use crate::text::{Span, quoted};

/// How many values a file can hold. YAML can repeat a value by name, so that the size of the file is no bound.
pub(super) const MOST_NODES: usize = 1_000_000;

/// How deep values can nest; the formats need a dozen levels.
pub(super) const DEEPEST: usize = 64;

/// The largest number that is read, up or down: whole numbers up to here are exact, and products of some such numbers
/// can still be brought to another scale.
pub(super) const LARGEST_NUMBER: f64 = 1e15;

/// What to do about a number that is larger.
pub(super) const TOO_LARGE_HELP: &str = "numbers up to 10¹⁵ are read: take a larger unit, or a smaller scale";

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Span,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Truth(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    /// In file order; keys are texts or numbers, each once.
    Map(Vec<(Node, Node)>),
}

impl Node {
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A number, infinite ones included.
    pub(super) fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(x) => Some(x),
            _ => None,
        }
    }

    pub(super) fn truth(&self) -> Option<bool> {
        match self.value {
            Value::Truth(truth) => Some(truth),
            _ => None,
        }
    }

    pub(super) fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// A whole number that is not negative.
    pub(super) fn whole(&self) -> Option<usize> {
        let x = self.number()?;
        (x.fract() == 0.0 && (0.0..9e15).contains(&x)).then_some(x as usize)
    }

    pub(super) fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    pub(super) fn map(&self) -> Option<&[(Node, Node)]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under a key of a map.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.map()?.iter().find(|(k, _)| k.text() == Some(key)).map(|(_, value)| value)
    }

    /// What it is, for a sentence: "found a list".
    pub(super) fn what(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Truth(_) => "a yes-or-no value",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a table",
        }
    }

    /// A key as people read it.
    pub(super) fn key_name(&self) -> String {
        match &self.value {
            Value::Text(text) => text.clone(),
            Value::Number(x) => x.to_string(),
            Value::Truth(truth) => truth.to_string(),
            _ => String::from("?"),
        }
    }
}

/// Asks a tree for what a format needs, and reports what is not there.
#[derive(Debug)]
pub(super) struct Asking<'a> {
    pub(super) faults: &'a mut Faults,
}

impl Asking<'_> {
    pub(super) fn push(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(super) fn needed<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n Node> {
        let found = node.get(key);
        if found.is_none() {
            self.push(
                Fault::new(Code::MissingKey, node.span, format!("{} is missing here", quoted(key)))
                    .label("incomplete")
                    .help(format!("add {}, as the tool that wrote the file would", quoted(key))),
            );
        }
        found
    }

    pub(super) fn wrong(&mut self, node: &Node, key: &str, wanted: &str) {
        let message = format!("{} must be {wanted}, found {}", quoted(key), node.what());
        let help = match node.text().map(str::trim) {
            Some(text) if wanted == "a number" && text.parse::<f64>().is_ok_and(f64::is_finite) => {
                format!("drop the quotes: {}", quoted(text))
            }
            _ => format!("write {wanted} here"),
        };
        let fault = Fault::new(Code::WrongType, node.span, message).label(format!("not {wanted}"));
        self.push(fault.help(help));
    }

    pub(super) fn needed_list<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n [Node]> {
        let found = self.needed(node, key)?;
        if found.list().is_none() {
            self.wrong(found, key, "a list");
        }
        found.list()
    }

    pub(super) fn needed_map<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n [(Node, Node)]> {
        let found = self.needed(node, key)?;
        if found.map().is_none() {
            self.wrong(found, key, "a table");
        }
        found.map()
    }

    pub(super) fn needed_text<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n str> {
        let found = self.needed(node, key)?;
        if found.text().is_none() {
            self.wrong(found, key, "text");
        }
        found.text()
    }

    /// A finite number; `what` names it in a message.
    pub(super) fn finite(&mut self, node: &Node, what: &str) -> Option<f64> {
        let fault = |code, message| Fault::new(code, node.span, message);
        match node.number() {
            Some(x) if x.is_finite() && x.abs() <= LARGEST_NUMBER => return Some(x),
            Some(x) if x.is_finite() => {
                let message = format!("{} is too large to be read", quoted(what));
                self.push(fault(Code::OutOfRange, message).label(format!("{x:e}")).help(TOO_LARGE_HELP));
            }
            Some(x) => {
                let message = format!("{} must be a finite number", quoted(what));
                let fault = fault(Code::NotFinite, message).label(format!("{x}"));
                self.push(fault.help("write a number: nothing here can be infinite or left open"));
            }
            None => self.wrong(node, what, "a number"),
        }
        None
    }

    /// The number under a key, or another if the key is not there or says nothing; `None` with a fault.
    pub(super) fn number_or(&mut self, node: &Node, key: &str, otherwise: f64) -> Option<f64> {
        match node.get(key).filter(|found| !found.is_null()) {
            None => Some(otherwise),
            Some(found) => self.finite(found, key),
        }
    }
}
