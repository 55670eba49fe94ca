//! How a principal looks everywhere on the page: a colour, a shape of mark and a dash, all of equal weight.
//!
//! The colours stay apart for colour-blind readers and lie on different steps of grey, so that a copy in black and white
//! keeps them apart too. The shape and the name always stand beside the colour.

use super::plot::svg::num;

/// Colour, and dash of the line at which no deal begins. Beyond six principals they come round again; names
/// still tell them apart.
const LOOKS: [(&str, &str); 6] = [
    ("#15508f", "7 3"),
    ("#cc7f22", "2 3"),
    ("#5f1837", "9 3 2 3"),
    ("#2f7f73", "4 4"),
    ("#b3a0dc", "12 4"),
    ("#1b1b2f", "1 4"),
];

/// The colour of a principal.
pub(super) fn colour(index: usize) -> &'static str {
    LOOKS[index % LOOKS.len()].0
}

/// The dashes of its lines.
pub(super) fn dash(index: usize) -> &'static str {
    LOOKS[index % LOOKS.len()].1
}

/// The letter that comes nearest to the shape of its mark, for media that have letters alone.
pub(in crate::render) fn sign(index: usize) -> &'static str {
    ["●", "■", "▲", "◆", "▼", "⬢"][index % LOOKS.len()]
}

/// Its colour as red, green and blue.
pub(in crate::render) fn rgb(index: usize) -> [u8; 3] {
    let colour = u32::from_str_radix(&colour(index)[1..], 16).unwrap_or_default();
    let [_, red, green, blue] = colour.to_be_bytes();
    [red, green, blue]
}

/// The outline of its mark around a point, as an SVG path; all shapes cover about the same area.
pub(super) fn shape(index: usize, x: f64, y: f64, radius: f64) -> String {
    let polygon = |corners: u32, turn: f64, radius: f64| {
        let corner = |i: u32| {
            let angle = std::f64::consts::TAU * (f64::from(i) / f64::from(corners) + turn);
            format!("{} {}", num(x + radius * angle.sin()), num(y - radius * angle.cos()))
        };
        let corners: Vec<String> = (0..corners).map(corner).collect();
        format!("M{}Z", corners.join("L"))
    };
    match index % LOOKS.len() {
        0 => {
            let (r, across) = (num(radius), num(2.0 * radius));
            format!("M{} {}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z", num(x - radius), num(y))
        }
        1 => polygon(4, 0.125, radius * 1.25),
        2 => polygon(3, 0.0, radius * 1.5),
        3 => polygon(4, 0.0, radius * 1.3),
        4 => polygon(3, 0.5, radius * 1.5),
        _ => polygon(6, 0.0, radius * 1.1),
    }
}

/// The mark on its own, as large as the text around it.
pub(super) fn mark(index: usize) -> String {
    format!(
        r#"<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d="{}" fill="{}"/></svg>"#,
        shape(index, 8.0, 8.0, 5.0),
        colour(index)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lightness L* (CIE 1976) of a colour written `#rrggbb`.
    fn lightness(colour: &str) -> f64 {
        let channel = |at: usize| {
            let c = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let y = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
        if y > 0.008_856 { 116.0 * y.cbrt() - 16.0 } else { 903.3 * y }
    }

    #[test]
    fn colours_stay_apart_in_grey() {
        let mut steps: Vec<f64> = LOOKS.iter().map(|(colour, _)| lightness(colour)).collect();
        steps.sort_by(f64::total_cmp);
        for pair in steps.windows(2) {
            assert!(pair[1] - pair[0] > 7.0, "{steps:?}");
        }
    }

    #[test]
    fn shapes_and_dashes_all_differ() {
        let all: std::collections::BTreeSet<(String, &str)> =
            (0..LOOKS.len()).map(|i| (shape(i, 0.0, 0.0, 5.0), dash(i))).collect();
        let shapes: std::collections::BTreeSet<&String> = all.iter().map(|(shape, _)| shape).collect();
        let dashes: std::collections::BTreeSet<&str> = all.iter().map(|(_, dash)| *dash).collect();
        assert_eq!((shapes.len(), dashes.len()), (LOOKS.len(), LOOKS.len()));
    }
}
