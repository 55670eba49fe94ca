//! Who answers whom best: names in a circle, an arrow from each to the best reply to it.

use super::label::shorten;
use super::states::{RADIUS, circle, draw_arrows};
use super::svg::Svg;
use crate::page::{Arrow, Plot, Replies};

const WIDTH: f64 = 640.0;
/// Room for each name along the circle.
const APART: f64 = 58.0;
const LEAST_REACH: f64 = 90.0;
const LETTERS: usize = 26;

/// Draws the graph.
pub(super) fn draw(plot: &Plot, of: &Replies) -> String {
    let count = of.names.len().max(1) as f64;
    let reach = (APART * count / std::f64::consts::TAU).max(LEAST_REACH);
    let middle = (WIDTH / 2.0, reach + 34.0);
    let turn = |i: usize| std::f64::consts::TAU * i as f64 / count;
    let at = |i: usize, far: f64| (middle.0 + far * turn(i).sin(), middle.1 - far * turn(i).cos());
    let places: Vec<(f64, f64)> = (0..of.names.len()).map(|i| at(i, reach)).collect();
    let mut svg = Svg::new(plot, "plot large", WIDTH.max(2.0 * reach + 260.0), 2.0 * reach + 68.0);
    let arrows: Vec<Arrow> =
        of.arrows.iter().map(|(from, to)| Arrow { party: 0, from: *from, to: *to }).collect();
    draw_arrows(&mut svg, arrows.iter(), 0, &places);
    for (i, name) in of.names.iter().enumerate() {
        let (x, y) = places[i];
        let class =
            if of.rests.get(i) == Some(&true) { r#"class="state rests""# } else { r#"class="state""# };
        svg.path(&circle(x, y, RADIUS - 5.0), class);
        let (x, y) = at(i, reach + 16.0);
        let side = turn(i).sin();
        let class = if side > 0.2 {
            r#"class="name halo""#
        } else if side < -0.2 {
            r#"class="name end halo""#
        } else {
            r#"class="name middle halo""#
        };
        svg.text((x, y + 4.5), class, &shorten(name, LETTERS));
    }
    svg.finish()
}
