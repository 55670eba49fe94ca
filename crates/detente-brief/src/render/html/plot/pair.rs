//! The deal space between two principals: what each package is worth to the one and to the other.
//!
//! Lines mark what no deal is worth to each; beyond both lies the shaded corner. Dots are drawn as zero-length strokes
//! of one path a kind, which keeps thousands of them small. Dots that fall on the same tenth of a unit are drawn once.

use std::collections::BTreeSet;

use super::super::look::{colour, dash, shape};
use super::label::{Area, Labels, shorten};
use super::scale::Scale;
use super::svg::{Svg, num};
use crate::page::{Kind, Named, Pair, Plot};

/// Up to how many dots they can be large.
const SPARSE: usize = 1_200;

/// A plot of two principals: large where they are alone, else one of many panels.
struct Drawing<'a> {
    pair: &'a Pair,
    frame: Frame,
}

/// The frame inside which the values lie.
struct Frame {
    width: f64,
    height: f64,
    area: Area,
    /// The font size for which labels are given room: the one on a phone, where letters are largest against the plot.
    letter: f64,
    columns: usize,
}

const LARGE: Frame = Frame {
    width: 440.0,
    height: 420.0,
    area: Area { left: 34.0, top: 46.0, right: 430.0, bottom: 368.0 },
    letter: 15.0,
    columns: 30,
};

const SMALL: Frame = Frame {
    width: 260.0,
    height: 262.0,
    area: Area { left: 30.0, top: 42.0, right: 254.0, bottom: 222.0 },
    letter: 12.0,
    columns: 24,
};

/// Draws the plot.
pub(super) fn draw(plot: &Plot, pair: &Pair) -> String {
    Drawing { pair, frame: if large(pair) { LARGE } else { SMALL } }.draw(plot)
}

/// Whether the plot has the width of a text to itself.
fn large(pair: &Pair) -> bool {
    pair.alone || !pair.picks.is_empty()
}

impl Drawing<'_> {
    fn draw(&self, plot: &Plot) -> String {
        let class = if large(self.pair) { "plot large" } else { "plot small" };
        let (land, frame) = (self.pair, &self.frame);
        let dense = if land.dots.len() > SPARSE { " dense" } else { "" };
        let shown = || {
            let dots = land.dots.iter().map(|dot| &dot.at);
            let named = land.named.iter().map(|named| &named.at);
            let lines = land.lines.iter().flatten().flatten();
            let picks = land.picks.iter().map(|pick| &pick.at);
            dots.chain(&land.frontier).chain(lines).chain(named).chain(picks).chain([&land.no_deal])
        };
        let area = frame.area;
        let x = Scale::over(shown().map(|v| v[0]), (area.left, area.right));
        let y = Scale::over(shown().map(|v| v[1]), (area.bottom, area.top));
        let point = |values: &[f64; 2]| (x.at(values[0]), y.at(values[1]));
        let no_deal = point(&land.no_deal);

        let mut svg = Svg::new(plot, &format!("{class}{dense}"), frame.width, frame.height);
        let mut labels = Labels::new(area, frame.letter);
        corner(&mut svg, area, no_deal);
        for dot in &land.dots {
            labels.avoid(point(&dot.at));
        }
        self.axes(&mut svg, frame, x, y);
        self.dots(&mut svg, &point);
        self.frontier(&mut svg, &point);
        self.floors(&mut svg, frame, &mut labels, no_deal);
        for named in &land.named {
            labels.keep_free(Area::around(point(&named.at), 6.0));
        }
        if self.pair.alone {
            self.corner_label(&mut svg, &mut labels, frame, no_deal);
        }
        for named in &land.named {
            self.name(&mut svg, &mut labels, point(&named.at), named);
        }
        for pick in &land.picks {
            let numbers: Vec<String> = pick.packages.iter().map(usize::to_string).collect();
            let attributes = format!(r#"class="pick" data-package="{}""#, numbers.join(" "));
            svg.disc(point(&pick.at), 5.0, &attributes);
        }
        svg.finish()
    }

    /// Ticks with their numbers, and whose values run where.
    fn axes(&self, svg: &mut Svg, frame: &Frame, x: Scale, y: Scale) {
        let area = frame.area;
        let most = if self.pair.alone { 6 } else { 4 };
        for (value, words) in x.ticks(most) {
            let at = x.at(value);
            svg.line((at, area.bottom), (at, area.bottom + 4.0), r#"class="axis""#);
            svg.text((at, area.bottom + 6.0 + frame.letter * 0.85), r#"class="tick middle""#, &words);
        }
        for (value, words) in y.ticks(most) {
            let at = y.at(value);
            svg.line((area.left - 4.0, at), (area.left, at), r#"class="axis""#);
            svg.text((area.left - 6.0, at + frame.letter * 0.3), r#"class="tick end""#, &words);
        }
        let corner = |p: (f64, f64)| format!("{} {}", num(p.0), num(p.1));
        let frame_path = format!(
            "M{}L{}L{}",
            corner((area.left, area.top)),
            corner((area.left, area.bottom)),
            corner((area.right, area.bottom))
        );
        svg.path(&frame_path, r#"class="axis""#);
        let name = |i: usize| shorten(&self.pair.faces[i].name, frame.columns);
        let radius = frame.letter * 0.3;
        let top = frame.letter;
        let mark = |i: usize, at: (f64, f64)| {
            let look = self.pair.faces[i].look;
            (shape(look, at.0, at.1, radius), format!(r#"fill="{}""#, colour(look)))
        };
        let (d, fill) = mark(1, (radius + 2.0, top - radius));
        svg.path(&d, &fill);
        svg.text((radius * 2.0 + 7.0, top), r#"class="name""#, &format!("↑ worth to {}", name(1)));
        let below = frame.height - 5.0;
        let (d, fill) = mark(0, (area.right - radius, below - radius));
        svg.path(&d, &fill);
        let words = format!("worth to {} →", name(0));
        svg.text((area.right - radius * 2.0 - 5.0, below), r#"class="name end""#, &words);
    }

    fn dots(&self, svg: &mut Svg, point: &dyn Fn(&[f64; 2]) -> (f64, f64)) {
        for kind in [Kind::Crossing, Kind::Refused, Kind::Agreed] {
            let of_kind = self.pair.dots.iter().filter(|dot| dot.kind == kind);
            let places: BTreeSet<(i64, i64)> = of_kind.map(|dot| tenths(point(&dot.at))).collect();
            let d: Vec<String> = places.iter().map(|at| format!("M{}h0", written(*at))).collect();
            let d = d.concat();
            match kind {
                Kind::Crossing => {
                    svg.path(&d, r#"class="dots crossing""#);
                    svg.path(&d, r#"class="dots hole""#);
                }
                Kind::Refused => svg.path(&d, r#"class="dots refused""#),
                Kind::Agreed => svg.path(&d, r#"class="dots agreed""#),
            }
        }
    }

    /// Between two principals the frontier is a line, between stops one that may have gaps; of more, each panel sees its points only.
    fn frontier(&self, svg: &mut Svg, point: &dyn Fn(&[f64; 2]) -> (f64, f64)) {
        let mut places: Vec<(i64, i64)> = self.pair.frontier.iter().map(|v| tenths(point(v))).collect();
        let two = self.pair.alone;
        match &self.pair.lines {
            Some(lines) if two => {
                let at = |end: &[f64; 2]| written(tenths(point(end)));
                let d: Vec<String> =
                    lines.iter().map(|[from, to]| format!("M{}L{}", at(from), at(to))).collect();
                if !d.is_empty() {
                    svg.path(&d.concat(), r#"class="frontier between""#);
                }
            }
            None if two => {
                places.sort_unstable();
                places.dedup();
                let d: Vec<String> = places.iter().map(|at| written(*at)).collect();
                if d.len() > 1 {
                    svg.path(&format!("M{}", d.join("L")), r#"class="frontier""#);
                }
            }
            _ => {}
        }
        if !self.pair.listed {
            let places: BTreeSet<(i64, i64)> = places.into_iter().collect();
            let d: Vec<String> = places.iter().map(|at| format!("M{}h0", written(*at))).collect();
            svg.path(&d.concat(), r#"class="dots refused""#);
        }
    }

    /// What no deal is worth to each, as lines in the colour and dash of the party.
    fn floors(&self, svg: &mut Svg, frame: &Frame, labels: &mut Labels, at: (f64, f64)) {
        let area = frame.area;
        let stroke = |i: usize| {
            let look = self.pair.faces[i].look;
            format!(r#"class="floor" stroke="{}" stroke-dasharray="{}""#, colour(look), dash(look))
        };
        svg.line((at.0, area.top - 6.0), (at.0, area.bottom), &stroke(0));
        svg.line((area.left, at.1), (area.right, at.1), &stroke(1));
        let words = |i: usize| {
            if self.pair.alone {
                format!("no deal for {}", shorten(&self.pair.faces[i].name, 18))
            } else {
                "no deal".to_owned()
            }
        };
        let width = labels.width(&words(0));
        let middle =
            at.0.clamp(area.left + width / 2.0, (area.right - width / 2.0).max(area.left + width / 2.0));
        svg.text((middle, area.top - 9.0), r#"class="says middle""#, &words(0));
        let width = labels.width(&words(1));
        let baseline = at.1 + frame.letter;
        let baseline = if baseline + 2.0 > area.bottom { at.1 - 4.0 } else { baseline };
        // Beside the other line where it would run through the words.
        let through = (area.left..area.left + width + 8.0).contains(&at.0);
        let start = if through { at.0 + 5.0 } else { area.left + 4.0 };
        svg.text((start, baseline), r#"class="says halo""#, &words(1));
        labels.keep_free(Area {
            left: start,
            top: baseline - frame.letter,
            right: start + width,
            bottom: baseline + 3.0,
        });
        // Labels may cross the lines where there is no other room.
        for along in 0..16 {
            let share = f64::from(along) / 15.0;
            labels.keep_free(Area::around((at.0, area.top + share * (area.bottom - area.top)), 1.0));
            labels.keep_free(Area::around((area.left + share * (area.right - area.left), at.1), 1.0));
        }
    }

    fn corner_label(&self, svg: &mut Svg, labels: &mut Labels, frame: &Frame, at: (f64, f64)) {
        let area = frame.area;
        let words = if self.pair.open { "zone of agreement" } else { "better for both" };
        let width = labels.width(words);
        // In the corner, right-aligned to the frame; too small a corner is left to the sentence below the plot.
        if area.right - at.0 < width * 0.6 || at.1 - area.top < frame.letter * 1.6 {
            return;
        }
        let baseline = area.top + frame.letter * 1.05;
        svg.text((area.right - 5.0, baseline), r#"class="zone end""#, words);
        labels.keep_free(Area {
            left: area.right - 5.0 - width,
            top: area.top,
            right: area.right,
            bottom: baseline + 4.0,
        });
    }

    /// A point that carries a name, with the name beside it.
    fn name(&self, svg: &mut Svg, labels: &mut Labels, at: (f64, f64), named: &Named) {
        let letters = named.letters.join(" ");
        let roles: Vec<String> = match named.roles.as_slice() {
            _ if !self.pair.alone => Vec::new(),
            roles => roles.to_vec(),
        };
        if letters.is_empty() && roles.is_empty() {
            return;
        }
        if !roles.is_empty() {
            svg.path(&shape(0, at.0, at.1, 6.0), r#"class="ring""#);
        }
        svg.path(&shape(0, at.0, at.1, 2.8), r#"class="spot""#);
        let first = usize::from(!letters.is_empty());
        let lines: Vec<String> = (!letters.is_empty()).then_some(letters).into_iter().chain(roles).collect();
        let placed = labels.place(at, &lines);
        if let Some(leader) = placed.leader {
            svg.line(at, leader, r#"class="leader""#);
        }
        for (i, (line, place)) in lines.iter().zip(&placed.lines).enumerate() {
            let class = if i < first { r#"class="letter halo""# } else { r#"class="role halo""# };
            svg.text(*place, class, line);
        }
    }
}

/// The corner beyond both lines.
fn corner(svg: &mut Svg, area: Area, at: (f64, f64)) {
    let d = format!("M{} {}H{}V{}H{}Z", num(at.0), num(at.1), num(area.right), num(area.top), num(at.0));
    svg.path(&d, r#"class="corner""#);
}

fn tenths(at: (f64, f64)) -> (i64, i64) {
    ((at.0 * 10.0).round() as i64, (at.1 * 10.0).round() as i64)
}

fn written(at: (i64, i64)) -> String {
    format!("{} {}", num(at.0 as f64 / 10.0), num(at.1 as f64 / 10.0))
}
