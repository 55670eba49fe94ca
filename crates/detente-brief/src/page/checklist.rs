//! The checklist that monitors take along: what is open by day, with room for what they see and boxes that say what a claim on it will say.

use detente_watch::{Entry, Status};

use super::table::{Column, Table};
use super::wording::Wording;
use super::{Block, Section};
use crate::compose::watch::WatchDay;
use crate::words;

/// The parts of the checklist: what is open, what the boxes mean, who filled it in.
pub(super) fn sections(found: &WatchDay) -> Vec<Section> {
    let open = open(found);
    let kept = found.found.count(Status::Done);
    let kept = match kept {
        0 => String::new(),
        1 => " One that is kept by all accounts is not on this list.".to_owned(),
        n => format!(" {} that are kept by all accounts are not on this list.", words::count(n)),
    };
    let counted = format!("{} open.{kept}", words::plural(open.len(), "commitment is", "commitments are"));
    vec![
        Section::new("open", "What to look at, by its day", vec![Block::told(counted), table(found, &open)]),
        Section::new("boxes", "What the boxes mean", vec![Block::list(BOXES.map(str::to_owned))]),
        Section::new(
            "filled-in",
            "Filled in",
            vec![
                Block::told("By ………………………………… for ………………………………… on the day ………………… at ……………"),
                Block::told(BOTH),
            ],
        ),
    ]
}

/// The boxes in the words of a claim's `says`.
const BOXES: [&str; 6] = [
    "☐ all: all of it was handed over or done by the day that you write down (“done”).",
    "☐ so many: how many by that day in all, not since the last list; people are counted one by one (“partly”).",
    "☐ held back: not there yet, and whoever promised it says that it comes (“late”).",
    "☐ not kept: not done and not coming; of calm, that it was broken, on which day (“denied”).",
    "☐ contested: somebody says that this is not what happened; write down who, and what they say instead (“disputed”).",
    "No box: nothing was seen or told. That is no breach, and is never entered as one.",
];

/// What keeps a checklist fair.
const BOTH: &str = "What one side says of the other is written down with who says it. Ask both sides the same question on the same day.";

/// What is not kept by all accounts, by day; of one day in the order of the case.
fn open(found: &WatchDay) -> Vec<&Entry> {
    let entries = found.found.ledger.entries.iter();
    let mut open: Vec<&Entry> = entries.filter(|entry| entry.status != Status::Done).collect();
    open.sort_by_key(|entry| (found.case.commitment(entry.commitment).due, entry.commitment));
    open
}

fn table(found: &WatchDay, open: &[&Entry]) -> Block {
    let columns = [
        Column::of("due"),
        Column::of("what was promised"),
        Column::of("known so far"),
        Column::of("what you see"),
        Column::of("on which day, and who says so"),
    ];
    let rows = open.iter().map(|entry| {
        let commitment = found.case.commitment(entry.commitment);
        let some = commitment.count.map_or_else(String::new, |count| {
            format!(" ☐\u{a0}so\u{a0}many:\u{a0}……\u{a0}of\u{a0}{}", words::count(count))
        });
        vec![
            Wording::from(words::date(commitment.due)),
            words::sentence(&found.commitment(entry.commitment)).into(),
            words::sentence(&found.status(entry)).into(),
            format!("☐\u{a0}all{some} ☐\u{a0}held\u{a0}back ☐\u{a0}not\u{a0}kept ☐\u{a0}contested").into(),
            "…………………………".into(),
        ]
    });
    Block::table(Table::new(columns).with(rows))
}
