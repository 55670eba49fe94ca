//! `detente outlook`: what was said and done, and what it makes of the outlook.

use detente_brief::Evidence;

use crate::arguments::Outlook;
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &Outlook) -> Result<(), Failure> {
    let case = super::read(&arguments.case)?;
    let found = Evidence::of(&case, arguments.draws.draws, arguments.draws.seed).map_err(Failure::said)?;
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
