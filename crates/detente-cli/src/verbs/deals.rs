//! `detente deals`: the deal space.

use detente_brief::Brief;
use detente_deals::{Sampling, SobolIndices};

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
    let mut brief = {
        let progress = match sampling {
            Sampling::Draws(draws) => Progress::over(draws),
            Sampling::Interval { most, .. } => Progress::up_to(most),
        };
        Brief::sampled(&case, sampling, seed, &|| progress.step()).map_err(Failure::said)?
    };
    if let Some(rows) = arguments.sobol {
        let worlds = detente_brief::worlds(&case, seed);
        let progress = Progress::over(SobolIndices::worlds_needed(&worlds, rows));
        let found = SobolIndices::over(&worlds, seed, rows, &|| progress.step()).map_err(Failure::said)?;
        brief.deals.sobol = Some(found);
    }
    if arguments.json {
        print_json(&detente_brief::json::deals(&case, &brief.deals, brief.draws, brief.seed))
    } else {
        print(&detente_brief::text::deals(&brief, page_width()))
    }
}
