//! Judgement or fact: every figure of the case with what it rests on.

use serde::Serialize;

use crate::brief::Brief;
use crate::html::notes::{Notes, Reference};
use crate::words;

/// All figures.
#[derive(Serialize)]
pub(in crate::html) struct Grounds {
    see: String,
    figures: Vec<Row>,
}

/// One figure.
#[derive(Serialize)]
struct Row {
    path: String,
    stated: String,
    cites: Vec<Reference>,
    line: Option<usize>,
}

pub(in crate::html) fn section(brief: &Brief<'_>, notes: &mut Notes) -> Option<Grounds> {
    let grounds = &brief.grounds;
    if grounds.figures.is_empty() {
        return None;
    }
    let count = |n: usize, one: &str, many: &str| words::plural(n as u128, one, many);
    let see = format!(
        "{} of the case {} a source; {} somebody’s judgement. {} as a range rather than a point.",
        count(grounds.cited, "figure", "figures"),
        if grounds.cited == 1 { "cites" } else { "cite" },
        count(grounds.judged, "is", "are"),
        count(grounds.ranges, "is given", "are given"),
    );
    let figures = grounds.figures.iter().map(|figure| Row {
        cites: notes.refer(
            &figure.cite,
            &figure.line.map_or_else(|| figure.path.clone(), |line| format!("line {line}")),
        ),
        path: figure.path.clone(),
        stated: figure.stated.clone(),
        line: figure.line,
    });
    Some(Grounds { see, figures: figures.collect() })
}
