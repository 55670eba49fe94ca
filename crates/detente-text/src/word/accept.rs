//! A new version of some marks of a document, by their numbers: what a person does who goes through the list.

use detente_model::{Actor, Case};
use jiff::civil::Date;

use super::read::{Mark, Marks};
use super::take::{NotTaken, taken};
use crate::version::TextVersion;

/// A version with marks of a document taken into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// The version: as old as the youngest mark in it, and with a note of where its marks came from.
    pub version: TextVersion,
    /// The numbers of marks that were accepted and could not be taken, with why.
    pub not: Vec<(usize, NotTaken)>,
}

/// Why no version is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AcceptError {
    /// No mark has this number.
    #[error("there is no mark `{number}`; they have the numbers 1 to {many}")]
    NoSuchMark {
        /// The number.
        number: usize,
        /// How many marks there are.
        many: usize,
    },
    /// A mark is younger than the case.
    #[error(
        "some of these marks are of {mark}, after the day of the case, {case}; move `as_of` in the case file on to that day first"
    )]
    AfterTheCase {
        /// The day of the youngest mark.
        mark: Date,
        /// The day of the case.
        case: Date,
    },
}

/// Takes the marks with these numbers, counted from 1, into a version. `document` is the name of the file that came back.
///
/// # Errors
/// If there is no such mark, or one is younger than the case.
pub fn accepted(
    case: &Case,
    version: &TextVersion,
    found: &Marks,
    numbers: &[usize],
    on_behalf: Option<Actor>,
    document: &str,
) -> Result<Accepted, AcceptError> {
    let many = found.list.len();
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let marks = numbers
        .iter()
        .map(|number| {
            let mark = number.checked_sub(1).and_then(|at| found.list.get(at));
            mark.cloned().ok_or(AcceptError::NoSuchMark { number: *number, many })
        })
        .collect::<Result<Vec<Mark>, AcceptError>>()?;
    let youngest = marks.iter().filter_map(|mark| mark.on).max();
    if let Some(mark) = youngest.filter(|day| *day > case.as_of) {
        return Err(AcceptError::AfterTheCase { mark, case: case.as_of });
    }
    let made = taken(case, version, &marks, on_behalf);
    let mut version = TextVersion {
        note: Some(format!("Version {} with marks taken from {document}.", version.name)),
        ..made.version
    };
    version.date = youngest.map_or(version.date, |day| day.max(version.date));
    let number = |mark: &Mark| {
        let at = marks.iter().position(|known| known == mark);
        at.and_then(|at| numbers.get(at)).copied().unwrap_or(0)
    };
    Ok(Accepted { version, not: made.not.iter().map(|(mark, why)| (number(mark), *why)).collect() })
}
