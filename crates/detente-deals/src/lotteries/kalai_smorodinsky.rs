//! Kalai & Smorodinsky (1975) on the convex hull of the zone's frontier, with leximin for what the equal share leaves open
//! (Imai 1983).
//!
//! **Method.** A small linear programme in whole numbers (see [`super::simplex`]); each round looks at every point of the frontier. A
//! look is taken in floating point with a bound on its error, and only what that leaves in doubt is computed in whole numbers.

use num_bigint::{BigInt, Sign};

use super::simplex::{Multipliers, Simplex, Source, ratio};
use super::{Gains, Lottery};
use crate::watch::{Meter, Watch};

/// The lottery with the largest equal share of what each could gain at most.
#[derive(Debug, Clone, PartialEq)]
pub struct KalaiSmorodinskyLottery {
    /// The packages and what they are worth.
    pub lottery: Lottery,
    /// The smallest share: an expected surplus as a part of the most that the principal could have inside the zone; 0
    /// where nobody can gain. Exact but for the last rounding.
    pub share: f64,
}

impl Gains<'_> {
    /// The lottery; `None` if the frontier is empty.
    pub(super) fn kalai_smorodinsky(&self) -> Option<KalaiSmorodinskyLottery> {
        if self.most.is_empty() {
            self.frontier.first()?;
            return Some(KalaiSmorodinskyLottery { lottery: self.lottery(vec![(0, 1.0)]), share: 0.0 });
        }
        let mut points = Listed::new(&self.surpluses, self.watch);
        let mut simplex = Simplex::new(self.most.clone(), self.surpluses.first()?.clone());
        if !simplex.solve(&mut points, true, self.watch) {
            return None;
        }
        // No two points of the frontier are alike, and those who cannot gain have the same in all.
        let place = |point: &Vec<i64>| self.surpluses.iter().position(|s| s == point);
        let weights: Option<Vec<(usize, f64)>> =
            simplex.probabilities().into_iter().map(|(j, p)| Some((place(&simplex.points[j])?, p))).collect();
        let (level, denominator) = simplex.level();
        Some(KalaiSmorodinskyLottery { lottery: self.lottery(weights?), share: ratio(&level, denominator) })
    }
}

/// Points in a list.
pub(super) struct Listed<'a> {
    points: &'a [Vec<i64>],
    meter: Meter,
}

impl<'a> Listed<'a> {
    pub fn new(points: &'a [Vec<i64>], watch: &Watch) -> Self {
        Self { points, meter: Meter::of(watch) }
    }
}

/// Multipliers as floating-point numbers between −1 and 1, with what rounding may do to a weighted sum.
struct Rounded {
    weights: Vec<f64>,
    level: f64,
    error: f64,
}

impl Rounded {
    fn of(exact: &Multipliers) -> Self {
        let size = exact.weights.iter().map(BigInt::magnitude).max().cloned().unwrap_or_default();
        let size = BigInt::from(size);
        let weights: Vec<f64> = exact.weights.iter().map(|w| ratio(w, &size)).collect();
        // Each product is rounded three times at most and each sum once, by one part in 2⁵³.
        Self { error: (weights.len() + 4) as f64 * f64::EPSILON, level: ratio(&exact.level, &size), weights }
    }

    /// The excess of a point, and how far that may be off.
    fn excess(&self, point: &[i64]) -> (f64, f64) {
        let parts = || self.weights.iter().zip(point).map(|(w, s)| w * *s as f64);
        let size = parts().map(f64::abs).sum::<f64>() + self.level.abs();
        (parts().sum::<f64>() - self.level, size * self.error)
    }
}

impl Source for Listed<'_> {
    fn betters(&mut self, levels: &[Multipliers]) -> Option<Vec<i64>> {
        let (last, earlier) = levels.split_last()?;
        let (rounded, others): (Rounded, Vec<Rounded>) =
            (Rounded::of(last), earlier.iter().map(Rounded::of).collect());
        let leaves_earlier = |point: &Vec<i64>| {
            earlier.iter().zip(&others).all(|(exact, rounded)| {
                let (excess, error) = rounded.excess(point);
                excess.abs() <= error && exact.excess(point).sign() == Sign::NoSign
            })
        };
        let mut best: Option<(f64, &Vec<i64>)> = None;
        let mut in_doubt: Vec<&Vec<i64>> = Vec::new();
        for point in self.points {
            self.meter.count(1);
            let (excess, error) = rounded.excess(point);
            if excess > error {
                if best.is_none_or(|(most, _)| excess > most) && leaves_earlier(point) {
                    best = Some((excess, point));
                }
            } else if excess >= -error {
                in_doubt.push(point);
            }
        }
        if let Some((_, point)) = best {
            return Some(point.clone());
        }
        in_doubt.into_iter().find(|p| last.excess(p).sign() == Sign::Plus && leaves_earlier(p)).cloned()
    }
}
