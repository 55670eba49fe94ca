//! What lots or turns can do that no single package does.

use detente_deals::Lottery;

use super::table::{Align, table};
use super::wrapped;
use crate::brief::Deals;
use crate::compose::by_lot;
use crate::words;

/// The lotteries that are more than one package, and the margin by lot.
pub(super) fn section(deals: &Deals, width: usize) -> String {
    let central = &deals.findings.central;
    let found = &central.lotteries;
    let mut rows = Vec::new();
    let mut add = |name: &str, lottery: &Lottery| {
        if lottery.packages.len() > 1 {
            rows.extend(of_one(deals, name, lottery));
        }
    };
    if let Some(nash) = &found.nash {
        add("Nash", &nash.lottery);
    }
    if let Some(equal) = &found.kalai_smorodinsky {
        add("Kalai–Smorodinsky", &equal.lottery);
    }
    if let (false, Some(Some(margin))) = (central.has_zone(), found.margin.value()) {
        add("margin", &margin.lottery);
    }
    let mut text = String::new();
    if !rows.is_empty() {
        let mut columns = vec![("", Align::Left), ("", Align::Right), ("package", Align::Left)];
        columns.extend(
            deals.findings.parties.iter().map(|p| (deals.case.party(*p).name.as_str(), Align::Right)),
        );
        text.push_str(&table(&columns, rows, width));
        text.push_str(&wrapped(
            "For matters that come up again and again or can be shared out over time: how often each package would come, what it is \
             worth, and what that is worth on average.",
            width,
        ));
    }
    text.push_str(&by_lot::sentence(&deals.case, central).map(|s| wrapped(&s, width)).unwrap_or_default());
    text
}

fn of_one(deals: &Deals, name: &str, lottery: &Lottery) -> Vec<Vec<String>> {
    let space = &deals.findings.central.space;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (outcome, probability) in &lottery.packages {
        let label = if rows.is_empty() { name.to_owned() } else { String::new() };
        let mut row = vec![label, words::percent(*probability), words::package(&deals.case, outcome)];
        row.extend(space.values(outcome).iter().map(|v| words::value(*v)));
        rows.push(row);
    }
    let mut mean = vec![String::new(), String::new(), "on average".to_owned()];
    mean.extend(lottery.values.iter().map(|v| words::value(v.round() as i64)));
    rows.push(mean);
    rows
}
