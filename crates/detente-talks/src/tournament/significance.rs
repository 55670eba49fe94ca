//! Who is better than whom by more than luck of the scenarios.
//!
//! Two contenders are compared on every pair of scenario and party: by how much the one did better there than the other, on average over opponents, seats and
//! repetitions. If there were nothing between them, each of these differences might as well have the other sign. So the p-value is the share of all ways
//! to choose signs that give a sum as large as the one found, either way (Fisher 1935): exact up to [`limits::SIGNS_LOOKED_AT`] pairs, by [`limits::SIGNS_DRAWN`] draws beyond. Of many
//! comparisons some look large by luck; Holm's (1979) procedure corrects for that.

use rand::RngExt;

use crate::{chance_of, limits};

/// Two contenders compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The one that did better, by place; of equals the first.
    pub better: usize,
    /// The other.
    pub worse: usize,
    /// By how much, in mean advantage.
    pub difference: f64,
    /// The share of ways to choose signs that give as much.
    pub p: f64,
    /// The same, corrected for the number of comparisons.
    pub p_holm: f64,
}

/// All comparisons.
#[derive(Debug, Clone, PartialEq)]
pub struct Significance {
    /// Every pair of contenders, the smallest p first.
    pub comparisons: Vec<Comparison>,
    /// On how many pairs of scenario and party.
    pub units: usize,
    /// Whether every way to choose signs was looked at.
    pub exact: bool,
}

impl Significance {
    /// Compares contenders; each has one value for each pair of scenario and party. `seed` draws signs where they are drawn.
    pub(super) fn of(values: &[Vec<f64>], seed: u64) -> Self {
        let units = values.first().map_or(0, Vec::len);
        let exact = units <= limits::SIGNS_LOOKED_AT;
        let flips = if exact { Vec::new() } else { drawn(units, seed) };
        let mut comparisons = Vec::new();
        for a in 0..values.len() {
            for b in a + 1..values.len() {
                let differences: Vec<f64> = values[a].iter().zip(&values[b]).map(|(x, y)| x - y).collect();
                let sum: f64 = differences.iter().sum();
                let p = if exact { looked_at(&differences) } else { sampled(&differences, &flips) };
                let (better, worse) = if sum < 0.0 { (b, a) } else { (a, b) };
                let difference = sum.abs() / units.max(1) as f64;
                comparisons.push(Comparison { better, worse, difference, p, p_holm: p });
            }
        }
        comparisons.sort_by(|one, other| one.p.total_cmp(&other.p));
        let all = comparisons.len();
        let mut least: f64 = 0.0;
        for (rank, comparison) in comparisons.iter_mut().enumerate() {
            least = least.max((comparison.p * (all - rank) as f64).min(1.0));
            comparison.p_holm = least;
        }
        Self { comparisons, units, exact }
    }
}

/// Sums that differ by less than this share of all they are made of are the same.
const ROUNDING: f64 = 1e-12;

/// What a sum must reach to count as large as the one found.
fn reach(differences: &[f64]) -> f64 {
    let all: f64 = differences.iter().map(|difference| difference.abs()).sum();
    differences.iter().sum::<f64>().abs() - ROUNDING * all
}

/// The share of all ways to choose signs whose sum is as large.
fn looked_at(differences: &[f64]) -> f64 {
    fn count(left: &[f64], sum: f64, reach: f64) -> u32 {
        match left.split_first() {
            None => u32::from(sum.abs() >= reach),
            Some((first, rest)) => count(rest, sum + first, reach) + count(rest, sum - first, reach),
        }
    }
    f64::from(count(differences, 0.0, reach(differences))) / f64::powi(2.0, differences.len() as i32)
}

/// Signs by chance, a bit each, the same for every comparison.
fn drawn(units: usize, seed: u64) -> Vec<Vec<u64>> {
    let mut chance = chance_of(seed, usize::MAX);
    (0..limits::SIGNS_DRAWN).map(|_| (0..units.div_ceil(64)).map(|_| chance.random()).collect()).collect()
}

/// The share of the signs drawn whose sum is as large, those found counted as drawn once.
fn sampled(differences: &[f64], flips: &[Vec<u64>]) -> f64 {
    let reach = reach(differences);
    let large = |flips: &&Vec<u64>| {
        let signed = differences.iter().enumerate().map(|(unit, difference)| {
            if flips[unit / 64] >> (unit % 64) & 1 == 1 { -difference } else { *difference }
        });
        signed.sum::<f64>().abs() >= reach
    };
    (flips.iter().filter(large).count() + 1) as f64 / (flips.len() + 1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_signs_are_counted() {
        // All of one sign: this and its opposite, of eight.
        assert_eq!(looked_at(&[1.0, 2.0, 4.0]), 0.25);
        // 1 − 2 + 4 = 3: of the eight sums ±1 ±2 ±4 these are as large: 7, 5, 3 and their opposites.
        assert_eq!(looked_at(&[1.0, -2.0, 4.0]), 0.75);
        assert_eq!(looked_at(&[0.0, 0.0]), 1.0);
    }

    #[test]
    fn holm_multiplies_by_what_is_left_and_never_falls() {
        let values =
            [vec![0.0; 8], (0..8).map(f64::from).collect(), (0..8).map(|k| f64::from(k % 2)).collect()];
        let found = Significance::of(&values, 1);
        assert!(found.exact && found.units == 8);
        let first = &found.comparisons[0];
        assert_eq!((first.better, first.worse, first.p), (1, 0, 2.0 / 128.0));
        assert_eq!(first.p_holm, 3.0 * first.p);
        assert!(found.comparisons.windows(2).all(|two| two[0].p_holm <= two[1].p_holm));
    }

    /// Of many pairs the drawn share is that of the normal distribution, to what 20,000 draws leave.
    #[test]
    fn many_signs_are_drawn() {
        let ones =
            |more: usize| -> Vec<f64> { (0..100).map(|k| if k < 50 + more { 1.0 } else { -1.0 }).collect() };
        let found = Significance::of(&[ones(10), vec![0.0; 100]], 1);
        // A sum of 20 or more of a hundred signs, either way: .0569 by the binomial distribution.
        assert!(!found.exact && (found.comparisons[0].p - 0.0569).abs() < 0.006, "{found:?}");
        assert_eq!(found, Significance::of(&[ones(10), vec![0.0; 100]], 1));
    }
}
