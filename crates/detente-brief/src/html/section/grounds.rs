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
        "{} as a source has {}; {} put around what a source reports; {} that {} nothing.",
        count(grounds.cited, "figure stands", "figures stand"),
        if grounds.cited == 1 { "it" } else { "them" },
        count(grounds.estimated, "is a range", "are ranges"),
        count(grounds.judged, "is a judgement", "are judgements"),
        if grounds.judged == 1 { "cites" } else { "cite" },
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
