//! Drafts are added to the end of a case, once, and only if it stays sound; what stands there is not touched.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of one test's own with a case in it, removed when the test ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("append-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
        fs::copy(sessions.join("outlook.in/strait.toml"), path.join("case.toml")).unwrap();
        fs::copy(sessions.join("events.in/ged.csv"), path.join("ged.csv")).unwrap();
        Self(path)
    }

    fn case(&self) -> String {
        fs::read_to_string(self.0.join("case.toml")).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_detente")).args(arguments).current_dir(&self.0).output().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const EVENTS: [&str; 9] =
    ["events", "ged.csv", "--case", ".", "--format", "ucdp", "--retrieved", "2025-03-01", "--append"];

#[test]
fn events_are_added_once_and_nothing_else_changes() {
    for windows in [false, true] {
        let scratch = Scratch::new(if windows { "windows" } else { "events" });
        if windows {
            fs::write(scratch.0.join("case.toml"), scratch.case().replace('\n', "\r\n")).unwrap();
        }
        let before = scratch.case();
        let first = scratch.run(&EVENTS);
        assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
        let after = scratch.case();
        assert!(after.starts_with(&before) && after.contains("kind = \"event\""));
        assert_eq!(windows, after.contains("\r\n"));
        assert!(!windows || after.matches('\n').count() == after.matches("\r\n").count());
        assert!(scratch.run(&EVENTS).status.success());
        assert_eq!(scratch.case(), after);
        let check = scratch.run(&["check", "."]);
        assert!(check.status.success() && check.stderr.is_empty());
    }
}

#[test]
fn a_case_that_would_become_faulty_is_left_alone() {
    let scratch = Scratch::new("inline");
    let (head, _) =
        scratch.case().split_once("[[claims]]").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    // A list in brackets cannot be added to from below.
    let text = format!("claims = [{{ id = \"x\" }}]\n{head}");
    fs::write(scratch.0.join("case.toml"), &text).unwrap();
    let run = scratch.run(&EVENTS);
    assert_eq!(run.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&run.stderr).contains("nothing was written"));
    assert_eq!(scratch.case(), text);
}

mod intake_tests {
    use super::*;

    fn intake(scratch: &Scratch, report: &[u8], extra: &[&str]) -> Output {
        fs::write(scratch.0.join("wire-0309.txt"), report).unwrap();
        let mut arguments = vec!["intake", "wire-0309.txt", "--case", ".", "--reported", "2025-03-09"];
        arguments.extend(extra);
        scratch.run(&arguments)
    }

    const REPORT: &str = "“We can wait,” Admiral Alpha said on Thursday. He ruled out a lower toll. About 40 ships lie at anchor.";

    #[test]
    fn drafts_are_added_once_and_reviewed_ones_stay_as_reviewed() {
        let scratch = Scratch::new("drafts");
        let before = scratch.case();
        let first = intake(&scratch, REPORT.as_bytes(), &["--append"]);
        assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
        let after = scratch.case();
        assert!(after.starts_with(&before) && after.contains("[sources.wire-0309]"));
        assert!(after.contains("characters ") && after.contains("draft = true"));
        // A person accepts them all.
        let accepted = after.replace("draft = true", "draft = false");
        fs::write(scratch.0.join("case.toml"), &accepted).unwrap();
        assert!(intake(&scratch, REPORT.as_bytes(), &["--append"]).status.success());
        assert_eq!(scratch.case(), accepted);
        assert!(scratch.run(&["check", "."]).status.success());
    }

    #[test]
    fn what_is_printed_can_be_pasted() {
        let scratch = Scratch::new("paste");
        let printed = intake(&scratch, REPORT.as_bytes(), &["--source", "wire2"]);
        let pasted = format!("{}\n{}", scratch.case(), String::from_utf8(printed.stdout).unwrap());
        fs::write(scratch.0.join("case.toml"), pasted).unwrap();
        let check = scratch.run(&["check", "."]);
        assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    }

    #[test]
    fn any_text_works_or_fails_clearly() {
        let long = "The envoy said that the road was open. ".repeat(4_000);
        let line = "and ".repeat(30_000);
        let texts: [(&[u8], bool); 11] = [
            ("قال المبعوث إن المحادثات تتقدم".as_bytes(), false),
            ("השליח אמר שהשיחות מתקדמות".as_bytes(), false),
            (b"<html><body><p>The envoy said that the road was <b>open</b>.</p></body></html>", true),
            (long.as_bytes(), true),
            (line.as_bytes(), true),
            (b"", false),
            (b"   \n\t ", false),
            (b"\x01\x02\x03\x00\x04\x05\x06\x07\x10\x11 binary \x00\x00\x00\x00", false),
            (b"caf\xe9 said that it was closed", false),
            (b"\xff\xfeT\x00h\x00e\x00", false),
            ("\u{feff}The “envoy” said: \"a \\\\ b\" is \u{202e}odd\u{202c}, he said.".as_bytes(), true),
        ];
        for (i, (text, good)) in texts.into_iter().enumerate() {
            let scratch = Scratch::new(&format!("text-{i}"));
            let before = scratch.case();
            let run = intake(&scratch, text, &["--append"]);
            let said = String::from_utf8(run.stderr).unwrap();
            assert_eq!(run.status.code(), Some(i32::from(!good)), "{i}: {said}");
            assert!(!said.contains("panicked"), "{i}: {said}");
            if good {
                assert!(scratch.case().starts_with(&before));
                assert!(scratch.run(&["check", "."]).status.success(), "{i}");
            } else {
                assert!(said.starts_with("error: `wire-0309.txt`"), "{i}: {said}");
                assert_eq!(scratch.case(), before);
            }
        }
    }

    #[test]
    fn a_report_from_after_the_day_of_the_case_is_refused() {
        let scratch = Scratch::new("later");
        fs::write(scratch.0.join("r.txt"), REPORT).unwrap();
        let run = scratch.run(&["intake", "r.txt", "--case", ".", "--reported", "2025-03-11"]);
        assert_eq!(run.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&run.stderr).contains("move its `as_of` forward first"));
    }

    /// Every draft from the dispatch stands in it, and the case takes all of them. Skipped where the dispatch is not.
    #[test]
    fn the_dispatch_goes_into_the_case_of_cairo() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let Ok(report) = fs::read(root.join("../../../shared/seed/dispatch.txt")) else {
            println!("skipped: the dispatch is not here");
            return;
        };
        let scratch = Scratch::new("dispatch");
        fs::copy(root.join("../../cases/cairo-2024/case.toml"), scratch.0.join("case.toml")).unwrap();
        fs::write(scratch.0.join("report.txt"), &report).unwrap();
        let run = [
            "intake",
            "report.txt",
            "--case",
            ".",
            "--reported",
            "2024-02-14",
            "--source",
            "dispatch",
            "--append",
        ];
        let first = scratch.run(&run);
        assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
        let after = scratch.case();
        let text = String::from_utf8(report).unwrap();
        let characters: Vec<char> = text.chars().collect();
        let reading = detente_case::parse("case.toml", &after).unwrap_or_else(|report| panic!("{report:?}"));
        let drafts: Vec<_> = reading.case.claims.iter().filter(|claim| claim.draft).collect();
        assert!(drafts.len() >= 15, "{}", drafts.len());
        for draft in drafts {
            let span = draft.locator.as_deref().unwrap().strip_prefix("characters ").unwrap();
            let (from, to) = span.split_once('-').unwrap();
            let stretch = &characters[from.parse().unwrap()..to.parse().unwrap()];
            assert_eq!(draft.text.as_deref(), Some(stretch.iter().collect::<String>().as_str()));
        }
        assert!(scratch.run(&run).status.success());
        assert_eq!(scratch.case(), after);
    }
}

/// Every row of a table is accounted for, and one of which nothing is taken is no success.
#[test]
fn a_table_of_which_nothing_is_taken_is_a_failure() {
    let scratch = Scratch::new("nothing-taken");
    let header = "event_id_cnty,event_date,time_precision,event_type,actor1,actor2,fatalities\n";
    let said = |rows: &str, more: &[&str]| {
        fs::write(scratch.0.join("a.csv"), format!("{header}{rows}")).unwrap();
        let arguments =
            ["events", "a.csv", "--case", ".", "--format", "acled", "--retrieved", "2025-03-01", "--append"];
        let output = scratch.run(&[&arguments[..], more].concat());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let before = scratch.case();
    let (code, told) = said("A,bad,1,B,X,Y,0\nC,03/04/2025,1,B,X,Y,0\n", &[]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("0 of 2 rows taken, 2 left out because they could not be read"), "{told}");
    let (code, told) = said("A,2025-02-01,1,B,X,Y,0\n", &["--actor", "Z"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("0 of 1 rows taken, 1 that `--actor`, `--from` and `--to` do not ask for"),
        "{told}"
    );
    let (code, told) = said("A,2026-02-01,1,B,X,Y,0\n", &[]);
    assert_eq!(code, Some(1), "{told}");
    let (code, told) = said("", &[]);
    assert!(code == Some(0) && told.contains("the table has none"), "{told}");
    assert_eq!(scratch.case(), before);
    let (code, told) = said("A,13/02/2025,1,B,X,NA,0\nB,x,1,B,X,Y,0\n", &[]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("day/month/year") && told.contains("1 of 2 rows taken, 1 left out"), "{told}");
}
