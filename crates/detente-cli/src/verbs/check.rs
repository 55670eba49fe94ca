//! `detente check`: every fault of a case at once, for people or, as JSON, for editors and other programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use detente_brief::answers::{CheckAnswer, CheckedCase, CheckedText, tables};
use detente_brief::{Options, Refusal, page, render};
use detente_case::edit::{ReadingWith, read_with};
use detente_case::{CASE_FILE, Report};
use detente_model::Case;
use detente_server::fault_told;

use crate::arguments::CheckArguments;
use crate::output::{Failure, page_width, print, print_json, say, shown};

pub fn run(arguments: &CheckArguments) -> Result<(), Failure> {
    if arguments.json {
        return run_json(arguments);
    }
    let mut faulty = false;
    let mut sound = Vec::new();
    for path in arguments.cases.iter().flat_map(|path| cases_in(path)) {
        match read_with(&path, &arguments.view.set) {
            Ok(ReadingWith { reading, .. }) => {
                if !reading.report.is_clean() {
                    say(&shown(&reading.report));
                }
                let options = Options { as_of: arguments.view.as_of, ..Options::default() };
                let sitting = super::sit_with(reading.case, options).0;
                let case = sitting.case();
                let refused = sitting.refusals();
                let (reports, broken) = text_of(&path, case);
                faulty |= broken;
                for report in &reports {
                    say(&format!("{}\n", shown(report)));
                }
                if refused.is_empty() && arguments.csv {
                    sound.push((path.display().to_string(), Arc::clone(case)));
                } else if refused.is_empty() && !broken {
                    print(&format!("{}: no faults · {}\n", path.display(), page::contents(case)))?;
                }
                for refusal in refused {
                    faulty = true;
                    let line = refusal.line.map(|line| format!(":{line}")).unwrap_or_default();
                    say(&format!("error: {}{line}: {}\n", path.display(), refusal.sentence));
                }
                if arguments.figures && !arguments.csv {
                    print(&render::terminal(&page::figures(case), page_width()))?;
                }
            }
            Err(report) => {
                faulty = true;
                say(&format!("{}\n", shown(&report)));
            }
        }
    }
    if arguments.csv {
        print(&tables::figures(sound.iter().map(|(file, case)| (file.as_str(), &**case))).to_csv())?;
    }
    if faulty { Err(Failure::Silent) } else { Ok(()) }
}

/// The same as one JSON object.
fn run_json(arguments: &CheckArguments) -> Result<(), Failure> {
    let checked = |path: PathBuf| {
        let file = path.display().to_string();
        match read_with(&path, &arguments.view.set) {
            Ok(ReadingWith { reading, .. }) => {
                let options = Options { as_of: arguments.view.as_of, ..Options::default() };
                let sitting = super::sit_with(reading.case, options).0;
                let checked = of(file, &reading.report, Some((sitting.case(), sitting.refusals())));
                CheckedCase { text: checked_text(&path, sitting.case()), ..checked }
            }
            Err(report) => of(file, &report, None),
        }
    };
    let of_all = arguments.cases.iter().flat_map(|path| cases_in(path)).map(checked).collect();
    let answer = CheckAnswer { cases: of_all };
    print_json(&answer)?;
    if answer.is_sound() { Ok(()) } else { Err(Failure::Silent) }
}

/// What is wrong with the versions of the text of a case, and whether any of it is an error; nothing for a case without a text.
fn text_of(path: &Path, case: &Case) -> (Vec<Report>, bool) {
    if !detente_text::has_text(&super::text::home(path)) {
        return (Vec::new(), false);
    }
    match detente_text::read(&super::text::home(path), case) {
        Ok(reading) => (reading.reports, false),
        Err(reports) => (reports, true),
    }
}

/// What is wrong with the versions of the text beside a case, by its file or folder: those that have faults.
pub fn checked_text(path: &Path, case: &Case) -> Vec<CheckedText> {
    let checked = |report: &Report| CheckedText {
        file: report.name().to_owned(),
        errors: report.errors(),
        warnings: report.warnings(),
        faults: report.faults().iter().map(|fault| fault_told(report, fault)).collect(),
    };
    text_of(path, case).0.iter().map(checked).collect()
}

fn of(file: String, report: &Report, read: Option<(&Case, Vec<Refusal>)>) -> CheckedCase {
    let faults = report.faults().iter().map(|fault| fault_told(report, fault)).collect();
    CheckedCase::of(file, (report.errors(), report.warnings()), faults, read)
}

/// What a path stands for: itself, or, for a folder that is no case, the case files and case folders right inside it. A
/// folder without any is left to the reader, which says what is missing.
fn cases_in(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() || path.join(CASE_FILE).exists() {
        return vec![path.to_owned()];
    }
    let mut found: Vec<PathBuf> = fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            path.join(CASE_FILE).exists() || path.extension().is_some_and(|ending| ending == "toml")
        })
        .collect();
    found.sort();
    if found.is_empty() { vec![path.to_owned()] } else { found }
}
