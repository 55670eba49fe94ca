//! JSON with the places of its values, read by `jsonc-parser` held to the letter of the format.

use detente_case::Code;
use detente_case::report::{Fault, Faults, Span, Text, grouped, quoted};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::data::{DEEPEST, MOST_NODES, Node, Value};

/// The value of a file; `None` with a fault.
pub(crate) fn parse(text: &Text, faults: &mut Faults) -> Option<Node> {
    // A byte order mark is no part of the text; offsets count from the start of the file.
    let content = text.content().trim_start_matches('\u{feff}');
    let base = text.content().len() - content.len();
    if let Some(at) = too_deep(content) {
        let fault = Fault::new(
            Code::TooDeep,
            Span::new(base + at, base + at + 1),
            format!("brackets nest more than {DEEPEST} levels deep here"),
        );
        faults.push(
            fault
                .label("too deep")
                .help("a scenario takes a dozen levels: is a bracket left open further up?"),
        );
        return None;
    }
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        // Python writes these, against the letter of the format.
        allow_non_finite_numbers: true,
        allow_extended_string_escapes: false,
    };
    match parse_to_ast(content, &CollectOptions::default(), &strict) {
        Ok(result) => {
            if let Some(value) = result.value {
                Tree { base, nodes: 0, faults }.node(&value)
            } else {
                faults.push(
                    Fault::of_file(Code::EmptyFile, "the file is empty")
                        .help("name the file that the tool has written"),
                );
                None
            }
        }
        Err(error) => {
            let range = error.range();
            let said = error.kind().to_string();
            let message = format!("this is not well-formed JSON: {}", said.to_lowercase());
            faults.push(
                Fault::new(Code::Syntax, Span::new(base + range.start, base + range.end), message)
                    .label("here")
                    .help("quote every text and key, and put a comma between members, none after the last"),
            );
            None
        }
    }
}

/// Where brackets nest too deep, before anything walks them.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut inside, mut escaped) = (0usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'[' | b'{' if !inside => {
                depth += 1;
                if depth > DEEPEST {
                    return Some(at);
                }
            }
            b']' | b'}' if !inside => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

struct Tree<'a> {
    base: usize,
    nodes: usize,
    faults: &'a mut Faults,
}

impl Tree<'_> {
    fn node(&mut self, value: &ast::Value<'_>) -> Option<Node> {
        let range = value.range();
        let span = Span::new(self.base + range.start, self.base + range.end);
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            let message = format!("the file has more than the {} values that are read", grouped(MOST_NODES));
            self.faults.push(
                Fault::new(Code::TooMany, span, message)
                    .label("too many")
                    .help("a scenario has some thousand: is this the file that was meant?"),
            );
            return None;
        }
        let value = match value {
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::BooleanLit(truth) => Value::Truth(truth.value),
            ast::Value::StringLit(text) => Value::Text(text.value.to_string()),
            ast::Value::NumberLit(number) => match number.value {
                "NaN" => Value::Number(f64::NAN),
                "Infinity" => Value::Number(f64::INFINITY),
                "-Infinity" => Value::Number(f64::NEG_INFINITY),
                written => Value::Number(written.parse().unwrap_or(f64::NAN)),
            },
            ast::Value::Array(array) => {
                let list: Option<Vec<Node>> = array.elements.iter().map(|value| self.node(value)).collect();
                Value::List(list?)
            }
            ast::Value::Object(object) => Value::Map(self.entries(object)?),
        };
        Some(Node { value, span })
    }

    fn entries(&mut self, object: &ast::Object<'_>) -> Option<Vec<(Node, Node)>> {
        let mut entries = Vec::with_capacity(object.properties.len());
        let mut seen = std::collections::BTreeMap::new();
        for property in &object.properties {
            let range = property.name.range();
            let span = Span::new(self.base + range.start, self.base + range.end);
            let name = property.name.as_str().to_owned();
            if let Some(first) = seen.insert(name.clone(), span) {
                let message = format!("the key {} is written twice", quoted(&name));
                self.faults.push(
                    Fault::new(Code::DuplicateKey, span, message)
                        .label("again here")
                        .related(first, "first here")
                        .help("keep the one that is meant"),
                );
                return None;
            }
            let value = self.node(&property.value)?;
            entries.push((Node { value: Value::Text(name), span }, value));
        }
        Some(entries)
    }
}
