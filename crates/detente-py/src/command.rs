//! The command, and what needs no sitting: bodies in which many have a say, settlements that people reached, published findings.

use std::ffi::OsString;
use std::path::PathBuf;

use detente_brief::answers::{CollectiveAnswer, FindingsAnswer, Folds, SettleAnswer};
use detente_brief::{page, render};
use detente_collective::Model;
use detente_foreign::actors;
use detente_model::Progress;
use detente_talks::Way;
use pyo3::prelude::*;

use crate::refused::{asked_amiss, cannot_be, nothing};
use crate::waiting;

/// Runs the command `detente` with its arguments, the name of the program first, and gives its exit code.
#[pyfunction]
pub(crate) fn command(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| detente_cli::run(arguments))
}

/// What a body would decide, from a table of actors: the answer as JSON, and as HTML.
#[pyfunction]
pub(crate) fn collective(
    py: Python<'_>,
    table: &str,
    name: &str,
    model: Option<&str>,
    told: Option<Py<PyAny>>,
) -> PyResult<(String, String)> {
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
    Ok((json, render::standing_in(&page::collective(&answer))))
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

/// The published findings on what makes agreements last, as JSON.
#[pyfunction]
pub(crate) fn catalogue(py: Python<'_>) -> PyResult<String> {
    let answer = FindingsAnswer::all().map_err(|error| cannot_be(py, &error))?;
    serde_json::to_string(&answer).map_err(|error| cannot_be(py, &error))
}

/// The names of the ways to bargain, one of every kind.
#[pyfunction]
pub(crate) fn ways() -> Vec<String> {
    Way::all().iter().map(ToString::to_string).collect()
}
