//! A sitting: answers as JSON, pages as HTML, tables as Arrow; what takes long can be watched and ended.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

use detente_brief::answers::columns::ColumnTable;
use detente_brief::answers::{CompareAnswer, ExtractAnswer, SweepAnswer};
use detente_brief::{
    ExtractChoice, Options, PackageRows, SittingError, SweepCase, WorldFindings, WorldRows, page, render,
};
use detente_case::edit::{Setting, parse_with};
use detente_model::Progress;
use detente_server::changes_between;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::case::Case;
use crate::question::{Question, Without};
use crate::refused::{asked_amiss, cannot_be, faulty, no_answer, nothing};
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

    /// Asks the sitting something that may take long.
    fn ask<T: Send>(
        &self,
        py: Python<'_>,
        question: impl FnOnce(&detente_brief::Sitting) -> Result<T, Without> + Send,
    ) -> PyResult<T> {
        let sitting = self.current();
        let progress = Arc::clone(sitting.progress());
        let found = waiting::for_answer(py, &progress, self.told.as_ref(), || question(&sitting))?;
        found.map_err(|without| match without {
            Without::Answer(error) => no_answer(py, &error),
            Without::Material(what) => nothing(py, what),
            Without::Such(what) => asked_amiss(py, what),
            Without::Words(error) => cannot_be(py, &error),
        })
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

/// A question by its name.
fn question(
    py: Python<'_>,
    what: &str,
    about: Option<String>,
    want: Option<String>,
    sobol: Option<u64>,
    full: bool,
) -> PyResult<Question> {
    Ok(match (what, about) {
        ("deals", _) => Question::Deals { sobol, points: full },
        ("brief", _) => Question::Brief { full },
        ("exchange", package) => Question::Exchange { package },
        ("durability", package) => Question::Durability { package },
        ("stability", explain) => Question::Stability { explain, want },
        ("outlook", _) => Question::Outlook,
        ("talks", _) => Question::Talks,
        ("settlement", _) => Question::Settlement,
        ("judged", Some(package)) => Question::Judged { package },
        ("three_tests", _) => Question::ThreeTests,
        (what, _) => return Err(asked_amiss(py, format!("there is no question `{what}`"))),
    })
}

#[pymethods]
impl Sitting {
    /// The answer to a question, as JSON.
    #[pyo3(signature = (what, about=None, want=None, sobol=None, full=false))]
    fn answer(
        &self,
        py: Python<'_>,
        what: &str,
        about: Option<String>,
        want: Option<String>,
        sobol: Option<u64>,
        full: bool,
    ) -> PyResult<String> {
        let question = question(py, what, about, want, sobol, full)?;
        self.ask(py, |sitting| question.answer(sitting))
    }

    /// The answer to a question as HTML: a page of its own, or a piece that stands in another.
    #[pyo3(signature = (what, about=None, want=None, sobol=None, full=false, whole=false))]
    fn html(
        &self,
        py: Python<'_>,
        what: &str,
        about: Option<String>,
        want: Option<String>,
        sobol: Option<u64>,
        full: bool,
        whole: bool,
    ) -> PyResult<String> {
        let question = question(py, what, about, want, sobol, full)?;
        self.ask(py, |sitting| {
            let page = question.page(sitting)?;
            Ok(if whole { render::html(&page) } else { render::standing_in(&page) })
        })
    }

    /// The answer to a question as text of so many columns.
    #[pyo3(signature = (what, about=None, want=None, sobol=None, full=false, width=100))]
    fn in_words(
        &self,
        py: Python<'_>,
        what: &str,
        about: Option<String>,
        want: Option<String>,
        sobol: Option<u64>,
        full: bool,
        width: usize,
    ) -> PyResult<String> {
        let question = question(py, what, about, want, sobol, full)?;
        self.ask(py, |sitting| Ok(render::terminal(&question.page(sitting)?, width)))
    }

    /// The brief as a document for word processors.
    fn docx<'py>(&self, py: Python<'py>, full: bool) -> PyResult<Bound<'py, PyBytes>> {
        let question = Question::Brief { full };
        let page = self.ask(py, |sitting| question.page(sitting))?;
        let document = py.detach(|| render::docx(&page)).map_err(|error| cannot_be(py, &error))?;
        Ok(PyBytes::new(py, &document))
    }

    /// The brief for one reader: the answer that says what it still gives away, as JSON, and the extract as a page, as HTML.
    fn extract(
        &self,
        py: Python<'_>,
        sections: Vec<String>,
        full: bool,
        without: Vec<String>,
        sources: bool,
        notes: bool,
    ) -> PyResult<(String, String)> {
        let choice = ExtractChoice { sections, annex: full, without_parties: without, sources, notes };
        self.ask(py, |sitting| {
            let extract =
                sitting.extract_step_by_step(&choice, sitting.progress(), &|_| ControlFlow::Continue(()))?;
            Ok((serde_json::to_string(&ExtractAnswer::of(&extract))?, render::html(&extract.page)))
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

    /// This case beside another, looked at in the same way: the answer as JSON, and as HTML.
    fn against(&self, py: Python<'_>, other: &Case) -> PyResult<(String, String)> {
        let changes = changes_between(&self.text, &other.text).map_err(|fault| asked_amiss(py, fault))?;
        let changes = changes.into_iter().map(|(_, change)| change).collect();
        self.ask(py, |sitting| {
            let found = sitting.compared_with(&sitting.beside(Arc::clone(&other.stated)), changes)?;
            let page = render::standing_in(&page::side_by_side(&found));
            Ok((serde_json::to_string(&CompareAnswer::of(&found))?, page))
        })
    }

    /// The case with values at some paths, every combination that is named: the answer as JSON, and as HTML.
    fn sweep(
        &self,
        py: Python<'_>,
        paths: Vec<String>,
        points: Vec<Vec<String>>,
    ) -> PyResult<(String, String)> {
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
            let page = render::standing_in(&page::sweep(&found));
            Ok((serde_json::to_string(&SweepAnswer::of(&found))?, page))
        })
    }
}
