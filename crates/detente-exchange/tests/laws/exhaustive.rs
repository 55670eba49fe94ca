//! Existence, fastest completion, least guarantee and longest pledge equal exhaustive search.

use detente_exchange::{
    LongestPledge, Planned, Proof, Side, guarantee_needed, longest_pledge, plan, remedies,
    some_schedule_holds, verify,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::oracle::{Small, small};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    /// The planner finds a schedule exactly when there is one, and none is done sooner.
    #[test]
    fn the_plan_is_the_fastest_there_is(small in small()) {
        let terms = small.terms();
        let soonest = small.soonest(None);
        prop_assert_eq!(some_schedule_holds(&terms).unwrap(), soonest.is_some());
        match plan(&terms).unwrap() {
            Planned::Found(plan) => {
                prop_assert!(plan.verification.self_enforcing, "{plan:?}");
                prop_assert_eq!(plan.proof, Proof::Fastest);
                prop_assert_eq!(Some(plan.completes_on_day), soonest.map(|day| day as f64));
                prop_assert_eq!(&verify(&terms, &plan.schedule).unwrap(), &plan.verification);
            }
            Planned::None(obstacle) => {
                prop_assert!(obstacle.proved);
                prop_assert_eq!(soonest, None, "{:?}", obstacle);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// The guarantee found is enough, and a hundredth less, the grain of the figures, is not.
    #[test]
    fn no_lesser_guarantee_is_enough(small in small(), side in 0usize..2) {
        let with = |level: i64| {
            let mut small = small.clone();
            small.guarantee[side] = level;
            small.soonest(None)
        };
        let needed = guarantee_needed(&small.terms()).unwrap();
        // Every figure is a whole number of hundredths and shares in force are 0 or 1: so is the least guarantee.
        let most = 100_000;
        if let Some(level) = needed.alone[side] {
            let level = (level * 100.0).round() as i64;
            prop_assert!(with(level).is_some(), "{level} is not enough");
            prop_assert!(level == 0 || with(level - 1).is_none(), "less than {level} is enough");
        } else {
            prop_assert_eq!(with(most), None);
        }
        let mut bound = small.clone();
        bound.guarantee[1 - side] = most;
        bound.lapses[1 - side] = None;
        if let Some(level) = needed.at_least[side] {
            let level = (level * 100.0).round() as i64;
            bound.guarantee[side] = level;
            prop_assert!(bound.soonest(None).is_some());
            if level > 0 {
                bound.guarantee[side] = level - 1;
                prop_assert_eq!(bound.soonest(None), None);
            }
        } else {
            bound.guarantee[side] = most;
            prop_assert_eq!(bound.soonest(None), None);
        }
        if let Some(pair) = needed.together {
            let mut both = small.clone();
            both.guarantee = pair.map(|level| (level * 100.0).round() as i64);
            prop_assert!(both.soonest(None).is_some());
        }
    }

    /// The longest pledge works and no longer one does.
    #[test]
    fn no_longer_pledge_works(small in small()) {
        let with = |days: i64| Small { days, ..small.clone() }.soonest(None).is_some();
        match longest_pledge(&small.terms()).unwrap() {
            LongestPledge::Days(days) => {
                let days = days as i64;
                prop_assert!(days > 12 || with(days));
                prop_assert!((days + 1..=12).all(|longer| !with(longer)));
            }
            LongestPledge::AtLeast(_) => prop_assert!(small.pause[0] <= 0 || small.pause[1] <= 0),
            LongestPledge::NotAbove(days) => {
                prop_assert!((days as i64 + 1..=12).all(|longer| !with(longer)));
            }
            LongestPledge::None => prop_assert!((0..=12).all(|days| !with(days))),
        }
    }

    /// A remedy that is said to be enough is, at its price; where its size has a grain, one grain less is not.
    #[test]
    fn remedies_keep_their_promise(small in small()) {
        for remedy in remedies(&small.terms()).unwrap() {
            let mended = detente_exchange::apply(&small.terms(), remedy.kind, remedy.price.unwrap_or(0.0));
            let found = plan(&mended).unwrap().found();
            if remedy.enough {
                prop_assert_eq!(found.map(|plan| plan.completes_on_day), remedy.completes_on_day, "{:?}", remedy);
            }
            if let (detente_exchange::RemedyKind::Escrow(side), Some(price)) = (remedy.kind, remedy.price)
                && !small.escrow_to_end
            {
                let mut less = small.clone();
                less.escrow[side.index()] = (price * 100.0).round() as i64 - 1;
                prop_assert!(price == 0.0 || less.soonest(None).is_none(), "{remedy:?}");
            }
        }
    }
}

/// The cases above are not all trivial: enough of them can be planned, and enough of those take more than one day.
#[test]
fn the_cases_are_worth_trying() {
    let mut runner = TestRunner::deterministic();
    let (mut found, mut later, mut with_both) = (0, 0, 0);
    for _ in 0..2_000 {
        let small = small().new_tree(&mut runner).unwrap().current();
        let soonest = small.soonest(None);
        found += usize::from(soonest.is_some());
        later += usize::from(soonest.is_some_and(|day| day > 0));
        let sides = |side| small.lots.iter().any(|lot| lot.from == side);
        with_both += usize::from(soonest.is_some() && sides(0) && sides(1));
    }
    assert!(found > 400 && later > 100 && with_both > 150, "{found} {later} {with_both}");
}

/// Within one order of the lots the plan holds the fewest on every day at once: nothing smaller stands.
#[test]
fn nobody_is_held_without_need() {
    let mut runner = TestRunner::deterministic();
    let mut checked = 0;
    for _ in 0..8_000 {
        let mut small = small().new_tree(&mut runner).unwrap().current();
        (small.rounds, small.first, small.minimum) = (1, None, [0, 0]);
        (small.escrow, small.throughout) = ([0, 0], false);
        let sides = |side| small.lots.iter().filter(|lot| lot.from == side).count();
        if sides(0) > 1 || sides(1) > 1 {
            continue;
        }
        let Planned::Found(plan) = plan(&small.terms()).unwrap() else { continue };
        for held in plan.held.iter().filter(|held| held.left.iter().any(|n| *n > 0)) {
            for lot in 0..held.left.len() {
                if held.left[lot] == 0 {
                    continue;
                }
                // One fewer on this day: either it does not stand, or capacity or a later day forbids it.
                let mut fewer = held.left.clone();
                fewer[lot] -= 1;
                let later_needs = plan.held.iter().any(|h| h.day > held.day && h.left[lot] == held.left[lot]);
                let side = small.lots[lot].from;
                let before = plan.held.iter().rev().find(|h| h.day < held.day);
                let had = before.map_or(small.lots[lot].count, |h| h.left[lot]);
                let at_capacity = small.capacity[side].is_some_and(|most| had - held.left[lot] >= most);
                // With the other side's count as it is, or lower if that is what this one was raised for.
                assert!(
                    later_needs || at_capacity || !small.stands(held.day as i64, &fewer),
                    "{small:?} {plan:?}"
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 500, "{checked}");
}

#[test]
fn both_sides_are_treated_alike() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..500 {
        let small = small().new_tree(&mut runner).unwrap().current();
        let mut swapped = small.clone();
        for lot in &mut swapped.lots {
            lot.from = 1 - lot.from;
        }
        for pair in [&mut swapped.pause, &mut swapped.guarantee, &mut swapped.day_after, &mut swapped.escrow]
        {
            pair.reverse();
        }
        swapped.lapses.reverse();
        swapped.capacity.reverse();
        swapped.minimum.reverse();
        swapped.first = small.first.map(|i| 1 - i);
        let day = |small: &Small| plan(&small.terms()).unwrap().found().map(|plan| plan.completes_on_day);
        assert_eq!(day(&small), day(&swapped));
        let (a, b) = (guarantee_needed(&small.terms()).unwrap(), guarantee_needed(&swapped.terms()).unwrap());
        assert_eq!(a.alone[Side::One.index()], b.alone[Side::Two.index()]);
    }
}
