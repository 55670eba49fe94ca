//! A page of an answer, shown in the form that is asked for.

use detente_brief::{page, render};
use detente_cli::paper::{Printable, printed};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::refused::{cannot_be, nothing};

/// What is told, in sections of blocks.
#[pyclass(frozen, module = "detente._detente")]
pub(crate) struct Page(page::Page);

/// An answer with how it is shown: the JSON, the page, and its main table as CSV where it has one.
pub(crate) type Found = (String, Page, Option<String>);

impl From<page::Page> for Page {
    fn from(page: page::Page) -> Self {
        Self(page)
    }
}

#[pymethods]
impl Page {
    /// HTML: a page of its own, or a piece that stands in another.
    fn html(&self, py: Python<'_>, whole: bool) -> String {
        py.detach(|| if whole { render::html(&self.0) } else { render::standing_in(&self.0) })
    }

    /// Text of so many columns.
    fn text(&self, py: Python<'_>, width: usize) -> String {
        py.detach(|| render::terminal(&self.0, width))
    }

    /// A document for word processors.
    fn docx<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let document = py.detach(|| render::docx(&self.0)).map_err(|error| cannot_be(py, &error))?;
        Ok(PyBytes::new(py, &document))
    }

    /// A PDF, by a browser or LibreOffice of the machine.
    fn pdf<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let document = || render::docx(&self.0).map_err(|error| error.to_string());
        let pdf =
            py.detach(|| printed(&[Printable::Page(&render::html(&self.0)), Printable::Document(&document)]));
        Ok(PyBytes::new(py, &pdf.map_err(|why| nothing(py, why))?))
    }
}
