//! What moved the outlook most, which source would turn it if it were wrong, and what to find out next.

use detente_evidence::{Information, Mover, Shift};
use detente_model::{ClaimId, SourceId};

use super::SHOWN;
use crate::compose::evidence::WeighedEvidence;
use crate::page::table::{Column, Table};
use crate::page::wording::{Wording, told};
use crate::page::{Block, Section};
use crate::words;

/// What moved the outlook, most first.
pub(super) fn movers(found: &WeighedEvidence) -> Section {
    let columns =
        [Column::of("what"), Column::of("who"), Column::of_figures("a deal"), Column::of("open questions")];
    let row = |mover: &Mover<Vec<ClaimId>>| {
        let first = mover.what.first().map(|id| found.claim(*id));
        let origin = first.and_then(|claim| claim.origin.clone());
        let what = origin.or_else(|| first.map(|claim| found.said(claim))).unwrap_or_default();
        let mut who: Vec<String> = mover.what.iter().map(|id| found.claimant(found.claim(*id))).collect();
        who.dedup();
        vec![what.into(), words::list(&who).into(), deal(mover), questions(mover)]
    };
    let mut blocks = vec![
        Block::table(Table::new(columns).with(found.movers().take(SHOWN).map(row))),
        Block::rest(found.movers().count(), SHOWN),
    ];
    if found.movers().next().is_some() {
        blocks.push(Block::how(
            "By how much the outlook differs from what it would be without it, all else being heard; most first.",
        ));
    }
    Section::new("movers", "What moved it most", blocks)
}

/// What each source brings.
pub(super) fn sources(found: &WeighedEvidence) -> Section {
    let columns = [
        Column::of("source"),
        Column::of_figures("a deal"),
        Column::words(told("open questions", "Questions")),
        Column::words(told("", "Turns")),
    ];
    let row = |mover: &Mover<SourceId>| {
        let title = &found.case.source(mover.what).title;
        let flips: Vec<String> = mover.flips.iter().map(|id| (id.0 + 1).to_string()).collect();
        let turned: Vec<String> = flips.iter().map(|number| format!("Q{number}")).collect();
        let turns = if flips.is_empty() {
            told("", "none")
        } else {
            told(format!("turns {}", words::list(&turned)), flips.join(", "))
        };
        let number = found.case.source_number(mover.what);
        vec![told(format!("[{number}] {title}"), title.as_str()), deal(mover), questions(mover), turns]
    };
    let how = told(
        "What each source brings: what the outlook would lose if all of its claims were set aside. “Turns” marks a question that would \
         then lie on the other side of one half.",
        "What the outlook would lose if all claims of the source were set aside, and which questions would then lie on the other side \
         of one half.",
    );
    let table = Table::new(columns).with(found.outlook.sources.iter().map(row));
    Section::new("if-wrong", "If a source were wrong", Block::read(table, how))
}

/// By how much the share of worlds with a deal moves; a terminal remarks on it where its interval holds none at all.
fn deal<T>(mover: &Mover<T>) -> Wording {
    mover.shift.map_or_else(Wording::default, |Shift { value, low, high }| {
        let moved = words::points(value);
        let remark = if low < 0.0 && high > 0.0 { " (or none)" } else { "" };
        told(format!("{moved}{remark}"), moved)
    })
}

/// By how much each open question moves.
fn questions<T>(mover: &Mover<T>) -> Wording {
    let moved = || mover.moves.iter().enumerate().filter(|(_, by)| **by != 0.0);
    let short: Vec<String> = moved().map(|(i, by)| format!("Q{} {}", i + 1, words::points(*by))).collect();
    let full: Vec<String> = moved().map(|(i, by)| format!("{}: {}", i + 1, words::points(*by))).collect();
    told(short.join(", "), full.join(", "))
}

/// Which open question, once answered, would move the outlook most.
pub(super) fn information(found: &WeighedEvidence) -> Section {
    let columns = [
        Column::of("if it were known"),
        Column::of_figures("now"),
        Column::of_figures("a deal if true"),
        Column::figures(told("if false", "A deal if false")),
        Column::of_figures("expected move"),
    ];
    let row = |answer: &Information| {
        let (one, zero, moved) = (answer.if_true?, answer.if_false?, answer.expected_move?);
        Some(vec![
            found.case.propositions[answer.proposition.0].text.as_str().into(),
            words::percent(answer.probability.mean).into(),
            words::percent(one.value()).into(),
            words::percent(zero.value()).into(),
            words::points(moved).into(),
        ])
    };
    let rows: Vec<Vec<Wording>> = found.outlook.information.iter().filter_map(row).collect();
    let how = told(
        "By how much, on average over both answers, the share of worlds with a deal would move. Most worth knowing first.",
        "",
    );
    Section::new("information", "What to find out next", Block::read(Table::new(columns).with(rows), how))
}
