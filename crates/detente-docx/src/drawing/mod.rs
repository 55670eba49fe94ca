//! Pictures in lines and areas: read from SVG and its style sheet, written so that word processors draw them sharp at any size.
//!
//! Word draws SVG, but neither variables nor selectors of a style sheet, and not every program draws SVG at all. So a [`Drawing`] holds plain shapes with their
//! looks worked out, and is written twice: as SVG without a style sheet, and as an enhanced metafile ([`emf`]) for whoever cannot read that.

mod emf;
mod metrics;
mod outline;
mod style;
mod svg;

pub use style::Look;

use crate::error::DocxError;

/// A drawing: shapes in the order in which they are drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its width in its own units.
    width: f64,
    /// Its height.
    height: f64,
    shapes: Vec<Shape>,
}

/// A colour: red, green, blue, and how much of what lies below shines through, from 0 (nothing shines through: 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Paint {
    /// Red, green, blue.
    rgb: [u8; 3],
    /// 1 hides what lies below, 0 shows all of it.
    opacity: f64,
}

/// A line around something.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stroke {
    paint: Paint,
    width: f64,
    /// Lengths of dashes and gaps in turn; empty for none.
    dashes: Vec<f64>,
    /// Whether its ends are round; without length such a line is a dot.
    round: bool,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// Lines and areas.
    Path { figures: Vec<Figure>, fill: Option<Paint>, stroke: Option<Stroke> },
    /// A line of text.
    Words { at: Point, text: String, look: Letters },
}

/// How a line of text looks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Letters {
    anchor: Anchor,
    size: f64,
    bold: bool,
    italic: bool,
    paint: Paint,
    /// The colour around the letters that keeps them readable on lines, and how wide it is.
    halo: Option<(Paint, f64)>,
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A place: from the left, from the top.
pub(crate) type Point = (f64, f64);

/// One run of the pen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    start: Point,
    segments: Vec<Segment>,
    closed: bool,
}

/// A piece of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Segment {
    Line(Point),
    /// A cubic Bézier curve: two points that pull, then its end.
    Curve(Point, Point, Point),
}

impl Drawing {
    /// Reads SVG as this project draws it: paths, circles and lines of text, their looks in attributes and in a style sheet.
    ///
    /// # Errors
    /// If it is no SVG, or holds something that would not be drawn.
    pub fn read(svg: &str, look: &Look) -> Result<Self, DocxError> {
        svg::read(svg, look)
    }

    /// Its width and height in its own units, both above zero.
    pub fn size(&self) -> [f64; 2] {
        [self.width, self.height]
    }

    /// Its height for a width, in the same unit.
    #[must_use]
    pub fn height_for(&self, width: f64) -> f64 {
        if self.width > 0.0 { width * self.height / self.width } else { 0.0 }
    }

    /// As SVG without a style sheet.
    pub(crate) fn to_svg(&self) -> String {
        svg::write(self)
    }

    /// As an enhanced metafile, for a width in millimetres.
    pub(crate) fn to_emf(&self, width: f64) -> Vec<u8> {
        emf::write(self, width)
    }
}
