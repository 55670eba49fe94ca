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

use detente_model::Progress;
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
    /// On how many rows of the design they rest.
    pub rows: u64,
}

/// What a function is worth at the points of a design, centred on its mean. Where it has no value, the rows concerned are left out,
/// for each group those in which a, b or the point with the group exchanged has none.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluations {
    a: Vec<Option<f64>>,
    b: Vec<Option<f64>>,
    /// By group and row.
    mixed: Vec<Vec<Option<f64>>>,
}

impl Evaluations {
    /// From rows of `groups + 2` values in the order of [`Design::row`](super::Design::row).
    pub fn from_rows(rows: &[Vec<Option<f64>>], groups: usize) -> Self {
        let known = || rows.iter().flatten().flatten();
        let mean = known().sum::<f64>() / (known().count() as f64).max(1.0);
        let column = |k: usize| rows.iter().map(|row| row[k].map(|y| y - mean)).collect();
        Self { a: column(0), b: column(groups + 1), mixed: (1..=groups).map(column).collect() }
    }

    /// First-order and total index of each group, without intervals; `None` where the function is constant.
    pub fn estimates(&self) -> Vec<Option<(f64, f64)>> {
        (0..self.mixed.len()).map(|group| estimate(&self.triples(group))).collect()
    }

    /// The indices of each group with their intervals; `None` where the function is constant.
    pub fn indices(&self, seed: u64, progress: &Progress) -> Vec<Option<Indices>> {
        (0..self.mixed.len()).map(|group| with_intervals(&self.triples(group), seed, progress)).collect()
    }

    /// The rows that count for a group: the values at a, at b and at a with the group from b.
    fn triples(&self, group: usize) -> Vec<[f64; 3]> {
        let rows = self.a.iter().zip(&self.b).zip(&self.mixed[group]);
        rows.filter_map(|((a, b), c)| Some([(*a)?, (*b)?, (*c)?])).collect()
    }
}

fn with_intervals(rows: &[[f64; 3]], seed: u64, progress: &Progress) -> Option<Indices> {
    let (first, total) = estimate(rows)?;
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let (mut firsts, mut totals) = (Vec::with_capacity(RESAMPLES), Vec::with_capacity(RESAMPLES));
    let mut resample = Vec::with_capacity(rows.len());
    for _ in 0..RESAMPLES {
        progress.work(rows.len() as u64);
        resample.clear();
        resample.extend((0..rows.len()).map(|_| rows[(random.next_u64() % rows.len() as u64) as usize]));
        if let Some((first, total)) = estimate(&resample) {
            firsts.push(first);
            totals.push(total);
        }
    }
    let middle = |mut sample: Vec<f64>, estimate: f64| {
        sample.sort_by(f64::total_cmp);
        let at = |q: f64| sample.get((q * (sample.len() as f64 - 1.0)).round() as usize).copied();
        // Samples of too few rows may be constant every time; then nothing is known beyond the estimate.
        [at(0.025).unwrap_or(estimate), at(0.975).unwrap_or(estimate)]
    };
    Some(Indices {
        first,
        first_interval: middle(firsts, first),
        total,
        total_interval: middle(totals, total),
        rows: rows.len() as u64,
    })
}

fn estimate(rows: &[[f64; 3]]) -> Option<(f64, f64)> {
    let n = rows.len() as f64;
    let both = || rows.iter().flat_map(|[a, b, _]| [a, b]);
    let mean = both().sum::<f64>() / (2.0 * n);
    let variance = both().map(|y| (y - mean).powi(2)).sum::<f64>() / (2.0 * n);
    if variance.is_nan() || variance <= f64::EPSILON {
        return None;
    }
    let first = rows.iter().map(|[a, b, c]| b * (c - a)).sum::<f64>() / n;
    let total = rows.iter().map(|[a, _, c]| (a - c).powi(2)).sum::<f64>() / n;
    Some((first / variance, 0.5 * total / variance))
}
