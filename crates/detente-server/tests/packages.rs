//! Putting a package together.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use detente_brief::answers::{OptionValue, PackageJudged};
use detente_brief::{Options, Sitting};
use serde_json::{Value, json};
use served::{Served, as_read};

fn named<'a>(events: &'a [(String, Value)], name: &str) -> Vec<&'a Value> {
    events.iter().filter(|(this, _)| this == name).map(|(_, data)| data).collect()
}

fn map_of(served: &Served, text: &str) -> Value {
    served.post("/api/packages/map", &json!({ "text": text, "draws": 200 })).json()
}

/// A package as it is asked for.
fn text_of(outcome: &Value) -> String {
    let said = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let choices = outcome.as_object().unwrap().iter();
    choices.map(|(issue, option)| format!("{issue}={}", said(option))).collect::<Vec<_>>().join(",")
}

#[test]
fn a_package_is_judged_tested_and_carried_out() {
    let served = Served::template();
    let text = detente_case::template();
    let case = detente_case::parse("case.toml", text).unwrap().case;
    let sitting = Sitting::open(case, Options::drawing(300, 1));
    let answer = served.post("/api/package", &json!({ "text": text, "package": null, "draws": 300 }));
    let events = answer.events();
    assert_eq!(events.last().unwrap().0, "done");
    let told = named(&events, "package");
    assert_eq!(told.iter().map(|told| told["rough"].clone()).collect::<Vec<_>>(), [true, false]);
    // The figures are those of the command line.
    let chosen = sitting.package(None).unwrap();
    let judged = PackageJudged::of(&sitting.judged(&chosen).unwrap());
    assert_eq!(told[1]["judged"], as_read(&judged));
    let found = sitting.tested(&chosen).unwrap();
    assert_eq!(named(&events, "tested").len(), if found.is_some() { 2 } else { 0 });
    if let (Some(standings), Some(all)) = (found, sitting.standings().unwrap()) {
        // Tested alone, a package fares as among the leading ones.
        assert_eq!(standings.tested[0].results, all.tested[0].results);
    }
    let carried: Vec<&str> =
        named(&events, "carried").iter().map(|told| told["of"].as_str().unwrap()).collect();
    let expected = [
        (sitting.case().exchange.is_some(), "exchange"),
        (sitting.case().durability.is_some(), "durability"),
    ];
    let expected: Vec<&str> = expected.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
    assert_eq!(carried, expected);
    for told in named(&events, "carried") {
        assert!(told["html"].as_str().unwrap().contains("<svg"), "{}", told["of"]);
        assert!(!told["sentences"].as_array().unwrap().is_empty());
    }
    // The same by its options, and with one of them alone.
    let whole = text_of(&told[1]["judged"]["outcome"]);
    for package in [whole.as_str(), whole.split(',').next().unwrap(), "A"] {
        let answer = served.post("/api/package", &json!({ "text": text, "package": package, "draws": 300 }));
        let events = answer.events();
        assert_eq!(
            named(&events, "package")[1]["judged"]["outcome"],
            told[1]["judged"]["outcome"],
            "{package}"
        );
    }
}

#[test]
fn what_is_no_package_is_refused_in_a_sentence() {
    let served = Served::template();
    let text = detente_case::template();
    for package in ["nothing=of the kind", "=", "", "Z", "🕊", "A,B"] {
        let answer = served.post("/api/package", &json!({ "text": text, "package": package, "draws": 50 }));
        let events = answer.events();
        assert_eq!(events.last().unwrap().0, "failed", "{package}");
        assert!(!events.last().unwrap().1["message"].as_str().unwrap().is_empty());
    }
    assert_eq!(served.post("/api/package", &json!({ "text": "case = ", "package": null })).status, 422);
    let pair = json!({ "text": text, "pair": ["nobody", "towns"], "draws": 50 });
    assert_eq!(served.post("/api/packages/map", &pair).status, 422);
}

#[test]
fn every_point_of_the_map_is_a_package_with_its_worth() {
    let served = Served::template();
    let text = detente_case::template();
    let map = map_of(&served, text);
    let packages = map["packages"].as_array().unwrap();
    assert!(packages.len() > 3);
    let html = map["html"].as_str().unwrap();
    let mut there = vec![false; packages.len()];
    for (_, rest) in html.match_indices("data-package=\"").map(|(at, found)| (at, &html[at + found.len()..]))
    {
        for number in rest.split('"').next().unwrap().split(' ') {
            there[number.parse::<usize>().unwrap()] = true;
        }
    }
    assert!(there.iter().all(|there| *there), "a package is not in the plot");
    let case = detente_case::parse("case.toml", text).unwrap().case;
    let sitting = Sitting::open(case, Options::drawing(200, 1));
    for package in packages.iter().step_by(7) {
        let chosen = sitting.package(Some(&text_of(&package["outcome"]))).unwrap();
        assert_eq!(as_read(&sitting.worth(&chosen).unwrap()), package["values"]);
    }
    let letters: Vec<&str> = packages.iter().filter_map(|package| package["letter"].as_str()).collect();
    assert!(letters.contains(&"A"));
    assert!(packages.iter().any(|package| package["on_frontier"] == json!(true)));
    // What is on the table, as the case has it.
    for (issue, listed) in sitting.case().issues.iter().zip(map["issues"].as_array().unwrap()) {
        let options: Vec<OptionValue> = issue.options.iter().map(OptionValue::from).collect();
        assert_eq!(listed["options"], as_read(&options));
    }
    // A package that must be there is there once.
    let also = text_of(&packages[0]["outcome"]);
    let with = served.post("/api/packages/map", &json!({ "text": text, "draws": 200, "also": also })).json();
    assert_eq!(with["packages"].as_array().unwrap().len(), packages.len());
}

#[test]
fn a_number_between_the_stops_is_a_package_too() {
    let place = Served::template();
    let text = concat!(
        "case = 1\ntitle = \"t\"\nas_of = 2024-01-01\n",
        "[parties.a]\nname = \"A\"\nrole = \"principal\"\n[parties.b]\nname = \"B\"\nrole = \"principal\"\n",
        "[issues.sum]\nname = \"Sum\"\nrange = { from = 0, to = 10 }\n",
        "[positions.a]\nno_deal = 0.2\n[positions.a.sum]\nideal = 10\nworst = 0\n",
        "[positions.b]\nno_deal = 0.2\n[positions.b.sum]\nideal = 0\nworst = 10\n",
    );
    let answer = place.post("/api/package", &json!({ "text": text, "package": "sum=4.5", "draws": 120 }));
    let events = answer.events();
    assert_eq!(events.last().unwrap().0, "done", "{answer:?}");
    assert_eq!(named(&events, "package")[1]["judged"]["outcome"]["sum"], json!(4.5));
    let map =
        place.post("/api/packages/map", &json!({ "text": text, "also": "sum=4.5", "draws": 120 })).json();
    let also = map["packages"].as_array().unwrap().last().unwrap();
    assert_eq!((&also["outcome"]["sum"], &also["values"]), (&json!(4.5), &json!([0.45, 0.55])));
    assert_eq!(map["issues"][0]["continuous"], json!(true));
}

#[test]
fn packages_are_kept_by_name_in_a_file_of_the_folder() {
    let served = Served::template();
    let keep = |asked: Value| served.post("/api/packages/keep", &asked);
    let kept = || {
        let ours = served.ours();
        served.ask("GET", "/api/packages/kept", &ours, b"").json()["packages"].clone()
    };
    assert_eq!(kept(), json!([]));
    assert_eq!(keep(json!({ "do": "keep", "name": " First ", "package": "A" })).status, 200);
    assert_eq!(keep(json!({ "do": "keep", "name": "Second", "package": "B" })).status, 200);
    assert_eq!(keep(json!({ "do": "keep", "name": "First", "package": "B" })).status, 422);
    assert_eq!(keep(json!({ "do": "keep", "name": "", "package": "B" })).status, 422);
    assert_eq!(keep(json!({ "do": "keep", "name": "a\nb", "package": "B" })).status, 422);
    assert_eq!(keep(json!({ "do": "rename", "name": "First", "to": "Second" })).status, 422);
    assert_eq!(keep(json!({ "do": "rename", "name": "First", "to": "الأولى" })).status, 200);
    assert_eq!(keep(json!({ "do": "drop", "name": "First" })).status, 404);
    assert_eq!(keep(json!({ "do": "burn", "name": "First" })).status, 400);
    assert_eq!(keep(json!({ "do": "drop", "name": "Second" })).status, 200);
    let expected = json!([{ "name": "الأولى", "package": "A" }]);
    assert_eq!(kept(), expected);
    let file = served.path().join("packages.json");
    let on_disk: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(on_disk["packages"], expected);
    // A file that somebody broke is told of, and not written over.
    std::fs::write(&file, "{ broken").unwrap();
    assert_eq!(keep(json!({ "do": "keep", "name": "Third", "package": "C" })).status, 422);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "{ broken");
    assert!(kept().is_null());
}

#[test]
fn of_three_principals_any_two_are_the_axes() {
    let served = Served::template();
    let mut text = String::from("case = 1\ntitle = \"t\"\nas_of = 2024-01-01\n");
    for id in ["a", "b", "c"] {
        text.push_str(&format!("[parties.{id}]\nname = \"{id}\"\nrole = \"principal\"\n"));
    }
    text.push_str("[issues.one]\nname = \"One\"\noptions = [1, 2, 3]\n[issues.two]\nname = \"Two\"\noptions = [1, 2, 3]\n");
    for (id, one, two) in [("a", 1, 3), ("b", 3, 1), ("c", 3, 3)] {
        text.push_str(&format!(
            "[positions.{id}]\nno_deal = 0.1\nimportance = [\"one\", \"two\"]\n[positions.{id}.one]\nideal = {one}\nworst = {}\n\
             [positions.{id}.two]\nideal = {two}\nworst = {}\n",
            4 - one,
            4 - two
        ));
    }
    let ask = |pair: Value| {
        served.post("/api/packages/map", &json!({ "text": text, "pair": pair, "draws": 50 })).json()
    };
    let first = ask(Value::Null);
    assert_eq!(first["pair"], json!(["a", "b"]), "{first}");
    let other = ask(json!(["c", "a"]));
    assert_eq!(other["pair"], json!(["c", "a"]));
    assert_eq!(other["packages"], first["packages"]);
    assert_eq!(first["packages"][0]["values"].as_array().unwrap().len(), 3);
    assert_ne!(other["html"], first["html"]);
    // The same principal twice makes no plot.
    assert_eq!(ask(json!(["a", "a"]))["html"], json!(""));
}
