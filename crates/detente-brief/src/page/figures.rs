//! Every figure of a case with its ground, for the analyst who wants to follow one.

use detente_deals::BigUint;
use detente_model::Case;

use super::table::{Column, Layout, Table};
use super::wording::Piece;
use super::{Block, Section};
use crate::brief::Grounds;
use crate::words;

/// What a case contains, in one line.
pub fn contents(case: &Case) -> String {
    let count = |n: usize, one: &str, many: &str| (n > 0).then(|| words::plural(n as u128, one, many));
    let packages: BigUint = case.issues.iter().map(|issue| BigUint::from(issue.options.len())).product();
    let parts: Vec<String> = [
        count(case.principals().count(), "principal", "principals"),
        count(case.audiences.len(), "audience", "audiences"),
        count(case.issues.len(), "issue", "issues"),
        Some(words::packages(&packages)),
        count(case.numbers.stated().count(), "figure", "figures"),
        count(case.propositions.len(), "proposition", "propositions"),
        count(case.claims.len(), "claim", "claims"),
    ]
    .into_iter()
    .flatten()
    .collect();
    words::list(&parts)
}

/// The figures of a case: path, value, ground, line.
pub(super) fn section(case: &Case) -> Section {
    let columns =
        [Column::of("figure"), Column::of("stated"), Column::of("rests on"), Column::of_figures("line")];
    let rows = Grounds::of(case).figures.into_iter().map(|figure| {
        let line = figure.line.map(|line| line.to_string()).unwrap_or_default();
        let ground = match figure.cite.as_slice() {
            [] => "judgement".to_owned(),
            cite => words::list(&cite.iter().map(|c| citation(case, c)).collect::<Vec<_>>()),
        };
        vec![Piece::Path(figure.path).into(), figure.stated.into(), ground.into(), line.into()]
    });
    let table = Table::new(columns).laid_out(Layout::Fixed).with(rows);
    let block =
        if table.rows.is_empty() { Block::told("The case states no figure.") } else { Block::table(table) };
    Section::new("figures", "", vec![block])
}

fn citation(case: &Case, citation: &detente_model::Citation) -> String {
    let source = &case.source(citation.source).id;
    citation.locator.as_ref().map_or_else(|| source.clone(), |locator| format!("{source}#{locator}"))
}
