//! Where along a line another line betters it, or runs with it.
//!
//! Two lines make a square of places (u, v). That the second at v is worth no less to anybody than the first at u is one half-plane a principal, so
//! the places form a convex polygon: the unit square, clipped once for each principal (Sutherland & Hodgman 1974). What the first line has to give
//! up is the side of the polygon along u, and the gain is largest at a corner. Linear in the number of principals, squared at worst.

use super::line::Line;

/// A part of a line, from one place to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shadow {
    pub from: f64,
    pub to: f64,
    /// Whether the other line is really worth more where the part begins and where it ends.
    pub beaten: [bool; 2],
}

impl Shadow {
    /// Whether it is the whole line.
    pub fn is_whole(&self) -> bool {
        self.from <= CLOSE && self.to >= 1.0 - CLOSE
    }
}

/// Places closer than this are one.
pub(super) const CLOSE: f64 = 1e-14;
/// Who has as much but for rounding, and this much more in sum, in units, has more: 5 · 10⁻⁸ on a scale from 0 to 1.
const MORE: f64 = 5e4;

/// The part of a line on which each package is worth no more than another of `other`, if it is worth so much less, in units, somewhere.
pub(super) fn bettered(line: &Line, other: &Line, by: f64) -> Option<Shadow> {
    let count = line.principals();
    if (0..count).any(|i| other.most(i) < line.least(i)) {
        return None;
    }
    let mut places = square();
    for i in 0..count {
        clip(&mut places, &|u, v| other.at(i, v) - line.at(i, u));
        if places.is_empty() {
            return None;
        }
    }
    let gain = |(u, v): &(f64, f64)| -> f64 { (0..count).map(|i| other.at(i, *v) - line.at(i, *u)).sum() };
    if places.iter().map(gain).fold(0.0, f64::max) <= by {
        return None;
    }
    let (from, to) = side(&places);
    // Where the lines cross, both are worth the same.
    let beaten =
        |end: f64| places.iter().any(|place| (place.0 - end).abs() <= CLOSE && gain(place) > 2.0 * by);
    Some(Shadow { from, to, beaten: [beaten(from), beaten(to)] })
}

/// The part of a line on which each package is worth plainly less in sum than another of `other`, and to nobody more unless rounding says so.
///
/// Rounding can make what is worth as much to one and more to another seem worth less to the first, by up to `slack` units. What it feigns grows in
/// proportion, so it falls out of the difference between slack and twice the slack.
pub(super) fn nearly_bettered(line: &Line, other: &Line, slack: f64) -> Option<Shadow> {
    let count = line.principals();
    let within = |slack: f64| {
        let mut places = square();
        clip(&mut places, &|u, v| (0..count).map(|i| other.at(i, v) - line.at(i, u)).sum::<f64>() - MORE);
        for i in 0..count {
            clip(&mut places, &|u, v| other.at(i, v) - line.at(i, u) + slack);
        }
        (!places.is_empty()).then(|| side(&places))
    };
    let (near, wide) = (within(slack)?, within(2.0 * slack)?);
    let (from, to) = (2.0 * near.0 - wide.0, 2.0 * near.1 - wide.1);
    // Places nearer than rounding are one here.
    let same = |length: f64| length * line.length() <= slack;
    let from = if same(from) { 0.0 } else { from };
    let to = if same(1.0 - to) { 1.0 } else { to };
    let (from, to) = if from > to && same(from - to) { (to, from) } else { (from, to) };
    (from <= to).then_some(Shadow { from: from.max(0.0), to: to.min(1.0), beaten: [true; 2] })
}

/// The part of a line on which each package is worth the same as another of `other`, but for so much.
pub(super) fn shared(line: &Line, other: &Line, but_for: f64) -> Option<Shadow> {
    let count = line.principals();
    if (0..count).any(|i| other.most(i) < line.least(i) - but_for || other.least(i) > line.most(i) + but_for)
    {
        return None;
    }
    let mut places = square();
    for i in 0..count {
        clip(&mut places, &|u, v| other.at(i, v) - line.at(i, u) + but_for);
        clip(&mut places, &|u, v| line.at(i, u) - other.at(i, v) + but_for);
    }
    let (from, to) = (!places.is_empty()).then(|| side(&places))?;
    Some(Shadow { from, to, beaten: [false; 2] })
}

fn square() -> Vec<(f64, f64)> {
    vec![(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
}

/// The side along the first line.
fn side(places: &[(f64, f64)]) -> (f64, f64) {
    let ends = |(low, high): (f64, f64), (u, _): &(f64, f64)| (low.min(*u), high.max(*u));
    places.iter().fold((f64::INFINITY, f64::NEG_INFINITY), ends)
}

/// Keeps what is on the side of a line where a linear function is 0 or more.
fn clip(places: &mut Vec<(f64, f64)>, height: &dyn Fn(f64, f64) -> f64) {
    let heights: Vec<f64> = places.iter().map(|(u, v)| height(*u, *v)).collect();
    if heights.iter().all(|h| *h >= 0.0) {
        return;
    }
    let mut kept = Vec::with_capacity(places.len() + 1);
    for (i, (here, h)) in places.iter().zip(&heights).enumerate() {
        let next = (i + 1) % places.len();
        if *h >= 0.0 {
            kept.push(*here);
        }
        if (*h > 0.0 && heights[next] < 0.0) || (*h < 0.0 && heights[next] > 0.0) {
            let share = h / (h - heights[next]);
            let there = places[next];
            kept.push((here.0 + share * (there.0 - here.0), here.1 + share * (there.1 - here.1)));
        }
    }
    *places = kept;
}
