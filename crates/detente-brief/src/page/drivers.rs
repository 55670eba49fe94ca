//! On what the answer hangs, alone and together with other judgements.

use detente_deals::{SobolIndex, SobolIndices};
use detente_model::Case;

use super::table::{Column, Table};
use super::wording::Wording;
use super::{Block, Section};
use crate::compose::figure_names::of_path;
use crate::words;

/// How many inputs are listed.
const SHOWN: usize = 10;

pub(super) fn section(case: &Case, found: Option<&SobolIndices>) -> Section {
    Section::new(
        "drivers",
        "What the answer hangs on",
        found.map(|found| blocks(case, found)).unwrap_or_default(),
    )
}

fn blocks(case: &Case, found: &SobolIndices) -> Vec<Block> {
    // Whatever decides whether there is a zone comes first; where nothing does, what moves the margin.
    let all = if found.zone.is_empty() { &found.margin } else { &found.zone };
    // What the bootstrap samples cannot tell from nothing is noise and is not named.
    let leading: Vec<&SobolIndex> = all
        .iter()
        .filter(|index| index.indices.total_interval[0] > 0.0 && index.indices.total > 0.0)
        .collect();
    if leading.is_empty() && !all.is_empty() {
        let told =
            "No judgement moves the answer by more than the noise of this many rows: more of them may tell.";
        return vec![Block::told(told)];
    }
    if leading.is_empty() {
        let told = "Nothing that is uncertain moves the answer: it is the same in every world.";
        return vec![Block::told(told)];
    }
    let columns = [
        Column::of("judgement"),
        Column::of_figures("zone, alone"),
        Column::of_figures("in all"),
        Column::of_figures("margin, alone"),
        Column::of_figures("in all"),
    ];
    let rows = leading.iter().take(SHOWN).map(|index| {
        let mut row: Vec<Wording> = vec![of_path(case, &index.input).into()];
        for measured in [&found.zone, &found.margin] {
            match measured.iter().find(|other| other.input == index.input) {
                Some(SobolIndex { indices, .. }) => {
                    row.push(share(indices.first, indices.first_interval).into());
                    row.push(share(indices.total, indices.total_interval).into());
                }
                None => row.extend(["–".into(), "–".into()]),
            }
        }
        row
    });
    let mut blocks = vec![
        Block::table(Table::new(columns).with(rows)),
        Block::how(
            "Sobol indices: alone, the part of the variance that would go if the judgement were known; in all, the part that \
             would stay as long as it were not, with what it does together with others. In brackets the middle 95 % of bootstrap \
             samples. The weights of one side count as one.",
        ),
    ];
    let shown = leading.len().min(SHOWN);
    if shown < leading.len() {
        let named = words::count(leading.len() as u128);
        blocks.push(Block::how(format!("The first {shown} of {named} are shown, all are in `--json`.")));
    }
    if leading.len() < all.len() {
        let noise = words::plural(all.len() - leading.len(), "judgement is", "judgements are");
        blocks.push(Block::how(format!("{noise} not named: what moves by them cannot be told from noise.")));
    }
    for (measured, of) in [(&found.zone, "zone"), (&found.margin, "margin")] {
        let fewest = measured.iter().map(|index| index.indices.rows).min().unwrap_or(found.rows);
        if fewest < found.rows {
            blocks.push(Block::how(format!(
                "The figures of the {of} rest on {} or more of {} rows: in the others there is none in some world.",
                words::count(u128::from(fewest)),
                words::count(u128::from(found.rows)),
            )));
        }
    }
    blocks
}

/// An index in per cent with its interval; an estimate can lie a little outside 0 to 100.
fn share(estimate: f64, interval: [f64; 2]) -> String {
    let percent = |x: f64| x.clamp(0.0, 1.0) * 100.0;
    let [low, high] = interval.map(percent);
    format!("{:.0} % ({low:.0}–{high:.0})", percent(estimate))
}
