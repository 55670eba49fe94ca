//! Issues weighed by how seldom they change (Niemann & Lang 2009).

use std::sync::Arc;

use super::OpponentModel;
use super::counts::{Counts, mean, unknown};
use crate::{Layout, Offer, Worth};

/// An option is worth its share of the most frequent one; an issue weighs 1 less the share of the steps from one offer to the next that changed it.
#[derive(Debug, Clone)]
pub struct ConcessionRatio {
    counts: Counts,
    changes: Vec<f64>,
    last: Option<Offer>,
}

impl ConcessionRatio {
    /// A model that has heard nothing.
    pub fn new(layout: &Arc<Layout>) -> Self {
        Self { counts: Counts::new(layout, 0.0), changes: vec![0.0; layout.issues()], last: None }
    }
}

impl OpponentModel for ConcessionRatio {
    fn hears(&mut self, _: f64, offer: &Offer) {
        self.counts.add(offer);
        if let Some(last) = self.last.replace(*offer) {
            let layout = self.counts.layout();
            for (issue, changes) in self.changes.iter_mut().enumerate() {
                *changes += f64::from(u8::from(layout.option(offer, issue) != layout.option(&last, issue)));
            }
        }
    }

    fn estimate(&self) -> Worth {
        if self.counts.heard == 0 {
            return unknown(self.counts.layout());
        }
        let weights = self.weights().unwrap_or_else(|| vec![1.0; self.changes.len()]);
        mean(self.counts.layout(), &weights, &self.counts.relative())
    }

    fn weights(&self) -> Option<Vec<f64>> {
        let steps = f64::from(self.counts.heard) - 1.0;
        (steps > 0.0).then(|| self.changes.iter().map(|changes| 1.0 - changes / steps).collect())
    }
}
