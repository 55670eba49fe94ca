//! One file a verb.

pub mod brief;
pub mod check;
pub mod completions;
pub mod deals;
pub mod export;
pub mod import;
pub mod new;
pub mod schema;
pub mod stability;

use std::path::{Path, PathBuf};

use detente_brief::Brief;
use detente_case::foreign;
use detente_model::Case;

use crate::arguments::Draws;
use crate::output::{Failure, say, shown};
use crate::progress::Progress;

/// Reads a case, or makes one of the files of another tool.
fn read_any(paths: &[PathBuf]) -> Result<Case, Failure> {
    match paths {
        [only] if !foreign::is_foreign(only) => read_case(only),
        files => {
            let import = foreign::import(files, None).map_err(Failure::Refused)?;
            say(&import.warnings.iter().map(shown).collect::<String>());
            Ok(import.case)
        }
    }
}

/// Reads a case, or makes one of a file or a folder of another tool.
fn read(path: &Path) -> Result<Case, Failure> {
    read_any(&[path.to_owned()])
}

/// Reads a case; warnings are said on standard error and do not stop it.
fn read_case(path: &Path) -> Result<Case, Failure> {
    let reading = detente_case::read(path).map_err(|report| Failure::Faults(Box::new(report)))?;
    if !reading.report.is_clean() {
        say(&shown(&reading.report));
    }
    Ok(reading.case)
}

/// Runs the engines over a case, with a progress bar if it takes long.
fn study<'a>(case: &'a Case, draws: &Draws) -> Result<Brief<'a>, Failure> {
    let progress = Progress::over(draws.draws);
    Brief::on(case, draws.draws, draws.seed, &|| progress.step()).map_err(Failure::said)
}
