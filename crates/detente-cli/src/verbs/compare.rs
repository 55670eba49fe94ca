//! `detente compare`: two cases side by side, or one as it is and with what is set.

use std::sync::Arc;

use detente_brief::answers::{CompareAnswer, tables};
use detente_brief::{Options, page, render};
use detente_case::edit::{ReadingWith, Setting, read_with};
use detente_server::changes_between;

use crate::arguments::{Chosen, CompareArguments};
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json, say, shown};

pub fn run(arguments: &CompareArguments) -> Result<(), Failure> {
    let set = arguments.view.set.as_slice();
    let (before, after) = match arguments.cases.as_slice() {
        [before, after] => (read(before, set)?, read(after, set)?),
        [only] if !set.is_empty() => (read(only, &[])?, read(only, set)?),
        _ => {
            return Err(Failure::said(
                "there is nothing to compare with: name a second case, or say with `--set PATH=VALUE` what should be otherwise",
            ));
        }
    };
    let changes = changes_between(&before.text, &after.text).map_err(Failure::said)?;
    let changes = changes.into_iter().map(|(_, change)| change).collect();
    let options = Options {
        as_of: arguments.view.as_of,
        ..Options::drawing(arguments.draws.draws, arguments.draws.seed)
    };
    let (first, bar) = super::sit_with(before.reading.case, options);
    let second = first.beside(Arc::new(after.reading.case));
    let found = first.compared_with(&second, changes).map_err(Failure::said)?;
    drop(bar);
    let shown = page::side_by_side(&found);
    if let Some(path) = &arguments.html {
        write_file(path, render::html(&shown))?;
    }
    let answer = CompareAnswer::of(&found);
    match arguments.form.chosen() {
        Chosen::Text => print(&render::terminal(&shown, page_width())),
        Chosen::Json => print_json(&answer),
        Chosen::Csv => print(&tables::compare(&answer).to_csv()),
    }
}

/// Reads a case with what is set; warnings do not stop it.
fn read(path: &std::path::Path, set: &[Setting]) -> Result<ReadingWith, Failure> {
    let read = read_with(path, set).map_err(|report| Failure::Faults(Box::new(report)))?;
    if !read.reading.report.is_clean() {
        say(&shown(&read.reading.report));
    }
    Ok(read)
}
