//! What past forecasts were worth, and which are still to be judged.

use detente_evidence::{CalibrationBin, Scores};
use detente_model::ForecastId;

use crate::compose::evidence::WeighedEvidence;
use crate::page::table::{Column, Table};
use crate::page::wording::{Chance, Wording, told};
use crate::page::{Block, Section};
use crate::words;

/// Scores, calibration, and the forecasts that are due.
pub(super) fn forecasts(found: &WeighedEvidence) -> Section {
    let ledger = &found.ledger;
    let mut blocks = Vec::new();
    let mut items: Vec<Wording> = Vec::new();
    if let (Some(own), Some(base)) = (ledger.scores, ledger.base_rate) {
        let came_due = words::plural(own.count, "forecast", "forecasts");
        blocks.extend(scores(found, own, base, &came_due).map(Block::short));
        let in_short = format!(
            "{came_due} came due: Brier score {:.3}, against {:.3} for always saying the base rate (0 is perfect).",
            own.brier, base.brier
        );
        items.push(told("", in_short));
    }
    let waiting = [(&ledger.overdue, "overdue since", "Overdue since"), (&ledger.open, "due", "Due")];
    for (ids, short, full) in waiting {
        items.extend(ids.iter().map(|id| {
            let forecast = forecast(found, *id);
            told(format!("{short} {forecast}"), format!("{full} {forecast}."))
        }));
    }
    blocks.push(Block::list(items));
    Section::new("forecasts", "Forecasts", blocks)
}

/// `1 March 2024: a truce holds (40 %)`.
fn forecast(found: &WeighedEvidence, id: ForecastId) -> String {
    let forecast = &found.case.forecasts[id.0];
    let probability = words::percent(found.case.numbers[forecast.probability].value.central());
    format!("{}: {} ({probability})", words::date(forecast.due), forecast.text)
}

/// How good the forecasts were that came due, beside the base rate.
fn scores(found: &WeighedEvidence, own: Scores, base: Scores, came_due: &str) -> impl Iterator<Item = Block> {
    let ledger = &found.ledger;
    let row = |name: &str, scores: Scores| {
        vec![name.into(), format!("{:.3}", scores.brier).into(), logarithmic(scores.logarithmic).into()]
    };
    let columns = [Column::words(""), Column::figures("Brier"), Column::figures("logarithmic")];
    let rows = [row("these forecasts", own), row("always saying the base rate", base)];
    let better = match ledger.skill {
        Some(skill) if skill > 0.0 => {
            format!("better than the base rate by {:.0} % of its score", skill * 100.0)
        }
        Some(skill) if skill < 0.0 => {
            format!("worse than the base rate by {:.0} % of its score", -skill * 100.0)
        }
        _ => "no better and no worse than the base rate".to_owned(),
    };
    let bins = [Column::of_figures("said"), Column::of_figures("came about"), Column::of_figures("of")];
    let bin = |bin: &CalibrationBin| {
        vec![
            words::percent(bin.forecast).into(),
            Chance::from(bin.observed).into(),
            bin.count.to_string().into(),
        ]
    };
    let blocks = [
        Block::table(Table::new(columns).with(rows)),
        Block::told(format!("{came_due} came due: {better}. The less, the better; 0 is perfect.")),
        Block::table(Table::new(bins).with(ledger.calibration.iter().map(bin))).apart(),
        Block::how("Calibration: what was said on average, and the share that came about."),
    ];
    blocks.into_iter()
}

fn logarithmic(score: f64) -> String {
    if score.is_finite() { format!("{score:.3}") } else { "∞".to_owned() }
}
