//! Which of several places carries the day: every pair is put to the vote, and a place is as likely as it wins.

use detente_model::Progress;
use rayon::prelude::*;

use super::Vote;
use super::utility::Places;
use crate::lanes::sides;
use crate::line::{Line, Spot};

/// What stands behind each place of a pair before anybody votes, so that a place which nobody prefers can be named.
const NOBODY: f64 = 1e-8;

/// A product of chances this small is kept as its logarithm: no single chance squared is below the smallest number by then.
const SMALL: f64 = 1e-100;
/// So few places are put to the vote by one thread.
const ALONE: usize = 32;

/// How likely each place is the one: proportional to its chance to win against every other in turn. `weight` is what each actor brings to bear.
pub fn chances(worths: &Places, weight: &[f64], vote: Vote, power: i32, progress: &Progress) -> Vec<f64> {
    by_votes(worths.len(), weight.len() as u64, power, progress, |first, second| {
        let columns = [weight, worths.of(first), worths.of(second)];
        // Said apart, so that the loop over actors does not ask how votes are cast.
        if vote == Vote::Proportional {
            return sides(columns, |[weight, first, second]| weight * (first - second));
        }
        sides(columns, |[weight, first, second]| vote.of(weight, first - second))
    })
}

/// The same for places on a line, where those who would vote have been summed.
pub fn chances_on(line: &Line, places: &[f64], power: i32, progress: &Progress) -> Vec<f64> {
    let spots: Vec<Spot> = places.iter().map(|place| line.spot(*place)).collect();
    by_votes(spots.len(), 1, power, progress, |first, second| {
        let (first, second) = (&spots[first], &spots[second]);
        if first.at <= second.at {
            return line.sides(first, second, 0.0);
        }
        let (for_second, for_first) = line.sides(second, first, 0.0);
        (for_first, for_second)
    })
}

/// How likely either of two is to win by what stands behind it.
fn shares(one: f64, other: f64, power: i32) -> (f64, f64) {
    let (one, other) = if power == 1 {
        (one, other)
    } else {
        // Before they are raised, as powers of large numbers are beyond the largest.
        let most = one.max(other);
        ((one / most).powi(power), (other / most).powi(power))
    };
    (one / (one + other), other / (one + other))
}

/// From what the first and the second of two places get in a vote; `each` is how much work a vote is.
fn by_votes(
    places: usize,
    each: u64,
    power: i32,
    progress: &Progress,
    votes: impl Fn(usize, usize) -> (f64, f64) + Sync,
) -> Vec<f64> {
    let against_later = |first: usize| -> Vec<(f64, f64)> {
        progress.work((places - first - 1) as u64 * each);
        let row = (first + 1..places).map(|second| {
            let (for_first, for_second) = votes(first, second);
            shares(NOBODY + for_first, NOBODY + for_second, power)
        });
        row.collect()
    };
    let against_later: Vec<Vec<(f64, f64)>> = if places < 2 * ALONE {
        (0..places).map(against_later).collect()
    } else {
        (0..places).into_par_iter().with_min_len(ALONE).map(against_later).collect()
    };
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
