//! Places in a text as a browser counts them: in UTF-16 code units, where Rust counts bytes.

use detente_case::Span;

use crate::protocol::Stretch;

/// A text in which places are looked up in both ways.
pub(crate) struct Units<'t> {
    text: &'t str,
    /// Every so many bytes, the byte at which a character begins and the units before it.
    marks: Vec<(usize, usize)>,
}

/// Bytes between two marks.
const APART: usize = 512;

impl<'t> Units<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut marks = vec![(0, 0)];
        let mut units = 0;
        for (byte, letter) in text.char_indices() {
            if byte >= marks.len() * APART {
                marks.push((byte, units));
            }
            units += letter.len_utf16();
        }
        Self { text, marks }
    }

    /// The unit at which a byte lies; one inside a character counts for its beginning, one beyond the end for the end.
    pub fn unit(&self, byte: usize) -> usize {
        let mark = self.marks.partition_point(|(at, _)| *at <= byte).saturating_sub(1);
        let (begin, units) = self.marks[mark];
        let letters = self.text[begin..].char_indices();
        let before = letters.take_while(|(at, letter)| begin + at + letter.len_utf8() <= byte);
        units + before.map(|(_, letter)| letter.len_utf16()).sum::<usize>()
    }

    /// The byte at which a unit lies; one inside a character counts for its beginning, one beyond the end for the end.
    pub fn byte(&self, unit: usize) -> usize {
        let mark = self.marks.partition_point(|(_, at)| *at <= unit).saturating_sub(1);
        let (begin, mut at) = self.marks[mark];
        for (byte, letter) in self.text[begin..].char_indices() {
            at += letter.len_utf16();
            if at > unit {
                return begin + byte;
            }
        }
        self.text.len()
    }

    /// A stretch.
    pub fn stretch(&self, span: Span) -> Stretch {
        Stretch { from: self.unit(span.start), to: self.unit(span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_the_same_as_counted_one_by_one() {
        let text = "aß€𝄞\r\nالقاهرة 🕊 end ".repeat(90);
        let units = Units::of(&text);
        let mut unit = 0;
        for (byte, letter) in text.char_indices() {
            assert_eq!((units.unit(byte), units.byte(unit)), (unit, byte));
            if letter.len_utf8() > 1 {
                assert_eq!(units.unit(byte + 1), unit);
            }
            unit += letter.len_utf16();
        }
        assert_eq!((units.unit(text.len()), units.byte(unit)), (unit, text.len()));
        assert_eq!((units.unit(text.len() + 9), units.byte(unit + 9)), (unit, text.len()));
    }
}
