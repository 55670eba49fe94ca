//! Would it hold? The exchange that a package would set in motion.

use detente_exchange::{Side, words as told};

use super::table::{Align, table};
use super::wrapped;
use crate::compose::exchange::{ExchangePlan, Learned, StepRow};

/// Sentences under each other, each with a dot before it.
fn listed(sentences: &[String], width: usize) -> String {
    let indent = textwrap::Options::new(width).initial_indent("  · ").subsequent_indent("    ");
    sentences.iter().map(|sentence| textwrap::fill(sentence, &indent) + "\n").collect()
}

fn paragraph(sentences: &[String], width: usize) -> String {
    if sentences.is_empty() { String::new() } else { wrapped(&sentences.join(" "), width) }
}

/// The planned schedule, and where it fails over the draws.
pub(super) fn schedule(found: &ExchangePlan, width: usize) -> String {
    if found.plan().is_none() {
        return String::new();
    }
    let mut text = steps(found, &found.steps(), width);
    if !found.over.fails_at.is_empty() {
        text.push_str(&wrapped("Over the draws this schedule fails so:", width));
        text.push_str(&listed(&found.failures(), width));
    }
    text
}

/// The steadiest schedule.
pub(super) fn steadiest(found: &ExchangePlan, width: usize) -> String {
    let Some((sentence, rows)) = found.steadier() else { return String::new() };
    wrapped(&sentence, width) + &steps(found, &rows, width)
}

fn steps(found: &ExchangePlan, rows: &[StepRow], width: usize) -> String {
    let gives = Side::BOTH.map(|side| format!("{} hands over", found.terms().side(side).name));
    let columns = [
        ("when", Align::Left),
        (gives[0].as_str(), Align::Left),
        (gives[1].as_str(), Align::Left),
        ("still to come", Align::Left),
        ("", Align::Left),
    ];
    let mark = |row: &StepRow| match (row.fails, row.weakest) {
        (true, _) => "fails first",
        (_, true) => "weakest",
        _ => "",
    };
    let or_dash = |text: &String| if text.is_empty() { "–".to_owned() } else { text.clone() };
    let rows = rows.iter().map(|row| {
        vec![
            row.when.clone(),
            or_dash(&row.gives[0]),
            or_dash(&row.gives[1]),
            row.left.clone(),
            mark(row).to_owned(),
        ]
    });
    table(&columns, rows.collect(), width)
}

/// What would make one where no schedule holds itself.
pub(super) fn least_changes(found: &ExchangePlan, width: usize) -> String {
    let changes = found.least_changes();
    if changes.is_empty() {
        return String::new();
    }
    wrapped("Any one of these is enough by itself, and less of it is not:", width) + &listed(&changes, width)
}

/// Guarantee, pledge and their rates, then every main figure over the draws.
pub(super) fn figures(found: &ExchangePlan, width: usize) -> String {
    let mut text = paragraph(&found.guarantee(), width);
    text.push_str(&paragraph(&found.pledge(), width));
    text.push_str(&paragraph(&found.rates(), width));
    text.push('\n');
    let columns = [
        ("figure", Align::Left),
        ("central", Align::Right),
        ("median", Align::Right),
        ("nine tenths of the draws", Align::Right),
        ("", Align::Left),
    ];
    let rows =
        found.figures().into_iter().map(|row| vec![row.name, row.central, row.median, row.range, row.note]);
    text + &table(&columns, rows.collect(), width)
}

/// The last handovers.
pub(super) fn trust(found: &ExchangePlan, width: usize) -> String {
    found.trust().iter().map(|sentence| wrapped(sentence, width)).collect()
}

/// Remedies side by side.
pub(super) fn remedies(found: &ExchangePlan, width: usize) -> String {
    let columns = [
        ("what is done", Align::Left),
        ("least that is enough", Align::Right),
        ("now", Align::Right),
        ("all out by day", Align::Right),
    ];
    let rows = found.remedies().into_iter().map(|row| vec![row.name, row.price, row.now, row.out_by]);
    table(&columns, rows.collect(), width)
        + &wrapped(
            "Each by itself, everything else as it is. Worths are on the scale of the side that is bound.",
            width,
        )
}

/// Shapes compared.
pub(super) fn shapes(found: &ExchangePlan, width: usize) -> String {
    let takes = Side::BOTH.map(|side| format!("guarantee on {}", found.terms().side(side).name));
    let columns = [
        ("shape", Align::Left),
        ("rounds", Align::Right),
        ("holds", Align::Left),
        ("gain from stopping", Align::Right),
        (takes[0].as_str(), Align::Right),
        (takes[1].as_str(), Align::Right),
        ("all out by day", Align::Right),
    ];
    let shapes = found.shapes();
    let rows = shapes.iter().map(|row| {
        let [one, two] = row.guarantee.clone();
        let holds = if row.holds { "yes" } else { "no" };
        vec![
            row.name.clone(),
            row.rounds.to_string(),
            holds.to_owned(),
            row.gain.clone(),
            one,
            two,
            row.out_by.clone(),
        ]
    });
    let mut text = table(&columns, rows.collect(), width);
    text.push_str(&wrapped(
        "The best schedule of each shape. Theories disagree on the shape, so none is built in:",
        width,
    ));
    let bases = shapes.iter().filter(|row| !row.basis.is_empty());
    text.push_str(&listed(
        &bases.map(|row| format!("{}: {}.", row.name, row.basis)).collect::<Vec<_>>(),
        width,
    ));
    text.push_str(&paragraph(found.finer_steps().as_slice(), width));
    text
}

/// More days for more people.
pub(super) fn extension(found: &ExchangePlan, width: usize) -> String {
    paragraph(&found.extension(), width)
}

/// The schedules that were proposed.
pub(super) fn proposed(found: &ExchangePlan, width: usize) -> String {
    let accounts = found.accounts_of_proposed();
    let told = accounts.iter().map(|account| {
        let name = wrapped(&format!("“{}”", account.name), width);
        name + &steps(found, &account.rows, width) + &listed(&account.sentences, width)
    });
    told.collect::<Vec<_>>().join("\n")
}

/// What the observed steps tell.
pub(super) fn learned(found: &ExchangePlan, width: usize) -> String {
    let Some(lesson) = found.lesson() else { return String::new() };
    let mut text = wrapped(&lesson, width);
    if let Some(Learned::Ranges(ranges)) = &found.learned {
        let columns = [("figure", Align::Left), ("stated", Align::Right), ("left", Align::Right)];
        let range = |(low, high): (f64, f64)| format!("{}–{}", told::worth(low), told::worth(high));
        let rows = ranges
            .iter()
            .filter(|narrowed| narrowed.is_narrower())
            .map(|narrowed| vec![narrowed.name.clone(), range(narrowed.before), range(narrowed.after)]);
        let rows: Vec<Vec<String>> = rows.collect();
        if !rows.is_empty() {
            text.push_str(&table(&columns, rows, width));
        }
    }
    text
}
