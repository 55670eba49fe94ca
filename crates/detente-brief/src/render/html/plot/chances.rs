//! A small panel of a chance, from 0 to 100 %, along days or values: grid, band, marks and a name, shared by the plots that are one.

use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{Chance, Plot};

const WIDTH: f64 = 290.0;
const HEIGHT: f64 = 186.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 276.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 148.0;

/// A panel under construction.
pub(super) struct Chances {
    pub svg: Svg,
    /// From left to right.
    pub along: Scale,
    /// Chances from the bottom up.
    pub up: Scale,
}

impl Chances {
    /// The grid, over the band between the ends of the chances at `banded`, each with its place; `along` makes the scale between two ends.
    pub fn new(plot: &Plot, along: impl FnOnce((f64, f64)) -> Scale, banded: &[(f64, Chance)]) -> Self {
        let up = Scale::between((0.0, 1.0), (BOTTOM, TOP));
        let svg = Svg::new(plot, "plot small", WIDTH, HEIGHT);
        let mut panel = Self { svg, along: along((LEFT, RIGHT)), up };
        let upper = banded.iter().map(|(x, chance)| panel.point(*x, chance.high));
        let lower = banded.iter().rev().map(|(x, chance)| panel.point(*x, chance.low));
        let outline: Vec<String> = upper.chain(lower).collect();
        if !outline.is_empty() {
            panel.svg.path(&format!("M{}Z", outline.join("L")), r#"class="band""#);
        }
        for share in [0.0, 0.5, 1.0] {
            let y = up.at(share);
            panel.svg.line((LEFT, y), (RIGHT, y), r#"class="grid""#);
            let words = format!("{:.0} %", share * 100.0);
            panel.svg.text((LEFT - 5.0, y + 4.0), r#"class="tick end""#, &words);
        }
        panel
    }

    fn point(&self, x: f64, share: f64) -> String {
        format!("{} {}", num(self.along.at(x)), num(self.up.at(share)))
    }

    /// A place on the way, marked on the ground with its words.
    pub fn mark(&mut self, x: f64, words: &str) {
        let x = self.along.at(x);
        self.svg.line((x, BOTTOM), (x, BOTTOM + 4.0), r#"class="axis""#);
        self.svg.text((x, BOTTOM + 16.0), r#"class="tick middle""#, words);
    }

    /// A line through the chances at their places.
    pub fn line(&mut self, points: &[(f64, Chance)]) {
        let line: Vec<String> = points.iter().map(|(x, chance)| self.point(*x, chance.value)).collect();
        if !line.is_empty() {
            self.svg.path(&format!("M{}", line.join("L")), r#"class="step""#);
        }
    }

    /// The drawing, with the name of what runs from left to right.
    pub fn finish(mut self, along: &str) -> String {
        self.svg.text((RIGHT, BOTTOM + 32.0), r#"class="tick end""#, along);
        self.svg.finish()
    }
}
