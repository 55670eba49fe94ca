//! Numbers that stand in a text, in every form in which a page or an analyst writes them.
//!
//! A number is digits, with thin spaces between thousands and a decimal point, a sign, a power of ten (`2.5 × 10¹²`), and what follows it: a
//! per cent sign or points of a hundred make it a hundredth. What is said behind the second of two numbers that make a range, or before
//! a bracket, is said of all of them (`20–24 %`, `22 % (20–24)`). Numbers of a date (`14 February 2024`) are marked as such: they say
//! when, and not how much.

/// A number in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Printed {
    /// Its value; a per cent is a hundredth.
    pub value: f64,
    /// The value of its last digit.
    pub unit: f64,
    /// Where it begins in the text, its sign included, in bytes.
    pub from: usize,
    /// Where it ends, in bytes; what follows is no part of it.
    pub to: usize,
    /// Whether it is part of a date.
    pub dated: bool,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What is written between the two ends of a range.
const BETWEEN: [&str; 12] = ["–", "—", "-", "−", "to", "and", "until", "or", "…", "..", "/", ","];

/// What a letter is as a digit, in the scripts in which cases are written.
fn digit(letter: char) -> Option<char> {
    let zero = match letter {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    char::from_digit(letter as u32 - zero as u32, 10)
}

/// What a letter is as a digit of a power.
fn raised(letter: char) -> Option<i32> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|power| power == letter).map(|power| power as i32)
}

fn digits_at(letters: &[(usize, char)], at: usize) -> usize {
    letters.get(at..).unwrap_or_default().iter().take_while(|(_, letter)| digit(*letter).is_some()).count()
}

/// Every number of a text in reading order.
pub(super) fn numbers(text: &str) -> Vec<Printed> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let letter = |at: usize| letters.get(at).map(|(_, letter)| *letter);
    let byte = |at: usize| letters.get(at).map_or(text.len(), |(byte, _)| *byte);
    let mut found: Vec<Printed> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let before = at.checked_sub(1).and_then(letter);
        let within = before.is_some_and(|c| c.is_alphanumeric() || c == '.');
        let digits = digits_at(&letters, at);
        if digits == 0 || within {
            // What stands inside of a word is no number: `A12`.
            at += digits.max(1);
            continue;
        }
        let begin = at;
        let (mut written, mut decimals) = (String::new(), None);
        while let Some(here) = letter(at) {
            let follow = digits_at(&letters, at + 1);
            match (here, digit(here)) {
                (_, Some(digit)) => {
                    written.push(digit);
                    decimals = decimals.map(|n: i32| n + 1);
                }
                ('\u{202f}' | '\u{2009}' | '٬', _) if follow == 3 && decimals.is_none() => {}
                ('.' | '٫', _) if follow > 0 && decimals.is_none() => {
                    written.push('.');
                    decimals = Some(0);
                }
                _ => break,
            }
            at += 1;
        }
        let mut value: f64 = written.parse().unwrap_or(0.0);
        let mut unit = 10f64.powi(-decimals.unwrap_or(0));
        let (power, end) = power_of_ten(&letters, at, &written);
        if let Some((times, power)) = power {
            let by = 10f64.powi(power);
            (value, unit) = if times { (value * by, unit * by) } else { (by, by) };
            at = end;
        }
        let mut from = byte(begin);
        // Between two numbers it is no sign.
        let owner = begin.checked_sub(2).and_then(letter);
        let between = owner.is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | ')' | ']'));
        if let Some(sign) = before.filter(|c| matches!(c, '−' | '-' | '+') && !between) {
            from = byte(begin - 1);
            value *= if sign == '+' { 1.0 } else { -1.0 };
        }
        found.push(Printed { value, unit, from, to: byte(at), dated: false });
    }
    mark_dates(text, &mut found);
    mark_per_cent(text, &mut found);
    found
}

/// The power of ten behind a number: whether it multiplies it, and where it ends. `10¹²` is one by itself.
fn power_of_ten(letters: &[(usize, char)], from: usize, written: &str) -> (Option<(bool, i32)>, usize) {
    let power = |at: usize| {
        let digits = letters.get(at..).unwrap_or_default().iter().map_while(|(_, letter)| raised(*letter));
        let digits: Vec<i32> = digits.take(4).collect();
        let value = digits.iter().fold(0, |sum, digit| sum * 10 + digit);
        (!digits.is_empty()).then_some((value, at + digits.len()))
    };
    if written == "10"
        && let Some((value, end)) = power(from)
    {
        return (Some((false, value)), end);
    }
    let rest: String =
        letters.get(from..).unwrap_or_default().iter().take(5).map(|(_, letter)| *letter).collect();
    let spaced = rest.replace('\u{a0}', " ");
    if spaced.starts_with(" × 10")
        && let Some((value, end)) = power(from + 5)
    {
        return (Some((true, value)), end);
    }
    (None, from)
}

/// The words between the end of one number and the beginning of another.
fn gap<'t>(text: &'t str, before: &Printed, after: &Printed) -> &'t str {
    text.get(before.to..after.from).unwrap_or_default()
}

/// Marks the numbers that are days and years of dates.
fn mark_dates(text: &str, found: &mut [Printed]) {
    let month_begins = |words: &str| {
        let words = words.trim_start_matches([' ', '\u{a0}']);
        MONTHS.iter().any(|month| words.starts_with(month))
    };
    let month_ends = |words: &str| {
        let words = words.trim_end_matches([' ', '\u{a0}']);
        MONTHS.iter().any(|month| words.ends_with(month))
    };
    for at in 0..found.len() {
        let here = found[at];
        let (before, after) =
            (text.get(..here.from).unwrap_or_default(), text.get(here.to..).unwrap_or_default());
        let whole = here.unit == 1.0;
        // `14 February`, and `February 14`; behind either, a year.
        if whole && (1.0..=31.0).contains(&here.value) && (month_begins(after) || month_ends(before)) {
            found[at].dated = true;
        }
        if whole && (1_000.0..=2_999.0).contains(&here.value) {
            let of_a_day = at > 0 && found[at - 1].dated && {
                let words = gap(text, &found[at - 1], &here).trim_matches([' ', ',', '\u{a0}']);
                words.is_empty() || MONTHS.contains(&words)
            };
            found[at].dated |= of_a_day || month_ends(before);
        }
        // `2024-02-14`.
        if let Some([month, day]) = found.get(at + 1..at + 3)
            && gap(text, &here, month) == "-"
            && gap(text, month, day) == "-"
            && (1_000.0..=2_999.0).contains(&here.value)
        {
            found[at..at + 3].iter_mut().for_each(|number| number.dated = true);
        }
    }
}

/// Makes hundredths of what is said in per cent or in points of a hundred.
fn mark_per_cent(text: &str, found: &mut [Printed]) {
    let says = |number: &Printed| {
        let after = text.get(number.to..).unwrap_or_default().trim_start();
        let lower: String = after.chars().take(10).flat_map(char::to_lowercase).collect();
        let word =
            |word: &str| lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
        after.starts_with(['%', '٪'])
            || word("per cent")
            || word("percent")
            || word("point")
            || word("points")
    };
    let mut hundredth: Vec<bool> = found.iter().map(says).collect();
    // What the second end of a range says, the first says too.
    for at in (1..found.len()).rev() {
        let direct =
            matches!(gap(text, &found[at - 1], &found[at]).trim(), "–" | "—" | "-" | "−" | "to" | "and");
        hundredth[at - 1] |= hundredth[at] && direct;
    }
    // What stands before a bracket is said of what stands in it.
    for at in 1..found.len() {
        let words = gap(text, &found[at - 1], &found[at]);
        let bracket = words.trim_start().strip_prefix(['%', '٪']).is_some_and(|rest| rest.trim() == "(");
        let within = hundredth[at - 1] && matches!(words, "–" | "-") && {
            let opened = text.get(..found[at - 1].from).unwrap_or_default();
            opened.ends_with('(')
        };
        hundredth[at] |= hundredth[at - 1] && bracket || within;
    }
    for (number, hundredth) in found.iter_mut().zip(hundredth) {
        if hundredth {
            number.value /= 100.0;
            number.unit /= 100.0;
        }
    }
}

/// Whether the words between two numbers make them the ends of a range: `–`, `to`, `and`; a unit may stand behind the first.
pub(super) fn makes_a_range(between: &str) -> bool {
    let words: Vec<&str> = between.split_whitespace().collect();
    let unit = |word: &str| word.chars().all(char::is_alphabetic) || matches!(word, "%" | "٪");
    match words.as_slice() {
        [link] => {
            // `20 %–24 %`
            let link = link.strip_prefix(['%', '٪']).unwrap_or(link);
            BETWEEN.contains(&link)
        }
        [word, link] => unit(word) && BETWEEN.contains(link),
        _ => false,
    }
}

/// A text as it reads where thousands and decimals are written in the other ways: `1,500`, `1 500`, `1.500`, `0,5`.
pub(super) fn other_readings(text: &str) -> Vec<String> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let beside = |at: usize| {
        let before = at.checked_sub(1).is_some_and(|before| digits_at(&letters, before) > 0);
        before.then(|| digits_at(&letters, at + 1))
    };
    let without = |marks: &[char]| -> String {
        let kept =
            letters.iter().enumerate().filter(|(at, (_, c))| !marks.contains(c) || beside(*at) != Some(3));
        kept.map(|(_, (_, c))| *c).collect()
    };
    let decimal = letters.iter().enumerate().map(|(at, (_, c))| match c {
        ',' if beside(at).is_some_and(|digits| digits > 0) => '.',
        c => *c,
    });
    let mut readings = vec![without(&[',', ' ', '\u{a0}', '\'', '’']), without(&['.']), decimal.collect()];
    readings.retain(|reading| reading != text);
    readings.dedup();
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<f64> {
        numbers(text).into_iter().filter(|number| !number.dated).map(|number| number.value).collect()
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, expected) in [
            ("at least 42 to 135 days", vec![42.0, 135.0]),
            (
                "A1 in 22 % (20–24): −0.12 of 112\u{202f}896, 3.5.",
                vec![0.22, 0.2, 0.24, -0.12, 112_896.0, 3.5],
            ),
            ("20–24 % and 30\u{a0}%", vec![0.2, 0.24, 0.3]),
            ("+28 points (+2 points to +50 points)", vec![0.28, 0.02, 0.5]),
            ("between −5 and 3", vec![-5.0, 3.0]),
            ("0.4-0.6, [42,135]", vec![0.4, 0.6, 42.0, 135.0]),
            ("about 2.5\u{a0}×\u{a0}10¹² packages, 10⁹ more", vec![2.5e12, 1e9]),
            ("on 14 February 2024, February 14, 2024 and 2024-02-14: 7", vec![7.0]),
            ("in February 2024 there were 2024 of them", vec![2024.0]),
            ("من ٤٢ إلى ١٣٥ يومًا", vec![42.0, 135.0]),
            ("v1.2 of A12 and B", vec![]),
        ] {
            assert_eq!(values(text), expected, "{text}");
        }
    }

    #[test]
    fn ends_of_ranges_are_told_from_numbers_beside_each_other() {
        for (between, range) in [
            (" to ", true),
            ("–", true),
            (" days to ", true),
            (" % and ", true),
            ("%–", true),
            (" of the ", false),
            (": ", false),
            (" ", false),
        ] {
            assert_eq!(makes_a_range(between), range, "{between}");
        }
    }

    /// Whatever a page writes of a number is read back to within half of its last digit; numbers by a congruential sequence.
    #[test]
    fn what_is_written_is_read_back() {
        let mut state = 11u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for _ in 0..3_000 {
            let x = next(2_000_000_000) as f64 / 1_000.0 - 1_000_000.0;
            let (digits, share, n) = (next(4) as usize, next(1_000) as f64 / 1_000.0, next(10_000_000));
            let written = format!("about {x:.digits$} days").replace('-', "−");
            let read = numbers(&written);
            assert_eq!(read.len(), 1, "{written}");
            assert!((read[0].value - x).abs() <= 0.5 * read[0].unit + 1e-9, "{written}: {read:?}");
            let percent = crate::words::percent_to_tenths(share);
            assert!((values(&percent)[0] - share).abs() <= 0.0005 + 1e-9, "{percent}");
            let counted = crate::words::count(n);
            assert_eq!(values(&counted), vec![n as f64]);
            assert_eq!(values(&crate::words::plural(n, "day", "days")), vec![n as f64]);
            for mark in [",", " ", "."] {
                let other = counted.replace('\u{202f}', mark);
                let readings = other_readings(&other);
                let mut read = readings.iter().flat_map(|reading| values(reading)).chain(values(&other));
                assert!(read.any(|value| value == n as f64), "{other}: {readings:?}");
            }
        }
    }

    #[test]
    fn no_text_is_too_odd() {
        for text in [
            "",
            "−",
            "10",
            "10⁹⁹⁹⁹",
            "1.",
            ".1",
            "1..2",
            "٣٫٥٪",
            "5 × 10",
            "\u{202f}123",
            "99999999999999999999999999",
            "1,,2",
            "(3–",
        ] {
            for number in numbers(text) {
                assert!(text.get(number.from..number.to).is_some(), "{text}");
            }
            other_readings(text);
        }
    }
}
