//! How often each option was offered.

use std::sync::Arc;

use crate::{Layout, Offer, Worth};

/// How often each option of each issue was offered.
#[derive(Debug, Clone)]
pub(super) struct Counts {
    layout: Arc<Layout>,
    of: Vec<Vec<f64>>,
    /// How many offers were heard.
    pub(super) heard: u32,
}

impl Counts {
    pub(super) fn new(layout: &Arc<Layout>, each_from: f64) -> Self {
        let of = layout.sizes().iter().map(|size| vec![each_from; *size]).collect();
        Self { layout: Arc::clone(layout), of, heard: 0 }
    }

    /// Hears an offer and counts its options.
    pub(super) fn add(&mut self, offer: &Offer) {
        self.heard += 1;
        self.count(offer);
    }

    /// Counts the options of an offer that was heard already.
    pub(super) fn count(&mut self, offer: &Offer) {
        for (row, option) in self.of.iter_mut().zip(self.layout.options(offer)) {
            row[option] += 1.0;
        }
    }

    pub(super) fn rows(&self) -> &[Vec<f64>] {
        &self.of
    }

    pub(super) fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// What options seem to be worth, each as a share of the most frequent of its issue.
    pub(super) fn relative(&self) -> Vec<Vec<f64>> {
        let relative = |row: &Vec<f64>| {
            let most = row.iter().copied().fold(0.0, f64::max);
            row.iter().map(|count| if most > 0.0 { count / most } else { 0.0 }).collect()
        };
        self.of.iter().map(relative).collect()
    }
}

/// The weighted mean of what options seem to be worth; the plain mean where no issue has a weight.
pub(super) fn mean(layout: &Arc<Layout>, weights: &[f64], values: &[Vec<f64>]) -> Worth {
    let total: f64 = weights.iter().sum();
    let even = 1.0 / weights.len().max(1) as f64;
    let tables: Vec<Vec<f64>> = weights
        .iter()
        .zip(values)
        .map(|(weight, row)| {
            let share = if total > 0.0 { weight / total } else { even };
            row.iter().map(|value| share * value).collect()
        })
        .collect();
    Worth::new(layout, &tables)
}

/// Before anything was heard, every package seems to be worth half.
pub(super) fn unknown(layout: &Arc<Layout>) -> Worth {
    let each = 0.5 / layout.issues().max(1) as f64;
    let tables: Vec<Vec<f64>> = layout.sizes().iter().map(|size| vec![each; *size]).collect();
    Worth::new(layout, &tables)
}
