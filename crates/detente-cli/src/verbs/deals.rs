//! `detente deals`: the deal space.

use detente_brief::answers::{DealsAnswer, tables};
use detente_brief::{Options, page, render};
use detente_deals::Sampling;
use detente_deals::Units;

use crate::arguments::{Chosen, DealsArguments};
use crate::output::{Failure, page_width, print, print_json};

/// How many worlds are drawn at the most until an interval is narrow enough.
const MOST_DRAWS: u64 = 1_000_000;

pub fn run(arguments: &DealsArguments) -> Result<(), Failure> {
    let sampling = match arguments.interval {
        Some(half_width) => Sampling::Interval { half_width, most: MOST_DRAWS },
        None => Sampling::Draws(arguments.draws.draws),
    };
    let tolerance = arguments.tolerance.map(Units::from_f64);
    let options = Options { sampling, seed: arguments.draws.seed, tolerance, as_of: None };
    let (sitting, bar) = super::sit_any(&arguments.cases, &arguments.view, options)?;
    let sitting = super::about(sitting, &arguments.package)?;
    let deals = sitting.deals().map_err(Failure::said)?;
    let shown = arguments.form.chosen() == Chosen::Text;
    let standings = if shown { sitting.standings().map_err(Failure::said)? } else { None };
    let sobol = arguments.sobol.map(|rows| sitting.sobol(rows)).transpose().map_err(Failure::said)?;
    let judged = super::judged(&sitting, &arguments.package)?;
    super::write_worlds(&sitting, arguments.worlds.as_deref())?;
    drop(bar);
    match arguments.form.chosen() {
        Chosen::Text => {
            let shown = page::deals(&deals, standings.as_deref(), sobol.as_ref()).judging(judged.as_deref());
            print(&render::terminal(&shown, page_width()))
        }
        Chosen::Json => print_json(&DealsAnswer::of(&deals, sobol.as_ref()).judging(judged.as_deref())),
        Chosen::Csv => print(&tables::deals(&DealsAnswer::of(&deals, None)).to_csv()),
    }
}
