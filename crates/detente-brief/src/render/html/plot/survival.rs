//! How likely an agreement is to last beyond each day up to the last that is told: a line with the band that doubt leaves, and the day by which half
//! would be over.

use super::chances::Chances;
use super::scale::Scale;
use super::svg::num;
use crate::page::{Chance, Plot, Survival};

/// As near as two marked days may stand.
const APART: f64 = 22.0;

/// Draws the curve.
pub(super) fn draw(plot: &Plot, of: &Survival) -> String {
    let half = of.half;
    let last = of.points.last().map_or(1.0, |point| point.day.max(1.0));
    let points: Vec<(f64, Chance)> = of.points.iter().map(|point| (point.day, point.chance)).collect();
    let mut panel = Chances::new(plot, |ends| Scale::between((0.0, last), ends), &points);
    // The last horizon first: where two stand too near for their words, the later is marked.
    let mut free = f64::INFINITY;
    let mut shown: Vec<f64> = Vec::new();
    for day in of.marked.iter().rev().copied().filter(|day| *day <= last) {
        let x = panel.along.at(day);
        if free - x >= APART {
            free = x;
            shown.push(day);
        }
    }
    for day in shown.into_iter().rev() {
        panel.mark(day, &num(day));
    }
    panel.line(&points);
    if half > 0.0 && half <= last {
        let (x, up) = (panel.along.at(half), panel.up);
        panel.svg.line((x, up.at(0.5)), (x, up.at(0.0)), r#"class="became""#);
        panel.svg.text(
            (x + 5.0, up.at(0.5) - 6.0),
            r#"class="says halo""#,
            &format!("half by day {half:.0}"),
        );
    }
    panel.finish("days since it was signed")
}
