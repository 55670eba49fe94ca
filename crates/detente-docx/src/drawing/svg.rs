//! A drawing from SVG, and as SVG that needs no style sheet.

use crate::xml::Xml;
use roxmltree::{Document, Node};

use super::style::{Look, colour};
use super::{Anchor, Drawing, Figure, Letters, Paint, Point, Segment, Shape, Stroke, outline};
use crate::error::DocxError;
use crate::letters::writable;

/// The letters of a drawing, where a document has them.
pub(super) const FAMILY: &str = "Cambria, Caladea, Georgia, 'Times New Roman', serif";
const BLACK: Paint = Paint { rgb: [0; 3], opacity: 1.0 };

/// Reads a drawing, its looks worked out.
pub(super) fn read(svg: &str, look: &Look) -> Result<Drawing, DocxError> {
    let wrong = |why: String| DocxError::NoDrawing(why);
    let parsed = Document::parse(svg).map_err(|why| wrong(why.to_string()))?;
    let root = parsed.root_element();
    if root.tag_name().name() != "svg" {
        return Err(wrong(format!("it begins with `{}`", root.tag_name().name())));
    }
    let view: Vec<f64> = root
        .attribute("viewBox")
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|one| one.parse().ok())
        .collect();
    let &[_, _, width, height] = view.as_slice() else {
        return Err(wrong("it has no `viewBox` of four numbers".to_owned()));
    };
    if !(width > 0.0 && height > 0.0) {
        return Err(wrong("its `viewBox` has no width or no height".to_owned()));
    }
    let whole: Vec<&str> = root.attribute("class").unwrap_or_default().split_whitespace().collect();
    let mut shapes = Vec::new();
    for node in root.children().filter(Node::is_element) {
        let element = Element { node, whole: &whole, look };
        match node.tag_name().name() {
            "path" => {
                shapes.extend(element.outlined(outline::figures(node.attribute("d").unwrap_or_default())?));
            }
            "circle" => shapes.extend(element.outlined(element.circle()?)),
            "text" => shapes.push(element.words()?),
            // What is read aloud stands beside the drawing in a document.
            "title" | "desc" => {}
            name => return Err(wrong(format!("it holds `{name}`"))),
        }
    }
    Ok(Drawing { width, height, shapes })
}

/// An element with everything that says how it looks.
struct Element<'a, 'input> {
    node: Node<'a, 'input>,
    whole: &'a [&'a str],
    look: &'a Look,
}

impl Element<'_, '_> {
    /// What the style sheet says of a property, or else the element itself.
    fn said(&self, property: &str) -> Option<&str> {
        let classes: Vec<&str> =
            self.node.attribute("class").unwrap_or_default().split_whitespace().collect();
        self.look
            .of(self.whole, self.node.tag_name().name(), &classes, property)
            .or_else(|| self.node.attribute(property))
    }

    fn number(&self, property: &str) -> Option<f64> {
        self.said(property)?.trim_end_matches("px").parse().ok()
    }

    fn needed(&self, attribute: &str) -> Result<f64, DocxError> {
        let number = self.node.attribute(attribute).and_then(|written| written.parse().ok());
        number.ok_or_else(|| {
            DocxError::NoDrawing(format!("`{}` has no number for `{attribute}`", self.node.tag_name().name()))
        })
    }

    fn paint(&self, property: &str, otherwise: Option<Paint>) -> Option<Paint> {
        let opacity = self.number(&format!("{property}-opacity")).unwrap_or(1.0);
        match self.said(property) {
            None => otherwise,
            Some(written) => colour(written).map(|rgb| Paint { rgb, opacity }),
        }
    }

    fn stroke(&self) -> Option<Stroke> {
        let paint = self.paint("stroke", None)?;
        let dashes = self.said("stroke-dasharray").unwrap_or_default();
        Some(Stroke {
            paint,
            width: self.number("stroke-width").unwrap_or(1.0),
            dashes: dashes.split([' ', ',']).filter_map(|one| one.parse().ok()).collect(),
            round: self.said("stroke-linecap") == Some("round"),
        })
    }

    fn outlined(&self, figures: Vec<Figure>) -> Option<Shape> {
        let (fill, stroke) = (self.paint("fill", Some(BLACK)), self.stroke());
        (fill.is_some() || stroke.is_some()).then_some(Shape::Path { figures, fill, stroke })
    }

    fn circle(&self) -> Result<Vec<Figure>, DocxError> {
        let (x, y, r) = (self.needed("cx")?, self.needed("cy")?, self.needed("r")?);
        let (left, across) = (x - r, 2.0 * r);
        outline::figures(&format!("M{left} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 {} 0Z", -across))
    }

    fn words(&self) -> Result<Shape, DocxError> {
        let text: String = self
            .node
            .descendants()
            .filter_map(|node| node.is_text().then(|| node.text()).flatten())
            .collect();
        let heavy =
            |weight: &str| weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600);
        let look = Letters {
            anchor: match self.said("text-anchor") {
                Some("middle") => Anchor::Middle,
                Some("end") => Anchor::End,
                _ => Anchor::Start,
            },
            size: self.number("font-size").unwrap_or(12.0),
            bold: self.said("font-weight").is_some_and(heavy),
            italic: self.said("font-style") == Some("italic"),
            paint: self.paint("fill", Some(BLACK)).unwrap_or(BLACK),
            halo: self.stroke().map(|stroke| (stroke.paint, stroke.width)),
        };
        Ok(Shape::Words { at: (self.needed("x")?, self.needed("y")?), text, look })
    }
}

/// Writes a drawing with every look as an attribute.
pub(super) fn write(drawing: &Drawing) -> String {
    let mut xml = Xml::fragment();
    xml.open("svg");
    xml.attribute("xmlns", "http://www.w3.org/2000/svg");
    xml.attribute("width", &drawing.width);
    xml.attribute("height", &drawing.height);
    xml.attribute("viewBox", &format!("0 0 {} {}", drawing.width, drawing.height));
    for shape in &drawing.shapes {
        match shape {
            Shape::Path { figures, fill, stroke } => {
                xml.open("path");
                xml.attribute("d", &data(figures));
                paint(&mut xml, "fill", *fill);
                if let Some(stroke) = stroke {
                    outline_of(&mut xml, stroke);
                }
                xml.close();
            }
            Shape::Words { at, text, look } => {
                // Not every program draws the line around a letter below its area: so the words come twice, the line first.
                if let Some((halo, width)) = look.halo {
                    words(&mut xml, *at, text, look, |xml| {
                        paint(xml, "fill", Some(halo));
                        paint(xml, "stroke", Some(halo));
                        xml.attribute("stroke-width", &width);
                        xml.attribute("stroke-linejoin", "round");
                    });
                }
                words(&mut xml, *at, text, look, |xml| paint(xml, "fill", Some(look.paint)));
            }
        }
    }
    xml.finish()
}

fn words(xml: &mut Xml, at: Point, text: &str, look: &Letters, painted: impl Fn(&mut Xml)) {
    xml.open("text");
    xml.attribute("x", &short(at.0));
    xml.attribute("y", &short(at.1));
    xml.attribute("font-family", FAMILY);
    xml.attribute("font-size", &look.size);
    match look.anchor {
        Anchor::Start => {}
        Anchor::Middle => xml.attribute("text-anchor", "middle"),
        Anchor::End => xml.attribute("text-anchor", "end"),
    }
    if look.bold {
        xml.attribute("font-weight", "bold");
    }
    if look.italic {
        xml.attribute("font-style", "italic");
    }
    painted(xml);
    xml.text(&writable(text));
    xml.close();
}

fn paint(xml: &mut Xml, property: &str, paint: Option<Paint>) {
    let Some(paint) = paint else {
        xml.attribute(property, "none");
        return;
    };
    let [red, green, blue] = paint.rgb;
    xml.attribute(property, &format!("#{red:02x}{green:02x}{blue:02x}"));
    if paint.opacity < 1.0 {
        xml.attribute(&format!("{property}-opacity"), &paint.opacity);
    }
}

fn outline_of(xml: &mut Xml, stroke: &Stroke) {
    paint(xml, "stroke", Some(stroke.paint));
    xml.attribute("stroke-width", &stroke.width);
    if !stroke.dashes.is_empty() {
        let dashes: Vec<String> = stroke.dashes.iter().map(f64::to_string).collect();
        xml.attribute("stroke-dasharray", &dashes.join(" "));
    }
    if stroke.round {
        xml.attribute("stroke-linecap", "round");
    }
}

fn data(figures: &[Figure]) -> String {
    let at = |(x, y): Point| format!("{} {}", short(x), short(y));
    let mut written = String::new();
    for figure in figures {
        written.push_str(&format!("M{}", at(figure.start)));
        for segment in &figure.segments {
            match *segment {
                Segment::Line(to) => written.push_str(&format!("L{}", at(to))),
                Segment::Curve(one, two, to) => {
                    written.push_str(&format!("C{} {} {}", at(one), at(two), at(to)));
                }
            }
        }
        if figure.closed {
            written.push('Z');
        }
    }
    written
}

/// A coordinate to a hundredth.
fn short(x: f64) -> String {
    format!("{}", (x * 100.0).round() / 100.0 + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = ":root { --paper: #fff; } svg text { font-size: 12.5px; } svg .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3.5px; } svg .bar { fill: #d3d6da; }";

    #[test]
    fn looks_are_worked_out_and_nothing_is_lost() {
        let drawn = r##"<svg class="plot" viewBox="0 0 100 50"><title>t</title><desc>d</desc><path d="M0 0H10V5Z" class="bar"/><circle cx="5" cy="6" r="2" fill="none" stroke="#15508f" stroke-dasharray="7 3"/><text x="1" y="2" class="end halo">a &lt; b</text></svg>"##;
        let drawing = Drawing::read(drawn, &Look::read(SHEET)).unwrap();
        assert_eq!(drawing.shapes.len(), 3);
        assert!((drawing.height_for(160.0) - 80.0).abs() < 1e-12);
        let written = write(&drawing);
        let again = Drawing::read(&written, &Look::default()).unwrap();
        // The words come twice: the line around them, then they.
        assert_eq!(again.shapes.len(), 4);
        assert!(
            written.contains(r##"fill="#d3d6da""##)
                && written.contains("a &lt; b")
                && written.contains(r#"stroke-dasharray="7 3""#),
            "{written}"
        );
        assert!(!written.contains("class"), "{written}");
    }

    #[test]
    fn what_would_not_be_drawn_is_refused() {
        for wrong in [
            "<p/>",
            "<svg/>",
            r#"<svg viewBox="0 0 0 0"/>"#,
            r#"<svg viewBox="0 0 9 9"><g/></svg>"#,
            r#"<svg viewBox="0 0 9 9"><circle cx="1"/></svg>"#,
            "<svg",
        ] {
            assert!(
                matches!(Drawing::read(wrong, &Look::default()), Err(DocxError::NoDrawing(_))),
                "{wrong}"
            );
        }
    }
}
