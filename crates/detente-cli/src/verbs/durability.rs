//! `detente durability`: would it last?

use detente_brief::Lasting;

use crate::arguments::AboutPackage;
use crate::output::{Failure, page_width, print, print_json};
use crate::progress::Progress;

pub fn run(arguments: &AboutPackage) -> Result<(), Failure> {
    let case = super::read(&arguments.case)?;
    let case = super::prepared(case, &arguments.draws, Some(&arguments.package));
    let (draws, seed) = (arguments.draws.draws, arguments.draws.seed);
    if case.durability.is_none() {
        return Err(Failure::said(
            "the case has no durability: say in `[durability]` how long truces have lasted here (`baseline`), and in \
             `[[durability.factors]]` what makes an agreement last",
        ));
    }
    let packages = if arguments.package.package.is_some() {
        let chosen = super::chosen(&case, &arguments.package, &arguments.draws)?;
        vec![(chosen.letter, chosen.outcome)]
    } else {
        let progress = Progress::over(draws);
        detente_brief::leading(&case, draws, seed, &|| progress.step()).map_err(Failure::said)?
    };
    let Some(found) = Lasting::of(&case, packages, draws, seed).map_err(Failure::said)? else {
        return Ok(());
    };
    if arguments.json {
        print_json(&detente_brief::json::durability(&found))
    } else {
        print(&detente_brief::text::durability(&found, page_width()))
    }
}
