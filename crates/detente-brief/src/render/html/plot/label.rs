//! Where labels go so that they cover neither each other nor what they name.
//!
//! Greedy: each label in turn takes, of the places around its point, the one that overlaps least with what is there
//! already, nearer places first (after Christensen, Marks & Shieber 1995, the greedy baseline).

use unicode_width::UnicodeWidthStr;

/// A rectangle: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// A square around a point.
    pub fn around(at: (f64, f64), reach: f64) -> Self {
        Self { left: at.0 - reach, top: at.1 - reach, right: at.0 + reach, bottom: at.1 + reach }
    }

    fn overlap(self, other: Self) -> f64 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        if width > 0.0 && height > 0.0 { width * height } else { 0.0 }
    }

    fn holds(self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    fn outside(self, bounds: Self) -> f64 {
        let over = |x: f64| x.max(0.0);
        over(bounds.left - self.left)
            + over(self.right - bounds.right)
            + over(bounds.top - self.top)
            + over(self.bottom - bounds.bottom)
    }
}

/// What is on the drawing already.
pub(super) struct Labels {
    bounds: Area,
    taken: Vec<Area>,
    /// Points that a label may cover if it must.
    crowd: Vec<(f64, f64)>,
    letter: f64,
}

/// A label in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// Where each line of text begins: left end, baseline.
    pub lines: Vec<(f64, f64)>,
    /// The nearest point of the label, if it stands so far off that a line should lead to it.
    pub leader: Option<(f64, f64)>,
}

impl Labels {
    /// Labels of a font size inside bounds.
    pub fn new(bounds: Area, size: f64) -> Self {
        Self { bounds, taken: Vec::new(), crowd: Vec::new(), letter: size }
    }

    /// Keeps an area free of labels.
    pub fn keep_free(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Notes a point that labels should rather not cover.
    pub fn avoid(&mut self, at: (f64, f64)) {
        self.crowd.push(at);
    }

    /// How wide a text comes out, about.
    pub fn width(&self, text: &str) -> f64 {
        text.width() as f64 * self.letter * 0.54
    }

    /// Finds a place for lines of text next to a point.
    pub fn place(&mut self, at: (f64, f64), lines: &[String]) -> Placed {
        let line_height = self.letter * 1.12;
        let width = lines.iter().map(|line| self.width(line)).fold(0.0, f64::max);
        let height = line_height * lines.len() as f64;
        let mut best: Option<(f64, Area, bool)> = None;
        for (step, gap) in [7.0, 20.0, 36.0, 56.0].into_iter().enumerate() {
            // Right, left, above, below, then the corners.
            let beside = [
                (1.0, 0.0),
                (-1.0, 0.0),
                (0.0, -1.0),
                (0.0, 1.0),
                (1.0, -1.0),
                (1.0, 1.0),
                (-1.0, -1.0),
                (-1.0, 1.0),
            ];
            for (turn, (dx, dy)) in beside.into_iter().enumerate() {
                let middle = (at.0 + dx * (gap + width / 2.0), at.1 + dy * (gap + height / 2.0));
                let area = Area {
                    left: middle.0 - width / 2.0,
                    top: middle.1 - height / 2.0,
                    right: middle.0 + width / 2.0,
                    bottom: middle.1 + height / 2.0,
                };
                let covered: f64 = self.taken.iter().map(|taken| taken.overlap(area)).sum();
                let hidden = self.crowd.iter().filter(|point| area.holds(**point)).count() as f64;
                let cost = covered
                    + 6.0 * hidden
                    + 40.0 * area.outside(self.bounds)
                    + 25.0 * step as f64
                    + turn as f64;
                if best.is_none_or(|(least, ..)| cost < least) {
                    best = Some((cost, area, step > 0));
                }
            }
        }
        let area = best.map_or(Area::around(at, 0.0), |(_, area, _)| area);
        self.taken.push(area);
        let nearest = (at.0.clamp(area.left, area.right), at.1.clamp(area.top, area.bottom));
        Placed {
            lines: (0..lines.len()).map(|i| (area.left, area.top + line_height * (i as f64 + 0.8))).collect(),
            leader: best.is_some_and(|(.., far)| far).then_some(nearest),
        }
    }
}

/// A name that fits into so many columns, cut with an ellipsis where it must be.
pub(super) fn shorten(name: &str, columns: usize) -> String {
    if name.width() <= columns {
        return name.to_owned();
    }
    let mut kept = String::new();
    for letter in name.chars() {
        if kept.width() + 2 > columns {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_one_point_do_not_overlap() {
        let bounds = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 200.0 };
        let mut labels = Labels::new(bounds, 10.0);
        for _ in 0..6 {
            labels.place((100.0, 100.0), &["Nash".to_owned()]);
        }
        for (i, a) in labels.taken.iter().enumerate() {
            assert_eq!(a.outside(bounds), 0.0);
            for b in &labels.taken[i + 1..] {
                assert_eq!(a.overlap(*b), 0.0);
            }
        }
    }

    #[test]
    fn names_are_cut_only_when_they_must_be() {
        assert_eq!(shorten("Israel", 6), "Israel");
        assert_eq!(shorten("A very long name", 8), "A very…");
    }
}
