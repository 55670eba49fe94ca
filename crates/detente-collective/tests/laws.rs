//! What must hold of every model, whatever the body: the limits that a child can check, and that names, order and units change nothing.

mod drawn;

use detente_collective::spatial::{Spatial, ThirdParties};
use detente_collective::{Body, Model};
use drawn::{body, named, rows};
use proptest::prelude::*;

fn one(stands: &[(f64, f64, f64)]) -> Body {
    let mut body = Body::over(1);
    for (at, (capability, position, salience)) in stands.iter().enumerate() {
        body.actor(format!("{at}"), *capability, [(*position, *salience)]);
    }
    body.build().expect("within their scales")
}

#[test]
fn all_at_one_place_stay_there() {
    for model in Model::ALL {
        let found =
            model.outcome(&one(&[(3.0, 0.4, 0.7), (1.0, 0.4, 0.2), (9.0, 0.4, 1.0)])).expect("defined");
        assert!((found[0] - 0.4).abs() < 1e-12, "{model}: {found:?}");
    }
}

#[test]
fn equal_actors_in_a_mirror_meet_in_the_middle() {
    for model in Model::ALL.into_iter().filter(|model| !matches!(model, Model::Challenge(_))) {
        let found = model.outcome(&one(&[(2.0, 0.1, 0.5), (2.0, 0.9, 0.5)])).expect("defined");
        assert!((found[0] - 0.5).abs() < 1e-4, "{model}: {found:?}");
    }
}

#[test]
fn somebody_who_outweighs_all_others_gets_what_it_wants() {
    let body = one(&[(1e9, 0.8, 0.9), (1.0, 0.1, 0.9), (1.0, 0.3, 0.9)]);
    let follows = |model: &Model| {
        matches!(
            model,
            Model::Compromise
                | Model::WeightedMedian
                | Model::Nash
                | Model::Spatial
                | Model::Ktab
                | Model::Challenge(_)
        )
    };
    for model in Model::ALL.into_iter().filter(follows) {
        let found = model.outcome(&body).expect("defined");
        assert!((found[0] - 0.8).abs() < 1e-3, "{model}: {found:?}");
    }
}

/// In an example of that program Germany stands where the Netherlands stand, and strengthens the other side of the Netherlands' contest with Ireland.
#[test]
fn nobody_strengthens_the_side_it_likes_less() {
    let stands = |third: f64| one(&[(8.0, 0.0, 0.8), (5.0, 0.5, 0.1), (third, 0.0, 0.8), (16.0, 1.0, 0.6)]);
    let victory = |rules: Spatial, third: f64| {
        let course = rules.hold(&stands(third)).expect("held");
        let mine =
            course.turns[0].bargains.iter().find(|bargain| bargain.initiator == 0 && bargain.receiver == 1);
        mine.map(|bargain| bargain.victory)
    };
    // The ally's weight goes from next to nothing to twice the actor's own; with it the chance to win must not fall.
    let falls = |third_parties: ThirdParties, weights: &[f64]| {
        let rules = Spatial { third_parties, ..Spatial::default() };
        let chances: Vec<f64> = weights.iter().filter_map(|third| victory(rules, *third)).collect();
        assert!(chances.len() >= 2, "{third_parties:?}: no contest to look at");
        chances.windows(2).any(|pair| pair[1] < pair[0] - 1e-12)
    };
    let (weak, all) = ([0.01, 0.05, 0.1], [0.01, 0.05, 0.1, 2.0, 8.0, 16.0]);
    assert!(falls(ThirdParties::Ktab, &all), "as that program computes it an ally weakens its side");
    assert!(
        falls(ThirdParties::Sided, &weak),
        "a weak ally follows the likelier winner, to keep a part of its own place"
    );
    assert!(!falls(ThirdParties::Corrected, &all));
    assert!(!falls(ThirdParties::Direct, &all));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_order_of_the_actors_changes_nothing(rows in rows(7, 1), turn in 0..7_usize) {
        let mut order: Vec<usize> = (0..rows.len()).rev().collect();
        order.rotate_left(turn % rows.len());
        let (straight, turned) = (body(&rows), named(&rows, order));
        for model in Model::ALL.into_iter().filter(|model| !matches!(model, Model::Spatial | Model::Ktab | Model::Trades)) {
            let (one, other) = (model.outcome(&straight).expect("defined"), model.outcome(&turned).expect("defined"));
            prop_assert!((one[0] - other[0]).abs() < 1e-9, "{}: {:?} {:?}", model, one, other);
        }
    }

    #[test]
    fn the_unit_of_capability_changes_nothing(rows in rows(7, 2)) {
        // But for that program, which adds small numbers of its own to whatever it is given.
        let larger: Vec<_> = rows.iter().map(|(capability, stands)| (capability * 1024.0, stands.clone())).collect();
        for model in Model::ALL.into_iter().filter(|model| !matches!(model, Model::Challenge(_) | Model::Ktab)) {
            let (one, other) = (model.outcome(&body(&rows)), model.outcome(&body(&larger)));
            let (one, other) = (one.expect("defined"), other.expect("defined"));
            for (one, other) in one.iter().zip(&other) {
                prop_assert!((one - other).abs() < 1e-6, "{}: {} {}", model, one, other);
            }
        }
    }

    #[test]
    fn decisions_lie_between_those_who_take_them(rows in rows(7, 2)) {
        for model in Model::ALL.into_iter().filter(|model| !matches!(model, Model::Challenge(_))) {
            let found = model.outcome(&body(&rows)).expect("defined");
            for (issue, place) in found.iter().enumerate() {
                let at = || rows.iter().map(|(_, stands)| stands[issue].0);
                let (low, high) = (at().fold(1.0, f64::min), at().fold(0.0, f64::max));
                prop_assert!((low - 1e-4..=high + 1e-4).contains(place), "{}: {} is not between {} and {}", model, place, low, high);
            }
        }
    }

    #[test]
    fn any_number_of_threads_holds_the_same_bargaining(rows in rows(9, 2)) {
        let body = body(&rows);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            pool.install(|| Spatial::default().hold(&body).expect("held"))
        };
        prop_assert_eq!(on(1), on(3));
    }
}
