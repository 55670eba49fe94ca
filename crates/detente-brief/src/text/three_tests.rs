//! The three tests of the leading packages side by side, and what would mend the weakest.

use super::table::{Align, table};
use super::wrapped;
use crate::brief::Brief;
use crate::compose::three_tests::{LASTING, Needed, Results, ThreeTests};
use crate::words;

/// Changes that are listed.
const SHOWN: usize = 6;

pub(super) fn section(brief: &Brief, width: usize) -> String {
    let Some(found) = &brief.three_tests else { return String::new() };
    let rows = found.standings.tested.iter().enumerate().map(|(i, tested)| {
        let mark = if found.standings.best == Some(i) { "best of these" } else { "" };
        let mut row = vec![tested.letter.clone()];
        row.extend(cells(&tested.results));
        row.push(mark.to_owned());
        row
    });
    let mut columns = vec![("", Align::Left)];
    let lasts = format!("lasts {LASTING:.0} days");
    columns.extend(names(found, &lasts).into_iter().map(|name| (name, Align::Right)));
    columns.push(("", Align::Left));
    let mut text = table(&columns, rows.collect(), width);
    text.push_str(&wrapped(&how(found), width));
    for sentence in &found.sentences {
        text.push_str(&wrapped(sentence, width));
    }
    text + &changes(brief, found, &lasts, width) + &manners(brief, found, width)
}

/// Each manner of carrying the exchange out, under each guarantee, and what it would take.
fn manners(brief: &Brief, found: &ThreeTests, width: usize) -> String {
    let Some(first) = found.manners.first() else { return String::new() };
    let under = found.guarantees(&brief.case);
    let needed: Vec<String> =
        first.needed.iter().map(|needed| format!("needed on {}", needed.name)).collect();
    let mut columns = vec![("carried out", Align::Left)];
    columns.extend(under.iter().chain(&needed).map(|name| (name.as_str(), Align::Right)));
    let rows = found.manners.iter().map(|manner| {
        let mut row = vec![manner.name.clone()];
        row.extend(manner.holds.iter().map(|(_, share)| words::percent(share.value())));
        row.extend(manner.needed.iter().map(Needed::in_words));
        row
    });
    "\n".to_owned()
        + &table(&columns, rows.collect(), width)
        + &wrapped(
            "How often each manner of carrying it out holds itself, under each guarantee; and how much a breach would have to \
             cost each side in all, on its own scale, in the middle of the worlds and over nine tenths of them.",
            width,
        )
}

fn changes(brief: &Brief, found: &ThreeTests, lasts: &str, width: usize) -> String {
    let Some(first) = found.changes.first() else { return String::new() };
    let letter = &found.standings.tested[found.standings.best.unwrap_or(0)].letter;
    let heading = format!("{letter}, but with");
    let mut columns = vec![(heading.as_str(), Align::Left)];
    columns.extend(names(found, lasts).into_iter().map(|name| (name, Align::Right)));
    let row = |name: String, results: &Results| {
        let mut row = vec![name];
        row.extend(cells(results));
        row
    };
    let mut rows = vec![row("nothing else".to_owned(), &first.before)];
    rows.extend(found.changes.iter().take(SHOWN).map(|change| {
        row(words::option(&brief.case, brief.case.issue(change.issue), change.option), &change.results)
    }));
    "\n".to_owned() + &table(&columns, rows, width)
}

/// The columns for which the case has the material.
fn names<'a>(found: &ThreeTests, lasts: &'a str) -> Vec<&'a str> {
    let first = found.standings.tested.first().map(|tested| &tested.results);
    let mut names = vec!["acceptable to all"];
    if first.is_some_and(|results| results.enforceable.is_some()) {
        names.push("carries itself");
    }
    if first.is_some_and(|results| results.durable.is_some()) {
        names.push(lasts);
    }
    names.push("all together");
    names
}

fn cells(results: &Results) -> Vec<String> {
    let mut cells = vec![words::share(results.acceptable)];
    cells.extend(results.enforceable.map(words::share));
    cells.extend(results.durable.map(|band| words::ranged(band.median, band.low, band.high)));
    cells.push(words::percent_to_tenths(results.all_three));
    cells
}

fn how(found: &ThreeTests) -> String {
    let mut text = format!(
        "Over {}: acceptable, where all would sign",
        words::plural(u128::from(found.standings.worlds), "world", "worlds")
    );
    let first = found.standings.tested.first().map(|tested| &tested.results);
    if first.is_some_and(|results| results.enforceable.is_some()) {
        text.push_str("; carries itself, where nobody would gain by stopping half-way");
        if found.standings.tested.iter().any(|tested| tested.results.as_proposed) {
            text.push_str(", carried out as the case proposes it");
        }
    }
    if first.is_some_and(|results| results.durable.is_some()) {
        text.push_str(
            "; lasts, the chance in the middle of the worlds and the range that nine tenths of them fill",
        );
    }
    text + "; all together, the chance of passing every test in the same world."
}
