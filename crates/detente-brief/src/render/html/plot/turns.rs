//! Where everybody goes turn by turn: a line each in a colour and dash of its own, its name where it ends.

use super::super::look::{colour, dash};
use super::label::shorten;
use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{Plot, TurnLine, Turns};

const WIDTH: f64 = 460.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 322.0;
const TOP: f64 = 28.0;
/// Height that a name takes beside its line.
const NAME: f64 = 15.0;
const LETTERS: usize = 20;

/// Draws the lines.
pub(super) fn draw(plot: &Plot, of: &Turns) -> String {
    let bottom = TOP + (NAME * of.lines.len() as f64).max(190.0);
    let last = of.lines.iter().map(|line| line.places.len()).max().unwrap_or(1).saturating_sub(1);
    let along = Scale::between((0.0, (last as f64).max(1.0)), (LEFT, RIGHT));
    let up = Scale::between((of.scale[0], of.scale[1]), (bottom, TOP));
    let mut svg = Svg::new(plot, "plot", WIDTH, bottom + 42.0);
    for (value, words) in up.ticks(6) {
        let y = up.at(value);
        svg.line((LEFT, y), (RIGHT, y), r#"class="grid""#);
        svg.text((LEFT - 6.0, y + 4.0), r#"class="tick end""#, &words);
    }
    // Turns are counted in whole numbers.
    for (value, words) in along.ticks(8).into_iter().filter(|(value, _)| value.fract() == 0.0) {
        let x = along.at(value);
        svg.line((x, bottom), (x, bottom + 4.0), r#"class="axis""#);
        svg.text((x, bottom + 17.0), r#"class="tick middle""#, words.trim_end_matches(".0"));
    }
    for line in &of.lines {
        let points = line
            .places
            .iter()
            .enumerate()
            .map(|(turn, at)| format!("{} {}", num(along.at(turn as f64)), num(up.at(*at))));
        let d: Vec<String> = points.collect();
        let attributes = format!(
            r#"class="step" style="stroke:{}" stroke-dasharray="{}""#,
            colour(line.look),
            dash(line.look)
        );
        svg.path(&format!("M{}", d.join("L")), &attributes);
    }
    let mut ends: Vec<(f64, &TurnLine)> =
        of.lines.iter().filter_map(|line| Some((up.at(*line.places.last()?), line))).collect();
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (y, (at, line)) in
        spread(&ends.iter().map(|(at, _)| *at).collect::<Vec<_>>(), TOP, bottom).into_iter().zip(&ends)
    {
        svg.line((RIGHT + 2.0, *at), (RIGHT + 14.0, y), r#"class="leader""#);
        svg.text((RIGHT + 17.0, y + 4.0), r#"class="name""#, &shorten(&line.name, LETTERS));
    }
    svg.text((RIGHT, bottom + 34.0), r#"class="says end""#, "turn");
    svg.text((LEFT - 38.0, 12.0), r#"class="says""#, &shorten(&of.up, 40));
    svg.finish()
}

/// Heights of names, ascending, moved apart until none covers another.
fn spread(ends: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut at: Vec<f64> = ends.to_vec();
    for i in 0..at.len() {
        let least = if i == 0 { top } else { at[i - 1] + NAME };
        at[i] = at[i].max(least);
    }
    let mut most = bottom;
    for place in at.iter_mut().rev() {
        *place = place.min(most);
        most = *place - NAME;
    }
    at
}
