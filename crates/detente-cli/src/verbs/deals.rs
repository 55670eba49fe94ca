//! `detente deals`: the deal space.

use crate::arguments::Deals;
use crate::output::{Failure, page_width, print, print_json};

pub fn run(arguments: &Deals) -> Result<(), Failure> {
    let case = super::read_any(&arguments.cases)?;
    let brief = super::study(&case, &arguments.draws)?;
    if arguments.json {
        print_json(&detente_brief::json::deals(&case, &brief.deals, brief.draws, brief.seed))
    } else {
        print(&detente_brief::text::deals(&brief, page_width()))
    }
}
