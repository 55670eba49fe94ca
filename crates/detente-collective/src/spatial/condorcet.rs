//! Which of several places carries the day: every pair is put to the vote, and a place is as likely as it wins.

use detente_model::Progress;
use rayon::prelude::*;

use super::Vote;
use super::utility::Places;
use crate::lanes::sides;

/// What stands behind each place of a pair before anybody votes, so that a place which nobody prefers can be named.
const NOBODY: f64 = 1e-8;

/// How likely each place is the one: proportional to its chance to win against every other in turn. `weight` is what each actor brings to bear.
pub fn chances(worths: &Places, weight: &[f64], vote: Vote, power: i32, progress: &Progress) -> Vec<f64> {
    let places = worths.len();
    // Logarithms, as a product of a thousand chances is below the smallest number.
    let against_later: Vec<Vec<(f64, f64)>> = (0..places)
        .into_par_iter()
        .map(|first| {
            let row = (first + 1..places).map(|second| {
                progress.work(weight.len() as u64);
                let (at_first, at_second) = (worths.of(first), worths.of(second));
                let (for_first, for_second) =
                    sides(weight.len(), |k| vote.of(weight[k], at_first[k] - at_second[k]));
                let (one, other) = ((NOBODY + for_first).powi(power), (NOBODY + for_second).powi(power));
                ((one / (one + other)).ln(), (other / (one + other)).ln())
            });
            row.collect()
        })
        .collect();
    let mut logarithms = vec![0.0; places];
    for (first, row) in against_later.iter().enumerate() {
        for (later, (wins, loses)) in row.iter().enumerate() {
            logarithms[first] += wins;
            logarithms[first + 1 + later] += loses;
        }
    }
    let largest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut chances: Vec<f64> = logarithms.iter().map(|logarithm| (logarithm - largest).exp()).collect();
    let whole: f64 = chances.iter().sum();
    for chance in &mut chances {
        *chance /= whole;
    }
    chances
}
