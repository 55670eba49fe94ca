//! Judgement or fact: every figure of the case with what it rests on.

use serde::Serialize;

use crate::brief::Brief;
use crate::html::notes::{Notes, Reference};
use crate::words;

/// All figures.
#[derive(Serialize)]
pub(in crate::html) struct Grounds {
    see: String,
    hangs_on: Option<String>,
    figures: Vec<Row>,
}

/// One figure.
#[derive(Serialize)]
struct Row {
    path: String,
    stated: String,
    /// Whether it is a range put around what its sources report.
    estimated: bool,
    cites: Vec<Reference>,
    line: Option<usize>,
}

pub(in crate::html) fn section(brief: &Brief, notes: &mut Notes) -> Option<Grounds> {
    let grounds = &brief.grounds;
    if grounds.figures.is_empty() {
        return None;
    }
    let see = see(grounds);
    let figures = grounds.figures.iter().zip(brief.case.numbers.iter()).map(|(figure, (_, number))| {
        let what = figure.line.map_or_else(|| figure.path.clone(), |line| format!("line {line}"));
        Row {
            cites: notes.refer(&figure.cite, &what),
            path: figure.path.clone(),
            stated: figure.stated.clone(),
            estimated: !figure.cite.is_empty() && !number.value.is_known(),
            line: figure.line,
        }
    });
    Some(Grounds { see, hangs_on: brief.deals.hangs_on.clone(), figures: figures.collect() })
}

/// How many figures rest on what; kinds that do not occur are left out.
fn see(grounds: &crate::brief::Grounds) -> String {
    let figures = grounds.figures.len() as u128;
    if grounds.judged == grounds.figures.len() {
        return format!(
            "{} of the case, and none cites a source: all is somebody’s judgement.",
            words::plural(figures, "figure", "figures")
        );
    }
    let kinds = [
        (grounds.cited, "stands as a source has it", "stand as a source has them"),
        (
            grounds.estimated,
            "is a range put around what a source reports",
            "are ranges put around what a source reports",
        ),
        (
            grounds.judged,
            "is somebody’s judgement and cites nothing",
            "are somebody’s judgement and cite nothing",
        ),
    ];
    let kinds = kinds.into_iter().filter(|(n, ..)| *n > 0);
    let kinds: Vec<String> = kinds.map(|(n, one, many)| words::plural(n as u128, one, many)).collect();
    format!("Of {}, {}.", words::plural(figures, "figure", "figures"), words::list(&kinds))
}
