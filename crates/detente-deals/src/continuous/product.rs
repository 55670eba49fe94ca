//! The largest product of surpluses on a piece (Nash 1950), as the sum of their logarithms.
//!
//! The sum is concave, so from a place inside a linear programme says in which direction it rises most (Frank & Wolfe 1956), a search along
//! the line goes as far as it rises, and so does a second one along the last two steps together, against zigzag. What the programme promises bounds what is
//! left to gain from above; the rounds end when nothing is, and with one continuous issue that is after the first.

use super::measure::{Lines, Top};

/// Rounds at most.
const ROUNDS: usize = 400;
/// Logarithms closer than this are taken for equal.
const CLOSE: f64 = 1e-12;
/// Halvings of a line.
const HALVINGS: usize = 80;

impl Lines {
    /// The largest product of the first `count` surpluses among what reaches the floors; `None` where somebody can have nothing.
    pub(super) fn largest_product(&self, count: usize, floors: &[i64]) -> Option<Top> {
        let alone = |i: usize| {
            let weights: Vec<f64> = (0..floors.len()).map(|j| f64::from(u8::from(i == j))).collect();
            self.largest_sum(&weights, floors).map(|top| top.bound).filter(|most| *most > 0.0)
        };
        let most: Vec<f64> = (0..count).map(alone).collect::<Option<_>>()?;
        // It starts where the smallest share is largest: nobody is left with nothing there, if that can be.
        let scales: Vec<Option<f64>> = (0..floors.len()).map(|i| most.get(i).copied()).collect();
        let mut t = self.largest_least(&scales, Some(floors))?.t;
        self.logarithms(&t, count)?;
        let mut bound = f64::INFINITY;
        let mut before = t.clone();
        for _ in 0..ROUNDS {
            let here = self.logarithms(&t, count)?;
            let weights: Vec<f64> =
                (0..floors.len()).map(|i| if i < count { 1.0 / self.at(i, &t) } else { 0.0 }).collect();
            let now: f64 = weights.iter().enumerate().map(|(i, weight)| weight * self.at(i, &t)).sum();
            let Some(top) = self.largest_sum(&weights, floors) else { break };
            bound = bound.min(here + top.bound - now);
            if top.bound - now <= CLOSE {
                break;
            }
            let towards: Vec<f64> = top.t.iter().zip(&t).map(|(to, from)| to - from).collect();
            let next = self.along(&t, &towards, 1.0, count);
            let both: Vec<f64> = next.iter().zip(&before).map(|(to, from)| to - from).collect();
            let room = self.room(&next, &both, floors);
            before = t;
            t = self.along(&next, &both, room, count);
            // A round that gains nothing that numbers can tell is the last.
            if self.logarithms(&t, count)? <= here {
                break;
            }
        }
        Some(Top { t, bound })
    }

    /// The sum of logarithms; `None` where somebody has nothing.
    fn logarithms(&self, t: &[f64], count: usize) -> Option<f64> {
        (0..count).map(|i| Some(self.at(i, t)).filter(|s| *s > 0.0).map(f64::ln)).sum()
    }

    /// The best place on the way in a direction, up to so many times its length.
    fn along(&self, from: &[f64], direction: &[f64], most: f64, count: usize) -> Vec<f64> {
        let at = |step: f64| -> Vec<f64> {
            from.iter().zip(direction).map(|(t, d)| (t + step * d).clamp(0.0, 1.0)).collect()
        };
        let slope = |step: f64| -> f64 {
            let there = at(step);
            let gain = |i: usize| -> f64 {
                let rise: f64 = self.rise[i].iter().zip(direction).map(|(rise, d)| rise * d).sum();
                let surplus = self.at(i, &there);
                if surplus > 0.0 { rise / surplus } else { f64::NEG_INFINITY }
            };
            (0..count).map(gain).sum()
        };
        let (mut low, mut high) = (0.0, most);
        if slope(high) >= 0.0 {
            return at(high);
        }
        for _ in 0..HALVINGS {
            let middle = low + (high - low) / 2.0;
            if slope(middle) > 0.0 { low = middle } else { high = middle }
        }
        at(low)
    }

    /// How far one can go in a direction before the box or a floor is met; 0 where the direction leads nowhere.
    fn room(&self, from: &[f64], direction: &[f64], floors: &[i64]) -> f64 {
        let mut room = f64::INFINITY;
        for (t, d) in from.iter().zip(direction) {
            let wall = if *d > 0.0 { 1.0 } else { 0.0 };
            if *d != 0.0 {
                room = room.min((wall - t) / d);
            }
        }
        for (i, floor) in floors.iter().enumerate() {
            let rise: f64 = self.rise[i].iter().zip(direction).map(|(rise, d)| rise * d).sum();
            if rise < 0.0 {
                room = room.min((self.at(i, from) - crate::fixed::from_units(*floor)) / -rise);
            }
        }
        if room.is_finite() { room.max(0.0) } else { 0.0 }
    }
}
