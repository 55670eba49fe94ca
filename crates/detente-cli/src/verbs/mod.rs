//! One file a verb.

pub mod brief;
pub mod check;
pub mod collective;
pub mod compare;
pub mod completions;
pub mod deals;
pub mod durability;
pub mod events;
pub mod exchange;
pub mod export;
pub mod import;
pub mod intake;
pub mod merge;
pub mod new;
pub mod outlook;
pub mod overlay;
pub mod schema;
pub mod serve;
pub mod settle;
pub mod stability;
pub mod sweep;
pub mod talks;
pub mod text;
pub mod tournament;
pub mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use detente_brief::{Chosen, Judged, Options, Sitting};
use detente_case::edit::{Setting, read_with};
use detente_model::Case;

use crate::arguments::{AboutPackage, CaseInView, Draws, OnePackage, View};
use crate::files::write_file;
use crate::output::{Failure, say, shown};
use crate::progress::Bar;

/// Reads a case, or makes one of the files of another tool.
fn read_any(paths: &[PathBuf], settings: &[Setting]) -> Result<Case, Failure> {
    match paths {
        [only] if !detente_foreign::is_foreign(only) => read_case(only, settings),
        files if settings.is_empty() => {
            let import = detente_foreign::import(files, None).map_err(Failure::Refused)?;
            say(&import.warnings.iter().map(shown).collect::<String>());
            Ok(import.case)
        }
        _ => Err(Failure::said(
            "`--set` names values by their paths in a case file, and files of another tool have none; `detente import FILE… --out CASE` \
             makes a case of them",
        )),
    }
}

/// Reads a case, with what is set; warnings are said on standard error and do not stop it.
fn read_case(path: &Path, settings: &[Setting]) -> Result<Case, Failure> {
    let read = read_with(path, settings).map_err(|report| Failure::Faults(Box::new(report)))?;
    if !read.reading.report.is_clean() {
        say(&shown(&read.reading.report));
    }
    Ok(read.reading.case)
}

/// Sits down with a case, with a bar for what takes long.
fn sit(known: &CaseInView, draws: &Draws) -> Result<(Sitting, Bar), Failure> {
    sit_any(std::slice::from_ref(&known.case), &known.view, Options::drawing(draws.draws, draws.seed))
}

/// Sits down with a case or with what files of another tool make, as it was known on the day that was asked for. What cannot be taken
/// back to that day is said on standard error.
fn sit_any(paths: &[PathBuf], view: &View, options: Options) -> Result<(Sitting, Bar), Failure> {
    Ok(sit_with(read_any(paths, &view.set)?, Options { as_of: view.as_of, ..options }))
}

/// Sits down with a case that was read.
fn sit_with(case: Case, options: Options) -> (Sitting, Bar) {
    let (bar, progress) = Bar::new();
    let sitting = Sitting::watched(case, options, Arc::new(progress));
    for note in sitting.notes() {
        say(&format!("note: {note}\n"));
    }
    (sitting, bar)
}

/// The sitting that can be asked about the package that is named, if one is.
fn about(sitting: Sitting, package: &OnePackage) -> Result<Sitting, Failure> {
    match &package.package {
        Some(text) => sitting.about(text).map_err(Failure::said),
        None => Ok(sitting),
    }
}

/// Sits down to a question about one package, where one is named.
fn sit_about(arguments: &AboutPackage) -> Result<(Sitting, Bar), Failure> {
    let (sitting, bar) = sit(&arguments.case, &arguments.draws)?;
    Ok((about(sitting, &arguments.package)?, bar))
}

/// The package that was asked about.
fn chosen(sitting: &Sitting, package: &OnePackage) -> Result<Chosen, Failure> {
    sitting.package(package.package.as_deref()).map_err(Failure::said)
}

/// The package that was named, judged; nothing where none was.
fn judged(sitting: &Sitting, package: &OnePackage) -> Result<Option<Arc<Judged>>, Failure> {
    if package.package.is_none() {
        return Ok(None);
    }
    let chosen = chosen(sitting, package)?;
    sitting.judged(&chosen).map(Some).map_err(Failure::said)
}

/// Writes the table of the worlds drawn, where one is asked for.
fn write_worlds(sitting: &Sitting, file: Option<&Path>) -> Result<(), Failure> {
    let Some(file) = file else { return Ok(()) };
    write_file(file, sitting.world_table().map_err(Failure::said)?.to_csv())
}
