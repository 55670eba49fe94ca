//! Frequencies as `Agent Smith` counts them (van Galen Last 2012).

use std::sync::Arc;

use super::OpponentModel;
use super::counts::{Counts, mean, unknown};
use crate::{Layout, Offer, Worth};

/// An option is worth its share of all offers; an issue weighs the share of its most frequent option.
#[derive(Debug, Clone)]
pub struct Smith {
    counts: Counts,
}

impl Smith {
    /// A model that has heard nothing.
    pub fn new(layout: &Arc<Layout>) -> Self {
        Self { counts: Counts::new(layout, 0.0) }
    }
}

impl OpponentModel for Smith {
    fn hears(&mut self, _: f64, offer: &Offer) {
        self.counts.add(offer);
    }

    fn estimate(&self) -> Worth {
        let Some(weights) = self.weights() else { return unknown(self.counts.layout()) };
        let heard = f64::from(self.counts.heard);
        let values: Vec<Vec<f64>> =
            self.counts.rows().iter().map(|row| row.iter().map(|count| count / heard).collect()).collect();
        mean(self.counts.layout(), &weights, &values)
    }

    fn weights(&self) -> Option<Vec<f64>> {
        let heard = f64::from(self.counts.heard);
        let share = |row: &Vec<f64>| row.iter().copied().fold(0.0, f64::max) / heard;
        (heard > 0.0).then(|| self.counts.rows().iter().map(share).collect())
    }
}
