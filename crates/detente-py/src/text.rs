//! The text of a deal: its versions, what a sitting finds of one, and what came back marked from a word processor.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use detente_brief::answers::{ArticleTold, MarksAnswer, TextAnswer, TextDiffAnswer};
use detente_brief::page;
use detente_case::{Code, Report};
use detente_cli::paper::{Printable, printed};
use detente_model::Actor;
use detente_text::{NotInText, SingleText, TextVersion, accepted, actor_named, marks, version_given_out};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::case::Case;
use crate::page::Found;
use crate::question::{Told, Without};
use crate::refused::{asked_amiss, cannot_be, faults, faulty, nothing};
use crate::sitting::Sitting;

/// A text that was read against a case.
struct Read {
    /// The folder of the case.
    folder: PathBuf,
    text: SingleText,
    /// The case, with the numbers that the text names among its stops.
    case: Arc<detente_model::Case>,
}

/// The text of a deal with all its versions.
#[pyclass(frozen, module = "detente._detente")]
pub(crate) struct DealText {
    read: Arc<Read>,
    warnings: Vec<Report>,
}

/// One version of a text.
#[pyclass(frozen, module = "detente._detente")]
pub(crate) struct Version {
    version: TextVersion,
    read: Arc<Read>,
}

/// What somebody marked in a document.
#[pyclass(frozen, module = "detente._detente")]
pub(crate) struct Marks {
    found: detente_text::Marks,
    version: TextVersion,
    on_behalf: Option<Actor>,
    /// The name of the file that came back.
    document: String,
    read: Arc<Read>,
}

/// Reads the versions in the folder `text` beside a case, or in that of another folder.
#[pyfunction]
pub(crate) fn read_text(py: Python<'_>, case: &Case, folder: Option<PathBuf>) -> PyResult<DealText> {
    let Some(folder) = folder.or_else(|| case.folder.clone()) else {
        return Err(nothing(
            py,
            "the case was not read from a folder, so that no text lies beside it; name the folder that holds `text`",
        ));
    };
    let read = py.detach(|| detente_text::read(&folder, &case.stated));
    let reading = read.map_err(|reports| unread(py, &reports))?;
    let read = Read { folder, text: reading.text, case: Arc::new(reading.case) };
    Ok(DealText { read: Arc::new(read), warnings: reading.reports })
}

/// Versions that could not be read; a case that has none lacks the material.
fn unread(py: Python<'_>, reports: &[Report]) -> PyErr {
    let none = reports.iter().flat_map(Report::faults).find(|fault| fault.code == Code::NoText);
    match none {
        Some(fault) => {
            let help = fault.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
            nothing(py, format!("{}{help}", fault.message))
        }
        None => faulty(py, reports),
    }
}

#[pymethods]
impl DealText {
    /// The versions, the earliest first.
    fn versions(&self) -> Vec<Version> {
        self.read.text.versions.iter().map(|version| Version::of(version.clone(), &self.read)).collect()
    }

    /// The version that goes by a name; the last where none is named.
    fn version(&self, py: Python<'_>, name: Option<&str>) -> PyResult<Version> {
        let version = self.read.text.version_or_latest(name).map_err(|error| asked_amiss(py, error))?;
        Ok(Version::of(version.clone(), &self.read))
    }

    /// The folder of its versions.
    #[getter]
    fn folder(&self) -> OsString {
        self.read.folder.join(detente_text::TEXT_FOLDER).into_os_string()
    }

    /// A name that no version has yet.
    fn next_name(&self) -> String {
        self.read.text.next_name()
    }

    /// The warnings of its versions as JSON, each with its file.
    fn warnings(&self, py: Python<'_>) -> PyResult<String> {
        let with_file = |report: &Report| {
            let file = report.name().to_owned();
            faults(report).into_iter().map(move |mut fault| {
                fault.file.get_or_insert_with(|| file.clone());
                fault
            })
        };
        let warnings: Vec<_> = self.warnings.iter().flat_map(with_file).collect();
        serde_json::to_string(&warnings).map_err(|error| cannot_be(py, &error))
    }

    /// What was marked in a document that was made of a version and came back.
    fn marked(
        &self,
        py: Python<'_>,
        document: &[u8],
        name: String,
        version: Option<&str>,
        by: Option<&str>,
    ) -> PyResult<Marks> {
        let read = Arc::clone(&self.read);
        let found = py.detach(|| {
            let version = match version {
                Some(name) => read.text.version_or_latest(Some(name)).map_err(|why| why.to_string())?,
                None => version_given_out(&read.text, document),
            };
            let on_behalf = by.map(|name| actor_named(&read.case, name)).transpose();
            let on_behalf = on_behalf.map_err(|why| why.to_string())?;
            let found = marks(&read.case, version, document).map_err(|why| format!("{name}: {why}"))?;
            Ok::<_, String>((version.clone(), on_behalf, found))
        });
        let (version, on_behalf, found) = found.map_err(|why| asked_amiss(py, why))?;
        Ok(Marks { found, version, on_behalf, document: name, read })
    }
}

impl Version {
    fn of(version: TextVersion, read: &Arc<Read>) -> Self {
        Self { version, read: Arc::clone(read) }
    }
}

#[pymethods]
impl Version {
    #[getter]
    fn name(&self) -> &str {
        &self.version.name
    }

    #[getter]
    fn date(&self) -> String {
        self.version.date.to_string()
    }

    #[getter]
    fn by(&self) -> &str {
        &self.version.by
    }

    #[getter]
    fn title(&self) -> Option<&str> {
        self.version.title.as_deref()
    }

    #[getter]
    fn note(&self) -> Option<&str> {
        self.version.note.as_deref()
    }

    /// Its articles as JSON.
    fn articles(&self, py: Python<'_>) -> PyResult<String> {
        let articles = ArticleTold::all(&self.read.case, &self.version, &[]);
        serde_json::to_string(&articles).map_err(|error| cannot_be(py, &error))
    }

    /// The text of its file.
    fn markdown(&self) -> String {
        self.version.to_markdown(&self.read.case)
    }

    /// A document for word processors, in which is marked what changed since another version of the text.
    fn docx<'py>(&self, py: Python<'py>, since: Option<&str>) -> PyResult<Bound<'py, PyBytes>> {
        let since = since.map(|name| self.read.text.version_or_latest(Some(name))).transpose();
        let since = since.map_err(|error| asked_amiss(py, error))?;
        let document = py.detach(|| self.version.to_docx(&self.read.case, since));
        Ok(PyBytes::new(py, &document.map_err(|error| asked_amiss(py, error))?))
    }

    /// The same document as a PDF, by LibreOffice if it is on the machine.
    fn pdf<'py>(&self, py: Python<'py>, since: Option<&str>) -> PyResult<Bound<'py, PyBytes>> {
        let document = self.docx(py, since)?.as_bytes().to_vec();
        let pdf = py.detach(|| printed(&[Printable::Document(&|| Ok(document.clone()))]));
        Ok(PyBytes::new(py, &pdf.map_err(|why| nothing(py, why))?))
    }
}

#[pymethods]
impl Marks {
    /// The marks as JSON, and as a page.
    fn told(&self, py: Python<'_>) -> PyResult<Found> {
        let answer = MarksAnswer::of(&self.read.case, &self.version, &self.found, self.on_behalf);
        let json = serde_json::to_string(&answer).map_err(|error| cannot_be(py, &error))?;
        Ok((json, page::marks(&answer).into(), None))
    }

    /// A version with the marks of these numbers, or with all, and the numbers of those that could not be taken, with why.
    fn accept(
        &self,
        py: Python<'_>,
        numbers: Option<Vec<usize>>,
    ) -> PyResult<(Version, Vec<(usize, String)>)> {
        let numbers = numbers.unwrap_or_else(|| (1..=self.found.list.len()).collect());
        let Self { found, version, on_behalf, document, read } = self;
        let made = py.detach(|| accepted(&read.case, version, found, &numbers, *on_behalf, document));
        let made = made.map_err(|why| asked_amiss(py, why))?;
        let not = made.not.iter().map(|(number, why)| (*number, why.to_string())).collect();
        Ok((Version::of(made.version, read), not))
    }
}

/// What a sitting finds of a version, as it stands or settled on a package; and that version.
#[pyfunction]
pub(crate) fn text_told(
    py: Python<'_>,
    sitting: &Sitting,
    text: &DealText,
    version: Option<&str>,
    package: Option<&str>,
) -> PyResult<(Found, Version)> {
    let Read { folder, .. } = &*text.read;
    sitting.ask(py, |open| {
        let (mut open, mut text) = beside(sitting, open, &text.read)?;
        let mut chosen = None;
        if let Some(package) = package {
            let again = |case: &detente_model::Case| read_again(folder, case, sitting);
            let (settling, there, settled) = open.settling(package, again)?;
            (open, text, chosen) = (settling, settled, Some(there));
        }
        let version = text.version_or_latest(version)?;
        let found = open.text(&text, version, chosen.as_ref())?;
        let shown = match chosen {
            Some(chosen) => open.text_of_package(&text, version, chosen).0,
            None => version.clone(),
        };
        let told = (serde_json::to_string(&TextAnswer::of(&found))?, page::text(&found).into(), None);
        let read = Read { folder: folder.clone(), text, case: Arc::clone(open.case()) };
        Ok((told, Version { version: shown, read: Arc::new(read) }))
    })
}

/// Two versions of a text side by side in a sitting.
#[pyfunction]
pub(crate) fn texts_compared(
    py: Python<'_>,
    sitting: &Sitting,
    text: &DealText,
    before: &str,
    after: &str,
) -> PyResult<Found> {
    sitting.ask(py, |open| {
        let (open, text) = beside(sitting, open, &text.read)?;
        let (before, after) = (text.version_or_latest(Some(before))?, text.version_or_latest(Some(after))?);
        let found = open.texts_compared(before, after)?;
        Ok((serde_json::to_string(&TextDiffAnswer::of(&found))?, page::texts_compared(&found).into(), None))
    })
}

/// The sitting with the case against which a text was read, and the text as it was known on the day of the sitting.
fn beside(
    sitting: &Sitting,
    open: &detente_brief::Sitting,
    read: &Read,
) -> Told<(detente_brief::Sitting, SingleText)> {
    let text = read.text.clone().as_of(sitting.day())?;
    // Numbers that the text names on continuous issues make it another case.
    let same = *read.case == **sitting.stated();
    Ok((if same { open.clone() } else { open.beside(Arc::clone(&read.case)) }, text))
}

fn read_again(folder: &Path, case: &detente_model::Case, sitting: &Sitting) -> Told<SingleText> {
    let reading = detente_text::read(folder, case).map_err(Without::Faults)?;
    Ok(reading.text.as_of(sitting.day())?)
}

impl From<NotInText> for Without {
    fn from(why: NotInText) -> Self {
        Self::Such(why.to_string())
    }
}
