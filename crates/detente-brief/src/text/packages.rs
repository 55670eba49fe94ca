//! The leading packages, to whom each is hard, and what those at home would say.

use super::table::{Align, table};
use super::wrapped;
use crate::brief::Deals;
use crate::compose::packages::how_found;
use crate::words;

pub(super) fn leading(deals: &Deals, width: usize) -> String {
    let names: Vec<&str> =
        deals.findings.parties.iter().map(|party| deals.case.party(*party).name.as_str()).collect();
    let mut columns = vec![("", Align::Left), ("package", Align::Left), ("all", Align::Right)];
    columns.extend(names.iter().map(|name| (*name, Align::Right)));
    let rows = deals
        .packages
        .iter()
        .map(|package| {
            let mut row = vec![package.letter.clone(), package.label.clone(), words::share(package.all)];
            row.extend(package.principals.iter().map(|share| words::percent(share.value())));
            row
        })
        .collect();
    let mut text = table(&columns, rows, width);
    text.push_str(&wrapped(
        "Share of the worlds drawn in which all, and each, would rather sign than not; in brackets the range that the number of \
         draws leaves.",
        width,
    ));
    for sentence in how_found(&deals.case, &deals.findings) {
        text.push_str(&wrapped(&sentence, width));
    }
    text
}

pub(super) fn homes(deals: &Deals, width: usize) -> String {
    if deals.homes.is_empty() {
        return String::new();
    }
    let mut columns = vec![("audience", Align::Left), ("behind", Align::Left), ("its say", Align::Left)];
    columns.extend(deals.packages.iter().map(|package| (package.letter.as_str(), Align::Right)));
    let rows = deals
        .homes
        .iter()
        .map(|home| {
            let mut row = vec![home.name.clone(), home.party.clone(), home.say.clone()];
            row.extend(home.accepts.iter().map(|share| words::percent(share.value())));
            row
        })
        .collect();
    let mut text = table(&columns, rows, width);
    text.push_str(&wrapped(
        "Share of the worlds drawn in which each audience would accept the package.",
        width,
    ));
    text
}
