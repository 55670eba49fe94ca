//! What is refused, as the exceptions of the package (`python/detente/_errors.py`).

use std::fmt::Display;

use detente_brief::SittingError;
use detente_brief::answers::CaseFault;
use detente_case::{Form, Rendering, Report};
use pyo3::prelude::*;

use crate::question::Without;

/// An exception of the package by its name.
fn exception(py: Python<'_>, name: &str, arguments: impl for<'py> pyo3::call::PyCallArgs<'py>) -> PyErr {
    let made = py.import("detente._errors").and_then(|errors| errors.getattr(name)?.call1(arguments));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// A case that cannot be read or that would not be sound: all faults of these reports, with their places.
pub(crate) fn faulty(py: Python<'_>, reports: &[Report]) -> PyErr {
    let told: Vec<String> = reports.iter().map(in_words).collect();
    let faults: Vec<CaseFault> = reports.iter().flat_map(faults).collect();
    let file = reports.first().map(|report| report.name().to_owned()).unwrap_or_default();
    match serde_json::to_string(&faults) {
        Ok(faults) => exception(py, "CaseError", (told.join("\n"), file, faults)),
        Err(error) => cannot_be(py, &error),
    }
}

/// A question that has no answer.
pub(crate) fn no_answer(py: Python<'_>, why: &SittingError) -> PyErr {
    match why {
        // Only a signal or the listener of the progress cancels, and what they raised is what the caller hears.
        SittingError::Cancelled(_) => exception(py, "Cancelled", (why.to_string(),)),
        SittingError::Package(_) | SittingError::NoSuchFigure(_) | SittingError::Overruled { .. } => {
            exception(py, "AskedAmiss", (why.to_string(),))
        }
        _ => exception(py, "NoAnswer", (why.to_string(),)),
    }
}

/// An answer that there is not.
pub(crate) fn without(py: Python<'_>, why: &Without) -> PyErr {
    match why {
        Without::Answer(error) => no_answer(py, error),
        Without::Material(what) => nothing(py, what),
        Without::Such(what) => asked_amiss(py, what),
        Without::Faults(reports) => faulty(py, reports),
        Without::Words(error) => cannot_be(py, error),
    }
}

/// Something that was asked for in a way that makes no sense.
pub(crate) fn asked_amiss(py: Python<'_>, why: impl Display) -> PyErr {
    exception(py, "AskedAmiss", (why.to_string(),))
}

/// A question that has no answer, for a reason in a sentence.
pub(crate) fn nothing(py: Python<'_>, why: impl Display) -> PyErr {
    exception(py, "NoAnswer", (why.to_string(),))
}

/// What should not happen, said all the same.
pub(crate) fn cannot_be(py: Python<'_>, why: &dyn Display) -> PyErr {
    exception(py, "DetenteError", (format!("this is a fault of detente, please report it: {why}"),))
}

/// A report in plain text.
fn in_words(report: &Report) -> String {
    report.render(Rendering { form: Form::Drawn, ..Rendering::default() })
}

/// The faults of a report, as the JSON of `detente check` has them.
pub(crate) fn faults(report: &Report) -> Vec<CaseFault> {
    report.faults().iter().map(|fault| detente_cli::fault_told(report, fault)).collect()
}
