//! The day after: what is told of it, and that no day knows anything later.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;

use detente_brief::answers::{BriefAnswer, OutlookAnswer, WatchAnswer};
use detente_brief::{ExtractChoice, Options, Sitting, WatchDay, page, render};
use detente_model::Case;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const HARBOUR: &str = include_str!("sessions/watch.in/harbour.toml");

fn case(text: &str) -> Case {
    detente_case::parse("harbour.toml", text).unwrap_or_else(|report| panic!("{report:?}\n{text}")).case
}

fn sitting(text: &str, day: Date) -> Sitting {
    Sitting::open(case(text), Options { as_of: Some(day), ..Options::drawing(40, 1) })
}

fn watch(text: &str, day: Date) -> WatchDay {
    let sitting = sitting(text, day);
    let package = sitting.package(None).unwrap();
    (*sitting.watch(&package, None).unwrap().unwrap()).clone()
}

fn march(day: i8) -> Date {
    date(2025, 3, day)
}

#[test]
fn each_day_tells_what_it_knows() {
    // On the day before it begins everything is still to come.
    let before = watch(HARBOUR, date(2025, 2, 28));
    assert!(before.found.ledger.entries.iter().all(|entry| !entry.is_due && entry.accounts.is_empty()));
    assert!(
        before.headline[0] == "5 commitments had been agreed by 28 February 2025; none is due yet.",
        "{:?}",
        before.headline
    );
    // The extension of the fourth is not known on the third.
    assert_eq!(watch(HARBOUR, march(3)).found.ledger.entries.len(), 5);
    let later = watch(HARBOUR, march(5));
    assert_eq!(later.found.ledger.entries.len(), 7);
    assert_eq!(later.pledge_ends, Some(march(7)));
    // It ended on the seventh.
    let ended = watch(HARBOUR, march(8));
    assert!(
        ended.headline.iter().any(|sentence| sentence.starts_with("It ended on 7 March 2025, after 6 days")),
        "{:?}",
        ended.headline
    );
    assert!(ended.found.exchange.is_none() && ended.found.outlook.is_none());
}

#[test]
fn a_dispute_shows_both_accounts() {
    let day = watch(HARBOUR, march(4));
    let answer = WatchAnswer::of(&day);
    let quay = answer.watch.commitments.iter().find(|it| it.id == "lorries").unwrap();
    assert_eq!((quay.least, quay.most), (80, 137));
    assert!(quay.accounts.iter().all(|account| account.is_contradicted));
    assert!(
        day.report.contains("137 of 200, says Port authority")
            && day.report.contains("80 of 200, says Dockers"),
        "{}",
        day.report
    );
    assert!(!quay.is_open_breach);
}

#[test]
fn nothing_was_promised_in_a_case_without_commitments() {
    let sitting = Sitting::open(
        detente_case::parse("template", detente_case::template()).unwrap().case,
        Options::drawing(10, 1),
    );
    let package = sitting.leading().unwrap().remove(0);
    assert!(sitting.watch(&package, None).unwrap().is_none());
}

#[test]
fn the_brief_tells_of_it_in_both_versions() {
    let sitting = sitting(HARBOUR, march(4));
    let brief = sitting.brief().unwrap();
    let (two_pages, all) = (page::brief(&brief), page::brief_with_annex(&brief));
    for (page, id) in [(&two_pages, "kept"), (&all, "kept"), (&all, "watch")] {
        assert!(page.sections.iter().any(|section| section.id == id), "{id}");
    }
    assert!(render::html(&all).contains("What was promised, and what became of it"));
    assert!(serde_json::to_value(BriefAnswer::of(&brief)).unwrap().get("watch").is_some());
}

#[test]
fn an_extract_without_a_party_tells_nothing_of_what_it_promised() {
    let sitting = sitting(HARBOUR, march(4));
    let choice =
        ExtractChoice { annex: true, without_parties: vec!["union".to_owned()], ..ExtractChoice::default() };
    let extract = sitting.extract(&choice).unwrap();
    let shown = render::terminal(&extract.page, 100);
    assert!(!shown.contains("Dockers"), "{shown}");
}

/// Everything that is printed of a day.
fn printed(text: &str, day: Date) -> String {
    let sitting = sitting(text, day);
    let mut out = String::new();
    let package = sitting.package(None).unwrap();
    if let Some(found) = sitting.watch(&package, None).unwrap() {
        writeln!(out, "{}", serde_json::to_string(&WatchAnswer::of(&found)).unwrap()).unwrap();
        writeln!(out, "{}", render::terminal(&page::watch(&found), 100)).unwrap();
    }
    writeln!(out, "{}", serde_json::to_string(&BriefAnswer::of(&sitting.brief().unwrap())).unwrap()).unwrap();
    if let Some(found) = sitting.outlook().unwrap() {
        writeln!(out, "{}", serde_json::to_string(&OutlookAnswer::of(&found)).unwrap()).unwrap();
    }
    out
}

/// A fact that comes after a day: a commitment, a claim, days of calm that are added, a publication.
fn fact(place: usize, kind: usize, day: i8, of: usize) -> String {
    let when = format!("2025-03-{day:02}");
    let on = ["sailors-1", "dockers-1", "sailors-2", "dockers-2", "lorries"][of];
    let says = ["done", "late", "denied", "disputed"][(place + of) % 4];
    let party = ["port", "union"][(place + kind) % 2];
    match kind {
        0 => format!(
            "[[claims]]\nid = \"f{place}\"\ncommitment = \"{on}\"\nsays = \"{says}\"\nparty = \"{party}\"\nsaid = {when}\n"
        ),
        // Said early, and reported only then.
        1 => format!(
            "[[claims]]\nid = \"f{place}\"\ncommitment = \"{on}\"\nsays = \"{says}\"\nparty = \"{party}\"\nsaid = 2025-03-01\nreported = {when}\n"
        ),
        // Told early, and published only then.
        2 => format!(
            "[sources.f{place}]\ntitle = \"Later\"\npublished = {when}\n[[claims]]\nid = \"f{place}\"\ncommitment = \"{on}\"\nsays = \"{says}\"\nsaid = 2025-03-01\nsource = \"f{place}\"\n"
        ),
        3 => format!(
            "[[commitments]]\nid = \"f{place}\"\nagreed = {when}\nby = \"{party}\"\nwhat = \"more\"\ncount = 4\ndue = 2025-03-30\ngrace = [0, 2]\n"
        ),
        // Agreed early, and told of by nobody before.
        _ => format!(
            "[sources.f{place}]\ntitle = \"Later\"\npublished = {when}\n[[commitments]]\nid = \"f{place}\"\nagreed = 2025-02-20\nby = \"{party}\"\nwhat = \"more\"\ndue = 2025-03-02\ncite = [\"f{place}\"]\n[[claims]]\nid = \"f{place}\"\ncommitment = \"f{place}\"\nsays = \"denied\"\nsaid = 2025-03-01\n"
        ),
    }
}

/// The tables of a file, each with its heading; what stands above the first comes first.
fn tables(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if line.starts_with('[') {
            found.push(String::new());
        }
        found.last_mut().unwrap().push_str(line);
    }
    found
}

/// The pages of a day as well, on which sources have their numbers and figures their lines.
fn pages(text: &str, day: Date) -> String {
    let sitting = sitting(text, day);
    let package = sitting.package(None).unwrap();
    let brief = sitting.brief().unwrap();
    let mut out = render::html(&page::brief_with_annex(&brief));
    if let Some(found) = sitting.watch(&package, None).unwrap() {
        out.push_str(&render::html(&page::watch(&found)));
        out.push_str(&render::terminal(&page::checklist(&found), 100));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    /// A history of facts that stand anywhere in the file, sources among them: each day tells the same as a file in which everything later is blank.
    #[test]
    fn no_day_knows_anything_later_wherever_it_stands(
        day in 1i8..8,
        facts in proptest::collection::vec((0usize..5, 1i8..20, 0usize..5, any::<prop::sample::Index>()), 1..8),
    ) {
        let (early, _) = HARBOUR.split_once("# From here on later than 3 March.").unwrap();
        let early = early.replace("ended = 2025-03-07\n", "");
        // Each with whether it is later than the day.
        let mut parts: Vec<(String, bool)> = tables(&early).into_iter().map(|table| (table, false)).collect();
        for (place, (kind, on, of, at)) in facts.into_iter().enumerate() {
            let of_it = tables(&fact(place, kind, on, of));
            let at = 1 + at.index(parts.len());
            for table in of_it.into_iter().rev().filter(|table| !table.is_empty()) {
                parts.insert(at, (table, on > day));
            }
        }
        let whole: String = parts.iter().map(|(table, _)| table.as_str()).collect();
        let known = parts.iter().map(|(table, later)| {
            if *later { "\n".repeat(table.lines().count()) } else { table.clone() }
        });
        let known: String = known.collect();
        let (told, expected) = (printed(&whole, march(day)), printed(&known, march(day)));
        prop_assert_eq!(told, expected);
        prop_assert_eq!(pages(&whole, march(day)), pages(&known, march(day)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Facts that come after a day change not one byte of what is told of that day.
    #[test]
    fn no_day_knows_anything_later(
        day in 1i8..8,
        facts in proptest::collection::vec((0usize..5, 0i8..20, 0usize..5), 1..6),
    ) {
        let later = facts.into_iter().enumerate().map(|(place, (kind, after, of))| fact(place, kind, (day + 1 + after).min(30), of));
        let with = format!("{HARBOUR}{}", later.collect::<String>());
        prop_assert_eq!(printed(HARBOUR, march(day)), printed(&with, march(day)));
    }
}

/// A file from which everything later is deleted tells the same, with its own day: extensions and the end among them.
#[test]
fn a_file_without_what_came_later_tells_the_same() {
    let (early, _) = HARBOUR.split_once("# From here on later than 3 March.").unwrap();
    let early = early.replace("ended = 2025-03-07\n", "");
    assert_eq!(printed(HARBOUR, march(3)), printed(&early, march(3)));
}

/// Sources are numbered as they were known: none that came later leaves a gap, wherever it stands in the file.
#[test]
fn sources_that_come_later_leave_no_gap() {
    let text = HARBOUR.replacen(
        "[sources.terms]",
        "[sources.later]\ntitle = \"A look back\"\npublished = 2025-03-20\n\n[sources.terms]",
        1,
    );
    let shown = |day| render::terminal(&page::watch(&watch(&text, day)), 100);
    assert!(shown(march(4)).contains("[1] Terms of the truce") && !shown(march(4)).contains("A look back"));
    assert!(
        shown(march(30)).contains("[1] A look back") && shown(march(30)).contains("[2] Terms of the truce")
    );
}

const GRAIN: &str = r#"
case = 1
title = "Grain through the strait"
as_of = 2023-07-18
[parties.north]
name = "North"
role = "principal"
[parties.south]
name = "South"
role = "principal"
[exchange]
begins = 2022-07-22
pledge_days = 120
ended = 2023-07-17
[[exchange.extended]]
agreed = 2022-11-17
days = 120
[durability]
class = "preliminary"
[[commitments]]
id = "ships"
agreed = 2022-07-22
by = "south"
what = "inspections"
count = 1000
unit = "ships"
due = 2022-11-19
[[commitments]]
id = "calm"
agreed = 2022-07-22
by = "south"
to = "north"
what = "no attack on ports"
due = 2022-11-19
[[claims]]
id = "so-far"
commitment = "ships"
says = "partly"
count = 430
said = 2022-11-01
"#;

/// Calm may be pledged, carried on and ended without anything that changes hands; and how long it lasts may not be known yet.
#[test]
fn a_pledge_of_calm_alone_is_watched() {
    assert!(sitting(GRAIN, date(2023, 7, 18)).refusals().is_empty());
    let day = watch(GRAIN, date(2022, 11, 18));
    let told = day.headline.join(" ");
    assert!(told.contains("Calm is pledged until 19 March 2023."), "{told}");
    // The record was published in that year.
    assert!(told.contains("How long it lasts on is not told: how long agreements of the class"), "{told}");
    assert!(day.found.lasting.is_none() && day.found.outlook.is_none());
    let shown = render::terminal(&page::watch(&day), 100);
    let (_, handed_over) = shown.split_once("Handed over, day by day").unwrap();
    assert!(handed_over.contains("430") && !handed_over.contains("no attack"), "{shown}");
    let out = watch(GRAIN, date(2023, 4, 1)).headline.join(" ");
    assert!(out.contains("The pledge of calm ran out on 19 March 2023."), "{out}");
    let ended = watch(GRAIN, date(2023, 7, 18));
    assert!(ended.report.ends_with("It ended on 17 July 2023."), "{}", ended.report);
    assert!(
        ended.report.contains("Missing: 570 of 1 000 ships of “inspections” from South"),
        "{}",
        ended.report
    );
}

/// What lots were forgotten in a case without commitments is still refused.
#[test]
fn an_exchange_of_nothing_that_nobody_watches_is_refused() {
    let (without, _) = GRAIN.split_once("[[commitments]]").unwrap();
    assert_eq!(sitting(without, date(2023, 7, 18)).refusals().len(), 1);
}

#[test]
fn the_checklist_has_every_open_commitment_once_by_its_day() {
    let day = watch(HARBOUR, march(4));
    let shown = page::checklist(&day);
    let shown = render::terminal(&shown, 100);
    let open = day.found.ledger.entries.iter().filter(|entry| entry.done_on.is_none()).count();
    assert_eq!(shown.matches("☐\u{a0}contested").count(), open, "{shown}");
    assert!(shown.contains("2 that are kept by all accounts are not on this list"), "{shown}");
}

/// Where one thing alone may not be late and all together may, both are told in one sentence.
#[test]
fn late_together_and_late_alone_are_told_together() {
    let told = watch(HARBOUR, march(4)).headline.join(" ");
    assert!(
        told.contains("If all that is still to come were late together, nobody would gain by stopping, however late; late alone, 10 of “sailors, later”"),
        "{told}"
    );
}
