//! Tables with a header, read row by row.

use csv::{ByteRecord, ReaderBuilder};
use detente_case::write::{legible, slug};
use jiff::civil::Date;

use crate::Error;

/// A row, with the columns that the format names.
pub(super) struct Row<'a> {
    line: usize,
    header: &'a [String],
    record: &'a ByteRecord,
}

impl Row<'_> {
    /// The text of a column, trimmed; `None` if it is empty or the table has no such column.
    pub fn get(&self, column: &str) -> Result<Option<&str>, Error> {
        let Some(at) = self.header.iter().position(|name| name == column) else { return Ok(None) };
        let bytes = self.record.get(at).unwrap_or_default();
        let text = std::str::from_utf8(bytes).map_err(|_| self.fault(format!("`{column}` is not UTF-8")))?;
        Ok(Some(text.trim()).filter(|t| !t.is_empty()))
    }

    /// The text of a column that may not be empty.
    pub fn need(&self, column: &str) -> Result<&str, Error> {
        self.get(column)?.ok_or_else(|| self.fault(format!("`{column}` is empty")))
    }

    /// An owned text, as a claim may hold it.
    pub fn owned(&self, column: &str) -> Result<Option<String>, Error> {
        Ok(self.get(column)?.and_then(held))
    }

    /// The row's own id, of which the claim's is made.
    pub fn id(&self, column: &str) -> Result<String, Error> {
        let text = self.need(column)?;
        row_id(text).ok_or_else(|| self.fault(no_id(column, text)))
    }

    /// A count: a whole number that is not negative.
    pub fn count(&self, column: &str) -> Result<Option<f64>, Error> {
        let Some(text) = self.get(column)? else { return Ok(None) };
        let whole = text.strip_suffix(".0").unwrap_or(text).parse::<u32>().map(f64::from);
        whole.map(Some).map_err(|_| self.fault(format!("`{column}` is not a count: `{text}`")))
    }

    /// A day, `2024-02-12` with or without a time after it, or `12 February 2024`.
    pub fn day(&self, column: &str) -> Result<Date, Error> {
        let text = self.need(column)?;
        let day = text.split([' ', 'T']).next().unwrap_or_default();
        let parsed = day.parse::<Date>().ok().or_else(|| written_out(text));
        // A case has no years before the first.
        parsed
            .filter(|day| day.year() >= 1)
            .ok_or_else(|| self.fault(format!("`{column}` is not a date: `{text}`")))
    }

    /// A fault in this row.
    pub fn fault(&self, fault: String) -> Error {
        Error::Row { line: self.line, fault }
    }
}

/// The longest that the row's part of a claim's id can be: the id of a source has 60 characters at most, that of a claim 100.
const LONGEST_ID: usize = 39;

/// A text as a claim may hold it; `None` if nothing legible is in it.
pub(super) fn held(text: &str) -> Option<String> {
    Some(legible(text).trim().to_owned()).filter(|text| !text.is_empty())
}

/// The id of a row, unless no id of a claim can be made of it: all rows without a letter or digit would pass for one.
pub(super) fn row_id(text: &str) -> Option<String> {
    held(text).filter(|text| (1..=LONGEST_ID).contains(&slug(text).len()))
}

/// What is wrong with an id that [`row_id`] refuses.
pub(super) fn no_id(column: &str, text: &str) -> String {
    let shown: String = legible(text).chars().take(LONGEST_ID).collect();
    format!("`{column}` needs 1 to {LONGEST_ID} of the letters a–z and digits: `{shown}`")
}

/// `12 February 2024`, as older exports have it.
fn written_out(text: &str) -> Option<Date> {
    let mut parts = text.split_whitespace();
    let day = parts.next()?.parse().ok()?;
    let month = crate::calendar::month(parts.next()?)?;
    let year = parts.next()?.parse().ok()?;
    Date::new(year, month, day).ok()
}

/// Reads every row of a table with a header. A fault in the header ends it; a fault in a row is handed to `read`'s
/// caller with the others.
pub(super) fn each_row(
    bytes: &[u8],
    format: &'static str,
    needed: &[&'static str],
    mut read: impl FnMut(&Row<'_>) -> Result<(), Error>,
) -> Result<(usize, Vec<Error>), Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first_line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let columns = |delimiter: u8| first_line.split(|b| *b == delimiter).count();
    let delimiter = if columns(b';') > columns(b',') { b';' } else { b',' };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(bytes);
    let unreadable = |e: &csv::Error, line: usize| Error::Row { line, fault: e.to_string() };
    let header: Vec<String> = reader
        .byte_headers()
        .map_err(|e| unreadable(&e, 1))?
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim().to_lowercase())
        .collect();
    if let Some(column) = needed.iter().find(|column| !header.iter().any(|name| name == *column)) {
        return Err(Error::MissingColumn { format, column });
    }
    let (mut rows, mut faults) = (0, Vec::new());
    let mut record = ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => return Ok((rows, faults)),
            Ok(true) => {}
            Err(e) => {
                // A slice cannot fail to be read, and any row may have any length; what remains ends the table.
                faults.push(unreadable(&e, reader.position().line() as usize));
                return Ok((rows, faults));
            }
        }
        let line = record.position().map_or(0, |p| p.line() as usize);
        let row = Row { line, header: &header, record: &record };
        let whole = if record.len() == header.len() {
            read(&row)
        } else {
            Err(row.fault(format!("{} columns where the header has {}", record.len(), header.len())))
        };
        match whole {
            Ok(()) => rows += 1,
            Err(fault) => faults.push(fault),
        }
    }
}
