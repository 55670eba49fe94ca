//! Which of several places carries the day: every pair is put to the vote, and a place is as likely as it wins.

use detente_model::Progress;
use rayon::prelude::*;

use super::Vote;
use super::utility::Places;
use crate::lanes::sides;

/// What stands behind each place of a pair before anybody votes, so that a place which nobody prefers can be named.
const NOBODY: f64 = 1e-8;

/// A product of chances this small is kept as its logarithm: no single chance squared is below the smallest number by then.
const SMALL: f64 = 1e-100;
/// So few places are put to the vote by one thread.
const ALONE: usize = 32;

/// How likely each place is the one: proportional to its chance to win against every other in turn. `weight` is what each actor brings to bear.
pub fn chances(worths: &Places, weight: &[f64], vote: Vote, power: i32, progress: &Progress) -> Vec<f64> {
    let places = worths.len();
    let against_later: Vec<Vec<(f64, f64)>> = (0..places)
        .into_par_iter()
        .with_min_len(ALONE)
        .map(|first| {
            progress.work(((places - first - 1) * weight.len()) as u64);
            let row = (first + 1..places).map(|second| {
                let (at_first, at_second) = (worths.of(first), worths.of(second));
                let (for_first, for_second) =
                    sides(weight.len(), |k| vote.of(weight[k], at_first[k] - at_second[k]));
                let (one, other) = ((NOBODY + for_first).powi(power), (NOBODY + for_second).powi(power));
                (one / (one + other), other / (one + other))
            });
            row.collect()
        })
        .collect();
    // As logarithms in the end, since a product of a thousand chances is below the smallest number.
    let (mut logarithms, mut products) = (vec![0.0; places], vec![1.0_f64; places]);
    let mut times = |place: usize, chance: f64| {
        products[place] *= chance;
        if products[place] < SMALL {
            logarithms[place] += products[place].ln();
            products[place] = 1.0;
        }
    };
    for (first, row) in against_later.iter().enumerate() {
        for (later, (wins, loses)) in row.iter().enumerate() {
            times(first, *wins);
            times(first + 1 + later, *loses);
        }
    }
    for (logarithm, product) in logarithms.iter_mut().zip(products) {
        *logarithm += product.ln();
    }
    let largest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut chances: Vec<f64> = logarithms.iter().map(|logarithm| (logarithm - largest).exp()).collect();
    let whole: f64 = chances.iter().sum();
    for chance in &mut chances {
        *chance /= whole;
    }
    chances
}
