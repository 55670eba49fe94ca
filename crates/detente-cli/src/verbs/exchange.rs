//! `detente exchange`: would it hold?

use detente_brief::answers::{ExchangeAnswer, tables};
use detente_brief::render::terminal;
use detente_brief::{Lacking, page};

use crate::arguments::{AboutPackage, Chosen};
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &AboutPackage) -> Result<(), Failure> {
    let (sitting, bar) = super::sit_about(arguments)?;
    if sitting.case().exchange_of_lots().is_none() {
        return Err(Failure::said(Lacking::Exchange));
    }
    let package = super::chosen(&sitting, &arguments.package)?;
    let found = sitting.exchange(&package).map_err(Failure::said)?;
    drop(bar);
    let Some(found) = found else { return Ok(()) };
    match arguments.form.chosen() {
        Chosen::Text => print(&terminal(&page::exchange(&found), page_width())),
        Chosen::Json => print_json(&ExchangeAnswer::of(&found)),
        Chosen::Csv => print(&tables::exchange(&ExchangeAnswer::of(&found)).to_csv()),
    }
}
