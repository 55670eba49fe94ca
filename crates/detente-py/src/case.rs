//! Cases: read, checked, edited by path, made of the files of other tools, written as such.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use detente_brief::Options;
use detente_brief::answers::tables::CsvTable;
use detente_brief::answers::{CheckedCase, tables};
use detente_case::edit::{Edit, EditFault, ReadingWith, Setting, apply, parse_with, paths, read_with};
use detente_case::report::Text;
use detente_case::{CASE_FILE, Report, case_folder, parse};
use detente_deals::{Sampling, Units};
use detente_foreign::Format;
use detente_model::Choice;
use jiff::civil::Date;
use pyo3::prelude::*;
use serde_json::json;

use crate::refused::{asked_amiss, cannot_be, faults, faulty, no_answer, nothing};
use crate::sitting::Sitting;

/// The most worlds that are drawn until an interval is narrow enough.
const MOST_DRAWS: u64 = 1_000_000;

/// A case that reads without error, with the text that it was read from.
#[pyclass(frozen, module = "detente._detente")]
pub(crate) struct Case {
    name: String,
    pub(crate) text: String,
    report: Report,
    pub(crate) stated: Arc<detente_model::Case>,
    /// The folder that it was read from, where other files of it may lie.
    pub(crate) folder: Option<PathBuf>,
}

impl Case {
    pub(crate) fn of(name: &str, folder: Option<PathBuf>, read: ReadingWith) -> Self {
        let ReadingWith { reading, text } = read;
        Self { name: name.to_owned(), text, report: reading.report, stated: Arc::new(reading.case), folder }
    }
}

/// A path with a value in TOML, or with nothing, to take out what stands there.
pub(crate) type Value = (String, Option<String>);

fn settings(values: Vec<Value>) -> Vec<Setting> {
    values.into_iter().map(|(path, value)| Setting { path, value }).collect()
}

/// Reads a case file, or a folder with one, with some values set.
#[pyfunction]
pub(crate) fn read_case(py: Python<'_>, path: PathBuf, values: Vec<Value>) -> PyResult<Case> {
    let file = if path.is_dir() { path.join(CASE_FILE) } else { path.clone() };
    let settings = settings(values);
    let read = py.detach(|| read_with(&path, &settings)).map_err(|report| faulty(py, &[report]))?;
    // Wherever the program goes from here, its files stay where they are.
    let folder = std::path::absolute(&file).ok().map(|file| case_folder(&file));
    Ok(Case::of(&file.display().to_string(), folder, read))
}

/// Reads the text of a case, with some values set; `folder` is where other files of it lie.
#[pyfunction]
#[pyo3(signature = (text, name, values, folder=None))]
pub(crate) fn parse_case(
    py: Python<'_>,
    text: &str,
    name: &str,
    values: Vec<Value>,
    folder: Option<PathBuf>,
) -> PyResult<Case> {
    let settings = settings(values);
    let read = py.detach(|| parse_with(name, text, &settings)).map_err(|report| faulty(py, &[report]))?;
    Ok(Case::of(name, folder, read))
}

/// The text of a commented case.
#[pyfunction]
pub(crate) fn template() -> &'static str {
    detente_case::template()
}

/// Makes a case of the files of another tool. Gives the case, the format in words, and the warnings as JSON.
#[pyfunction]
#[pyo3(signature = (files, as_of, format))]
pub(crate) fn import_case(
    py: Python<'_>,
    files: Vec<PathBuf>,
    as_of: Option<&str>,
    format: Option<&str>,
) -> PyResult<(Case, String, String)> {
    let as_of = as_of.map(|text| day(py, text)).transpose()?;
    let import =
        py.detach(|| detente_foreign::import(&files, as_of)).map_err(|reports| faulty(py, &reports))?;
    let found = format_name(import.format);
    if let Some(wanted) = format.filter(|wanted| *wanted != found) {
        return Err(asked_amiss(
            py,
            format!(
                "these are files of {}, not of {wanted}: `detente.from_{found}` reads them",
                import.format.words()
            ),
        ));
    }
    let warnings: Vec<_> = import.warnings.iter().flat_map(faults).collect();
    let warnings = serde_json::to_string(&warnings).map_err(|error| cannot_be(py, &error))?;
    let report = parse(CASE_FILE, &import.toml).map(|reading| reading.report);
    let report = report.unwrap_or_else(|report| report);
    let stated = Arc::new(import.case);
    let case = Case { name: CASE_FILE.to_owned(), text: import.toml, report, stated, folder: None };
    Ok((case, found.to_owned(), warnings))
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Genius => "genius",
        Format::GeniusWeb => "geniusweb",
        Format::Negmas => "negmas",
        Format::Gmcr => "gmcr",
        Format::Actors => "actors",
        _ => "foreign",
    }
}

/// A day as people write it.
pub(crate) fn day(py: Python<'_>, text: &str) -> PyResult<Date> {
    text.parse().map_err(|_| {
        asked_amiss(
            py,
            format!("`{text}` is no day: write year, month and day, as in 2024-02-14, or a `datetime.date`"),
        )
    })
}

/// The text of each file, with its name.
type Files = Vec<(String, String)>;

/// One edit: what is done, where, and with which value.
type Change = (String, String, Option<String>);

#[pymethods]
impl Case {
    #[getter]
    fn text(&self) -> &str {
        &self.text
    }

    #[getter]
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    #[getter]
    fn folder(&self) -> Option<OsString> {
        self.folder.clone().map(PathBuf::into_os_string)
    }

    /// The same with edits made one after the other, all or none.
    fn edited(&self, py: Python<'_>, changes: Vec<Change>) -> PyResult<Self> {
        let mut edits = Vec::with_capacity(changes.len());
        for (action, path, value) in changes {
            edits.push(match (action.as_str(), value) {
                ("put", Some(value)) => Edit::put(path, value),
                ("set", Some(value)) => Edit::set(path, value),
                ("insert", Some(value)) => Edit::insert(path, value),
                ("rename", Some(value)) => Edit::rename(path, value),
                ("remove", _) => Edit::remove(path),
                (action, _) => return Err(asked_amiss(py, format!("there is no edit `{action}`"))),
            });
        }
        let edited = py.detach(|| apply(&self.text, &edits)).map_err(|fault| self.refused(py, &fault))?;
        let read = ReadingWith { text: edited.text, reading: edited.reading };
        Ok(Self::of(&self.name, self.folder.clone(), read))
    }

    /// What `detente check` says of it, as JSON.
    fn checked(&self, py: Python<'_>) -> PyResult<String> {
        let sitting = detente_brief::Sitting::open(Arc::clone(&self.stated), Options::default());
        let refusals = py.detach(|| sitting.refusals());
        let counts = (self.report.errors(), self.report.warnings());
        let text = self
            .folder
            .as_ref()
            .map_or_else(Vec::new, |folder| py.detach(|| detente_cli::checked_text(folder, &self.stated)));
        let checked = CheckedCase {
            text,
            ..CheckedCase::of(
                self.name.clone(),
                counts,
                faults(&self.report),
                Some((&*self.stated, refusals)),
            )
        };
        serde_json::to_string(&checked).map_err(|error| cannot_be(py, &error))
    }

    /// Title, day, summary, who talks, and what is on the table, as JSON.
    fn described(&self) -> String {
        let case = &*self.stated;
        let number = |choice: &Choice| match choice {
            Choice::Text(text) => json!(text),
            Choice::Number(x) if x.fract() == 0.0 && x.abs() < 9e15 => json!(*x as i64),
            Choice::Number(x) => json!(x),
        };
        let issues: Vec<_> = case
            .issues
            .iter()
            .map(|issue| {
                json!({
                    "id": issue.id, "name": issue.name, "unit": issue.unit, "continuous": issue.continuous,
                    "options": issue.options.iter().map(number).collect::<Vec<_>>(),
                })
            })
            .collect();
        let principals: Vec<_> = case.principals().map(|id| case.party(id).id.clone()).collect();
        let parties: Vec<_> = case
            .parties
            .iter()
            .map(|party| json!({ "id": party.id, "name": party.name, "principal": principals.contains(&party.id) }))
            .collect();
        json!({
            "title": case.title, "as_of": case.as_of.to_string(), "summary": case.summary,
            "parties": parties, "issues": issues,
        })
        .to_string()
    }

    /// The figures: path, value as stated, what it rests on, line.
    fn figures(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let CsvTable { header, rows } = tables::figures([(self.name.as_str(), &*self.stated)]);
        (header, rows)
    }

    /// Every path that can be edited, with what stands there.
    fn paths(&self, py: Python<'_>) -> PyResult<Vec<(String, String)>> {
        let places = paths(&self.text).map_err(|fault| self.refused(py, &fault))?;
        Ok(places.into_iter().map(|place| (place.path, place.text)).collect())
    }

    /// Refuses a path at which no value counts in any world.
    fn must_count(&self, py: Python<'_>, path: &str) -> PyResult<()> {
        detente_brief::must_count(&self.stated, path).map_err(|error| no_answer(py, &error))
    }

    /// Sits down with it.
    #[pyo3(signature = (draws, seed, as_of, interval, tolerance, told))]
    fn sit(
        &self,
        py: Python<'_>,
        draws: u64,
        seed: u64,
        as_of: Option<&str>,
        interval: Option<f64>,
        tolerance: Option<f64>,
        told: Option<Py<PyAny>>,
    ) -> PyResult<Sitting> {
        let sampling = match interval {
            Some(half_width) => Sampling::Interval { half_width, most: MOST_DRAWS },
            None => Sampling::Draws(draws),
        };
        let as_of = as_of.map(|text| day(py, text)).transpose()?;
        let options = Options { sampling, seed, as_of, tolerance: tolerance.map(Units::from_f64) };
        Ok(Sitting::new(Arc::clone(&self.stated), self.name.clone(), self.text.clone(), options, told))
    }

    /// One world as files of another tool: name and text of each, and what the format cannot hold.
    fn exported(
        &self,
        py: Python<'_>,
        format: &str,
        draw: Option<u64>,
        seed: u64,
        as_of: Option<&str>,
    ) -> PyResult<(Files, Vec<String>)> {
        let format = match format {
            "negmas" => Format::Negmas,
            "geniusweb" => Format::GeniusWeb,
            other => {
                return Err(asked_amiss(
                    py,
                    format!("a case can be written as `negmas` or `geniusweb`, not `{other}`"),
                ));
            }
        };
        let as_of = as_of.map(|text| day(py, text)).transpose()?;
        let options = Options { as_of, ..Options::drawing(1, seed) };
        let sitting = detente_brief::Sitting::open(Arc::clone(&self.stated), options);
        let world = sitting.world(draw).map_err(|error| no_answer(py, &error))?;
        let export = py.detach(|| detente_foreign::export(&world, format));
        let export = export.ok_or_else(|| {
            nothing(py, "nothing is on the table in this case, so there is nothing to export")
        })?;
        Ok((export.files, export.losses))
    }
}

impl Case {
    fn refused(&self, py: Python<'_>, fault: &EditFault) -> PyErr {
        match fault {
            EditFault::Broken(report) | EditFault::Unsound(report) => {
                faulty(py, std::slice::from_ref(report))
            }
            _ => {
                let mut all = detente_case::report::Faults::default();
                fault.faults().iter().for_each(|fault| all.push(fault.clone()));
                faulty(py, &[all.into_report(Text::new(self.name.clone(), self.text.as_str()))])
            }
        }
    }
}
