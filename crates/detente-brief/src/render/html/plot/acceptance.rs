//! How often each leading package is accepted: by all at once as a bar with its interval, by each principal as its mark.

use super::super::look::{colour, shape};
use super::label::shorten;
use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{Acceptance, Accepted, Face, Plot};

const WIDTH: f64 = 440.0;
const LEFT: f64 = 26.0;
const RIGHT: f64 = 424.0;
const TOP: f64 = 34.0;
/// Between marks that stand above each other.
const STEP: f64 = 8.0;

/// Where the marks of one package stand: along the scale, and on which level.
type Marks = Vec<(f64, u32)>;

/// Draws the shares of the packages, one row each.
pub(super) fn draw(plot: &Plot, shares: &Acceptance) -> String {
    let packages = &shares.rows;
    let scale = Scale::between((0.0, 1.0), (LEFT, RIGHT));
    let marks: Vec<Marks> = packages.iter().map(|package| marks(package, scale)).collect();
    let levels = marks.iter().flatten().map(|(_, level)| *level).max().unwrap_or(0);
    let row = 28.0 + STEP * f64::from(levels);
    let bottom = TOP + row * packages.len() as f64;
    let mut svg = Svg::new(plot, "plot large", WIDTH, bottom + 26.0);
    for percent in [0, 25, 50, 75, 100] {
        let at = scale.at(f64::from(percent) / 100.0);
        svg.line((at, TOP - 4.0), (at, bottom), r#"class="grid""#);
        let class = if percent == 100 { r#"class="tick end""# } else { r#"class="tick middle""# };
        let at = if percent == 100 { RIGHT + 14.0 } else { at };
        svg.text((at, bottom + 17.0), class, &format!("{percent} %"));
    }
    for (i, (package, marks)) in packages.iter().zip(&marks).enumerate() {
        let middle = TOP + row * (i as f64 + 0.5);
        svg.text((4.0, middle + 5.0), r#"class="letter""#, &package.letter);
        let (start, end) = (num(scale.at(0.0)), num(scale.at(package.all.value)));
        let (top, foot) = (num(middle - 5.0), num(middle + 5.0));
        svg.path(&format!("M{start} {top}H{end}V{foot}H{start}Z"), r#"class="bar""#);
        let (low, high) = (package.all.low, package.all.high);
        svg.line((scale.at(low), middle), (scale.at(high), middle), r#"class="interval""#);
        let stand = |mark: (f64, u32)| (mark.0, height(marks, mark.1, middle));
        if i == 0 {
            let places: Vec<(f64, f64)> = marks.iter().copied().map(stand).collect();
            name_directly(&mut svg, &shares.faces, &places);
        }
        for (party, mark) in marks.iter().enumerate() {
            let (x, y) = stand(*mark);
            let look = shares.faces.get(party).map_or(party, |face| face.look);
            svg.path(&shape(look, x, y, 4.2), &format!(r#"class="mark-on" fill="{}""#, colour(look)));
        }
    }
    svg.finish()
}

/// Marks that would fall on the same place stand one above the other, so that none hides another.
fn marks(package: &Accepted, scale: Scale) -> Marks {
    let mut marks = Marks::new();
    for share in &package.each {
        let x = scale.at(*share);
        let under = marks.iter().filter(|(other, _)| (other - x).abs() < 9.0).map(|(_, level)| level + 1);
        marks.push((x, under.max().unwrap_or(0)));
    }
    marks
}

/// The height of a level, all levels of the row being spread around its middle.
fn height(marks: &Marks, level: u32, middle: f64) -> f64 {
    let levels = marks.iter().map(|(_, level)| *level).max().unwrap_or(0);
    middle + STEP * (f64::from(levels) / 2.0 - f64::from(level))
}

/// Names the marks of the first row: each name has its share of the line above, and a thin line down to its mark.
fn name_directly(svg: &mut Svg, faces: &[Face], marks: &[(f64, f64)]) {
    let room = (RIGHT - LEFT) / faces.len() as f64;
    let columns = (room / 7.5) as usize;
    let mut order: Vec<usize> = (0..faces.len()).collect();
    order.sort_by(|a, b| marks[*a].0.total_cmp(&marks[*b].0).then(marks[*a].1.total_cmp(&marks[*b].1)));
    for (slot, party) in order.into_iter().enumerate() {
        let middle = LEFT + room * (slot as f64 + 0.5);
        svg.line((middle, 18.0), marks[party], r#"class="leader""#);
        svg.text((middle, 13.0), r#"class="says middle""#, &shorten(&faces[party].name, columns));
    }
}
