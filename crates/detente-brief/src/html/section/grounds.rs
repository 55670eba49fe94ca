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

pub(in crate::html) fn section(brief: &Brief<'_>, notes: &mut Notes) -> Option<Grounds> {
    let grounds = &brief.grounds;
    if grounds.figures.is_empty() {
        return None;
    }
    let see = format!(
        "{} as a source has {}; {} a range put around what a source reports; {} somebody’s judgement and {} nothing.",
        words::plural(grounds.cited as u128, "figure stands", "figures stand"),
        if grounds.cited == 1 { "it" } else { "them" },
        words::plural(grounds.estimated as u128, "is", "are"),
        words::plural(grounds.judged as u128, "is", "are"),
        if grounds.judged == 1 { "cites" } else { "cite" },
    );
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
    Some(Grounds { see, hangs_on: grounds.hangs_on.clone(), figures: figures.collect() })
}
