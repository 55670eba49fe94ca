//! Damaged copies of sound files, always the same ones: for the tests that no damage makes a reader panic.
//!
//! Each suite of a reader includes this file. The attack that is led by coverage is in `fuzz/`; this is what of it runs with the
//! ordinary tests.

/// Numbers that look random and are the same in every run (Steele, Lea & Flood 2014).
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end.max(1) as u64).unwrap()
    }
}

/// What readers stumble over: limits of numbers and of days, quotes, brackets, signs that take no room or several bytes.
const STRANGE: &[&str] = &[
    "",
    "0",
    "-1",
    "-0.0",
    "1e308",
    "1e-320",
    "inf",
    "nan",
    "18446744073709551616",
    "-9999-01-01",
    "0000-01-01",
    "9999-12-31",
    "12 March -5",
    "\"",
    "'",
    "\"\"\"",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "&",
    "=",
    ":",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "\u{0}",
    "\u{7}",
    "\u{feff}",
    "\u{202e}",
    "e\u{301}",
    "שלום",
    "😀",
    "\\",
    "#",
    "- ",
    "|",
    "!",
    "(",
];

/// The last boundary between characters that is not beyond a place.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The start and the end of a word of the text, or of what stands between two words.
fn piece(text: &str, random: &mut SplitMix) -> (usize, usize) {
    let at = boundary(text, random.below(text.len() + 1));
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let rest = &text[at..];
    let Some(kind) = rest.chars().next().map(word) else { return (at, at) };
    let end = rest.find(|c| word(c) != kind).unwrap_or(rest.len());
    let start =
        text[..at].char_indices().rev().take_while(|(_, c)| word(*c) == kind).last().map_or(at, |(i, _)| i);
    (start, at + end)
}

/// One file after `damages` damages: a word swapped for another of the text or for something strange, a stretch cut out, doubled or moved,
/// a bit turned over, the end torn off.
fn damaged(text: &str, damages: usize, random: &mut SplitMix) -> String {
    let mut text = text.to_owned();
    for _ in 0..damages {
        let (start, end) = piece(&text, random);
        let (from, to) = piece(&text, random);
        let other = text[from..to].to_owned();
        let far = boundary(&text, (end + random.below(200)).min(text.len()));
        match random.below(7) {
            0 | 1 => text.replace_range(start..end, &other),
            2 => text.replace_range(start..end, STRANGE[random.below(STRANGE.len())]),
            3 => text.replace_range(start..far, ""),
            4 => {
                let doubled = text[start..far].to_owned();
                text.insert_str(from, &doubled);
            }
            5 => {
                let mut bytes = text.into_bytes();
                if !bytes.is_empty() {
                    let at = random.below(bytes.len());
                    bytes[at] ^= 1 << random.below(7);
                }
                text = String::from_utf8_lossy(&bytes).into_owned();
            }
            _ if random.below(4) == 0 => text.truncate(start),
            _ => text.insert_str(end, STRANGE[random.below(STRANGE.len())]),
        }
    }
    text
}

/// Hands `times` damaged copies to `read`, of the texts in turn, each with one to eight damages.
pub fn each_damaged(texts: &[String], times: usize, mut read: impl FnMut(usize, &str)) {
    assert!(!texts.is_empty());
    let mut random = SplitMix(1);
    for turn in 0..times {
        let which = turn % texts.len();
        let damages = 1 + random.below(8);
        read(which, &damaged(&texts[which], damages, &mut random));
    }
}
