//! `detente outlook`: what was said and done, and what it makes of the outlook.

use detente_brief::Evidence;

use crate::arguments::{Draws, Outlook};
use crate::output::{Failure, page_width, print, print_json};
use crate::progress::Progress;

pub fn run(arguments: &Outlook) -> Result<(), Failure> {
    let case = super::read(&arguments.case)?;
    let Draws { draws, seed } = arguments.draws;
    let progress = Progress::over(draws);
    let found = Evidence::of(&case, draws, seed, &|| progress.step()).map_err(Failure::said)?;
    drop(progress);
    let Some(found) = found else {
        return Err(Failure::said(
            "the case has no evidence: declare `[propositions]`, and in `[[claims]]` what was said and done",
        ));
    };
    if arguments.json {
        print_json(&detente_brief::json::outlook(&found))
    } else {
        print(&detente_brief::text::outlook(&found, page_width()))
    }
}
