//! Would it hold? The exchange that a package would set in motion.

mod schedules;
mod variations;

use detente_exchange::{Side, words as say};

use self::schedules::{handovers, proposed, schedule, steadier};
use self::variations::envelope;
use super::face::{Face, Faces};
use super::table::{Column, Table};
use super::wording::{Chance, LineManner, Phrase, Wording, told};
use super::{Block, Section};
use crate::compose::exchange::{ExchangePlan, FigureRow, Learned, NO_CHANGE, Narrowed, RemedyRow, ShapeRow};
use crate::words;

/// All of it as one section.
pub(super) fn section(found: &ExchangePlan, faces: &Faces) -> Section {
    let mut blocks = Block::headline(&found.headline);
    for part in parts(found, &sides(found, faces)) {
        blocks.extend(part.inside());
    }
    Section::new("exchange", "Would it hold?", blocks)
}

/// The schedules drawn, and the first rows of the one that was planned.
pub(super) fn schedule_in_brief(found: &ExchangePlan, faces: &Faces, rows: usize) -> Vec<Block> {
    let faces = sides(found, faces);
    let drawn = handovers(found, &faces).map(|figure| Block::figure(figure).full());
    drawn.into_iter().chain(schedules::first_rows(found, &faces, rows)).collect()
}

/// Each part as a section.
pub(super) fn sections(found: &ExchangePlan) -> Vec<Section> {
    let principals: Vec<_> = found.case.principals().collect();
    parts(found, &sides(found, &Faces::of(&found.case, &principals)))
}

/// The two sides under their looks.
fn sides(found: &ExchangePlan, faces: &Faces) -> [Face; 2] {
    let [one, other] = Side::BOTH.map(|side| found.terms().side(side));
    let mut dressed = faces.dressed([one, other].map(|side| (side.name.clone(), side.party))).into_iter();
    let mut next = |name: &str| dressed.next().unwrap_or_else(|| Face { name: name.to_owned(), look: 0 });
    [next(&one.name), next(&other.name)]
}

fn parts(found: &ExchangePlan, faces: &[Face; 2]) -> Vec<Section> {
    let untitled = Wording::default;
    let short = |heading: &str| told(heading, Phrase::default());
    vec![
        Section::new("least-changes", short("What would make one"), least_changes(found)),
        Section::new(
            "handovers",
            untitled(),
            handovers(found, faces).map(Block::figure).into_iter().collect(),
        ),
        Section::new(
            "schedule",
            told("The schedule", "The fastest schedule that holds itself"),
            schedule(found, faces),
        ),
        Section::new("steadier", "A steadier schedule", steadier(found, faces)),
        Section::new("envelope", untitled(), envelope(found, faces).map(Block::figure).into_iter().collect()),
        Section::new("guarantee", "Guarantee and pledge", guarantee(found)),
        Section::new("trust", "The last handovers", trust(found)),
        Section::new("remedies", "Remedies and their prices", remedies(found)),
        Section::new("proposed", "Schedules that were proposed", proposed(found, faces)),
        Section::new("shapes", short("Shapes"), shapes(found)),
        Section::new("extension", short("More days for more handed over"), vec![joined(&found.extension())]),
        Section::new("learned", "What was kept and broken before", learned(found)),
        Section::new("chances", untitled(), vec![chances(found)]),
    ]
}

/// Sentences as one paragraph.
fn joined(sentences: &[String]) -> Block {
    Block::told(sentences.join(" "))
}

/// What would make one where no schedule holds itself.
fn least_changes(found: &ExchangePlan) -> Vec<Block> {
    let changes = found.least_changes();
    if changes.is_empty() {
        return Vec::new();
    }
    let blocks = vec![
        Block::heading("What would make a schedule hold itself").full(),
        Block::told(if changes == [NO_CHANGE] {
            ""
        } else {
            "Any one of these is enough by itself, and less of it is not:"
        })
        .short(),
        Block::list(changes),
    ];
    vec![Block::framed(blocks)]
}

/// Guarantee, pledge and their rates, then every main figure over the draws.
fn guarantee(found: &ExchangePlan) -> Vec<Block> {
    let columns = [
        Column::of("figure"),
        Column::of_figures("central"),
        Column::of_figures("median"),
        Column::of_figures("nine tenths of the draws"),
        Column::words("").short(),
    ];
    let row = |row: FigureRow| {
        let name = second(&row.name, &row.note);
        vec![name, row.central.into(), row.median.into(), row.range.into(), row.note.into()]
    };
    let mut blocks: Vec<Block> = [found.guarantee(), found.pledge(), found.rates()]
        .iter()
        .map(|sentences| joined(sentences))
        .collect();
    blocks.push(Block::table(Table::new(columns).with(found.figures().into_iter().map(row))).apart());
    blocks
}

/// A name; on a page with a capital, and with what else there is to say on a line below it.
fn second(name: &str, below: &str) -> Wording {
    let full = Phrase::from(words::sentence(name));
    told(name, if below.is_empty() { full } else { full.line(LineManner::Second, below) })
}

/// The last handovers.
fn trust(found: &ExchangePlan) -> Vec<Block> {
    let sentences = found.trust();
    let mut blocks: Vec<Block> =
        sentences.iter().map(|sentence| Block::told(sentence.as_str()).short()).collect();
    blocks.push(Block::list(sentences).full());
    blocks
}

/// Remedies side by side.
fn remedies(found: &ExchangePlan) -> Vec<Block> {
    let columns = [
        Column::of("what is done"),
        Column::of_figures("least that is enough"),
        Column::of_figures("now"),
        Column::of_figures("all handed over by day"),
    ];
    let row = |row: RemedyRow| vec![row.name.into(), row.price.into(), row.now.into(), row.out_by.into()];
    vec![
        Block::table(Table::new(columns).with(found.remedies().into_iter().map(row))),
        Block::how(
            "Each by itself, everything else as it is. Worths are on the scale of the side that is bound.",
        ),
    ]
}

/// Shapes compared.
fn shapes(found: &ExchangePlan) -> Vec<Block> {
    let takes = Side::BOTH.map(|side| format!("guarantee on {}", found.terms().side(side).name));
    let columns = [
        Column::of("shape"),
        Column::of_figures("rounds"),
        Column::of("holds"),
        Column::of_figures("gain from stopping"),
        Column::of_figures(&takes[0]),
        Column::of_figures(&takes[1]),
        Column::of_figures("all handed over by day"),
    ];
    let shapes = found.shapes();
    let row = |row: &ShapeRow| {
        let [one, other] = row.guarantee.clone();
        let holds = if row.holds { "yes" } else { "no" };
        vec![
            second(&row.name, &row.basis),
            row.rounds.to_string().into(),
            holds.into(),
            row.gain.clone().into(),
            one.into(),
            other.into(),
            row.out_by.clone().into(),
        ]
    };
    let bases = shapes.iter().filter(|row| !row.basis.is_empty());
    let finer = found.finer_steps().unwrap_or_default();
    let best = "The best schedule of each shape. Theories disagree on the shape, so none is built in";
    let blocks = vec![
        Block::table(Table::new(columns).with(shapes.iter().map(row))),
        Block::how(told(format!("{best}:"), format!("{best}. {finer}"))),
        Block::list(bases.map(|row| format!("{}: {}.", row.name, row.basis))).short(),
        Block::told(finer).short(),
    ];
    vec![Block::folded("Should batches grow or shrink?", blocks)]
}

/// What the observed steps tell.
fn learned(found: &ExchangePlan) -> Vec<Block> {
    let Some(lesson) = found.lesson() else { return Vec::new() };
    let ranges = match &found.learned {
        Some(Learned::Ranges(ranges)) => ranges.as_slice(),
        _ => &[],
    };
    let columns = [Column::of("figure"), Column::of_figures("stated"), Column::of_figures("left")];
    let range = |(low, high): (f64, f64)| Wording::from(format!("{}–{}", say::worth(low), say::worth(high)));
    let narrowed = ranges.iter().filter(|narrowed| narrowed.is_narrower());
    let rows = narrowed.map(|narrowed: &Narrowed| {
        vec![second(&narrowed.name, &narrowed.path), range(narrowed.before), range(narrowed.after)]
    });
    vec![Block::told(lesson), Block::table(Table::new(columns).with(rows))]
}

/// How often some schedule holds itself, and what that means.
fn chances(found: &ExchangePlan) -> Block {
    let some =
        Phrase::from("Some schedule holds itself in ").and(Chance::from(found.over.some_schedule_holds));
    let text = match found.over.schedule_holds {
        Some(planned) => some
            .and(" of the draws, the fastest one of the central world in ")
            .and(Chance::from(planned))
            .and(". "),
        None => some.and(" of the draws. "),
    };
    Block::how(text.and(
        "A schedule holds itself if at every step each side has more to gain from what is still to come than from stopping. A \
         guarantee is what a breach would cost; it is a price, not advice on whom to hold.",
    ))
    .full()
}
