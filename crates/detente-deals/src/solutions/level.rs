//! Which packages reach a level of a measure.
//!
//! **Definition.** All that reaches a level lies in a *region*: floors for the principals' surpluses and half-spaces, each with weights that are
//! not negative, so that whatever is better than something in the region is in it too. For the smallest surplus and the smallest share the
//! region is a floor for each principal; for a sum it is a half-space. All whose product of n surpluses reaches P lie, for any weights w > 0,
//! in the half-space `Σ w_i s_i ≥ n (P Π w_i)^(1/n)`, because no geometric mean exceeds its arithmetic mean; and each surplus is at least what is left
//! of P when all others have their most. Then the region holds some more than what reaches the level.

use crate::continuous::Measure;
use crate::fixed::{UNITS_PER_ONE, from_units};
use crate::pareto::Direction;

/// The largest weight in a half-space. Sums with it stay far within 64 bits.
const HEAVIEST: f64 = 16_384.0;
/// More than arithmetic takes from a level, as a share of it.
const ROUNDING: f64 = 1e-11;

/// Floors for the surpluses of the principals, and half-spaces of them, in units.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    /// One a principal, not negative.
    pub floors: Vec<i64>,
    /// Weighted sums that must be reached.
    pub halves: Vec<Direction>,
}

impl Measure {
    /// What reaches a level, given the most that each principal can gain, in units. Where the measure is a product, half-spaces touch its
    /// surface in the direction of the points `near`, in which nobody has nothing.
    pub(super) fn region(&self, level: f64, most: &[i64], near: &[Vec<f64>]) -> Region {
        let none = vec![0; most.len()];
        match self {
            Self::Least => Region { floors: vec![units(level); most.len()], halves: Vec::new() },
            Self::Share(shared) => {
                let floor = |most: &i64| units(level * from_units((*most).max(0)));
                Region { floors: shared.iter().map(floor).collect(), halves: Vec::new() }
            }
            Self::Sum(weights) => {
                let half = Direction {
                    weights: weights.iter().map(|w| (w * HEAVIEST).round() as i64).collect(),
                    floor: i128::from(units(level)) * HEAVIEST as i128,
                };
                Region { floors: none, halves: vec![half] }
            }
            Self::Product(count) => {
                let logarithm = |x: f64| x.max(f64::MIN_POSITIVE).ln();
                let all: f64 = most.iter().map(|m| logarithm(from_units(*m))).sum();
                let floor = |m: &i64| units((level - all + logarithm(from_units(*m))).exp());
                let half = |near: &Vec<f64>| {
                    let least = near.iter().copied().fold(f64::INFINITY, f64::min);
                    let weights: Vec<f64> =
                        near.iter().map(|s| (HEAVIEST * least / s).round().max(1.0)).collect();
                    let logarithms: f64 = weights.iter().map(|w| w.ln()).sum();
                    let count = *count as f64;
                    let floor = units(count * ((level + logarithms) / count).exp());
                    Direction { weights: weights.iter().map(|w| *w as i64).collect(), floor: floor.into() }
                };
                Region { floors: most.iter().map(floor).collect(), halves: near.iter().map(half).collect() }
            }
        }
    }
}

/// A number as units, a little less rather than more.
fn units(x: f64) -> i64 {
    let units = x * UNITS_PER_ONE as f64;
    ((units - units.abs() * ROUNDING).floor() - 1.0).max(0.0) as i64
}
