//! `detente collective`: what a body in which many have a say would decide, from a case or from a table of actors.

use std::path::Path;

use detente_brief::answers::{BodyAnswer, CollectiveAnswer, tables};
use detente_brief::{Lacking, Options, Want, issue_decided, page, render};
use detente_case::CASE_FILE;
use detente_collective::Model;
use detente_foreign::actors;
use detente_model::Progress;

use crate::arguments::{Chosen, CollectiveArguments};
use crate::files::write_file;
use crate::output::{Failure, page_width, print, print_json};

/// The largest table that is read: 64 MB.
const LARGEST_TABLE: u64 = 64_000_000;

pub fn run(arguments: &CollectiveArguments) -> Result<(), Failure> {
    let path = &arguments.table;
    if is_case(path) {
        return of_case(arguments);
    }
    if let Some(only) = only_of_cases(arguments) {
        return Err(Failure::said(format!(
            "`{only}` is for a case; make one of the table with `detente import {} --out …`",
            path.display()
        )));
    }
    let model = arguments.model.as_deref().map(str::parse::<Model>).transpose().map_err(Failure::said)?;
    let bytes = crate::addition::load(path, LARGEST_TABLE)?;
    let name = path.display();
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::said(format!("`{name}` is not UTF-8 text; save the table as CSV in UTF-8")))?;
    let dossiers = actors::dossiers(&text).map_err(|fault| {
        Failure::said(format!("`{name}`, line {}: {}\nhelp: {}", fault.line, fault.message, fault.hint))
    })?;
    let answer = CollectiveAnswer::of(&dossiers, model, &Progress::default()).map_err(Failure::said)?;
    let shown = page::collective(&answer);
    if let Some(path) = &arguments.html {
        write_file(path, render::html(&shown))?;
    }
    if arguments.form.json {
        return print_json(&answer);
    }
    print(&render::terminal(&shown, page_width()))
}

/// Whether a path leads to a case, and not to a table.
fn is_case(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
        || path.join(CASE_FILE).exists()
        || path.is_dir()
}

/// What was said that makes sense for a case alone.
fn only_of_cases(arguments: &CollectiveArguments) -> Option<&'static str> {
    let CollectiveArguments { view, issue, want, form, .. } = arguments;
    let said = [
        ("--issue", !issue.is_empty()),
        ("--want", !want.is_empty()),
        ("--set", !view.set.is_empty()),
        ("--as-of", view.as_of.is_some()),
        ("--csv", form.csv),
    ];
    said.into_iter().find_map(|(name, said)| said.then_some(name))
}

fn of_case(arguments: &CollectiveArguments) -> Result<(), Failure> {
    let CollectiveArguments { table, view, draws, issue, want, model, html, form } = arguments;
    if model.is_some() {
        return Err(Failure::said(
            "`--model` is for a table of actors; of a case every model is shown side by side",
        ));
    }
    let case = super::read_case(table, &view.set)?;
    let Some(body) = &case.collective else {
        return Err(Failure::said(Lacking::Body));
    };
    let wants: Result<Vec<Want>, String> = want.iter().map(|want| Want::parse(body, want)).collect();
    let wants = wants.map_err(Failure::said)?;
    let shown: Result<Vec<usize>, String> = issue.iter().map(|id| issue_decided(body, id)).collect();
    let shown = shown.map_err(Failure::said)?;
    let options = Options { as_of: view.as_of, ..Options::drawing(draws.draws, draws.seed) };
    let (sitting, bar) = super::sit_with(case, options);
    let found = sitting.collective_wanting(&wants).map_err(Failure::said)?;
    drop(bar);
    let Some(found) = found else { return Ok(()) };
    let found = found.only(&shown);
    let page = page::body(&found);
    if let Some(path) = html {
        write_file(path, render::html(&page))?;
    }
    match form.chosen() {
        Chosen::Text => print(&render::terminal(&page, page_width())),
        Chosen::Json => print_json(&BodyAnswer::of(&found)),
        Chosen::Csv => print(&tables::body(&BodyAnswer::of(&found)).to_csv()),
    }
}
