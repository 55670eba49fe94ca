//! Existence and fastest completion equal exhaustive search.

use detente_exchange::{Planned, Proof, plan};
use proptest::prelude::*;

use crate::oracle::small;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    /// The planner finds a schedule exactly when there is one, and none is done sooner.
    #[test]
    fn the_plan_is_the_fastest_there_is(small in small()) {
        let terms = small.terms();
        let soonest = small.soonest(None);
        match plan(&terms).unwrap() {
            Planned::Found(plan) => {
                prop_assert!(plan.verification.self_enforcing, "{plan:?}");
                prop_assert_eq!(plan.proof, Proof::Fastest);
                prop_assert_eq!(Some(plan.completes_on_day), soonest.map(|day| day as f64));
            }
            Planned::None(obstacle) => {
                prop_assert!(obstacle.proved);
                prop_assert_eq!(soonest, None, "{:?}", obstacle);
            }
        }
    }
}
