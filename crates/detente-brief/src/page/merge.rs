//! Two versions of a case put together: what is left to decide, and what was taken from whom.

use super::side_by_side::shortened;
use super::table::{Column, Layout, Table};
use super::wording::{Piece, Wording};
use super::{Block, Page, Section};
use crate::answers::{MergeAnswer, MergeConflict, MergeSide, SideSays};
use crate::words;

/// What is left to decide, and what was taken from whom.
pub fn merge(found: &MergeAnswer) -> Page {
    let mut sections = vec![parted(found, None), parted(found, Some(())), taken(found), lost(found)];
    sections.retain(|section| !section.blocks.is_empty());
    Page { head: None, sections, foot: None }
}

fn says(value: Option<&String>) -> String {
    value.map_or_else(|| "nothing".to_owned(), |value| shortened(value))
}

/// The conflicts that are open, or those that were settled.
fn parted(found: &MergeAnswer, settled: Option<()>) -> Section {
    let wanted = |conflict: &&MergeConflict| conflict.taken.is_some() == settled.is_some();
    let columns = [Column::of("where"), Column::of("whose"), Column::of("says"), Column::of("why")];
    let mut table = Table::new(columns).laid_out(Layout::Fixed);
    for conflict in found.conflicts.iter().filter(wanted) {
        let in_force = |side: Option<MergeSide>| if conflict.taken == side { " (stays)" } else { "" };
        let base = format!("{}{}", says(conflict.base.as_ref()), in_force(None));
        table.push(vec![
            Piece::Path(conflict.path.clone()).into(),
            "base".to_owned().into(),
            base.into(),
            Wording::default(),
        ]);
        for (name, side, said) in
            [("mine", MergeSide::Mine, &conflict.mine), ("theirs", MergeSide::Theirs, &conflict.theirs)]
        {
            let SideSays { value, .. } = said;
            table.push(vec![
                Wording::default(),
                name.to_owned().into(),
                format!("{}{}", says(value.as_ref()), in_force(Some(side))).into(),
                said.ground().into(),
            ]);
        }
    }
    if table.rows.is_empty() {
        return Section::new("conflicts", "", Vec::new());
    }
    if settled.is_some() {
        return Section::new("settled", "Settled by a side taken", vec![Block::table(table)]);
    }
    let blocks = Block::read(
        table,
        "Both sides departed from the base in different ways. What the base says stays until somebody decides: `--take PATH=mine` or \
         `--take PATH=theirs`.",
    );
    Section::new("conflicts", "Where the two part ways", blocks)
}

fn taken(found: &MergeAnswer) -> Section {
    let of = |by: Option<MergeSide>| found.changes.iter().filter(|change| change.by == by).count();
    let counts = [
        (of(Some(MergeSide::Mine)), "from mine"),
        (of(Some(MergeSide::Theirs)), "from theirs"),
        (of(None), "from both"),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, whose)| format!("{} {whose}", words::plural(count, "change", "changes")))
        .collect();
    let said = if told.is_empty() {
        "Nothing was changed.".to_owned()
    } else {
        format!("Taken: {}.", words::list(&told))
    };
    Section::new("taken", "What was taken", vec![Block::told(said)])
}

fn lost(found: &MergeAnswer) -> Section {
    let all = found.lost_comments.iter().map(|lost| {
        let whose = match lost.of {
            MergeSide::Mine => "mine",
            MergeSide::Theirs => "theirs",
        };
        format!("{whose}: {}", lost.text)
    });
    let all: Vec<String> = all.collect();
    let blocks = if all.is_empty() { Vec::new() } else { vec![Block::list(all)] };
    Section::new("lost", "Comments that could not be kept", blocks)
}
