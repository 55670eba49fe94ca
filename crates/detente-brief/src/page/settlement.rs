//! Which packages they would settle on, if they sign.

use detente_deals::settlement::{CONVENTIONS, Likely};

use super::table::{Column, ColumnHolds, Table};
use super::wording::{DoubtOf, told};
use super::{Block, Chance, Section};
use crate::compose::settlement::LikelySettlement;
use crate::words;

/// Options of an issue that are less likely than this are left to the JSON.
const SHOWN: f64 = 0.01;

impl From<&Likely> for Chance {
    fn from(likely: &Likely) -> Self {
        let [low, high] = likely.range;
        Self { value: likely.chance, low, high, doubt: DoubtOf::Case }
    }
}

/// All of it.
pub(super) fn section(found: &LikelySettlement) -> Section {
    let heading = told("If they sign, most likely", "If they sign, on what most likely?");
    let Some(first) = found.found.packages.first() else {
        return Section::new("settlement", heading, Vec::new());
    };
    let mut columns = vec![
        Column::of("package").holding(ColumnHolds::Label),
        Column::figures("chance").holding(ColumnHolds::Verdict),
    ];
    columns
        .extend(CONVENTIONS.iter().map(|convention| Column::figures(format!("as over {}", convention.over))));
    let by_fit = |likely: &Likely| {
        likely.by_fit.map(|chance| chance.map_or_else(|| "–".to_owned(), words::percent).into())
    };
    let packages = found.found.packages.iter().map(|package| {
        let mut row =
            vec![words::package(&found.case, &package.package).into(), Chance::from(&package.likely).into()];
        row.extend(by_fit(&package.likely));
        row
    });
    let mut option_columns = vec![Column::of("issue"), Column::words("option"), Column::figures("chance")];
    option_columns
        .extend(CONVENTIONS.iter().map(|convention| Column::figures(format!("as over {}", convention.over))));
    let mut options = Table::new(option_columns);
    for (issue, likely) in found.case.issues.iter().zip(&found.found.options) {
        let mut order: Vec<usize> = (0..likely.len()).filter(|o| likely[*o].chance >= SHOWN).collect();
        order.sort_by(|a, b| likely[*b].chance.total_cmp(&likely[*a].chance).then(a.cmp(b)));
        for option in order {
            let mut row = vec![
                issue.name.clone().into(),
                words::option(&found.case, issue, option).into(),
                Chance::from(&likely[option]).into(),
            ];
            row.extend(by_fit(&likely[option]));
            options.push(row);
        }
    }
    let rest = 1.0 - found.found.packages.iter().map(|package| package.likely.chance).sum::<f64>();
    let others = format!("All other packages together: {}.", words::percent(rest.max(0.0)));
    let blocks = vec![
        Block::see(format!("If they sign, the likeliest package is {}.", found.line(first))),
        Block::table(Table::new(columns).with(packages)),
        Block::how(others),
        Block::told(found.by_issue()),
        Block::table(options).apart(),
        Block::how(found.method().join(" ")),
    ];
    Section::new("settlement", heading, blocks)
}

/// What the two pages have of it: a sentence or two.
pub(super) fn in_brief(found: &LikelySettlement) -> Option<Block> {
    let first = found.found.packages.first()?;
    Some(Block::told(format!("If they sign, the likeliest: {}. {}", found.line(first), found.in_brief())))
}
