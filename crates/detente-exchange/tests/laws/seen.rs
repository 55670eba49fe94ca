//! Bounds from observed steps contain every set of figures that fits, and are reached.

use detente_exchange::{Figure, Inverse, Observation, Side, SideTerms, Terms, infer, slack_at};
use proptest::prelude::*;

fn terms(v: f64, d: f64, war: f64, g: f64) -> Terms {
    let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 30.0)
        .lot("people", Side::Two, 40, v, 0.1)
        .lot("prisoners", Side::One, 300, 0.05, d);
    terms.sides[0].war_gain_per_day = war;
    terms.sides[0].guarantee = g;
    terms
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_truth_is_never_excluded(
        v in 0.5..1.5f64, d in 0.0..0.1f64, war in 0.0..2.0f64, g in 0.0..20.0f64,
        seen in prop::collection::vec((0u32..=30, 0u32..=40, 0u32..=300), 1..8),
    ) {
        let truth = terms(v, d, war, g);
        let seen: Vec<Observation> = seen
            .into_iter()
            .map(|(day, people, prisoners)| {
                let (day, remaining) = (f64::from(day), vec![people, prisoners]);
                let kept = slack_at(&truth, Side::One, day, &remaining) >= 0.0;
                Observation { side: Side::One, day, pledge_days: 30.0, remaining, kept }
            })
            .collect();
        let ranges = [
            (Figure::ToReceiver(0), 0.5, 1.5),
            (Figure::ToGiver(1), 0.0, 0.1),
            (Figure::WarGain(Side::One), 0.0, 2.0),
            (Figure::Guarantee(Side::One), 0.0, 20.0),
        ];
        let Inverse::Bounds(bounds) = infer(&truth, &ranges, &seen).unwrap() else {
            return Err(TestCaseError::fail("the truth contradicts itself"));
        };
        for (bound, truth) in bounds.iter().zip([v, d, war, g]) {
            prop_assert!(bound.after.0 - 1e-9 <= truth && truth <= bound.after.1 + 1e-9, "{bound:?} {truth}");
            prop_assert!(bound.after.0 >= bound.before.0 && bound.after.1 <= bound.before.1);
        }
    }
}

#[test]
fn a_contradiction_is_narrowed_down() {
    let of = |day: f64, people: u32, kept: bool| Observation {
        side: Side::One,
        day,
        pledge_days: 30.0,
        remaining: vec![people, 0],
        kept,
    };
    // More to come and fewer days left, and yet it stopped: not with any worths. The second step is beside the point.
    let seen = [of(0.0, 10, true), of(29.0, 5, true), of(10.0, 20, false)];
    let ranges = [(Figure::ToReceiver(0), 0.5, 1.5), (Figure::WarGain(Side::One), 0.1, 2.0)];
    let found = infer(&terms(1.0, 0.0, 0.5, 0.0), &ranges, &seen).unwrap();
    assert_eq!(found, Inverse::Contradiction(vec![0, 2]));
}
