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

use detente_brief::{Brief, Chosen};
use detente_model::Case;

use crate::arguments::{AsOf, Draws, Known, OnePackage};
use crate::output::{Failure, say, shown};
use crate::progress::Progress;

/// Reads a case, or makes one of the files of another tool, as it was known on the day that was asked for.
fn read_any(paths: &[PathBuf], day: &AsOf) -> Result<Case, Failure> {
    let case = match paths {
        [only] if !detente_foreign::is_foreign(only) => read_case(only)?,
        files => {
            let import = detente_foreign::import(files, None).map_err(Failure::Refused)?;
            say(&import.warnings.iter().map(shown).collect::<String>());
            import.case
        }
    };
    Ok(as_known(case, day))
}

/// Reads a case, or makes one of a file or a folder of another tool, as it was known on the day that was asked for.
fn read(known: &Known) -> Result<Case, Failure> {
    read_any(std::slice::from_ref(&known.case), &known.as_of)
}

/// Reads a case; warnings are said on standard error and do not stop it.
fn read_case(path: &Path) -> Result<Case, Failure> {
    let reading = detente_case::read(path).map_err(|report| Failure::Faults(Box::new(report)))?;
    if !reading.report.is_clean() {
        say(&shown(&reading.report));
    }
    Ok(reading.case)
}

/// A case as it was known on the day that was asked for. What cannot be taken back to it is said on standard error.
fn as_known(case: Case, day: &AsOf) -> Case {
    let Some(day) = day.as_of else { return case };
    if day > case.as_of {
        say(&format!("note: the case knows nothing after {}; that day is shown\n", case.as_of));
    }
    let earlier = detente_evidence::as_of(&case, day);
    match earlier.later_judgements.len() {
        0 => {}
        1 => say("note: 1 figure of the case cites only sources that appeared later; it stands as it is\n"),
        n => say(&format!(
            "note: {n} figures of the case cite only sources that appeared later; they stand as they are\n"
        )),
    }
    earlier.case
}

/// A case ready for questions about packages, and about the one that is named.
fn prepared(case: Case, draws: &Draws, package: Option<&OnePackage>) -> Case {
    let named = package.and_then(|package| package.package.as_deref());
    detente_brief::prepared(case, draws.seed, named)
}

/// Runs the engines over a case, with a progress bar if it takes long.
fn study<'a>(case: &'a Case, draws: &Draws) -> Result<Brief<'a>, Failure> {
    let progress = Progress::over(Brief::worlds(case, draws.draws));
    Brief::on(case, draws.draws, draws.seed, &|| progress.step()).map_err(Failure::said)
}

/// The package that was asked about, with a progress bar if the leading ones have to be looked for and that takes long.
fn chosen(case: &Case, package: &OnePackage, draws: &Draws) -> Result<Chosen, Failure> {
    let progress = Progress::over(draws.draws);
    let text = package.package.as_deref();
    detente_brief::chosen(case, text, draws.draws, draws.seed, &|| progress.step()).map_err(Failure::said)
}
