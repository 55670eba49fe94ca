//! `detente durability`: would it last?

use detente_brief::answers::{DurabilityAnswer, FindingsAnswer};
use detente_brief::render::terminal;
use detente_brief::{Options, page};
use detente_model::Case;

use crate::arguments::{AboutPackage, CaseAsOf, DurabilityArguments};
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: DurabilityArguments) -> Result<(), Failure> {
    let DurabilityArguments { case, as_of, draws, package, days, findings, json, csv } = arguments;
    let Some(case) = case.filter(|_| !findings) else { return catalogue(json, csv) };
    let read = with_horizons(super::read_case(&case)?, days)?;
    let arguments = AboutPackage { case: CaseAsOf { case, as_of }, draws, package, json };
    let options = Options {
        as_of: arguments.case.as_of.as_of,
        ..Options::drawing(arguments.draws.draws, arguments.draws.seed)
    };
    let (sitting, bar) = super::sit_with(read, options);
    let sitting = super::about(sitting, &arguments)?;
    let packages = if arguments.package.package.is_some() {
        vec![super::chosen(&sitting, &arguments)?]
    } else {
        sitting.leading().map_err(Failure::said)?
    };
    let found = sitting.durability(&packages).map_err(Failure::said)?;
    drop(bar);
    let Some(found) = found else { return Ok(()) };
    if arguments.json {
        print_json(&DurabilityAnswer::of(&found))
    } else {
        print(&terminal(&page::durability(&found), page_width()))
    }
}

/// The case with the horizons asked for, if it says how long agreements last.
fn with_horizons(mut case: Case, days: Vec<f64>) -> Result<Case, Failure> {
    let Some(durability) = &mut case.durability else {
        return Err(Failure::said(
            "the case has no durability: say in `[durability]` how long truces have lasted here (`baseline`), and in \
             `[[durability.factors]]` what makes an agreement last",
        ));
    };
    if !days.is_sorted_by(|a, b| a < b) {
        return Err(Failure::said("`--days` takes each day once, in their order: `--days 30,365,1825`"));
    }
    if !days.is_empty() {
        durability.horizons = days;
    }
    Ok(case)
}

fn catalogue(json: bool, csv: bool) -> Result<(), Failure> {
    let catalogue = FindingsAnswer::all().map_err(Failure::said)?;
    if json {
        print_json(&catalogue)
    } else if csv {
        print(&catalogue.csv())
    } else {
        print(&terminal(&page::findings(&catalogue), page_width()))
    }
}
