//! How likely a deal is along a range of values: a line with the band that the number of draws leaves where the values are
//! numbers, and bars of the range where they are not.

use super::label::shorten;
use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{Plot, SweepCurve, SweepMark};

const WIDTH: f64 = 290.0;
const HEIGHT: f64 = 196.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 276.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 148.0;
/// Letters of a path below the line.
const LETTERS: usize = 38;
/// Values that are marked.
const MARKED: usize = 5;

/// Draws the curve.
pub(super) fn draw(plot: &Plot, of: &SweepCurve) -> String {
    let numbers: Vec<f64> = of.marks.iter().filter_map(|mark| mark.at).collect();
    let ascending = numbers.len() == of.marks.len() && numbers.windows(2).all(|two| two[0] < two[1]);
    let place = |i: usize, mark: &SweepMark| mark.at.filter(|_| ascending).unwrap_or(i as f64);
    let places: Vec<f64> = of.marks.iter().enumerate().map(|(i, mark)| place(i, mark)).collect();
    let along = Scale::over(places.iter().copied(), (LEFT, RIGHT));
    let up = Scale::between((0.0, 1.0), (BOTTOM, TOP));
    let mut svg = Svg::new(plot, "plot small", WIDTH, HEIGHT);
    let point = |x: f64, share: f64| format!("{} {}", num(along.at(x)), num(up.at(share)));
    let each = || places.iter().copied().zip(&of.marks);
    if ascending {
        let upper = each().map(|(x, mark)| point(x, mark.chance.high));
        let lower = each().rev().map(|(x, mark)| point(x, mark.chance.low));
        let outline: Vec<String> = upper.chain(lower).collect();
        if !outline.is_empty() {
            svg.path(&format!("M{}Z", outline.join("L")), r#"class="band""#);
        }
    }
    for share in [0.0, 0.5, 1.0] {
        svg.line((LEFT, up.at(share)), (RIGHT, up.at(share)), r#"class="grid""#);
        let words = format!("{:.0} %", share * 100.0);
        svg.text((LEFT - 5.0, up.at(share) + 4.0), r#"class="tick end""#, &words);
    }
    let every = of.marks.len().div_ceil(MARKED).max(1);
    for (i, (x, mark)) in each().enumerate() {
        let x = along.at(x);
        svg.line((x, up.at(mark.chance.low)), (x, up.at(mark.chance.high)), r#"class="axis""#);
        if i % every == 0 {
            svg.line((x, BOTTOM), (x, BOTTOM + 4.0), r#"class="axis""#);
            svg.text((x, BOTTOM + 16.0), r#"class="tick middle""#, &shorten(&mark.label, 9));
        }
    }
    if ascending {
        let line: Vec<String> = each().map(|(x, mark)| point(x, mark.chance.value)).collect();
        if !line.is_empty() {
            svg.path(&format!("M{}", line.join("L")), r#"class="step""#);
        }
    } else {
        for (x, mark) in each() {
            let (x, y) = (along.at(x), up.at(mark.chance.value));
            svg.line((x - 5.0, y), (x + 5.0, y), r#"class="step""#);
        }
    }
    svg.text((RIGHT, BOTTOM + 32.0), r#"class="tick end""#, &shorten(&of.along, LETTERS));
    svg.finish()
}
