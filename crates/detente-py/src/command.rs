//! The command, and what needs no sitting: bodies in which many have a say, settlements that people reached, published findings.

use std::ffi::OsString;
use std::path::PathBuf;

use detente_brief::answers::{CollectiveAnswer, FindingsAnswer, Folds, SettleAnswer, tables};
use detente_brief::page;
use detente_collective::Model;
use detente_foreign::actors;
use detente_model::Progress;
use detente_talks::Way;
use detente_talks::replay::Verdict;
use pyo3::prelude::*;

use crate::page::Found;
use crate::refused::{asked_amiss, cannot_be, nothing};
use crate::waiting;

/// Runs the command `detente` with its arguments, the name of the program first, and gives its exit code.
#[pyfunction]
pub(crate) fn command(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| detente_cli::run(arguments))
}

/// What a body would decide, from a table of actors.
#[pyfunction]
pub(crate) fn collective(
    py: Python<'_>,
    table: &str,
    name: &str,
    model: Option<&str>,
    told: Option<Py<PyAny>>,
) -> PyResult<Found> {
    let model = model.map(str::parse::<Model>).transpose().map_err(|error| asked_amiss(py, error))?;
    let dossiers = actors::dossiers(table).map_err(|fault| {
        asked_amiss(py, format!("`{name}`, line {}: {}\nhelp: {}", fault.line, fault.message, fault.hint))
    })?;
    let progress = Progress::default();
    let found = waiting::for_answer(py, &progress, told.as_ref(), || {
        detente_model::unless_cancelled(|| CollectiveAnswer::of(&dossiers, model, &progress))
    })?;
    let answer = found.map_err(|error| nothing(py, error))?.map_err(|error| nothing(py, error))?;
    let json = serde_json::to_string(&answer).map_err(|error| cannot_be(py, &error))?;
    Ok((json, page::collective(&answer).into(), None))
}

/// How well the chances of packages do on settlements that people reached, as JSON.
#[pyfunction]
pub(crate) fn settle(
    py: Python<'_>,
    files: Vec<PathBuf>,
    folds: Option<usize>,
    seed: u64,
) -> PyResult<String> {
    let mut texts = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        texts.push((file.display().to_string(), text));
    }
    let folds = folds.map(|folds| Folds { folds, seed });
    let progress = Progress::default();
    let found = waiting::for_answer(py, &progress, None, || SettleAnswer::of(&texts, folds))?;
    let answer = found.map_err(|error| asked_amiss(py, error))?;
    serde_json::to_string(&answer).map_err(|error| cannot_be(py, &error))
}

/// The published findings on what makes agreements last.
#[pyfunction]
pub(crate) fn catalogue(py: Python<'_>) -> PyResult<Found> {
    let answer = FindingsAnswer::all().map_err(|error| cannot_be(py, &error))?;
    let json = serde_json::to_string(&answer).map_err(|error| cannot_be(py, &error))?;
    Ok((json, page::findings(&answer).into(), Some(tables::findings(&answer).to_csv())))
}

/// The JSON Schema of the case format, or of the answers.
#[pyfunction]
pub(crate) fn schema(answers: bool) -> String {
    if answers { detente_brief::answers::SCHEMA.to_owned() } else { detente_case::schema().to_string() }
}

/// A run of recorded talks held again: its id, whether it is `same`, `differs` or was `not held`, how many things were said that are the same; where it
/// differs first, what was recorded there and what was said now; why it was not held.
type Replayed = (String, &'static str, Option<usize>, [Option<String>; 4]);

/// Holds recorded talks again.
#[pyfunction]
pub(crate) fn replay(py: Python<'_>, text: &str) -> PyResult<Vec<Replayed>> {
    let runs = waiting::for_answer(py, &Progress::default(), None, || detente_talks::replay::replay(text))?;
    let runs = runs.map_err(|why| asked_amiss(py, why))?;
    let told = runs.into_iter().map(|run| match run.verdict {
        Verdict::Same { rows } => (run.id, "same", Some(rows), [None, None, None, None]),
        Verdict::Differs(first) => {
            (run.id, "differs", None, [Some(first.place), Some(first.recorded), Some(first.played), None])
        }
        Verdict::NotHeld(why) => (run.id, "not held", None, [None, None, None, Some(why)]),
    });
    Ok(told.collect())
}

/// The names of the ways to bargain, one of every kind.
#[pyfunction]
pub(crate) fn ways() -> Vec<String> {
    Way::all().iter().map(ToString::to_string).collect()
}
