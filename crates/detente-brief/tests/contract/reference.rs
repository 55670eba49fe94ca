//! The reference for people, told from the schema.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::{Map, Value};

use crate::schema::{ANSWERS, definitions};
use crate::{CONVENTIONS, in_step};

/// Types that many others use.
const SHARED: [&str; 6] =
    ["CaseNamed", "PackageOptions", "OptionValue", "Probability", "Spread", "SpreadKnown"];

#[test]
fn the_reference_is_in_step() {
    let mut page = String::from(
        "# The JSON of the verbs\n\n\
         With `--json`, each verb prints one object. This page lists every key; it is written from the types in \
         `crates/detente-brief/src/answers/` by their test. `detente schema --answers` prints the same as a JSON Schema, and \
         `app/types/answers.ts` has it as TypeScript types.\n\n",
    );
    for says in CONVENTIONS {
        writeln!(page, "- {says}").unwrap();
    }
    let definitions = definitions();
    let mut reference = Reference { definitions: &definitions, told: BTreeSet::new(), page };
    for (verb, _) in ANSWERS {
        writeln!(reference.page, "- [`detente {verb}`](#detente-{})", verb.replace(' ', "-")).unwrap();
    }
    for (verb, answer) in ANSWERS {
        write!(reference.page, "\n## detente {verb}\n\n").unwrap();
        reference.tell(answer, false);
    }
    write!(reference.page, "\n## Shared by all\n").unwrap();
    for name in SHARED {
        reference.told.remove(name);
    }
    for name in SHARED {
        reference.tell(name, true);
    }
    in_step("docs/json.md", &reference.page);
}

struct Reference<'a> {
    definitions: &'a Map<String, Value>,
    told: BTreeSet<String>,
    page: String,
}

impl Reference<'_> {
    /// A type, and after it those it is made of that have not been told yet.
    fn tell(&mut self, name: &str, heading: bool) {
        let definition = &self.definitions[name];
        if !self.told.insert(name.to_owned()) {
            return;
        }
        if heading {
            write!(self.page, "\n### {name}\n\n").unwrap();
        }
        writeln!(self.page, "{}", description(definition)).unwrap();
        self.tell_keys(definition);
        let parts = ["oneOf", "anyOf"].into_iter().filter_map(|key| definition[key].as_array()).flatten();
        let parts: Vec<&Value> = parts.collect();
        let (objects, values): (Vec<&Value>, Vec<&Value>) =
            parts.into_iter().partition(|part| part.get("properties").is_some());
        if !values.is_empty() {
            writeln!(self.page, "\n| value | meaning |\n|---|---|").unwrap();
        }
        for value in values {
            let is = value.get("const").map_or_else(|| typed(value), |value| format!("`{value}`"));
            writeln!(self.page, "| {is} | {} |", in_a_cell(&description(value))).unwrap();
        }
        for object in objects {
            let tags = object["properties"].as_object().unwrap().iter();
            for (key, tag) in tags.filter_map(|(key, property)| Some((key, property.get("const")?))) {
                let and = if object["properties"].as_object().unwrap().len() > 1 { " With it:" } else { "" };
                writeln!(self.page, "\n`{key}`: `{tag}`. {}{and}", description(object)).unwrap();
            }
            self.tell_keys(object);
        }
        let mut used = Vec::new();
        references(definition, &mut used);
        for name in used {
            if !SHARED.contains(&name.as_str()) {
                self.tell(&name, true);
            }
        }
    }

    fn tell_keys(&mut self, object: &Value) {
        let Some(properties) = object["properties"].as_object() else { return };
        let keys: Vec<_> =
            properties.iter().filter(|(_, property)| property.get("const").is_none()).collect();
        if keys.is_empty() {
            return;
        }
        writeln!(self.page, "\n| key | type | what it holds |\n|---|---|---|").unwrap();
        for (key, property) in keys {
            let required = object["required"].as_array().is_some_and(|keys| keys.iter().any(|k| k == key));
            let missing = if required { "" } else { "; may be missing" };
            let (is, holds) = (typed(property), in_a_cell(&description(property)));
            writeln!(self.page, "| `{key}` | {is}{missing} | {holds} |").unwrap();
        }
    }
}

fn description(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().to_owned()
}

fn in_a_cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// The types that a definition refers to, in the order of its keys.
fn references(schema: &Value, into: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            for (key, value) in object {
                match value.as_str().filter(|_| key == "$ref") {
                    Some(path) => into.push(path.rsplit('/').next().unwrap().to_owned()),
                    None => references(value, into),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, into)),
        _ => {}
    }
}

/// The type of a value in words.
fn typed(schema: &Value) -> String {
    if let Some(path) = schema["$ref"].as_str() {
        let name = path.rsplit('/').next().unwrap();
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(any) = schema["anyOf"].as_array() {
        return any.iter().map(typed).collect::<Vec<_>>().join(" or ");
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let one = |is: &&str| match *is {
        "array" => match schema["prefixItems"].as_array() {
            Some(items) => format!("[{}]", items.iter().map(typed).collect::<Vec<_>>().join(", ")),
            None if schema["maxItems"].is_u64() => {
                let items = vec![typed(&schema["items"]); schema["maxItems"].as_u64().unwrap() as usize];
                format!("[{}]", items.join(", "))
            }
            None => format!("list of {}", typed(&schema["items"])),
        },
        "object" => format!("object: {} by name", typed(&schema["additionalProperties"])),
        "boolean" => "true or false".to_owned(),
        "integer" => "whole number".to_owned(),
        other => other.to_owned(),
    };
    types.iter().map(one).collect::<Vec<_>>().join(" or ")
}
