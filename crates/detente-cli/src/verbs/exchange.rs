//! `detente exchange`: would it hold?

use detente_brief::ExchangePlan;

use crate::arguments::AboutPackage;
use crate::output::{Failure, page_width, print, print_json};
use crate::progress::Progress;

pub fn run(arguments: &AboutPackage) -> Result<(), Failure> {
    let case = super::read(&arguments.case)?;
    let case = super::prepared(case, &arguments.draws, Some(&arguments.package));
    let draws = &arguments.draws;
    if case.exchange.is_none() {
        return Err(Failure::said(
            "the case has no exchange: say in `[exchange]` how long calm is pledged (`pledge_days`) and what binds each side, \
             and in `[[exchange.lots]]` who hands over what, how many, and what one is worth to each",
        ));
    }
    let package = super::chosen(&case, &arguments.package, draws)?;
    let found = {
        let progress = Progress::up_to(ExchangePlan::most_worlds(draws.draws));
        let (outcome, letter) = (&package.outcome, package.letter.as_deref());
        ExchangePlan::watched(&case, outcome, letter, draws.draws, draws.seed, &|| progress.step())
    };
    let Some(found) = found.map_err(Failure::said)? else { return Ok(()) };
    if arguments.json {
        print_json(&detente_brief::json::exchange(&found))
    } else {
        print(&detente_brief::text::exchange(&found, page_width()))
    }
}
