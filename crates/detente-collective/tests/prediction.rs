//! The prediction as a distribution: it is one, and quantiles invert it.

mod drawn;

use detente_collective::Prediction;
use drawn::{body, rows};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn chances_rise_to_one_and_quantiles_invert_them(rows in rows(8, 1), share in 1..100_u32) {
        let decided = Prediction::of(&body(&rows), 0);
        let places = (0..=1000).map(|n| f64::from(n) / 1000.0);
        let chances: Vec<f64> = places.map(|place| decided.at_most(place)).collect();
        prop_assert!(chances.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12));
        prop_assert_eq!((decided.at_most(-0.1), chances[1000]), (0.0, 1.0));
        let share = f64::from(share) / 100.0;
        let at = decided.quantile(share);
        prop_assert!(decided.at_most(at) >= share - 1e-9);
        prop_assert!(at == 0.0 || decided.at_most(at - 1e-6) <= share);
        let (low, high) = decided.range(0.9);
        let (from, to) = decided.range(0.5);
        prop_assert!(low <= from && from <= decided.middle() && decided.middle() <= to && to <= high);
    }

    #[test]
    fn the_mirror_image_is_predicted_mirrored(rows in rows(8, 1), at in 0..=20_u32) {
        let turned: Vec<_> = rows.iter().map(|(c, stands)| (*c, stands.iter().map(|(x, s)| (1.0 - x, *s)).collect())).collect();
        let (one, other) = (Prediction::of(&body(&rows), 0), Prediction::of(&body(&turned), 0));
        let at = f64::from(at) / 20.0;
        prop_assert!((one.above(at) + other.above(1.0 - at) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn no_point_scores_better_in_the_mean_than_the_distribution_itself(rows in rows(6, 1)) {
        // A proper score: decisions drawn from a prediction score best by it. Here against the prediction for a body in the mirror.
        let turned: Vec<_> = rows.iter().map(|(c, stands)| (*c, stands.iter().map(|(x, s)| (1.0 - x, *s)).collect())).collect();
        let (own, other) = (Prediction::of(&body(&rows), 0), Prediction::of(&body(&turned), 0));
        let drawn = || (0..100).map(|n| own.quantile((f64::from(n) + 0.5) / 100.0));
        let mean = |prediction: &Prediction| drawn().map(|place| prediction.score(place)).sum::<f64>() / 100.0;
        prop_assert!(mean(&own) <= mean(&other) + 1e-3);
    }
}
