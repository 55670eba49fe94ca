//! Variants of a case in the same draws, for sweeps: one table of what is found of each in each world.

use std::sync::{Arc, Mutex, PoisonError};

use detente_brief::{Options, WorldFindings};
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
    cases: Vec<Arc<detente_model::Case>>,
    options: Options,
    packages: Vec<String>,
    /// Made anew after one was ended, which has no further answers.
    open: Mutex<Option<Arc<detente_brief::Variants>>>,
}

#[pymethods]
impl Variants {
    /// Sits down with every case in the same way; `packages` names packages, each complete.
    #[new]
    #[pyo3(signature = (cases, seed, as_of, packages))]
    fn new(
        py: Python<'_>,
        cases: Vec<PyRef<'_, Case>>,
        seed: u64,
        as_of: Option<&str>,
        packages: Vec<String>,
    ) -> PyResult<Self> {
        let as_of = as_of.map(|text| day(py, text)).transpose()?;
        let options = Options { sampling: Sampling::Draws(1), seed, as_of, tolerance: None };
        let cases = cases.iter().map(|case| Arc::clone(&case.stated)).collect();
        Ok(Self { cases, options, packages, open: Mutex::new(None) })
    }

    /// What is found of every variant in some draws, one row each, the draws of one variant behind those of another.
    fn judged(&self, py: Python<'_>, first: u64, count: u64, findings: &str) -> PyResult<Table> {
        let findings = match findings {
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
                    &self.packages,
                    Arc::clone(&progress),
                )?),
            };
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
