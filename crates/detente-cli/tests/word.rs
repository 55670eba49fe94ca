//! The text of a case goes to Word and comes back: given out, marked, told, taken into a new version that is read again.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use detente_docx::{Block, Change, Comment, Document, Inline, Run};

/// A copy of the Cairo case in a folder of the test's own.
fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("word-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("text")).unwrap();
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
    for file in ["case.toml", "text/1.md", "text/2.md", "text/3.md"] {
        fs::copy(case.join(file), folder.join(file)).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_detente")).args(arguments).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_text_goes_to_word_and_comes_back_marked() {
    let folder = scratch("marked");
    said(&run(&folder, &["text", ".", "--draws", "60", "--docx", "out.docx", "--since", "2"]));
    let untouched = said(&run(&folder, &["text", "marked", ".", "out.docx"]));
    assert!(untouched.contains("Nothing was marked"), "{untouched}");

    let mut document = Document::from_bytes(&fs::read(folder.join("out.docx")).unwrap()).unwrap();
    for block in &mut document.blocks {
        let Block::Paragraph(paragraph) = block else { continue };
        if paragraph.as_proposed().starts_with("Israel frees") {
            let change = Change::inserted("Hamas", Some("2024-02-13".to_owned()));
            paragraph
                .inlines
                .push(Inline::Changed { change, runs: vec![Run::plain(" Lists are given a day before.")] });
        }
        if paragraph.as_proposed().starts_with("Hamas releases") {
            let comment = Comment {
                by: "Barnea".to_owned(),
                on: Some("2024-02-14".to_owned()),
                text: vec!["By name.".to_owned()],
            };
            let inlines = std::mem::take(&mut paragraph.inlines);
            paragraph.inlines.push(Inline::Commented { comment, inlines });
        }
    }
    fs::write(folder.join("back.docx"), document.to_bytes().unwrap()).unwrap();

    let told = said(&run(&folder, &["text", "marked", ".", "back.docx"]));
    for line in [
        "2 marks",
        "Barnea (Israel), 2024-02-14",
        "Hamas, 2024-02-13 writes in “Lists are given a day before.”",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&said(&run(&folder, &["text", "marked", ".", "back.docx", "--json"]))).unwrap();
    assert_eq!(
        (json["marks"][0]["party"].as_str(), json["marks"][0]["kind"].as_str()),
        (Some("Israel"), Some("comment"))
    );

    said(&run(&folder, &["text", "marked", ".", "back.docx", "--accept", "all", "--out", "text/4.md"]));
    let version = fs::read_to_string(folder.join("text/4.md")).unwrap();
    assert!(
        version.contains("date: 2024-02-14") && version.contains("[Lists are given a day before.]"),
        "{version}"
    );
    assert!(version.contains("> Israel, since 2024-02-14: By name."), "{version}");
    // Marks of a day after that of the case would make a version that the case cannot have yet.
    let mut late = Document::from_bytes(&document.to_bytes().unwrap()).unwrap();
    for block in &mut late.blocks {
        if let Block::Paragraph(paragraph) = block
            && paragraph.as_proposed().starts_with("Israel frees")
        {
            let change = Change::inserted("Hamas", Some("2024-02-20".to_owned()));
            paragraph.inlines.push(Inline::Changed { change, runs: vec![Run::plain(" By name.")] });
        }
    }
    fs::write(folder.join("late.docx"), late.to_bytes().unwrap()).unwrap();
    let refused =
        run(&folder, &["text", "marked", ".", "late.docx", "--accept", "all", "--out", "text/5.md"]);
    let error = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(error.contains("move `as_of`") && !folder.join("text/5.md").exists(), "{error}");
    let again = run(&folder, &["text", ".", "--version", "4", "--draws", "60"]);
    assert!(said(&again).contains("By name."));
    let there = run(&folder, &["text", "marked", ".", "back.docx", "--accept", "1", "--out", "text/4.md"]);
    assert!(!there.status.success() && fs::read_to_string(folder.join("text/4.md")).unwrap() == version);
}

#[test]
fn what_is_no_document_is_said_in_a_sentence() {
    let folder = scratch("refused");
    fs::write(folder.join("letter.docx"), "words").unwrap();
    for (arguments, why) in [
        (&["text", "marked", ".", "letter.docx"][..], "no Word document"),
        (&["text", "marked", ".", "nowhere.docx"], "cannot read"),
        (&["text", "marked", ".", "letter.docx", "--version", "9"], "no version `9`"),
        (&["text", "marked", ".", "letter.docx", "--by", "Nobody"], "nobody in the case is called"),
    ] {
        let output = run(&folder, arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            output.status.code() == Some(1) && error.contains(why) && error.lines().count() <= 3,
            "{arguments:?}: {error}"
        );
    }
}
