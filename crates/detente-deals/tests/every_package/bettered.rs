//! How far a package lies from the frontier, against the definition taken literally: every package is compared with every other.

use crate::literal::{Shape, random_space};
use detente_deals::{DealSpace, RedLines, Units};
use detente_model::Package;

/// What each principal gains by one package over another.
fn gains(space: &DealSpace, package: &Package, over: &Package) -> Vec<Units> {
    space.values(package).into_iter().zip(space.values(over)).map(|(a, b)| a - b).collect()
}

#[test]
fn every_package_is_as_far_from_the_frontier_as_its_definition_says() {
    let (mut asked, mut on, mut nowhere) = (0, 0, 0);
    for seed in 0..400u64 {
        let most = if seed % 2 == 0 { 1 } else { 3 };
        let shape = Shape {
            principals: 1..4,
            issues: 1..4,
            audiences: 0..2,
            interactions: 0..most,
            infeasible: 0..most,
        };
        let space = random_space(seed, &shape);
        let refused =
            |package: &Package| space.signatories().iter().any(|i| space.actors()[*i].refuses(package));
        for package in space.packages().filter(|package| space.is_feasible(package)).step_by(3) {
            for red_lines in [RedLines::Ignored, RedLines::Kept] {
                let counts = |other: &Package| {
                    space.is_feasible(other) && (red_lines == RedLines::Ignored || !refused(other))
                };
                let least = |other: Package| gains(&space, &other, &package).into_iter().min();
                let literal = space.packages().filter(counts).filter_map(least).max();
                let betters = |other: &Package| {
                    let gains = gains(&space, other, &package);
                    gains.iter().all(|g| *g >= Units::ZERO) && gains.iter().any(|g| *g > Units::ZERO)
                };
                let found = space.bettered(&package, red_lines).unwrap();
                let all_gain = found.all_gain.and_then(|gain| {
                    assert!(gain.is_exact());
                    gain.into_value()
                });
                assert_eq!(all_gain, literal.filter(|gain| *gain >= Units::ZERO), "seed {seed}, {package:?}");
                let bettered = space.packages().filter(counts).any(|other| betters(&other));
                if all_gain.is_some() {
                    assert_eq!(found.on_frontier, Some(!bettered), "seed {seed}, {package:?}");
                }
                assert!(found.better.iter().all(|other| counts(other) && betters(other)), "seed {seed}");
                assert_eq!(found.better.is_some(), bettered, "seed {seed}, {package:?}");
                asked += 1;
                on += u32::from(!bettered);
                nowhere += u32::from(all_gain.is_none());
            }
        }
    }
    // All kinds occur.
    assert!(asked > 1_000 && on > 100 && nowhere > 20, "{asked} {on} {nowhere}");
}
