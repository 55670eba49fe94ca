//! Each file of `tests/broken` holds one fault, some hold many; what is said about them is kept as a snapshot.

use std::fs;
use std::path::{Path, PathBuf};

use detente_case::{Code, Form, Rendering, read};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The report on a file, without the place of this checkout.
fn report(file: &Path, form: Form) -> String {
    let report = match read(file) {
        Ok(reading) => reading.report,
        Err(report) => report,
    };
    let here = format!("{}/", folder().display());
    report.render(Rendering { form, ..Rendering::default() }).replace(&here, "")
}

#[test]
fn reports_on_broken_files() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for file in files() {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            insta::assert_snapshot!(name, report(&file, Form::Drawn));
        }
    });
}

#[test]
fn every_file_is_found_wanting_and_told_without_drawing_too() {
    for file in files() {
        let told = report(&file, Form::Told);
        assert!(told.contains("detente::"), "{}: {told}", file.display());
    }
}

/// Kinds of fault that a file of these tests cannot show: they depend on the disk or on the size of a file,
/// or are about files of other tools and shown in `detente-foreign`, or about edits and shown in `edit.rs`.
const ELSEWHERE: [Code; 23] = [
    Code::MissingFile,
    Code::NoCaseFile,
    Code::Unreadable,
    Code::TooLarge,
    Code::NotUnderstood,
    Code::Entities,
    Code::UnknownFormat,
    Code::WhichProfiles,
    Code::OtherDomain,
    Code::SameProfile,
    Code::Unsupported,
    Code::LeftOut,
    Code::Rescaled,
    Code::UnknownPath,
    Code::AlreadyThere,
    Code::NotAValue,
    Code::WholeTable,
    // Of the text of a case, whose reader has its own broken files.
    Code::NoText,
    Code::TextShape,
    Code::Bracket,
    Code::LoneBracket,
    Code::Objection,
    Code::NothingAllowed,
];

#[test]
fn every_kind_of_fault_has_a_file() {
    let shown: Vec<Code> = files()
        .iter()
        .flat_map(|file| match read(file) {
            Ok(reading) => reading.report.faults().to_vec(),
            Err(report) => report.faults().to_vec(),
        })
        .map(|fault| fault.code)
        .collect();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !shown.contains(code) && !ELSEWHERE.contains(code))
        .map(|code| code.as_str())
        .collect();
    assert!(missing.is_empty(), "no broken file shows {missing:?}");
}
