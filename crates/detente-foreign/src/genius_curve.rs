//! Genius: what numbers are worth, by the evaluator of an issue.

use detente_case::Code;
use detente_case::report::{Fault, quoted};
use roxmltree::Node;

use crate::genius::Reader;
use crate::scenario::{Topic, Worth};
use crate::sound::NARROWEST;
use crate::xml::{attribute, children};

impl Reader<'_> {
    /// The bounds that a profile repeats must be those of the domain, from which its evaluator counts.
    pub(crate) fn same_bounds(&mut self, issue: Node<'_, '_>, topic: &Topic) -> Option<()> {
        let stated = children(issue, "range").next().unwrap_or(issue);
        let Some(ends) = topic.answers.ends() else { return Some(()) };
        if stated.attribute("lowerbound").is_none() || stated.attribute("upperbound").is_none() {
            return Some(());
        }
        let found = self.range(issue)?;
        if found != ends {
            let message = format!(
                "in the profile {} goes from {} to {}, in the domain from {} to {}",
                quoted(&topic.name),
                found.0,
                found.1,
                ends.0,
                ends.1
            );
            let span = self.xml.span(stated);
            self.push(
                Fault::new(Code::OtherDomain, span, message)
                    .label("not the domain on the table")
                    .help("name the domain that the profile was written for, or mend the bounds"),
            );
            return None;
        }
        Some(())
    }

    /// The evaluation of an issue in numbers.
    pub(crate) fn evaluator(
        &mut self,
        issue: Node<'_, '_>,
        topic: &Topic,
        ends: (f64, f64),
        whole: bool,
    ) -> Option<Worth> {
        let Some(node) = children(issue, "evaluator").next() else {
            let message = format!("the issue {} has no evaluator", quoted(&topic.name));
            let span = self.xml.span(issue);
            self.push(
                Fault::new(Code::MissingValue, span, message)
                    .label("what are its numbers worth?")
                    .help("add `<evaluator ftype=\"linear\" …/>`"),
            );
            return None;
        };
        let kind = attribute(node, "ftype").unwrap_or_else(|| String::from("linear")).to_lowercase();
        let mut number = |name: &str| self.number(node, name).map(|(x, _)| x);
        let curve = match kind.as_str() {
            "linear" if whole && node.attribute("slope").is_some() => {
                let (slope, offset) = (number("slope")?, number("offset")?);
                Curve::linear(slope, offset - slope * ends.0, ends)
            }
            "linear" => {
                let (slope, offset) = (number("parameter1")?, number("parameter0")?);
                Curve::linear(slope, offset, ends)
            }
            "constant" => Curve { points: vec![(ends.0, number("parameter0")?)], jump: false },
            "triangular" => {
                Curve::triangle(number("parameter0")?, number("parameter1")?, number("parameter2")?, ends)
            }
            other => {
                let message = format!("an evaluator of the type {} cannot be read", quoted(other));
                let span = self.xml.span(node);
                self.push(
                    Fault::new(Code::Unsupported, span, message)
                        .label("not known")
                        .help("`linear`, `constant` and `triangular` can"),
                );
                return None;
            }
        };
        if curve.jump {
            let message = "a worth that rises or falls upright within the issue cannot be held by a case";
            let span = self.xml.span(node);
            self.push(
                Fault::new(Code::Unsupported, span, message)
                    .label("upright")
                    .help("make it less steep: move the top of a triangle away from its foot, or lower the slope of a line"),
            );
            return None;
        }
        Some(Worth::points(&curve.points, ends))
    }
}

/// A piecewise-linear function.
struct Curve {
    points: Vec<(f64, f64)>,
    /// Whether it jumps within the issue.
    jump: bool,
}

impl Curve {
    /// `slope · x + offset` within [0, 1].
    fn linear(slope: f64, offset: f64, (from, to): (f64, f64)) -> Self {
        let at = |x: f64| (slope * x + offset).clamp(0.0, 1.0);
        let mut points = vec![(from, at(from))];
        let mut jump = false;
        if slope != 0.0 {
            let mut bends = [(-offset / slope, 0.0), ((1.0 - offset) / slope, 1.0)];
            bends.sort_by(|a, b| a.0.total_cmp(&b.0));
            // So steep that no number lies between its ends is upright.
            let slack = NARROWEST * from.abs().max(to.abs()).max(1.0);
            jump = bends[1].0 - bends[0].0 < slack && from < bends[0].0 && bends[1].0 < to;
            points.extend(bends.into_iter().filter(|(x, _)| from < *x && *x < to));
        }
        if to > from {
            points.push((to, at(to)));
        }
        Self { points, jump }
    }

    /// 0 at both feet and beyond, 1 at the top.
    fn triangle(left: f64, right: f64, top: f64, (from, to): (f64, f64)) -> Self {
        // An upright side within the issue is a jump; at its very beginning the value there is that of the top.
        let jump =
            (left >= top && left > from && left <= to) || (right <= top && right > from && right <= to);
        let mut points = Vec::new();
        if left < top {
            points.push((left, 0.0));
        }
        points.push((top, 1.0));
        if right > top {
            points.push((right, 0.0));
        }
        Self { points, jump }
    }
}
