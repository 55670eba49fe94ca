//! Days as tables write them.
//!
//! `2024-02-12` with or without a time, `2024/02/12`, `20240212`, `12 February 2024`, `12-Feb-2024`, `February 12, 2024`.
//! Days in numbers with the year last may be day/month or month/day: that is settled by the whole table, in which some day
//! above 12 can be only one of the two. Where none is, or two contradict each other, such days are not read.

use jiff::civil::Date;

/// In which order a table writes days in numbers with the year last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Days {
    /// A day that can be only day/month, and one that can be only month/day.
    day_first: Option<String>,
    month_first: Option<String>,
}

impl Days {
    /// Takes note of one more text in a column of days.
    pub(super) fn see(&mut self, text: &str) {
        let Some((a, b, year)) = year_last(text) else { return };
        if b <= 12 && a > 12 && Date::new(year, b, a).is_ok() {
            self.day_first.get_or_insert_with(|| text.to_owned());
        }
        if a <= 12 && b > 12 && Date::new(year, a, b).is_ok() {
            self.month_first.get_or_insert_with(|| text.to_owned());
        }
    }

    /// What is to be said of how the days were read.
    pub(super) fn remark(&self) -> Option<String> {
        let (order, proof) = match (&self.day_first, &self.month_first) {
            (Some(proof), None) => ("day/month/year", proof),
            (None, Some(proof)) => ("month/day/year", proof),
            _ => return None,
        };
        Some(format!("days are read as {order}, for `{proof}` can be nothing else"))
    }

    /// The day that a text in a column says, or what is wrong with it.
    pub(super) fn read(&self, column: &str, text: &str) -> Result<Date, String> {
        let none = || format!("`{column}` is not a date: `{text}`");
        // A case has no years before the first.
        let known = |day: Option<Date>| day.filter(|day| day.year() >= 1).ok_or_else(none);
        if let Some((a, b, year)) = year_last(text) {
            return match (&self.day_first, &self.month_first) {
                (Some(_), None) => known(Date::new(year, b, a).ok()),
                (None, Some(_)) => known(Date::new(year, a, b).ok()),
                (Some(one), Some(other)) => Err(format!(
                    "`{column}` is `{text}`, and the table writes day/month (`{one}`) and month/day (`{other}`): write \
                     days as 2024-02-12"
                )),
                (None, None) if a == b => known(Date::new(year, b, a).ok()),
                (None, None) => Err(format!(
                    "`{column}` is `{text}`, day/month or month/day, and no day of the table tells which: write days as \
                     2024-02-12"
                )),
            };
        }
        if let Some(days) = serial(text) {
            return Err(format!(
                "`{column}` is {days}, a day as a spreadsheet counts it: give the column the format yyyy-mm-dd and save \
                 it again"
            ));
        }
        known(year_first(text).or_else(|| written_out(text)))
    }
}

/// The text before a time of day.
fn without_time(text: &str) -> &str {
    text.split([' ', 'T']).next().unwrap_or_default()
}

/// Three numbers between `/`, `.` or `-`, the last of them a year in full.
fn year_last(text: &str) -> Option<(i8, i8, i16)> {
    let day = without_time(text.trim());
    let parts: Vec<&str> = day.split(['/', '.', '-']).collect();
    let [a, b, year] = parts[..] else { return None };
    let short = |part: &str| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let year = Some(year).filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    Some((short(a)?, short(b)?, year.parse().ok()?))
}

/// `2024-02-12`, `2024/2/12` or `20240212`, whatever time follows.
fn year_first(text: &str) -> Option<Date> {
    let day = without_time(text.trim());
    if let Ok(day) = day.parse::<Date>() {
        return Some(day);
    }
    let parts: Vec<&str> = day.split(['/', '.', '-']).collect();
    match parts[..] {
        [year, month, date] if year.len() == 4 => {
            Date::new(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?).ok()
        }
        [whole] | [whole, "0"] if whole.len() == 8 => compact(whole),
        _ => None,
    }
}

/// `20240212`, whatever follows it.
pub(super) fn compact(text: &str) -> Option<Date> {
    let number = |range: std::ops::Range<usize>| {
        text.get(range).filter(|t| t.bytes().all(|b| b.is_ascii_digit()))?.parse::<i16>().ok()
    };
    Date::new(number(0..4)?, i8::try_from(number(4..6)?).ok()?, i8::try_from(number(6..8)?).ok()?).ok()
}

/// The days since 1900 by which spreadsheets hold a day, between 1982 and 2064.
fn serial(text: &str) -> Option<u32> {
    let whole = text.trim().split('.').next()?;
    if whole.len() != 5 || text.contains(['/', '-', ' ']) {
        return None;
    }
    whole.parse().ok().filter(|days| (30_000..60_000).contains(days))
}

/// `12 February 2024`, `12-Feb-2024` or `February 12, 2024`, as older exports have it.
fn written_out(text: &str) -> Option<Date> {
    let mut parts = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | ',' | '.'))
        .filter(|p| !p.is_empty());
    // A sign before a year is not a hyphen between its parts.
    if text.split_whitespace().any(|part| part.len() > 1 && part.starts_with('-')) {
        return None;
    }
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (day, month) = match (first.parse(), crate::calendar::month(second)) {
        (Ok(day), Some(month)) => (day, month),
        _ => (second.parse().ok()?, crate::calendar::month(first)?),
    };
    Date::new(Some(year).filter(|year| year.len() >= 4)?.parse().ok()?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn seen(texts: &[&str]) -> Days {
        let mut days = Days::default();
        for text in texts {
            days.see(text);
        }
        days
    }

    #[test]
    fn the_whole_table_says_in_which_order_days_stand() {
        let days = seen(&["03/04/2001", "19/04/2001"]);
        assert_eq!(days.read("d", "03/04/2001"), Ok(date(2001, 4, 3)));
        assert_eq!(
            days.remark().unwrap(),
            "days are read as day/month/year, for `19/04/2001` can be nothing else"
        );
        let days = seen(&["3/4/2001", "4/19/2001 12:00"]);
        assert_eq!(days.read("d", "3/4/2001"), Ok(date(2001, 3, 4)));
        let open = seen(&["03/04/2001"]);
        assert!(open.read("d", "03/04/2001").unwrap_err().contains("no day of the table tells"));
        assert_eq!(open.read("d", "04.04.2001"), Ok(date(2001, 4, 4)));
        let both = seen(&["13/04/2001", "04/13/2001"]);
        assert!(both.read("d", "13/04/2001").unwrap_err().contains("`04/13/2001`"));
        assert!(both.remark().is_none() && open.remark().is_none());
    }

    #[test]
    fn days_are_read_as_tables_write_them() {
        for text in [
            "2024-02-12",
            "2024-02-12 00:00:00.000",
            "2024-02-12T08:30:00Z",
            "2024/2/12",
            "20240212",
            "20240212.0",
            "12 February 2024",
            "12-Feb-2024",
            "12-February-2024",
            "February 12, 2024",
            "Feb 12 2024",
        ] {
            assert_eq!(Days::default().read("d", text), Ok(date(2024, 2, 12)), "{text}");
        }
        for text in [
            "12/02/24",
            "12-Feb-24",
            "2024",
            "2024-02-30",
            "x",
            "12 February -5",
            "-000005-02-12",
            "2024.1178",
        ] {
            assert!(Days::default().read("d", text).is_err(), "{text}");
        }
        assert!(Days::default().read("d", "45334").unwrap_err().contains("spreadsheet"));
    }
}
