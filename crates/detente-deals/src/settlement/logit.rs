//! The log-linear model: the chance of a package is proportional to e to the weighted sum of its measures.
//!
//! This is the conditional logit of `McFadden` (1974), with the alternatives those packages that all accept. Coefficients are those of the
//! largest likelihood under a normal prior, found by Newton steps; the likelihood is concave, so there is one largest. Their covariance is
//! the inverse of the negative second derivatives there.
//!
//! A small part of all settlements follows no measure at all ([`LAPSE`]): such a one is any package that can be put together.

use super::features::{COUNT, Features};

/// The part of settlements that follows no measure, so that nothing that can be signed is held to be impossible.
pub const LAPSE: f64 = 0.003;
/// Newton steps at the most. About eight are needed.
const STEPS: usize = 60;

/// One coefficient for each measure.
pub type Coefficients = [f64; COUNT];
/// A symmetric matrix over the measures.
pub type Matrix = [[f64; COUNT]; COUNT];

/// What a pair of people chose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The measures of each package that all accept.
    pub packages: Vec<Features>,
    /// Which of these they settled on; `None` if it is a package that somebody would rather not have signed.
    pub settled: Option<usize>,
    /// How many packages can be put together.
    pub feasible: u64,
}

/// What is known of coefficients before anything is counted: normal around a centre, equally wide for all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    /// The centre.
    pub centre: Coefficients,
    /// One by the variance.
    pub precision: f64,
}

impl Prior {
    /// Around no influence at all, and wide: a standard deviation of 10.
    pub fn of_nothing() -> Self {
        Self { centre: [0.0; COUNT], precision: 0.01 }
    }
}

/// Coefficients fitted.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The coefficients.
    pub coefficients: Coefficients,
    /// Their covariance.
    pub covariance: Matrix,
}

/// The chances of packages with these measures, [`LAPSE`] aside: they add up to 1, unless there is none.
pub fn chances(packages: &[Features], coefficients: &Coefficients) -> Vec<f64> {
    let scores: Vec<f64> = packages.iter().map(|features| score(features, coefficients)).collect();
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut chances: Vec<f64> = scores.iter().map(|score| (score - top).exp()).collect();
    let total: f64 = chances.iter().sum();
    for chance in &mut chances {
        *chance /= total;
    }
    chances
}

/// The weighted sum of measures.
pub fn score(features: &Features, coefficients: &Coefficients) -> f64 {
    features.iter().zip(coefficients).map(|(x, b)| x * b).sum()
}

impl Choice {
    /// The chance that they settle as they did.
    pub fn chance(&self, coefficients: &Coefficients) -> f64 {
        let anything = LAPSE / self.feasible.max(1) as f64;
        let by_measure = self.settled.map_or(0.0, |place| chances(&self.packages, coefficients)[place]);
        (1.0 - LAPSE) * by_measure + anything
    }
}

/// The logarithm of the likelihood of choices under coefficients, with its gradient and its negative second derivatives. Choices outside the packages
/// that all accept say nothing of them.
#[expect(
    clippy::needless_range_loop,
    reason = "both halves of a symmetric matrix are written by their places"
)]
pub fn likelihood(choices: &[&Choice], coefficients: &Coefficients) -> (f64, Coefficients, Matrix) {
    let (mut log, mut gradient, mut information) = (0.0, [0.0; COUNT], [[0.0; COUNT]; COUNT]);
    for choice in choices {
        let Some(settled) = choice.settled else { continue };
        let chances = chances(&choice.packages, coefficients);
        let mut mean = [0.0; COUNT];
        for (features, chance) in choice.packages.iter().zip(&chances) {
            for (a, x) in features.iter().enumerate() {
                mean[a] += chance * x;
            }
        }
        for (features, chance) in choice.packages.iter().zip(&chances) {
            let away: Vec<f64> = features.iter().zip(&mean).map(|(x, mean)| x - mean).collect();
            for a in 0..COUNT {
                for b in 0..=a {
                    information[a][b] += chance * away[a] * away[b];
                }
            }
        }
        log += chances[settled].max(f64::MIN_POSITIVE).ln();
        for a in 0..COUNT {
            gradient[a] += choice.packages[settled][a] - mean[a];
        }
    }
    for a in 0..COUNT {
        for b in 0..a {
            information[b][a] = information[a][b];
        }
    }
    (log, gradient, information)
}

/// The coefficients of the largest likelihood under a prior.
pub fn fit(choices: &[&Choice], prior: &Prior) -> Fit {
    let with_prior = |at: &Coefficients| {
        let (mut log, mut gradient, mut information) = likelihood(choices, at);
        for a in 0..COUNT {
            let away = at[a] - prior.centre[a];
            log -= prior.precision / 2.0 * away * away;
            gradient[a] -= prior.precision * away;
            information[a][a] += prior.precision;
        }
        (log, gradient, information)
    };
    let mut at = prior.centre;
    let mut here = with_prior(&at);
    for _ in 0..STEPS {
        let Some(lower) = cholesky(&here.2) else { break };
        let step = solve(&lower, &here.1);
        let mut length = 1.0;
        let better = loop {
            let mut tried = at;
            tried.iter_mut().zip(&step).for_each(|(b, s)| *b += length * s);
            let there = with_prior(&tried);
            if there.0 >= here.0 {
                break Some((tried, there));
            }
            length /= 2.0;
            if length < 1e-6 {
                break None;
            }
        };
        let Some((tried, there)) = better else { break };
        (at, here) = (tried, there);
        if step.iter().all(|s| (length * s).abs() < 1e-9) {
            break;
        }
    }
    let covariance = cholesky(&here.2).map_or([[0.0; COUNT]; COUNT], |lower| {
        let mut inverse = [[0.0; COUNT]; COUNT];
        for (a, row) in inverse.iter_mut().enumerate() {
            let mut unit = [0.0; COUNT];
            unit[a] = 1.0;
            *row = solve(&lower, &unit);
        }
        inverse
    });
    Fit { coefficients: at, covariance }
}

/// The lower triangle whose square a positive definite matrix is; `None` for any other.
pub fn cholesky(matrix: &Matrix) -> Option<Matrix> {
    let mut lower = [[0.0; COUNT]; COUNT];
    for a in 0..COUNT {
        for b in 0..=a {
            let rest = matrix[a][b] - (0..b).map(|c| lower[a][c] * lower[b][c]).sum::<f64>();
            lower[a][b] = if a == b {
                if rest <= 0.0 {
                    return None;
                }
                rest.sqrt()
            } else {
                rest / lower[b][b]
            };
        }
    }
    Some(lower)
}

/// What a matrix, given by its triangle, makes into `right`.
fn solve(lower: &Matrix, right: &Coefficients) -> Coefficients {
    let mut at = *right;
    for a in 0..COUNT {
        let before: f64 = (0..a).map(|b| lower[a][b] * at[b]).sum();
        at[a] = (at[a] - before) / lower[a][a];
    }
    for a in (0..COUNT).rev() {
        let after: f64 = (a + 1..COUNT).map(|b| lower[b][a] * at[b]).sum();
        at[a] = (at[a] - after) / lower[a][a];
    }
    at
}
