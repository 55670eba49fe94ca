//! The JSON Schema.

use detente_brief::answers::{
    BriefAnswer, CheckAnswer, CollectiveAnswer, CompareAnswer, DealsAnswer, DurabilityAnswer, ExchangeAnswer,
    ExtractAnswer, FindingsAnswer, MarksAnswer, MergeAnswer, OutlookAnswer, OverlayAnswer, SettleAnswer,
    StabilityAnswer, SweepAnswer, TextAnswer, TextDiffAnswer, TournamentAnswer, WatchAnswer,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::{CONVENTIONS, in_step};

/// The answers by the verb that prints them, in the order in which the reference tells them.
pub(crate) const ANSWERS: [(&str, &str); 20] = [
    ("deals", "DealsAnswer"),
    ("exchange", "ExchangeAnswer"),
    ("durability", "DurabilityAnswer"),
    ("durability --findings", "FindingsAnswer"),
    ("watch", "WatchAnswer"),
    ("collective", "CollectiveAnswer"),
    ("stability", "StabilityAnswer"),
    ("outlook", "OutlookAnswer"),
    ("brief", "BriefAnswer"),
    ("brief --extract", "ExtractAnswer"),
    ("compare", "CompareAnswer"),
    ("overlay", "OverlayAnswer"),
    ("merge", "MergeAnswer"),
    ("sweep", "SweepAnswer"),
    ("text", "TextAnswer"),
    ("text diff", "TextDiffAnswer"),
    ("text marked", "MarksAnswer"),
    ("settle", "SettleAnswer"),
    ("tournament", "TournamentAnswer"),
    ("check", "CheckAnswer"),
];

fn add<T: JsonSchema>(generator: &mut SchemaGenerator) {
    generator.subschema_for::<T>();
}

/// The definitions of all types, by name.
pub(crate) fn definitions() -> Map<String, Value> {
    // As serde writes them: a key that is always written is required.
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    add::<BriefAnswer>(&mut generator);
    add::<CheckAnswer>(&mut generator);
    add::<CompareAnswer>(&mut generator);
    add::<DealsAnswer>(&mut generator);
    add::<DurabilityAnswer>(&mut generator);
    add::<FindingsAnswer>(&mut generator);
    add::<CollectiveAnswer>(&mut generator);
    add::<ExchangeAnswer>(&mut generator);
    add::<ExtractAnswer>(&mut generator);
    add::<MergeAnswer>(&mut generator);
    add::<OutlookAnswer>(&mut generator);
    add::<OverlayAnswer>(&mut generator);
    add::<SettleAnswer>(&mut generator);
    add::<StabilityAnswer>(&mut generator);
    add::<SweepAnswer>(&mut generator);
    add::<MarksAnswer>(&mut generator);
    add::<TextAnswer>(&mut generator);
    add::<TextDiffAnswer>(&mut generator);
    add::<TournamentAnswer>(&mut generator);
    add::<WatchAnswer>(&mut generator);
    let mut definitions = generator.take_definitions(true);
    definitions.sort_keys();
    definitions
}

#[test]
fn the_schema_is_in_step() {
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Answers of detente",
        "description": format!("What a verb of `detente` prints with `--json`. {}", CONVENTIONS.join(" ")),
        "anyOf": ANSWERS.iter().map(|(_, name)| of(name)).collect::<Vec<_>>(),
        "$defs": definitions(),
    });
    in_step("schema/answers.schema.json", &format!("{}\n", serde_json::to_string_pretty(&schema).unwrap()));
}

/// Nobody can use a key that nobody explains.
#[test]
fn every_type_and_every_key_is_explained() {
    let mut unexplained = Vec::new();
    for (name, definition) in &definitions() {
        if definition["description"].as_str().is_none_or(str::is_empty) {
            unexplained.push(name.clone());
        }
        let variants = ["oneOf", "anyOf"].into_iter().filter_map(|key| definition[key].as_array()).flatten();
        for part in variants.chain([definition]) {
            for (key, property) in part["properties"].as_object().into_iter().flatten() {
                let is_tag = property.get("const").is_some();
                if !is_tag && property["description"].as_str().is_none_or(str::is_empty) {
                    unexplained.push(format!("{name}.{key}"));
                }
            }
        }
    }
    assert!(unexplained.is_empty(), "{unexplained:?}");
}
