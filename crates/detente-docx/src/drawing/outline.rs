//! The data of a path: `M`, `L`, `H`, `V`, `C`, `Q`, `A`, `Z` in both cases of letter, as straight pieces and cubic curves.

use super::{Figure, Point, Segment};
use crate::error::DocxError;

/// Reads the data of a path (SVG 1.1, section 8.3).
pub(super) fn figures(data: &str) -> Result<Vec<Figure>, DocxError> {
    let mut pen = Pen { at: (0.0, 0.0), figures: Vec::new() };
    let mut numbers = Numbers { rest: data };
    while let Some(command) = numbers.command()? {
        pen.run(command, &mut numbers)?;
    }
    Ok(pen.figures)
}

struct Pen {
    at: Point,
    figures: Vec<Figure>,
}

impl Pen {
    fn run(&mut self, command: char, numbers: &mut Numbers<'_>) -> Result<(), DocxError> {
        let relative = command.is_ascii_lowercase();
        let kind = command.to_ascii_uppercase();
        if kind == 'Z' {
            if let Some(figure) = self.figures.last_mut() {
                figure.closed = true;
                self.at = figure.start;
            }
            return Ok(());
        }
        let mut first = true;
        // A letter stands for all sets of numbers that follow it.
        while first || numbers.more() {
            let from = if relative { self.at } else { (0.0, 0.0) };
            match kind {
                'M' if first => {
                    self.at = numbers.point(from)?;
                    self.figures.push(Figure { start: self.at, segments: Vec::new(), closed: false });
                }
                'M' | 'L' => {
                    let to = numbers.point(from)?;
                    self.line(to);
                }
                'H' => {
                    let to = (from.0 + numbers.number()?, self.at.1);
                    self.line(to);
                }
                'V' => {
                    let to = (self.at.0, from.1 + numbers.number()?);
                    self.line(to);
                }
                'C' => {
                    let (one, two, to) = (numbers.point(from)?, numbers.point(from)?, numbers.point(from)?);
                    self.curve(one, two, to);
                }
                'Q' => {
                    let (by, to) = (numbers.point(from)?, numbers.point(from)?);
                    // A quadratic curve is the cubic one whose points lie two thirds of the way to its own.
                    let toward =
                        |end: Point| (end.0 + 2.0 / 3.0 * (by.0 - end.0), end.1 + 2.0 / 3.0 * (by.1 - end.1));
                    self.curve(toward(self.at), toward(to), to);
                }
                'A' => {
                    let (rx, ry, turn) = (numbers.number()?, numbers.number()?, numbers.number()?);
                    let (large, sweep) = (numbers.number()? != 0.0, numbers.number()? != 0.0);
                    let to = numbers.point(from)?;
                    for [one, two, end] in
                        arc(self.at, to, (rx.abs(), ry.abs()), turn.to_radians(), large, sweep)
                    {
                        self.curve(one, two, end);
                    }
                    self.at = to;
                }
                _ => return Err(DocxError::NoDrawing(format!("a path holds `{command}`"))),
            }
            first = false;
        }
        Ok(())
    }

    fn line(&mut self, to: Point) {
        self.add(Segment::Line(to), to);
    }

    fn curve(&mut self, one: Point, two: Point, to: Point) {
        self.add(Segment::Curve(one, two, to), to);
    }

    fn add(&mut self, segment: Segment, to: Point) {
        let at = self.at;
        match self.figures.last_mut() {
            Some(figure) if !figure.closed => figure.segments.push(segment),
            // After a closed run the pen goes on from where that began.
            _ => self.figures.push(Figure { start: at, segments: vec![segment], closed: false }),
        }
        self.at = to;
    }
}

/// An arc of an ellipse as cubic curves of at most a quarter turn (SVG 1.1, appendix F.6).
fn arc(from: Point, to: Point, radii: (f64, f64), turn: f64, large: bool, sweep: bool) -> Vec<[Point; 3]> {
    let (mut rx, mut ry) = radii;
    if from == to {
        return Vec::new();
    }
    if rx == 0.0 || ry == 0.0 {
        return vec![[from, to, to]];
    }
    let (sin, cos) = turn.sin_cos();
    let half = ((from.0 - to.0) / 2.0, (from.1 - to.1) / 2.0);
    let (x, y) = (cos * half.0 + sin * half.1, cos * half.1 - sin * half.0);
    // Radii too small for the way are made just large enough.
    let needed = (x / rx).powi(2) + (y / ry).powi(2);
    if needed > 1.0 {
        rx *= needed.sqrt();
        ry *= needed.sqrt();
    }
    let under = (rx * y).powi(2) + (ry * x).powi(2);
    let over = ((rx * ry).powi(2) - under).max(0.0);
    let side = if large == sweep { -1.0 } else { 1.0 } * (over / under).sqrt();
    let (cx, cy) = (side * rx * y / ry, -side * ry * x / rx);
    let centre = (
        cos * cx - sin * cy + f64::midpoint(from.0, to.0),
        sin * cx + cos * cy + f64::midpoint(from.1, to.1),
    );
    let angle = |x: f64, y: f64| (y / ry).atan2(x / rx);
    let (begin, end) = (angle(x - cx, y - cy), angle(-x - cx, -y - cy));
    let mut swept = end - begin;
    if sweep && swept < 0.0 {
        swept += std::f64::consts::TAU;
    } else if !sweep && swept > 0.0 {
        swept -= std::f64::consts::TAU;
    }
    let pieces = (swept.abs() / std::f64::consts::FRAC_PI_2).ceil().max(1.0);
    let step = swept / pieces;
    let pull = 4.0 / 3.0 * (step / 4.0).tan();
    let place =
        |x: f64, y: f64| (centre.0 + cos * rx * x - sin * ry * y, centre.1 + sin * rx * x + cos * ry * y);
    let piece = |i: usize| {
        let (a, b) = (begin + step * i as f64, begin + step * (i + 1) as f64);
        let ((sa, ca), (sb, cb)) = (a.sin_cos(), b.sin_cos());
        [place(ca - pull * sa, sa + pull * ca), place(cb + pull * sb, sb - pull * cb), place(cb, sb)]
    };
    (0..pieces as usize).map(piece).collect()
}

/// The letters and numbers of the data of a path.
struct Numbers<'a> {
    rest: &'a str,
}

impl Numbers<'_> {
    fn skip(&mut self) {
        self.rest =
            self.rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == ',');
    }

    fn command(&mut self) -> Result<Option<char>, DocxError> {
        self.skip();
        let Some(letter) = self.rest.chars().next() else { return Ok(None) };
        if !letter.is_ascii_alphabetic() {
            return Err(DocxError::NoDrawing(format!("a path has no command before `{}`", self.shown())));
        }
        self.rest = &self.rest[letter.len_utf8()..];
        Ok(Some(letter))
    }

    fn more(&mut self) -> bool {
        self.skip();
        self.rest.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.'))
    }

    fn number(&mut self) -> Result<f64, DocxError> {
        self.skip();
        let sign = usize::from(self.rest.starts_with(['-', '+']));
        let digits = |from: &str| from.bytes().take_while(u8::is_ascii_digit).count();
        let mut end = sign + digits(&self.rest[sign..]);
        if self.rest[end..].starts_with('.') {
            end += 1 + digits(&self.rest[end + 1..]);
        }
        let number: Option<f64> = self.rest[..end].parse().ok();
        let number = number
            .ok_or_else(|| DocxError::NoDrawing(format!("a path has no number at `{}`", self.shown())))?;
        self.rest = &self.rest[end..];
        Ok(number)
    }

    fn point(&mut self, from: Point) -> Result<Point, DocxError> {
        Ok((from.0 + self.number()?, from.1 + self.number()?))
    }

    fn shown(&self) -> String {
        self.rest.chars().take(20).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_both_cases_say_the_same() {
        let absolute = figures("M10 10L20 10H30V25Q35 30 40 25Z").unwrap();
        let relative = figures("m10,10 l10 0 h10 v15 q5 5 10 0 z").unwrap();
        assert_eq!(absolute, relative);
        assert!(absolute[0].closed);
        assert_eq!(absolute[0].segments.len(), 4);
    }

    #[test]
    fn a_circle_of_two_arcs_stays_on_its_radius() {
        let circle = &figures("M5 10a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z").unwrap()[0];
        assert_eq!(circle.segments.len(), 4);
        let mut from = circle.start;
        for segment in &circle.segments {
            let Segment::Curve(one, two, to) = *segment else { panic!("an arc is made of curves") };
            for i in 0..=10 {
                let t = f64::from(i) / 10.0;
                let (a, b, c, d) =
                    ((1.0 - t).powi(3), 3.0 * t * (1.0 - t).powi(2), 3.0 * t * t * (1.0 - t), t.powi(3));
                let x = a * from.0 + b * one.0 + c * two.0 + d * to.0;
                let y = a * from.1 + b * one.1 + c * two.1 + d * to.1;
                // Four curves keep to a circle within three in ten thousand of its radius.
                assert!(((x - 10.0).hypot(y - 10.0) - 5.0).abs() < 5.0 * 3e-4, "({x}, {y})");
            }
            from = to;
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for wrong in ["10 10", "M10", "M1 1X3", "M1 1L-"] {
            assert!(matches!(figures(wrong), Err(DocxError::NoDrawing(_))), "{wrong}");
        }
        assert!(figures("").unwrap().is_empty());
    }
}
