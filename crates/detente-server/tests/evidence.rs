//! Days, strikes, reports and the drawing of a conflict, as our own page asks for them.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use serde_json::{Value, json};
use served::Served;

const FORTY: &str = include_str!("../../../app/stories/files/forty-states.toml");

/// What the changes of an answer make of a text, counted in UTF-16 code units.
fn changed(text: &str, answer: &Value) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    for change in answer["changes"].as_array().unwrap() {
        let at = |key: &str| usize::try_from(change[key].as_u64().unwrap()).unwrap();
        units.splice(at("from")..at("to"), change["insert"].as_str().unwrap().encode_utf16());
    }
    String::from_utf16(&units).unwrap()
}

#[test]
fn the_days_go_from_the_first_dated_thing_to_the_day_of_the_case() {
    let served = Served::template();
    let days = served.post("/api/days", &json!({ "text": detente_case::template() })).json();
    assert_eq!((&days["first"], &days["last"]), (&json!("2025-05-03"), &json!("2025-05-20")));
    let told: Vec<&str> =
        days["days"].as_array().unwrap().iter().map(|day| day["day"].as_str().unwrap()).collect();
    assert!(told.is_sorted() && told.contains(&"2025-05-12"));
    let nineteenth = days["days"].as_array().unwrap().iter().find(|day| day["day"] == "2025-05-19").unwrap();
    assert_eq!(nineteenth["published"], json!(["gazette"]));
    assert!(nineteenth["reported"].as_array().unwrap().contains(&json!("claims.forecast-may")));
}

#[test]
fn the_outlook_says_which_stretch_of_the_drawing_belongs_to_which_day() {
    let served = Served::template();
    let asked = json!({ "text": detente_case::template(), "draws": 200 });
    let told = served.post("/api/outlook", &asked).json();
    let html = told["html"].as_str().unwrap();
    assert!(html.contains("data-day=\"before\"") && html.contains("data-day=\"2025-05-"), "{html}");
    assert!(!told["answer"]["outlook"]["claims"].as_array().unwrap().is_empty());
    // As of an earlier day there is less.
    let earlier = json!({ "text": detente_case::template(), "draws": 200, "as_of": "2025-05-18" });
    let before = served.post("/api/outlook", &earlier).json();
    let count = |told: &Value| told["answer"]["outlook"]["claims"].as_array().map_or(0, Vec::len);
    assert!(count(&before) < count(&told));
}

#[test]
fn a_strike_tells_what_goes_and_what_moves_and_writes_nothing() {
    let served = Served::template();
    let text = format!("# 🕊\n{}", detente_case::template());
    let asked = json!({
        "text": text, "struck": [{ "kind": "source", "id": "gazette" }], "compare": true, "draws": 200,
    });
    let told = served.post("/api/strike", &asked).json();
    let left = told["text"].as_str().unwrap();
    assert_eq!(changed(&text, &told), left);
    let cites: Vec<&str> =
        left.lines().filter(|line| !line.starts_with('#') && line.contains("gazette")).collect();
    assert_eq!(cites, [""; 0]);
    assert!(detente_case::parse("case", left).is_ok(), "{left}");
    assert!(told["claims"].as_array().unwrap().contains(&json!("forecast-may")));
    let figures = told["compared"]["figures"].as_array().unwrap();
    assert!(figures.iter().any(|figure| figure["before"] != figure["after"]), "{figures:?}");
    // A claim beside its source goes once; putting nothing away changes nothing.
    let twice = json!({
        "text": text,
        "struck": [{ "kind": "claim", "id": "forecast-may" }, { "kind": "source", "id": "gazette" }],
    });
    assert_eq!(served.post("/api/strike", &twice).json()["text"], told["text"]);
    let none = served.post("/api/strike", &json!({ "text": text, "struck": [] })).json();
    assert_eq!((&none["text"], &none["compared"]), (&json!(text), &Value::Null));
    let unknown = json!({ "text": text, "struck": [{ "kind": "source", "id": "gazete" }] });
    let refused = served.post("/api/strike", &unknown);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("gazete"), "{}", refused.body);
    assert_eq!(std::fs::read_to_string(served.path().join("case.toml")).unwrap(), detente_case::template());
}

#[test]
fn a_report_is_marked_where_it_says_something_and_what_is_accepted_goes_to_the_end() {
    let served = Served::template();
    let text = detente_case::template();
    let report =
        "🕊 “We will not wait for the autumn,” the governor of Upland said on Monday. She closed the gate.";
    let source =
        json!({ "id": "wire", "title": "Wire report", "published": "2025-05-20", "reliability": "B" });
    let read =
        served.post("/api/intake", &json!({ "text": text, "report": report, "source": source })).json();
    let drafts = read["drafts"].as_array().unwrap();
    let units: Vec<u16> = report.encode_utf16().collect();
    for draft in drafts {
        let words: Vec<String> = draft["at"]
            .as_array()
            .unwrap()
            .iter()
            .map(|at| {
                let unit = |key: &str| usize::try_from(at[key].as_u64().unwrap()).unwrap();
                String::from_utf16(&units[unit("from")..unit("to")]).unwrap()
            })
            .collect();
        assert_eq!(json!(words.join(" ")), draft["says"]);
        assert!(draft["toml"].as_str().unwrap().contains("draft = true"));
    }
    let said = drafts.iter().find(|draft| draft["sort"] == "statement").unwrap();
    assert_eq!(said["said"], json!("2025-05-19"));
    let claim = said["toml"].as_str().unwrap();
    let take = json!({ "text": text, "source": source, "claims": [claim] });
    let taken = served.post("/api/intake/take", &take).json();
    let longer = taken["text"].as_str().unwrap();
    assert!(longer.starts_with(text) && longer.contains("[sources.wire]") && longer.ends_with(claim));
    assert_eq!(changed(text, &taken), longer);
    // What is there already is said to be, and cannot be taken in twice.
    let again =
        served.post("/api/intake", &json!({ "text": longer, "report": report, "source": source })).json();
    assert_eq!(again["new_source"], json!(false));
    assert!(again["drafts"].as_array().unwrap().iter().any(|draft| draft["there"] == json!(true)));
    assert_eq!(
        served
            .post("/api/intake/take", &json!({ "text": longer, "source": source, "claims": [claim] }))
            .status,
        422
    );
}

#[test]
fn what_a_report_lacks_is_said_in_a_sentence() {
    let served = Served::template();
    let ask = |report: &str, source: Value| {
        let asked = json!({ "text": detente_case::template(), "report": report, "source": source });
        let refused = served.post("/api/intake", &asked);
        assert_eq!(refused.status, 422, "{}", refused.body);
        refused.json()["message"].as_str().unwrap().to_owned()
    };
    let whole = |day: &str| json!({ "id": "wire", "title": "Wire", "published": day });
    assert!(ask("They met.", json!({ "id": "wire" })).contains("on which day"));
    assert!(
        ask("They met.", whole("2025-13-01")).contains("no day")
            || ask("They met.", whole("2025-13-01")).contains("not a day")
    );
    assert!(ask("They met.", whole("2026-01-01")).contains("as_of"));
    assert!(ask("", whole("2025-05-20")).contains("no text"));
    assert!(ask("They met.", json!({ "id": "a b", "published": "2025-05-20" })).contains("id of a source"));
}

#[test]
fn a_conflict_comes_with_every_move_and_each_state_can_be_asked_about() {
    let served = Served::with(FORTY);
    let told = served.post("/api/conflict", &json!({ "text": FORTY })).json();
    let states = told["states"].as_array().unwrap();
    assert_eq!(states.len(), 40);
    let moves = told["moves"].as_array().unwrap();
    // Singles alone connect what all moves connect, and who cannot come back is said not to.
    let single = |each: &&Value| each["single"] == json!(true);
    assert!(moves.iter().filter(single).all(|each| each["changes"].as_array().unwrap().len() == 1));
    let repair = moves.iter().find(|each| each["changes"] == json!([{ "option": 4, "made": true }])).unwrap();
    assert_eq!((&repair["returns"], &told["movers"][2]["id"]), (&json!(false), &json!("authority")));
    let quo = told["answer"]["stability"]["status_quo"].clone();
    let why = served.post("/api/conflict/state", &json!({ "text": FORTY, "state": quo })).json();
    assert!(!why["explained"].as_array().unwrap().is_empty() && why["html"].as_str().unwrap().len() > 40);
    let keep =
        served.post("/api/conflict/state", &json!({ "text": FORTY, "state": quo, "want": true })).json();
    assert_eq!(keep["wanted"]["state"], quo);
    let none = served.post("/api/conflict/state", &json!({ "text": FORTY, "state": 41 }));
    assert_eq!(none.status, 422);
    let without = include_str!("../../../cases/panama-1977/case.toml");
    assert_eq!(served.post("/api/conflict", &json!({ "text": without, "draws": 50 })).json(), Value::Null);
}
