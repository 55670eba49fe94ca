//! What lots or turns can do that no single package does.

use detente_deals::{Lottery, SOLUTION_CONCEPTS, Units};

use super::solutions::columns;
use super::table::{Column, Table};
use super::wording::Wording;
use super::{Block, Section};
use crate::brief::Deals;
use crate::compose::by_lot;
use crate::words;

/// The lotteries that are more than one package, and the margin by lot.
pub(super) fn section(deals: &Deals) -> Section {
    let central = &deals.findings.central;
    let found = &central.lotteries;
    let solutions = SOLUTION_CONCEPTS.iter().filter_map(|each| Some((each.name, (each.by_lot)(found)?)));
    let margin = match found.margin.value() {
        Some(Some(margin)) if !central.has_zone() => Some(("margin", &margin.lottery)),
        _ => None,
    };
    let shown = solutions.chain(margin).filter(|(_, lottery)| lottery.packages.len() > 1);
    let table = Table::new(columns(deals, [Column::words(""), Column::figures("")]))
        .with(shown.flat_map(|(name, lottery)| rows(deals, name, lottery)));
    let mut blocks = Vec::new();
    if !table.rows.is_empty() {
        blocks = vec![
            Block::table(table),
            Block::how(
                "For matters that come up again and again or can be shared out over time: how often each package would come, what it is \
                 worth, and what that is worth on average.",
            ),
        ];
    }
    blocks.extend(by_lot::sentence(&deals.case, central).map(Block::told));
    Section::new("lotteries", "By lot or by turns", blocks)
}

fn rows(deals: &Deals, name: &str, lottery: &Lottery) -> Vec<Vec<Wording>> {
    let space = &deals.findings.central.space;
    let mut rows: Vec<Vec<Wording>> = Vec::new();
    for (package, probability) in &lottery.packages {
        let label = if rows.is_empty() { name } else { "" };
        let mut row: Vec<Wording> = vec![
            label.into(),
            words::percent(*probability).into(),
            words::package(&deals.case, package).into(),
        ];
        row.extend(space.values(package).iter().map(|value| words::value(*value).into()));
        rows.push(row);
    }
    let mut mean: Vec<Wording> = vec!["".into(), "".into(), "on average".into()];
    mean.extend(
        lottery.values.iter().map(|value| words::value(Units::from_raw(value.round() as i64)).into()),
    );
    rows.push(mean);
    rows
}
