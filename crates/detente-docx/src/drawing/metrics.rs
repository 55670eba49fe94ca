//! How wide letters are, for metafiles, which want a place for each letter: thousandths of the size of the letters, of Times, whose widths the fonts that
//! programs have in its place share.

/// The widths from the blank to the tilde.
const UPRIGHT: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
    389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
    500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
/// The same in bold.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389,
    500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581,
    500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389,
    333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// The width of a letter, as a part of the size of the letters.
pub(super) fn width(letter: char, bold: bool) -> f64 {
    let widths = if bold { &BOLD } else { &UPRIGHT };
    let at = u32::from(letter).checked_sub(32).map(|at| at as usize);
    let thousandths = at.and_then(|at| widths.get(at)).copied().unwrap_or(match letter {
        '\u{A0}' => 250,
        // Signs and ideographs are as wide as high.
        '—' | '…' | '\u{2190}'..='\u{2BFF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}' => 1000,
        _ => 500,
    });
    f64::from(thousandths) / 1000.0
}
