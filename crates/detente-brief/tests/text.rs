//! The text of a case: what is told of it is what the definitions say, world by world.

#![allow(clippy::unwrap_used)]

use detente_brief::answers::{TextAnswer, TextDiffAnswer};
use detente_brief::{Options, Sitting, TextFound, page, render};
use detente_deals::DealSpace;
use detente_model::Package;
use detente_text::{Allowed, SingleText, parse};

const CASE: &str = r#"
case = 1
title = "Harbour dues"
as_of = 2025-03-01
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
[positions.port]
no_deal = [0.2, 0.6]
importance = ["pay", "shifts"]
[positions.port.pay]
ideal = 2
worst = 6
at_most = [3, 7]
[positions.port.shifts]
values = { "eight hours" = [0, 0.3], "ten hours" = 1 }
[positions.union]
no_deal = [0.2, 0.6]
importance = ["pay", "shifts"]
pay = { ideal = 6, worst = 2 }
[positions.union.shifts]
values = { "eight hours" = 1, "ten hours" = [0, 0.3] }
"#;

const FIRST: &str = "---\ndate: 2025-02-20\nby: the mediator\n---\n# Preamble\nBoth want peace in the harbour.\n# Terms\n## Pay\nWages rise by \
    [two]{pay = 2} / [four]{pay = 4} / [six]{pay = 6} per cent.\n> union, since 2025-02-21: Two is too little.\n## Shifts\nShifts last \
    [eight]{shifts = eight hours} / [ten]{shifts = ten hours} hours.\n";

const SECOND: &str = "---\ndate: 2025-02-27\nby: the mediator\n---\n# Preamble\nBoth want peace in the harbour.\n# Terms\n## Pay {pay = 4}\nWages rise by \
    four per cent.\n## Shifts\nShifts last [eight]{shifts = eight hours} / [ten]{shifts = ten hours} hours, and no longer.\n";

/// It settles the pay in two ways at once.
const THIRD: &str = "---\ndate: 2025-02-28\nby: the mediator\n---\n# Terms\n## Pay {pay = 4}\nFour.\n## More pay {pay = 6}\nSix.\n";

const DRAWS: u64 = 300;

fn sit() -> (Sitting, SingleText) {
    let case = detente_case::parse("case.toml", CASE).unwrap().case;
    let reading = parse(&[("1", FIRST), ("2", SECOND), ("3", THIRD)], &case).unwrap();
    (Sitting::open(reading.case, Options::drawing(DRAWS, 1)), reading.text)
}

fn found(sitting: &Sitting, text: &SingleText, version: &str) -> TextFound {
    sitting.text(text, text.version(version).unwrap(), None).unwrap()
}

/// In which share of the worlds something holds of the packages allowed.
fn share(sitting: &Sitting, packages: &[Package], holds: impl Fn(&DealSpace, &[Package]) -> bool) -> f64 {
    let held = (0..DRAWS)
        .filter(|draw| holds(&DealSpace::new(&sitting.world(Some(*draw)).unwrap()).unwrap(), packages));
    held.count() as f64 / DRAWS as f64
}

#[test]
fn figures_are_those_of_the_packages_that_the_text_allows() {
    let (sitting, text) = sit();
    for version in ["1", "2"] {
        let found = found(&sitting, &text, version);
        let packages = Allowed::by(&found.version).packages(&found.case, 100).unwrap();
        assert_eq!(packages.len(), if version == "1" { 6 } else { 2 });
        let figure = |id: &str| found.effect.figure(id).unwrap().after.unwrap();
        assert_eq!(
            figure("zone"),
            share(&sitting, &packages, |space, all| all.iter().any(|p| space.all_accept(p)))
        );
        for (place, id) in ["port", "union"].into_iter().enumerate() {
            let some = share(&sitting, &packages, |space, all| {
                all.iter().any(|p| space.principal_accepts(place, p))
            });
            let every = share(&sitting, &packages, |space, all| {
                all.iter().all(|p| space.principal_accepts(place, p))
            });
            assert_eq!(figure(&format!("assent.some.{id}")), some);
            assert_eq!(figure(&format!("assent.every.{id}")), every);
            assert!(every <= some);
        }
    }
    // The first version allows every package, so that it changes nothing.
    let first = found(&sitting, &text, "1");
    assert!(first.effect.is_none());
}

#[test]
fn a_bracket_is_judged_as_if_each_wording_alone_stood() {
    let (sitting, text) = sit();
    let found = found(&sitting, &text, "1");
    assert_eq!(found.brackets.len(), 2);
    let stakes: Vec<f64> =
        found.brackets.iter().map(|b| b.stake.as_ref().unwrap().zone.difference().unwrap()).collect();
    assert!(stakes[0] >= stakes[1] && stakes[1] >= 0.0, "{stakes:?}");
    for bracket in &found.brackets {
        for wording in &bracket.wordings {
            let settled = found.version.with_settled(&bracket.clause, bracket.place, wording.place);
            let packages = Allowed::by(&settled).packages(&found.case, 100).unwrap();
            let zone = share(&sitting, &packages, |space, all| all.iter().any(|p| space.all_accept(p)));
            assert_eq!(wording.effect.as_ref().unwrap().figure("zone").unwrap().after, Some(zone));
        }
        let after =
            |place: usize| bracket.wordings[place].effect.as_ref().unwrap().figure("zone").unwrap().after;
        let stake = bracket.stake.as_ref().unwrap();
        assert_eq!((stake.zone.before, stake.zone.after), (after(stake.worst), after(stake.best)));
    }
}

#[test]
fn red_lines_are_crossed_where_every_option_that_is_worded_is_refused() {
    let (sitting, text) = sit();
    let found = found(&sitting, &text, "2");
    let crossed: Vec<_> = found
        .crossings
        .iter()
        .map(|c| (c.clause.as_str(), found.case.actor_name(c.actor), c.wording.clone()))
        .collect();
    assert_eq!(crossed, [("pay", "Port authority", None)]);
    let refused = share(&sitting, &[], |space, _| space.stated(0).refused[0][1]);
    assert!(refused > 0.0 && found.crossings[0].share.value() == refused);
    let first = self::found(&sitting, &text, "1");
    let wordings: Vec<String> = first.crossings.iter().map(|c| c.wording.clone().unwrap().2).collect();
    assert_eq!(wordings, ["four", "six"]);
}

#[test]
fn a_text_that_contradicts_itself_is_told_as_that() {
    let (sitting, text) = sit();
    let found = found(&sitting, &text, "3");
    assert_eq!(found.left.as_ref().unwrap().packages, 0);
    assert_eq!(
        found.headline[0],
        "Version 3 of 28 February 2025 contradicts itself: no package meets all its clauses."
    );
    let answer = TextAnswer::of(&found);
    assert_eq!(answer.allowed.packages.as_deref(), Some("0"));
    assert!(render::terminal(&page::text(&found), 100).contains("contradicts itself"));
}

#[test]
fn two_versions_differ_in_what_was_changed() {
    let (sitting, text) = sit();
    let (first, second) = (text.version("1").unwrap(), text.version("2").unwrap());
    let found = sitting.texts_compared(first, second).unwrap();
    let changed: Vec<&str> = found.clauses.iter().map(|clause| clause.name.as_str()).collect();
    assert_eq!((changed, found.unchanged), (vec!["Pay", "Shifts"], 1));
    assert_eq!(found.clauses[0].closes, [(detente_model::IssueId(0), vec![0, 2])]);
    assert_eq!(
        (found.clauses[0].dropped.len(), found.clauses[1].closes.len(), found.opens().len()),
        (1, 0, 0)
    );
    // Only one change bears on options, so that it does what all of them do.
    assert!(found.clauses.iter().all(|clause| clause.alone.is_none()));
    let zone = found.effect.figure("zone").unwrap();
    let one = self::found(&sitting, &text, "1").effect.figure("zone").unwrap().after;
    let two = self::found(&sitting, &text, "2").effect.figure("zone").unwrap().after;
    assert_eq!((zone.before, zone.after), (one, two));
    let same = sitting.texts_compared(second, second).unwrap();
    assert!(same.effect.is_none() && same.clauses.is_empty());
    assert_eq!(TextDiffAnswer::of(&same).headline, ["Versions 2 and 2 say the same."]);
    let shown = render::terminal(&page::texts_compared(&found), 100);
    assert!(shown.contains("by [−[two / four / six]−] [+four+] per cent."), "{shown}");
    assert!(
        render::html(&page::texts_compared(&found)).contains("<del>[two / four / six]</del> <ins>four</ins>")
    );
}

#[test]
fn the_text_of_a_package_says_whose_words_it_takes() {
    let (sitting, text) = sit();
    let chosen = sitting.package(Some("pay=6,shifts=ten hours")).unwrap();
    let second = text.version("2").unwrap();
    let found = sitting.text(&text, second, Some(&chosen)).unwrap();
    let package = found.package.as_ref().unwrap();
    assert_eq!(package.against, [("pay".to_owned(), "Pay".to_owned())]);
    assert_eq!(package.borrowed.len(), 1);
    assert_eq!(Allowed::by(&found.version).packages(&found.case, 10).unwrap(), [chosen.package]);
    let shown = render::terminal(&page::text(&found), 100);
    assert!(shown.contains("in the words of version"), "{shown}");
}

#[test]
fn where_nobody_can_be_asked_package_by_package_the_page_says_so() {
    let any_number = CASE.replace("options = [2, 4, 6]", "range = { from = 2, to = 6 }");
    assert_ne!(any_number, CASE);
    let case = detente_case::parse("case.toml", &any_number).unwrap().case;
    let reading = parse(&[("1", FIRST), ("2", SECOND)], &case).unwrap();
    let sitting = Sitting::open(reading.case, Options::drawing(DRAWS, 1));
    let shown = |version: &str| render::terminal(&page::text(&found(&sitting, &reading.text, version)), 300);
    let silent = "Who would sign it in some way, or in every way, is not said";
    // The second version settles the pay, the only number.
    assert!(!shown("2").contains(silent));
    let open =
        FIRST.replace("[two]{pay = 2} / [four]{pay = 4} / [six]{pay = 6} per cent", "as will be agreed");
    let reading = parse(&[("1", &open)], &case).unwrap();
    let sitting = Sitting::open(reading.case, Options::drawing(DRAWS, 1));
    assert!(render::terminal(&page::text(&found(&sitting, &reading.text, "1")), 300).contains(silent));
}
