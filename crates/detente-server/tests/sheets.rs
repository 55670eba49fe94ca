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
