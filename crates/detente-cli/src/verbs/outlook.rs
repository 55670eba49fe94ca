//! `detente outlook`: what was said and done, and what it makes of the outlook.

use detente_brief::answers::{OutlookAnswer, tables};
use detente_brief::render::terminal;
use detente_brief::{Lacking, page};

use crate::arguments::{Chosen, OutlookArguments};
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &OutlookArguments) -> Result<(), Failure> {
    let (sitting, bar) = super::sit(&arguments.case, &arguments.draws)?;
    let found = sitting.outlook().map_err(Failure::said)?;
    drop(bar);
    let Some(found) = found else {
        return Err(Failure::said(Lacking::Evidence));
    };
    match arguments.form.chosen() {
        Chosen::Text => print(&terminal(&page::outlook(&found), page_width())),
        Chosen::Json => print_json(&OutlookAnswer::of(&found)),
        Chosen::Csv => print(&tables::outlook(&OutlookAnswer::of(&found)).to_csv()),
    }
}
