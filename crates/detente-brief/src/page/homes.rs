//! Could the leaders sell it at home?

use super::table::{Column, Table};
use super::wording::{LineManner, Phrase, Piece, Wording, told};
use super::{Block, Chance, Section};
use crate::brief::{Deals, Home};
use crate::words;

pub(super) fn section(deals: &Deals) -> Section {
    let mut columns = vec![Column::of("audience"), Column::words("behind").short(), Column::of("its say")];
    let letters = deals.packages.iter().map(|package| package.letter.clone());
    columns.extend(letters.map(|letter| Column::figures(Piece::Strong(letter))));
    let table = Table::new(columns).with(deals.homes.iter().map(row));
    let how = "Share of the worlds drawn in which each audience would accept the package.";
    let how = if deals.homes.iter().any(|home| home.asked.contains(&false)) {
        format!("{how} –: not asked about it, and so not in its way.")
    } else {
        how.to_owned()
    };
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

fn row(home: &Home) -> Vec<Wording> {
    let name = Phrase::from(home.name.clone()).line(LineManner::Second, format!("behind {}", home.party));
    let mut row = vec![told(home.name.clone(), name), home.party.clone().into(), home.say.clone().into()];
    row.extend(home.accepts.iter().zip(&home.asked).map(|(share, asked)| match asked {
        true => told(words::percent(share.value()), Chance::from(*share)),
        false => "–".into(),
    }));
    row
}
