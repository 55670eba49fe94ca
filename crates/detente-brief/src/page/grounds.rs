//! Judgement or fact: every figure of the case with what it rests on.

use super::table::{Column, Layout, Table};
use super::wording::{LineManner, Phrase, Piece, Wording, told};
use super::{Block, Cite, Section, sources};
use crate::brief::{Brief, GroundedFigure, Grounds};
use crate::words;

pub(super) fn section(brief: &Brief) -> Section {
    let grounds = &brief.grounds;
    let columns = [Column::of("figure"), Column::of("stated"), Column::of("rests on")];
    // Those that are stated, as the figures are: a number that is implied or not known yet has no row.
    let known = brief.case.numbers.stated().map(|number| number.value.is_known());
    let rows = grounds.figures.iter().zip(known).map(|(figure, known)| row(&brief.case, figure, known));
    let table = Table::new(columns).laid_out(Layout::Fixed).with(rows);
    let mut blocks = Vec::new();
    if grounds.figures.is_empty() {
        blocks.push(Block::told(counted(grounds)).short());
    } else {
        blocks.push(Block::see(told(counted(grounds), see(grounds))));
    }
    blocks.extend(brief.deals.as_ref().and_then(|deals| deals.hangs_on.clone()).map(Block::told));
    let summary = format!("Every figure with what it rests on ({})", grounds.figures.len());
    blocks.push(Block::folded(summary, vec![Block::table(table)]).full());
    blocks.push(sources::block(&brief.case, &sources::of_figures(&brief.case)).short());
    Section::new("grounds", "Judgement or fact?", blocks)
}

/// How much of the case is judgement, and on which of it the answer hangs.
pub(super) fn in_brief(brief: &Brief) -> Section {
    let mut blocks = vec![Block::told(see(&brief.grounds))];
    blocks.extend(brief.deals.as_ref().and_then(|deals| deals.hangs_on.clone()).map(Block::told));
    let blocks = if brief.grounds.figures.is_empty() { Vec::new() } else { blocks };
    Section::new("rests-on", "Judgement or fact?", blocks)
}

fn row(case: &detente_model::Case, figure: &GroundedFigure, known: bool) -> Vec<Wording> {
    let what = figure.line.map_or_else(|| figure.path.clone(), |line| format!("line {line}"));
    let mut ground = Phrase::default();
    if !figure.cite.is_empty() && !known {
        ground = ground.and(Piece::Judgement("range".to_owned())).and(" around ");
    }
    vec![
        Phrase::from(figure.name.clone()).line(LineManner::Second, Piece::Path(figure.path.clone())).into(),
        figure.stated.clone().into(),
        ground.and(Piece::Ground { cites: Cite::all(case, &figure.cite, &what), line: figure.line }).into(),
    ]
}

/// How many figures rest on what, for a terminal.
fn counted(grounds: &Grounds) -> String {
    let where_to = "`detente check --figures` and the HTML brief show the ground and the line of each.";
    if grounds.figures.is_empty() {
        return "The case states no figure.".to_owned();
    }
    format!("{} {where_to}", see(grounds))
}

/// How many figures rest on what; kinds that do not occur are left out.
fn see(grounds: &Grounds) -> String {
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
