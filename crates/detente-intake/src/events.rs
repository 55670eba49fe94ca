//! Event data sets, read into draft claims of kind `event`.
//!
//! Three that analysts hold: UCDP GED (Sundberg & Melander 2013) and ACLED (Raleigh et al. 2010) as CSV with a
//! header, GDELT (Leetaru & Schrodt 2013) as tab-separated columns without one, 61 of 2.0, 58 or 57 of 1.0. Rows are filtered by actor and
//! by date. Rows of these data sets are revised after they appear, so every draft says when it was retrieved. CAMEO
//! codes stay strings: `010` is not `10`.
//!
//! Tables are read as they come and as spreadsheets, R and pandas save them: with a byte order mark, other separators,
//! names of columns in capitals, row names, and placeholders such as `NA` where nothing is known.
//!
//! A faulty row is left out and named with its line; the others are read. An event weighs nothing until a person says what
//! it bears on. Time and memory are linear in the table.
//!
//! ```
//! use detente_intake::events::{EventFilter, read_acled};
//! use jiff::civil::date;
//!
//! let table = "event_id_cnty,event_date,time_precision,event_type,actor1,actor2,location,source,fatalities\n\
//!              NOR12,2024-02-12,1,Battles,Military of Northland,Southern Front,Old Bridge,Wire,3\n\
//!              NOR13,2024-02-13,1,Protests,Protesters,,Capital,Wire,0\n";
//! let filter = EventFilter { actors: vec!["southern front".to_owned()], ..EventFilter::default() };
//! let import = read_acled(table.as_bytes(), &filter, date(2024, 3, 1)).unwrap();
//! assert_eq!((import.rows, import.events.len()), (2, 1));
//! assert_eq!(import.events[0].location.as_deref(), Some("Old Bridge"));
//! ```

mod acled;
mod days;
mod encoding;
mod gdelt;
mod layout;
mod table;
mod ucdp;

use jiff::civil::Date;

use detente_model::{DatePrecision, Uncertain, folded_name};

use crate::Error;
use detente_case::write::{Document, Value, slug};

pub use acled::read_acled;
pub use gdelt::read_gdelt;
pub use ucdp::read_ucdp_ged;

/// Which rows to take.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// Names or codes of actors; a row is taken if one of its actors is, or contains as whole words, one of these, in
    /// whatever case. Empty takes all.
    pub actors: Vec<String>,
    /// The first day; a row is taken if its event may have happened on it or later.
    pub from: Option<Date>,
    /// The last day; a row is taken if its event may have happened on it or earlier.
    pub to: Option<Date>,
}

/// What was read from a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventImport {
    /// The events that the filter took, in the order of the table.
    pub events: Vec<EventDraft>,
    /// How many rows could be read, whether the filter took them or not.
    pub rows: usize,
    /// Rows that could not be read, each an [`Error::Row`] with its line.
    pub faults: Vec<Error>,
    /// What was settled for the whole table, such as the order of day and month: a sentence each, for people.
    pub remarks: Vec<String>,
}

impl EventImport {
    /// How many rows the table has, its header not counted.
    pub fn total(&self) -> usize {
        self.rows + self.faults.len()
    }

    fn of(events: Vec<EventDraft>, reading: table::Reading) -> Self {
        let table::Reading { rows, faults, remarks } = reading;
        Self { events, rows, faults, remarks }
    }
}

/// An event, ready to become a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct EventDraft {
    /// The data set as it is cited.
    pub dataset: &'static str,
    /// The row's own id in the data set.
    pub row: String,
    /// The first day on which it can have happened.
    pub said: Date,
    /// The last such day, if not the first.
    pub until: Option<Date>,
    /// How closely the day is known.
    pub precision: DatePrecision,
    /// The day on which the data set took it in, where it says so.
    pub reported: Option<Date>,
    /// When the row was retrieved.
    pub retrieved: Date,
    /// The data set's code or type, as written there.
    pub code: Option<String>,
    /// Who did it and to whom, as written there.
    pub actors: Vec<String>,
    /// Where, as written there.
    pub location: Option<String>,
    /// How many died: low, best, high.
    pub deaths: Option<Uncertain>,
    /// What it rests on in turn, as written there: an article, an address.
    pub reported_by: Option<String>,
}

impl EventDraft {
    /// The same id for the same row, so that nothing is added twice.
    pub fn id(&self, source: &str) -> String {
        format!("{}-{}", slug(source), slug(&self.row))
    }

    /// Whether a case that knows nothing after `as_of` can hold it: it happened and was reported by then, and in that order.
    pub fn fits(&self, as_of: Date) -> bool {
        let reported = self.reported.unwrap_or(self.retrieved);
        self.until.unwrap_or(self.said) <= as_of && self.said <= reported && reported <= as_of
    }

    /// The claim as a case file writes it; `source` is the id of the data set among the case's sources.
    ///
    /// What is not known to have been reported earlier is reported when it was retrieved: a view as of an earlier day must
    /// not show it.
    pub fn to_toml(&self, source: &str) -> String {
        let mut out = Document::default();
        out.entry(&["claims"]);
        out.line("id", self.id(source));
        out.line("kind", "event");
        out.line("said", self.said);
        if let Some(until) = self.until {
            out.line("until", until);
        }
        out.line("precision", self.precision.word());
        out.line("reported", self.reported.unwrap_or(self.retrieved));
        out.line("retrieved", self.retrieved);
        out.line("dataset", self.dataset);
        if let Some(code) = &self.code {
            out.line("code", code);
        }
        if !self.actors.is_empty() {
            out.line("actors", Value::list(&self.actors));
        }
        if let Some(location) = &self.location {
            out.line("location", location);
        }
        if let Some(deaths) = self.deaths {
            out.line("deaths", deaths);
        }
        out.line("source", format!("{source}#{}", self.row));
        if let Some(origin) = &self.reported_by {
            out.line("origin", origin);
        }
        out.line("draft", true);
        out.into_text()
    }
}

impl EventFilter {
    fn takes(&self, event: &EventDraft, codes: &[&str]) -> bool {
        let last = event.until.unwrap_or(event.said);
        if self.from.is_some_and(|from| last < from) || self.to.is_some_and(|to| event.said > to) {
            return false;
        }
        if self.actors.is_empty() {
            return true;
        }
        let names: Vec<String> =
            event.actors.iter().map(String::as_str).chain(codes.iter().copied()).map(words).collect();
        self.actors
            .iter()
            .map(|a| words(a))
            .any(|a| !a.trim().is_empty() && names.iter().any(|n| n.contains(&a)))
    }
}

/// Words in small letters with a space on either side of each, so that containment respects their ends.
fn words(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", folded_name(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn event() -> EventDraft {
        EventDraft {
            dataset: "ACLED",
            row: "NOR12".to_owned(),
            said: date(2024, 2, 11),
            until: Some(date(2024, 2, 14)),
            precision: DatePrecision::Range,
            reported: None,
            retrieved: date(2024, 3, 1),
            code: Some("010".to_owned()),
            actors: vec!["Military Forces of Northland (2020-)".to_owned()],
            location: Some("Bridge \"Old\"".to_owned()),
            deaths: Some(Uncertain::triangular(1.0, 2.0, 4.0).unwrap()),
            reported_by: None,
        }
    }

    #[test]
    fn a_filter_respects_words_and_spans_of_days() {
        let takes = |actors: &[&str], from, to| {
            let actors = actors.iter().map(|a| (*a).to_owned()).collect();
            EventFilter { actors, from, to }.takes(&event(), &[])
        };
        assert!(takes(&["northland"], None, None));
        assert!(takes(&["south", "military forces"], None, None));
        assert!(!takes(&["north"], None, None), "a part of a word is another name");
        assert!(takes(&[], Some(date(2024, 2, 14)), None) && !takes(&[], Some(date(2024, 2, 15)), None));
        assert!(takes(&[], None, Some(date(2024, 2, 11))) && !takes(&[], None, Some(date(2024, 2, 10))));
    }

    #[test]
    fn a_draft_is_written_as_the_case_file_has_it() {
        let expected = "[[claims]]\nid = \"acled-nor12\"\nkind = \"event\"\nsaid = 2024-02-11\nuntil = 2024-02-14\n\
            precision = \"range\"\nreported = 2024-03-01\nretrieved = 2024-03-01\ndataset = \"ACLED\"\ncode = \"010\"\n\
            actors = [\"Military Forces of Northland (2020-)\"]\nlocation = \"Bridge \\\"Old\\\"\"\ndeaths = [1, 2, 4]\n\
            source = \"acled#NOR12\"\ndraft = true\n";
        assert_eq!(event().to_toml("acled"), expected);
    }
}
