//! Shares of several things along a line: one line each, in a colour and dash of its own, its name where it is largest.

use super::super::look::{colour, dash};
use super::chances::Chances;
use super::label::{Area, Labels, shorten};
use super::scale::Scale;
use super::svg::num;
use crate::page::{Plot, ShareLine, Shares};

/// Shares that never reach this have no name beside their lines.
const LEAST_NAMED: f64 = 0.04;
/// Where names may stand, within the panel of [`Chances`].
const AREA: Area = Area { left: 42.0, top: 12.0, right: 276.0, bottom: 146.0 };

/// Draws the lines.
pub(super) fn draw(plot: &Plot, of: &Shares) -> String {
    let place = |x: f64| if of.multiplies { x.log10() } else { x };
    let places = || of.lines.iter().flat_map(|line| &line.points).map(|point| place(point[0]));
    let first = places().fold(f64::INFINITY, f64::min);
    let last = places().fold(f64::NEG_INFINITY, f64::max);
    let mut panel = Chances::new(plot, |ends| Scale::between((first, last.max(first + 1e-9)), ends), &[]);
    let (along, up) = (panel.along, panel.up);
    for (value, words) in along.ticks(5) {
        // Of powers of ten only whole ones are marked.
        if !of.multiplies {
            panel.mark(value, &words);
        } else if value.fract() == 0.0 {
            panel.mark(value, &num(10_f64.powf(value).max(0.1)));
        }
    }
    let mut labels = Labels::new(AREA, 11.0);
    for line in &of.lines {
        let points = line.points.iter().map(|point| (along.at(place(point[0])), up.at(point[1])));
        let d: Vec<String> = points.map(|(x, y)| format!("{} {}", num(x), num(y))).collect();
        if d.len() > 1 {
            let (colour, dash) = (colour(line.look), dash(line.look));
            let attributes = format!(r#"class="gain" stroke="{colour}" stroke-dasharray="{dash}""#);
            panel.svg.path(&format!("M{}", d.join("L")), &attributes);
        }
    }
    let mut named: Vec<(&ShareLine, [f64; 2])> =
        of.lines.iter().filter_map(|line| Some((line, largest(line)?))).collect();
    named.sort_by(|a, b| b.1[1].total_cmp(&a.1[1]));
    for (line, at) in named.into_iter().filter(|(_, at)| at[1] >= LEAST_NAMED) {
        let name = shorten(&line.name, 20);
        let placed = labels.place((along.at(place(at[0])), up.at(at[1])), std::slice::from_ref(&name));
        for at in placed.lines {
            panel.svg.text(at, &format!(r#"class="halo" fill="{}""#, colour(line.look)), &name);
        }
    }
    panel.finish(&of.along)
}

/// Where a line is highest; of places that are as high the one in the middle.
fn largest(line: &ShareLine) -> Option<[f64; 2]> {
    let most = line.points.iter().map(|point| point[1]).fold(f64::NEG_INFINITY, f64::max);
    let high: Vec<&[f64; 2]> = line.points.iter().filter(|point| point[1] >= most - 0.005).collect();
    high.get(high.len() / 2).map(|point| **point)
}
