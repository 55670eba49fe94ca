//! Frequencies, with issues weighed by how seldom their option changes.

use std::sync::Arc;

use super::OpponentModel;
use super::counts::{Counts, mean, unknown};
use crate::{Layout, Offer, Worth};

/// An option is worth its share of the most frequent one; an issue weighs 1 less the entropy of its options among those seen, as a share
/// of the largest it could have.
#[derive(Debug, Clone)]
pub struct EntropyFrequency {
    counts: Counts,
}

impl EntropyFrequency {
    /// A model that has heard nothing.
    pub fn new(layout: &Arc<Layout>) -> Self {
        Self { counts: Counts::new(layout, 0.0) }
    }
}

/// 1 less the entropy of what was seen over the largest entropy that so many options can have.
fn weight(row: &[f64], heard: f64) -> f64 {
    let seen = row.iter().filter(|count| **count > 0.0);
    let options = seen.clone().count();
    if options <= 1 {
        return 1.0;
    }
    let entropy: f64 = seen.map(|count| count / heard).map(|share| -share * share.ln()).sum();
    1.0 - entropy / (options as f64).ln()
}

impl OpponentModel for EntropyFrequency {
    fn hears(&mut self, _: f64, offer: &Offer) {
        self.counts.add(offer);
    }

    fn estimate(&self) -> Worth {
        match self.weights() {
            Some(weights) => mean(self.counts.layout(), &weights, &self.counts.relative()),
            None => unknown(self.counts.layout()),
        }
    }

    fn weights(&self) -> Option<Vec<f64>> {
        let heard = f64::from(self.counts.heard);
        (heard > 0.0).then(|| self.counts.rows().iter().map(|row| weight(row, heard)).collect())
    }
}
