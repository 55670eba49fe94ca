//! Issues weighed by how little they move (Carbonneau & Vahidov 2014).

use std::sync::Arc;

use super::OpponentModel;
use super::counts::{Counts, mean, unknown};
use crate::{Layout, Offer, Worth};

/// An option is worth its share of the most frequent one; an issue weighs 1 less the mean distance by which it moves from one offer to the next. Where
/// options have an order a distance is the share of the longest there is, where they are names any change is 1.
#[derive(Debug, Clone)]
pub struct ValueDifference {
    counts: Counts,
    ordered: bool,
    moved: Vec<f64>,
    last: Option<Offer>,
}

impl ValueDifference {
    /// A model of options that have an order, which has heard nothing.
    pub fn ordered(layout: &Arc<Layout>) -> Self {
        Self {
            counts: Counts::new(layout, 0.0),
            ordered: true,
            moved: vec![0.0; layout.issues()],
            last: None,
        }
    }

    /// A model of options that are names, which has heard nothing.
    pub fn named(layout: &Arc<Layout>) -> Self {
        Self { ordered: false, ..Self::ordered(layout) }
    }
}

impl OpponentModel for ValueDifference {
    fn hears(&mut self, _: f64, offer: &Offer) {
        self.counts.add(offer);
        let Some(last) = self.last.replace(*offer) else { return };
        let layout = self.counts.layout();
        for (issue, moved) in self.moved.iter_mut().enumerate() {
            let by = layout.option(offer, issue).abs_diff(layout.option(&last, issue));
            let longest =
                if self.ordered { layout.sizes()[issue].saturating_sub(1).max(1) } else { by.max(1) };
            *moved += by as f64 / longest as f64;
        }
    }

    fn estimate(&self) -> Worth {
        if self.counts.heard == 0 {
            return unknown(self.counts.layout());
        }
        let weights = self.weights().unwrap_or_else(|| vec![1.0; self.moved.len()]);
        mean(self.counts.layout(), &weights, &self.counts.relative())
    }

    fn weights(&self) -> Option<Vec<f64>> {
        let steps = f64::from(self.counts.heard) - 1.0;
        (steps > 0.0).then(|| self.moved.iter().map(|moved| 1.0 - moved / steps).collect())
    }
}
