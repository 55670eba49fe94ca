//! Writing SVG: numbers short, text escaped.

use std::fmt::Write as _;

use super::super::escape::escape;
use crate::page::Plot;

/// A drawing under construction.
pub(super) struct Svg {
    out: String,
}

impl Svg {
    /// Starts a drawing of a size in user units, with its title and description to be read aloud.
    pub fn new(plot: &Plot, class: &str, width: f64, height: f64) -> Self {
        let id = escape(&plot.id);
        let out = format!(
            r#"<svg class="{class}" viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
            num(width),
            num(height),
            escape(&plot.title),
            escape(&plot.desc)
        );
        Self { out }
    }

    /// A path; `attributes` are written as they are.
    pub fn path(&mut self, d: &str, attributes: &str) {
        if !d.is_empty() {
            self.push(&format!(r#"<path d="{d}" {attributes}/>"#));
        }
    }

    /// A disc around a point.
    pub fn disc(&mut self, at: (f64, f64), radius: f64, attributes: &str) {
        let (x, y, r) = (num(at.0), num(at.1), num(radius));
        self.push(&format!(r#"<circle cx="{x}" cy="{y}" r="{r}" {attributes}/>"#));
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), attributes: &str) {
        let d = format!("M{} {}L{} {}", num(from.0), num(from.1), num(to.0), num(to.1));
        self.path(&d, attributes);
    }

    /// A line of text, escaped.
    pub fn text(&mut self, at: (f64, f64), attributes: &str, text: &str) {
        // Writing to a string cannot fail.
        let _ = write!(
            self.out,
            r#"<text x="{}" y="{}" {attributes}>{}</text>"#,
            num(at.0),
            num(at.1),
            escape(text)
        );
    }

    fn push(&mut self, element: &str) {
        self.out.push_str(element);
    }

    /// The finished drawing.
    pub fn finish(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }
}

/// A coordinate to a tenth of a unit, without a needless `.0`; anything that is not finite lies at 0.
pub(in crate::render::html) fn num(x: f64) -> String {
    let tenths = if x.is_finite() { (x * 10.0).round() / 10.0 } else { 0.0 };
    // Adding zero turns a minus zero into a plain one.
    format!("{}", tenths + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_always_finite() {
        assert_eq!(num(3.0), "3");
        assert_eq!(num(-0.01), "0");
        assert_eq!(num(12.349), "12.3");
        assert_eq!(num(f64::NAN), "0");
    }
}
