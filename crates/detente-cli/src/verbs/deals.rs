//! `detente deals`: the deal space.

use detente_brief::Brief;
use detente_deals::fixed::to_units;
use detente_deals::{Sampling, SobolIndices, Study};
use detente_model::Worlds;

use crate::arguments::Deals;
use crate::output::{Failure, page_width, print, print_json};
use crate::progress::Progress;

/// How many worlds are drawn at the most until an interval is narrow enough.
const MOST_DRAWS: u64 = 1_000_000;

pub fn run(arguments: &Deals) -> Result<(), Failure> {
    let case = super::read_any(&arguments.cases, &arguments.as_of)?;
    let case = super::prepared(case, &arguments.draws, None);
    let (draws, seed) = (arguments.draws.draws, arguments.draws.seed);
    let sampling = match arguments.interval {
        Some(half_width) => Sampling::Interval { half_width, most: MOST_DRAWS },
        None => Sampling::Draws(draws),
    };
    let progress = match sampling {
        Sampling::Draws(draws) => Progress::over(draws),
        Sampling::Interval { most, .. } => Progress::up_to(most),
    };
    let drawn = || progress.step();
    let study = Study { sampling, tolerance: arguments.tolerance.map(to_units) };
    let worlds = detente_brief::worlds(&case, seed);
    if arguments.json {
        let mut found = detente_brief::deal_space(&worlds, study, &drawn).map_err(Failure::said)?;
        drop(progress);
        found.sobol = indices(&worlds, seed, arguments.sobol)?;
        let draws = found.acceptability.zone.draws;
        return print_json(&detente_brief::json::deals(&case, &found, draws, seed));
    }
    let mut brief = Brief::of_deals(&case, study, seed, &drawn).map_err(Failure::said)?;
    drop(progress);
    brief.deals.sobol = indices(&worlds, seed, arguments.sobol)?;
    print(&detente_brief::text::deals(&brief, page_width()))
}

/// Sobol indices from so many rows, where they are asked for.
fn indices(worlds: &Worlds<'_>, seed: u64, rows: Option<u64>) -> Result<Option<SobolIndices>, Failure> {
    let Some(rows) = rows else { return Ok(None) };
    let progress = Progress::over(SobolIndices::worlds_needed(worlds, rows));
    SobolIndices::over(worlds, seed, rows, &|| progress.step()).map(Some).map_err(Failure::said)
}
