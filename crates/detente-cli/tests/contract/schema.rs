//! Everything that is printed as JSON is as the schema says, and has no key that it does not know.

use std::fs;

use serde_json::{Value, json};

use crate::{commands, detente, printed, root};

/// The schema of one answer, with every key forbidden that it does not name: more keys may come, but not without being documented.
fn strict(answer: &str) -> jsonschema::Validator {
    let schema = detente(&["schema", "--answers"]);
    assert!(schema.status.success());
    let mut schema: Value = serde_json::from_slice(&schema.stdout).unwrap();
    close(&mut schema["$defs"]);
    let of_answer = json!({ "$ref": format!("#/$defs/{answer}"), "$defs": schema["$defs"] });
    jsonschema::validator_for(&of_answer).unwrap()
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.values_mut().for_each(close);
            let names_keys =
                object.get("properties").is_some_and(Value::is_object) && object.contains_key("type");
            if names_keys {
                object.insert("additionalProperties".to_owned(), false.into());
            }
        }
        Value::Array(all) => all.iter_mut().for_each(close),
        _ => {}
    }
}

fn faults(validator: &jsonschema::Validator, answer: &Value) -> Vec<String> {
    validator.iter_errors(answer).map(|fault| format!("{}: {fault:.200}", fault.instance_path())).collect()
}

#[test]
fn every_answer_is_as_the_schema_says() {
    let mut wrong = Vec::new();
    for (verb, answer) in [
        ("brief", "BriefAnswer"),
        ("deals", "DealsAnswer"),
        ("exchange", "ExchangeAnswer"),
        ("durability", "DurabilityAnswer"),
        ("stability", "StabilityAnswer"),
        ("outlook", "OutlookAnswer"),
    ] {
        let validator = strict(answer);
        let of_verb: Vec<_> = commands().into_iter().filter(|(_, said)| said[0] == verb).collect();
        assert!(!of_verb.is_empty(), "no record of {verb}");
        for (name, arguments) in of_verb {
            let answer: Value = serde_json::from_str(&printed(&arguments)).unwrap();
            wrong.extend(faults(&validator, &answer).into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_somebody_asks_of_a_case_is_as_the_schema_says() {
    let set = ["--set", "positions.israel.no_deal=[0.1, 0.3]", "--draws", "50", "--json"];
    let over = ["--over", "positions.israel.no_deal=0.1,0.5,much", "--draws", "50", "--json"];
    let ways = ["--strategies", "boulware,random", "--rounds", "5", "--timed", "--json"];
    let package = ["--package", "truce=135", "--draws", "50", "--json"];
    let asked: [(&str, &str, &[&str]); 8] = [
        ("compare", "CompareAnswer", &set),
        ("sweep", "SweepAnswer", &over[..]),
        ("tournament", "TournamentAnswer", &ways[..]),
        ("text", "TextAnswer", &["--draws", "50", "--json"]),
        ("text", "TextAnswer", &package),
        ("deals", "DealsAnswer", &package),
        ("brief", "BriefAnswer", &package),
        ("brief", "BriefAnswer", &set),
    ];
    for (verb, answer, more) in asked {
        let said: Vec<&str> = [verb, "cases/cairo-2024"].into_iter().chain(more.iter().copied()).collect();
        let output = detente(&said);
        assert!(output.status.success(), "{said:?}: {}", String::from_utf8_lossy(&output.stderr));
        let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(faults(&strict(answer), &printed), [""; 0], "{said:?}");
    }
}

#[test]
fn what_several_hands_make_is_as_the_schema_says() {
    let (first, second) = ("cases/cairo-2024", "cases/gaza-2023");
    let one = ["overlay", first, first, "--draws", "20", "--pool", "quantiles", "--json"];
    let two = ["merge", first, first, second, "--json"];
    for (answer, said) in [("OverlayAnswer", &one[..]), ("MergeAnswer", &two[..])] {
        let printed: Value = serde_json::from_slice(&detente(said).stdout).unwrap();
        assert_eq!(faults(&strict(answer), &printed), [""; 0], "{said:?}");
    }
}

#[test]
fn the_day_after_is_as_the_schema_says() {
    for day in ["2025-02-28", "2025-03-04", "2025-03-08"] {
        let harbour = "crates/detente-cli/tests/sessions/watch.in/harbour.toml";
        for (verb, answer) in [("watch", "WatchAnswer"), ("brief", "BriefAnswer")] {
            let said = [verb, harbour, "--as-of", day, "--draws", "20", "--json"];
            let printed: Value = serde_json::from_slice(&detente(&said).stdout).unwrap();
            assert_eq!(faults(&strict(answer), &printed), [""; 0], "{said:?}");
        }
    }
}

#[test]
fn two_versions_of_a_text_are_as_the_schema_says() {
    let output = detente(&["text", "diff", "cases/cairo-2024", "1", "3", "--draws", "50", "--json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(faults(&strict("TextDiffAnswer"), &printed), [""; 0]);
}

#[test]
fn check_tells_sound_cases() {
    let output = detente(&["check", "cases", "--json"]);
    assert!(output.status.success());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(faults(&strict("CheckAnswer"), &answer), [""; 0]);
    let cases = answer["cases"].as_array().unwrap();
    assert!(cases.len() >= 6);
    assert!(cases.iter().all(|case| case["errors"] == 0 && case["contents"].is_object()), "{answer}");
}

#[test]
fn check_tells_every_fault_with_its_place() {
    let folder = "crates/detente-cli/tests/sessions/check.in";
    let output = detente(&["check", folder, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(faults(&strict("CheckAnswer"), &answer), [""; 0]);
    let case = answer["cases"].as_array().unwrap().iter().find(|case| case["errors"] == 6).unwrap();
    assert_eq!(case["contents"], Value::Null);
    let text = fs::read_to_string(root().join(case["file"].as_str().unwrap())).unwrap();
    let fault = |code: &str| {
        let faults = case["faults"].as_array().unwrap();
        faults.iter().find(|fault| fault["code"] == format!("detente::{code}")).unwrap()
    };
    let stretch = |span: &Value| &text[place(&span["start"])..place(&span["end"])];
    let word = fault("unknown_word");
    assert_eq!((stretch(&word["span"]), place(&word["span"]["line"])), ("\"principle\"", 11));
    assert_eq!(place(&word["span"]["column"]), 8);
    assert_eq!((&word["severity"], &word["help"]), (&json!("error"), &json!("did you mean `principal`?")));
    let issue = fault("unknown_issue");
    let related = &issue["related"][0];
    assert_eq!((stretch(&related["span"]), place(&related["span"]["line"])), ("wage", 13));
}

/// A figure that makes no sense together with others reads without fault and is refused by an engine.
#[test]
fn check_tells_what_the_engines_refuse() {
    let output = detente(&["check", "crates/detente-cli/tests/contract/refused.toml", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(faults(&strict("CheckAnswer"), &answer), [""; 0]);
    let case = &answer["cases"][0];
    assert_eq!((&case["errors"], &case["contents"]), (&json!(0), &Value::Null));
    let refusal = &case["refusals"][0];
    assert!(refusal["message"].as_str().unwrap().starts_with("`[exchange]`"), "{answer}");
    assert_eq!(refusal["line"], 13);
}

fn place(number: &Value) -> usize {
    usize::try_from(number.as_u64().unwrap()).unwrap()
}
