//! What is read from a sound text.

use detente_model::{Actor, Case, Package, PartyId};
use detente_text::{Allowed, BorrowedFrom, Clause, Kept, SingleText, changes, parse};

pub const CASE: &str = r#"
case = 1
title = "Harbour dues"
as_of = 2025-03-01
[sources.minutes]
title = "Minutes of the second round"
[parties.port]
name = "Port authority"
role = "principal"
[parties.union]
name = "Dockers' union"
role = "principal"
[issues.pay]
name = "Rise in pay"
unit = "per cent"
options = [2, 4, 6]
[issues.shifts]
name = "Length of shifts"
options = ["eight hours", "ten hours"]
[issues.fund]
name = "Fund for training"
unit = "thousand"
range = { from = 0, to = 100 }
[positions.port]
no_deal = 0.4
importance = ["pay", "shifts", "fund"]
pay = { ideal = 2, worst = 6 }
fund = { ideal = 0, worst = 100 }
[positions.port.shifts]
values = { "eight hours" = 0, "ten hours" = 1 }
[positions.union]
no_deal = 0.4
importance = ["pay", "shifts", "fund"]
pay = { ideal = 6, worst = 2 }
fund = { ideal = 100, worst = 0 }
[positions.union.shifts]
values = { "eight hours" = 1, "ten hours" = 0 }
"#;

pub fn case() -> Case {
    detente_case::parse("case.toml", CASE).unwrap().case
}

const FIRST: &str = "---
title: Terms for the harbour
date: 2025-02-20
by: the mediator
---

# Preamble
Both sides want the harbour to work. <!-- not in the
signed text -->

# Article 1. Pay {#pay-article, pay}
From May wages rise by [two per cent]{pay = 2} / [four per cent]{pay = 4 per cent}
for [all] who work in the harbour.

> Dockers' union, since 2025-02-21: Two is less than
> prices rose. [@minutes#page 4]
> **port**, since 2025-02-22: Whom this covers is not said.

# Article 2. Work

## 2.1 Shifts {shifts = ten hours}
Shifts last no longer than ten hours.

## 2.2 Coffee
There is coffee.
";

const SECOND: &str = "---
title: Terms for the harbour
date: 2025-02-27
by: the mediator
---

# Preamble
Both sides want the harbour to work.

# Article 1. Pay {#pay-article}
From May wages rise by [four per cent]{pay = 4} / ~~[two per cent]{pay = 2}~~
for [all] / [all members] who work in the harbour.

> Dockers' union, since 2025-02-21: Two is less than prices rose. [@minutes#page 4]

# Article 2. Work

## 2.1 How long shifts last {#shifts}
Shifts last [eight hours]{shifts = eight hours} / [ten hours]{shifts = ten hours}.

## 2.3 Training {fund = 40}
The port pays 40 thousand a year into a fund.
";

fn both() -> (Case, SingleText) {
    let reading = parse(&[("2", SECOND), ("1", FIRST)], &case()).unwrap();
    assert!(reading.reports.is_empty());
    (reading.case, reading.text)
}

#[test]
fn clauses_know_what_they_word_and_who_objects() {
    let (case, text) = both();
    let first = text.version("v1").unwrap();
    assert_eq!(text.latest().name, "2");
    let ids: Vec<&str> = first.clauses().map(|clause| clause.id.as_str()).collect();
    assert_eq!(ids, ["preamble", "pay-article", "shifts", "coffee"]);
    let pay = first.clause("pay-article").unwrap();
    assert_eq!(
        pay.shown(),
        "From May wages rise by [two per cent / four per cent] for [all] who work in the harbour."
    );
    assert_eq!(pay.issues().iter().map(|issue| issue.index()).collect::<Vec<_>>(), [0]);
    let said: Vec<_> =
        pay.objections.iter().map(|o| (o.by, o.since.to_string(), o.words.as_str(), o.cites.len())).collect();
    assert_eq!(
        said,
        [
            (Actor::Party(PartyId(1)), "2025-02-21".to_owned(), "Two is less than prices rose.", 1),
            (Actor::Party(PartyId(0)), "2025-02-22".to_owned(), "Whom this covers is not said.", 0),
        ]
    );
    assert_eq!(pay.objections[0].cites[0].locator.as_deref(), Some("page 4"));
    assert!(first.clause("coffee").unwrap().is_unknown());
    assert_eq!(first.clause("preamble").unwrap().shown(), "Both sides want the harbour to work.");
    let left = Allowed::by(first).options(&case).unwrap();
    assert_eq!(left.options[0], [true, true, false]);
    assert_eq!(left.options[1], [false, true]);
    // 40 is a stop now, and the first version leaves the fund open.
    assert_eq!(left.options[2].len(), 3);
}

#[test]
fn a_number_on_a_continuous_issue_is_a_stop_of_the_case_and_settles_it() {
    let (case, text) = both();
    let second = text.version("2").unwrap();
    let under = Allowed::by(second).under(&case, "text");
    assert!(case.issues[2].continuous && !under.issues[2].continuous);
    assert_eq!(Allowed::by(second).options(&case).unwrap().options[2], [false, true, false]);
    assert_eq!(Allowed::by(second).options(&case).unwrap().packages, 2);
}

#[test]
fn words_for_another_package_come_from_where_there_are_any() {
    let (case, text) = both();
    let second = text.version("2").unwrap();
    // Six per cent was worded by nobody, two was struck out, ten hours is on the table, and no version words another fund than 40.
    let settled = second.settled_on(&case, &Package(vec![0, 1, 2]), text.others(second));
    let from: Vec<_> = settled.borrowed.iter().map(|b| (b.clause.as_str(), b.from.clone())).collect();
    assert_eq!(from, [("pay-article", BorrowedFrom::Struck), ("training", BorrowedFrom::Case)]);
    let shown: Vec<String> = settled.version.clauses().map(Clause::shown).collect();
    assert_eq!(
        shown[1],
        "From May wages rise by two per cent for [all / all members] who work in the harbour."
    );
    assert_eq!(shown[2], "Shifts last ten hours.");
    assert_eq!(shown[3], "Fund for training: 100 thousand.");
    let six = second.settled_on(&case, &Package(vec![2, 0, 1]), text.others(second));
    assert_eq!(
        six.version.clause("pay-article").unwrap().shown(),
        "From May wages rise by 6 per cent for [all / all members] who work in the harbour."
    );
    // The first version says nothing of the fund.
    let first = text.version("1").unwrap();
    let settled = first.settled_on(&case, &Package(vec![1, 0, 1]), text.others(first));
    assert_eq!(settled.version.articles.last().unwrap().title, "Not worded yet");
    assert_eq!(settled.version.clause("shifts").unwrap().shown(), "Shifts last eight hours.");
    let from: Vec<_> = settled.borrowed.iter().map(|b| (b.clause.as_str(), b.from.clone())).collect();
    assert_eq!(
        from,
        [("shifts", BorrowedFrom::Version("2".to_owned())), ("fund for training", BorrowedFrom::Case)]
    );
}

#[test]
fn clauses_are_found_again_and_objections_with_them() {
    let (_, text) = both();
    let found = changes(text.version("1").unwrap(), text.version("2").unwrap());
    let told: Vec<_> = found
        .iter()
        .map(|change| {
            (
                change.before.map(|c| c.id.as_str()),
                change.after.map(|c| c.id.as_str()),
                change.raised.len(),
                change.dropped.len(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some("preamble"), Some("preamble"), 0, 0),
            (Some("pay-article"), Some("pay-article"), 0, 1),
            (Some("shifts"), Some("shifts"), 0, 0),
            (None, Some("training"), 0, 0),
            (Some("coffee"), None, 0, 0),
        ]
    );
    let words: Vec<_> = found[1].words.iter().map(|part| (part.kind, part.words.as_str())).collect();
    assert_eq!(
        words,
        [
            (Kept::Same, "From May wages rise by"),
            (Kept::Out, "[two per cent /"),
            (Kept::Same, "four per"),
            (Kept::Out, "cent] for [all]"),
            (Kept::In, "cent for [all / all members]"),
            (Kept::Same, "who work in the harbour."),
        ]
    );
    assert!(!found[0].is_change() && found[2].ties_changed());
}

#[test]
fn versions_stand_in_the_order_of_their_days_and_then_of_their_numbers() {
    let version = |date: &str| format!("---\ndate: {date}\nby: us\n---\n# A\nWords.\n");
    let (early, late) = (version("2025-02-01"), version("2025-02-02"));
    let reading = parse(&[("10", &late), ("9", &late), ("b", &early)], &case()).unwrap();
    let names: Vec<&str> = reading.text.versions.iter().map(|version| version.name.as_str()).collect();
    assert_eq!(names, ["b", "9", "10"]);
    assert_eq!(reading.text.version("V10").unwrap().name, "10");
    assert!(reading.text.version("11").is_none());
}

/// The page on the format begins with a whole version.
#[test]
fn the_example_of_the_page_is_sound() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/text-format.md");
    let page = std::fs::read_to_string(path).unwrap();
    let example = page.split("```markdown\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let reading = parse(&[("1", example)], &case()).unwrap();
    assert!(reading.reports.is_empty());
    let version = reading.text.latest();
    assert_eq!(version.clauses().map(|clause| clause.objections.len()).sum::<usize>(), 1);
    assert_eq!(
        Allowed::by(version).options(&reading.case).unwrap().options[..2],
        [vec![true, true, false], vec![false, true]]
    );
}

/// The texts of the shipped cases.
#[test]
fn every_case_with_a_text_reads_without_a_fault() {
    let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut read = 0;
    for entry in std::fs::read_dir(cases).unwrap() {
        let folder = entry.unwrap().path();
        if !detente_text::has_text(&folder) {
            continue;
        }
        let case = detente_case::read(&folder).unwrap().case;
        let reading = detente_text::read(&folder, &case).unwrap();
        assert!(reading.reports.is_empty(), "{:?}", reading.reports);
        for version in &reading.text.versions {
            let written = version.to_markdown(&reading.case);
            let again = parse(&[(&version.name, &written)], &reading.case).unwrap();
            assert_eq!(again.text.latest().to_markdown(&reading.case), written);
        }
        read += 1;
    }
    assert!(read > 0);
}
