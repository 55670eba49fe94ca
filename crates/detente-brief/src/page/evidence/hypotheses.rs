//! The analysis of competing hypotheses, hypotheses in rows.

use detente_evidence::{EvidenceColumn, Fit, Hypothesis};

use crate::compose::evidence::WeighedEvidence;
use crate::page::table::{Column, ColumnHolds, Layout, Table};
use crate::page::wording::{Wording, told};
use crate::page::{Block, Section};
use crate::words;

/// The grid of hypotheses and evidence.
pub(super) fn hypotheses(found: &WeighedEvidence) -> Section {
    let evidence = &found.hypotheses.columns;
    let signs = evidence.iter().enumerate().map(|(i, column)| {
        Column::words(format!("E{}", i + 1))
            .holding(ColumnHolds::Sign)
            .standing_for(stands_for(found, column))
    });
    let columns = std::iter::once(Column::words(told("hypothesis", "Question")))
        .chain(signs)
        .chain([Column::of_figures("against"), Column::of_figures("chance")]);
    let row = |row: &Hypothesis| {
        let number = row.proposition.0 + 1;
        let holds = if row.holds { "holds" } else { "does not hold" };
        let name = told(format!("Q{number} {holds}"), format!("{number} {holds}"));
        let fits = row.cells.iter().map(|fit| Wording::from(fit.map_or("", Fit::letters)));
        // Adding zero makes a plain zero of a minus zero.
        let against = format!("{:.1}", row.against + 0.0);
        std::iter::once(name)
            .chain(fits)
            .chain([against.into(), words::percent(row.probability).into()])
            .collect()
    };
    let grid = Table::new(columns).with(found.hypotheses.rows.iter().map(row)).laid_out(Layout::Grid);
    let how = told(
        "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent; empty where the evidence does not speak to \
         it. Most telling first. “Against” sums the weight against a hypothesis (ln of the likelihood ratio): the least deserves to lead.",
        "CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent; empty where the evidence does not speak to \
         it. The hypothesis with least against it deserves to lead.",
    );
    let blocks = if evidence.is_empty() { Vec::new() } else { vec![Block::table(grid), Block::how(how)] };
    Section::new("hypotheses", "Competing hypotheses", blocks)
}

/// The claims of a column: in a terminal by their names in the case, on a page by who said what.
fn stands_for(found: &WeighedEvidence, column: &EvidenceColumn) -> Wording {
    let claims = || column.claims.iter().map(|id| found.claim(*id));
    let ids: Vec<&str> = claims().map(|claim| claim.id.as_str()).collect();
    let mut who: Vec<String> = claims().map(|claim| found.claimant(claim)).collect();
    who.dedup();
    let who = words::list(&who);
    let first = claims().next();
    let what = match first.and_then(|claim| claim.origin.clone()) {
        Some(origin) => format!("{origin} ({who})"),
        None => format!("{who}: {}", first.map(|claim| found.said(claim)).unwrap_or_default()),
    };
    told(ids.join(", "), what)
}
