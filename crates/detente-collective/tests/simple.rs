//! The simple models against their definitions, by looking at every place of a fine grid, and votes against all coalitions.

mod drawn;

use detente_collective::models::{egalitarian, nash, weighted_median};
use detente_collective::rules::{Beaten, Rule, blocking, carrying, core, uncovered, win_set};
use drawn::{body, rows};
use proptest::prelude::*;

const GRID: usize = 2000;

fn places() -> impl Iterator<Item = f64> {
    (0..=GRID).map(|n| n as f64 / GRID as f64)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_place_has_a_larger_product_than_nash(rows in rows(6, 1)) {
        let body = body(&rows);
        let product = |place: f64| -> f64 {
            (0..body.len())
                .map(|k| {
                    let (s, x) = (body.salience(k)[0], body.position(k)[0]);
                    body.capability()[k] * s * (1.0 - s * (place - x).abs()).ln()
                })
                .sum()
        };
        let found = product(nash(&body, 0));
        for place in places() {
            prop_assert!(product(place) <= found + 1e-9, "{} has {}, {} has {}", place, product(place), nash(&body, 0), found);
        }
    }

    #[test]
    fn no_place_spares_the_one_who_loses_most_more_than_the_egalitarian(rows in rows(6, 1)) {
        let body = body(&rows);
        let worst = |place: f64| {
            (0..body.len()).map(|k| body.salience(k)[0] * (place - body.position(k)[0]).abs()).fold(0.0, f64::max)
        };
        let found = worst(egalitarian(&body, 0));
        for place in places() {
            prop_assert!(worst(place) >= found - 1e-12);
        }
    }

    #[test]
    fn the_weighted_median_has_the_smallest_sum_of_weighed_distances(rows in rows(6, 1)) {
        let body = body(&rows);
        let sum = |place: f64| -> f64 { body.weighed(0).map(|(x, weight)| weight * (place - x).abs()).sum() };
        let found = sum(weighted_median(&body, 0));
        for place in places() {
            prop_assert!(sum(place) >= found - 1e-9);
        }
    }

    #[test]
    fn the_uncovered_set_is_what_comparing_all_places_says(rows in rows(6, 1), quota in 1..=100_u32, veto in proptest::option::of(0..6_usize)) {
        let body = body(&rows);
        let rule = Rule::by_weight(body.capability().to_vec(), f64::from(quota) / 100.0).expect("a rule");
        let rule = veto.map_or(rule.clone(), |actor| rule.with_veto(actor % body.len()));
        // In whole fortieths, so that what is as far is as far exactly.
        let stands: Vec<f64> = body.positions().iter().map(|place| (place * 40.0).round()).collect();
        let worth: Vec<Vec<f64>> =
            (0..=40_u32).map(|place| stands.iter().map(|at| -(at - f64::from(place)).abs()).collect()).collect();
        let found: Vec<usize> = Beaten::of(&worth, &rule).uncovered().collect();
        let (low, high) = uncovered(&body, 0, &rule).expect("all together carry");
        let told: Vec<usize> = (0..=40).filter(|place| (low * 40.0 - 1e-9..=high * 40.0 + 1e-9).contains(&(*place as f64))).collect();
        prop_assert_eq!(found, told);
    }

    #[test]
    fn core_and_win_set_are_what_votes_place_by_place_say(rows in rows(6, 1), quota in 51..=100_u32, veto in proptest::option::of(0..6_usize), now in 0..=20_u32) {
        let body = body(&rows);
        let mut rule = Rule::by_weight(body.capability().to_vec(), f64::from(quota) / 100.0).expect("a rule");
        if let Some(actor) = veto {
            rule = rule.with_veto(actor % body.len());
        }
        let x = |k: usize| body.position(k)[0];
        let beats = |one: f64, other: f64| rule.carries(|k| (one - x(k)).abs() < (other - x(k)).abs() - 1e-12);
        let found = core(&body, 0, &rule);
        // Positions lie on twentieths: what beats a place there, or halfway between, a grid of eightieths has seen.
        let grid = || (0..=80).map(|n| f64::from(n) / 80.0);
        for place in (0..=40).map(|n| f64::from(n) / 40.0) {
            let stable = !grid().any(|other| beats(other, place));
            let inside = found.is_some_and(|(low, high)| (low - 1e-12..=high + 1e-12).contains(&place));
            prop_assert_eq!(stable, inside, "{} and {:?}", place, found);
        }
        let now = f64::from(now) / 20.0;
        let found = win_set(&body, 0, &rule, now);
        for place in grid() {
            let carried = beats(place, now);
            let inside = found.is_some_and(|(low, high)| low + 1e-12 < place && place < high - 1e-12);
            prop_assert_eq!(carried, inside, "{} against {} and {:?}", place, now, found);
        }
    }

    #[test]
    fn smallest_coalitions_are_those_of_the_definition(weights in proptest::collection::vec(1..=9_u32, 1..=8), quota in 1..=100_u32) {
        let rule = Rule::by_weight(weights.iter().map(|w| f64::from(*w)).collect(), f64::from(quota) / 100.0).expect("a rule");
        let wins = |set: &[usize]| rule.carries(|actor| set.contains(&actor));
        let (carry, block) = (carrying(&rule).expect("few"), blocking(&rule).expect("few"));
        for set in &carry {
            prop_assert!(wins(set));
            for left in set {
                let rest: Vec<usize> = set.iter().copied().filter(|one| one != left).collect();
                prop_assert!(!wins(&rest));
            }
            // Nobody blocks without a part of every coalition that carries.
            for other in &block {
                prop_assert!(other.iter().any(|actor| set.contains(actor)));
            }
        }
        prop_assert_eq!(carry.is_empty(), !rule.carries(|_| true));
    }

    #[test]
    fn something_is_always_uncovered_and_the_core_is(worth in proptest::collection::vec(proptest::collection::vec(0..6_u8, 5), 1..7)) {
        let worth: Vec<Vec<f64>> = worth.into_iter().map(|row| row.into_iter().map(f64::from).collect()).collect();
        let rule = Rule::by_weight(vec![1.0; 5], 0.6).expect("a rule");
        let beaten = Beaten::of(&worth, &rule);
        let uncovered: Vec<usize> = beaten.uncovered().collect();
        prop_assert!(!uncovered.is_empty());
        for stable in beaten.core() {
            prop_assert!(uncovered.contains(&stable));
        }
    }
}
