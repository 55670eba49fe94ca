//! What the exchanges of the cases come to.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use detente_brief::{Chosen, Options, Sitting};
use detente_exchange::{Assessment, Obstacle, ObstacleKind, Plan, Planned, Side, assess};
use detente_model::{Case, Worlds};

fn cairo() -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
    detente_case::read(&folder).unwrap().case
}

/// A package whose choices are all named.
fn chosen(case: &Case, text: &str) -> Chosen {
    Sitting::open(case, Options::drawing(1, 1)).package(Some(text)).unwrap()
}

/// The exchange of a package of the Cairo case in the central world.
fn assessed(case: &Case, release: &str, days: u32, guarantee: &str) -> Assessment {
    let package =
        format!("release={release},truce={days},guarantee={guarantee},prisoners=1500,day_after=left open");
    let package = chosen(case, &package).package;
    assess(Worlds::new(case, 1).central(), &package).unwrap()
}

fn plan(found: &Assessment) -> &Plan {
    let Planned::Found(plan) = &found.planned else { panic!("{}", found.words) };
    plan
}

/// Both wishes answer one question: what holds the other when it has what it wanted? With nothing else to hold Israel to its
/// pledge people are held back, and the stages that Hamas wants are how; a guarantee in their place does the same, and with enough of
/// it everybody can go at once, which is what Israel wants.
#[test]
fn in_cairo_people_held_back_and_a_guarantee_stand_for_each_other() {
    let case = cairo();
    let options = ["no guarantee", "word of the mediators", "Security Council resolution"];
    let plans = options.map(|guarantee| assessed(&case, "all at once", 42, guarantee));
    let left = plans.each_ref().map(|found| plan(found).held[0].left[..2].iter().sum::<u32>());
    assert!(left[0] > left[1] && left[1] > left[2], "{left:?}");
    assert_eq!(left[2], 0, "with a resolution behind it everybody goes on the first day");
    // Without it the release at once breaks on the side that has received everything.
    let failure = plans[0].proposed[0].verification.first_failure.as_ref().unwrap();
    assert_eq!((failure.side, failure.day), (Side::One, 0.0));
    assert!(failure.remaining.iter().all(|left| *left == 0));
    // κT − Φ = 0.6 · 42 − 5, the closed form for everybody on day 0; the resolution is worth 40, the mediators' word 12.5.
    let needed = plans[0].proposed[0].guarantee[0].unwrap();
    assert!((needed - 20.2).abs() < 1e-9, "{needed}");
    let holds = plans.each_ref().map(|found| found.proposed[0].verification.self_enforcing);
    assert_eq!(holds, [false, false, true]);
}

/// Stages need less: what the mediators' word is worth is enough for them.
#[test]
fn in_cairo_stages_take_a_weaker_guarantee_than_all_at_once() {
    let case = cairo();
    let bare = assessed(&case, "three stages", 42, "no guarantee");
    let needed = bare.proposed[0].guarantee[0].unwrap();
    assert!(!bare.proposed[0].verification.self_enforcing && needed > 0.0 && needed < 12.5, "{needed}");
    let held = assessed(&case, "three stages", 42, "word of the mediators");
    assert!(held.proposed[0].verification.self_enforcing);
}

/// Three times 45 days, as the reply asked: without a guarantee Israel would not begin, whatever the schedule.
#[test]
fn in_cairo_the_long_pledge_needs_a_guarantee_to_begin() {
    let case = cairo();
    let bare = assessed(&case, "three stages", 135, "no guarantee");
    let Planned::None(Obstacle { kind: ObstacleKind::WouldNotBegin { side, .. }, proved: true }) =
        bare.planned
    else {
        panic!("{}", bare.words)
    };
    assert_eq!(side, Side::One);
    let bound = assessed(&case, "three stages", 135, "Security Council resolution");
    assert!(bound.proposed[0].verification.self_enforcing, "{}", bound.proposed[0].words);
    let at_once = assessed(&case, "most at once", 135, "Security Council resolution");
    assert!(!at_once.proposed[0].verification.self_enforcing);
}

/// The size of a lot is the package's.
#[test]
fn in_cairo_the_package_says_how_many_prisoners() {
    let case = cairo();
    let package = "release=three stages,truce=90,guarantee=no guarantee,prisoners=1000,day_after=left open";
    let package = chosen(&case, package).package;
    let terms = detente_exchange::terms_of(Worlds::new(&case, 1).central(), &package).unwrap();
    assert_eq!(terms.counts(), [101, 29, 1000]);
}

/// Whatever rests on other wars says so, and the local record alone rests on none.
#[test]
fn in_cairo_figures_from_other_wars_say_so() {
    let case = cairo();
    let package = |rest: &str| {
        let text = format!("release=three stages,truce=90,prisoners=1500,{rest}");
        chosen(&case, &text)
    };
    let packages =
        ["guarantee=no guarantee,day_after=left open", "guarantee=word of the mediators,day_after=left open"];
    let sitting = Sitting::open(&case, Options::drawing(200, 1));
    let found = sitting.durability(&packages.map(package)).unwrap().unwrap();
    let json = serde_json::to_value(detente_brief::answers::DurabilityAnswer::of(&found)).unwrap();
    let listed = json["durability"]["packages"].as_array().unwrap();
    let days = |i: usize| -> Vec<f64> {
        listed[i]["survival"].as_array().unwrap().iter().map(|at| at["days"].as_f64().unwrap()).collect()
    };
    assert_eq!((days(0), days(1)), (vec![30.0, 90.0, 180.0, 365.0], vec![30.0, 90.0, 180.0, 365.0]));
    assert!(listed[0]["warnings"].as_array().unwrap().is_empty());
    assert!(listed[1]["warnings"][0].as_str().unwrap().contains("from other wars"));
    assert_eq!(json["durability"]["findings"][0]["id"], "beardsley-2008-mediation");
}
