//! How likely an agreement is to last beyond each day up to the last that is told: a line with the band that doubt leaves, and the day by which half
//! would be over.

use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{Beyond, Plot, Survival};

const WIDTH: f64 = 290.0;
const HEIGHT: f64 = 182.0;
const LEFT: f64 = 36.0;
const RIGHT: f64 = 276.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 148.0;
/// As near as two marked days may stand.
const APART: f64 = 22.0;

/// Draws the curve.
pub(super) fn draw(plot: &Plot, of: &Survival) -> String {
    let Survival { points, marked, half } = of;
    let half = *half;
    let last = points.last().map_or(1.0, |point| point.day.max(1.0));
    let along = Scale::between((0.0, last), (LEFT, RIGHT));
    let up = Scale::between((0.0, 1.0), (BOTTOM, TOP));
    let mut svg = Svg::new(plot, "plot small", WIDTH, HEIGHT);
    let place = |point: &Beyond, share: f64| format!("{} {}", num(along.at(point.day)), num(up.at(share)));
    let upper = points.iter().map(|point| place(point, point.chance.high));
    let lower = points.iter().rev().map(|point| place(point, point.chance.low));
    let outline: Vec<String> = upper.chain(lower).collect();
    if !outline.is_empty() {
        svg.path(&format!("M{}Z", outline.join("L")), r#"class="band""#);
    }
    for share in [0.0, 0.5, 1.0] {
        svg.line((LEFT, up.at(share)), (RIGHT, up.at(share)), r#"class="grid""#);
        let words = format!("{:.0} %", share * 100.0);
        svg.text((LEFT - 5.0, up.at(share) + 4.0), r#"class="tick end""#, &words);
    }
    // The last horizon first: where two stand too near for their words, the later is marked.
    let mut free = f64::INFINITY;
    let mut shown: Vec<f64> = Vec::new();
    for day in marked.iter().rev().copied().filter(|day| *day <= last) {
        let x = along.at(day);
        if free - x >= APART {
            free = x;
            shown.push(day);
        }
    }
    for day in shown.into_iter().rev() {
        let x = along.at(day);
        svg.line((x, BOTTOM), (x, BOTTOM + 4.0), r#"class="axis""#);
        svg.text((x, BOTTOM + 16.0), r#"class="tick middle""#, &num(day));
    }
    svg.text((RIGHT, BOTTOM + 30.0), r#"class="tick end""#, "days since it was signed");
    let line: Vec<String> = points.iter().map(|point| place(point, point.chance.value)).collect();
    svg.path(&format!("M{}", line.join("L")), r#"class="step""#);
    if half > 0.0 && half <= last {
        let x = along.at(half);
        svg.line((x, up.at(0.5)), (x, BOTTOM), r#"class="became""#);
        svg.text((x + 5.0, up.at(0.5) - 6.0), r#"class="says halo""#, &format!("half by day {half:.0}"));
    }
    svg.finish()
}
