//! `detente watch`: what was promised, and what became of it.

use detente_brief::answers::{WatchAnswer, tables};
use detente_brief::{Lacking, page, render};

use crate::arguments::{Chosen, WatchArguments};
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &WatchArguments) -> Result<(), Failure> {
    let WatchArguments { case, draws, package, days, checklist, html, form } = arguments;
    let (sitting, bar) = super::sit(case, draws)?;
    let promised = !sitting.case().commitments.is_empty();
    let sitting = super::about(sitting, package)?;
    let found = if promised {
        sitting.watch(&super::chosen(&sitting, package)?, *days).map_err(Failure::said)?
    } else {
        None
    };
    drop(bar);
    let Some(found) = found else {
        return Err(Failure::said(Lacking::Commitments(sitting.case().as_of)));
    };
    let shown = if *checklist { page::checklist(&found) } else { page::watch(&found) };
    if let Some(path) = html {
        write_file(path, render::html(&shown))?;
    }
    match form.chosen() {
        Chosen::Text => print(&render::terminal(&shown, page_width())),
        Chosen::Json => print_json(&WatchAnswer::of(&found)),
        Chosen::Csv => print(&tables::watch(&WatchAnswer::of(&found)).to_csv()),
    }
}
