//! A case begun from plain answers is one that every verb takes.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use detente_case::begin::{Answers, first_case};

const ANSWERS: &str = r#"{
    "title": "The lease of the lower dock",
    "day": "1 March 2025",
    "about": "Port and union talk about who works the lower dock, and for how long.",
    "parties": [
        { "name": "Port authority", "part": "must_sign", "wants": {
            "on": [
                { "issue": "Crew", "best_first": [["own staff"], ["mixed"], ["union"]] },
                { "issue": "Term", "best": 10, "worst": 1, "at_least": 2 }
            ],
            "matters": [["Crew"], ["Term"]],
            "without": "worse" } },
        { "name": "النقابة", "part": "must_sign", "wants": {
            "on": [
                { "issue": "Crew", "best_first": [["union"], ["mixed"], ["own staff"]], "never": ["own staff"] },
                { "issue": "Term", "best": 1, "worst": 10 }
            ],
            "matters": [["Crew", "Term"]],
            "without": "middling" },
          "home": [
            { "name": "Crews", "say": "votes", "wants": {
                "on": [{ "issue": "Crew", "best_first": [["union", "mixed"], ["own staff"]] }], "without": "far_worse" } },
            { "name": "Pilots", "say": "can_stop", "wants": {
                "on": [{ "issue": "Term", "best": 1, "worst": 10 }], "without": "worse" } }
          ] },
        { "name": "Harbour board", "part": "mediates" }
    ],
    "issues": [
        { "name": "Crew", "answers": { "words": ["own staff", "mixed", "union"] } },
        { "name": "Term", "unit": "years", "answers": { "range": { "from": 1, "to": 10, "step": 1 } } }
    ],
    "sources": [{ "title": "Minutes of the board, 20 February 2025", "day": "20 February 2025", "grade": "B" }]
}"#;

#[test]
fn a_begun_case_has_a_brief() {
    let answers: Answers = serde_json::from_str(ANSWERS).unwrap();
    let text = first_case(&answers).unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("begun");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("case.toml"), &text).unwrap();
    for verb in [&["check", "."][..], &["brief", ".", "--draws", "200"], &["deals", ".", "--draws", "200"]] {
        let done =
            Command::new(env!("CARGO_BIN_EXE_detente")).args(verb).current_dir(&folder).output().unwrap();
        let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert!(done.status.success(), "{verb:?}: {out}{err}\n{text}");
        assert!(verb[0] != "brief" || out.contains("Port authority") && out.contains("النقابة"), "{out}");
    }
    fs::remove_dir_all(&folder).unwrap();
}
