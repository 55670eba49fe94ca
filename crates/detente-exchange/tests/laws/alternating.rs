//! People for prisoners without a war: the closed form against the planner and against search.

use detente_exchange::{DeliveryDays, Side, SideTerms, Terms, Worths, guarantee_needed};
use proptest::prelude::*;

fn terms(worths: Worths, people: u32, prisoners: u32) -> Terms {
    // A pledge that binds nobody, with more rounds than there are people.
    let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 0.0)
        .lot("people", Side::Two, people, worths.person_to_receiver, worths.person_to_holder)
        .lot("prisoners", Side::One, prisoners, worths.prisoner_to_receiver, worths.prisoner_to_releaser);
    terms.delivery = DeliveryDays::Daily;
    terms.rounds_per_day = people + prisoners + 2;
    terms.first = Some(Side::One);
    terms
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn least_guarantee_with_the_holder_first(
        v in 1u8..30, l in 0u8..20, u in 1u8..20, d in 0u8..20, people in 1u32..7, prisoners in 1u32..12,
    ) {
        let worths = Worths {
            person_to_receiver: f64::from(v) / 10.0,
            person_to_holder: f64::from(l) / 10.0,
            prisoner_to_receiver: f64::from(u) / 10.0,
            prisoner_to_releaser: f64::from(d) / 10.0,
        };
        let closed = worths.least_guarantee_holder_first(people, prisoners);
        // The planner lets a side pass: so the first person is handed over by hand, and the other side's turn comes.
        let begins = u64::from(u) * u64::from(prisoners) >= u64::from(l) * u64::from(people);
        let planned = guarantee_needed(&terms(worths, people - 1, prisoners)).unwrap().alone[0];
        prop_assert_eq!(closed, planned.filter(|_| begins));
    }

    /// Every state of the alternation leaves both willing, and batches shrink by about ρ.
    #[test]
    fn alternation_keeps_both_willing(
        v in 5u8..30, l in 1u8..10, u in 1u8..10, d in 1u8..10, people in 1u32..60, prisoners in 1u32..200, g in 0u8..40,
    ) {
        let worths = Worths {
            person_to_receiver: f64::from(v),
            person_to_holder: f64::from(l),
            prisoner_to_receiver: f64::from(u),
            prisoner_to_releaser: f64::from(d),
        };
        for (h, p) in worths.alternate(people, prisoners, [f64::from(g), 0.0]) {
            let (h, p) = (f64::from(h), f64::from(p));
            prop_assert!(f64::from(v) * h - f64::from(d) * p >= -f64::from(g));
            prop_assert!(f64::from(u) * p - f64::from(l) * h >= 0.0);
        }
    }
}
