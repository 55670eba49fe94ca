//! Drafts on their way into a case: below everything that stands in it, nothing of which is touched.
//!
//! A source that the case does not know yet goes first. What comes out is read like any case, and refused if it had a fault that
//! the case has not.
//!
//! ```
//! use detente_intake::addition::{DraftSource, add, addition};
//!
//! let text = detente_case::template();
//! let case = detente_case::parse("case", text).unwrap().case;
//! let origin = DraftSource { id: "wire", title: "Wire report", published: None, reliability: Some("B") };
//! let claim = "[[claims]]\nid = \"wire-1\"\nsource = \"wire\"\ntext = \"Talks go on.\"\n";
//! let longer = add("case", text, &addition(&case, &origin, &[claim])).unwrap();
//! assert!(longer.starts_with(text) && longer.ends_with(claim));
//! ```

use detente_case::write::Document;
use detente_case::{LARGEST, Report};
use detente_model::Case;
use jiff::civil::Date;

/// Ids of claims are made from the source's and have to be ids too.
pub const LONGEST_SOURCE_ID: usize = 60;

/// Where drafts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftSource<'a> {
    /// Its id among the sources of the case.
    pub id: &'a str,
    /// What it is called if the case does not know it yet.
    pub title: &'a str,
    /// When it appeared.
    pub published: Option<Date>,
    /// Its grade, `A` to `F`.
    pub reliability: Option<&'a str>,
}

/// Why drafts cannot be added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AdditionFault {
    /// The case would be larger than any that is read.
    #[error(
        "with the drafts the case would have {bytes} bytes, and {LARGEST} are read at most; nothing was written"
    )]
    TooLarge {
        /// How large it would be.
        bytes: usize,
    },
    /// The case would have faults that it has not now.
    #[error("with the drafts the case would have faults; nothing was written")]
    Faulty(Report),
    /// A day that the case cannot know.
    #[error("{what} on {day}, but the case knows nothing after {as_of}; move its `as_of` forward first")]
    NotKnown {
        /// What happened on it.
        what: String,
        /// The day.
        day: Date,
        /// The day of the case.
        as_of: Date,
    },
    /// What cannot be the id of a source.
    #[error(
        "`{0}` cannot be the id of a source: letters of any script, digits, `_` and `-`, at most {LONGEST_SOURCE_ID}"
    )]
    NoId(String),
}

/// Whether a case can know of a day.
///
/// # Errors
/// [`AdditionFault::NotKnown`].
pub fn must_know(case: &Case, day: Date, what: &str) -> Result<(), AdditionFault> {
    if day <= case.as_of {
        return Ok(());
    }
    Err(AdditionFault::NotKnown { what: what.to_owned(), day, as_of: case.as_of })
}

/// Whether a text can be the id of a source of reports.
///
/// # Errors
/// [`AdditionFault::NoId`].
pub fn must_be_id(id: &str) -> Result<(), AdditionFault> {
    if id.chars().count() <= LONGEST_SOURCE_ID && detente_case::is_id(id) {
        return Ok(());
    }
    Err(AdditionFault::NoId(id.to_owned()))
}

/// What is added: the source, if the case does not know it yet, and the claims, as a case file writes them.
pub fn addition(case: &Case, origin: &DraftSource<'_>, claims: &[&str]) -> String {
    let mut source = Document::default();
    if !case.sources.iter().any(|source| source.id == origin.id) && !claims.is_empty() {
        source.heading(&["sources", origin.id]);
        source.line("title", origin.title);
        if let Some(day) = origin.published {
            source.line("published", day);
        }
        if let Some(grade) = origin.reliability {
            source.line("reliability", grade);
        }
        source.gap();
    }
    source.into_text() + &claims.join("\n")
}

/// A case with something added at its end, in the line ends that it has. `name` is what faults call the file.
///
/// # Errors
/// If it would be too large, or have an error, or more warnings than it has.
pub fn add(name: &str, text: &str, addition: &str) -> Result<String, AdditionFault> {
    let windows = text.contains("\r\n");
    let addition = if windows { addition.replace('\n', "\r\n") } else { addition.to_owned() };
    let end = if windows { "\r\n" } else { "\n" };
    let gap = if text.ends_with('\n') { end.to_owned() } else { end.repeat(2) };
    let longer = format!("{text}{gap}{addition}");
    if longer.len() as u64 > LARGEST {
        return Err(AdditionFault::TooLarge { bytes: longer.len() });
    }
    let warnings = |text: &str| detente_case::parse(name, text).map(|read| read.report);
    let before = warnings(text).map_or(0, |report| report.warnings());
    match warnings(&longer) {
        Ok(report) if report.warnings() <= before => Ok(longer),
        Ok(report) | Err(report) => Err(AdditionFault::Faulty(report)),
    }
}
