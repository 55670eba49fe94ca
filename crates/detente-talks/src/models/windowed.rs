//! The model based on distributions (Tunalı, Aydoğan & Sanchez-Anguix 2017): it compares windows of offers, not single ones.

use std::sync::Arc;

use super::OpponentModel;
use super::counts::{Counts, mean, unknown};
use crate::{Layout, Offer, Worth};

/// Of two windows of offers, one after the other, an issue counts as left alone if its options come about as often in both (χ² at .05). Where some other
/// issue was conceded on, issues left alone gain weight: what is given up last matters most. Gains shrink as time goes by, and end with it
/// nearly over.
#[derive(Debug, Clone)]
pub struct Windowed {
    counts: Counts,
    weights: Vec<f64>,
    window: usize,
    now: Vec<Offer>,
    before: Vec<Offer>,
}

/// Offers that a window holds unless said otherwise.
const WINDOW: usize = 48;
/// What is gained at the beginning, and how late gains shrink.
const GAIN: f64 = 10.0;
const SHRINKS: i32 = 5;
/// When weights are left as they are.
const OVER: f64 = 0.8;
/// What frequencies are raised to, so that options seen seldom still count.
const DAMPED: f64 = 0.25;

impl Windowed {
    /// A model that has heard nothing, with windows of 48 offers.
    pub fn new(layout: &Arc<Layout>) -> Self {
        Self::with_window(layout, WINDOW)
    }

    /// A model with windows of so many offers.
    pub fn with_window(layout: &Arc<Layout>, window: usize) -> Self {
        let issues = layout.issues();
        Self {
            counts: Counts::new(layout, 1.0),
            weights: vec![1.0 / issues.max(1) as f64; issues],
            window: window.max(1),
            now: Vec::new(),
            before: Vec::new(),
        }
    }

    fn damped(&self) -> Vec<Vec<f64>> {
        let relative = self.counts.relative();
        relative.iter().map(|row| row.iter().map(|share| share.powf(DAMPED)).collect()).collect()
    }

    /// How often each option of an issue came up in a window, each counted once more than that, and their sum.
    fn frequencies(&self, window: &[Offer], issue: usize) -> (Vec<f64>, f64) {
        let layout = self.counts.layout();
        let mut counts = vec![1.0; layout.sizes()[issue]];
        for offer in window {
            counts[layout.option(offer, issue)] += 1.0;
        }
        let sum = counts.iter().sum();
        (counts, sum)
    }

    fn compares(&mut self, t: f64) {
        let values = self.damped();
        let (mut alone, mut conceded) = (Vec::new(), false);
        for (issue, worth) in values.iter().enumerate() {
            let (before, sum) = self.frequencies(&self.before, issue);
            let (now, _) = self.frequencies(&self.now, issue);
            let statistic: f64 =
                before.iter().zip(&now).map(|(before, now)| (now - before).powi(2) / before).sum();
            if chance_of_more(statistic, before.len() - 1) > 0.05 {
                alone.push(issue);
            } else {
                let expected =
                    |counts: &[f64]| -> f64 { counts.iter().zip(worth).map(|(n, e)| n / sum * e).sum() };
                conceded |= expected(&now) < expected(&before);
            }
        }
        if conceded {
            let gain = GAIN * (1.0 - t.powi(SHRINKS));
            for issue in alone {
                self.weights[issue] += gain;
            }
            let sum: f64 = self.weights.iter().sum();
            for weight in &mut self.weights {
                *weight /= sum;
            }
        }
    }
}

impl OpponentModel for Windowed {
    fn hears(&mut self, t: f64, offer: &Offer) {
        self.counts.add(offer);
        self.now.push(*offer);
        if self.now.len() == self.window {
            if self.before.len() == self.window && t <= OVER {
                self.compares(t);
            }
            self.before = std::mem::take(&mut self.now);
        }
    }

    fn estimate(&self) -> Worth {
        if self.counts.heard == 0 {
            return unknown(self.counts.layout());
        }
        mean(self.counts.layout(), &self.weights, &self.damped())
    }

    fn weights(&self) -> Option<Vec<f64>> {
        (self.counts.heard > 0).then(|| self.weights.clone())
    }
}

/// The chance that χ² with so many degrees of freedom is more than x: Q(k/2, x/2), by series or continued fraction (Press et al., 6.2).
fn chance_of_more(x: f64, degrees: usize) -> f64 {
    if degrees == 0 || x <= 0.0 {
        return 1.0;
    }
    let (a, x) = (degrees as f64 / 2.0, x / 2.0);
    let scale = (a * x.ln() - x - ln_gamma_of_half(degrees)).exp();
    if x < a + 1.0 {
        let (mut term, mut sum, mut n) = (1.0 / a, 1.0 / a, a);
        while term > sum * 1e-16 {
            n += 1.0;
            term *= x / n;
            sum += term;
        }
        return 1.0 - sum * scale;
    }
    // Lentz's continued fraction; a few dozen steps are enough beyond a + 1.
    let (mut b, mut c) = (x + 1.0 - a, 1e300);
    let mut d = 1.0 / b;
    let mut h = d;
    for i in 1..500 {
        let an = -f64::from(i) * (f64::from(i) - a);
        b += 2.0;
        d = 1.0 / (an * d + b);
        c = b + an / c;
        let step = c * d;
        h *= step;
        if (step - 1.0).abs() < 1e-15 {
            break;
        }
    }
    scale * h
}

/// ln Γ(k/2), from Γ(1) = 1 and Γ(1/2) = √π upwards.
fn ln_gamma_of_half(k: usize) -> f64 {
    let (mut at, mut sum) =
        if k.is_multiple_of(2) { (1.0, 0.0) } else { (0.5, std::f64::consts::PI.ln() / 2.0) };
    while at + 0.5 < k as f64 / 2.0 + 0.25 {
        sum += f64::ln(at);
        at += 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables of χ²: 3.841 at one degree of freedom, 18.307 at ten, 124.342 at a hundred leave .05; of two the law is e^(−x/2).
    #[test]
    fn the_chance_of_more_is_that_of_the_tables() {
        for (x, degrees) in [(3.841_459, 1), (5.991_465, 2), (18.307_038, 10), (124.342_113, 100)] {
            assert!(
                (chance_of_more(x, degrees) - 0.05).abs() < 1e-7,
                "{degrees}: {}",
                chance_of_more(x, degrees)
            );
        }
        for x in [0.1, 1.0, 7.0, 40.0] {
            assert!((chance_of_more(x, 2) - (-x / 2.0).exp()).abs() < 1e-14);
        }
    }

    #[test]
    fn an_issue_left_alone_while_another_is_conceded_on_gains_weight() {
        let layout = Arc::new(Layout::new(&[3, 3]).unwrap());
        let mut model = Windowed::with_window(&layout, 20);
        for i in 0..40 {
            let second = if i < 20 { 0 } else { 1 + i % 2 };
            model.hears(f64::from(i as u32) / 100.0, &layout.offer(&[0, second]).unwrap());
        }
        let weights = model.weights().unwrap();
        assert!(weights[0] > 0.9 && (weights.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{weights:?}");
    }
}
