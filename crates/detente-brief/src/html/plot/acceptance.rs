//! How often each leading package is accepted: by all at once as a bar with its interval, by each principal as its mark.

use minijinja::Value;

use super::scale::Scale;
use super::svg::{Svg, num};
use crate::brief::Package;
use crate::html::parties::{Faces, colour, shape};
use crate::html::plot::label::shorten;

const WIDTH: f64 = 440.0;
const LEFT: f64 = 26.0;
const RIGHT: f64 = 424.0;
const TOP: f64 = 34.0;
const ROW: f64 = 34.0;

/// Draws the shares of the packages, one row each; `desc` is read aloud.
pub(in crate::html) fn draw(packages: &[Package], faces: &Faces, desc: &str) -> Value {
    let scale = Scale::between((0.0, 1.0), (LEFT, RIGHT));
    let bottom = TOP + ROW * packages.len() as f64;
    let title = "How often each package is acceptable: to all at once, and to each principal";
    let mut svg = Svg::new("acceptance", "plot large", WIDTH, bottom + 26.0, title, desc);
    for percent in [0, 25, 50, 75, 100] {
        let at = scale.at(f64::from(percent) / 100.0);
        svg.line((at, TOP - 4.0), (at, bottom), r#"class="grid""#);
        let class = match percent {
            100 => r#"class="tick end""#,
            _ => r#"class="tick middle""#,
        };
        let at = if percent == 100 { RIGHT + 14.0 } else { at };
        svg.text((at, bottom + 17.0), class, &format!("{percent} %"));
    }
    for (row, package) in packages.iter().enumerate() {
        let y = TOP + ROW * (row as f64 + 0.5);
        svg.text((4.0, y + 5.0), r#"class="letter""#, &package.letter);
        let bar = |from: f64, to: f64, half: f64| {
            format!(
                "M{} {}H{}V{}H{}Z",
                num(scale.at(from)),
                num(y - half),
                num(scale.at(to)),
                num(y + half),
                num(scale.at(from))
            )
        };
        svg.path(&bar(0.0, package.all.value(), 5.0), r#"class="bar""#);
        let [low, high] = package.all.interval();
        svg.line((scale.at(low), y), (scale.at(high), y), r#"class="interval""#);
        // Marks that fall on the same place stand one above the other, so that none hides another.
        let mut stood: Vec<(f64, u32)> = Vec::new();
        for (i, share) in package.principals.iter().enumerate() {
            let x = scale.at(share.value());
            let level = stood.iter().filter(|(other, _)| (other - x).abs() < 9.0).map(|(_, l)| l + 1).max();
            let level = level.unwrap_or(0);
            stood.push((x, level));
            let y = y - f64::from(level) * 8.0;
            svg.path(&shape(i, x, y, 4.2), &format!(r#"class="mark-on" fill="{}""#, colour(i)));
        }
    }
    directly(&mut svg, packages, faces, scale);
    svg.finish()
}

/// Names the marks of the first row in place, from left to right, and what the bar is.
fn directly(svg: &mut Svg, packages: &[Package], faces: &Faces, scale: Scale) {
    let Some(first) = packages.first() else { return };
    let room = (RIGHT - LEFT) / faces.0.len() as f64;
    let mut order: Vec<usize> = (0..faces.0.len()).collect();
    order.sort_by_key(|i| first.principals[*i].hits);
    // Each name gets its share of the line above the plot and a thin line down to its mark.
    for (slot, i) in order.into_iter().enumerate() {
        let middle = LEFT + room * (slot as f64 + 0.5);
        let x = scale.at(first.principals[i].value());
        svg.line((middle, 17.0), (x, TOP + ROW * 0.5), r#"class="leader""#);
        let columns = (room / 8.0) as usize;
        svg.text((middle, 13.0), r#"class="note middle""#, &shorten(&faces.0[i].name, columns));
    }
}
