//! The text of a deal in the workbench: told as on the command line, settled, compared; documents that came back; names that lead elsewhere.

#![allow(clippy::unwrap_used, reason = "a test fails where anything is missing")]

mod served;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use served::{Served, as_read};

const CASE: &str = "case = 1\ntitle = \"Harbour\"\nas_of = 2025-03-01\n\
[parties.port]\nname = \"Port\"\nrole = \"principal\"\n[parties.union]\nname = \"Union\"\nrole = \"principal\"\n\
[issues.pay]\nname = \"Rise in pay\"\nunit = \"per cent\"\nrange = { from = 0, to = 8 }\n\
[issues.shifts]\nname = \"Shifts\"\noptions = [\"eight hours\", \"ten hours\"]\n\
[positions.port]\nno_deal = [0.2, 0.4]\nimportance = [\"pay\", \"shifts\"]\npay = { ideal = 0, worst = 8 }\nshifts = { values = { \"ten hours\" = 1, \"eight hours\" = 0 } }\n\
[positions.union]\nno_deal = [0.2, 0.4]\nimportance = [\"pay\", \"shifts\"]\npay = { ideal = 8, worst = 0 }\nshifts = { values = { \"eight hours\" = 1, \"ten hours\" = 0 } }\n";

const FIRST: &str = "---\ndate: 2025-02-20\nby: the mediator\n---\n# Pay\n## 1 The rise\n\
Wages rise by [two per cent]{pay = 2} / [four per cent]{pay = 4}.\n\n> Union, since 2025-02-20: Two is less than prices rose.\n\n> Port, since 2025-02-20: Four is too much.\n";

const SECOND: &str = "---\ndate: 2025-02-24\nby: the mediator\n---\n# Pay\n## 1 The rise\n\
Wages rise by [three per cent]{pay = 3} / [four per cent]{pay = 4} in May.\n\n> Port, since 2025-02-20: Four is too much.\n";

fn served() -> Served {
    let served = Served::with(CASE);
    fs::create_dir(served.path().join("text")).unwrap();
    fs::write(served.path().join("text/1.md"), FIRST).unwrap();
    fs::write(served.path().join("text/2.md"), SECOND).unwrap();
    served
}

fn found(served: &Served, asked: &Value) -> (Value, Value) {
    let answer = served.post("/api/one-text", asked);
    let events = answer.events();
    assert_eq!(events.last().map(|(name, _)| name.as_str()), Some("done"), "{answer:?}");
    let of = |name: &str| events.iter().rev().find(|(this, _)| this == name).unwrap().1.clone();
    (of("laid"), of("found")["answer"].clone())
}

#[test]
fn a_version_is_told_as_on_the_command_line() {
    let served = served();
    let (laid, answer) = found(&served, &json!({ "text": CASE, "draws": 120 }));
    let case = detente_case::parse("case.toml", CASE).unwrap().case;
    let read = detente_text::parse(&[("1", FIRST), ("2", SECOND)], &case).unwrap();
    let sitting = detente_brief::Sitting::open(read.case, detente_brief::Options::drawing(120, 1));
    let expected = sitting.text(&read.text, read.text.latest(), None).unwrap();
    assert_eq!(answer, as_read(&detente_brief::answers::TextAnswer::of(&expected)));
    assert_eq!((&laid["version"]["name"], &laid["principals"]), (&json!("2"), &json!(2)));
    // What the second version does not write any more is answered; what it does write stands, although the words are others.
    let board: Vec<(&str, bool, Option<&str>)> = laid["objections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let by = one["objection"]["by"].as_str().unwrap();
            (by, one["answered_in"].is_null(), one["reworded_in"].as_str())
        })
        .collect();
    assert_eq!(board, [("union", false, None), ("port", true, Some("2"))]);
    let (early, _) = found(&served, &json!({ "text": CASE, "draws": 20, "as_of": "2025-02-21" }));
    assert_eq!(early["versions"].as_array().unwrap().len(), 1);
    let none = served.post("/api/one-text", &json!({ "text": CASE, "version": "9" }));
    assert!(none.status == 422 && none.body.contains("its versions are `1`, `2`"), "{none:?}");
}

#[test]
fn a_package_gives_a_text_also_with_a_number_that_no_version_words() {
    let served = served();
    let settled = |package: &str| {
        served.post("/api/one-text/settled", &json!({ "text": CASE, "package": package })).json()
    };
    let words = |told: &Value| told["articles"][0]["clauses"][0]["words"].as_str().unwrap().to_owned();
    let four = settled("pay=4,shifts=ten hours");
    assert_eq!(words(&four), "Wages rise by four per cent in May.");
    assert_eq!(four["settled"]["against"], json!([]));
    let two = settled("pay=2,shifts=ten hours");
    assert_eq!(words(&two), "Wages rise by two per cent in May.");
    assert_eq!(
        (&two["settled"]["borrowed"][0]["from"], &two["settled"]["against"]),
        (&json!("version"), &json!(["the rise"]))
    );
    // Between the numbers of the text: its braces mean the same options as before.
    let between = settled("pay=3.5,shifts=ten hours");
    assert_eq!(between["settled"]["against"], json!(["the rise"]));
    assert_eq!(between["settled"]["borrowed"][0]["from"], json!("case"));
}

#[test]
fn two_versions_are_compared_as_on_the_command_line() {
    let served = served();
    let asked = json!({ "text": CASE, "before": "1", "after": "2", "draws": 60 });
    let told = served.post("/api/one-text/compared", &asked).json();
    let case = detente_case::parse("case.toml", CASE).unwrap().case;
    let read = detente_text::parse(&[("1", FIRST), ("2", SECOND)], &case).unwrap();
    let sitting = detente_brief::Sitting::open(read.case, detente_brief::Options::drawing(60, 1));
    let [first, second] = ["1", "2"].map(|name| read.text.version(name).unwrap());
    let expected = sitting.texts_compared(first, second).unwrap();
    assert_eq!(told, as_read(&detente_brief::answers::TextDiffAnswer::of(&expected)));
}

#[test]
fn a_document_goes_out_and_what_came_back_makes_a_new_version() {
    let served = served();
    let out = served.post("/api/one-text/document", &json!({ "text": CASE, "version": "2" })).json();
    let bytes = base64(&out["base64"]);
    let mut document = detente_docx::Document::from_bytes(&bytes).unwrap();
    for block in &mut document.blocks {
        let detente_docx::Block::Paragraph(paragraph) = block else { continue };
        if paragraph.as_proposed().starts_with("Wages rise") {
            let change = detente_docx::Change::inserted("Union", Some("2025-02-26".to_owned()));
            let runs = vec![detente_docx::Run::plain(" It is paid monthly.")];
            paragraph.inlines.push(detente_docx::Inline::Changed { change, runs });
        }
    }
    let back = json!({ "text": CASE, "document": encoded(&document.to_bytes().unwrap()) });
    let read = served.post("/api/one-text/marked", &back).json();
    assert_eq!(read["marks"]["marks"][0]["into"], json!("It is paid monthly."));
    assert_eq!((&read["marks"]["version"], &read["next"]), (&json!("2"), &json!("3")));
    let take = |accept: Value, name: &str| {
        let asked = json!({ "marked": back, "accept": accept, "file": "back.docx", "name": name });
        served.post("/api/one-text/take", &asked)
    };
    for (accept, name) in [
        (json!([1]), "2"),
        (json!([1]), "../3"),
        (json!([1]), "a/b"),
        (json!([1]), ".hidden"),
        (json!([1]), "con"),
        (json!([1]), ""),
        (json!([]), "3"),
        (json!([0]), "3"),
        (json!([7]), "3"),
    ] {
        let refused = take(accept, name);
        assert_eq!(refused.status, 422, "{name:?}: {refused:?}");
    }
    assert_eq!(fs::read_dir(served.path().join("text")).unwrap().count(), 2);
    assert_eq!(take(json!([1, 1]), "3").json()["file"], json!("text/3.md"));
    let third = fs::read_to_string(served.path().join("text/3.md")).unwrap();
    assert!(third.contains("[It is paid monthly.]") && third.contains("date: 2025-02-26"), "{third}");
    assert_eq!(fs::read_to_string(served.path().join("text/2.md")).unwrap(), SECOND);
    assert!(!Path::new(&served.path().join("../3.md")).exists());
    for document in ["", "!!", "bm8gZG9jdW1lbnQ="] {
        let refused = served.post("/api/one-text/marked", &json!({ "text": CASE, "document": document }));
        assert_eq!(refused.status, 422, "{document:?}: {refused:?}");
    }
}

#[test]
fn a_case_without_a_text_and_one_with_a_fault_are_told_so() {
    let served = Served::with(CASE);
    let none = served.post("/api/one-text", &json!({ "text": CASE }));
    assert_eq!((none.status, &none.json()["code"]), (422, &json!("no_text")));
    fs::create_dir(served.path().join("text")).unwrap();
    fs::write(served.path().join("text/1.md"), FIRST.replace("{pay = 2}", "{pay = 9}")).unwrap();
    let faulty = served.post("/api/one-text", &json!({ "text": CASE }));
    assert_eq!(faulty.status, 422);
    assert!(faulty.body.contains("text/1.md, line 7"), "{faulty:?}");
}

fn base64(value: &Value) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.decode(value.as_str().unwrap()).unwrap()
}

fn encoded(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
