//! Could the leaders sell it at home?

use super::table::{Column, Table};
use super::wording::{LineManner, Phrase, Piece, Wording, told};
use super::{Block, Chance, Section};
use crate::brief::{Deals, Home};
use crate::words;

pub(super) fn section(deals: &Deals) -> Section {
    of_packages(deals, &(0..deals.packages.len()).collect::<Vec<_>>())
}

/// The same of the leading packages at some places.
pub(super) fn of_packages(deals: &Deals, listed: &[usize]) -> Section {
    let mut columns = vec![Column::of("audience"), Column::words("behind").short(), Column::of("its say")];
    let letters = listed.iter().map(|place| deals.packages[*place].letter.clone());
    columns.extend(letters.map(|letter| Column::figures(Piece::Strong(letter))));
    let table = Table::new(columns).with(deals.homes.iter().map(|home| row(home, listed)));
    let shares = deals
        .homes
        .iter()
        .flat_map(|home| listed.iter().filter(|place| home.asked[**place]).map(|place| home.accepts[*place]));
    let mut how = "Share of the worlds drawn in which each audience would accept the package".to_owned();
    how.push_str(&words::points_left_open(shares).map_or_else(
        || ".".to_owned(),
        |points| format!("; the number of draws leaves up to {points} open on either side."),
    ));
    if deals.homes.iter().any(|home| listed.iter().any(|place| !home.asked[*place])) {
        how.push_str(" –: not asked about it, and so not in its way.");
    }
    let blocks = vec![
        Block::see(
            "Those who stand behind the parties, and in which share of the worlds drawn each would accept the packages listed.",
        )
        .full(),
        Block::table(table),
        Block::how(how).short(),
    ];
    Section::new("homes", "At home", if deals.homes.is_empty() { Vec::new() } else { blocks })
}

fn row(home: &Home, listed: &[usize]) -> Vec<Wording> {
    let name = Phrase::from(home.name.clone()).line(LineManner::Second, format!("behind {}", home.party));
    let mut row = vec![told(home.name.clone(), name), home.party.clone().into(), home.say.clone().into()];
    row.extend(listed.iter().map(|place| match (home.asked[*place], home.accepts[*place]) {
        (true, share) => told(words::percent(share.value()), Chance::from(share)),
        (false, _) => "–".into(),
    }));
    row
}
