//! Frontiers to within a tolerance, and what is chosen from them, against all packages of small random spaces.

use crate::literal::{Literal, Shape, random_space};
use detente_deals::{Central, DealSpace, FrontierPoint, Units};
use detente_model::Package;
use proptest::prelude::*;

/// Whether some point is worth to nobody less than a package by as much as the tolerance.
fn covered(points: &[FrontierPoint], values: &[Units], tolerance: Units) -> bool {
    points.iter().any(|p| p.values.iter().zip(values).all(|(y, x)| *y + tolerance > *x))
}

fn holds(space: &DealSpace, tolerance: Units) {
    let literal = Literal::of(space);
    let found = Central::to_within(space.clone(), tolerance).unwrap();
    let (frontier, zone) = (found.frontier.value().unwrap(), found.zone_frontier.value().unwrap());
    assert_eq!(found.tolerance, Some(tolerance));
    assert_eq!(found.has_zone(), literal.zone().next().is_some());

    // Points are packages, and worth what is said.
    assert!(frontier.iter().all(|p| space.is_feasible(&p.package) && space.values(&p.package) == p.values));
    assert!(zone.iter().all(|p| space.all_accept(&p.package) && space.values(&p.package) == p.values));

    // Every point of the exact frontiers is covered; of the zone's, those that leave everybody better off by as much.
    for (values, _) in literal.frontier() {
        assert!(covered(frontier, &values, tolerance), "{values:?}");
    }
    let surpluses = |x: &Package| -> Vec<Units> {
        space.values(x).iter().zip(&found.reservation).map(|(v, r)| *v - *r).collect()
    };
    for x in literal.zone().filter(|x| surpluses(x).iter().all(|s| *s >= tolerance)) {
        assert!(covered(zone, &space.values(x), tolerance), "{x:?}");
    }

    // What is proven about the solutions.
    let Some(solutions) = found.chosen() else {
        assert!(zone.is_empty());
        return;
    };
    let parties = space.principals().len() as i64;
    let chosen =
        [&solutions.nash, &solutions.kalai_smorodinsky, &solutions.egalitarian, &solutions.utilitarian];
    for x in literal.zone() {
        let values = space.values(x);
        for solution in chosen.into_iter().flatten() {
            assert!(solution.point.values.iter().zip(&values).any(|(y, x)| *y + tolerance > *x));
        }
        let least = |x: &Package| surpluses(x).into_iter().min().unwrap();
        assert!(least(x) < least(&solutions.egalitarian.as_ref().unwrap().point.package) + tolerance);
        if least(x) >= tolerance {
            let most = solutions.utilitarian.as_ref().unwrap().point.values.iter().sum::<Units>()
                + tolerance * parties;
            assert!(values.iter().sum::<Units>() < most);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12_000))]

    #[test]
    fn everything_is_within_the_tolerance(seed in any::<u64>(), hundredths in 1..200i64) {
        let shape = Shape { principals: 2..5, issues: 1..5, audiences: 0..4, interactions: 0..4, infeasible: 0..4 };
        holds(&random_space(seed, &shape), Units::from_raw(hundredths * Units::ONE.raw() / 100));
    }

    #[test]
    fn additive_spaces_are_within_the_tolerance(seed in any::<u64>(), hundredths in 1..200i64) {
        let shape = Shape { principals: 2..5, issues: 3..6, ..Shape::plain() };
        holds(&random_space(seed, &shape), Units::from_raw(hundredths * Units::ONE.raw() / 100));
    }
}
