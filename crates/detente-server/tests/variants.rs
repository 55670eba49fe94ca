//! What if: two texts side by side, and variants that come and go.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use serde_json::{Value, json};
use served::{Served, as_read};

fn changed() -> String {
    detente_case::template().replacen("no_deal = [0.2, 0.4]", "no_deal = [0.5, 0.6]", 1).replacen(
        "title = \"",
        "title = \"Another: ",
        1,
    )
}

fn named<'a>(events: &'a [(String, Value)], name: &str) -> Vec<&'a Value> {
    events.iter().filter(|(this, _)| this == name).map(|(_, data)| data).collect()
}

#[test]
fn a_comparison_is_told_step_by_step_and_ends_as_on_the_command_line() {
    let served = Served::template();
    let (before, after) = (detente_case::template(), changed());
    let answer = served
        .post("/api/compare", &json!({ "before": before, "after": after, "by_line": true, "draws": 200 }));
    let events = answer.events();
    assert_eq!(events[0].0, "differences");
    assert_eq!(events.last().unwrap().0, "done");
    let differences = events[0].1["differences"].as_array().unwrap();
    assert_eq!(differences.len(), 2);
    let units: Vec<u16> = after.encode_utf16().collect();
    for difference in differences {
        let at = |key: &str| difference["at"][key].as_u64().unwrap() as usize;
        let written = String::from_utf16_lossy(&units[at("from")..at("to")]);
        assert!(written.contains(difference["after"].as_str().unwrap()), "{difference}");
        let line = after.lines().nth(difference["line"].as_u64().unwrap() as usize - 1).unwrap();
        assert!(line.contains(&written));
        // What takes it back leads to the first text in this place.
        let edited =
            served.post("/api/edits", &json!({ "text": after, "edits": [difference["back"]] })).json();
        let left = detente_case::edit::differences(before, edited["text"].as_str().unwrap()).unwrap();
        assert_eq!(left.len(), 1, "{difference}");
    }
    let compared = named(&events, "compared");
    assert_eq!(compared.iter().map(|told| told["rough"].clone()).collect::<Vec<_>>(), [true, false]);
    assert_eq!(named(&events, "judged").len(), 2);
    // The figures are those of the command line.
    let case = |text: &str| detente_case::parse("case.toml", text).unwrap().case;
    let options = detente_brief::Options::drawing(200, 1);
    let first = detente_brief::Sitting::open(case(before), options);
    let second = first.beside(std::sync::Arc::new(case(&after)));
    let changes = detente_server::changes_between(before, &after).unwrap();
    let found =
        first.compared_with(&second, changes.into_iter().map(|(_, change)| change).collect()).unwrap();
    let expected = as_read(&detente_brief::answers::CompareAnswer::of(&found));
    assert_eq!(compared[1]["answer"]["figures"], expected["figures"]);
    assert_eq!(compared[1]["answer"]["words"], expected["words"]);
    for (place, told) in named(&events, "judged").into_iter().enumerate() {
        assert_eq!(told["place"], json!(place));
        assert_eq!(told["difference"], expected["differences"][place]);
    }
}

#[test]
fn without_lines_no_difference_is_judged_and_alike_texts_do_not_differ() {
    let served = Served::template();
    let text = detente_case::template();
    let ask = |after: &str| {
        served.post("/api/compare", &json!({ "before": text, "after": after, "draws": 50 })).events()
    };
    let events = ask(&changed());
    assert!(named(&events, "judged").is_empty());
    assert_eq!(named(&events, "compared").len(), 1);
    let events = ask(&format!("# a remark\n{text}"));
    assert_eq!(events[0].1["differences"], json!([]));
    assert_eq!(events.last().unwrap().0, "done");
}

#[test]
fn a_text_with_faults_is_not_compared() {
    let served = Served::template();
    let text = detente_case::template();
    let ask =
        |before: &str, after: &str| served.post("/api/compare", &json!({ "before": before, "after": after }));
    let mine = ask(text, "case = ");
    assert_eq!(mine.status, 422);
    assert!(!mine.json()["faults"].as_array().unwrap().is_empty());
    let theirs = ask("case = ", text);
    assert_eq!(theirs.status, 422);
    assert!(
        theirs.json()["message"].as_str().unwrap().starts_with("the text to compare with cannot be used")
    );
    assert_eq!(ask(text, text).status, 200);
    assert_eq!(served.post("/api/compare", &json!({ "before": text })).status, 400);
    let draws = json!({ "before": text, "after": text, "draws": 1_000_000_000_000_u64 });
    assert_eq!(served.post("/api/compare", &draws).status, 422);
}

#[test]
fn a_variant_is_kept_and_deleted_and_nothing_else_is() {
    let served = Served::template();
    let file = "variants/longer truce.toml";
    let saved = served.post("/api/save", &json!({ "file": file, "text": changed(), "stamp": null })).json();
    let on_disk = served.path().join(file);
    assert_eq!(std::fs::read_to_string(&on_disk).unwrap(), changed());
    let again = served.post("/api/save", &json!({ "file": file, "text": "other", "stamp": null }));
    assert_eq!(again.status, 409);
    let remove = |file: &str, stamp: &Value| {
        served.post("/api/remove", &json!({ "file": file, "stamp": stamp })).status
    };
    assert_eq!(remove(file, &json!("another")), 409);
    std::fs::write(&on_disk, "theirs").unwrap();
    assert_eq!(remove(file, &saved["stamp"]), 409);
    std::fs::write(&on_disk, changed()).unwrap();
    let draft = json!({ "file": file, "text": "draft", "stamp": saved["stamp"] });
    assert_eq!(served.post("/api/draft", &draft).status, 200);
    assert_eq!(remove(file, &saved["stamp"]), 200);
    assert!(!on_disk.exists());
    assert_eq!(served.post("/api/file", &json!({ "file": file })).json()["draft"], Value::Null);
    assert_eq!(remove(file, &saved["stamp"]), 409);
    // The case itself stays, whatever is said.
    let case = served.post("/api/file", &json!({ "file": "case.toml" })).json();
    assert_eq!(remove("case.toml", &case["stamp"]), 422);
    for file in ["../case.toml", "variants/../case.toml", "/etc/passwd", "packages.json"] {
        assert_eq!(remove(file, &case["stamp"]), 422, "{file}");
    }
    assert!(served.path().join("case.toml").exists());
}

#[test]
fn whoever_leaves_ends_what_is_computed_for_them() {
    let served = Served::template();
    let (before, after) = (detente_case::template(), changed());
    let long = json!({ "before": before, "after": after, "by_line": true, "draws": 200_000 });
    let package = json!({ "text": after, "package": null, "draws": 200_000 });
    // More than are computed at a time: if one of them went on, the last question would wait for it.
    for (path, body) in [("/api/compare", &long), ("/api/package", &package)].repeat(3) {
        let mut stream = served.connect();
        let bytes = served::request("POST", path, &served.ours(), body.to_string().as_bytes());
        std::io::Write::write_all(&mut stream, &bytes).unwrap();
        std::io::Read::read_exact(&mut stream, &mut [0; 64]).unwrap();
    }
    let short = json!({ "before": before, "after": after, "draws": 20 });
    assert_eq!(served.post("/api/compare", &short).events().last().unwrap().0, "done");
}
