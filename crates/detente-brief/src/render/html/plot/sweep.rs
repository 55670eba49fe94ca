//! How likely a deal is along a range of values: a line with the band that the number of draws leaves where the values are
//! numbers, and bars of the range where they are not.

use super::chances::Chances;
use super::label::shorten;
use super::scale::Scale;
use crate::page::{Chance, Plot, SweepCurve, SweepMark};

/// Letters of a path below the line.
const LETTERS: usize = 38;
/// Values that are marked.
const MARKED: usize = 5;

/// Draws the curve.
pub(super) fn draw(plot: &Plot, of: &SweepCurve) -> String {
    let numbers: Vec<f64> = of.marks.iter().filter_map(|mark| mark.at).collect();
    let ascending = numbers.len() == of.marks.len() && numbers.windows(2).all(|two| two[0] < two[1]);
    let place = |i: usize, mark: &SweepMark| mark.at.filter(|_| ascending).unwrap_or(i as f64);
    let points: Vec<(f64, Chance)> =
        of.marks.iter().enumerate().map(|(i, mark)| (place(i, mark), mark.chance)).collect();
    let banded = if ascending { points.as_slice() } else { &[] };
    let mut panel = Chances::new(plot, |ends| Scale::over(points.iter().map(|(x, _)| *x), ends), banded);
    let (along, up) = (panel.along, panel.up);
    let every = of.marks.len().div_ceil(MARKED).max(1);
    for (i, ((x, chance), mark)) in points.iter().zip(&of.marks).enumerate() {
        let across = along.at(*x);
        panel.svg.line((across, up.at(chance.low)), (across, up.at(chance.high)), r#"class="axis""#);
        if i % every == 0 {
            panel.mark(*x, &shorten(&mark.label, 9));
        }
    }
    if ascending {
        panel.line(&points);
    } else {
        for (x, chance) in &points {
            let (x, y) = (along.at(*x), up.at(chance.value));
            panel.svg.line((x - 5.0, y), (x + 5.0, y), r#"class="step""#);
        }
    }
    panel.finish(&shorten(&of.along, LETTERS))
}
