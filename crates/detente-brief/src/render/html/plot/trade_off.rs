//! The trade-off between the three tests: two along the axes, the third as the size of a ring, every mark labelled.

use super::super::look::shape;
use super::label::{Area, Labels, shorten};
use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{Mark, Plot, TradeOff};

const WIDTH: f64 = 460.0;
const AREA: Area = Area { left: 46.0, top: 46.0, right: 440.0, bottom: 310.0 };
const LETTER: f64 = 12.5;
/// The ring of a package that is sure to last.
const LARGEST: f64 = 20.0;

/// Draws the marks.
pub(super) fn draw(plot: &Plot, shown: &TradeOff) -> String {
    let (marks, size) = (&shown.marks, shown.ring.as_ref());
    let x = Scale::between(domain(marks.iter().map(|mark| mark.along)), (AREA.left, AREA.right));
    let y = Scale::between(domain(marks.iter().map(|mark| mark.up)), (AREA.bottom, AREA.top));
    let mut svg = Svg::new(plot, "plot large", WIDTH, AREA.bottom + 44.0);
    for (value, _) in x.ticks(5) {
        let at = x.at(value);
        svg.line((at, AREA.top), (at, AREA.bottom), r#"class="grid""#);
        svg.text((at, AREA.bottom + 16.0), r#"class="tick middle""#, &percent(value));
    }
    for (value, _) in y.ticks(5) {
        let at = y.at(value);
        svg.line((AREA.left, at), (AREA.right, at), r#"class="grid""#);
        svg.text((AREA.left - 6.0, at + 4.0), r#"class="tick end""#, &percent(value));
    }
    svg.text((4.0, 12.0), r#"class="name""#, &format!("↑ {}", shown.up));
    svg.text((AREA.right, AREA.bottom + 36.0), r#"class="name end""#, &format!("{} →", shown.along));
    let mut labels = Labels::new(AREA, LETTER);
    let place = |mark: &Mark| (x.at(mark.along), y.at(mark.up));
    for mark in marks {
        let at = place(mark);
        if let Some(share) = mark.size.filter(|share| *share > 0.0) {
            svg.path(&shape(0, at.0, at.1, LARGEST * share.sqrt()), r#"class="lasting""#);
        }
        let class = if mark.changed { r#"class="changed""# } else { r#"class="spot""# };
        svg.path(&shape(0, at.0, at.1, 3.4), class);
        labels.keep_free(Area::around(at, 5.0));
    }
    for mark in marks {
        let (at, mut text) = (place(mark), shorten(&mark.name, 30));
        if let (Some(share), Some(_), false) = (mark.size, size, mark.changed) {
            text.push_str(&format!(" · {:.0} %", share * 100.0));
        }
        let lines = [text];
        let placed = labels.place(at, &lines);
        if let Some(leader) = placed.leader {
            svg.line(at, leader, r#"class="leader""#);
        }
        let class = if mark.changed { r#"class="says halo""# } else { r#"class="letter halo""# };
        for (line, spot) in lines.iter().zip(&placed.lines) {
            svg.text(*spot, class, line);
        }
    }
    if let Some(size) = size {
        svg.text(
            (AREA.right, 12.0),
            r#"class="says end""#,
            &format!("ring, and figure beside a letter: {size}"),
        );
    }
    svg.finish()
}

/// From a little below the least share to a little above the greatest, inside what a share can be.
fn domain(shares: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = shares.fold((1.0, 0.0), |(low, high): (f64, f64), x| (low.min(x), high.max(x)));
    let air = ((high - low) * 0.25).max(0.02);
    ((low - air).max(0.0), (high + air).min(1.0).max(low + 0.02))
}

fn percent(share: f64) -> String {
    format!("{} %", num(share * 100.0))
}
