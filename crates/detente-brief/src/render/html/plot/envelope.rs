//! The fewest who must still be held, day by day, for both sides to go on: a line a guarantee.

use super::super::look::colour;
use super::panel::Panel;
use crate::page::{Envelope, Plot};

/// Points of a line; the envelope bends seldom.
const MOST_POINTS: usize = 60;
/// A line that never rises above this share of all lies on the ground.
const ON_THE_GROUND: f64 = 0.04;

/// Draws the lines.
pub(super) fn draw(plot: &Plot, of: &Envelope) -> String {
    let people = of.people;
    let mut panel = Panel::new(plot, of.days, people, "");
    let mut labels = Vec::new();
    let mut grounded = false;
    for line in &of.lines {
        let points: Vec<(f64, f64)> =
            thinned(&line.fewest).into_iter().filter_map(|(day, held)| Some((day, held?))).collect();
        let width = if line.own { 2.4 } else { 1.2 };
        let attributes = format!(r#"fill="none" stroke="{}" stroke-width="{width}""#, colour(of.holder.look));
        panel.line(&points, &attributes);
        // A line is named where it is still well above the ground. Those that lie on it are one: nobody need be held.
        let last = points.iter().rev().find(|(_, held)| *held > people * ON_THE_GROUND).map(|point| point.0);
        if let Some(day) = last {
            let day = day * 0.35;
            labels.push(((day, height(&points, day).unwrap_or_default()), line.own, &line.name));
        } else if !points.is_empty() && !grounded {
            grounded = true;
            labels.push(((of.days * 0.5, 0.0), line.own, &line.name_and_more));
        }
    }
    for (at, own, words) in labels {
        panel.label(at, if own { "letter" } else { "says" }, words);
    }
    panel.svg.finish()
}

/// The height of a line on a day.
fn height(points: &[(f64, f64)], day: f64) -> Option<f64> {
    points.windows(2).find(|pair| (pair[0].0..=pair[1].0).contains(&day)).map(|pair| {
        let ((from, low), (to, high)) = (pair[0], pair[1]);
        if to > from { low + (day - from) / (to - from) * (high - low) } else { low }
    })
}

/// At most [`MOST_POINTS`] of the days, the first and the last among them.
fn thinned(days: &[(f64, Option<f64>)]) -> Vec<(f64, Option<f64>)> {
    let step = days.len().div_ceil(MOST_POINTS).max(1);
    let last = days.len().saturating_sub(1);
    days.iter().enumerate().filter(|(i, _)| i % step == 0 || *i == last).map(|(_, day)| *day).collect()
}
