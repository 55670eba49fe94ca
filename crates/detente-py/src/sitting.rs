//! A sitting: answers as JSON, pages as HTML, tables as Arrow; what takes long can be watched and ended.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

use detente_brief::answers::columns::ColumnTable;
use detente_brief::answers::{CompareAnswer, ExtractAnswer, SweepAnswer, tables};
use detente_brief::{
    ExtractChoice, Options, PackageRows, SittingError, SweepCase, WorldFindings, WorldRows, page,
};
use detente_case::edit::{Setting, parse_with};
use detente_model::Progress;
use detente_server::changes_between;
use jiff::civil::Date;
use pyo3::prelude::*;

use crate::case::Case;
use crate::page::{Found, Page};
use crate::question::{Question, Told};
use crate::refused::{asked_amiss, cannot_be, faulty, without};
use crate::table::Table;
use crate::waiting;

/// One look at one case.
#[pyclass(frozen, module = "detente._detente")]
pub(crate) struct Sitting {
    name: String,
    text: String,
    options: Options,
    told: Option<Py<PyAny>>,
    case: Arc<detente_model::Case>,
    /// Opened anew after one was ended, which has no further answers.
    open: Mutex<detente_brief::Sitting>,
}

impl Sitting {
    pub(crate) fn new(
        case: Arc<detente_model::Case>,
        name: String,
        text: String,
        options: Options,
        told: Option<Py<PyAny>>,
    ) -> Self {
        let open = Mutex::new(detente_brief::Sitting::open(Arc::clone(&case), options));
        Self { name, text, options, told, case, open }
    }

    fn current(&self) -> detente_brief::Sitting {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.progress().is_cancelled() {
            *open = detente_brief::Sitting::watched(
                Arc::clone(&self.case),
                self.options,
                Arc::<Progress>::default(),
            );
        }
        open.clone()
    }

    /// The case as stated, whatever was known on the day of the sitting.
    pub(crate) fn stated(&self) -> &Arc<detente_model::Case> {
        &self.case
    }

    /// The text of the case.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The day that was asked for.
    pub(crate) fn day(&self) -> Option<Date> {
        self.options.as_of
    }

    /// Asks the sitting something that may take long.
    pub(crate) fn ask<T: Send>(
        &self,
        py: Python<'_>,
        question: impl FnOnce(&detente_brief::Sitting) -> Told<T> + Send,
    ) -> PyResult<T> {
        let sitting = self.current();
        let progress = Arc::clone(sitting.progress());
        let found = waiting::for_answer(py, &progress, self.told.as_ref(), || question(&sitting))?;
        found.map_err(|why| without(py, &why))
    }

    fn table(
        &self,
        py: Python<'_>,
        question: impl FnOnce(&detente_brief::Sitting) -> Result<ColumnTable, SittingError> + Send,
    ) -> PyResult<Table> {
        let columns = self.ask(py, |sitting| Ok(question(sitting)?))?;
        py.detach(|| Table::of(columns)).map_err(|error| cannot_be(py, &error))
    }
}

#[pymethods]
impl Sitting {
    /// What should be known of how the case is looked at.
    fn notes(&self) -> Vec<String> {
        self.current().notes()
    }

    /// The answer to a question, as JSON.
    fn answer(&self, py: Python<'_>, question: &Question) -> PyResult<String> {
        self.ask(py, |sitting| question.answer(sitting))
    }

    /// The answer to a question, as a page.
    fn page(&self, py: Python<'_>, question: &Question) -> PyResult<Page> {
        self.ask(py, |sitting| Ok(question.page(sitting)?.into()))
    }

    /// The main table of the answer to a question, as CSV.
    fn csv(&self, py: Python<'_>, question: &Question) -> PyResult<Option<String>> {
        self.ask(py, |sitting| question.csv(sitting))
    }

    /// The brief for one reader: the answer that says what it still gives away, as JSON, and the extract as a page.
    fn extract(
        &self,
        py: Python<'_>,
        sections: Vec<String>,
        full: bool,
        without: Vec<String>,
        sources: bool,
        notes: bool,
    ) -> PyResult<(String, Page)> {
        let choice = ExtractChoice { sections, annex: full, without_parties: without, sources, notes };
        self.ask(py, |sitting| {
            let extract =
                sitting.extract_step_by_step(&choice, sitting.progress(), &|_| ControlFlow::Continue(()))?;
            Ok((serde_json::to_string(&ExtractAnswer::of(&extract))?, extract.page.into()))
        })
    }

    /// Worlds, one row each.
    fn worlds(
        &self,
        py: Python<'_>,
        first: u64,
        count: Option<u64>,
        numbers: Option<Vec<String>>,
        findings: &str,
        letters: bool,
    ) -> PyResult<Table> {
        let findings = match findings {
            "inputs" => WorldFindings::Inputs,
            "zone" => WorldFindings::Zone,
            "margin" => WorldFindings::Margin,
            "best" => WorldFindings::Best,
            other => {
                let say =
                    format!("of a world `inputs`, `zone`, `margin` or `best` can be found, not `{other}`");
                return Err(asked_amiss(py, say));
            }
        };
        self.table(py, |sitting| {
            let all = match count {
                Some(count) => first.saturating_add(count),
                None => match sitting.options().sampling {
                    detente_deals::Sampling::Draws(draws) => draws,
                    detente_deals::Sampling::Interval { .. } => sitting.deals()?.draws,
                },
            };
            sitting.worlds_by_column(&WorldRows { draws: first..all, numbers, findings, letters })
        })
    }

    /// One world in numbers, as JSON.
    fn world(&self, py: Python<'_>, draw: Option<u64>) -> PyResult<String> {
        self.ask(py, |sitting| Ok(serde_json::to_string(&sitting.scenario(draw)?)?))
    }

    /// Packages, one row each.
    #[pyo3(signature = (which, draw=None))]
    fn packages(&self, py: Python<'_>, which: &str, draw: Option<u64>) -> PyResult<Table> {
        let rows = match which {
            "leading" => PackageRows::Leading,
            "frontier" => PackageRows::Frontier,
            "zone_frontier" => PackageRows::ZoneFrontier,
            "all" => PackageRows::All(draw),
            other => return Err(asked_amiss(py, format!("there are no packages `{other}`"))),
        };
        self.table(py, |sitting| sitting.packages_by_column(rows))
    }

    /// This case beside another, looked at in the same way.
    fn against(&self, py: Python<'_>, other: &Case) -> PyResult<Found> {
        let changes = changes_between(&self.text, &other.text).map_err(|fault| asked_amiss(py, fault))?;
        let changes = changes.into_iter().map(|(_, change)| change).collect();
        self.ask(py, |sitting| {
            let found = sitting.compared_with(&sitting.beside(Arc::clone(&other.stated)), changes)?;
            let answer = CompareAnswer::of(&found);
            let table = tables::compare(&answer).to_csv();
            Ok((serde_json::to_string(&answer)?, page::side_by_side(&found).into(), Some(table)))
        })
    }

    /// The case with values at some paths, every combination that is named.
    fn sweep(&self, py: Python<'_>, paths: Vec<String>, points: Vec<Vec<String>>) -> PyResult<Found> {
        let mut first_fault = None;
        let mut cases = Vec::with_capacity(points.len());
        for values in points {
            let set = paths.iter().zip(&values);
            let set: Vec<Setting> =
                set.map(|(path, value)| Setting { path: path.clone(), value: Some(value.clone()) }).collect();
            let case = match parse_with(&self.name, &self.text, &set) {
                Ok(read) => Ok(Arc::new(read.reading.case)),
                Err(report) => {
                    let fault = report.faults().iter().find(|fault| fault.is_error());
                    let said = fault.map_or_else(|| report.count(), |fault| fault.message.clone());
                    first_fault.get_or_insert(report);
                    Err(said)
                }
            };
            cases.push(SweepCase { values, case });
        }
        // Where no value makes a case, something is wrong with the path.
        if let Some(report) = first_fault.filter(|_| cases.iter().all(|point| point.case.is_err())) {
            return Err(faulty(py, &[report]));
        }
        self.ask(py, |sitting| {
            let found = sitting.sweep(paths, cases)?;
            let answer = SweepAnswer::of(&found);
            let table = tables::sweep(&answer).to_csv();
            Ok((serde_json::to_string(&answer)?, page::sweep(&found).into(), Some(table)))
        })
    }
}
