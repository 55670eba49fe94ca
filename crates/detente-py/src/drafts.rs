//! Drafts of claims from reports and from tables of events, for a person to review.

use detente_intake::addition::{AdditionFault, DraftSource, add, addition, must_be_id, must_know};
use detente_intake::events::{EventFilter, read_acled, read_gdelt, read_ucdp_ged};
use detente_intake::report::{DraftKind, read_report};
use pyo3::prelude::*;

use crate::case::{Case, day, parse_case};
use crate::refused::{asked_amiss, faulty};

/// A draft: its id, what it is, and the claim as a case file writes it.
type Drafted = (String, &'static str, String);

/// Drafts, the same as they go to the end of a case file, and what a person should know of the reading.
type Drafts = (Vec<Drafted>, String, Vec<String>);

/// Drafts of the claims in the text of a report.
#[pyfunction]
pub(crate) fn drafts_of_report(
    py: Python<'_>,
    case: &Case,
    report: &str,
    reported: &str,
    source: &str,
    title: &str,
) -> PyResult<Drafts> {
    let reported = day(py, reported)?;
    known(py, must_know(&case.stated, reported, "the report appeared"))?;
    known(py, must_be_id(source))?;
    let found = py.detach(|| read_report(report, &case.stated, reported));
    let found = found.map_err(|error| asked_amiss(py, error))?;
    let drafts = found.drafts.iter().map(|draft| {
        let kind = match draft.kind {
            DraftKind::Statement { .. } => "statement",
            DraftKind::Act { .. } => "act",
            DraftKind::Quantity(_) => "quantity",
        };
        (draft.id(source), kind, draft.to_toml(&case.stated, source, reported))
    });
    let mut notes = vec![format!("{} sentences were read", found.sentences)];
    if found.cut_sentences > 0 {
        notes.push(format!(
            "{} sentences have no end within 300 words and were cut; what runs over a cut is missed",
            found.cut_sentences
        ));
    }
    let origin = DraftSource { id: source, title, published: Some(reported), reliability: None };
    Ok(taken(case, &origin, drafts.collect(), notes))
}

/// Drafts of the events in a table of a data set.
#[pyfunction]
pub(crate) fn drafts_of_events(
    py: Python<'_>,
    case: &Case,
    table: &[u8],
    format: &str,
    retrieved: &str,
    actors: Vec<String>,
    first: Option<&str>,
    last: Option<&str>,
    source: Option<&str>,
) -> PyResult<Drafts> {
    let retrieved = day(py, retrieved)?;
    known(py, must_know(&case.stated, retrieved, "the table was retrieved"))?;
    let filter = EventFilter {
        actors,
        from: first.map(|text| day(py, text)).transpose()?,
        to: last.map(|text| day(py, text)).transpose()?,
    };
    let (read, id, title): (fn(&[u8], &EventFilter, _) -> _, _, _) = match format {
        "ucdp" => (read_ucdp_ged, "ucdp_ged", "UCDP Georeferenced Event Dataset (Sundberg & Melander 2013)"),
        "acled" => (read_acled, "acled", "Armed Conflict Location & Event Data (Raleigh et al. 2010)"),
        "gdelt" => (read_gdelt, "gdelt", "GDELT events (Leetaru & Schrodt 2013)"),
        other => {
            return Err(asked_amiss(
                py,
                format!("events are read from `ucdp`, `acled` or `gdelt`, not `{other}`"),
            ));
        }
    };
    let id = source.unwrap_or(id);
    known(py, must_be_id(id))?;
    let import = py.detach(|| read(table, &filter, retrieved)).map_err(|error| asked_amiss(py, error))?;
    let as_of = case.stated.as_of;
    let mut notes = import.remarks.clone();
    notes.extend(import.faults.iter().map(|fault| format!("{fault}; the row is left out")));
    let drafts: Vec<Drafted> = import
        .events
        .iter()
        .filter(|event| event.fits(as_of))
        .map(|event| (event.id(id), "event", event.to_toml(id)))
        .collect();
    let left = import.events.len() - drafts.len();
    if left > 0 {
        notes.push(format!(
            "{left} of the rows taken are later than {as_of}, the day of the case, or were reported before they happened; they are \
             left out"
        ));
    }
    let origin = DraftSource { id, title, published: None, reliability: None };
    Ok(taken(case, &origin, drafts, notes))
}

/// A case with drafts at its end.
#[pyfunction]
pub(crate) fn with_drafts(py: Python<'_>, case: &Case, addition: &str) -> PyResult<Case> {
    let text = add(case.name(), &case.text, addition);
    let text = known(py, text)?;
    parse_case(py, &text, case.name(), Vec::new(), case.folder.clone())
}

/// The drafts that the case does not have yet, each once.
fn taken(case: &Case, origin: &DraftSource<'_>, drafts: Vec<Drafted>, mut notes: Vec<String>) -> Drafts {
    let mut seen: std::collections::BTreeSet<String> =
        case.stated.claims.iter().map(|claim| claim.id.clone()).collect();
    let all = drafts.len();
    let new: Vec<Drafted> = drafts.into_iter().filter(|(id, ..)| seen.insert(id.clone())).collect();
    if new.len() < all {
        notes.push(format!("{} drafts were in the case already", all - new.len()));
    }
    let claims: Vec<&str> = new.iter().map(|(.., toml)| toml.as_str()).collect();
    let addition = if claims.is_empty() { String::new() } else { addition(&case.stated, origin, &claims) };
    (new, addition, notes)
}

fn known<T>(py: Python<'_>, found: Result<T, AdditionFault>) -> PyResult<T> {
    found.map_err(|fault| match &fault {
        AdditionFault::Faulty(report) => faulty(py, std::slice::from_ref(report)),
        _ => asked_amiss(py, fault),
    })
}
