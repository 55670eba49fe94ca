//! `detente durability`: would it last?

use detente_brief::answers::{DurabilityAnswer, tables};
use detente_brief::page;
use detente_brief::render::terminal;

use crate::arguments::{AboutPackage, Chosen};
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &AboutPackage) -> Result<(), Failure> {
    let (sitting, bar) = super::sit_about(arguments)?;
    if sitting.case().durability.is_none() {
        return Err(Failure::said(
            "the case has no durability: say in `[durability]` how long truces have lasted here (`baseline`), and in \
             `[[durability.factors]]` what makes an agreement last",
        ));
    }
    let packages = if arguments.package.package.is_some() {
        vec![super::chosen(&sitting, &arguments.package)?]
    } else {
        sitting.leading().map_err(Failure::said)?
    };
    let found = sitting.durability(&packages).map_err(Failure::said)?;
    drop(bar);
    let Some(found) = found else { return Ok(()) };
    match arguments.form.chosen() {
        Chosen::Text => print(&terminal(&page::durability(&found), page_width())),
        Chosen::Json => print_json(&DurabilityAnswer::of(&found)),
        Chosen::Csv => print(&tables::durability(&DurabilityAnswer::of(&found)).to_csv()),
    }
}
