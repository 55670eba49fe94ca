//! In which direction letters run, and which of them a file can hold.

/// Whether a letter is of a script written from right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko and their supplements).
pub(crate) fn is_rightward(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0590..=0x08FF | 0x200F | 0x202B | 0x202E | 0x2067 | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EEFF)
}

/// Whether a text begins, in its first letter that has a direction, from the right.
pub(crate) fn begins_rightward(text: &str) -> bool {
    text.chars().find(|letter| letter.is_alphabetic()).is_some_and(is_rightward)
}

/// Stretches of one direction, in the order of the text: word processors want each marked by itself. What has no direction stays with the stretch before it,
/// but for the blanks and signs at the end of a stretch from the right, which belong to what follows.
pub(crate) fn stretches(text: &str) -> Vec<(bool, &str)> {
    let mut found: Vec<(bool, std::ops::Range<usize>)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let directed = letter.is_alphabetic().then(|| is_rightward(letter));
        match (directed, found.last_mut()) {
            (None, Some((_, range))) => range.end = end,
            (Some(direction), Some((last, range))) if *last == direction => range.end = end,
            (Some(direction), Some((last, range))) if *last && !direction => {
                let kept = text[range.clone()].trim_end_matches(|c: char| !c.is_alphabetic()).len();
                let from = range.start + kept;
                range.end = from;
                found.push((false, from..end));
            }
            (Some(direction), _) => found.push((direction, at..end)),
            (None, None) => found.push((false, at..end)),
        }
    }
    found.into_iter().map(|(direction, range)| (direction, &text[range])).collect()
}

/// The text without the control characters that XML cannot hold.
pub(crate) fn writable(text: &str) -> String {
    text.chars()
        .filter(|letter| {
            matches!(letter, '\t' | '\n')
                || (!letter.is_control() && !matches!(*letter, '\u{FFFE}' | '\u{FFFF}'))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_follow_the_letters_and_lose_nothing() {
        let text = "Hamas (حماس) said 42 days: هدنة 42 يوما.";
        let parts = stretches(text);
        assert_eq!(parts.iter().map(|(_, part)| *part).collect::<String>(), text);
        let rightward: Vec<&str> = parts.iter().filter(|(right, _)| *right).map(|(_, part)| *part).collect();
        assert_eq!(rightward, ["حماس", "هدنة 42 يوما."]);
        assert!(begins_rightward("42 يوما") && !begins_rightward("42 days يوما") && !begins_rightward("42"));
        assert!(stretches("").is_empty());
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(writable("a\u{1}b\u{B}\tc\u{FFFE}"), "ab\tc");
    }
}
