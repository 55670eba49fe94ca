//! What our own page is told.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use served::Served;

#[test]
fn a_look_is_told_rough_and_then_exact() {
    let served = Served::template();
    let text = detente_case::template();
    let answer = served.post(
        "/api/look",
        &json!({ "text": text, "sections": true, "want": ["deals", "brief"], "draws": 300 }),
    );
    let events = answer.events();
    assert_eq!(events[0].0, "checked");
    assert_eq!(events[0].1["sound"], json!(true));
    assert_eq!(events.last().unwrap().0, "done");
    assert_eq!(events.last().unwrap().1["draws"], json!(300));
    let of = |name: &str, rough: bool| -> Vec<&Value> {
        events
            .iter()
            .filter(|(this, data)| this == name && data["rough"] == json!(rough))
            .map(|(_, data)| data)
            .collect()
    };
    let ids = |rough: bool| -> BTreeSet<&str> {
        of("section", rough).iter().filter_map(|section| section["id"].as_str()).collect()
    };
    assert_eq!(ids(true), ids(false));
    // The headline and the deal space come before anything else, and what is exact is not made rough again.
    let told: Vec<(&str, Option<&str>)> =
        events.iter().map(|(name, data)| (name.as_str(), data["id"].as_str())).collect();
    assert_eq!(
        told[..4],
        [("checked", None), ("head", None), ("section", Some("map")), ("section", Some("space"))]
    );
    for (name, id) in &told {
        let same = events.iter().filter(|(this, data)| this == name && data["id"].as_str() == *id);
        let rough: Vec<bool> = same.filter_map(|(_, data)| data["rough"].as_bool()).collect();
        assert!(*name == "answer" || rough.is_sorted_by(|a, b| a >= b), "{name} {id:?}: {rough:?}");
    }
    assert!(of("section", true).iter().all(|section| section["draws"] == json!(100)));
    assert_eq!(of("answer", false).len(), 2);
    // The figures are those of the command line.
    let case = detente_case::parse("case.toml", text).unwrap().case;
    let sitting = detente_brief::Sitting::open(case, detente_brief::Options::drawing(300, 1));
    let deals = detente_brief::answers::DealsAnswer::of(&sitting.deals().unwrap(), None);
    let told =
        format!("{{\"of\":\"deals\",\"answer\":{},\"rough\":false}}", serde_json::to_string(&deals).unwrap());
    assert!(answer.body.contains(&told), "the deal space is another");
}

#[test]
fn a_text_with_faults_is_told_them_in_the_units_of_the_browser() {
    let served = Served::template();
    let text = detente_case::template()
        .replacen("title = \"", "title = \"🕊 ", 1)
        .replace("of = \"delta\"", "of = \"detla\"");
    let answer = served.post("/api/look", &json!({ "text": text, "sections": true }));
    let events = answer.events();
    assert_eq!(events.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["checked", "done"]);
    let fault = &events[0].1["faults"][0];
    let at = |key: &str| fault["at"][key].as_u64().unwrap() as usize;
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(String::from_utf16_lossy(&units[at("from")..at("to")]), "\"detla\"");
    assert_eq!(fault["help"], json!("did you mean `delta`?"));
}

#[test]
fn an_edit_is_a_change_of_the_text() {
    let served = Served::template();
    let text = format!("# 🕊\n{}", detente_case::template());
    let edit = |edits: Value| served.post("/api/edits", &json!({ "text": text, "edits": edits }));
    let answer = edit(json!([{ "do": "set", "path": "positions.upland.no_deal", "value": "0.35" }])).json();
    let change = &answer["changes"][0];
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let (from, to) = (change["from"].as_u64().unwrap() as usize, change["to"].as_u64().unwrap() as usize);
    units.splice(from..to, change["insert"].as_str().unwrap().encode_utf16());
    assert_eq!(String::from_utf16_lossy(&units), answer["text"].as_str().unwrap());
    assert!(answer["text"].as_str().unwrap().contains("no_deal = 0.35"));
    let refused = edit(json!([{ "do": "set", "path": "positions.upland.no_dael", "value": "0.35" }]));
    assert_eq!(refused.status, 422);
    assert_eq!(refused.json()["faults"][0]["help"], json!("did you mean `positions.upland.no_deal`?"));
    assert_eq!(edit(json!([{ "do": "remove", "path": "positions.upland.weights" }])).status, 422);
    assert_eq!(edit(json!([{ "do": "set", "path": "title" }])).status, 400);
    assert_eq!(edit(json!([{ "do": "burn", "path": "title" }])).status, 400);
}

#[test]
fn a_draft_is_kept_beside_the_file_and_gone_once_it_is_saved() {
    let served = Served::template();
    let open = || served.post("/api/file", &json!({ "file": "case.toml" })).json();
    let opened = open();
    assert_eq!(opened["text"], json!(detente_case::template()));
    assert_eq!(opened["draft"], Value::Null);
    let text = format!("# mine\n{}", detente_case::template());
    let keep = json!({ "file": "case.toml", "text": text, "stamp": opened["stamp"] });
    assert_eq!(served.post("/api/draft", &keep).status, 200);
    let drafted = open();
    assert_eq!((&drafted["draft"]["text"], &drafted["draft"]["stamp"]), (&json!(text), &opened["stamp"]));
    assert_eq!(std::fs::read_to_string(served.path().join("case.toml")).unwrap(), detente_case::template());
    let saved = served.post("/api/save", &keep).json();
    assert_eq!(std::fs::read_to_string(served.path().join("case.toml")).unwrap(), text);
    let after = open();
    assert_eq!((&after["stamp"], &after["draft"]), (&saved["stamp"], &Value::Null));
    // Somebody else writes meanwhile: nothing is written over.
    std::fs::write(served.path().join("case.toml"), "theirs").unwrap();
    let refused =
        served.post("/api/save", &json!({ "file": "case.toml", "text": "ours", "stamp": saved["stamp"] }));
    assert_eq!((refused.status, &refused.json()["text"]), (409, &json!("theirs")));
    assert_eq!(std::fs::read_to_string(served.path().join("case.toml")).unwrap(), "theirs");
}

#[test]
fn the_ledger_leads_from_figures_to_lines_and_sources_and_back() {
    let served = Served::template();
    let text = detente_case::template();
    let ledger = served.post("/api/ledger", &json!({ "text": text })).json();
    let units: Vec<u16> = text.encode_utf16().collect();
    let lines: Vec<&str> = text.lines().collect();
    let figures = ledger["figures"].as_array().unwrap();
    assert!(!figures.is_empty());
    for figure in figures.iter().filter(|figure| !figure["at"].is_null()) {
        let at = |key: &str| figure["at"][key].as_u64().unwrap() as usize;
        let written = String::from_utf16_lossy(&units[at("from")..at("to")]);
        let line = lines[figure["line"].as_u64().unwrap() as usize - 1];
        assert!(line.contains(written.lines().next().unwrap()), "{figure}");
        for cite in figure["cites"].as_array().unwrap() {
            let source = ledger["sources"]
                .as_array()
                .unwrap()
                .iter()
                .find(|source| source["id"] == cite["source"])
                .unwrap();
            assert!(source["figures"].as_array().unwrap().contains(&figure["path"]));
        }
    }
}
