//! Tables with a header, read row by row.

use csv::{ByteRecord, ReaderBuilder};
use detente_case::write::{legible, slug};
use jiff::civil::Date;

use super::days::Days;
use super::encoding::in_utf8;
use super::layout::{Layout, column_name, is_placeholder};
use crate::Error;

/// What a data set calls its columns.
pub(super) struct Format {
    pub(super) name: &'static str,
    /// Columns without which nothing can be read.
    pub(super) needed: &'static [&'static str],
    /// Columns that hold days.
    pub(super) days: &'static [&'static str],
    /// Columns that were called otherwise in other editions: then, now.
    pub(super) renamed: &'static [(&'static str, &'static str)],
}

/// What was found in a table besides its rows.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Rows that were read.
    pub(super) rows: usize,
    pub(super) faults: Vec<Error>,
    /// What holds for the whole table.
    pub(super) remarks: Vec<String>,
}

/// A row, with the columns that the format names.
pub(super) struct Row<'a> {
    line: usize,
    header: &'a [String],
    record: &'a ByteRecord,
    /// How many columns without a name come first.
    skip: usize,
    days: &'a Days,
}

impl Row<'_> {
    /// The text of a column, trimmed, whatever it says.
    fn raw(&self, column: &str) -> Result<Option<&str>, Error> {
        let Some(at) = self.header.iter().position(|name| name == column) else { return Ok(None) };
        let bytes = self.record.get(at + self.skip).unwrap_or_default();
        let text = std::str::from_utf8(bytes).map_err(|_| self.fault(format!("`{column}` is not UTF-8")))?;
        Ok(Some(text.trim()))
    }

    /// The text of a column, trimmed; `None` if it is empty, a placeholder, or in no column of the table.
    pub fn get(&self, column: &str) -> Result<Option<&str>, Error> {
        Ok(self.raw(column)?.filter(|text| !is_placeholder(text)))
    }

    /// The text of a column that may not be empty.
    pub fn need(&self, column: &str) -> Result<&str, Error> {
        match (self.get(column)?, self.raw(column)?) {
            (Some(text), _) => Ok(text),
            (None, Some(said)) if !said.is_empty() => {
                Err(self.fault(format!("`{column}` says nothing: `{said}`")))
            }
            _ => Err(self.fault(format!("`{column}` is empty"))),
        }
    }

    /// A whole number as text, without the `.0` that programs add where a column once held a gap.
    pub fn code(&self, column: &str) -> Result<&str, Error> {
        self.need(column).map(whole)
    }

    /// An owned text, as a claim may hold it.
    pub fn owned(&self, column: &str) -> Result<Option<String>, Error> {
        Ok(self.get(column)?.and_then(held))
    }

    /// The row's own id, of which the claim's is made.
    pub fn id(&self, column: &str) -> Result<String, Error> {
        let text = whole(self.need(column)?);
        row_id(text).ok_or_else(|| self.fault(no_id(column, text)))
    }

    /// A count: a whole number that is not negative.
    pub fn count(&self, column: &str) -> Result<Option<f64>, Error> {
        let Some(text) = self.get(column)? else { return Ok(None) };
        let number =
            text.parse::<f64>().ok().filter(|x| x.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(x));
        number.map(Some).ok_or_else(|| self.fault(format!("`{column}` is not a count: `{text}`")))
    }

    /// A day, in one of the ways of [`Days`].
    pub fn day(&self, column: &str) -> Result<Date, Error> {
        let text = self.need(column)?;
        self.days.read(column, text).map_err(|fault| self.fault(fault))
    }

    /// A fault in this row.
    pub fn fault(&self, fault: String) -> Error {
        Error::Row { line: self.line, fault }
    }
}

/// A whole number without `.0` behind it; any other text as it is.
pub(super) fn whole(text: &str) -> &str {
    let digits = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.strip_suffix(".0").filter(digits).unwrap_or(text)
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

/// A column by which each data set is known, and how to ask for it.
const OTHERS: [(&str, &str, &str); 3] = [
    ("ACLED", "event_id_cnty", "--format acled"),
    ("UCDP GED", "side_a", "--format ucdp"),
    ("GDELT", "globaleventid", "--format gdelt"),
];

/// The columns of a header by the names of today; a fault where they are not those of the format.
fn columns(format: &Format, header: &ByteRecord) -> Result<Vec<String>, Error> {
    let mut names: Vec<String> = header.iter().map(column_name).collect();
    for (then, now) in format.renamed {
        if !names.iter().any(|name| name == now)
            && let Some(name) = names.iter_mut().find(|name| name == then)
        {
            (*now).clone_into(name);
        }
    }
    let has = |column: &str| names.iter().any(|name| name == column);
    let Some(missing) = format.needed.iter().find(|column| !has(column)) else { return Ok(names) };
    let other = OTHERS.iter().find(|(name, column, _)| *name != format.name && has(column));
    if let Some((seems, _, option)) = other {
        return Err(Error::OtherTable { format: format.name, seems, option });
    }
    let is_data = |cell: &[u8]| {
        std::str::from_utf8(cell).is_ok_and(|text| {
            text.trim().parse::<f64>().is_ok_and(f64::is_finite) || Days::default().read("", text).is_ok()
        })
    };
    if !format.needed.iter().any(|column| has(column)) && header.iter().any(is_data) {
        return Err(Error::NoHeader { format: format.name, needed: format.needed });
    }
    Err(Error::MissingColumn { format: format.name, column: missing })
}

/// Reads every row of a table with a header. A fault in the header ends it; a fault in a row is handed to `read`'s
/// caller with the others.
pub(super) fn each_row(
    table: &[u8],
    format: &Format,
    mut read: impl FnMut(&Row<'_>) -> Result<(), Error>,
) -> Result<Reading, Error> {
    let (table, remark) = in_utf8(table);
    let layout = Layout::of(&table);
    let mut builder = ReaderBuilder::new();
    builder.delimiter(layout.delimiter).flexible(true);
    let mut reader = builder.from_reader(layout.bytes);
    let unreadable = |e: &csv::Error, line: usize| Error::Row { line, fault: e.to_string() };
    let header = reader.byte_headers().map_err(|e| unreadable(&e, layout.lines_before + 1))?;
    let header = columns(format, header)?;
    let days = days_of(&header, format, &mut builder.from_reader(layout.bytes));
    let mut reading =
        Reading { remarks: remark.into_iter().chain(days.remark()).collect(), ..Reading::default() };
    let mut lines = layout.lines();
    let mut record = ByteRecord::new();
    let mut named = None;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => return Ok(reading),
            Ok(true) => {}
            Err(e) => {
                // A slice cannot fail to be read, and any row may have any length; what remains ends the table.
                let line = lines.of_row(reader.position().byte() as usize);
                reading.faults.push(unreadable(&e, line));
                return Ok(reading);
            }
        }
        let line = lines.of_row(record.position().map_or(0, |p| p.byte() as usize));
        if is_tags(&record) {
            continue;
        }
        let surplus = Surplus::of(&record, header.len());
        // Row names stand in every row or in none.
        let skip = usize::from(surplus == Surplus::RowName && *named.get_or_insert(true));
        named.get_or_insert(false);
        let row = Row { line, header: &header, record: &record, skip, days: &days };
        let fits = match surplus {
            Surplus::None | Surplus::Blank => true,
            Surplus::RowName => skip == 1,
            Surplus::Other => false,
        };
        let whole = if fits {
            read(&row)
        } else {
            Err(row.fault(format!("{} columns where the header has {}", record.len(), header.len())))
        };
        match whole {
            Ok(()) => reading.rows += 1,
            Err(fault) => reading.faults.push(fault),
        }
    }
}

/// How the columns of a row compare with those of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Surplus {
    None,
    /// One more, at the end and empty.
    Blank,
    /// One more at the beginning, a number or text for which the header has no name, as R writes it.
    RowName,
    Other,
}

impl Surplus {
    fn of(record: &ByteRecord, columns: usize) -> Self {
        match record.len() {
            found if found == columns => Self::None,
            found if found == columns + 1 => {
                let last = record.iter().next_back().unwrap_or_default();
                if last.trim_ascii().is_empty() { Self::Blank } else { Self::RowName }
            }
            _ => Self::Other,
        }
    }
}

/// Whether a row holds tags for machines (`#event+id`), as tables of the Humanitarian Data Exchange have below the header.
fn is_tags(record: &ByteRecord) -> bool {
    let mut cells = record.iter().map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| cell.starts_with(b"#"))
}

/// In which order the table writes its days.
fn days_of(header: &[String], format: &Format, reader: &mut csv::Reader<&[u8]>) -> Days {
    let columns: Vec<usize> =
        (0..header.len()).filter(|at| format.days.contains(&header[*at].as_str())).collect();
    let mut days = Days::default();
    let mut record = ByteRecord::new();
    while let Ok(true) = reader.read_byte_record(&mut record) {
        let skip = usize::from(Surplus::of(&record, header.len()) == Surplus::RowName);
        for cell in columns.iter().filter_map(|at| record.get(at + skip)) {
            if let Ok(text) = std::str::from_utf8(cell) {
                days.see(text);
            }
        }
    }
    days
}
