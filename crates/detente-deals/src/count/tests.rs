//! The methods of counting against the definition, and the interval against known counts.

use detente_model::{Actor, PartyId};
use num_bigint::BigUint;
use proptest::prelude::*;

use super::*;
use crate::efforts::CountEfforts;
use crate::fixed::{Units, in_units};
use crate::literal::{Literal, Shape, random_space};
use crate::space::ActorTerms;

fn counted(space: &DealSpace) -> BigUint {
    BigUint::from(Literal::of(space).zone().count())
}

/// Every method that counts gives the number that listing all packages gives.
fn agrees(space: &DealSpace) {
    let exact = counted(space);
    let parts = Parts::of(space);
    assert_eq!(space.count_by_branching(limits::BRANCHES).as_ref(), Some(&exact));
    assert_eq!(parts.count_by_halves(&CountEfforts::default()).as_ref(), Some(&exact));
    assert_eq!(space.count_zone(false), ZoneCount::Exact(exact));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn additive_spaces_are_counted_by_every_method(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { principals: 1..5, issues: 1..6, ..Shape::plain() }));
    }

    #[test]
    fn red_lines_vetoes_and_quotas_are_counted_by_every_method(seed in any::<u64>()) {
        agrees(&random_space(seed, &Shape { audiences: 0..6, issues: 1..5, ..Shape::plain() }));
    }

    #[test]
    fn what_is_tied_is_counted_by_every_method(seed in any::<u64>()) {
        let shape = Shape { audiences: 0..3, interactions: 0..4, infeasible: 0..4, issues: 1..6, ..Shape::plain() };
        agrees(&random_space(seed, &shape));
    }
}

/// A space with no red line: `worth` by actor, issue and option; the same reservation for all.
fn plain(worth: Vec<Vec<Vec<i64>>>, reservation: i64) -> DealSpace {
    let sizes: Vec<usize> = worth[0].iter().map(Vec::len).collect();
    let principals = worth.len();
    let terms = |(i, worth): (usize, Vec<Vec<i64>>)| ActorTerms {
        actor: Actor::Party(PartyId(i)),
        signs: true,
        refused: worth.iter().map(|row| vec![false; row.len()]).collect(),
        worth: worth.iter().map(|row| in_units(row)).collect(),
        interactions: Vec::new(),
        reservation: Units::from_raw(reservation),
    };
    let actors = worth.into_iter().enumerate().map(terms).collect();
    DealSpace::from_parts(sizes, actors, principals, Vec::new(), Vec::new()).unwrap()
}

/// Numbers below 1 in units, from a seed.
fn dice(seed: u64) -> impl FnMut() -> i64 {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 24) as i64
    }
}

fn random(seed: u64, actors: usize, issues: usize, options: usize, reservation: i64) -> DealSpace {
    let mut dice = dice(seed);
    let worth =
        (0..actors).map(|_| (0..issues).map(|_| (0..options).map(|_| dice()).collect()).collect()).collect();
    plain(worth, reservation)
}

const ONE: i64 = 1 << 40;

/// Long lists, in which the pivots of the dominance count matter: against going through the packages one by one.
#[test]
fn larger_spaces_are_counted_by_dominance() {
    for (seed, actors, issues, options, share) in [
        (1, 2, 6, 7, 52),
        (2, 3, 6, 7, 50),
        (3, 4, 6, 7, 45),
        (4, 5, 5, 8, 45),
        (5, 6, 5, 8, 40),
        (6, 1, 6, 8, 55),
    ] {
        let space = random(seed, actors, issues, options, ONE * issues as i64 * share / 100);
        let listed = space.packages().filter(|package| space.all_accept(package)).count();
        assert!(listed > 0, "{seed}");
        assert_eq!(
            Parts::of(&space).count_by_halves(&CountEfforts::default()),
            Some(BigUint::from(listed)),
            "{seed}"
        );
    }
}

/// Opposed wants in whole steps: the number of ways to a total is known from Pascal's triangle for two options an issue.
#[test]
fn counts_beyond_the_largest_machine_number() {
    // 200 issues: one wants option 1, the other option 0; both want half of them.
    let worth = |want: usize| (0..200).map(|_| (0..2).map(|o| i64::from(o == want)).collect()).collect();
    let space = plain(vec![worth(0), worth(1)], 100);
    let middle = (1..=100u32).fold(BigUint::from(1u8), |n, k| n * (100 + k) / k);
    assert_eq!(space.count_zone(true), ZoneCount::Exact(middle.clone()));
    assert!(middle.bits() > 128);
    // Any package will do.
    let worth = |_: usize| vec![vec![0; 10]; 60];
    let space = plain(vec![worth(0), worth(1)], 0);
    assert_eq!(space.count_zone(true), ZoneCount::Exact(BigUint::from(10u8).pow(60)));
}

/// The interval covers the true count in at least 95 of 100 tries, in zones common and rare, whatever is drawn and whatever counted.
#[test]
fn intervals_cover_the_true_count() {
    let (mut tries, mut covered, mut narrow) = (0, 0, 0);
    for (seed, actors, issues, options, share) in [
        (1, 2, 14, 4, 50),
        (2, 2, 14, 4, 66),
        (3, 3, 12, 4, 60),
        (4, 3, 12, 4, 40),
        (5, 4, 11, 4, 50),
        (6, 6, 10, 4, 50),
        (7, 6, 10, 4, 45),
    ] {
        let space = random(seed, actors, issues, options, ONE * issues as i64 * share / 100);
        let parts = Parts::of(&space);
        let exact = parts.count_by_halves(&CountEfforts::default()).unwrap();
        for again in 0..10 {
            // From hardly anything counted in a draw to nearly everything.
            let a_draw = [0, 40, 600][again as usize % 3];
            let found = parts.estimate(exact != BigUint::ZERO, again, a_draw, limits::COUNT_DRAWS);
            let [low, high] = &found.interval;
            assert!(*low <= found.central && found.central <= *high);
            tries += 1;
            covered += u32::from(*low <= exact && exact <= *high);
            narrow += u32::from(high * 10u8 <= low * 15u8);
        }
    }
    assert!(covered * 100 >= tries * 95, "{covered} of {tries}");
    assert!(narrow * 10 >= tries * 7, "{narrow} of {tries}");
}

/// The same where red lines, quotas, interactions and infeasible combinations are in play and tied issues are not listed.
#[test]
fn intervals_cover_the_true_count_of_tied_issues() {
    let shape =
        Shape { audiences: 0..4, interactions: 0..4, infeasible: 0..4, issues: 2..5, ..Shape::plain() };
    let (mut tries, mut covered) = (0, 0);
    for seed in 0..300 {
        let space = random_space(seed, &shape);
        let exact = counted(&space);
        for most in [1, 400_000] {
            let found = Parts::listing(&space, most).estimate(
                exact != BigUint::ZERO,
                seed,
                20 * (seed % 3),
                limits::COUNT_DRAWS,
            );
            tries += 1;
            covered += u32::from(found.interval[0] <= exact && exact <= found.interval[1]);
        }
    }
    assert!(covered * 100 >= tries * 95, "{covered} of {tries}");
}

/// A zone of one package in some 10¹³, which no draw without a tilt would meet.
#[test]
fn a_rare_zone_is_not_missed() {
    let worth = |i: usize| (0..40).map(|k| vec![0, i64::from(k % 2 == i), 0, 0]).collect();
    // Each wants its own twenty issues at option 1; seventeen of them will do.
    let space = plain(vec![worth(0), worth(1)], 17);
    let Some(exact) = space.count_zone(true).exact().cloned() else { panic!("few sums") };
    let found = Parts::of(&space).estimate(true, 1, 0, limits::COUNT_DRAWS);
    assert!(found.interval[0] <= exact && exact <= found.interval[1], "{exact} {found:?}");
    assert!(found.interval[1] <= &found.interval[0] * 4u8, "{exact} {found:?}");
}
