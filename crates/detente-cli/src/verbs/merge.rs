//! `detente merge`: two versions of a case that go back to one, put together judgement by judgement.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use detente_brief::answers::{
    CaseFault, CommentLost, MergeAnswer, MergeChange, MergeConflict, MergeSide, SideSays,
};
use detente_brief::{page, render};
use detente_case::merge::{Conflict, Ground, GroundCited, MergeFault, Merged, Side, merge};
use detente_case::report::{Text, contents};
use detente_case::{CASE_FILE, SheetsIn, parse_in};

use super::check::told;
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
    let merged = merge(of_base, of_mine, of_theirs, &arguments.take).map_err(|fault| match fault {
        MergeFault::Broken { report, .. } => Failure::Faults(report),
        other => Failure::said(other),
    })?;
    // A file that a case includes is no case of its own.
    let is_sheet = [of_base, of_mine, of_theirs].iter().all(|text| !says_version(text));
    let into = arguments.out.as_deref().filter(|path| !is_standard_output(path)).map(file_of);
    // What it includes lies where it is going to lie, or else beside the version of whoever merges.
    let beside = SheetsIn::beside(into.as_deref().unwrap_or(&mine.0));
    let named = into.as_deref().unwrap_or(Path::new("merged")).display().to_string();
    let checked = (!is_sheet).then(|| parse_in(&named, &merged.text, &beside));
    let report = match &checked {
        Some(Ok(reading)) => Some(&reading.report),
        Some(Err(report)) => Some(report),
        None => None,
    };
    let sound = checked.as_ref().map(Result::is_ok);
    let writes = into.is_some() && sound != Some(false);
    if let Some(file) = into.as_deref().filter(|_| writes) {
        write_file(file, &merged.text)?;
    }
    let faults = report.map(|report| report.faults().iter().map(|fault| told(report, fault)).collect());
    let answer = answer(&merged, faults.unwrap_or_default(), sound, writes);
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

/// Whether a text says which version of the format it is in, as every case does.
fn says_version(text: &str) -> bool {
    text.lines().any(|line| {
        line.trim_start().strip_prefix("case").is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

fn answer(merged: &Merged, faults: Vec<CaseFault>, sound: Option<bool>, written: bool) -> MergeAnswer {
    let changes = merged.changes.iter().map(|change| MergeChange {
        path: change.path.clone(),
        before: change.before.clone(),
        after: change.after.clone(),
        by: change.by.map(side),
    });
    let lost = merged.lost.iter().map(|lost| CommentLost { of: side(lost.of), text: lost.text.clone() });
    MergeAnswer {
        conflicts: merged.conflicts.iter().map(conflict).collect(),
        changes: changes.collect(),
        lost_comments: lost.collect(),
        faults,
        sound,
        written,
        text: (!written).then(|| merged.text.clone()),
    }
}

fn conflict(conflict: &Conflict) -> MergeConflict {
    MergeConflict {
        path: conflict.path.clone(),
        base: conflict.base.clone(),
        mine: says(conflict.mine.as_ref(), &conflict.mine_ground),
        theirs: says(conflict.theirs.as_ref(), &conflict.theirs_ground),
        taken: conflict.taken.map(side),
    }
}

fn says(value: Option<&String>, ground: &Ground) -> SideSays {
    let cite = |cited: &GroundCited| {
        let title = cited.title.as_deref().unwrap_or(&cited.source);
        cited.place.as_ref().map_or_else(|| title.to_owned(), |place| format!("{title}, {place}"))
    };
    SideSays {
        value: value.cloned(),
        cites: ground.cites.iter().map(cite).collect(),
        by: ground.by.clone(),
        because: ground.because.clone(),
        note: ground.note.clone(),
        comment: ground.comment.clone(),
    }
}

fn side(side: Side) -> MergeSide {
    match side {
        Side::Mine => MergeSide::Mine,
        Side::Theirs => MergeSide::Theirs,
    }
}
