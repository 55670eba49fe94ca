//! Trees of data with their places: what a JSON file and a YAML file have in common.

use detente_case::Code;
use detente_case::report::{Fault, Faults, Span, quoted};

/// How many values a file can hold. YAML can repeat a value by name, so that the size of the file is no bound.
pub(crate) const MOST_NODES: usize = 1_000_000;

/// How deep values can nest; the formats need a dozen levels.
pub(crate) const DEEPEST: usize = 64;

/// The largest number that is read, up or down: whole numbers up to here are exact, and products of some such numbers
/// can still be brought to another scale.
pub(crate) const LARGEST_NUMBER: f64 = 1e15;

/// What to do about a number that is larger.
pub(crate) const TOO_LARGE_HELP: &str = "numbers up to 10¹⁵ are read: take a larger unit, or a smaller scale";

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) span: Span,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null,
    Truth(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    /// In file order; keys are texts or numbers, each once.
    Map(Vec<(Node, Node)>),
}

impl Node {
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A number, infinite ones included.
    pub(crate) fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(x) => Some(x),
            _ => None,
        }
    }

    pub(crate) fn truth(&self) -> Option<bool> {
        match self.value {
            Value::Truth(truth) => Some(truth),
            _ => None,
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// A whole number that is not negative.
    pub(crate) fn whole(&self) -> Option<usize> {
        let x = self.number()?;
        (x.fract() == 0.0 && (0.0..9e15).contains(&x)).then_some(x as usize)
    }

    pub(crate) fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn map(&self) -> Option<&[(Node, Node)]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under a key of a map.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.map()?.iter().find(|(k, _)| k.text() == Some(key)).map(|(_, value)| value)
    }

    /// What it is, for a sentence: "found a list".
    pub(crate) fn what(&self) -> &'static str {
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
    pub(crate) fn key_name(&self) -> String {
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
pub(crate) struct Asking<'a> {
    pub(crate) faults: &'a mut Faults,
}

impl Asking<'_> {
    pub(crate) fn push(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(crate) fn needed<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n Node> {
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

    pub(crate) fn wrong(&mut self, node: &Node, key: &str, wanted: &str) {
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

    pub(crate) fn needed_list<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n [Node]> {
        let found = self.needed(node, key)?;
        if found.list().is_none() {
            self.wrong(found, key, "a list");
        }
        found.list()
    }

    pub(crate) fn needed_map<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n [(Node, Node)]> {
        let found = self.needed(node, key)?;
        if found.map().is_none() {
            self.wrong(found, key, "a table");
        }
        found.map()
    }

    pub(crate) fn needed_text<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n str> {
        let found = self.needed(node, key)?;
        if found.text().is_none() {
            self.wrong(found, key, "text");
        }
        found.text()
    }

    /// A finite number; `what` names it in a message.
    pub(crate) fn finite(&mut self, node: &Node, what: &str) -> Option<f64> {
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
    pub(crate) fn number_or(&mut self, node: &Node, key: &str, otherwise: f64) -> Option<f64> {
        match node.get(key).filter(|found| !found.is_null()) {
            None => Some(otherwise),
            Some(found) => self.finite(found, key),
        }
    }
}
