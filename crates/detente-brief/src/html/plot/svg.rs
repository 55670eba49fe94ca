//! Writing SVG: numbers short, text escaped.

use std::fmt::Write as _;

use minijinja::Value;

/// A drawing under construction.
pub(super) struct Svg {
    out: String,
}

impl Svg {
    /// Starts a drawing of a size in user units. `id` must be unique on the page; it ties the drawing to the title and the
    /// description that are read aloud.
    pub fn new(id: &str, class: &str, width: f64, height: f64, title: &str, desc: &str) -> Self {
        let out = format!(
            r#"<svg class="{class}" viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
            num(width),
            num(height),
            escape(title),
            escape(desc)
        );
        Self { out }
    }

    /// A path; `attributes` are written as they are.
    pub fn path(&mut self, d: &str, attributes: &str) {
        if !d.is_empty() {
            self.push(&format!(r#"<path d="{d}" {attributes}/>"#));
        }
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

    /// The finished drawing, marked as safe for the template.
    pub fn finish(mut self) -> Value {
        self.out.push_str("</svg>");
        Value::from_safe_string(self.out)
    }
}

/// A coordinate to a tenth of a unit, without a needless `.0`; anything that is not finite lies at 0.
pub(in crate::html) fn num(x: f64) -> String {
    let tenths = if x.is_finite() { (x * 10.0).round() / 10.0 } else { 0.0 };
    // Adding zero turns a minus zero into a plain one.
    format!("{}", tenths + 0.0)
}

/// Text made harmless inside SVG and HTML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out
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

    #[test]
    fn text_cannot_end_an_element_or_an_attribute() {
        assert_eq!(escape(r#"</text><script>'""#), "&lt;/text&gt;&lt;script&gt;&#39;&quot;");
    }
}
