//! Variants of a case in the same draws, for sweeps: one table of what is found of each in each world.

use std::sync::{Arc, Mutex, PoisonError};

use detente_brief::{AskedCase, Measure, Options, Sitting, VariantFindings, WorldFindings};
use detente_deals::Sampling;
use detente_model::Progress;
use pyo3::prelude::*;

use crate::case::{Case, day};
use crate::refused::{asked_amiss, cannot_be, no_answer};
use crate::table::Table;
use crate::waiting;

/// Cases that are judged in the same draws.
#[pyclass(frozen, module = "detente._detente")]
pub(crate) struct Variants {
    cases: Vec<AskedCase>,
    options: Options,
    /// Made anew after one was ended, which has no further answers.
    open: Mutex<Option<Arc<detente_brief::Variants>>>,
}

#[pymethods]
impl Variants {
    /// Sits down with every case in the same way, to be asked about the `packages` of each, each complete.
    #[new]
    #[pyo3(signature = (cases, seed, as_of, packages))]
    fn new(
        py: Python<'_>,
        cases: Vec<PyRef<'_, Case>>,
        seed: u64,
        as_of: Option<&str>,
        packages: Vec<Vec<String>>,
    ) -> PyResult<Self> {
        let options = looked_at(py, 1, seed, as_of)?;
        let asked = cases.iter().zip(packages);
        let asked = asked.map(|(case, packages)| AskedCase { case: Arc::clone(&case.stated), packages });
        Ok(Self { cases: asked.collect(), options, open: Mutex::new(None) })
    }

    /// What is found of every variant in some draws, one row each, the draws of one variant behind those of another.
    fn judged(
        &self,
        py: Python<'_>,
        first: u64,
        count: u64,
        findings: &str,
        measures: Vec<String>,
    ) -> PyResult<Table> {
        let known = |word: &String| {
            Measure::of(word).ok_or_else(|| asked_amiss(py, format!("there is no measure `{word}`")))
        };
        let measures = measures.iter().map(known).collect::<PyResult<Vec<Measure>>>()?;
        let deals = match findings {
            "zone" => WorldFindings::Zone,
            "margin" => WorldFindings::Margin,
            other => return Err(asked_amiss(py, format!("a sweep finds `zone` or `margin`, not `{other}`"))),
        };
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let progress: Arc<Progress> =
            open.as_ref().map_or_else(Arc::default, |open| Arc::clone(open.progress()));
        let found = waiting::for_answer(py, &progress, None, || {
            let open = match open {
                Some(open) => open,
                None => Arc::new(detente_brief::Variants::watched(
                    &self.cases,
                    self.options,
                    Arc::clone(&progress),
                )?),
            };
            let findings = VariantFindings { deals, measures: &measures };
            let found = open.judged(first..first.saturating_add(count), findings)?;
            Ok::<_, detente_brief::SittingError>((found, open))
        });
        let mut kept = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = None;
        let (columns, open) = found?.map_err(|error| no_answer(py, &error))?;
        *kept = Some(open);
        drop(kept);
        py.detach(|| Table::of(columns)).map_err(|error| cannot_be(py, &error))
    }
}

/// How cases of a sweep are looked at.
fn looked_at(py: Python<'_>, draws: u64, seed: u64, as_of: Option<&str>) -> PyResult<Options> {
    let as_of = as_of.map(|text| day(py, text)).transpose()?;
    Ok(Options { sampling: Sampling::Draws(draws), seed, as_of, tolerance: None })
}

/// The package that a sitting with a case recommends, in words.
#[pyfunction]
#[pyo3(signature = (case, seed, as_of, draws))]
pub(crate) fn recommended(
    py: Python<'_>,
    case: &Case,
    seed: u64,
    as_of: Option<&str>,
    draws: u64,
) -> PyResult<String> {
    let options = looked_at(py, draws, seed, as_of)?;
    let progress = Arc::<Progress>::default();
    let found = waiting::for_answer(py, &progress, None, || {
        let sitting = Sitting::watched(Arc::clone(&case.stated), options, Arc::clone(&progress));
        let package = sitting.recommended()?.package;
        let case = sitting.worlds()?.case();
        let choices = case.describe(&package).map(|(issue, option)| format!("{}={option}", issue.id));
        Ok::<_, detente_brief::SittingError>(choices.collect::<Vec<_>>().join(","))
    });
    found?.map_err(|error| no_answer(py, &error))
}
