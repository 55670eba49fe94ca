//! `detente collective`: what a body in which many have a say would decide.

use detente_brief::answers::CollectiveAnswer;
use detente_brief::{page, render};
use detente_collective::Model;
use detente_foreign::actors;
use detente_model::Progress;

use crate::arguments::CollectiveArguments;
use crate::output::{Failure, page_width, print, print_json};

/// The largest table that is read: 64 MB.
const LARGEST_TABLE: u64 = 64_000_000;

pub fn run(arguments: &CollectiveArguments) -> Result<(), Failure> {
    let path = &arguments.table;
    let model = arguments.model.as_deref().map(str::parse::<Model>).transpose().map_err(Failure::said)?;
    let bytes = crate::addition::load(path, LARGEST_TABLE)?;
    let name = path.display();
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::said(format!("`{name}` is not UTF-8 text; save the table as CSV in UTF-8")))?;
    let dossiers = actors::dossiers(&text).map_err(|fault| {
        Failure::said(format!("`{name}`, line {}: {}\nhelp: {}", fault.line, fault.message, fault.hint))
    })?;
    let answer = CollectiveAnswer::of(&dossiers, model, &Progress::default()).map_err(Failure::said)?;
    if arguments.json {
        return print_json(&answer);
    }
    print(&render::terminal(&page::collective(&answer), page_width()))
}
