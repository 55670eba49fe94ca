//! One list of concessions: the opening is the cheapest of those that open, between stops as at them; what blocks alone between stops.

use std::sync::Arc;

use detente_deals::{
    Central, ConcessionKind, Condition, DealSpace, Known, Search, Shortfall, Units, refined,
};
use detente_model::{Case, Worlds};
use proptest::prelude::*;

use crate::alpha_and_beta::alpha_and_beta;
use crate::random::case;
use crate::shape;

fn central(case: &Case) -> Central {
    Central::of(DealSpace::new(Worlds::new(case, 1).central()).unwrap()).unwrap()
}

/// What is told of the openings holds together.
fn is_one_list(found: &Central) {
    let Known::Exactly(openings) = &found.openings else { return };
    let Some(opening) = openings.first().filter(|opening| !opening.concessions.is_empty()) else { return };
    let price = |opening: &detente_deals::Opening| {
        (opening.concessions.len(), opening.concessions.iter().map(|c| c.cost).sum::<Units>())
    };
    for point in found.sticking_points.iter().filter(|point| point.opens) {
        assert!(price(opening) <= (1, point.concession.cost), "{opening:?} {point:?}");
    }
    for opening in openings {
        assert_eq!(price(opening), price(&openings[0]));
        if let [concession] = &opening.concessions[..] {
            let listed = found.sticking_points.iter().find(|point| point.concession == *concession);
            assert!(listed.is_some_and(|point| point.opens), "{opening:?} {:?}", found.sticking_points);
        }
    }
}

/// Where a condition blocks alone, the zone is closed with it and the package named meets all else.
fn blockers_hold(found: &Central) {
    let Some(blockers) = &found.blockers else { return };
    let space = &found.space;
    for blocker in blockers.alone.value().into_iter().flatten() {
        let (Shortfall::Worth { nearest, .. }
        | Shortfall::Line { nearest, .. }
        | Shortfall::Votes { nearest, .. }) = &blocker.shortfall;
        for (i, terms) in space.actors().iter().enumerate().filter(|(_, terms)| terms.signs) {
            let at_fault = match blocker.condition {
                Condition::Surplus { principal } | Condition::RedLine { principal, .. } => principal == i,
                Condition::Veto { audience } => audience == i,
                Condition::Quota { .. } => false,
            };
            assert_eq!(space.accepts(i, nearest), !at_fault, "{terms:?} {blocker:?}");
        }
        if let Shortfall::Worth { short, .. } = &blocker.shortfall {
            assert!(short.value().is_some_and(|short| *short >= Units::ZERO));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_concession_that_opens_is_cheaper_than_the_opening(seed in any::<u64>(), principals in 2..4u64, continuous in 1..3u64) {
        let case = case(seed, shape(seed, principals, continuous));
        let found = central(&case);
        is_one_list(&found);
        blockers_hold(&found);
        let finer = refined(&Worlds::new(&case, 1), &Arc::default()).unwrap();
        is_one_list(&central(&finer));
    }
}

/// A seller draws its line at 4 of 10; the buyer cannot go beyond 6.4. The line is given up as far as 6.4 and no further.
#[test]
fn a_line_is_given_up_no_further_than_needed() {
    let rest = r#"
        [issues.x]
        name = "Level"
        range = { from = 0, to = 10 }
        [positions.a]
        no_deal = 0.0
        [positions.a.x]
        ideal = 0
        worst = 10
        at_most = 4
        [positions.b]
        no_deal = 0.64
        [positions.b.x]
        ideal = 10
        worst = 0
    "#;
    let parsed = detente_case::parse("case.toml", &alpha_and_beta("A line between stops", rest)).unwrap();
    let found = central(&parsed.case);
    let [opening] = &found.openings.value().unwrap()[..] else { panic!("{:?}", found.openings) };
    let [concession] = &opening.concessions[..] else { panic!("{opening:?}") };
    assert_eq!((concession.kind, concession.number), (ConcessionKind::RedLine, Some(6.4)));
    // From 0, its best, to 6.4.
    assert_eq!(concession.cost, Units::from_f64(0.64));
    // As good an answer as the one with 6.4 among the stops.
    let finer = refined(&Worlds::new(&parsed.case, 1), &Arc::default()).unwrap();
    let found = central(&finer);
    let [opening] = &found.openings.value().unwrap()[..] else { panic!("{:?}", found.openings) };
    assert_eq!(opening.concessions[0].cost, Units::from_f64(0.64));
    assert!(search_agrees(&found));
}

fn search_agrees(found: &Central) -> bool {
    found.space.openings(&Search::default()).unwrap().iter().all(|o| !o.concessions.is_empty())
}
