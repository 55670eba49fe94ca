//! Judgement or fact: what each figure rests on.

use detente_deals::Findings;
use detente_model::Case;

use super::figure_names;
use crate::brief::{GroundedFigure, Grounds};
use crate::words;

impl Grounds {
    /// The figures of a case and what they rest on.
    pub fn of(case: &Case) -> Self {
        let figures: Vec<GroundedFigure> = case
            .numbers
            .stated()
            .map(|number| GroundedFigure {
                path: number.path.clone(),
                name: figure_names::of_path(case, &number.path),
                stated: number.value.to_string(),
                cite: number.cite.clone(),
                line: number.place.and_then(detente_model::Place::line_of_first_file),
            })
            .collect();
        Self {
            cited: case.numbers.stated().filter(|n| !n.cite.is_empty() && n.value.is_known()).count(),
            estimated: case.numbers.stated().filter(|n| !n.cite.is_empty() && !n.value.is_known()).count(),
            judged: case.numbers.stated().filter(|n| n.cite.is_empty()).count(),
            figures,
        }
    }
}

/// How many drivers are named.
const NAMED: usize = 4;

/// The judgements on which the existence of a deal hangs most.
pub(super) fn hangs_on(case: &Case, deals: &Findings) -> Option<String> {
    let named: Vec<String> = deals
        .acceptability
        .drivers
        .iter()
        .take(NAMED)
        .map(|driver| {
            let [low, high] = driver.interval;
            format!(
                "{} ({}, {:.0}–{:.0})",
                figure_names::input(case, driver.input),
                words::percent(driver.share),
                low * 100.0,
                high * 100.0
            )
        })
        .collect();
    (!named.is_empty()).then(|| {
        format!(
            "Whether a deal exists hangs mostly on these, with the share of each in that doubt: {}.",
            named.join("; ")
        )
    })
}
