//! One file a verb.

pub mod brief;
pub mod check;
pub mod completions;
pub mod deals;
pub mod new;
pub mod schema;
pub mod stability;

use std::path::Path;

use detente_brief::Brief;
use detente_model::Case;

use crate::arguments::Draws;
use crate::output::{Failure, say, shown};
use crate::progress::Progress;

/// Reads a case; warnings are said on standard error and do not stop it.
fn read(path: &Path) -> Result<Case, Failure> {
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
