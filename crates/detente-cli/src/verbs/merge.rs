//! `detente merge`: two versions of a case that go back to one, put together judgement by judgement.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use detente_brief::{page, render};
use detente_case::merge::MergeFault;
use detente_case::report::{Text, contents};
use detente_case::{CASE_FILE, SheetsIn};
use detente_server::put_together;

use crate::arguments::MergeArguments;
use crate::files::{is_standard_output, write_file};
use crate::output::{Failure, page_width, print, print_json, say, shown};

pub fn run(arguments: &MergeArguments) -> Result<(), Failure> {
    let [base, mine, theirs] =
        [&arguments.base, &arguments.mine, &arguments.theirs].map(|path| (file_of(path), path));
    let read = |(file, path): &(PathBuf, &PathBuf)| {
        contents(path, file).map_err(|report| Failure::Faults(Box::new(report)))
    };
    let texts = [read(&base)?, read(&mine)?, read(&theirs)?];
    let [of_base, of_mine, of_theirs] = [&texts[0], &texts[1], &texts[2]].map(Text::content);
    let into = arguments.out.as_deref().filter(|path| !is_standard_output(path)).map(file_of);
    // What it includes lies where it is going to lie, or else beside the version of whoever merges.
    let beside = SheetsIn::beside(into.as_deref().unwrap_or(&mine.0));
    let named = into.as_deref().unwrap_or(Path::new("merged")).display().to_string();
    let together =
        put_together([of_base, of_mine, of_theirs], &arguments.take, &named, &beside).map_err(|fault| {
            match fault {
                MergeFault::Broken { report, .. } => Failure::Faults(report),
                other => Failure::said(other),
            }
        })?;
    let (merged, report, sound) = (&together.merged, together.report.as_ref(), together.sound);
    let writes = into.is_some() && sound != Some(false);
    if let Some(file) = into.as_deref().filter(|_| writes) {
        write_file(file, &merged.text)?;
    }
    let answer = together.answer(writes);
    if arguments.json {
        print_json(&answer)?;
    } else {
        if let Some(report) = report.filter(|report| !report.is_clean()) {
            say(&shown(report));
        }
        let mut told = render::terminal(&page::merge(&answer), page_width());
        // Writing to a string cannot fail.
        let _ = match (into.as_deref(), writes) {
            (Some(file), true) => writeln!(told, "\nWritten to `{}`.", file.display()),
            (Some(_), false) => writeln!(
                told,
                "\nNothing was written: together the two versions make the faults above. Take a side at one of the places, or mend one of them."
            ),
            (None, _) => Ok(()),
        };
        if into.is_some() {
            print(&told)?;
        } else {
            say(&told);
            if sound != Some(false) {
                print(&merged.text)?;
            }
        }
    }
    if answer.is_settled() { Ok(()) } else { Err(Failure::Silent) }
}

/// The file that a path stands for.
fn file_of(path: impl AsRef<Path>) -> PathBuf {
    let path = path.as_ref();
    if path.is_dir() { path.join(CASE_FILE) } else { path.to_owned() }
}
