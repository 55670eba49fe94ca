//! Schedules as tables and as plots: the one planned, the steadiest, and those that were proposed.

use detente_exchange::{Schedule, Side, Terms, Verification};

use crate::compose::exchange::{ExchangePlan, StepRow};
use crate::page::plot::{Data, Handovers, Illustration, Panels, Plot, StillToCome, Stop};
use crate::page::table::{Column, Table};
use crate::page::wording::{LineManner, Phrase, Piece, Wording, told};
use crate::page::{Block, Face};
use crate::words;

/// Proposed schedules that are drawn beside the planned ones.
const DRAWN: usize = 4;

/// The planned schedule, and where it fails over the draws.
pub(super) fn schedule(found: &ExchangePlan, faces: &[Face; 2]) -> Vec<Block> {
    if found.plan().is_none() {
        return Vec::new();
    }
    let mut blocks = vec![Block::table(steps(&found.steps(), faces))];
    if !found.over.fails_at.is_empty() {
        blocks.push(Block::told(told(
            "Over the draws this schedule fails so:",
            "Where things stand otherwise than in the central world, it fails so:",
        )));
        blocks.push(Block::list(found.failures()));
    }
    blocks
}

/// The first rows of the planned schedule; empty where there is none.
pub(super) fn first_rows(found: &ExchangePlan, faces: &[Face; 2], most: usize) -> Vec<Block> {
    let rows = found.steps();
    let shown = &rows[..rows.len().min(most)];
    let mut blocks = vec![Block::table(steps(shown, faces))];
    if rows.len() > shown.len() {
        let more = words::plural(rows.len() - shown.len(), "further step is", "further steps are");
        blocks.push(Block::in_the_annex(&more));
    }
    if shown.is_empty() { Vec::new() } else { blocks }
}

/// The steadiest schedule.
pub(super) fn steadier(found: &ExchangePlan, faces: &[Face; 2]) -> Vec<Block> {
    let Some((sentence, rows)) = found.steadier() else { return Vec::new() };
    vec![Block::told(sentence), Block::folded("Its steps", vec![Block::table(steps(&rows, faces))])]
}

/// The schedules that were proposed.
pub(super) fn proposed(found: &ExchangePlan, faces: &[Face; 2]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (place, account) in found.accounts_of_proposed().into_iter().enumerate() {
        let name = Block::told(format!("“{}”", account.name)).short();
        let verdict = Phrase::from(Piece::Strong(format!("{}.", account.name)))
            .and(format!(" {}", account.sentences.join(" ")));
        blocks.extend([
            if place == 0 { name } else { name.apart() },
            Block::told(verdict).full(),
            Block::folded("Its steps", vec![Block::table(steps(&account.rows, faces))]),
            Block::list(account.sentences).short(),
        ]);
    }
    blocks
}

/// A schedule, row by row.
fn steps(rows: &[StepRow], faces: &[Face; 2]) -> Table {
    let gives = |face: &Face| Column::words(Phrase::from("from ").and(Piece::Party(face.clone())));
    let columns = [
        Column::of("when"),
        gives(&faces[0]),
        gives(&faces[1]),
        Column::of("still to come").beside(),
        Column::words("").short(),
    ];
    let or_dash = |text: &String| match text.as_str() {
        "" => Wording::from(Piece::Nothing("–".to_owned())),
        text => text.into(),
    };
    let row = |row: &StepRow| {
        let (short, full) = match (row.fails, row.weakest) {
            (true, _) => ("fails first", "fails here first"),
            (_, true) => ("weakest", "weakest here"),
            _ => ("", ""),
        };
        let when = Phrase::from(words::sentence(&row.when));
        let marked = if full.is_empty() { when } else { when.line(LineManner::Second, full) };
        vec![
            told(row.when.as_str(), marked),
            or_dash(&row.gives[0]),
            or_dash(&row.gives[1]),
            row.left.as_str().into(),
            short.into(),
        ]
    };
    Table::new(columns).with(rows.iter().map(row))
}

/// What is still to come under each schedule, day by day; `None` where there is no schedule.
pub(super) fn handovers(found: &ExchangePlan, faces: &[Face; 2]) -> Option<Illustration> {
    let planned = found.plan().map(|plan| ("The fastest".to_owned(), &plan.schedule, &plan.verification));
    let steadiest =
        found.steadiest.as_ref().map(|each| ("The steadiest".to_owned(), &each.schedule, &each.verification));
    let proposed = found
        .assessment
        .proposed
        .iter()
        .take(DRAWN)
        .map(|each| (format!("Proposed: {}", each.schedule.name), &each.schedule, &each.verification));
    let shown: Vec<(String, &Schedule, &Verification)> =
        planned.into_iter().chain(steadiest).chain(proposed).collect();
    if shown.is_empty() {
        return None;
    }
    let fail = shown.iter().filter(|(.., verification)| verification.first_failure.is_some()).count();
    let seen = match (fail, shown.len()) {
        (0, 1) => "neither side gains by stopping at any step",
        (0, _) => "in none of these schedules does a side gain by stopping",
        (1, _) => "a cross marks the step at which a side would stop",
        (_, _) => "crosses mark the steps at which a side would stop",
    };
    let caption =
        format!("What is still to come from each side, in per cent of all it holds, day by day: {seen}.");
    let terms = found.terms();
    let last = |schedule: &Schedule| schedule.rounds.last().map_or(0.0, |round| round.day);
    let days = shown.iter().map(|(_, schedule, _)| last(schedule)).fold(terms.pledge_days, f64::max);
    let plots = shown.into_iter().enumerate().map(|(place, (title, _, verification))| Plot {
        id: format!("handovers-{}", place + 1),
        title,
        desc: caption.clone(),
        data: Data::Handovers(one(terms, verification, faces, days)),
    });
    let figure = Illustration::new(caption.clone(), plots.collect::<Vec<_>>());
    Some(figure.laid_out(Panels::Several))
}

/// One schedule as it was verified.
fn one(terms: &Terms, verification: &Verification, faces: &[Face; 2], days: f64) -> Handovers {
    let percent = |side: Side, remaining: &[u32]| {
        let left: u32 = terms.lots_of(side).filter_map(|lot| remaining.get(lot)).sum();
        100.0 * f64::from(left) / f64::from(terms.units_of(side).max(1))
    };
    let still_to_come = |side: Side| {
        // All of it before the first round, then a step down at each.
        let mut left = vec![(0.0, 100.0)];
        for round in &verification.rounds {
            let before = left.last().map_or(100.0, |point| point.1);
            let after = percent(side, &round.remaining);
            if after < before {
                left.push((round.day, before));
                left.push((round.day, after));
            }
        }
        left.push((days, left.last().map_or(100.0, |point| point.1)));
        StillToCome { face: faces[side.index()].clone(), left }
    };
    let holding = Side::BOTH.into_iter().filter(|side| terms.units_of(*side) > 0);
    let stop = verification.first_failure.as_ref().map(|failure| Stop {
        who: terms.side(failure.side).name.clone(),
        day: failure.day,
        left: percent(failure.side.other(), &failure.remaining),
    });
    Handovers { days, sides: holding.map(still_to_come).collect(), stop }
}
