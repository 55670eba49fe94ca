//! The day after, as our own page asks for it: what was promised and what became of it, day by day, with nothing of a later day.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use detente_brief::answers::WatchAnswer;
use detente_brief::{Options, Sitting};
use serde_json::{Value, json};
use served::{Served, as_read};

const TRUCE: &str = r#"
case = 1
title = "Truce on the river"
as_of = 2025-03-07
parties = { upland = { name = "Upland", role = "principal" }, lowland = { name = "Lowland", role = "principal" } }
[exchange]
begins = 2025-03-03
pledge_days = 10
guarantee = {}
war_gain_per_day = { upland = [0.2, 0.6] }
calm_value_per_day = { lowland = [0.2, 0.6] }
day_after = { upland = [0, 10], lowland = [0, 10] }
[[exchange.lots]]
name = "people held"
from = "lowland"
count = 8
worth = { upland = [4, 6], lowland = [1, 2] }
[[exchange.lots]]
name = "prisoners"
from = "upland"
count = 24
worth = { lowland = [1.5, 2], upland = [0.3, 0.6] }
[[exchange.schedule]]
name = "two days"
steps = [
  { day = 0, give = { "people held" = 4, "prisoners" = 12 } },
  { day = 6, give = { "people held" = 4, "prisoners" = 12 } },
]
[[commitments]]
id = "home-1"
agreed = 2025-03-01
step = 1
lot = "people held"
[[commitments]]
id = "home-2"
agreed = 2025-03-01
step = 2
lot = "people held"
[[commitments]]
id = "bridge"
agreed = 2025-03-05
by = "upland"
what = "the bridge is open"
due = 2025-03-06
"#;

const TOLD: &str = r#"
[[claims]]
id = "bridge-shut"
commitment = "bridge"
says = "denied"
said = 2025-03-06
reported = 2025-03-07
by = "The council"
party = "lowland"
[[claims]]
id = "home"
commitment = "home-1"
says = "done"
said = 2025-03-03
by = "The monitors"
[[claims]]
id = "not-yet"
commitment = "bridge"
says = "done"
said = 2025-03-06
draft = true
"#;

fn asked(served: &Served, text: &str, as_of: Option<&str>) -> Vec<Value> {
    let mut asked = json!({ "text": text, "draws": 200 });
    if let Some(day) = as_of {
        asked["as_of"] = json!(day);
    }
    let events = served.post("/api/day-after", &asked).events();
    assert_eq!(events.last().unwrap().0, "done", "{events:?}");
    events.into_iter().filter(|(name, _)| name == "found").map(|(_, found)| found).collect()
}

#[test]
fn the_day_after_is_the_watch_with_the_reports_by_day() {
    let text = format!("{TRUCE}{TOLD}");
    let served = Served::with(&text);
    let found = asked(&served, &text, None);
    assert_eq!(found.iter().map(|one| &one["rough"]).collect::<Vec<_>>(), [&json!(true), &json!(false)]);
    let found = &found[1];
    let case = detente_case::parse("case.toml", &text).unwrap().case;
    let sitting = Sitting::open(case, Options::drawing(200, 1));
    let watch = sitting.watch(&sitting.package(None).unwrap(), None).unwrap().unwrap();
    assert_eq!(found["answer"], as_read(&WatchAnswer::of(&watch)));
    assert_eq!(
        (&found["days"]["first"], &found["days"]["last"]),
        (&json!("2025-03-01"), &json!("2025-03-07"))
    );
    assert_eq!(found["days"]["parties"][1], json!({ "id": "lowland", "name": "Lowland" }));
    // A draft says nothing yet; the others come by the day of which they speak.
    let reports = found["reports"].as_array().unwrap();
    let of = |key: &str| reports.iter().map(|report| report[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("path"), ["claims.home", "claims.bridge-shut"]);
    assert_eq!(of("day"), ["2025-03-03", "2025-03-06"]);
    assert_eq!(of("told"), ["2025-03-03", "2025-03-07"]);
    assert_eq!(of("says"), ["done", "denied"]);
    assert_eq!(of("party"), [Value::Null, json!("lowland")]);
}

#[test]
fn an_earlier_day_knows_of_nothing_that_came_later() {
    let text = format!("{TRUCE}{TOLD}");
    let served = Served::with(&text);
    let on = |day: &str, text: &str| asked(&served, text, Some(day)).pop().unwrap();
    // What somebody writes about a later day changes no earlier one.
    let sixth = on("2025-03-06", &text);
    assert_eq!(sixth["reports"].as_array().unwrap().len(), 1);
    assert_eq!(sixth["answer"]["watch"]["commitments"][2]["status"], "not_reported");
    let without = format!("{TRUCE}{}", &TOLD[TOLD.find("[[claims]]\nid = \"home\"").unwrap()..]);
    assert_eq!(on("2025-03-06", &without)["answer"]["watch"], sixth["answer"]["watch"]);
    assert_ne!(on("2025-03-07", &without)["answer"]["watch"], on("2025-03-07", &text)["answer"]["watch"]);
    assert_eq!(on("2025-03-04", &text)["answer"]["watch"]["commitments"].as_array().unwrap().len(), 2);
    // Before anything was promised there is no watch, and the days stay those of the case.
    let before = on("2025-02-20", &text);
    assert_eq!((&before["answer"], &before["days"]["promised"]), (&Value::Null, &json!(3)));
    assert_eq!(before["days"], sixth["days"]);
}

#[test]
fn a_case_in_which_nothing_was_promised_says_so_and_one_with_faults_is_refused() {
    let served = Served::template();
    let found = asked(&served, detente_case::template(), None).pop().unwrap();
    assert_eq!((&found["answer"], &found["days"]["first"]), (&Value::Null, &Value::Null));
    assert_eq!(found["days"]["promised"], 0);
    let refused = served.post("/api/day-after", &json!({ "text": "case = " }));
    assert_eq!((refused.status, &refused.json()["code"]), (422, &json!("faulty")));
    let refused = served.post("/api/day-after", &json!({ "text": TRUCE, "as_of": "30 February" }));
    assert_eq!(refused.status, 422);
    // The first words of a look tell whether there is a day after.
    let told = |text: &str| {
        let look = served.post("/api/look", &json!({ "text": text, "draws": 50 }));
        look.events()[0].1["day_after"].clone()
    };
    assert_eq!((told(TRUCE), told(detente_case::template())), (json!(true), json!(false)));
    let begun = &TRUCE[..TRUCE.find("[[commitments]]").unwrap()];
    assert_eq!(told(begun), json!(true));
    assert_eq!(told(&begun.replace("begins = 2025-03-03", "begins = 2025-03-08")), json!(false));
}

#[test]
fn a_report_is_an_edit_of_the_text_also_where_it_is_the_first() {
    let served = Served::with(TRUCE);
    let claim = r#"{ id = "bridge-8", commitment = "bridge", says = "late", said = 2025-03-08, reported = 2025-03-08 }"#;
    let edits = json!([
        { "do": "set", "path": "as_of", "value": "2025-03-08" },
        { "do": "insert", "path": "claims[]", "value": claim },
    ]);
    let edited = served.post("/api/edits", &json!({ "text": TRUCE, "edits": edits })).json();
    let text = edited["text"].as_str().unwrap();
    assert!(text.contains("[[claims]]"), "{text}");
    let found = asked(&served, text, None).pop().unwrap();
    assert_eq!(found["answer"]["watch"]["commitments"][2]["status"], "late");
    assert_eq!(found["days"]["last"], "2025-03-08");
}
