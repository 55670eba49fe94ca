//! Two cases side by side.

use super::head::Head;
use super::table::{Column, ColumnHolds, Layout, Table};
use super::wording::{Piece, Wording};
use super::{Block, Page, Section};
use crate::compose::side_by_side::{ComparedChange, ComparedFigure, Counted, Judgement, SideBySide};
use crate::words;

/// A value longer than this is cut in a table, with a mark; `--json` has all of it.
const LONGEST: usize = 60;

/// Two cases side by side: where they differ, what that does, and what each difference does by itself.
pub fn side_by_side(found: &SideBySide) -> Page {
    let mut head = Head::of(&found.after, Some((found.draws, found.seed)), found.headline.clone());
    if found.before.title != found.after.title {
        head.title = format!("{} · against · {}", found.before.title, found.after.title);
    }
    Page { head: Some(head), sections: vec![differences(found), effect(found), by_itself(found)], foot: None }
}

fn differences(found: &SideBySide) -> Section {
    let columns = [Column::of("where"), Column::of("first"), Column::of("second")];
    let shown = |says: &Option<String>| says.as_ref().map_or_else(|| "–".to_owned(), |says| shortened(says));
    let row = |change: &ComparedChange| -> Vec<Wording> {
        vec![
            Piece::Path(change.path.clone()).into(),
            shown(&change.before).into(),
            shown(&change.after).into(),
        ]
    };
    let table = Table::new(columns).laid_out(Layout::Fixed).with(found.changes.iter().map(row));
    let blocks = if table.rows.is_empty() { Vec::new() } else { vec![Block::table(table)] };
    Section::new("differences", "Where they differ", blocks)
}

/// A figure before, after, and the difference: the row of a table that compares two cases.
pub(super) fn compared_row(figure: &ComparedFigure) -> Vec<Wording> {
    vec![
        figure.name.clone().into(),
        amount(figure.counted, figure.before).into(),
        amount(figure.counted, figure.after).into(),
        moved(figure).into(),
    ]
}

fn effect(found: &SideBySide) -> Section {
    let columns = [
        Column::of("figure"),
        Column::of_figures("first"),
        Column::of_figures("second"),
        Column::of_figures("difference").holding(ColumnHolds::Verdict),
    ];
    let table = Table::new(columns).with(found.effect.figures.iter().map(compared_row));
    let mut blocks = Block::read(
        table,
        "Both cases are judged in the same draws, so that what they share cancels out. In brackets the 95 % interval of the difference that \
         the number of draws leaves; figures without one are of the central world. The best package is that of each case.",
    );
    let said = found.effect.words.iter().filter(|said| said.before != said.after).map(|said| {
        let shown = |says: &Option<String>| says.clone().unwrap_or_else(|| "nothing".to_owned());
        format!("{}: {} → {}", words::sentence(said.name), shown(&said.before), shown(&said.after))
    });
    let said: Vec<String> = said.collect();
    if !said.is_empty() {
        blocks.push(Block::list(said).apart());
    }
    Section::new("effect", "What that does", blocks)
}

/// Each difference alone and its absence.
fn by_itself(found: &SideBySide) -> Section {
    let judged = |change: &&ComparedChange| {
        !matches!((&change.alone, &change.without), (Judgement::NotJudged, Judgement::NotJudged))
    };
    // The chance of a deal, and the figure that puts everything about the best package together.
    let together = ["best.all_three", "best.acceptable"];
    let last = together.into_iter().find(|id| found.effect.figure(id).is_some());
    let figures: Vec<&ComparedFigure> =
        ["zone"].into_iter().chain(last).filter_map(|id| found.effect.figure(id)).collect();
    let columns = [
        Column::of("difference"),
        Column::of("figure"),
        Column::of_figures("alone"),
        Column::of_figures("without"),
    ];
    let cell = |judgement: &Judgement, id: &str| match judgement {
        Judgement::Does(effect) => effect.figure(id).map_or_else(String::new, moved),
        Judgement::NoCase(_) | Judgement::NotJudged => "–".to_owned(),
    };
    let mut table = Table::new(columns).laid_out(Layout::Fixed);
    let idle = |change: &&ComparedChange| change.alone.is_idle() && change.without.is_idle();
    for change in found.changes.iter().filter(judged).filter(|change| !idle(change)) {
        for (place, figure) in figures.iter().enumerate() {
            // The path stands before the first of its figures.
            let path = if place == 0 { Piece::Path(change.path.clone()).into() } else { Wording::default() };
            table.push(vec![
                path,
                figure.name.clone().into(),
                cell(&change.alone, &figure.id).into(),
                cell(&change.without, &figure.id).into(),
            ]);
        }
    }
    let mut blocks = Block::read(
        table,
        "Alone: the first case with this difference only, less the first. Without: the second case with this difference taken back, less the \
         second; that is what its absence would undo. Where the two are not each other’s opposite, differences work together.",
    );
    let without_effect: Vec<String> =
        found.changes.iter().filter(idle).map(|change| format!("`{}`", change.path)).collect();
    if !without_effect.is_empty() {
        blocks.push(Block::told(format!("No figure moves by {}.", words::list(&without_effect))).apart());
    }
    let impossible = found.changes.iter().flat_map(|change| {
        let told = |which: &str, judgement: &Judgement| match judgement {
            Judgement::NoCase(why) => Some(format!("{which} {}: no sound case, {why}.", change.path)),
            _ => None,
        };
        [told("Alone", &change.alone), told("Without", &change.without)].into_iter().flatten()
    });
    let impossible: Vec<String> = impossible.collect();
    if !impossible.is_empty() {
        blocks.push(Block::list(impossible).apart());
    }
    Section::new("by_itself", "What each difference does by itself", blocks)
}

pub(super) fn amount(counted: Counted, value: Option<f64>) -> String {
    match (counted, value) {
        (_, None) => "–".to_owned(),
        (Counted::Share, Some(share)) => words::percent_to_tenths(share),
        (Counted::Value, Some(value)) => words::value(detente_deals::Units::from_f64(value)),
    }
}

/// The difference with its interval: `+3.2 (1.1 to 5.3) points`.
pub(super) fn moved(figure: &ComparedFigure) -> String {
    let Some(difference) = figure.difference() else { return String::new() };
    let (scale, digits, unit) = match figure.counted {
        Counted::Share => (100.0, 1, " points"),
        Counted::Value => (1.0, 3, ""),
    };
    let signed = |x: f64| {
        let text = format!("{:.digits$}", (x * scale).abs());
        let nothing = text.bytes().all(|digit| matches!(digit, b'0' | b'.'));
        let sign = if nothing {
            ""
        } else if x < 0.0 {
            "−"
        } else {
            "+"
        };
        format!("{sign}{text}")
    };
    let interval = figure.interval.map(|[low, high]| format!(" ({} to {})", signed(low), signed(high)));
    format!("{}{unit}{}", signed(difference), interval.unwrap_or_default())
}

pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
