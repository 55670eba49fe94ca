//! Frequencies as `HardHeaded` counts them (van Krimpen, Looije & Hajizadeh 2013).

use std::sync::Arc;

use super::OpponentModel;
use super::counts::{Counts, mean, unknown};
use crate::{Layout, Offer, Worth};

/// Issues that the other leaves as they are from one offer to the next gain weight; options that it offers gain worth.
#[derive(Debug, Clone)]
pub struct HardHeaded {
    counts: Counts,
    weights: Vec<f64>,
    last: Option<Offer>,
}

/// How much weight is gained, over all issues.
const GAIN: f64 = 0.2;

impl HardHeaded {
    /// A model that has heard nothing.
    pub fn new(layout: &Arc<Layout>) -> Self {
        let issues = layout.issues();
        Self { counts: Counts::new(layout, 1.0), weights: vec![1.0 / issues as f64; issues], last: None }
    }
}

impl OpponentModel for HardHeaded {
    fn hears(&mut self, _: f64, offer: &Offer) {
        self.counts.heard += 1;
        let Some(last) = self.last.replace(*offer) else { return };
        let layout = Arc::clone(self.counts.layout());
        let same: Vec<bool> =
            layout.options(offer).zip(layout.options(&last)).map(|(now, before)| now == before).collect();
        let issues = layout.issues() as f64;
        let gain = GAIN / issues;
        let sum = 1.0 + gain * same.iter().filter(|same| **same).count() as f64;
        // No issue may grow so heavy that the others could not have their share of what is gained.
        let most = 1.0 - issues * gain / sum;
        for (weight, same) in self.weights.iter_mut().zip(same) {
            let grown = if same && *weight < most { *weight + gain } else { *weight };
            *weight = grown / sum;
        }
        self.counts.count(offer);
    }

    fn estimate(&self) -> Worth {
        if self.counts.heard == 0 {
            return unknown(self.counts.layout());
        }
        mean(self.counts.layout(), &self.weights, &self.counts.relative())
    }

    fn weights(&self) -> Option<Vec<f64>> {
        (self.counts.heard > 0).then(|| self.weights.clone())
    }
}
