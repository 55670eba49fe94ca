//! Event data sets, read into draft claims of kind `event`.
//!
//! Three that analysts hold: UCDP GED (Sundberg & Melander 2013) and ACLED (Raleigh et al. 2010) as CSV with a
//! header, GDELT 2.0 (Leetaru & Schrodt 2013) as 61 tab-separated columns without one. Rows are filtered by actor and
//! by date. Rows of these data sets are revised after they appear, so every draft says when it was retrieved. CAMEO
//! codes stay strings: `010` is not `10`.
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
mod gdelt;
mod table;
mod ucdp;

use std::fmt::Write as _;

use jiff::civil::Date;

use detente_model::{DatePrecision, Uncertain, folded_name};

use crate::Error;
use crate::toml_text::{number, quoted, slug};

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
    /// How many rows the table has, header and faulty rows not counted.
    pub rows: usize,
    /// Rows that could not be read, each an [`Error::Row`] with its line.
    pub faults: Vec<Error>,
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

    /// The claim as a case file writes it; `source` is the id of the data set among the case's sources.
    ///
    /// What is not known to have been reported earlier is reported when it was retrieved: a view as of an earlier day must
    /// not show it.
    pub fn to_toml(&self, source: &str) -> String {
        let mut out = String::from("[[claims]]\n");
        let mut line = |key: &str, value: String| {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{key} = {value}");
        };
        line("id", quoted(&self.id(source)));
        line("kind", quoted("event"));
        line("said", self.said.to_string());
        if let Some(until) = self.until {
            line("until", until.to_string());
        }
        line("precision", quoted(self.precision.word()));
        line("reported", self.reported.unwrap_or(self.retrieved).to_string());
        line("retrieved", self.retrieved.to_string());
        line("dataset", quoted(self.dataset));
        if let Some(code) = &self.code {
            line("code", quoted(code));
        }
        if !self.actors.is_empty() {
            line(
                "actors",
                format!("[{}]", self.actors.iter().map(|a| quoted(a)).collect::<Vec<_>>().join(", ")),
            );
        }
        if let Some(location) = &self.location {
            line("location", quoted(location));
        }
        match self.deaths {
            Some(Uncertain::Known(x)) => line("deaths", number(x)),
            Some(Uncertain::Uniform { low, high }) => {
                line("deaths", format!("[{}, {}]", number(low), number(high)));
            }
            Some(Uncertain::Triangular { low, mode, high }) => {
                line("deaths", format!("[{}, {}, {}]", number(low), number(mode), number(high)));
            }
            None => {}
        }
        line("source", quoted(&format!("{source}#{}", self.row)));
        if let Some(origin) = &self.reported_by {
            line("origin", quoted(origin));
        }
        line("draft", "true".to_owned());
        out
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
