//! What people mean by a day or a number that they write in their own way.
//!
//! What is shown as the right way to write it is accepted where it stands: a day as `2016-01-31`, a number with a dot, a
//! range as `[0.2, 0.4]`.

use jiff::civil::Date;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What stands between the ends of a range.
const BETWEEN: [&str; 14] =
    [" to ", " bis ", " and ", "...", "..", "…", "–", "—", ";", ", ", "|", " - ", "-", " "];

/// The days that a text can mean: none if it is no day, two if day and month can be exchanged.
pub(crate) fn days(text: &str) -> Vec<Date> {
    let text = unquoted(text);
    let mut days: Vec<Date> = read_days(text).into_iter().filter(|day| day.year() >= 1).collect();
    days.dedup();
    days
}

/// A sentence that shows how a day is written, if a text means one.
pub(crate) fn day_help(text: &str) -> Option<String> {
    match days(text)[..] {
        [day] => Some(format!("write `{day}`, without quotes: year, month, day")),
        [one, other] => {
            Some(format!("write `{one}` or `{other}`, whichever is meant, without quotes: year, month, day"))
        }
        _ => None,
    }
}

fn read_days(text: &str) -> Vec<Date> {
    // A time after a day says nothing about the day.
    let day_alone = text.split(['T', 't']).next().unwrap_or(text);
    if let Ok(day) = day_alone.trim().parse() {
        return vec![day];
    }
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ','))
        .filter(|p| !p.is_empty())
        .collect();
    // A weekday before the day says nothing about it either.
    if parts.len() == 4 && parts[0].chars().all(char::is_alphabetic) {
        return read_days(&parts[1..].join(" "));
    }
    let date = |year: &str, month: i8, day: &str| {
        let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
        let day = day.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()?;
        Date::new(year, month, day).ok()
    };
    let number = |part: &str| -> Option<i8> { part.parse().ok().filter(|n| *n > 0) };
    match parts[..] {
        [whole] if whole.len() == 8 && whole.bytes().all(|b| b.is_ascii_digit()) => {
            number(&whole[4..6]).and_then(|month| date(&whole[..4], month, &whole[6..])).into_iter().collect()
        }
        [a, b, c, ..] if a.len() == 4 && a.bytes().all(|b| b.is_ascii_digit()) => {
            let month = number(b).or_else(|| month(b));
            month.and_then(|month| date(a, month, c)).into_iter().collect()
        }
        [a, b, c] => {
            if let Some(month) = month(b) {
                return date(c, month, a).into_iter().collect();
            }
            if let Some(month) = month(a) {
                return date(c, month, b).into_iter().collect();
            }
            let day_first = number(b).and_then(|month| date(c, month, a));
            let month_first = number(a).and_then(|month| date(c, month, b));
            day_first.into_iter().chain(month_first).collect()
        }
        _ => Vec::new(),
    }
}

/// The number of a month by the beginning of its English name.
fn month(name: &str) -> Option<i8> {
    let name = name.to_lowercase();
    let at =
        MONTHS.iter().position(|month| name.starts_with(month) && name.chars().all(char::is_alphabetic))?;
    i8::try_from(at + 1).ok()
}

/// How a number or a range that a text means is written in a case: `0.6`, `[0.2, 0.4]`.
pub(crate) fn number(text: &str) -> Option<String> {
    let text = unquoted(text);
    if text.len() > 80 || begins_with_a_year(text) || !text.chars().any(char::is_numeric) {
        return None;
    }
    if let Some(single) = single(text) {
        return Some(single);
    }
    let plain = in_brackets(text);
    let plain =
        plain.strip_prefix("from ").or_else(|| plain.strip_prefix("between ")).unwrap_or(plain).trim();
    if let Some((middle, spread)) = plain.split_once('±').or_else(|| plain.split_once("+/-")) {
        let (middle, spread): (f64, f64) = (single(middle)?.parse().ok()?, single(spread)?.parse().ok()?);
        // As many digits as people write: fifteen are more than that, and hide what binary fractions add.
        let ends = [middle - spread, middle + spread].map(|x| (x * 1e12).round() / 1e12);
        return Some(format!("[{}, {}]", ends[0], ends[1]));
    }
    BETWEEN.iter().find_map(|between| {
        let parts: Vec<&str> = plain.split(between).map(str::trim).filter(|part| !part.is_empty()).collect();
        if !(2..=3).contains(&parts.len()) {
            return None;
        }
        // `20-40%`: the sign behind the last is meant of all.
        let percent = parts.last().is_some_and(|last| is_percent(last))
            && parts.iter().rev().skip(1).all(|p| !is_percent(p));
        let members: Option<Vec<String>> = parts
            .iter()
            .map(|part| if percent && !is_percent(part) { single(&format!("{part}%")) } else { single(part) })
            .collect();
        members.map(|members| format!("[{}]", members.join(", ")))
    })
}

/// Whether a text is a day that there is not, or half of one, and no range: `2016-02-30`.
fn begins_with_a_year(written: &str) -> bool {
    let year = written.split('-').next().unwrap_or_default();
    written.contains('-') && year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())
}

/// A sentence that shows how a number or a range is written, if a text means one.
pub(crate) fn number_help(text: &str) -> Option<String> {
    let written = number(text)?;
    Some(if written.starts_with('[') {
        format!("a range is a list of numbers: write `{written}`")
    } else if unquoted(text).parse::<f64>().is_ok() && written == unquoted(text) {
        format!("a number is written without quotes: `{written}`")
    } else if unquoted(text).contains(',') {
        format!("a decimal has a dot: write `{written}`")
    } else {
        format!("write `{written}`")
    })
}

/// One number as TOML writes it.
fn single(text: &str) -> Option<String> {
    let text = text.trim();
    let text = ["~", "≈", "about ", "circa ", "c. ", "approx. "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim();
    if let Some(share) = percent_of(text) {
        return shifted(&plain(share)?);
    }
    let halves = [("½", "0.5"), ("¼", "0.25"), ("¾", "0.75")];
    if let Some((_, value)) = halves.iter().find(|(sign, _)| *sign == text) {
        return Some((*value).to_owned());
    }
    if let Some((above, below)) = text.split_once('/') {
        let (above, below): (f64, f64) = (plain(above)?.parse().ok()?, plain(below)?.parse().ok()?);
        return Some(above / below).filter(|x| x.is_finite()).map(|x| x.to_string());
    }
    plain(text)
}

fn is_percent(text: &str) -> bool {
    percent_of(text.trim()).is_some()
}

fn percent_of(text: &str) -> Option<&str> {
    ["%", "per cent", "percent", "pct"].iter().find_map(|sign| text.strip_suffix(sign)).map(str::trim)
}

/// A number in digits, whatever marks its fraction and its thousands.
fn plain(text: &str) -> Option<String> {
    let digits: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '−' | '－' => '-',
            '，' => ',',
            '．' => '.',
            c if ('０'..='９').contains(&c) => char::from(b'0' + (u32::from(c) - u32::from('０')) as u8),
            c => c,
        })
        .filter(|c| !matches!(c, '\'' | '’' | '_' | '\u{a0}' | '\u{202f}'))
        .collect();
    let (sign, digits) = match digits.strip_prefix(['+', '-']) {
        Some(rest) => (if digits.starts_with('-') { "-" } else { "" }, rest),
        None => ("", digits.as_str()),
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return None;
    }
    let (commas, dots) = (digits.matches(',').count(), digits.matches('.').count());
    let in_threes = |mark: char| {
        let groups: Vec<&str> = digits.split(mark).collect();
        (1..=3).contains(&groups[0].len())
            && groups[0] != "0"
            && groups[1..].iter().all(|group| group.len() == 3)
    };
    let written = match (commas, dots) {
        // The mark that comes last begins the fraction.
        (1, 1..) if digits.rfind(',') > digits.rfind('.') => digits.replace('.', "").replace(',', "."),
        (1.., 1) if digits.rfind('.') > digits.rfind(',') => digits.replace(',', ""),
        (1.., 0) if in_threes(',') => digits.replace(',', ""),
        (0, 2..) if in_threes('.') => digits.replace('.', ""),
        (1, 0) => digits.replace(',', "."),
        (0, 0..=1) => digits.to_owned(),
        _ => return None,
    };
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if whole == "0" && fraction.is_empty() && !written.contains('0') {
        return None;
    }
    Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

/// A hundredth, digit for digit.
fn shifted(number: &str) -> Option<String> {
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole:0>3}{fraction}");
    let at = digits.len() - fraction.len() - 2;
    let fraction = digits[at..].trim_end_matches('0');
    let dot = if fraction.is_empty() { "" } else { "." };
    plain(&format!("{sign}{}{dot}{fraction}", &digits[..at]))
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\'', '“', '”', '„', '«', '»', '‘', '’']).trim()
}

fn in_brackets(text: &str) -> &str {
    text.trim().trim_matches(['[', ']', '(', ')', '{', '}']).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_understood() {
        for text in [
            "31/01/2016",
            "\"31/01/2016\"",
            "31 January 2016",
            "2016-1-31",
            "31.01.2016",
            "01/31/2016",
            "January 31, 2016",
            "2016/01/31",
            "31-01-2016",
            "20160131",
            "31st Jan 2016",
            "Sunday, 31 January 2016",
            "2016-01-31T10:00:00",
            "31-Jan-2016",
        ] {
            assert_eq!(days(text), [Date::constant(2016, 1, 31)], "{text}");
        }
        assert_eq!(days("03/04/2016"), [Date::constant(2016, 4, 3), Date::constant(2016, 3, 4)]);
        assert_eq!(days("04/04/2016").len(), 1);
        for text in ["0.2-0.4", "1/3", "2016", "2016-02-30", "yesterday", "1.2.3", "31/01/16", "", "title"] {
            assert_eq!(days(text), [], "{text}");
        }
    }

    #[test]
    fn numbers_and_ranges_are_understood() {
        for (text, written) in [
            ("0,6", "0.6"),
            ("60%", "0.6"),
            ("60 %", "0.6"),
            ("60 per cent", "0.6"),
            ("33.3 %", "0.333"),
            ("5%", "0.05"),
            ("120%", "1.2"),
            ("100%", "1"),
            ("0.5%", "0.005"),
            ("-5 %", "-0.05"),
            ("1/4", "0.25"),
            ("½", "0.5"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("+.5", "0.5"),
            ("5.", "5"),
            ("007", "7"),
            ("1.000,5", "1000.5"),
            ("1,000.5", "1000.5"),
            ("1,000", "1000"),
            ("1.000.000", "1000000"),
            ("0,125", "0.125"),
            ("~0.5", "0.5"),
            ("about 0.6", "0.6"),
            ("０.６", "0.6"),
            ("−0,5", "-0.5"),
            ("12'000", "12000"),
            ("0.2-0.4", "[0.2, 0.4]"),
            ("0.2 - 0.4", "[0.2, 0.4]"),
            ("0.2–0.4", "[0.2, 0.4]"),
            ("0.2..0.4", "[0.2, 0.4]"),
            ("0.2 to 0.4", "[0.2, 0.4]"),
            ("\"0,2 – 0,4\"", "[0.2, 0.4]"),
            ("[0,2, 0,4]", "[0.2, 0.4]"),
            ("[0,2; 0,4]", "[0.2, 0.4]"),
            ("(0.2, 0.4)", "[0.2, 0.4]"),
            ("[.2, .4]", "[0.2, 0.4]"),
            ("[0.2 0.4]", "[0.2, 0.4]"),
            ("[20%, 40%]", "[0.2, 0.4]"),
            ("20-40%", "[0.2, 0.4]"),
            ("20 to 40 %", "[0.2, 0.4]"),
            ("between 0.2 and 0.4", "[0.2, 0.4]"),
            ("0.6±0.1", "[0.5, 0.7]"),
            ("0.2, 0.3, 0.4", "[0.2, 0.3, 0.4]"),
            ("-0.5 to -0.1", "[-0.5, -0.1]"),
        ] {
            assert_eq!(number(text).as_deref(), Some(written), "{text}");
            assert!(toml::de::DeValue::parse(written).is_ok(), "{written}");
        }
        for text in [
            "abc",
            "",
            "a 5",
            ">0.2",
            "1/0",
            ".",
            "0.1.2",
            "1e",
            "2 of 3",
            "5 years",
            "2016-02-30",
            "2016-01",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
