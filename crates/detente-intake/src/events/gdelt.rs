//! GDELT event tables: 2.0 with 61 columns (codebook 2.0, 2015), 1.0 with 58, and with 57 before April 2013.
//!
//! As they are distributed, columns are parted by tabs and have no header. Those used, counted from one: 1
//! `GLOBALEVENTID`, 2 `SQLDATE`, 6 and 16 actor codes, 7 and 17 actor names, 27 `EventCode` (CAMEO, a string), 29
//! `EventRootCode`; in 2.0 53 `ActionGeo_FullName`, 60 `DATEADDED`, 61 `SOURCEURL`, in 1.0 51, 57, and 58 if it is
//! there. Tables that were saved with a header are read by the names in it. The day is the one that the coding machine
//! read in the article.
//!
//! Programs that take codes for numbers make `10` of `010`, and `10` is a code of its own: the root code tells the two
//! apart.

use csv::{ByteRecord, ReaderBuilder};
use jiff::civil::Date;

use detente_model::DatePrecision;

use super::days::compact;
use super::encoding::in_utf8;
use super::layout::{Layout, column_name, is_placeholder};
use super::table::{Format, Reading, Row, each_row, held, no_id, row_id, whole};
use super::{EventDraft, EventFilter, EventImport};
use crate::Error;

const FORMAT: Format = Format {
    name: "GDELT",
    needed: &["globaleventid", "sqldate", "eventcode", "dateadded"],
    days: &[],
    renamed: &[("day", "sqldate"), ("date_added", "dateadded"), ("global_event_id", "globaleventid")],
};

/// An edition of the table without a header.
struct Edition {
    columns: usize,
    dataset: &'static str,
    location: usize,
    added: usize,
    address: Option<usize>,
}

const EDITIONS: [Edition; 3] = [
    Edition { columns: 61, dataset: "GDELT 2.0", location: 52, added: 59, address: Some(60) },
    Edition { columns: 58, dataset: "GDELT 1.0", location: 50, added: 56, address: Some(57) },
    Edition { columns: 57, dataset: "GDELT 1.0", location: 50, added: 56, address: None },
];

/// Reads a GDELT table. Without a header there is nothing to check; every row that has not the columns of an edition is
/// named as a fault.
///
/// # Errors
/// When there is a header, and it lacks a column that the format has. Faults in rows are in the result.
pub fn read_gdelt(table: &[u8], filter: &EventFilter, retrieved: Date) -> Result<EventImport, Error> {
    let (utf8, remark) = in_utf8(table);
    let layout = Layout::of(&utf8);
    let first = layout.bytes.split(|b| matches!(b, b'\r' | b'\n')).next().unwrap_or_default();
    let has_header = first
        .split(|b| *b == layout.delimiter)
        .any(|cell| matches!(column_name(cell).as_str(), "globaleventid" | "global_event_id"));
    let mut events = Vec::new();
    let mut take = |event: EventDraft, codes: &[&str]| {
        if filter.takes(&event, codes) {
            events.push(event);
        }
    };
    let reading = if has_header {
        let read = |row: &Row<'_>| {
            let (event, codes) = with_header(row, retrieved)?;
            take(event, &[&codes[0], &codes[1]]);
            Ok(())
        };
        each_row(table, &FORMAT, read)?
    } else {
        let read = |columns: &[String]| {
            let event = of_columns(columns, retrieved)?;
            take(event, &[&columns[5], &columns[15]]);
            Ok(())
        };
        Reading { remarks: remark.into_iter().collect(), ..without_header(&layout, read) }
    };
    Ok(EventImport::of(events, reading))
}

/// Hands on the columns of every row.
fn without_header(layout: &Layout<'_>, mut read: impl FnMut(&[String]) -> Result<(), String>) -> Reading {
    let mut builder = ReaderBuilder::new();
    // As it is distributed nothing is quoted, and a quotation mark belongs to a name.
    builder.has_headers(false).flexible(true).delimiter(layout.delimiter).quoting(layout.delimiter != b'\t');
    let mut reader = builder.from_reader(layout.bytes);
    let (mut reading, mut lines, mut record) = (Reading::default(), layout.lines(), ByteRecord::new());
    while let Ok(true) = reader.read_byte_record(&mut record) {
        let line = lines.of_row(record.position().map_or(0, |p| p.byte() as usize));
        let columns: Result<Vec<String>, String> = record
            .iter()
            .map(|cell| std::str::from_utf8(cell).map(|text| text.trim().to_owned()))
            .collect::<Result<_, _>>()
            .map_err(|_| "not UTF-8".to_owned());
        match columns.and_then(|columns| read(&columns)) {
            Ok(()) => reading.rows += 1,
            Err(fault) => reading.faults.push(Error::Row { line, fault }),
        }
    }
    reading
}

/// The event of a row in a table without a header.
fn of_columns(columns: &[String], retrieved: Date) -> Result<EventDraft, String> {
    let Some(edition) = EDITIONS.iter().find(|edition| edition.columns == columns.len()) else {
        return Err(format!("{} columns where GDELT 2.0 has 61, and GDELT 1.0 has 58 or 57", columns.len()));
    };
    let some = |i: usize| Some(columns[i].as_str()).filter(|text| !is_placeholder(text)).and_then(held);
    let day = |i: usize, name: &str| day(&columns[i], name);
    let id = whole(&columns[0]);
    Ok(EventDraft {
        dataset: edition.dataset,
        row: row_id(id).ok_or_else(|| no_id("GLOBALEVENTID", id))?,
        said: day(1, "SQLDATE")?,
        until: None,
        precision: DatePrecision::Day,
        reported: Some(day(edition.added, "DATEADDED")?),
        retrieved,
        code: Some(code(&columns[26], &columns[28])?),
        actors: [some(6).or(some(5)), some(16).or(some(15))].into_iter().flatten().collect(),
        location: some(edition.location),
        deaths: None,
        reported_by: edition.address.and_then(some),
    })
}

/// The event of a row in a table with a header, and the codes of its actors.
fn with_header(row: &Row<'_>, retrieved: Date) -> Result<(EventDraft, [String; 2]), Error> {
    let fault = |fault| row.fault(fault);
    let codes = [row.owned("actor1code")?, row.owned("actor2code")?];
    let names = [row.owned("actor1name")?, row.owned("actor2name")?];
    let actors = names.into_iter().zip(&codes).filter_map(|(name, code)| name.or(code.clone()));
    let event = EventDraft {
        dataset: "GDELT",
        row: row.id("globaleventid")?,
        said: day(row.need("sqldate")?, "SQLDATE").map_err(fault)?,
        until: None,
        precision: DatePrecision::Day,
        reported: Some(day(row.need("dateadded")?, "DATEADDED").map_err(fault)?),
        retrieved,
        code: Some(
            code(row.need("eventcode")?, row.get("eventrootcode")?.unwrap_or_default()).map_err(fault)?,
        ),
        actors: actors.collect(),
        location: row.owned("actiongeo_fullname")?,
        deaths: None,
        reported_by: row.owned("sourceurl")?,
    };
    Ok((event, codes.map(Option::unwrap_or_default)))
}

fn day(text: &str, name: &str) -> Result<Date, String> {
    compact(text).filter(|day| day.year() >= 1).ok_or_else(|| format!("`{name}` is not a date: `{text}`"))
}

/// A CAMEO code with the zero that it begins with, which its root code tells where a program has taken it away.
fn code(text: &str, root: &str) -> Result<String, String> {
    let (text, root) = (whole(text), whole(root));
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(format!("`EventCode` is not a CAMEO code: `{text}`"));
    }
    let padded = format!("{root:0>2}");
    let is_root = !root.is_empty() && root.bytes().all(|b| b.is_ascii_digit());
    if is_root && !text.starts_with(&padded) && format!("0{text}").starts_with(&padded) {
        return Ok(format!("0{text}"));
    }
    Ok(text.to_owned())
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
            (28, &code[..2.min(code.len())]),
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
        let import = read_gdelt(table.as_bytes(), &EventFilter::default(), date(2024, 3, 1)).unwrap();
        assert_eq!(import.events.len(), 1);
        assert_eq!(import.events[0].code.as_deref(), Some("010"));
        assert_eq!(import.events[0].actors, ["NORTHLAND", "STH"]);
        assert_eq!(import.events[0].reported, Some(date(2024, 2, 13)));
        let faults: Vec<String> = import.faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            faults,
            [
                "line 2: 2 columns where GDELT 2.0 has 61, and GDELT 1.0 has 58 or 57",
                "line 3: `SQLDATE` is not a date: `20241340`",
                "line 4: `EventCode` is not a CAMEO code: `x`",
            ]
        );
    }

    #[test]
    fn actors_are_found_by_code_too() {
        let of = |actor: &str| {
            let filter = EventFilter { actors: vec![actor.to_owned()], ..EventFilter::default() };
            read_gdelt(line("20240212", "190").as_bytes(), &filter, date(2024, 3, 1)).unwrap().events.len()
        };
        assert_eq!([of("NTHGOV"), of("northland"), of("GOV")], [1, 1, 0]);
    }

    /// The columns of 2.0 less one for each of three places, and less the address before 2013.
    fn of_1_0(with_address: bool) -> String {
        let mut columns = vec![""; if with_address { 58 } else { 57 }];
        for (i, text) in [(0, "1158"), (1, "20130412"), (6, "NORTHLAND"), (26, "043"), (28, "04")] {
            columns[i] = text;
        }
        (columns[50], columns[56]) = ("Old Bridge, Northland", "20130413");
        if with_address {
            columns[57] = "https://example.org/a";
        }
        columns.join("\t")
    }

    #[test]
    fn tables_of_the_first_edition_are_read() {
        let table = [of_1_0(true), of_1_0(false)].join("\r\n");
        let import = read_gdelt(table.as_bytes(), &EventFilter::default(), date(2024, 3, 1)).unwrap();
        let [with, without] = &import.events[..] else { panic!("{import:?}") };
        assert_eq!((with.dataset, with.location.as_deref()), ("GDELT 1.0", Some("Old Bridge, Northland")));
        assert_eq!(
            (with.reported, with.reported_by.as_deref()),
            (Some(date(2013, 4, 13)), Some("https://example.org/a"))
        );
        assert_eq!((without.reported, &without.reported_by), (Some(date(2013, 4, 13)), &None));
    }

    /// As pandas and spreadsheets save it: with a header, an index, and numbers for codes.
    #[test]
    fn tables_with_a_header_are_read_and_codes_get_their_zero_back() {
        let table = ",GLOBALEVENTID,SQLDATE,Actor1Code,Actor1Name,Actor2Code,Actor2Name,EventCode,EventRootCode,\
            ActionGeo_FullName,DATEADDED,SOURCEURL\n\
            0,1158.0,20240212,NTHGOV,NORTHLAND,NaN,NaN,10,1,\"Old Bridge, Northland\",20240213101500,https://example.org/a\n\
            1,1159.0,20240212,NTHGOV,,STH,,10.0,10.0,NaN,20240213101500,\n";
        let import = read_gdelt(table.as_bytes(), &EventFilter::default(), date(2024, 3, 1)).unwrap();
        let [statement, demand] = &import.events[..] else { panic!("{import:?}") };
        assert_eq!((statement.row.as_str(), statement.code.as_deref()), ("1158", Some("010")));
        assert_eq!(
            (&statement.actors[..], demand.code.as_deref()),
            (&["NORTHLAND".to_owned()][..], Some("10"))
        );
        assert_eq!(
            (&demand.actors[..], &demand.location),
            (&["NTHGOV".to_owned(), "STH".to_owned()][..], &None)
        );
    }
}
