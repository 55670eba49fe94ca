//! One file a verb.

pub mod brief;
pub mod check;
pub mod completions;
pub mod deals;
pub mod durability;
pub mod events;
pub mod exchange;
pub mod export;
pub mod import;
pub mod intake;
pub mod new;
pub mod outlook;
pub mod schema;
pub mod stability;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use detente_brief::{Chosen, Options, Sitting};
use detente_model::Case;

use crate::arguments::{AboutPackage, AsOf, CaseAsOf, Draws};
use crate::output::{Failure, say, shown};
use crate::progress::Bar;

/// Reads a case, or makes one of the files of another tool.
fn read_any(paths: &[PathBuf]) -> Result<Case, Failure> {
    match paths {
        [only] if !detente_foreign::is_foreign(only) => read_case(only),
        files => {
            let import = detente_foreign::import(files, None).map_err(Failure::Refused)?;
            say(&import.warnings.iter().map(shown).collect::<String>());
            Ok(import.case)
        }
    }
}

/// Reads a case; warnings are said on standard error and do not stop it.
fn read_case(path: &Path) -> Result<Case, Failure> {
    let reading = detente_case::read(path).map_err(|report| Failure::Faults(Box::new(report)))?;
    if !reading.report.is_clean() {
        say(&shown(&reading.report));
    }
    Ok(reading.case)
}

/// Sits down with a case, with a bar for what takes long.
fn sit(known: &CaseAsOf, draws: &Draws) -> Result<(Sitting, Bar), Failure> {
    sit_any(std::slice::from_ref(&known.case), &known.as_of, Options::drawing(draws.draws, draws.seed))
}

/// Sits down with a case or with what files of another tool make, as it was known on the day that was asked for. What cannot be taken
/// back to that day is said on standard error.
fn sit_any(paths: &[PathBuf], day: &AsOf, options: Options) -> Result<(Sitting, Bar), Failure> {
    Ok(sit_with(read_any(paths)?, Options { as_of: day.as_of, ..options }))
}

/// Sits down with a case that was read.
fn sit_with(case: Case, options: Options) -> (Sitting, Bar) {
    if options.as_of.is_some_and(|day| day > case.as_of) {
        say(&format!("note: the case knows nothing after {}; that day is shown\n", case.as_of));
    }
    let (bar, progress) = Bar::new();
    let sitting = Sitting::watched(case, options, Arc::new(progress));
    match sitting.later_judgements() {
        0 => {}
        1 => say("note: 1 figure of the case cites only sources that appeared later; it stands as it is\n"),
        n => say(&format!(
            "note: {n} figures of the case cite only sources that appeared later; they stand as they are\n"
        )),
    }
    (sitting, bar)
}

/// Sits down to a question about one package, where one is named.
fn sit_about(arguments: &AboutPackage) -> Result<(Sitting, Bar), Failure> {
    let (sitting, bar) = sit(&arguments.case, &arguments.draws)?;
    Ok((about(sitting, arguments)?, bar))
}

/// The same sitting, about the package that is named, if one is.
fn about(sitting: Sitting, arguments: &AboutPackage) -> Result<Sitting, Failure> {
    match &arguments.package.package {
        Some(text) => sitting.about(text).map_err(Failure::said),
        None => Ok(sitting),
    }
}

/// The package that was asked about.
fn chosen(sitting: &Sitting, arguments: &AboutPackage) -> Result<Chosen, Failure> {
    sitting.package(arguments.package.package.as_deref()).map_err(Failure::said)
}
