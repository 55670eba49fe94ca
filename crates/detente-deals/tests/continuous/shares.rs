//! Shares of worlds, where packages lie between stops.

use detente_deals::{Acceptability, DealSpace, Findings, Sampling, SettledPackage, refined};
use detente_model::{IssueId, Worlds};
use proptest::prelude::*;

use crate::literal::Literal;
use crate::random::{Dice, Shape, case};

const DRAWS: u64 = 40;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// A world has a zone exactly where brute force finds one, refined or not; and no package, at stops or between them, is accepted in more worlds
    /// than the bound says.
    #[test]
    fn zones_and_bounds_hold_for_all_numbers(seed in any::<u64>(), continuous in 1..3u64) {
        let mut dice = Dice::new(seed);
        let shape = Shape { principals: 2, discrete: dice.roll(3), continuous, doubt: true, tangled: dice.roll(2) == 0 };
        let plain = case(seed, shape);
        let worlds = Worlds::new(&plain, seed);
        let finer = refined(&worlds, &std::sync::Arc::default()).unwrap();
        let worlds = Worlds::new(&finer, seed);
        let found = Acceptability::over(&worlds, Sampling::Draws(DRAWS), 12, &std::sync::Arc::default()).unwrap();
        prop_assert_eq!(found.at_stops_only, 0);
        prop_assert!(!found.listed);
        let drawn: Vec<_> = (0..DRAWS).map(|draw| worlds.draw(draw)).collect();
        // At most the worlds with a zone, and no fewer than those in which it is more than one touch.
        let zones = |open: bool| drawn.iter().filter(|w| Literal::of(&finer, w).agrees_on_zone(open)).count() as u64;
        let open = found.zone.hits;
        prop_assert!(DRAWS - zones(false) <= open && open <= zones(true));
        let best = found.packages.iter().map(|package| package.all.hits).max().unwrap_or(0);
        prop_assert!(best <= found.bound.hits && found.bound.hits <= open);

        let spaces: Vec<DealSpace> = drawn.iter().map(|world| DealSpace::new(world).unwrap()).collect();
        let numbered: Vec<usize> = (0..finer.issues.len()).filter(|k| finer.issues[*k].continuous).collect();
        for _ in 0..300 {
            let mut options = spaces[0].packages().next().unwrap();
            for (k, size) in spaces[0].sizes().iter().enumerate() {
                options.0[k] = dice.roll(*size as u64) as u16;
            }
            let numbers = numbered.iter().map(|k| (IssueId(*k), dice.roll(12 * 60 + 1) as f64 / 60.0)).collect();
            let package = SettledPackage { options, numbers };
            let hits = spaces.iter().filter(|space| space.all_accept_package(&package)).count() as u64;
            prop_assert!(hits <= found.bound.hits, "{package:?} {hits} {:?}", found.bound);
        }
    }
}

/// What is found for a case that was not refined says which issues its packages do not do justice to.
#[test]
fn a_case_that_is_not_refined_says_so() {
    let mut told = 0;
    for seed in 0..40 {
        let shape = Shape { principals: 2, discrete: 1, continuous: 1, doubt: false, tangled: false };
        let plain = case(seed, shape);
        let of = |case| Findings::of(case, Sampling::Draws(20), 1, &std::sync::Arc::default()).unwrap();
        let finer = refined(&Worlds::new(&plain, 1), &std::sync::Arc::default()).unwrap();
        let (coarse, fine) = (of(&plain), of(&finer));
        assert!(fine.at_stops_only.is_empty());
        assert_eq!(coarse.acceptability.zone, fine.acceptability.zone);
        told += usize::from(coarse.at_stops_only == [IssueId(1)]);
        assert!(coarse.at_stops_only.is_empty() || coarse.central.at_stops_only);
    }
    assert!(told > 0);
}
