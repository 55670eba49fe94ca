//! A case as forms: every path that a form gives can be edited, and nothing else moves.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use serde_json::{Value, json};
use served::Served;

fn forms(served: &Served, text: &str) -> Value {
    let answer = served.post("/api/forms", &json!({ "text": text }));
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

#[test]
fn numbers_have_a_path_that_can_be_edited_and_a_name_in_words() {
    let served = Served::template();
    let text = detente_case::template();
    let told = forms(&served, text);
    assert_eq!(told["faulty"], json!(false));
    let position = &told["forms"]["positions"][0];
    let no_deal = &position["no_deal"];
    assert!(told["names"][no_deal["path"].as_str().unwrap()].as_str().unwrap().contains("no deal"));
    let edit = json!([{ "do": "set", "path": no_deal["path"], "value": "[0.11, 0.22]" }]);
    let edited = served.post("/api/edits", &json!({ "text": text, "edits": edit })).json();
    assert_eq!(edited["changes"].as_array().unwrap().len(), 1);
    let after = forms(&served, edited["text"].as_str().unwrap());
    assert_eq!(after["forms"]["positions"][0]["no_deal"]["parts"], json!([0.11, 0.22]));
    // All else is the same.
    let mut before = told["forms"].clone();
    before["positions"][0]["no_deal"] = after["forms"]["positions"][0]["no_deal"].clone();
    before["positions"][0]["no_deal_stated"] = json!("[0.11, 0.22]");
    assert_eq!(before, after["forms"]);
}

#[test]
fn a_case_with_faults_has_forms_and_a_text_that_is_not_toml_is_refused_in_words() {
    let served = Served::template();
    let faulty = detente_case::template().replace("of = \"delta\"", "of = \"detla\"");
    let told = forms(&served, &faulty);
    assert_eq!(told["faulty"], json!(true));
    assert!(told["names"].as_object().unwrap().is_empty());
    assert!(!told["forms"]["issues"].as_array().unwrap().is_empty());
    let refused = served.post("/api/forms", &json!({ "text": "title = \"" }));
    assert_eq!(refused.status, 422);
    assert!(!refused.json()["faults"].as_array().unwrap().is_empty());
    let empty = forms(&served, "");
    assert_eq!(empty["forms"]["parties"], json!([]));
}
