//! A case in several files in the workbench: read whole, with faults named by their file; a change that belongs elsewhere is refused.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use serde_json::{Value, json};
use served::Served;

const FIRST: &str = r#"case = 1
title = "Harbour dues"
as_of = 2025-03-01
include = ["union.toml"]

[parties.port]
name = "Port authority"
role = "principal"
[parties.union]
name = "Dockers' union"
role = "principal"

[issues.pay]
name = "Rise in pay"
options = [2, 4, 6]

[positions.port]
no_deal = 0.4
pay = { ideal = 2, worst = 6 }

[propositions.busy]
text = "The port will be busy"
prior = 0.5
"#;

const UNION: &str = "[positions.union]\nno_deal = 0.3\npay = { ideal = 6, worst = 2 }\n";

fn served(sheet: Option<&str>) -> Served {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("case.toml"), FIRST).unwrap();
    if let Some(sheet) = sheet {
        std::fs::write(place.path().join("union.toml"), sheet).unwrap();
    }
    Served::of(place)
}

fn checked(served: &Served) -> Value {
    let answer = served.post("/api/look", &json!({ "text": FIRST, "draws": 20 }));
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.events().into_iter().find(|(name, _)| name == "checked").unwrap().1
}

#[test]
fn the_whole_case_is_read_and_only_the_open_file_is_changed() {
    let served = served(Some(UNION));
    let told = checked(&served);
    assert_eq!((&told["sound"], &told["faults"]), (&json!(true), &json!([])));
    let edits = |path: &str| {
        let edit = json!([{ "do": "set", "path": path, "value": "0.5" }]);
        served.post("/api/edits", &json!({ "text": FIRST, "edits": edit }))
    };
    let here = edits("positions.port.no_deal");
    assert_eq!(here.status, 200, "{}", here.body);
    assert_eq!(here.json()["text"], FIRST.replace("no_deal = 0.4", "no_deal = 0.5"));
    let elsewhere = edits("positions.union.no_deal");
    assert_eq!(elsewhere.status, 422);
    assert!(elsewhere.json()["message"].as_str().unwrap().contains("`union.toml`"), "{}", elsewhere.body);
    assert_eq!(std::fs::read_to_string(served.path().join("union.toml")).unwrap(), UNION);
}

#[test]
fn what_is_struck_in_another_file_is_looked_at_and_not_taken_over() {
    let sheet = format!(
        "{UNION}\n[sources.whisper]\ntitle = \"Said at home\"\n[[claims]]\nid = \"threat\"\nsource = \"whisper\"\non = \"busy\"\n\
         stance = \"against\"\nstrength = \"strong\"\ngrade = \"A1\"\n"
    );
    let served = served(Some(&sheet));
    let strike = |kind: &str, id: &str| {
        let struck = json!([{ "kind": kind, "id": id }]);
        let asked = json!({ "text": FIRST, "struck": struck, "compare": true, "draws": 50 });
        let answer = served.post("/api/strike", &asked);
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json()
    };
    for told in [strike("claim", "threat"), strike("source", "whisper")] {
        assert_eq!((&told["elsewhere"], &told["claims"]), (&json!(["union.toml"]), &json!(["threat"])));
        assert_eq!((&told["text"], &told["changes"]), (&json!(FIRST), &json!([])));
        // What it does is worked out over all files.
        let figures = told["compared"]["figures"].as_array().unwrap();
        let busy = figures.iter().find(|figure| figure["figure"] == "propositions.busy").unwrap();
        assert!(busy["before"].as_f64() < busy["after"].as_f64(), "{busy}");
    }
    assert_eq!(std::fs::read_to_string(served.path().join("union.toml")).unwrap(), sheet);
}

#[test]
fn a_variant_reads_the_same_files_here_and_at_the_command_line() {
    let served = served(Some(UNION));
    let variant = FIRST.replace("no_deal = 0.4", "no_deal = 0.5");
    let saved = json!({ "file": "variants/patient.toml", "text": variant, "stamp": null });
    assert_eq!(served.post("/api/save", &saved).status, 200);
    let here = detente_case::read(&served.path().join("variants/patient.toml")).unwrap();
    assert_eq!((here.case.sheets.as_slice(), &here.case.absent), (&["union.toml".to_owned()][..], &None));
    assert!(here.case.numbers.at_path("positions.union.no_deal").is_some());
}

#[test]
fn a_fault_elsewhere_is_told_with_its_file_and_a_file_that_is_absent_too() {
    let told = checked(&served(Some(&UNION.replace("0.3", "1.3"))));
    assert_eq!(told["sound"], json!(false));
    let fault = &told["faults"][0];
    assert!(fault["message"].as_str().unwrap().starts_with("in `union.toml`, line 2:"), "{fault}");
    assert_eq!(fault["at"], Value::Null);
    let told = checked(&served(None));
    assert_eq!(told["sound"], json!(true));
    assert_eq!(told["faults"][0]["code"], "detente::left_at_home");
}

/// The events of one kind in a look at the first file.
fn heads(served: &Served) -> Vec<Value> {
    let answer = served.post("/api/look", &json!({ "text": FIRST, "draws": 20, "sections": true }));
    answer.events().into_iter().filter(|(name, _)| name == "head").map(|(_, head)| head).collect()
}

#[test]
fn the_head_says_what_is_not_here() {
    let told = heads(&served(None));
    let without = told.last().unwrap()["without"].as_str().unwrap();
    assert!(without.contains("`union.toml`") && without.contains("no answer to"), "{without}");
    let whole = heads(&served(Some(UNION)));
    assert!(!whole.is_empty() && whole.iter().all(|head| head["without"] == Value::Null));
}

#[test]
fn each_figure_of_the_headline_stands_where_it_is_said_to() {
    let told = heads(&served(Some(UNION)));
    let sentences = told.last().unwrap()["headline"].as_array().unwrap();
    let mut names = Vec::new();
    for sentence in sentences {
        let units: Vec<u16> = sentence["text"].as_str().unwrap().encode_utf16().collect();
        for figure in sentence["figures"].as_array().unwrap() {
            let at = |key: &str| usize::try_from(figure["at"][key].as_u64().unwrap()).unwrap();
            let said = String::from_utf16(&units[at("from")..at("to")]).unwrap();
            assert!(!said.is_empty() && said.trim() == said, "{said:?}");
            assert!(!figure["sections"].as_array().unwrap().is_empty());
            names.push(figure["id"].as_str().unwrap().to_owned());
        }
    }
    assert!(names.contains(&"zone_count".to_owned()) && names.contains(&"zone".to_owned()), "{names:?}");
    assert!(names.contains(&"packages.A".to_owned()), "{names:?}");
}
