//! The hybrid of time and behaviour (Keskin, Çakan & Aydoğan 2021).

use super::BiddingRule;
use crate::{Offer, Side, View};

/// A curve through three worths, from the first at the beginning, bent towards the second, to the third at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeCurve(pub [f64; 3]);

impl TimeCurve {
    /// The curve that its authors use for so many packages.
    pub fn for_packages(packages: u128) -> Self {
        let last = match packages {
            0..450 => 0.8,
            450..1_500 => 0.775,
            1_500..4_500 => 0.75,
            4_500..18_000 => 0.725,
            18_000..33_000 => 0.7,
            _ => 0.675,
        };
        Self([1.0, 0.75, last])
    }

    /// Its height when so much of the time is gone.
    pub fn at(self, t: f64) -> f64 {
        let Self([first, bend, last]) = self;
        (1.0 - t) * (1.0 - t) * first + 2.0 * (1.0 - t) * t * bend + t * t * last
    }
}

/// How much the last changes in what was offered count, latest last, by how many there are.
const WEIGHTS: [&[f64]; 3] = [&[0.25, 0.75], &[0.11, 0.22, 0.66], &[0.05, 0.15, 0.3, 0.5]];

/// By how much the other has moved of late, from what its offers were worth to oneself; `None` before there are three.
pub fn behaviour(received: &[f64]) -> Option<f64> {
    let changes = received.len().checked_sub(1)?;
    let weights = WEIGHTS[changes.min(4).checked_sub(2)?];
    let last = &received[received.len() - weights.len() - 1..];
    Some(last.windows(2).zip(weights).map(|(pair, weight)| weight * (pair[1] - pair[0])).sum())
}

/// What is demanded: by time alone until the other has shown moves, then by both, time counting ever more.
pub(crate) fn demand(by_time: f64, own_last: Option<f64>, received: &[f64], empathy: f64, t: f64) -> f64 {
    match (own_last, behaviour(received)) {
        (Some(own_last), Some(moved)) => {
            let by_behaviour = own_last - (empathy + empathy * t) * moved;
            (1.0 - t * t) * by_behaviour + t * t * by_time
        }
        _ => by_time,
    }
}

/// Offers what is nearest to a demand that falls with time and follows the other's moves; worths are on a scale from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hybrid {
    /// The curve of time; `None` for the one that goes with the number of packages.
    pub curve: Option<TimeCurve>,
    /// How much the other's moves count: so much at the beginning, twice as much at the end.
    pub empathy: f64,
}

impl Default for Hybrid {
    fn default() -> Self {
        Self { curve: None, empathy: 0.5 }
    }
}

impl BiddingRule for Hybrid {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        let (wants, t) = (view.at.wants, view.at.t);
        let range = wants.bids.most() - wants.bids.least();
        let share = |worth: f64| (worth - wants.bids.least()) / range;
        let curve = self.curve.unwrap_or_else(|| TimeCurve::for_packages(wants.bids.count()));
        let own_last = view.sent.last().map(|sent| share(sent.worth));
        let received: Vec<f64> = {
            let from = view.received.len().saturating_sub(5);
            view.received[from..].iter().map(|heard| share(heard.worth)).collect()
        };
        let demand = demand(curve.at(t), own_last, &received, self.empathy, t);
        let level = wants.bids.least() + range * demand;
        let level = if level.is_nan() { wants.bids.most() } else { level };
        wants.bids.at(level.min(wants.bids.most()).max(wants.floor()), Side::Nearest)
    }
}
