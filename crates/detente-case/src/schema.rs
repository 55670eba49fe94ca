//! The JSON Schema (draft 2020-12) of the format, for editors and for programs that write cases.
//!
//! Generated from the declaration in `format.rs`. TOML dates are strings of the form `2024-02-14` to a schema.
//! It says what a file must look like; what must fit together (names, sums, order) is for the reader.

use serde_json::{Map, Value, json};

use crate::format::{Bounds, CASE, Kind, Names, Shape};

/// The schema as a JSON document.
///
/// ```
/// let schema = detente_case::schema();
/// assert_eq!(schema["required"][0], "case");
/// assert_eq!(schema["$defs"]["source"]["properties"]["published"]["format"], "date");
/// ```
pub fn schema() -> Value {
    let mut definitions = Definitions::default();
    let mut document = Map::new();
    document.insert(String::from("$schema"), json!("https://json-schema.org/draft/2020-12/schema"));
    document.insert(String::from("title"), json!("Detente case file, format 1"));
    document.append(&mut definitions.shape(&CASE));
    definitions.done.sort_keys();
    document.insert(String::from("$defs"), Value::Object(definitions.done));
    Value::Object(document)
}

/// Tables that are referred to by name.
#[derive(Debug, Default)]
struct Definitions {
    done: Map<String, Value>,
}

impl Definitions {
    fn shape(&mut self, shape: &Shape) -> Map<String, Value> {
        let mut properties = Map::new();
        for key in shape.keys {
            let mut value = self.kind(&key.kind);
            value.insert(String::from("description"), json!(key.about));
            properties.insert(key.name.to_owned(), Value::Object(value));
        }
        let required: Vec<&str> =
            shape.keys.iter().filter(|key| key.always_required()).map(|key| key.name).collect();
        let others = match shape.others {
            Some((_, kind)) => Value::Object(self.kind(kind)),
            None => json!(false),
        };
        let mut object = Map::new();
        object.insert(String::from("description"), json!(shape.about));
        object.insert(String::from("type"), json!("object"));
        object.insert(String::from("properties"), Value::Object(properties));
        if !required.is_empty() {
            object.insert(String::from("required"), json!(required));
        }
        object.insert(String::from("additionalProperties"), others);
        object
    }

    fn kind(&mut self, kind: &Kind) -> Map<String, Value> {
        let value = match kind {
            Kind::Version => json!({ "const": 1 }),
            Kind::Text | Kind::Formula => json!({ "type": "string", "pattern": "\\S" }),
            Kind::Date => json!({ "type": "string", "format": "date" }),
            Kind::Truth => json!({ "type": "boolean" }),
            Kind::Whole => json!({ "type": "integer", "minimum": 0 }),
            Kind::Exact => json!({ "type": "number" }),
            Kind::Number(bounds) => return self.number(*bounds),
            Kind::Word(words) => json!({ "enum": words }),
            Kind::Id(_) => return self.id(),
            Kind::Citation => {
                json!({ "type": "string", "pattern": "^\\s*[\\p{L}\\p{N}\\p{M}_-]+\\s*(#.*)?$" })
            }
            Kind::Grade => json!({ "type": "string", "pattern": "^[A-F][1-6]$" }),
            Kind::FromIssue => json!({ "type": "string", "pattern": "^issue:[\\p{L}\\p{N}\\p{M}_-]+$" }),
            Kind::Option => json!({ "type": ["string", "number"] }),
            Kind::List(of) => json!({ "type": "array", "items": self.kind(of) }),
            Kind::Table(shape) => {
                let name = shape.name.replace(' ', "_");
                if !self.done.contains_key(&name) {
                    // No table of the format holds itself, so this comes to an end.
                    let shape = self.shape(shape);
                    self.done.insert(name.clone(), Value::Object(shape));
                }
                json!({ "$ref": format!("#/$defs/{name}") })
            }
            Kind::ByName(names, of) => {
                let mut object = Map::new();
                object.insert(String::from("type"), json!("object"));
                if !matches!(names, Names::Option | Names::Lot | Names::Path | Names::Trust) {
                    object.insert(String::from("propertyNames"), Value::Object(self.id()));
                }
                object.insert(String::from("additionalProperties"), Value::Object(self.kind(of)));
                return object;
            }
            Kind::Either(kinds) => {
                let kinds: Vec<Value> = kinds.iter().map(|kind| Value::Object(self.kind(kind))).collect();
                json!({ "anyOf": kinds })
            }
        };
        match value {
            Value::Object(object) => object,
            _ => Map::new(),
        }
    }

    fn id(&mut self) -> Map<String, Value> {
        let id = json!({
            "description": "A short id.",
            "type": "string",
            "maxLength": 100,
            "pattern": "^[\\p{L}\\p{N}\\p{M}_-]+$",
        });
        self.done.entry("id").or_insert(id);
        Map::from_iter([(String::from("$ref"), json!("#/$defs/id"))])
    }

    /// A number in these bounds, or a range of two or three.
    fn number(&mut self, bounds: Bounds) -> Map<String, Value> {
        const NONE: f64 = f64::INFINITY;
        let name = match (bounds.least, bounds.most) {
            (0.0, 1.0) => "share".to_owned(),
            (0.0, NONE) => "amount".to_owned(),
            (1.0, NONE) => "multiple".to_owned(),
            (f64::MIN_POSITIVE, NONE) => "ratio".to_owned(),
            (f64::NEG_INFINITY, NONE) => "number".to_owned(),
            (least, most) => format!("number_from_{least}_to_{most}"),
        };
        if !self.done.contains_key(&name) {
            let mut exact = json!({ "type": "number" });
            if bounds.least == f64::MIN_POSITIVE {
                exact["exclusiveMinimum"] = json!(0);
            } else if bounds.least.is_finite() {
                exact["minimum"] = json!(bounds.least);
            }
            if bounds.most.is_finite() {
                exact["maximum"] = json!(bounds.most);
            }
            let about =
                "Known (0.4), anywhere between ([0.3, 0.5]), or with a most likely value ([0.3, 0.4, 0.5])";
            let about = match bounds.words() {
                Some(words) => format!("{about}; {words}."),
                None => format!("{about}."),
            };
            let definition = json!({
                "description": about,
                "anyOf": [
                    exact.clone(),
                    { "type": "array", "items": exact, "minItems": 2, "maxItems": 3 },
                ],
            });
            self.done.insert(name.clone(), definition);
        }
        Map::from_iter([(String::from("$ref"), json!(format!("#/$defs/{name}")))])
    }
}
