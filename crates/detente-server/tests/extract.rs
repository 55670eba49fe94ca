//! The extract for one reader.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use detente_docx::Document;
use serde_json::{Value, json};
use served::Served;

fn asked(more: &Value) -> Value {
    let mut asked = json!({ "text": detente_case::template(), "sources": true, "notes": true, "draws": 300 });
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    asked
}

fn told<'a>(events: &'a [(String, Value)], name: &str) -> &'a Value {
    &events.iter().find(|(this, _)| this == name).unwrap_or_else(|| panic!("no {name}: {events:?}")).1
}

#[test]
fn an_extract_leaves_out_whom_it_is_told_to_and_accounts_for_it() {
    let served = Served::template();
    let case = detente_case::parse("case.toml", detente_case::template()).unwrap().case;
    let party = &case.parties[1];
    let whole = served.post("/api/extract", &asked(&json!({}))).events();
    let offered = told(&whole, "offered");
    assert_eq!(whole[0].0, "offered");
    assert_eq!(offered["sections"][0]["id"], json!("headline"));
    let ids: Vec<&str> = offered["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["id"].as_str().unwrap())
        .collect();
    let once: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(once.len(), ids.len(), "a section is offered twice: {ids:?}");
    assert_eq!(offered["parties"].as_array().unwrap().len(), case.parties.len());
    assert_eq!(offered["parties"][1], json!({ "id": party.id, "name": party.name }));
    assert!(told(&whole, "extract")["html"].as_str().unwrap().contains(&party.name));
    assert_eq!(whole.last().unwrap().0, "done");

    let without = served.post("/api/extract", &asked(&json!({ "without_parties": [party.id] }))).events();
    let order: Vec<&str> =
        without.iter().map(|(name, _)| name.as_str()).filter(|name| *name != "judging").collect();
    assert_eq!(order, ["offered", "preview", "extract", "done"]);
    let made = told(&without, "extract");
    assert_eq!(made["account"]["without_parties"], json!([party.id]));
    let body = |told: &Value| {
        let html = told["html"].as_str().unwrap();
        html[html.find("</header>").unwrap()..].to_owned()
    };
    for shown in [made, told(&without, "preview")] {
        assert!(!body(shown).contains(&party.name), "the extract tells of {}", party.name);
    }
    assert!(made["account"]["left_out"].as_u64().unwrap() > 0);
    // How far the judging is, is the share of what there is to judge, and comes to its end.
    let judging: Vec<(u64, u64)> = without
        .iter()
        .filter(|(name, _)| name == "judging")
        .map(|(_, told)| (told["done"].as_u64().unwrap(), told["of"].as_u64().unwrap()))
        .collect();
    let of = judging[0].1;
    assert!(judging.iter().all(|(done, all)| *all == of && *done <= of) && judging[0].0 == 0, "{judging:?}");
    // What nothing is left of is said beforehand, with whom it needs.
    let offered = told(&without, "offered")["sections"].as_array().unwrap();
    let lost: Vec<&Value> = offered.iter().filter(|section| section["why_not"] == json!("parties")).collect();
    assert!(!lost.is_empty(), "{offered:?}");
    for section in lost {
        assert_eq!(section["needs"], json!([party.id]), "{section}");
        let id = section["id"].as_str().unwrap();
        assert!(!made["html"].as_str().unwrap().contains(&format!("<section id=\"{id}\"")), "{id}");
    }
    assert!(
        told(&whole, "offered")["sections"]
            .as_array()
            .unwrap()
            .iter()
            .all(|s| s["why_not"] != json!("parties"))
    );
    // The account stands beside the extract, never in it.
    let given = made["account"]["gives_away"].as_array().unwrap();
    assert!(!given.is_empty());
    for given in given {
        assert!(!made["html"].as_str().unwrap().contains(given["sentence"].as_str().unwrap()));
    }
}

#[test]
fn a_choice_of_what_is_not_there_is_refused_with_what_is() {
    let served = Served::template();
    let events = served.post("/api/extract", &asked(&json!({ "sections": ["headlin"] }))).events();
    let refused = told(&events, "failed")["message"].as_str().unwrap();
    assert!(refused.contains("did you mean `headline`?"), "{refused}");
    let events = served.post("/api/extract", &asked(&json!({ "without_parties": ["nobody"] }))).events();
    assert!(told(&events, "failed")["message"].as_str().unwrap().contains("no party `nobody`"));
    let faulty = served.post("/api/extract", &json!({ "text": "case = 1", "sources": true, "notes": true }));
    assert_eq!((faulty.status, &faulty.json()["code"]), (422, &json!("faulty")));
    assert_eq!(served.post("/api/extract", &json!({ "text": "" })).status, 400);
}

/// Whoever goes while it is judged ends the judging, and the sitting stays: the next extract of the same text is made of what it has.
#[test]
fn a_judging_that_nobody_waits_for_is_ended_by_itself() {
    use std::io::{Read, Write};

    let served = Served::template();
    let body = asked(&json!({ "draws": 5_000 })).to_string();
    let mut stream = served.connect();
    stream.write_all(&served::request("POST", "/api/extract", &served.ours(), body.as_bytes())).unwrap();
    let mut heard = Vec::new();
    while !String::from_utf8_lossy(&heard).contains("event: judging") {
        let mut some = [0; 4096];
        let read = stream.read(&mut some).unwrap();
        assert!(read > 0, "it ended before it was judged");
        heard.extend_from_slice(&some[..read]);
    }
    drop(stream);
    let events = served.post("/api/extract", &asked(&json!({ "draws": 5_000 }))).events();
    assert_eq!(events.last().unwrap().0, "done");
}

#[test]
fn an_extract_that_nobody_waits_for_is_given_up() {
    use std::io::{Read, Write};

    let served = Served::template();
    let body = asked(&json!({ "draws": 200_000 })).to_string();
    let mut stream = served.connect();
    stream.write_all(&served::request("POST", "/api/extract", &served.ours(), body.as_bytes())).unwrap();
    // The head has come: it is being computed.
    stream.read_exact(&mut [0; 16]).unwrap();
    drop(stream);
    // Four such would fill every place in which something is computed; another answer comes all the same.
    let events = served.post("/api/extract", &asked(&json!({ "draws": 50 }))).events();
    assert_eq!(events.last().unwrap().0, "done");
}

#[test]
fn what_is_handed_over_can_be_had_as_a_document() {
    let served = Served::template();
    let case = detente_case::parse("case.toml", detente_case::template()).unwrap().case;
    let party = &case.parties[1];
    let words = |asked: Value| {
        let made = served.post("/api/document", &asked).json();
        let bytes = STANDARD.decode(made["base64"].as_str().unwrap()).unwrap();
        let document = Document::from_bytes(&bytes).unwrap();
        format!("{:?}", document.blocks)
    };
    let text = detente_case::template();
    let brief = words(json!({ "text": text, "draws": 300 }));
    let whole = words(json!({ "text": text, "draws": 300, "annex": true }));
    assert!(brief.contains(&party.name) && !brief.contains("\"Annex\"") && whole.contains("\"Annex\""));
    let chosen =
        json!({ "without_parties": [party.id], "sources": true, "notes": true, "sections": ["leading"] });
    let extract = words(json!({ "text": text, "draws": 300, "extract": chosen }));
    assert!(extract.contains("This is an extract for one reader"));
    // The title and the summary are told to whoever gets an extract; nothing of the party is.
    assert!(!extract.contains(&format!("\u{a0}{}", party.name)), "{extract}");
}
