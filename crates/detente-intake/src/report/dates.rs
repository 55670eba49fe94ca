//! Days named in a report, resolved against the day on which it was reported.
//!
//! A date without a year is the latest such day up to the report, unless its sentence looks ahead (`will`, `due`, `by`) and the
//! coming one is less than half a year away. A weekday is the latest one up to the report, that day included; with
//! `next`, or where the sentence looks ahead, the coming one. A span (`last week`, `in October`) keeps both its ends.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use detente_model::DatePrecision;

use super::lexicon::is_deed;
use super::parts::PartOfSpeech;
use super::tokens::{Token, TokenKind};
use crate::calendar::{month, weekday};

/// A stretch of days named in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// Where it stands: first character, and the one after the last.
    pub span: (usize, usize),
    /// The words.
    pub text: String,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// How closely the day is known.
    pub precision: DatePrecision,
}

impl DateMention {
    /// The day, if the mention names a single one.
    pub fn day(&self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }
}

/// What a mention resolves to.
type Resolved = (Date, Date, DatePrecision);

/// Every date named in a sentence, in order, with the words that it takes.
pub(super) fn dates_in(words: &[Token], reported: Date) -> Vec<(std::ops::Range<usize>, DateMention)> {
    let mut found: Vec<(std::ops::Range<usize>, DateMention)> = Vec::new();
    let mut i = 0;
    while i < words.len() {
        match date_at(words, i, reported) {
            Some((len, (first, last, precision))) => {
                let (from, to) = (words[i].start, words[i + len - 1].end);
                let text = words[i..i + len].iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
                found.push((i..i + len, DateMention { span: (from, to), text, first, last, precision }));
                i += len;
            }
            None => i += 1,
        }
    }
    found
}

fn date_at(words: &[Token], i: usize, reported: Date) -> Option<(usize, Resolved)> {
    let stem = |k: usize| words.get(k).map_or("", |w| w.stem.as_str());
    iso(words, i)
        .or_else(|| calendar_day(words, i, reported))
        .or_else(|| relative(words, i, reported))
        .or_else(|| {
            let day = weekday_at(words, i)?;
            let shift = match i.checked_sub(1).map(stem) {
                Some("next") => return None,
                _ if looks_ahead(words, i) => ahead(reported, day),
                _ => behind(reported, day),
            };
            Some((1, one(reported.checked_add(shift.days()).ok()?)))
        })
        .or_else(|| bare_year(words, i))
}

fn one(day: Date) -> Resolved {
    (day, day, DatePrecision::Day)
}

/// `2024-02-13`, which the tokenizer takes apart.
fn iso(words: &[Token], i: usize) -> Option<(usize, Resolved)> {
    let [year, dash, month, dash2, day] = words.get(i..i + 5)? else { return None };
    let glued =
        [year, dash, month, dash2].iter().zip([dash, month, dash2, day]).all(|(a, b)| a.end == b.start);
    if !glued || dash.text != "-" || dash2.text != "-" || year.text.len() != 4 {
        return None;
    }
    let date = Date::new(year.text.parse().ok()?, month.text.parse().ok()?, day.text.parse().ok()?).ok()?;
    Some((5, one(date)))
}

/// A name of a month; `may` and `march` only with a capital, and shortened ones only with a capital too.
fn month_at(words: &[Token], i: usize) -> Option<i8> {
    let word = words.get(i).filter(|w| w.is_capital())?;
    month(&word.stem)
}

/// Skips the full stop of a shortened month.
fn past_stop(words: &[Token], i: usize) -> usize {
    let stop = words.get(i).is_some_and(|w| {
        w.text == "." && i > 0 && words[i - 1].end == w.start && words[i - 1].text.len() <= 4
    });
    if stop { i + 1 } else { i }
}

fn day_number(words: &[Token], i: usize) -> Option<(i8, usize)> {
    let word = words.get(i).filter(|w| w.kind != TokenKind::Mark)?;
    let digits: String = word.text.chars().take_while(char::is_ascii_digit).collect();
    let rest = &word.text[digits.len()..];
    let day: i8 = digits.parse().ok().filter(|d| (1..=31).contains(d))?;
    // `13th` may come as one token or as two.
    let ordinal = |t: &str| matches!(t, "st" | "nd" | "rd" | "th");
    if rest.is_empty() {
        let suffix = words.get(i + 1).filter(|w| w.start == word.end && ordinal(&w.stem));
        return Some((day, if suffix.is_some() { 2 } else { 1 }));
    }
    ordinal(rest).then_some((day, 1))
}

fn year_at(words: &[Token], i: usize) -> Option<i16> {
    let word = words.get(i).filter(|w| w.kind == TokenKind::Figure && w.text.len() == 4)?;
    word.text.parse().ok().filter(|y| (1900..2100).contains(y))
}

/// A year right after, with or without a comma: the year and how many words it takes.
fn year_after(words: &[Token], i: usize) -> Option<(i16, usize)> {
    year_at(words, i).map(|y| (y, 1)).or_else(|| {
        let comma = words.get(i).is_some_and(|w| w.text == ",");
        comma.then(|| year_at(words, i + 1)).flatten().map(|y| (y, 2))
    })
}

fn calendar_day(words: &[Token], i: usize, reported: Date) -> Option<(usize, Resolved)> {
    // February 13, 2024 · Feb. 13 · February 13th
    if let Some(month) = month_at(words, i) {
        let at = past_stop(words, i + 1);
        if let Some((day, took)) = day_number(words, at)
            && words.get(at).is_some_and(|w| w.text.len() <= 4)
        {
            let end = at + took;
            let (date, more) = complete(words, i, end, day, month, reported)?;
            return Some((end + more - i, one(date)));
        }
        return month_alone(words, i, at, month, reported);
    }
    // 13 February 2024 · 13th of February
    let (day, took) = day_number(words, i)?;
    let mut at = i + took;
    if words.get(at).is_some_and(|w| w.is("of")) {
        at += 1;
    }
    let month = month_at(words, at)?;
    let end = past_stop(words, at + 1);
    // The stop is the sentence's own unless something follows it.
    let end = if end > at + 1 && words.get(end).is_none() { at + 1 } else { end };
    let (date, more) = complete(words, i, end, day, month, reported)?;
    Some((end + more - i, one(date)))
}

/// Finds the year of a day and month, stated or not.
fn complete(
    words: &[Token],
    from: usize,
    end: usize,
    day: i8,
    month: i8,
    reported: Date,
) -> Option<(Date, usize)> {
    if let Some((year, took)) = year_after(words, end) {
        return Date::new(year, month, day).ok().map(|d| (d, took));
    }
    // The 29th of February waits up to eight years for its next turn.
    let this = (0..=8).find_map(|back| {
        Date::new(reported.year() - back, month, day).ok().filter(|date| *date <= reported)
    })?;
    let next = (0..=8)
        .find_map(|on| Date::new(reported.year() + on, month, day).ok().filter(|date| *date > reported));
    let away = |date: Date| reported.until(date).map_or(i32::MAX, |span| span.get_days().abs());
    let coming = next.filter(|next| {
        let meant = intends(words, from) && away(*next) < away(this);
        // A day soon to come rather than one most of a year ago, unless something was done on it: `they met on 3 March`.
        let done = words[from.saturating_sub(4)..from].iter().any(|w| is_deed(&w.stem));
        let near = !done && away(*next) <= 60 && away(this) > 183;
        meant || near || (looks_ahead(words, from) && away(*next) < 183)
    });
    Some((coming.unwrap_or(this), 0))
}

/// A month without a day: `last October`, `in February 2023`, `late March`.
fn month_alone(
    words: &[Token],
    i: usize,
    after: usize,
    month: i8,
    reported: Date,
) -> Option<(usize, Resolved)> {
    let before = i.checked_sub(1).map_or("", |b| words[b].stem.as_str());
    let (year, end) = if let Some((year, took)) = year_after(words, after.min(i + 1)) {
        (year, i + 1 + took)
    } else {
        let cue = [
            "in", "since", "last", "next", "early", "late", "mid", "until", "by", "from", "of", "this",
            "during", "between", "and", "-",
        ];
        // `Bush and May met`: a name.
        let person = words[i].is("may") && matches!(before, "and" | "-" | "of" | "between");
        if !cue.contains(&before) || person {
            return None;
        }
        let here = Date::new(reported.year(), month, 1).ok()?;
        let year = match before {
            "next" if here <= reported => reported.year() + 1,
            "last" if here.last_of_month() >= reported => reported.year() - 1,
            "next" | "last" => reported.year(),
            _ if here > reported && !looks_ahead(words, i) => reported.year() - 1,
            _ if here.last_of_month() < reported && looks_ahead(words, i) => reported.year() + 1,
            _ => reported.year(),
        };
        (year, i + 1)
    };
    let first = Date::new(year, month, 1).ok()?;
    Some((end - i, (first, first.last_of_month(), DatePrecision::Month)))
}

fn weekday_at(words: &[Token], i: usize) -> Option<Weekday> {
    let word = words.get(i).filter(|w| w.is_capital() && w.text.len() > 3)?;
    weekday(&word.stem)
}

/// Days back to the latest such weekday, that day included; negative or 0.
fn behind(from: Date, day: Weekday) -> i32 {
    -i32::from(day.until(from.weekday()))
}

/// Days on to the coming one, that day included.
fn ahead(from: Date, day: Weekday) -> i32 {
    i32::from(from.weekday().until(day))
}

/// Whether the words before a date make it one to come.
fn looks_ahead(words: &[Token], i: usize) -> bool {
    let near = &words[i.saturating_sub(12)..i];
    let last = near
        .iter()
        .rposition(|w| w.text == ";" || w.is_any(&["said", "says", "told", "announced", "added"]))
        .map_or(0, |k| k + 1);
    let just_before = i.checked_sub(1).is_some_and(|b| words[b].is("by"))
        || words[i.saturating_sub(5)..i].iter().any(|w| w.is_any(&["until", "before"]));
    just_before
        || near[last..].iter().any(|w| {
            w.is_any(&[
                "will",
                "due",
                "expected",
                "scheduled",
                "planned",
                "deadline",
                "shall",
                "would",
                "expires",
                "tomorrow",
            ])
        })
}

/// Whether an infinitive stands before a date, which then is more often to come: `agreed to meet on 4 May`.
fn intends(words: &[Token], i: usize) -> bool {
    let near = &words[i.saturating_sub(7)..i];
    near.windows(2).any(|pair| pair[0].is("to") && pair[1].tagged(&[PartOfSpeech::Verb]))
}

fn relative(words: &[Token], i: usize, reported: Date) -> Option<(usize, Resolved)> {
    let stem = |k: usize| words.get(k).map_or("", |w| w.stem.as_str());
    let day = |n: i32| reported.checked_add(n.days()).ok().map(one);
    match (stem(i), stem(i + 1)) {
        ("today" | "tonight", _) => Some((1, day(0)?)),
        ("yesterday", _) => Some((1, day(-1)?)),
        ("tomorrow", _) => Some((1, day(1)?)),
        ("this", "morning" | "afternoon" | "evening") => Some((2, day(0)?)),
        ("last", "night") => Some((2, day(-1)?)),
        (which @ ("last" | "this" | "next"), unit @ ("week" | "month" | "year")) => {
            let back = match which {
                "last" => -1,
                "next" => 1,
                _ => 0,
            };
            Some((2, span_of(reported, unit, back)?))
        }
        (which @ ("last" | "next"), _) => {
            if let Some(wanted) = weekday_at(words, i + 1) {
                let n = match which {
                    "last" => match behind(reported, wanted) {
                        0 => -7,
                        n => n,
                    },
                    _ => match ahead(reported, wanted) {
                        0 => 7,
                        n => n,
                    },
                };
                return Some((2, day(n)?));
            }
            let month = month_at(words, i + 1)?;
            let (len, resolved) = month_alone(words, i + 1, i + 2, month, reported)?;
            Some((len + 1, resolved))
        }
        _ => ago(words, i, reported),
    }
}

fn span_of(reported: Date, unit: &str, back: i32) -> Option<Resolved> {
    match unit {
        "week" => {
            let into = i32::from(reported.weekday().to_monday_zero_offset());
            let monday = reported.checked_add((7 * back - into).days()).ok()?;
            Some((monday, monday.checked_add(6.days()).ok()?, DatePrecision::Week))
        }
        "month" => {
            let first = reported.first_of_month().checked_add(back.months()).ok()?;
            Some((first, first.last_of_month(), DatePrecision::Month))
        }
        _ => {
            let year = reported.year().checked_add(i16::try_from(back).ok()?)?;
            Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?, DatePrecision::Year))
        }
    }
}

/// `three days ago`, `a week ago`.
fn ago(words: &[Token], i: usize, reported: Date) -> Option<(usize, Resolved)> {
    let [count, unit, ago] = words.get(i..i + 3)? else { return None };
    if !ago.is("ago") {
        return None;
    }
    let n = match count.stem.as_str() {
        "a" | "an" => 1.0,
        _ => super::quantities::plain_number(count)?,
    };
    if n.fract() != 0.0 || !(0.0..=5000.0).contains(&n) {
        return None;
    }
    let n = n as i32;
    let resolved = match unit.stem.trim_end_matches('s') {
        "day" => one(reported.checked_sub(n.days()).ok()?),
        "week" => {
            let day = reported.checked_sub((7 * n).days()).ok()?;
            (day.checked_sub(3.days()).ok()?, day.checked_add(3.days()).ok()?, DatePrecision::Week)
        }
        "month" => {
            let first = reported.first_of_month().checked_sub(n.months()).ok()?;
            (first, first.last_of_month(), DatePrecision::Month)
        }
        "year" => span_of(reported, "year", -n)?,
        _ => return None,
    };
    Some((3, resolved))
}

/// `in 2019`, `since 2005`.
fn bare_year(words: &[Token], i: usize) -> Option<(usize, Resolved)> {
    let cue = [
        "in", "since", "of", "by", "from", "until", "early", "late", "during", "before", "after", "and",
        "to", "between",
    ];
    let year = year_at(words, i)?;
    let before = i.checked_sub(1).map(|b| words[b].stem.as_str())?;
    // `in 2000 cases` counts cases.
    let counted = words.get(i + 1).is_some_and(|w| {
        w.kind == TokenKind::Letters && w.tagged(&[PartOfSpeech::Noun]) && w.stem.ends_with('s')
    });
    if !cue.contains(&before) || counted {
        return None;
    }
    Some((1, (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?, DatePrecision::Year)))
}

#[cfg(test)]
mod tests {
    use super::super::sentences::read;
    use super::*;

    /// Dates found in a sentence reported on Wednesday 14 February 2024, first and last day.
    fn found(text: &str) -> Vec<(String, String, String)> {
        let chars: Vec<char> = text.chars().collect();
        let reading = read(&chars);
        dates_in(&reading.words, jiff::civil::date(2024, 2, 14))
            .into_iter()
            .map(|(_, d)| (d.text, d.first.to_string(), d.last.to_string()))
            .collect()
    }

    fn day(text: &str) -> String {
        match &found(text)[..] {
            [(_, first, last)] if first == last => first.clone(),
            other => panic!("{text}: {other:?}"),
        }
    }

    fn span(text: &str) -> (String, String) {
        match &found(text)[..] {
            [(_, first, last)] => (first.clone(), last.clone()),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn days_take_the_year_that_the_report_allows() {
        assert_eq!(day("He spoke on Feb 13."), "2024-02-13");
        assert_eq!(day("during its Oct 7 attack"), "2023-10-07");
        assert_eq!(day("They met on 3 March."), "2023-03-03");
        assert_eq!(day("They will meet on 3 March."), "2024-03-03");
        assert_eq!(day("He proposed a meeting on 3 March."), "2024-03-03");
        assert_eq!(day("He said on Feb. 12 that talks were over."), "2024-02-12");
        assert_eq!(day("signed on January 5, 2011 in the capital"), "2011-01-05");
        assert_eq!(day("the 5th of January 2011"), "2011-01-05");
        assert_eq!(day("on 2024-02-10 they left"), "2024-02-10");
        assert_eq!(day("killed on February 29."), "2020-02-29");
    }

    #[test]
    fn weekdays_and_relative_days() {
        assert_eq!(day("He said on Tuesday that it was over."), "2024-02-13");
        assert_eq!(day("He said on Wednesday."), "2024-02-14");
        assert_eq!(day("It happened last Wednesday."), "2024-02-07");
        assert_eq!(day("Talks will resume on Sunday."), "2024-02-18");
        assert_eq!(day("the next Monday session"), "2024-02-19");
        assert_eq!(day("shelled yesterday"), "2024-02-13");
        assert_eq!(day("three days ago"), "2024-02-11");
    }

    #[test]
    fn spans_keep_both_ends() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(span("diplomacy last week"), pair("2024-02-05", "2024-02-11"));
        assert_eq!(span("a mediator since last October"), pair("2023-10-01", "2023-10-31"));
        assert_eq!(span("in 2019"), pair("2019-01-01", "2019-12-31"));
        assert_eq!(span("in November 2022,"), pair("2022-11-01", "2022-11-30"));
        assert_eq!(span("two months ago"), pair("2023-12-01", "2023-12-31"));
    }

    #[test]
    fn words_that_only_look_like_dates() {
        for text in
            ["They may leave and march on.", "He counted 12 of 40.", "in 2000 cases of this", "Mars and Sun"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
