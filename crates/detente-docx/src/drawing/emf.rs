//! A drawing as an enhanced metafile ([MS-EMF]): for word processors that draw no SVG, and sharp at any size too.

use super::{Anchor, Drawing, Figure, Letters, Paint, Point, Segment, Shape, Stroke, metrics};
use crate::letters::writable;

/// Units of the metafile in a unit of the drawing: whole numbers fine enough for a smooth curve.
const FINE: f64 = 20.0;
/// Millimetres in a pixel of the device that the metafile is written for: 96 in an inch.
const PIXEL: f64 = 25.4 / 96.0;
/// A pen and a brush that draw nothing: objects of the system.
const NO_BRUSH: u32 = 0x8000_0005;
const NO_PEN: u32 = 0x8000_0008;
/// Our own objects. Three are made and unmade as often as needed.
const PEN: u32 = 1;
const BRUSH: u32 = 2;
const FONT: u32 = 3;

/// The kinds of record used here, by their numbers.
#[derive(Clone, Copy)]
enum Kind {
    Header = 1,
    CurveTo = 5,
    Extent = 9,
    Origin = 10,
    ViewExtent = 11,
    ViewOrigin = 12,
    End = 14,
    MapMode = 17,
    Background = 18,
    Align = 22,
    TextColour = 24,
    MoveTo = 27,
    Select = 37,
    Brush = 39,
    Delete = 40,
    LineTo = 54,
    BeginPath = 59,
    EndPath = 60,
    CloseFigure = 61,
    FillPath = 62,
    StrokePath = 64,
    Font = 82,
    Text = 84,
    Pen = 95,
}

/// Writes the drawing for a width on paper in millimetres.
pub(super) fn write(drawing: &Drawing, width: f64) -> Vec<u8> {
    let mut file = Metafile { bytes: Vec::new(), records: 0 };
    let pixels = |millimetres: f64| (millimetres / PIXEL).round() as i32;
    let (across, down) = (pixels(width), pixels(drawing.height_for(width)));
    file.header(across, down, width, drawing.height_for(width));
    file.record(Kind::MapMode, &[8]);
    file.record(Kind::Origin, &[0, 0]);
    file.record(
        Kind::Extent,
        &[(drawing.width * FINE).round() as i32, (drawing.height * FINE).round() as i32],
    );
    file.record(Kind::ViewOrigin, &[0, 0]);
    file.record(Kind::ViewExtent, &[across, down]);
    file.record(Kind::Background, &[1]);
    for shape in &drawing.shapes {
        match shape {
            Shape::Path { figures, fill, stroke } => {
                if let Some(fill) = fill {
                    file.area(figures, *fill);
                }
                if let Some(stroke) = stroke {
                    file.line(figures, stroke);
                }
            }
            Shape::Words { at, text, look } => file.words(*at, text, look),
        }
    }
    file.record(Kind::End, &[0, 0, 20]);
    file.finish()
}

struct Metafile {
    bytes: Vec<u8>,
    records: u32,
}

impl Metafile {
    fn header(&mut self, across: i32, down: i32, width: f64, height: f64) {
        let hundredths = |millimetres: f64| (millimetres * 100.0).round() as i32;
        let screen = [1920, 1080];
        let size = screen.map(|pixels| (f64::from(pixels) * PIXEL).round() as i32);
        let words = [
            0,
            0,
            across,
            down, // bounds in pixels
            0,
            0,
            hundredths(width),
            hundredths(height), // the frame in hundredths of a millimetre
            0x464D_4520,
            0x0001_0000, // " EMF", version
            0,
            0,
            0, // bytes, records, objects: known at the end
            0,
            0,
            0, // no description, no palette
            screen[0],
            screen[1],
            size[0],
            size[1],
        ];
        self.record(Kind::Header, &words);
    }

    fn record(&mut self, kind: Kind, words: &[i32]) {
        self.bytes.extend((kind as u32).to_le_bytes());
        self.bytes.extend((8 + 4 * words.len() as u32).to_le_bytes());
        self.bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
        self.records += 1;
    }

    fn select(&mut self, object: u32) {
        self.record(Kind::Select, &[object.cast_signed()]);
    }

    fn delete(&mut self, object: u32) {
        self.record(Kind::Delete, &[object.cast_signed()]);
    }

    fn path(&mut self, figures: &[Figure]) {
        self.record(Kind::BeginPath, &[]);
        for figure in figures {
            let (x, y) = fine(figure.start);
            self.record(Kind::MoveTo, &[x, y]);
            for segment in &figure.segments {
                match *segment {
                    Segment::Line(to) => {
                        let (x, y) = fine(to);
                        self.record(Kind::LineTo, &[x, y]);
                    }
                    Segment::Curve(one, two, to) => {
                        let (one, two, to) = (fine(one), fine(two), fine(to));
                        // The bounds are for a hurry that nobody is in: the record of all programs leaves them open.
                        self.record(
                            Kind::CurveTo,
                            &[0, 0, -1, -1, 3, one.0, one.1, two.0, two.1, to.0, to.1],
                        );
                    }
                }
            }
            if figure.closed {
                self.record(Kind::CloseFigure, &[]);
            }
        }
        self.record(Kind::EndPath, &[]);
    }

    fn area(&mut self, figures: &[Figure], fill: Paint) {
        self.record(Kind::Brush, &[BRUSH.cast_signed(), 0, opaque(fill), 0]);
        self.select(BRUSH);
        self.select(NO_PEN);
        self.path(figures);
        self.record(Kind::FillPath, &[0, 0, -1, -1]);
        self.select(NO_BRUSH);
        self.delete(BRUSH);
    }

    fn line(&mut self, figures: &[Figure], stroke: &Stroke) {
        let dots: Vec<Point> =
            figures.iter().filter(|figure| is_dot(figure)).map(|figure| figure.start).collect();
        if stroke.round && !dots.is_empty() {
            // A line without length and with round ends is a dot; programs draw the disc surely, and not always the line.
            let discs: Vec<Figure> = dots.iter().map(|at| disc(*at, stroke.width / 2.0)).collect();
            self.area(&discs, stroke.paint);
        }
        let lines: Vec<Figure> = figures.iter().filter(|figure| !is_dot(figure)).cloned().collect();
        if lines.is_empty() {
            return;
        }
        // Geometric, its style given or solid; ends round or flat, corners mitred.
        let style = 0x0001_0000
            | if stroke.dashes.is_empty() { 0 } else { 7 }
            | if stroke.round { 0 } else { 0x200 }
            | 0x2000;
        let width = (stroke.width * FINE).round().max(1.0) as i32;
        let dashes: Vec<i32> =
            stroke.dashes.iter().map(|length| (length * FINE).round().max(1.0) as i32).collect();
        let mut words = vec![
            PEN.cast_signed(),
            0,
            0,
            0,
            0,
            style,
            width,
            0,
            opaque(stroke.paint),
            0,
            dashes.len() as i32,
        ];
        words.extend(dashes);
        self.record(Kind::Pen, &words);
        self.select(PEN);
        self.select(NO_BRUSH);
        self.path(&lines);
        self.record(Kind::StrokePath, &[0, 0, -1, -1]);
        self.select(NO_PEN);
        self.delete(PEN);
    }

    fn words(&mut self, at: Point, text: &str, look: &Letters) {
        let text = writable(text);
        if text.is_empty() {
            return;
        }
        self.font(look);
        self.select(FONT);
        let base = 24;
        self.record(
            Kind::Align,
            &[base
                | match look.anchor {
                    Anchor::Start => 0,
                    Anchor::End => 2,
                    Anchor::Middle => 6,
                }],
        );
        if let Some((halo, width)) = look.halo {
            // A metafile knows no line around letters: the words in the colour around them, moved to all sides, are as good.
            let reach = width / 2.0;
            self.record(Kind::TextColour, &[opaque(halo)]);
            for eighth in 0..8 {
                let (sin, cos) = (std::f64::consts::FRAC_PI_4 * f64::from(eighth)).sin_cos();
                self.letters((at.0 + reach * cos, at.1 + reach * sin), &text, look);
            }
        }
        self.record(Kind::TextColour, &[opaque(look.paint)]);
        self.letters(at, &text, look);
        self.delete(FONT);
    }

    /// The record of a text, each letter in its place.
    fn letters(&mut self, at: Point, text: &str, look: &Letters) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let (x, y) = fine(at);
        let text_bytes = 2 * units.len();
        let padded = text_bytes.next_multiple_of(4);
        let (text_at, advances_at) = (76, 76 + padded);
        let mut words = vec![
            0,
            0,
            -1,
            -1,
            1,
            f32::to_bits(1.0).cast_signed(),
            f32::to_bits(1.0).cast_signed(),
            x,
            y,
            units.len() as i32,
            text_at,
            0,
            0,
            0,
            -1,
            -1,
            advances_at as i32,
        ];
        let paired = units
            .chunks(2)
            .map(|pair| i32::from(pair[0]) | (i32::from(pair.get(1).copied().unwrap_or(0)) << 16));
        words.extend(paired);
        for letter in text.chars() {
            let advance = (metrics::width(letter, look.bold) * look.size * FINE).round() as i32;
            words.push(advance);
            // The second half of a letter beyond the first plane takes no room of its own.
            words.extend(std::iter::repeat_n(0, letter.len_utf16() - 1));
        }
        self.record(Kind::Text, &words);
    }

    fn font(&mut self, look: &Letters) {
        let mut words = vec![0_i32; 81];
        words[0] = FONT.cast_signed();
        // A negative height is that of the letters, not of the line.
        words[1] = -((look.size * FINE).round() as i32);
        words[5] = if look.bold { 700 } else { 400 };
        // Slanted in the lowest byte; the letters of all scripts in the highest.
        words[6] = i32::from(look.italic) | (1 << 24);
        let name: Vec<u16> = "Times New Roman".encode_utf16().chain([0]).collect();
        for (at, pair) in name.chunks(2).enumerate() {
            words[8 + at] = i32::from(pair[0]) | (i32::from(pair.get(1).copied().unwrap_or(0)) << 16);
        }
        self.record(Kind::Font, &words);
    }

    fn finish(mut self) -> Vec<u8> {
        let (bytes, records) = (self.bytes.len() as u32, self.records);
        self.bytes[48..52].copy_from_slice(&bytes.to_le_bytes());
        self.bytes[52..56].copy_from_slice(&records.to_le_bytes());
        self.bytes[56..60].copy_from_slice(&4_u32.to_le_bytes());
        self.bytes
    }
}

fn fine(at: Point) -> (i32, i32) {
    ((at.0 * FINE).round() as i32, (at.1 * FINE).round() as i32)
}

/// Blue, green, red from the highest byte, over white: a metafile has no glass.
fn opaque(paint: Paint) -> i32 {
    let over = paint
        .rgb
        .map(|part| (f64::from(part) * paint.opacity + 255.0 * (1.0 - paint.opacity)).round() as i32);
    over[0] | (over[1] << 8) | (over[2] << 16)
}

fn is_dot(figure: &Figure) -> bool {
    figure.segments.iter().all(|segment| matches!(segment, Segment::Line(to) if *to == figure.start))
}

/// A disc of four curves.
fn disc(at: Point, radius: f64) -> Figure {
    // The pull with which a cubic curve keeps closest to a quarter of a circle: 4/3 (√2 − 1).
    let pull = radius * 4.0 / 3.0 * (std::f64::consts::SQRT_2 - 1.0);
    let (x, y) = at;
    let (r, p) = (radius, pull);
    let segments = vec![
        Segment::Curve((x + r, y + p), (x + p, y + r), (x, y + r)),
        Segment::Curve((x - p, y + r), (x - r, y + p), (x - r, y)),
        Segment::Curve((x - r, y - p), (x - p, y - r), (x, y - r)),
        Segment::Curve((x + p, y - r), (x + r, y - p), (x + r, y)),
    ];
    Figure { start: (x + r, y), segments, closed: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::Look;

    fn word(bytes: &[u8], at: usize) -> u32 {
        u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())
    }

    #[test]
    fn records_follow_each_other_to_the_end_and_are_counted() {
        let drawn = r##"<svg viewBox="0 0 100 50"><path d="M0 0H10V5Z" fill="#d3d6da"/><path d="M5 5h0" stroke="#000" stroke-linecap="round" stroke-width="4" fill="none"/><path d="M0 0Q5 5 10 0" fill="none" stroke="#15508f" stroke-dasharray="7 3"/><text x="1" y="2" text-anchor="end">a – 𝄞</text></svg>"##;
        let bytes = Drawing::read(drawn, &Look::default()).unwrap().to_emf(160.0);
        assert_eq!(word(&bytes, 40), 0x464D_4520);
        assert_eq!(word(&bytes, 48) as usize, bytes.len());
        let (mut at, mut kinds) = (0, Vec::new());
        while at < bytes.len() {
            kinds.push(word(&bytes, at));
            let size = word(&bytes, at + 4) as usize;
            assert!(size >= 8 && size.is_multiple_of(4) && at + size <= bytes.len());
            at += size;
        }
        assert_eq!(word(&bytes, 52) as usize, kinds.len());
        assert_eq!((kinds.first(), kinds.last()), (Some(&1), Some(&14)));
        for kind in [Kind::FillPath, Kind::StrokePath, Kind::CurveTo, Kind::Text, Kind::Pen] {
            assert!(kinds.contains(&(kind as u32)));
        }
        // What is made is unmade.
        let made = kinds.iter().filter(|kind| [39, 82, 95].contains(*kind)).count();
        assert_eq!(kinds.iter().filter(|kind| **kind == 40).count(), made);
    }
}
