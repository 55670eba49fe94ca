//! Nash (1950) on the convex hull of the zone's frontier.
//!
//! **Definition.** The lottery with the largest product of expected surpluses `Π_i S_i`, over the principals who can gain.
//!
//! **Certificate.** The logarithm of the product is concave, so for every point s of the hull
//! `Σ_i log s_i ≤ Σ_i log S_i + n log (Σ_i s_i / S_i / n)`. The largest `Σ_i s_ij / S_i` over the points of the frontier therefore bounds
//! how much larger any product can be; at the optimum it is n. That bound is reported with the lottery.
//!
//! **Method.** Simplicial decomposition (von Hohenbalken 1977): the best lottery over a few points in general position, by Newton's
//! method with an exact search along each line; the point that would better it most is added, and one that is no longer needed
//! dropped. In terms of what the points are worth as parts of S, Newton's step is a least-squares problem, and is solved as
//! one by orthogonal vectors, so that no precision is lost to squaring.
//!
//! **Cost.** Each round looks at every point once; a few dozen rounds, [`ROUNDS`] at the most.

use super::{Gains, Lottery};
use crate::watch::Meter;

/// Rounds after which the lottery is given as it is, with its certificate.
const ROUNDS: usize = 1_000;
/// Steps of Newton's method within a round.
const STEPS: usize = 200;
/// Halvings of an interval of floating-point numbers until nothing is left between its ends.
const HALVINGS: usize = 110;
/// A vector of length 1 is taken to lie in the span of others when no more than this is left of it.
const IN_SPAN: f64 = 1e-11;

/// The lottery with the largest product of expected surpluses.
#[derive(Debug, Clone, PartialEq)]
pub struct NashLottery {
    /// The packages and what they are worth.
    pub lottery: Lottery,
    /// The product of expected surpluses, each on the principal's own scale, over the principals who can gain; 0 if none can.
    pub product: f64,
    /// No lottery over the frontier given has a larger product than this times `product`: 1 up to rounding.
    pub at_most_times: f64,
}

/// Points with their weights on the way to the optimum.
struct Mixture<'a> {
    /// All points, as parts of the most that each principal can have.
    points: &'a [Vec<f64>],
    meter: Meter,
    /// The points in use.
    used: Vec<usize>,
    weights: Vec<f64>,
}

impl Gains<'_> {
    /// The lottery; `None` if the frontier is empty.
    pub(super) fn nash(&self) -> Option<NashLottery> {
        self.frontier.first()?;
        if self.most.is_empty() {
            let lottery = self.lottery(vec![(0, 1.0)]);
            return Some(NashLottery { lottery, product: 0.0, at_most_times: 1.0 });
        }
        let part =
            |s: &Vec<i64>| s.iter().zip(&self.most).map(|(s, most)| *s as f64 / *most as f64).collect();
        let meter = Meter::of(self.watch);
        let points: Vec<Vec<f64>> = meter.map(&self.surpluses, part);
        // What is best for each, in equal parts: everybody gains.
        let best = |i: usize| self.surpluses.iter().position(|s| s[i] == self.most[i]);
        let mut used: Vec<usize> = (0..self.most.len()).filter_map(best).collect();
        used.sort_unstable();
        used.dedup();
        let weights = vec![1.0 / used.len() as f64; used.len()];
        let mut mixture = Mixture { points: &points, meter, used, weights };
        let steepest = mixture.optimise();
        let n = self.most.len() as f64;
        let total: f64 = mixture.weights.iter().sum();
        let weights = mixture.used.iter().zip(&mixture.weights).map(|(j, p)| (*j, p / total)).collect();
        let scales: f64 = self.most.iter().map(|most| *most as f64 / self.one as f64).product();
        Some(NashLottery {
            lottery: self.lottery(weights),
            product: mixture.means().iter().product::<f64>() * scales,
            at_most_times: (steepest / n).max(1.0).powi(self.most.len() as i32),
        })
    }
}

impl Mixture<'_> {
    /// What the mixture is worth to each.
    fn means(&self) -> Vec<f64> {
        let rows = self.points.first().map_or(0, Vec::len);
        let mean = |i: usize| self.used.iter().zip(&self.weights).map(|(j, p)| p * self.points[*j][i]).sum();
        (0..rows).map(mean).collect()
    }

    /// Finds the optimum; returns the largest slope `Σ_i s_ij / S_i` that is left.
    fn optimise(&mut self) -> f64 {
        let n = self.points.first().map_or(0, Vec::len) as f64;
        let mut least = (f64::INFINITY, self.used.clone(), self.weights.clone());
        for _ in 0..ROUNDS {
            self.settle();
            let means = self.means();
            let slope = |point: &Vec<f64>| point.iter().zip(&means).map(|(s, mean)| s / mean).sum::<f64>();
            let mut steepest = (f64::NEG_INFINITY, 0);
            for (j, point) in self.points.iter().enumerate() {
                self.meter.count(1);
                let slope = slope(point);
                if slope > steepest.0 {
                    steepest = (slope, j);
                }
            }
            if steepest.0 < least.0 {
                least = (steepest.0, self.used.clone(), self.weights.clone());
            }
            if steepest.0 <= n * (1.0 + 4.0 * f64::EPSILON) || self.used.contains(&steepest.1) {
                break;
            }
            self.used.push(steepest.1);
            self.weights.push(0.0);
        }
        // Rounding may make the last round the worse one.
        (self.used, self.weights) = (least.1, least.2);
        least.0
    }

    /// The best weights for the points in use; those that are not needed are dropped.
    fn settle(&mut self) {
        for _ in 0..STEPS {
            self.meter.count(1_000);
            let means = self.means();
            let parts: Vec<Vec<f64>> = self
                .used
                .iter()
                .map(|j| self.points[*j].iter().zip(&means).map(|(s, mean)| s / mean).collect())
                .collect();
            let (direction, sideways) = step(&parts);
            let along: Vec<f64> = (0..means.len())
                .map(|i| direction.iter().zip(&parts).map(|(d, part)| d * part[i]).sum())
                .collect();
            let rises = along.iter().map(|u| u * u).sum::<f64>();
            if !sideways && rises <= f64::EPSILON * f64::EPSILON {
                return;
            }
            let limit = self.limit(&direction);
            let length = if sideways { limit } else { best_length(&along, limit) };
            for (p, d) in self.weights.iter_mut().zip(&direction) {
                *p = (*p + length * d).max(0.0);
            }
            if length >= limit {
                self.drop_least(&direction);
            }
        }
    }

    /// How far a direction can be followed until a weight reaches 0.
    fn limit(&self, direction: &[f64]) -> f64 {
        let ends = self.weights.iter().zip(direction).filter(|(_, d)| **d < 0.0).map(|(p, d)| p / -d);
        ends.fold(f64::INFINITY, f64::min)
    }

    /// Drops the point whose weight reached 0 along a direction.
    fn drop_least(&mut self, direction: &[f64]) {
        let falling = (0..self.used.len()).filter(|k| direction[*k] < 0.0);
        if let Some(k) = falling.min_by(|a, b| self.weights[*a].total_cmp(&self.weights[*b])) {
            self.used.remove(k);
            self.weights.remove(k);
        }
    }
}

/// Newton's step: weights that sum to 0 and bring the weighted sum of `parts` as near to (1, …, 1) as can be. Where the parts are
/// not in general position, a direction along which nothing changes, and `true`.
fn step(parts: &[Vec<f64>]) -> (Vec<f64>, bool) {
    let rows = parts.first().map_or(0, Vec::len);
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    // Differences to the first part, made orthogonal one after the other (Gram–Schmidt, twice over); `combined` says how
    // each orthogonal vector is made of the differences.
    let mut orthogonal: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
    for k in 1..parts.len() {
        let mut vector: Vec<f64> = (0..rows).map(|i| parts[k][i] - parts[0][i]).collect();
        let mut combined = vec![0.0; parts.len()];
        combined[k] = 1.0;
        combined[0] = -1.0;
        let size = dot(&vector, &vector).sqrt();
        for (q, c) in orthogonal.iter().chain(&orthogonal) {
            let share = dot(&vector, q);
            vector.iter_mut().zip(q).for_each(|(x, y)| *x -= share * y);
            combined.iter_mut().zip(c).for_each(|(x, y)| *x -= share * y);
        }
        let left = dot(&vector, &vector).sqrt();
        if left <= IN_SPAN * size {
            return (combined, true);
        }
        for x in vector.iter_mut().chain(&mut combined) {
            *x /= left;
        }
        orthogonal.push((vector, combined));
    }
    let mut direction = vec![0.0; parts.len()];
    for (q, c) in &orthogonal {
        let share = q.iter().sum::<f64>();
        direction.iter_mut().zip(c).for_each(|(x, y)| *x += share * y);
    }
    (direction, false)
}

/// The length up to `limit` at which `Σ_i log (1 + t u_i)` is largest, for u along which it rises.
fn best_length(along: &[f64], limit: f64) -> f64 {
    let rises = |t: f64| along.iter().map(|u| u / (1.0 + t * u)).sum::<f64>() >= 0.0;
    // Beyond, somebody is left with nothing.
    let end = along.iter().filter(|u| **u < 0.0).map(|u| -1.0 / u).fold(limit, f64::min);
    if !end.is_finite() {
        return 0.0;
    }
    if end == limit && along.iter().all(|u| 1.0 + limit * u > 0.0) && rises(limit) {
        return limit;
    }
    let (mut low, mut high) = (0.0, end);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if rises(middle) { low = middle } else { high = middle }
    }
    low
}
