//! A small panel of days and numbers: frame, ticks and a name, shared by plots that stand side by side.

use super::label::{Area, Labels, shorten};
use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::Plot;

const WIDTH: f64 = 260.0;
const HEIGHT: f64 = 226.0;
const AREA: Area = Area { left: 34.0, top: 34.0, right: 252.0, bottom: 186.0 };
/// The size of the letters, for which labels are given room.
const LETTER: f64 = 12.0;
/// Letters that fit into one line.
const COLUMNS: usize = 36;

/// A panel under construction.
pub(super) struct Panel {
    pub svg: Svg,
    pub labels: Labels,
    /// Days from left to right.
    pub along: Scale,
    /// Numbers from the bottom up.
    pub up: Scale,
}

impl Panel {
    /// A panel from day 0 to `days` and from 0 to `most`; `unit` follows the numbers on the left.
    pub fn new(plot: &Plot, days: f64, most: f64, unit: &str) -> Self {
        let along = Scale::between((0.0, days.max(1.0)), (AREA.left, AREA.right));
        let up = Scale::between((0.0, most.max(1.0)), (AREA.bottom, AREA.top));
        let mut svg = Svg::new(plot, "plot small", WIDTH, HEIGHT);
        svg.text((2.0, 13.0), r#"class="name letter""#, &shorten(&plot.title, COLUMNS));
        for (value, words) in along.ticks(5) {
            let x = along.at(value);
            svg.line((x, AREA.bottom), (x, AREA.bottom + 4.0), r#"class="axis""#);
            svg.text((x, AREA.bottom + 16.0), r#"class="tick middle""#, &words);
        }
        for (value, words) in up.ticks(5) {
            let y = up.at(value);
            svg.line((AREA.left, y), (AREA.right, y), r#"class="grid""#);
            svg.text((AREA.left - 5.0, y + 4.0), r#"class="tick end""#, &format!("{words}{unit}"));
        }
        svg.text((AREA.right, HEIGHT - 6.0), r#"class="says end""#, "day");
        Self { svg, labels: Labels::new(AREA, LETTER), along, up }
    }

    /// A line through points of day and number.
    pub fn line(&mut self, points: &[(f64, f64)], attributes: &str) {
        let at = |(i, (day, n)): (usize, &(f64, f64))| {
            let begin = if i == 0 { "M" } else { "L" };
            format!("{begin}{} {}", num(self.along.at(*day)), num(self.up.at(*n)))
        };
        let d: Vec<String> = points.iter().enumerate().map(at).collect();
        self.svg.path(&d.concat(), attributes);
        // Labels keep off the line as well as they can; along the ground they may stand on it.
        for (day, n) in points.iter().filter(|(_, n)| *n > 0.0) {
            self.labels.avoid((self.along.at(*day), self.up.at(*n)));
        }
    }

    /// Words beside a point of day and number.
    pub fn label(&mut self, at: (f64, f64), class: &str, words: &str) {
        let at = (self.along.at(at.0), self.up.at(at.1));
        let placed = self.labels.place(at, &[words.to_owned()]);
        if let Some(to) = placed.leader {
            self.svg.line(at, to, r#"class="leader""#);
        }
        for place in placed.lines {
            self.svg.text(place, &format!(r#"class="{class} halo""#), words);
        }
    }
}
