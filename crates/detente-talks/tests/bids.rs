//! Bids compared with all packages, gone through one by one.

use detente_talks::{Bids, Descent, Offer, Scenario, ScenarioBuilder, Side, Worth, chance_of, limits};
use proptest::prelude::*;
use rand::RngExt;

/// A scenario from a seed: some issues, one party, and on request red lines, an interaction and a combination that cannot be.
fn drawn(seed: u64, sizes: &[usize], grid: f64, tied: bool) -> ScenarioBuilder {
    let mut chance = chance_of(seed, 0);
    let mut value = || {
        let x: f64 = chance.random();
        if grid > 0.0 { (x / grid).round() * grid } else { x }
    };
    let tables: Vec<Vec<f64>> = sizes.iter().map(|size| (0..*size).map(|_| value()).collect()).collect();
    let mut builder = Scenario::over(sizes.iter().copied());
    builder.party("one", 0.5, tables);
    if tied {
        builder.never(0, 0).together([(1, vec![0, 1]), (2, vec![1])], 0.25);
        builder.together([(0, vec![1])], -0.125).rule_out([(2, vec![0]), (3, vec![0, 1])]);
    }
    builder
}

/// What is worth how much, best first, equals as they are enumerated last first.
fn all(bids: &Bids) -> Vec<(f64, Offer)> {
    let possible = bids.layout().every().filter(|offer| bids.can_be(offer) && bids.of(offer).is_finite());
    let mut all: Vec<(f64, Offer)> = possible.map(|offer| (bids.of(&offer), offer)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_list_answers_as_the_definitions_do(seed in 0_u64..1_000, tied: bool, grid in prop::sample::select(vec![0.0, 0.25])) {
        let scenario = drawn(seed, &[3, 2, 4, 3], grid, tied).build().unwrap();
        let bids = &scenario.parties()[0].bids;
        let all = all(bids);
        prop_assert_eq!(bids.count(), all.len() as u128);
        prop_assert_eq!((bids.most(), bids.least()), (all[0].0, all[all.len() - 1].0));
        for (rank, (worth, offer)) in all.iter().enumerate() {
            prop_assert_eq!(bids.ranked(rank), Some((*offer, *worth)));
        }
        prop_assert_eq!(bids.ranked(all.len()), None);
        for step in 0..40 {
            let level = -0.2 + f64::from(step) * 0.1;
            let at_least = all.iter().rev().find(|(worth, _)| *worth >= level).map(|(_, offer)| *offer);
            prop_assert_eq!(bids.at(level, Side::AtLeast), at_least);
            let gap = |worth: f64| (worth - level).abs();
            let nearest = all.iter().map(|(worth, _)| gap(*worth)).fold(f64::INFINITY, f64::min);
            let found = bids.at(level, Side::Nearest).map(|offer| bids.of(&offer));
            prop_assert!(found.is_some_and(|worth| gap(worth) <= nearest), "{:?} {}", found, nearest);
        }
    }

    #[test]
    fn what_is_best_for_the_other_at_a_level_is_best(seed in 0_u64..1_000, tied: bool) {
        let scenario = drawn(seed, &[3, 2, 4, 3], 0.25, tied).build().unwrap();
        let bids = &scenario.parties()[0].bids;
        let other = drawn(seed + 5_000, &[3, 2, 4, 3], 0.25, false).build().unwrap();
        let second: Worth = other.parties()[0].bids.worth().clone();
        let all = all(bids);
        let front = bids.front(&second);
        let betters = |a: (f64, f64), b: (f64, f64)| a.0 >= b.0 && a.1 >= b.1 && a != b;
        let values: Vec<(f64, f64)> = all.iter().map(|(worth, offer)| (*worth, second.of(offer))).collect();
        let mut undominated: Vec<(f64, f64)> =
            values.iter().copied().filter(|a| !values.iter().any(|b| betters(*b, *a))).collect();
        undominated.dedup();
        prop_assert_eq!(front.iter().map(|point| (point.own, point.other)).collect::<Vec<_>>(), undominated);
        for step in 0..20 {
            let level = f64::from(step) * 0.2;
            let most = values.iter().filter(|(own, _)| *own >= level).map(|(_, other)| *other).reduce(f64::max);
            let found = bids.best_for(&second, level);
            prop_assert_eq!(found.map(|offer| second.of(&offer)), most);
            prop_assert!(found.is_none_or(|offer| bids.of(&offer) >= level));
        }
    }
}

/// More packages than are listed, few enough to go through.
const LARGE: [usize; 6] = [6, 7, 5, 6, 6, 5];

#[test]
fn a_search_answers_as_the_list_of_all_would() {
    for (seed, grid, tied) in [(1, 0.0, false), (2, 0.0, true), (3, 0.125, false), (4, 0.125, true)] {
        let scenario = drawn(seed, &LARGE, grid, tied).build().unwrap();
        let bids = &scenario.parties()[0].bids;
        assert!(bids.listed().is_none(), "{} packages are searched", bids.count());
        let all = all(bids);
        assert_eq!(bids.count(), all.len() as u128);
        assert!(
            (bids.most() - all[0].0).abs() < 1e-12 && (bids.least() - all[all.len() - 1].0).abs() < 1e-12
        );

        // From the best down, beyond what is kept at the end.
        let mut descent = Descent::default();
        for (rank, (worth, _)) in all.iter().enumerate().take(2 * limits::ENDS) {
            let (offer, found) = descent.next(bids).unwrap();
            assert!(
                (found - worth).abs() < 1e-12 && bids.of(&offer) == found,
                "rank {rank}: {found} for {worth}"
            );
        }

        // A level is met from the right side, exactly near the ends and nearly between them.
        let range = bids.most() - bids.least();
        for step in 0..=1_000 {
            let level = bids.least() + range * f64::from(step) / 1_000.0;
            let offer = bids.at(level, Side::AtLeast).unwrap();
            assert!(bids.can_be(&offer) && bids.of(&offer) >= level - 1e-12);
            let above = all.partition_point(|(worth, _)| *worth >= level - 1e-12);
            let exact = all[above - 1].0;
            let at_an_end = above <= limits::ENDS || above + limits::ENDS > all.len();
            let allowed = if at_an_end { 1e-12 } else { 5e-4 * range };
            assert!(bids.of(&offer) - exact <= allowed, "level {level}: {} for {exact}", bids.of(&offer));
            let nearest = bids.at(level, Side::Nearest).unwrap();
            assert!((bids.of(&nearest) - level).abs() <= (exact - level).abs() + allowed);
        }
        assert_eq!(bids.at(bids.most() + 1e-9, Side::AtLeast), None);
    }
}

#[test]
fn a_front_of_parts_holds_real_packages_that_hardly_anything_betters() {
    let scenario = drawn(7, &LARGE, 0.0, true).build().unwrap();
    let bids = &scenario.parties()[0].bids;
    let other = drawn(8, &LARGE, 0.0, false).build().unwrap();
    let second = other.parties()[0].bids.worth();
    let front = bids.front(second);
    assert!(front.is_sorted_by(|a, b| a.own > b.own && a.other < b.other));
    let near = 0.02 * (bids.most() - bids.least());
    for point in &front {
        assert_eq!((bids.of(&point.offer), second.of(&point.offer)), (point.own, point.other));
        assert!(bids.can_be(&point.offer));
    }
    for (own, offer) in all(bids) {
        let other = second.of(&offer);
        assert!(
            front.iter().any(|point| point.own >= own - near && point.other >= other - near),
            "{own} {other}"
        );
    }
}

#[test]
fn ten_to_the_twentieth_packages_are_no_more_work_than_ten_thousand() {
    let scenario = drawn(9, &[10; 20], 0.0, false).build().unwrap();
    let bids = &scenario.parties()[0].bids;
    assert_eq!(bids.count(), 10_u128.pow(20));
    let range = bids.most() - bids.least();
    for step in 1..1_000 {
        let level = bids.least() + range * f64::from(step) / 1_000.0;
        let offer = bids.at(level, Side::AtLeast).unwrap();
        assert!((0.0..=5e-4 * range).contains(&(bids.of(&offer) - level)), "{level}: {}", bids.of(&offer));
    }
    let mut chance = chance_of(1, 0);
    for level in [0.1, 0.5, 0.9, 0.99].map(|share| bids.least() + share * range) {
        assert!(bids.drawn(level, &mut chance).is_some_and(|offer| bids.of(&offer) >= level));
    }
}

#[test]
fn a_scenario_that_cannot_be_is_refused() {
    let built = |change: fn(&mut ScenarioBuilder)| {
        let mut builder = Scenario::over([2, 2]);
        change(&mut builder);
        builder.build().map(|_| ()).map_err(|error| error.to_string())
    };
    let table = [[0.0, 1.0]; 2];
    assert_eq!(built(|_| ()), Err("talks need at least one party".to_owned()));
    assert!(
        built(|b| _ = b.party("one", 0.0, [[0.0, 1.0]])).is_err_and(|why| why.contains("value every option"))
    );
    assert!(built(|b| _ = b.party("one", f64::NAN, [[0.0, 1.0]; 2])).is_err_and(|why| why.contains("NaN")));
    assert!(
        built(|b| _ = b.party("one", 0.0, [[0.0, f64::INFINITY]; 2])).is_err_and(|why| why.contains("inf"))
    );
    assert!(
        built(|b| _ = b.party("one", 0.0, [[0.0, 1.0]; 2]).never(0, 2))
            .is_err_and(|why| why.contains("no option"))
    );
    assert!(
        built(|b| _ = b.party("one", 0.0, [[0.0, 1.0]; 2]).rule_out([]))
            .is_err_and(|why| why.contains("no package"))
    );
    assert!(Scenario::over([2, 2]).party("one", 0.0, table).build().is_ok());
    let mut huge = Scenario::over([10; 20]);
    huge.party("one", 0.0, [[0.0; 10]; 20]).listing_all();
    assert!(huge.build().is_err_and(|why| why.to_string().contains("too many")));
}
