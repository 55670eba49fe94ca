//! Continuous issues against brute force, on thousands of random cases.

#![allow(clippy::unwrap_used)]

#[path = "../../../../tests/alpha_and_beta.rs"]
mod alpha_and_beta;
mod literal;
mod openings;
mod random;
mod refinement;
mod segments;
mod shares;

use std::sync::Arc;

use detente_deals::{DealSpace, Search};
use detente_model::{Case, Worlds};
use literal::Literal;
use proptest::prelude::*;
use random::{Dice, Shape, case};

/// What the rounding of values can make up or hide, in units, and the arithmetic of the brute force with it.
const ROUNDING: i64 = 8;

/// The margin and the existence of a zone, in one world, equal what going through all vertices gives.
fn agrees(case: &Case, draw: Option<u64>) {
    let worlds = Worlds::new(case, 1);
    let world = draw.map_or_else(|| Arc::new(worlds.central().clone()), |draw| worlds.draw(draw));
    let space = DealSpace::new(&world).unwrap();
    let literal = Literal::of(case, &world);
    let signatories = space.signatories();
    let expected = literal.largest_least(&signatories);
    let found = space.margin(&Search::default()).unwrap();
    assert_eq!(found.is_some(), expected.is_some(), "{found:?} {expected:?}");
    if let (Some(found), Some(expected)) = (&found, expected) {
        let expected = (expected * 1e12).round() as i64;
        assert!((found.value.raw() - expected).abs() <= ROUNDING, "found {found:?}, expected {expected}");
        assert!(found.is_proven(), "{found:?}");
        if let Some(package) = &found.between {
            // The witness is real.
            let surplus = |i: &usize| space.value_of(*i, package) - space.actors()[*i].reservation;
            assert_eq!(signatories.iter().map(surplus).min(), Some(found.value));
            assert!(!signatories.iter().any(|i| space.refuses(*i, package)));
            assert!(space.is_feasible(&package.options));
        }
    }
    assert!(literal.agrees_on_zone(space.look_for_zone().unwrap().open), "{found:?}");
}

fn shape(seed: u64, principals: u64, continuous: u64) -> Shape {
    let mut dice = Dice::new(seed ^ 0x9e37_79b9);
    Shape {
        principals,
        discrete: dice.roll(3),
        continuous,
        doubt: dice.roll(2) == 0,
        tangled: dice.roll(2) == 0,
    }
}

fn in_some_worlds(seed: u64, principals: u64, continuous: u64) {
    let shape = shape(seed, principals, continuous);
    let case = case(seed, shape);
    agrees(&case, None);
    if shape.doubt {
        agrees(&case, Some(seed % 1_000));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn one_continuous_issue(seed in any::<u64>(), principals in 2..5u64) {
        in_some_worlds(seed, principals, 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn two_continuous_issues(seed in any::<u64>(), principals in 2..5u64) {
        in_some_worlds(seed, principals, 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(25))]

    #[test]
    fn three_continuous_issues(seed in any::<u64>(), principals in 2..4u64) {
        in_some_worlds(seed, principals, 3);
    }
}

/// Two of whom each can have all that the other leaves: the best package touches both reservations, and rounding decides.
#[test]
fn a_zone_of_one_touch_is_told_either_way() {
    in_some_worlds(9_864_768_807_790_095_634, 2, 1);
}
