//! Bayesian learning in its scalable form (Hindriks & Tykhonov 2008).
//!
//! For each issue there are hypotheses: how much it matters, and which shape the worth of its options has: rising, falling, or with its peak at one of the inner
//! options. The other is taken to concede slowly and evenly, so that a new offer of it should be worth about as much as its time; hypotheses that
//! say so gain probability, with all other issues taken at what is expected of them.

use std::sync::Arc;

use super::OpponentModel;
use super::counts::{mean, unknown};
use crate::{Layout, Offer, Worth};

/// Probabilities over weights and shapes of each issue.
#[derive(Debug, Clone)]
pub struct Bayesian {
    layout: Arc<Layout>,
    issues: Vec<Hypotheses>,
    heard: u32,
    last: Option<Offer>,
}

#[derive(Debug, Clone)]
struct Hypotheses {
    /// What each shape makes of each option, from 0 to 1.
    shapes: Vec<Vec<f64>>,
    of_shape: Vec<f64>,
    of_weight: Vec<f64>,
}

/// Weights 0, .1, … 1 are thought of.
const WEIGHTS: usize = 11;
/// How far an offer may be off what is expected, as a share.
const SIGMA: f64 = 0.25;
/// By how much the other is taken to concede with every new offer.
const CONCEDES: f64 = 0.003;

impl Hypotheses {
    fn new(options: usize) -> Self {
        let last = options.saturating_sub(1).max(1) as f64;
        let peak_at = |peak: usize| -> Vec<f64> {
            let (peak, option) = (peak as f64, |k: usize| k as f64);
            (0..options)
                .map(|k| if option(k) < peak { option(k) / peak } else { (last - option(k)) / (last - peak) })
                .collect()
        };
        let rising: Vec<f64> = (0..options).map(|k| k as f64 / last).collect();
        let falling = rising.iter().map(|value| 1.0 - value).collect();
        let shapes: Vec<Vec<f64>> =
            [rising, falling].into_iter().chain((1..options.saturating_sub(1)).map(peak_at)).collect();
        // The less likely the more an issue would matter: with several issues, few can.
        let prior = (1..=WEIGHTS).map(|j| (1.0 - j as f64 / WEIGHTS as f64).powi(3));
        let mut of_weight: Vec<f64> = prior.collect();
        normalise(&mut of_weight);
        let of_shape = vec![1.0 / shapes.len() as f64; shapes.len()];
        Self { shapes, of_shape, of_weight }
    }

    fn weight(&self) -> f64 {
        self.of_weight.iter().enumerate().map(|(j, p)| p * weight_of(j)).sum()
    }

    /// What an option is expected to be worth.
    fn value(&self, option: usize) -> f64 {
        self.of_shape.iter().zip(&self.shapes).map(|(p, shape)| p * shape[option]).sum()
    }
}

fn weight_of(j: usize) -> f64 {
    j as f64 / (WEIGHTS - 1) as f64
}

fn normalise(chances: &mut [f64]) {
    let sum: f64 = chances.iter().sum();
    if sum > 0.0 {
        for chance in chances {
            *chance /= sum;
        }
    }
}

/// How likely an offer of the expected worth is if a hypothesis makes so much of it.
fn likelihood(made: f64, expected: f64) -> f64 {
    let off = (expected - made) / expected;
    (-off * off / (2.0 * SIGMA * SIGMA)).exp()
}

impl Bayesian {
    /// A model that has heard nothing.
    pub fn new(layout: &Arc<Layout>) -> Self {
        let issues = layout.sizes().iter().map(|size| Hypotheses::new(*size)).collect();
        Self { layout: Arc::clone(layout), issues, heard: 0, last: None }
    }

    /// What the offer is expected to be worth, issue by issue.
    fn parts(&self, offer: &Offer) -> Vec<f64> {
        let weights = self.scaled_weights();
        let options = self.layout.options(offer);
        self.issues
            .iter()
            .zip(options)
            .zip(weights)
            .map(|((issue, option), w)| w * issue.value(option))
            .collect()
    }

    /// Expected weights as shares of 1.
    fn scaled_weights(&self) -> Vec<f64> {
        let mut weights: Vec<f64> = self.issues.iter().map(Hypotheses::weight).collect();
        normalise(&mut weights);
        weights
    }
}

impl OpponentModel for Bayesian {
    fn hears(&mut self, _: f64, offer: &Offer) {
        // Only what is new is evidence of a concession.
        if self.last.replace(*offer) == Some(*offer) {
            return;
        }
        self.heard += 1;
        let expected = (1.0 - CONCEDES * f64::from(self.heard - 1)).max(CONCEDES);
        if self.heard > 1 {
            let parts = self.parts(offer);
            let whole: f64 = parts.iter().sum();
            for (issue, part) in self.issues.iter_mut().zip(&parts) {
                let value = part / issue.weight().max(f64::MIN_POSITIVE);
                for (j, chance) in issue.of_weight.iter_mut().enumerate() {
                    *chance *= likelihood(whole - part + weight_of(j) * value, expected);
                }
            }
            self.issues.iter_mut().for_each(|issue| normalise(&mut issue.of_weight));
        }
        let (parts, weights) = (self.parts(offer), self.scaled_weights());
        let whole: f64 = parts.iter().sum();
        let options: Vec<usize> = self.layout.options(offer).collect();
        for (k, issue) in self.issues.iter_mut().enumerate() {
            for (chance, shape) in issue.of_shape.iter_mut().zip(&issue.shapes) {
                *chance *= likelihood(whole - parts[k] + weights[k] * shape[options[k]], expected);
            }
            normalise(&mut issue.of_shape);
        }
    }

    fn estimate(&self) -> Worth {
        if self.heard == 0 {
            return unknown(&self.layout);
        }
        // Every issue counted from its worst option to its best, so that the estimate goes from 0 to 1.
        let mut weights = self.scaled_weights();
        let values: Vec<Vec<f64>> = self
            .issues
            .iter()
            .zip(&mut weights)
            .zip(self.layout.sizes())
            .map(|((issue, weight), size)| {
                let row: Vec<f64> = (0..*size).map(|option| issue.value(option)).collect();
                let low = row.iter().copied().fold(f64::INFINITY, f64::min);
                let range = row.iter().copied().fold(f64::NEG_INFINITY, f64::max) - low;
                *weight *= range;
                row.iter().map(|value| if range > 0.0 { (value - low) / range } else { 0.0 }).collect()
            })
            .collect();
        mean(&self.layout, &weights, &values)
    }

    fn weights(&self) -> Option<Vec<f64>> {
        (self.heard > 0).then(|| self.scaled_weights())
    }
}
