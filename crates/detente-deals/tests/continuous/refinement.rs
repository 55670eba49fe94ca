//! A refined case says at its stops what is true of all numbers.

use detente_deals::{Central, DealSpace, Search, SettledPackage, Units, refined};
use detente_model::{Case, Choice, IssueId, Worlds};
use proptest::prelude::*;

use crate::literal::Literal;
use crate::random::{Dice, Shape, case};
use crate::shape;

/// What the rounding of values can make up, in units, on three continuous issues with what a solution loses by it.
const ROUNDING: i64 = 50;

/// What all together must gain, in units, for a point to count as dominated.
const GAIN: i64 = 1_000;

/// Packages with any numbers on the continuous issues.
fn some_packages(case: &Case, space: &DealSpace, dice: &mut Dice) -> Vec<SettledPackage> {
    let continuous: Vec<usize> = (0..case.issues.len()).filter(|k| case.issues[*k].continuous).collect();
    let mut packages = Vec::new();
    for _ in 0..400 {
        let mut options = space.packages().next().unwrap();
        for (k, size) in space.sizes().iter().enumerate() {
            options.0[k] = dice.roll(*size as u64) as u16;
        }
        let number = |k: &usize| (IssueId(*k), dice.roll(12 * 60 + 1) as f64 / 60.0);
        let numbers = continuous.iter().map(number).collect();
        if space.is_feasible(&options) {
            packages.push(SettledPackage { options, numbers });
        }
    }
    packages
}

fn holds(case: &Case, dice: &mut Dice) {
    let worlds = Worlds::new(case, 1);
    let finer = refined(&worlds, &std::sync::Arc::default()).unwrap();
    let again = Worlds::new(&finer, 1);
    assert_eq!(worlds.central(), again.central());
    for draw in 0..5 {
        assert_eq!(worlds.draw(draw), again.draw(draw));
    }
    let world = again.central();
    let space = DealSpace::new(world).unwrap();
    let found = Central::of(space.clone()).unwrap();
    assert!(!found.at_stops_only, "{found:?}");
    assert!(found.margin.as_ref().is_none_or(|margin| margin.between.is_none() && margin.is_proven()));
    assert!(found.sticking_points.iter().all(|point| point.between.is_none()));
    assert!(Literal::of(&finer, world).agrees_on_zone(found.has_zone()), "{found:?}");
    assert!(found.agreement.value().into_iter().flatten().all(|package| space.all_accept(package)));
    assert_eq!(found.solutions.is_some(), found.has_zone());

    let principals = 0..space.principals().len();
    let surpluses = |package: &SettledPackage| -> Vec<i64> {
        principals
            .clone()
            .map(|i| (space.value_of(i, package) - space.actors()[i].reservation).raw())
            .collect()
    };
    let reached = |values: &[Units]| -> Vec<i64> {
        values.iter().zip(&found.reservation).map(|(v, r)| (*v - *r).raw()).collect()
    };
    let frontier = found.frontier.value().unwrap();
    let zone_frontier = found.zone_frontier.value().unwrap();
    let beats = |package: &[i64], point: &[i64]| {
        package.iter().zip(point).all(|(a, b)| a >= b)
            && package.iter().sum::<i64>() > point.iter().sum::<i64>() + GAIN
    };
    for package in some_packages(&finer, &space, dice) {
        let here = surpluses(&package);
        for point in frontier {
            assert!(!beats(&here, &reached(&point.values)), "{package:?} dominates {point:?}");
        }
        if !space.all_accept_package(&package) {
            continue;
        }
        assert!(found.has_zone());
        for point in zone_frontier {
            assert!(!beats(&here, &reached(&point.values)), "{package:?} dominates {point:?}");
        }
        let solutions = found.chosen().unwrap();
        let best = |solution: &detente_deals::Solution| reached(&solution.point.values);
        let (nash, kalai, equal, sum) = (
            best(solutions.nash.as_ref().unwrap()),
            best(solutions.kalai_smorodinsky.as_ref().unwrap()),
            best(solutions.egalitarian.as_ref().unwrap()),
            best(solutions.utilitarian.as_ref().unwrap()),
        );
        assert!(here.iter().sum::<i64>() <= sum.iter().sum::<i64>() + ROUNDING, "{here:?} {sum:?}");
        assert!(here.iter().min() <= equal.iter().min().map(|x| x + ROUNDING).as_ref(), "{here:?} {equal:?}");
        let product = |s: &[i64]| s.iter().map(|s| *s as f64 / 1e12).product::<f64>();
        assert!(product(&here) <= product(&nash) * (1.0 + 1e-9) + 1e-11, "{here:?} {nash:?} {package:?}");
        let most: Vec<i64> = principals
            .clone()
            .map(|i| zone_frontier.iter().map(|p| reached(&p.values)[i]).max().unwrap())
            .collect();
        let share = |s: &[i64]| {
            let shares =
                s.iter().zip(&most).filter(|(_, most)| **most > 0).map(|(s, most)| *s as f64 / *most as f64);
            shares.fold(f64::INFINITY, f64::min)
        };
        assert!(
            here.iter().zip(&most).all(|(s, most)| *s <= most + ROUNDING),
            "{here:?} {most:?} {package:?}"
        );
        assert!(share(&here) <= share(&kalai) + 1e-8, "{here:?} {kalai:?} of {most:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_shown_at_stops_is_what_is_true_between_them(seed in any::<u64>(), principals in 2..4u64, continuous in 1..3u64) {
        let shape = shape(seed, principals, continuous);
        holds(&case(seed, shape), &mut Dice::new(seed));
    }
}

/// Two who want the opposite ends of one scale and could both live with its middle alone.
#[test]
fn a_zone_between_stops_is_found_where_it_is() {
    let shape = Shape { principals: 2, discrete: 0, continuous: 1, doubt: false, tangled: false };
    let mut both = case(0, shape);
    both.numbers = detente_model::Numbers::default();
    both.issues[0].options = vec![Choice::Number(0.0), Choice::Number(10.0)];
    for (i, (ideal, worst)) in [(0.0, 10.0), (10.0, 0.0)].into_iter().enumerate() {
        let mut number =
            |key: &str, x: f64| both.numbers.add(detente_model::Number::new(format!("{i}.{key}"), x));
        let position = &mut both.positions[i];
        position.reservation = detente_model::Reservation::Value(number("no_deal", 0.4));
        position.weights = detente_model::Weights::Stated(vec![(IssueId(0), number("weight", 1.0))]);
        let (ideal, worst) = (number("ideal", ideal), number("worst", worst));
        position.issues[0].valuation = Some(detente_model::Valuation::Linear { ideal, worst });
        (position.issues[0].at_most, position.issues[0].at_least) = (None, None);
    }
    let worlds = Worlds::new(&both, 1);
    let space = DealSpace::new(worlds.central()).unwrap();
    let margin = space.margin(&Search::default()).unwrap().unwrap();
    assert_eq!((margin.value, margin.at_most), (Units::from_f64(0.1), Units::from_f64(0.1)));
    assert_eq!(margin.between.unwrap().numbers, [(IssueId(0), 5.0)]);
    assert!(
        space.find_agreement(&Search::default()).unwrap().is_none() && space.look_for_zone().unwrap().open
    );
    let finer = refined(&worlds, &std::sync::Arc::default()).unwrap();
    let stops: Vec<f64> = finer.issues[0].options.iter().filter_map(Choice::number).collect();
    assert_eq!(stops, [0.0, 4.0, 5.0, 6.0, 10.0]);
}

/// A point of the zone's frontier that rounding in a linear programme once took for dominated.
#[test]
fn what_is_best_for_one_stays_on_the_frontier() {
    let seed = 7_210_552_034_797_824_562;
    holds(&case(seed, shape(seed, 2, 2)), &mut Dice::new(seed));
}

/// A concession that goes to a number which is a stop only since the case was refined.
#[test]
fn concessions_to_new_stops_are_followed() {
    let seed = 10_454_070_452_401_041_857;
    holds(&case(seed, shape(seed, 3, 2)), &mut Dice::new(seed));
}

/// What is best for one touches a package that is a hair worse for that one and much better for the others.
#[test]
fn what_is_best_but_for_a_hair_is_shown() {
    let seed = 9_775_420_767_121_846_023;
    holds(&case(seed, shape(seed, 3, 2)), &mut Dice::new(seed));
}
