//! A PDF is printed by a program of the machine, and whatever that does, the user gets the file or a sentence. The programs here are written by
//! the tests; `tests/documents.py` prints with real ones.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with programs of these names, each a script.
fn programs(name: &str, scripts: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("paper-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (program, script) in scripts {
        let path = folder.join(program);
        fs::write(&path, format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let cairo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
    Command::new(env!("CARGO_BIN_EXE_detente"))
        .args(arguments)
        .arg(cairo)
        .args(["--draws", "20", "--pdf", "out.pdf"])
        .current_dir(folder)
        .env("PATH", folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Prints a PDF that holds the first line with a title of the page that it was given.
const BROWSER: &str = r#"for a in "$@"; do case "$a" in --print-to-pdf=*) out="${a#*=}";; -*) ;; *) page="$a";; esac; done
{ printf '%%PDF-1.4 '; grep -m 1 '<title>' "$page"; } > "$out""#;
/// Makes a PDF that holds the first letters of the document.
const WORD_PROCESSOR: &str = r#"for a in "$@"; do case "$a" in *.docx) doc="$a";; esac; done
{ printf '%%PDF-1.4 '; head -c 2 "$doc"; } > "${doc%.docx}.pdf""#;

#[test]
fn a_browser_prints_the_page_and_a_word_processor_the_document() {
    let both = programs("both", &[("chromium", BROWSER), ("soffice", WORD_PROCESSOR)]);
    assert!(run(&both, &["brief"]).status.success());
    let pdf = fs::read_to_string(both.join("out.pdf")).unwrap();
    assert!(pdf.starts_with("%PDF-1.4 ") && pdf.contains("Gaza: the talks in Cairo"), "{pdf}");

    let one = programs("one", &[("soffice", WORD_PROCESSOR)]);
    for verb in ["brief", "text"] {
        assert!(run(&one, &[verb]).status.success());
        // A document for Word is an archive.
        assert_eq!(fs::read_to_string(one.join("out.pdf")).unwrap(), "%PDF-1.4 PK");
    }
}

#[test]
fn a_browser_that_cannot_shut_itself_in_is_asked_again() {
    let script = format!(
        "case \"$*\" in *--no-sandbox*) ;; *) echo 'Running as root without --no-sandbox is not supported.' >&2; exit 1;; esac\n{BROWSER}"
    );
    let folder = programs("sandbox", &[("google-chrome", &script)]);
    let output = run(&folder, &["brief"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.join("out.pdf").exists());
}

#[test]
fn without_a_program_that_prints_a_sentence_says_what_to_do() {
    let nothing = programs("nothing", &[]);
    let output = run(&nothing, &["brief"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("printed by a browser of the Chromium family (Chrome, Edge, Chromium) or by LibreOffice, and none is found"));
    let output = run(&nothing, &["text"]);
    assert!(said(&output).contains("printed by LibreOffice, and none is found"), "{}", said(&output));
}

#[test]
fn a_program_that_fails_leaves_what_was_there_and_is_quoted() {
    for (name, script) in
        [("silent", "exit 3"), ("noisy", "echo 'no display\n' >&2"), ("liar", "echo nonsense > page.pdf")]
    {
        let folder = programs(name, &[("chromium", script)]);
        fs::write(folder.join("out.pdf"), "of yesterday").unwrap();
        let output = run(&folder, &["brief"]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(said(&output).contains("made no PDF"), "{name}: {}", said(&output));
        assert_eq!(said(&output).contains("the last that it said was: no display"), name == "noisy");
        assert_eq!(fs::read_to_string(folder.join("out.pdf")).unwrap(), "of yesterday");
    }
}
