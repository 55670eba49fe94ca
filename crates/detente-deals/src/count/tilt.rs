//! Where the acceptable sums are, when they are rare: exponential tilting.
//!
//! **Definition.** For weights θ ≥ 0 every acceptable sum s, being nowhere negative, has exp(θ·s) ≥ 1. So the acceptable sums are at most
//! `M(θ) = Σ exp(θ·s)` over all sums, which is a product over the parts (Chernoff 1952). The θ with the least M also says how to draw: a part's
//! vector with a chance proportional to exp(θ·vector) makes acceptable sums common, and no draw can weigh more than M.
//!
//! **Method.** ln M is convex in θ; Newton steps in one coordinate after the other, halved until they help. Any θ is valid, the best only
//! gives the narrowest interval.

/// Rounds over the coordinates.
const ROUNDS: usize = 40;

/// A list of vectors, each coordinate on a scale of its own, with the logarithm of the number of ways to each.
pub(super) type Vectors = Vec<(Vec<f64>, f64)>;

/// A vector, each coordinate divided by what is the unit of its scale, as far as there are units.
pub(super) fn scaled(at: &[i64], units: &[f64]) -> Vec<f64> {
    at.iter().zip(units).map(|(x, unit)| *x as f64 / unit).collect()
}

pub(super) fn dot(weights: &[f64], at: &[f64]) -> f64 {
    weights.iter().zip(at).map(|(w, x)| w * x).sum()
}

/// ln Σ ways · exp(θ·vector).
pub(super) fn log_total(part: &Vectors, weights: &[f64]) -> f64 {
    let terms = || part.iter().map(|(at, log_ways)| dot(weights, at) + log_ways);
    let most = terms().fold(f64::NEG_INFINITY, f64::max);
    most + terms().map(|x| (x - most).exp()).sum::<f64>().ln()
}

/// Weights at which `start·θ + Σ ln Σ exp(θ·vector)` is least or near to it.
pub(super) fn tilt(parts: &[Vectors], start: &[f64]) -> Vec<f64> {
    let value =
        |weights: &[f64]| dot(weights, start) + parts.iter().map(|p| log_total(p, weights)).sum::<f64>();
    let mut weights = vec![0.0; start.len()];
    let mut here = value(&weights);
    for _ in 0..ROUNDS {
        let before = here;
        for d in 0..start.len() {
            let (slope, curve) = derivatives(parts, start, &weights, d);
            if slope.abs() < 1e-9 || (slope > 0.0 && weights[d] == 0.0) {
                continue;
            }
            let mut step = -slope / curve.max(1e-9);
            for _ in 0..30 {
                let mut tried = weights.clone();
                tried[d] = (tried[d] + step).clamp(0.0, 1e6);
                let there = value(&tried);
                if there < here {
                    (weights, here) = (tried, there);
                    break;
                }
                step /= 2.0;
            }
        }
        if before - here < 1e-6 {
            break;
        }
    }
    weights
}

/// First and second derivative in one coordinate: mean and variance under the tilted chances.
fn derivatives(parts: &[Vectors], start: &[f64], weights: &[f64], d: usize) -> (f64, f64) {
    parts.iter().fold((start[d], 0.0), |(slope, curve), part| {
        let log = log_total(part, weights);
        let (mut mean, mut square) = (0.0, 0.0);
        for (at, log_ways) in part {
            let chance = (dot(weights, at) + log_ways - log).exp();
            mean += chance * at[d];
            square += chance * at[d] * at[d];
        }
        (slope + mean, curve + (square - mean * mean).max(0.0))
    })
}
