//! From evaluations to indices.
//!
//! With A, B the output at the two points of each row and `C_i` at a with group i from b, `V` the variance over all of A and B:
//!
//! * first order: `mean(B · (C_i − A)) / V` (Saltelli et al. 2010, after Sobol);
//! * total: `mean((A − C_i)²) / 2V` (Jansen 1999).
//!
//! Outputs are centred on their mean over all points first, which takes a bias from the first. Both may come out slightly below 0 or
//! above 1. Intervals are the middle 95 % of the estimates from [`RESAMPLES`] bootstrap samples of the rows, drawn from the seed;
//! rows of a Sobol sequence fill the cube more evenly than independent ones, so the intervals are wider than they need be.

use rand::SeedableRng;
use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

/// How many bootstrap samples are drawn.
const RESAMPLES: usize = 500;

/// The indices of one input with the middle 95 % of their bootstrap samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Indices {
    /// First-order index.
    pub first: f64,
    /// Its interval.
    pub first_interval: [f64; 2],
    /// Total index.
    pub total: f64,
    /// Its interval.
    pub total_interval: [f64; 2],
}

/// What a function is worth at the points of a design, centred on its mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluations {
    a: Vec<f64>,
    b: Vec<f64>,
    /// By group and row.
    mixed: Vec<Vec<f64>>,
}

impl Evaluations {
    /// From rows of `groups + 2` values in the order of [`Design::row`](super::Design::row).
    pub fn from_rows(rows: &[Vec<f64>], groups: usize) -> Self {
        let count: f64 = rows.iter().map(|row| row.len() as f64).sum();
        let mean = rows.iter().flatten().sum::<f64>() / count.max(1.0);
        let column = |k: usize| rows.iter().map(|row| row[k] - mean).collect();
        Self { a: column(0), b: column(groups + 1), mixed: (1..=groups).map(column).collect() }
    }

    /// First-order and total index of each group, without intervals; empty if the function is constant.
    pub fn estimates(&self) -> Vec<(f64, f64)> {
        let rows: Vec<usize> = (0..self.a.len()).collect();
        self.over(&rows)
    }

    /// The indices of each group with their intervals; empty if the function is constant.
    pub fn indices(&self, seed: u64) -> Vec<Indices> {
        let estimates = self.estimates();
        if estimates.is_empty() {
            return Vec::new();
        }
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut firsts = vec![Vec::with_capacity(RESAMPLES); estimates.len()];
        let mut totals = firsts.clone();
        for _ in 0..RESAMPLES {
            let rows: Vec<usize> =
                (0..self.a.len()).map(|_| (random.next_u64() % self.a.len() as u64) as usize).collect();
            for (i, (first, total)) in self.over(&rows).into_iter().enumerate() {
                firsts[i].push(first);
                totals[i].push(total);
            }
        }
        let middle = |mut sample: Vec<f64>, estimate: f64| {
            sample.sort_by(f64::total_cmp);
            let at = |q: f64| sample.get((q * (sample.len() as f64 - 1.0)).round() as usize).copied();
            // A sample of too few rows may be constant every time; then nothing is known beyond the estimate.
            [at(0.025).unwrap_or(estimate), at(0.975).unwrap_or(estimate)]
        };
        estimates
            .into_iter()
            .zip(firsts.into_iter().zip(totals))
            .map(|((first, total), (firsts, totals))| Indices {
                first,
                first_interval: middle(firsts, first),
                total,
                total_interval: middle(totals, total),
            })
            .collect()
    }

    fn over(&self, rows: &[usize]) -> Vec<(f64, f64)> {
        let n = rows.len() as f64;
        let both = || rows.iter().flat_map(|&r| [self.a[r], self.b[r]]);
        let mean = both().sum::<f64>() / (2.0 * n);
        let variance = both().map(|y| (y - mean).powi(2)).sum::<f64>() / (2.0 * n);
        if variance.is_nan() || variance <= f64::EPSILON {
            return Vec::new();
        }
        self.mixed
            .iter()
            .map(|c| {
                let first = rows.iter().map(|&r| self.b[r] * (c[r] - self.a[r])).sum::<f64>() / n;
                let total = rows.iter().map(|&r| (self.a[r] - c[r]).powi(2)).sum::<f64>() / n;
                (first / variance, 0.5 * total / variance)
            })
            .collect()
    }
}
