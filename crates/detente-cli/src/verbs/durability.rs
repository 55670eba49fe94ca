//! `detente durability`: would it last?

use detente_brief::answers::{DurabilityAnswer, FindingsAnswer, tables};
use detente_brief::render::terminal;
use detente_brief::{Lacking, Options, page};
use detente_model::Case;

use crate::arguments::{Chosen, DurabilityArguments, Form};
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: DurabilityArguments) -> Result<(), Failure> {
    let DurabilityArguments { case, view, draws, package, days, findings, form } = arguments;
    let Some(case) = case.filter(|_| !findings) else { return catalogue(&form) };
    let case = with_horizons(super::read_case(&case, &view.set)?, days)?;
    let options = Options { as_of: view.as_of, ..Options::drawing(draws.draws, draws.seed) };
    let (sitting, bar) = super::sit_with(case, options);
    let sitting = super::about(sitting, &package)?;
    let packages = if package.package.is_some() {
        vec![super::chosen(&sitting, &package)?]
    } else {
        sitting.leading().map_err(Failure::said)?
    };
    let found = sitting.durability(&packages).map_err(Failure::said)?;
    drop(bar);
    let Some(found) = found else { return Ok(()) };
    match form.chosen() {
        Chosen::Text => print(&terminal(&page::durability(&found), page_width())),
        Chosen::Json => print_json(&DurabilityAnswer::of(&found)),
        Chosen::Csv => print(&tables::durability(&DurabilityAnswer::of(&found)).to_csv()),
    }
}

/// The case with the horizons asked for, if it says how long agreements last.
fn with_horizons(mut case: Case, days: Vec<f64>) -> Result<Case, Failure> {
    let Some(durability) = &mut case.durability else {
        return Err(Failure::said(Lacking::Durability));
    };
    if !days.is_sorted_by(|a, b| a < b) {
        return Err(Failure::said("`--days` takes each day once, in their order: `--days 30,365,1825`"));
    }
    if !days.is_empty() {
        durability.horizons = days;
    }
    Ok(case)
}

fn catalogue(form: &Form) -> Result<(), Failure> {
    let catalogue = FindingsAnswer::all().map_err(Failure::said)?;
    match form.chosen() {
        Chosen::Text => print(&terminal(&page::findings(&catalogue), page_width())),
        Chosen::Json => print_json(&catalogue),
        Chosen::Csv => print(&tables::findings(&catalogue).to_csv()),
    }
}
