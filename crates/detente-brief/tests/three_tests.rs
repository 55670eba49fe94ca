//! The three tests against a plain reckoning, world by world.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use detente_brief::answers::BriefAnswer;
use detente_brief::{Brief, Options, Sitting, Test, page, render};
use detente_deals::DealSpace;
use detente_durability::agreement_of;
use detente_exchange::{Planned, plan, schedules_of, terms_of, verify};
use detente_model::{Band, Case, Package, Worlds};

const TRUCE: &str = include_str!("cases/truce.toml");
const EXCHANGE: &str = include_str!("cases/carried_out.toml");
const DURABILITY: &str = include_str!("cases/durability.toml");

const DRAWS: u64 = 120;
const SEED: u64 = 5;

/// The JSON of a brief.
fn answer(brief: &Brief) -> serde_json::Value {
    serde_json::to_value(BriefAnswer::of(brief)).unwrap()
}

fn case(parts: &[&str]) -> Case {
    let text = parts.concat();
    detente_case::parse("case.toml", &text).unwrap_or_else(|report| panic!("{report:?}")).case
}

fn brief(case: &Case) -> Arc<Brief> {
    Sitting::open(case, Options::drawing(DRAWS, SEED)).brief().unwrap()
}

/// Accepted, carried through, chance of lasting.
type Plain = (bool, Option<bool>, Option<f64>);

/// Whether a package is accepted, whether it carries itself, and how likely it lasts, in one world: by the definitions.
fn plainly(case: &Case, worlds: &Worlds, draw: u64, package: &Package) -> Plain {
    let world = worlds.draw(draw);
    let accepted = DealSpace::new(&world).unwrap().all_accept(package);
    let carries = case.exchange.as_ref().map(|_| {
        let terms = terms_of(&world, package).unwrap();
        let proposed = schedules_of(case, &terms, package);
        if proposed.is_empty() {
            return matches!(plan(&terms).unwrap(), Planned::Found(_));
        }
        proposed.iter().any(|schedule| verify(&terms, schedule).unwrap().self_enforcing)
    });
    let lasts = case.durability.as_ref().map(|_| agreement_of(&world, package).unwrap().survival(180.0));
    (accepted, carries, lasts)
}

#[test]
fn every_figure_is_the_plain_reckoning() {
    for parts in [&[TRUCE, EXCHANGE, DURABILITY][..], &[TRUCE, EXCHANGE], &[TRUCE, DURABILITY]] {
        let case = case(parts);
        let brief = brief(&case);
        let found = brief.three_tests.as_ref().unwrap();
        let worlds = Worlds::new(&case, SEED);
        let tested = found.standings.tested.iter().map(|tested| (&tested.package, &tested.results));
        let changed = found.changes.iter().map(|change| (&change.package, &change.results));
        let mut some_fail = false;
        for (package, results) in tested.chain(changed) {
            let each: Vec<_> = (0..DRAWS).map(|draw| plainly(&case, &worlds, draw, package)).collect();
            let count = |holds: &dyn Fn(&Plain) -> bool| each.iter().filter(|one| holds(one)).count() as u64;
            assert_eq!(results.acceptable.hits, count(&|one| one.0));
            assert_eq!(
                results.enforceable.map(|share| share.hits),
                case.exchange.as_ref().map(|_| count(&|one| one.1 == Some(true)))
            );
            assert_eq!(results.durable, Band::of(each.iter().filter_map(|one| one.2).collect()));
            let passes = each.iter().map(|(accepted, carries, lasts)| {
                if *accepted && carries.unwrap_or(true) { lasts.unwrap_or(1.0) } else { 0.0 }
            });
            let mean = passes.sum::<f64>() / DRAWS as f64;
            assert!((results.all_three - mean).abs() < 1e-12, "{} for {mean}", results.all_three);
            some_fail |= results.enforceable.is_some_and(|share| share.hits < DRAWS);
        }
        assert_eq!(some_fail, case.exchange.is_some(), "nothing fails: the test sees nothing");
    }
}

#[test]
fn the_best_is_best_and_the_weakest_weakest() {
    let case = case(&[TRUCE, EXCHANGE, DURABILITY]);
    let brief = brief(&case);
    let found = brief.three_tests.as_ref().unwrap();
    let best = &found.standings.tested[found.standings.best.unwrap()].results;
    for tested in &found.standings.tested {
        assert!(tested.results.all_three <= best.all_three);
        for test in [Test::Acceptable, Test::Enforceable, Test::Durable] {
            assert!(tested.results.on(tested.results.weakest()) <= tested.results.on(test));
        }
    }
    for pair in found.changes.windows(2) {
        assert!(pair[0].results.all_three >= pair[1].results.all_three);
    }
    for change in &found.changes {
        let base = &found.standings.tested[found.standings.best.unwrap()].package;
        assert_eq!(change.package.0.iter().zip(&base.0).filter(|(a, b)| a != b).count(), 1);
    }
}

/// A guarantee as large as what a manner is said to need makes it hold; the manner names come from the case.
#[test]
fn the_guarantee_that_a_manner_takes_is_enough() {
    let case = case(&[TRUCE, EXCHANGE]);
    let brief = brief(&case);
    let found = brief.three_tests.as_ref().unwrap();
    let names: Vec<&str> = found.manners.iter().map(|manner| manner.name.as_str()).collect();
    assert_eq!(names, ["all in one", "in three"]);
    for manner in &found.manners {
        let mut given: Vec<u64> = manner.holds.iter().map(|(_, share)| share.hits).collect();
        assert_eq!(given.len(), 3);
        let ascending = given.clone();
        given.sort_unstable();
        assert_eq!(given, ascending, "a stronger guarantee holds no less often");
    }
    assert!(
        found.manners[0].needed.iter().any(|needed| needed.guarantee.is_some_and(|band| band.median > 0.0))
    );
}

#[test]
fn what_the_case_does_not_say_is_not_shown() {
    let silent = case(&[TRUCE]);
    let brief_of = brief(&silent);
    assert!(brief_of.three_tests.is_none());
    assert!(!render::terminal(&page::brief(&brief_of), 100).contains("Three tests"));
    assert!(answer(&brief_of).get("three_tests").is_none());
    let lasting = case(&[TRUCE, DURABILITY]);
    let brief_of = brief(&lasting);
    let page = render::html(&page::brief(&brief_of));
    assert!(page.contains("lasts 180 days") && !page.contains("olds itself"));
    assert!(answer(&brief_of)["three_tests"]["packages"][0]["enforceable"].is_null());
}
