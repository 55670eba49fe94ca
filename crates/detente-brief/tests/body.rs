//! What the body of a case would decide, as it is told: the same figures everywhere, paired draws, and what follows from the rule.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use detente_brief::answers::{BodyAnswer, BriefAnswer, tables};
use detente_brief::{BodyAhead, Options, ShiftWhat, Sitting, Want, page, render};

fn case(name: &str) -> detente_model::Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases").join(name);
    detente_case::read(&folder).unwrap().case
}

fn sitting(name: &str, draws: u64) -> Sitting {
    Sitting::open(case(name), Options::drawing(draws, 1))
}

fn parsed(text: &str, draws: u64) -> BodyAhead {
    let case = detente_case::parse("body", text).unwrap().case;
    (*Sitting::open(case, Options::drawing(draws, 1)).collective().unwrap().unwrap()).clone()
}

const THREE: &str = r#"
case = 1
title = "Three at a table"
as_of = 2025-03-01
[collective.issues.toll]
name = "Toll"
status_quo = 20
[collective.actors.a]
position = { toll = 20 }
salience = { toll = 0.5 }
[collective.actors.b]
position = { toll = [50, 60] }
salience = { toll = 0.5 }
[collective.actors.c]
position = { toll = 80 }
salience = { toll = 0.5 }
"#;

#[test]
fn emissions_are_told_and_the_models_say_what_can_be_checked_by_hand() {
    let found = sitting("ec-emissions", 100).collective().unwrap().unwrap();
    let issue = &found.issues[0];
    let says = |model: &str| issue.models.iter().find(|one| one.model == model).unwrap().central.unwrap();
    // Σcsx / Σcs = 5.003 / .677.
    assert!((says("compromise") - 5.003 / 0.677).abs() < 1e-6, "{}", says("compromise"));
    // Positions and saliences of this case are known, so that the models say the same in every world.
    assert!(issue.apart.is_some_and(|apart| (apart.high - apart.low).abs() < 1e-9));
    assert!(issue.half[0] <= issue.middle && issue.middle <= issue.half[1]);
    assert!(
        issue.most[0] <= 8.833 && 8.833 <= issue.most[1],
        "what was decided lies in the range for nine tenths"
    );
    let shown = render::terminal(&page::body(&found), 110);
    assert!(shown.contains("The rule:") && shown.contains("Netherlands"));
}

#[test]
fn who_has_a_veto_and_is_against_decides() {
    let found = sitting("security-council-2024", 300).collective().unwrap().unwrap();
    let issue = &found.issues[0];
    let at = |id: &str| found.actors.iter().position(|(known, _)| known == id).unwrap();
    let vote = issue.vote.as_ref().unwrap();
    let ceasefire = issue.options.last().unwrap();
    assert_eq!((ceasefire.name.as_str(), issue.voted_on), ("an immediate ceasefire", 100.0));
    assert!(ceasefire.passes.unwrap().value() < 0.2);
    assert!(vote.ballots[at("us")][2].value() > 0.8 && vote.decides[at("us")].value() > 0.5);
    // Nobody without a veto decides alone where so many are in favour.
    assert_eq!(vote.decides[at("malta")].hits, 0);
    assert!(vote.ballots[at("uk")][1].value() > 0.4, "the United Kingdom mostly abstains");
}

#[test]
fn core_and_uncovered_set_stand_beside_what_passes() {
    let found = sitting("security-council-2024", 100).collective().unwrap().unwrap();
    for option in &found.issues[0].options {
        let beside = option.beside.expect("few places and members");
        assert!(beside.uncovered.hits >= beside.unbeaten.hits, "what nothing beats is covered by nothing");
    }
    // Nobody would carry going back to nothing.
    assert_eq!(found.issues[0].options[0].beside.unwrap().uncovered.hits, 0);
    assert!(found.packages.is_empty(), "issues are voted on one by one");
    let second =
        "[collective.issues.hours]\nname = \"Hours\"\nstatus_quo = 50\n[collective.rule]\ntogether = true\n";
    let two = THREE.replace("[collective.actors.a]", &format!("{second}[collective.actors.a]"));
    let two = two
        .replace("position = { ", "position = { hours = 40, ")
        .replace("salience = { ", "salience = { hours = 0.3, ");
    let found = parsed(&two, 60);
    assert_eq!(found.packages.len(), found.actors.len());
    assert!(found.packages.iter().all(|beside| beside.uncovered.hits >= beside.unbeaten.hits));
    assert!(found.packages.iter().any(|beside| beside.uncovered.hits > 0));
    assert!(render::terminal(&page::body(&found), 110).contains("Whole packages beside each other"));
}

#[test]
fn brief_and_answer_tell_the_same_of_it() {
    let sitting = sitting("security-council-2024", 60);
    let alone = serde_json::to_value(BodyAnswer::of(&sitting.collective().unwrap().unwrap())).unwrap();
    let brief = sitting.brief().unwrap();
    let whole = serde_json::to_value(BriefAnswer::of(&brief)).unwrap();
    assert_eq!(alone["collective"], whole["collective"]);
    assert!(!brief.headline.is_empty());
    let answer = BodyAnswer::of(&sitting.collective().unwrap().unwrap());
    assert_eq!(tables::body(&answer).to_csv().lines().count(), 16);
    let html = render::html(&page::body(&sitting.collective().unwrap().unwrap()));
    assert!(html.contains("stands-ceasefire") && html.contains("turns-ceasefire"));
    if let Some(folder) = std::env::var_os("PAGES") {
        std::fs::write(Path::new(&folder).join("council.html"), html).unwrap();
        let emissions = self::sitting("ec-emissions", 60).collective().unwrap().unwrap();
        std::fs::write(Path::new(&folder).join("emissions.html"), render::html(&page::body(&emissions)))
            .unwrap();
    }
}

#[test]
fn a_figure_that_changes_leaves_the_draws_of_the_others_alone() {
    let (before, after) = (parsed(THREE, 80), parsed(&THREE.replace("toll = 80", "toll = 90"), 80));
    let band = |found: &BodyAhead| found.issues[0].actors[1].position.unwrap();
    assert_eq!(band(&before), band(&after));
    assert!(after.issues[0].middle >= before.issues[0].middle);
}

#[test]
fn saying_no_costs_something_and_so_does_saying_yes_pay() {
    let rule = "[collective.rule]\nunanimity = true\n";
    let free = parsed(&format!("{THREE}{rule}"), 60);
    assert_eq!(free.issues[0].vote.as_ref().unwrap().passes.hits, 0);
    // Who would lose less than that lets it pass.
    let dear = THREE.replace("[collective.actors.b]", "cost_of_blocking = 0.6\n[collective.actors.b]");
    let dear = parsed(&format!("{dear}{rule}"), 60);
    assert_eq!(dear.issues[0].vote.as_ref().unwrap().passes.hits, 60);
    let given = THREE
        .replace("[collective.actors.b]", "cost_of_blocking = 0.6\nbalance = -0.6\n[collective.actors.b]");
    let given = parsed(&format!("{given}{rule}"), 60);
    assert_eq!(given.issues[0].vote.as_ref().unwrap().passes.hits, 0);
}

#[test]
fn orders_are_drawn_in_order_and_told() {
    let text = r#"
case = 1
title = "Orders alone"
as_of = 2025-03-01
[collective]
capability_order = ["a", ["b", "c"]]
[collective.issues.toll]
name = "Toll"
position_order = ["c", "b", "a"]
salience_order = ["b", "a", "c"]
[collective.actors]
a = {}
b = {}
c = {}
"#;
    let found = parsed(text, 200);
    let median = |of: &[Option<detente_model::Band>], at: usize| of[at].unwrap().median;
    assert!(median(&found.capability, 0) > median(&found.capability, 1));
    assert_eq!(median(&found.capability, 1), median(&found.capability, 2));
    let places: Vec<f64> =
        found.issues[0].actors.iter().map(|actor| actor.position.unwrap().median).collect();
    assert!(places[2] < places[1] && places[1] < places[0], "{places:?}");
}

#[test]
fn the_least_shift_that_is_enough_is_enough_and_no_less() {
    let case = detente_case::parse("body", THREE).unwrap().case;
    let sitting = Sitting::open(case, Options::drawing(40, 1));
    let want = Want { issue: 0, place: 62.0 };
    let found = sitting.collective_wanting(std::slice::from_ref(&want)).unwrap().unwrap();
    let met = &found.wanted[0];
    assert!(!met.reached && (!met.together.is_empty() || met.alone.is_some()), "{met:?}");
    assert!(found.headline.iter().any(|sentence| sentence.contains("to reach 62")), "{:?}", found.headline);
    // What is there already needs nobody to move.
    let there = Want { issue: 0, place: found.issues[0].middle };
    let found = sitting.collective_wanting(&[there]).unwrap().unwrap();
    assert!(found.wanted[0].reached);
    // Shifts up move the middle up, and down down.
    let signs = found.issues[0].shifts.iter().filter(|tried| tried.what == ShiftWhat::Position);
    assert!(
        signs.clone().count() > 0 && signs.into_iter().all(|tried| tried.moves.median * tried.by >= -1e-9)
    );
}
