//! The fewest who must still be held, day by day, for both sides to go on: a panel a pledge, a line a guarantee.

use detente_exchange::words as told;
use minijinja::Value;

use super::panel::Panel;
use crate::compose::exchange::{EnvelopePanel, Variations};
use crate::html::parties::colour;

/// Points of a line; the envelope bends seldom.
const MOST_POINTS: usize = 60;
/// A line that never rises above this share of all lies on the ground.
const ON_THE_GROUND: f64 = 0.04;

/// Draws the panels. `look` is that of the side that holds; `people` is how many it holds before anything is handed over.
pub(in crate::html) fn draw(variations: &Variations, look: usize, people: f64, desc: &str) -> Vec<Value> {
    let panels = variations.panels.iter().enumerate();
    panels.map(|(i, panel)| one(i, panel, look, people, desc)).collect()
}

fn one(place: usize, of: &EnvelopePanel, look: usize, people: f64, desc: &str) -> Value {
    let own = if of.own { ": the package’s" } else { "" };
    let name = format!("A pledge of {} days{own}", told::day(of.pledge_days));
    let mut panel = Panel::new(&format!("envelope-{}", place + 1), &name, desc, of.pledge_days, people, "");
    let mut labels = Vec::new();
    let mut grounded = false;
    for line in &of.lines {
        let points: Vec<(f64, f64)> =
            thinned(&line.held).into_iter().filter_map(|(day, held)| Some((day, held?))).collect();
        let width = if line.own { 2.4 } else { 1.2 };
        let attributes = format!(r#"fill="none" stroke="{}" stroke-width="{width}""#, colour(look));
        panel.line(&points, &attributes);
        let named = match line.guarantee {
            0.0 => "no guarantee".to_owned(),
            guarantee => format!("guarantee {}", told::worth(guarantee)),
        };
        // A line is named where it is still well above the ground. Those that lie on it are one: nobody need be held.
        let last = points.iter().rev().find(|(_, held)| *held > people * ON_THE_GROUND).map(|point| point.0);
        if let Some(day) = last {
            let day = day * 0.35;
            labels.push(((day, height(&points, day).unwrap_or_default()), line.own, named));
        } else if !points.is_empty() && !grounded {
            grounded = true;
            let words = if line.guarantee == 0.0 { named } else { format!("{named} and more") };
            labels.push(((of.pledge_days * 0.5, 0.0), line.own, words));
        }
    }
    for (at, own, words) in labels {
        panel.label(at, if own { "letter" } else { "says" }, &words);
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
