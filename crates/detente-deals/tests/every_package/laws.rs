//! The engine against the definitions, taken literally, on thousands of random small spaces.

use crate::literal::{self, Literal, Shape, random_space};
use detente_deals::{Central, ConcessionKind, DealSpace, Opening, Over, Search, Units, ZoneCount};
use detente_model::Package;
use proptest::prelude::*;

/// Every finding of the engine equals what listing all packages gives.
fn agrees(space: &DealSpace) {
    let literal = Literal::of(space);
    let found = Central::of(space.clone()).unwrap();
    let (found_frontier, found_zone) =
        (found.frontier.value().unwrap(), found.zone_frontier.value().unwrap());

    let frontier: Vec<(Vec<Units>, u128)> =
        found_frontier.iter().map(|p| (p.values.clone(), p.shared_by.unwrap())).collect();
    assert_eq!(frontier, literal.frontier());
    let zone: Vec<Vec<Units>> = found_zone.iter().map(|p| p.values.clone()).collect();
    assert_eq!(zone, literal.zone_frontier().into_iter().map(|(values, _)| values).collect::<Vec<_>>());
    assert_eq!(found.zone_count, ZoneCount::Exact(literal.zone().count().into()));
    assert_eq!(space.find_agreement(&Search::default()).unwrap().is_some(), literal.zone().next().is_some());
    assert_eq!(found.margin.as_ref().map(|m| m.value), literal.margin());

    // Witnesses are real.
    for point in found_frontier {
        assert!(space.is_feasible(&point.package));
        assert_eq!(space.values(&point.package), point.values);
    }
    for point in found_zone {
        assert!(space.all_accept(&point.package));
        assert_eq!(space.values(&point.package), point.values);
    }
    if let Some(margin) = &found.margin {
        assert_eq!(literal.smallest_surplus(&margin.package), Some(margin.value));
    }

    match found.chosen() {
        None => assert!(literal.zone().next().is_none()),
        Some(solutions) => {
            assert_eq!(solutions.nash.as_ref().unwrap().point.values, literal.nash());
            assert_eq!(
                solutions.kalai_smorodinsky.as_ref().unwrap().point.values,
                literal.kalai_smorodinsky()
            );
            assert_eq!(solutions.egalitarian.as_ref().unwrap().point.values, literal.egalitarian());
            assert_eq!(solutions.utilitarian.as_ref().unwrap().point.values, literal.utilitarian());
        }
    }
}

/// The opening is as small and as cheap as trying every set of concessions gives.
fn opening_is_least(space: &DealSpace) {
    let least = literal::least_opening(space);
    let found = space.openings(&Search::default()).unwrap();
    assert_eq!(found.is_empty(), least.is_none());
    for opening in &found {
        let cost = opening.concessions.iter().map(|c| c.cost).sum::<Units>();
        assert_eq!(Some((opening.concessions.len(), cost)), least);
        assert!(literal::conceded(space, &opening.concessions).all_accept(&opening.package), "{opening:?}");
    }
    // Each way of sharing the price among the actors is reported once.
    let payers = |o: &Opening| {
        let mut paid: Vec<_> = o.concessions.iter().map(|c| (c.actor, c.cost)).collect();
        paid.sort_unstable();
        paid
    };
    let mut ways: Vec<_> = found.iter().map(payers).collect();
    ways.sort_unstable();
    let total = ways.len();
    ways.dedup();
    assert_eq!(ways.len(), total);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn additive_spaces_equal_brute_force(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { principals: 2..4, issues: 1..5, ..Shape::plain() }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn red_lines_vetoes_and_quotas_equal_brute_force(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { audiences: 0..4, ..Shape::plain() }));
    }

    #[test]
    fn interactions_and_infeasible_combinations_equal_brute_force(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { audiences: 0..3, interactions: 0..4, infeasible: 0..4, ..Shape::plain() }));
    }

    #[test]
    fn five_principals_equal_brute_force(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { principals: 3..6, issues: 1..4, interactions: 0..2, ..Shape::plain() }));
    }

    #[test]
    fn the_opening_is_the_least_set_of_concessions(seed in any::<u64>()) {
        let shape = Shape { principals: 2..4, issues: 1..4, audiences: 0..2, infeasible: 0..2, ..Shape::plain() };
        opening_is_least(&random_space(seed, &shape));
    }

    #[test]
    fn sticking_points_say_what_the_concession_does(seed in any::<u64>()) {
        let space = random_space(seed, &Shape { audiences: 0..2, infeasible: 0..2, ..Shape::plain() });
        for point in space.sticking_points(&Search::default()).unwrap() {
            let c = &point.concession;
            let mut after = literal::conceded(&space, std::slice::from_ref(c));
            if c.kind == ConcessionKind::RedLine {
                after = literal::lifted(&space, c);
            }
            prop_assert_eq!(Literal::of(&after).margin(), point.least_after());
            prop_assert_eq!(Literal::of(&after).zone().next().is_some(), point.opens);
        }
    }

    /// Naming the parties in another order changes nothing but the order.
    #[test]
    fn principals_are_treated_alike(seed in any::<u64>()) {
        let space = random_space(seed, &Shape { interactions: 0..3, ..Shape::plain() });
        let mirrored = literal::reversed(&space);
        let sorted = |space: &DealSpace, reverse: bool| {
            let mut values: Vec<Vec<Units>> = space.frontier(Over::Zone, &Search::default()).into_value().unwrap().into_iter().map(|p| p.values).collect();
            if reverse { for v in &mut values { v.reverse(); } }
            values.sort();
            values
        };
        prop_assert_eq!(sorted(&space, false), sorted(&mirrored, true));
        prop_assert_eq!(space.margin(&Search::default()).unwrap().map(|m| m.value), mirrored.margin(&Search::default()).unwrap().map(|m| m.value));
        let payers = |space: &DealSpace| {
            let paid = |o: &Opening| {
                let mut paid: Vec<_> = o.concessions.iter().map(|c| (c.actor, c.cost)).collect();
                paid.sort_unstable();
                paid
            };
            let mut ways: Vec<_> = space.openings(&Search::default()).unwrap().iter().map(paid).collect();
            ways.sort_unstable();
            ways
        };
        prop_assert_eq!(payers(&space), payers(&mirrored));
    }
}

/// With no red line and no rule, a million packages and a frontier that a person can check: each issue is worth as much to
/// one as to the other, so only totals count.
#[test]
fn a_zero_sum_space_has_every_total_on_its_frontier() {
    let space = literal::opposed(6, 10);
    let frontier = space.frontier(Over::All, &Search::default()).into_value().unwrap();
    assert_eq!(frontier.len(), 6 * 9 + 1);
    assert_eq!(frontier.iter().map(|p| p.shared_by.unwrap()).sum::<u128>(), 1_000_000);
    assert_eq!(frontier[0].package, Package(vec![9; 6]));
}
