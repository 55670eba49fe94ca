//! The private half of the Python package `detente`: the module `_detente`.
//!
//! A face like the others: it speaks to the readers of cases and to a sitting, and to no engine. What a Python user sees (names, types,
//! documentation) is in `python/detente`; this half hands over answers as the same JSON that the command prints, tables as Arrow, pages as
//! HTML, and runs what takes long on a thread of its own, with the interpreter free (`waiting`).
//!
//! The crate is empty without the feature `extension`: the build of the package turns it on, and `cargo test --workspace` needs neither
//! Python nor what only Python needs.
#![cfg(feature = "extension")]
// What Python calls takes what Python hands over: by value, and as many arguments as there are.
#![allow(clippy::needless_pass_by_value, clippy::too_many_arguments)]

mod case;
mod command;
mod drafts;
mod hands;
mod page;
mod question;
mod refused;
mod sitting;
mod table;
mod text;
mod tournament;
mod variants;
mod waiting;

/// The private half of the package `detente`.
#[pyo3::pymodule]
mod _detente {
    #[pymodule_export]
    use crate::case::{Case, import_case, parse_case, read_case, template};
    #[pymodule_export]
    use crate::command::{catalogue, collective, command, replay, schema, settle, ways};
    #[pymodule_export]
    use crate::drafts::{drafts_of_events, drafts_of_report, with_drafts};
    #[pymodule_export]
    use crate::hands::{merge, overlay, parse_beside, readers};
    #[pymodule_export]
    use crate::page::Page;
    #[pymodule_export]
    use crate::question::Question;
    #[pymodule_export]
    use crate::sitting::Sitting;
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::text::{DealText, Marks, Version, read_text, text_told, texts_compared};
    #[pymodule_export]
    use crate::tournament::tournament;
    #[pymodule_export]
    use crate::variants::{Variants, recommended};

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
