//! GDELT 2.0 event table: 61 tab-separated columns without a header (codebook 2.0, 2015).
//!
//! Columns used, counted from one: 1 `GLOBALEVENTID`, 2 `SQLDATE`, 6 and 16 actor codes, 7 and 17 actor names, 27
//! `EventCode` (CAMEO, a string), 53 `ActionGeo_FullName`, 60 `DATEADDED`, 61 `SOURCEURL`. The day is the one that the
//! coding machine read in the article.

use jiff::civil::Date;

use detente_model::DatePrecision;

use super::table::{held, no_id, row_id};
use super::{EventDraft, EventFilter, EventImport};
use crate::Error;

const COLUMNS: usize = 61;

/// Reads a GDELT 2.0 table. There is no header to check; every line that has not 61 columns is named as a fault.
pub fn read_gdelt(table: &[u8], filter: &EventFilter, retrieved: Date) -> EventImport {
    let mut import = EventImport::default();
    for (i, line) in table.split(|b| *b == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            continue;
        }
        match read_line(line, filter, retrieved) {
            Ok(event) => {
                import.rows += 1;
                import.events.extend(event);
            }
            Err(fault) => import.faults.push(Error::Row { line: i + 1, fault }),
        }
    }
    import
}

fn read_line(line: &[u8], filter: &EventFilter, retrieved: Date) -> Result<Option<EventDraft>, String> {
    let line = std::str::from_utf8(line).map_err(|_| "not UTF-8".to_owned())?;
    let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
    if columns.len() != COLUMNS {
        return Err(format!("{} columns where GDELT 2.0 has {COLUMNS}", columns.len()));
    }
    let some = |i: usize| held(columns[i]);
    let day = |i: usize, name: &str| {
        compact_day(columns[i]).ok_or_else(|| format!("`{name}` is not a date: `{}`", columns[i]))
    };
    let code = columns[26];
    if code.is_empty() || !code.bytes().all(|b| b.is_ascii_digit()) {
        return Err(format!("`EventCode` is not a CAMEO code: `{code}`"));
    }
    let event = EventDraft {
        dataset: "GDELT 2.0",
        row: row_id(columns[0]).ok_or_else(|| no_id("GLOBALEVENTID", columns[0]))?,
        said: day(1, "SQLDATE")?,
        until: None,
        precision: DatePrecision::Day,
        reported: Some(day(59, "DATEADDED")?),
        retrieved,
        code: Some(code.to_owned()),
        actors: [some(6).or(some(5)), some(16).or(some(15))].into_iter().flatten().collect(),
        location: some(52),
        deaths: None,
        reported_by: some(60),
    };
    Ok(Some(event).filter(|event| filter.takes(event, &[columns[5], columns[15]])))
}

/// `20240212`, whatever follows it.
fn compact_day(text: &str) -> Option<Date> {
    let number = |range: std::ops::Range<usize>| {
        text.get(range).filter(|t| t.bytes().all(|b| b.is_ascii_digit()))?.parse::<i16>().ok()
    };
    Date::new(number(0..4)?, i8::try_from(number(4..6)?).ok()?, i8::try_from(number(6..8)?).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn line(date: &str, code: &str) -> String {
        let mut columns = vec![String::new(); 61];
        for (i, text) in [
            (0, "1158"),
            (1, date),
            (5, "NTHGOV"),
            (6, "NORTHLAND"),
            (15, "STH"),
            (26, code),
            (52, "Old Bridge, Northland"),
            (59, "20240213101500"),
            (60, "https://example.org/a"),
        ] {
            text.clone_into(&mut columns[i]);
        }
        columns.join("\t")
    }

    #[test]
    fn codes_stay_strings_and_faulty_lines_are_named() {
        let table =
            [line("20240212", "010"), "1\t2".to_owned(), line("20241340", "010"), line("20240212", "x")]
                .join("\n");
        let import = read_gdelt(table.as_bytes(), &EventFilter::default(), date(2024, 3, 1));
        assert_eq!(import.events.len(), 1);
        assert_eq!(import.events[0].code.as_deref(), Some("010"));
        assert_eq!(import.events[0].actors, ["NORTHLAND", "STH"]);
        assert_eq!(import.events[0].reported, Some(date(2024, 2, 13)));
        let faults: Vec<String> = import.faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            faults,
            [
                "line 2: 2 columns where GDELT 2.0 has 61",
                "line 3: `SQLDATE` is not a date: `20241340`",
                "line 4: `EventCode` is not a CAMEO code: `x`",
            ]
        );
    }

    #[test]
    fn actors_are_found_by_code_too() {
        let of = |actor: &str| {
            let filter = EventFilter { actors: vec![actor.to_owned()], ..EventFilter::default() };
            read_gdelt(line("20240212", "190").as_bytes(), &filter, date(2024, 3, 1)).events.len()
        };
        assert_eq!([of("NTHGOV"), of("northland"), of("GOV")], [1, 1, 0]);
    }
}
