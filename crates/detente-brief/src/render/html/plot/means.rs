//! Means side by side: a row each, a disc for the mean and a line for its interval.

use super::label::shorten;
use super::scale::Scale;
use super::svg::Svg;
use crate::page::{Means, Plot};

const WIDTH: f64 = 640.0;
const LEFT: f64 = 170.0;
const RIGHT: f64 = 624.0;
const TOP: f64 = 10.0;
const ROW: f64 = 24.0;
/// Letters of a name beside its row.
const LETTERS: usize = 26;

/// Draws the rows.
pub(super) fn draw(plot: &Plot, of: &Means) -> String {
    let ends = of.rows.iter().flat_map(|row| [row.mean, row.interval[0], row.interval[1]]);
    // Nothing gained is always to be seen.
    let along = Scale::over(ends.chain([0.0]), (LEFT, RIGHT));
    let bottom = TOP + ROW * of.rows.len() as f64;
    let mut svg = Svg::new(plot, "plot", WIDTH, bottom + 40.0);
    for (value, words) in along.ticks(7) {
        let x = along.at(value);
        svg.line((x, TOP), (x, bottom), r#"class="grid""#);
        svg.text((x, bottom + 16.0), r#"class="tick middle""#, &words);
    }
    for (i, row) in of.rows.iter().enumerate() {
        let y = TOP + ROW * (i as f64 + 0.5);
        svg.text((LEFT - 10.0, y + 4.0), r#"class="name end""#, &shorten(&row.name, LETTERS));
        svg.line((along.at(row.interval[0]), y), (along.at(row.interval[1]), y), r#"class="interval""#);
        svg.disc((along.at(row.mean), y), 4.5, r#"class="spot""#);
    }
    svg.text((RIGHT, bottom + 33.0), r#"class="says end""#, &of.what);
    svg.finish()
}
