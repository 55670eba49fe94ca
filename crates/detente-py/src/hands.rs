//! Several hands at one case: versions put together, and readings laid over each other.

use std::path::PathBuf;
use std::sync::Arc;

use detente_brief::answers::OverlayAnswer;
use detente_brief::{CaseReading, MOST_READINGS, page};
use detente_case::edit::parse_with_in;
use detente_case::merge::{MergeFault, Take};
use detente_case::pool::PoolRule;
use detente_case::report::{Text, contents};
use detente_case::{CASE_FILE, SheetsIn};
use detente_server::{laid_over, put_together, told_apart};
use pyo3::prelude::*;

use crate::case::{Case, parse_case};
use crate::page::{Found, Page};
use crate::question::Without;
use crate::refused::{asked_amiss, cannot_be, faulty};
use crate::sitting::Sitting;

/// The path of a case file, or of its folder; or the name of a case, and its text.
type Named = (PathBuf, Option<String>);

/// Puts two versions of a case together that go back to one: the answer as JSON, and as a page.
#[pyfunction]
pub(crate) fn merge(
    py: Python<'_>,
    base: Named,
    mine: Named,
    theirs: Named,
    takes: Vec<String>,
) -> PyResult<(String, Page)> {
    let takes: Result<Vec<Take>, String> = takes.iter().map(|take| Take::parse(take)).collect();
    let takes = takes.map_err(|why| asked_amiss(py, why))?;
    let beside = SheetsIn::beside(&file_of(&mine.0));
    let mut texts = Vec::with_capacity(3);
    for (path, text) in [base, mine, theirs] {
        let file = file_of(&path);
        texts.push(match text {
            Some(text) => Text::new(file.display().to_string(), text),
            None => contents(&path, &file).map_err(|report| faulty(py, &[report]))?,
        });
    }
    let said = [0, 1, 2].map(|at: usize| texts.get(at).map_or("", Text::content));
    let answer = py.detach(|| Ok(put_together(said, &takes, "merged", &beside)?.answer(false)));
    let answer = answer.map_err(|fault| match fault {
        MergeFault::Broken { report, .. } => faulty(py, &[*report]),
        other => asked_amiss(py, other),
    })?;
    let json = serde_json::to_string(&answer).map_err(|error| cannot_be(py, &error))?;
    Ok((json, page::merge(&answer).into()))
}

/// Reads a text as the case that would lie beside the file of another.
#[pyfunction]
pub(crate) fn parse_beside(py: Python<'_>, text: &str, name: &str, beside: PathBuf) -> PyResult<Case> {
    let file = file_of(&beside);
    let read = py.detach(|| parse_with_in(name, text, &[], &SheetsIn::beside(&file)));
    Ok(Case::of(name, None, read.map_err(|report| faulty(py, &[report]))?))
}

fn file_of(path: &std::path::Path) -> PathBuf {
    if path.is_dir() { path.join(CASE_FILE) } else { path.to_owned() }
}

/// Whose readings cases are, by the paths of their files; alike where the paths say no more.
#[pyfunction]
pub(crate) fn readers(paths: Vec<PathBuf>) -> Vec<String> {
    detente_cli::readers(&paths)
}

/// Lays other readings over the case of a sitting, and pools them all, where a rule is named: the answer, and the pooled case.
#[pyfunction]
pub(crate) fn overlay(
    py: Python<'_>,
    sitting: &Sitting,
    readers: Vec<String>,
    others: Vec<PyRef<'_, Case>>,
    pool: Option<&str>,
) -> PyResult<(Found, Option<Case>)> {
    let rule = match pool {
        None => None,
        Some("linear") => Some(PoolRule::Linear),
        Some("quantiles") => Some(PoolRule::Quantiles),
        Some(other) => {
            return Err(asked_amiss(
                py,
                format!("readings are pooled `linear` or by `quantiles`, not `{other}`"),
            ));
        }
    };
    if !(1..MOST_READINGS).contains(&others.len()) || readers.len() != others.len() + 1 {
        let count = others.len() + 1;
        return Err(asked_amiss(
            py,
            format!("{count} readings are named, and from 2 to {MOST_READINGS} are laid over each other"),
        ));
    }
    let readers = told_apart(readers);
    let texts: Vec<&str> =
        std::iter::once(sitting.text()).chain(others.iter().map(|other| other.text.as_str())).collect();
    let cases: Vec<CaseReading> = others
        .iter()
        .zip(readers.iter().skip(1))
        .map(|(other, name)| CaseReading { name: name.clone(), case: Arc::clone(&other.stated) })
        .collect();
    let first = readers.first().map_or("", String::as_str);
    let (told, pooled) = sitting.ask(py, |open| {
        let laid = laid_over(&texts, rule).map_err(|fault| Without::Such(fault.to_string()))?;
        let found = open.overlaid_by(first, &cases, laid.places, laid.pooled)?;
        let json = serde_json::to_string(&OverlayAnswer::of(&found))?;
        Ok(((json, page::overlay(&found).into(), None), laid.pooled_text))
    })?;
    let pooled = pooled.map(|text| parse_case(py, &text, "pooled", Vec::new(), None)).transpose()?;
    Ok((told, pooled))
}
