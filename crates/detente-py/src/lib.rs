//! The private half of the Python package `detente`.
#![cfg(feature = "extension")]

use pyo3::prelude::*;

#[pyclass(frozen)]
struct Foo { x: u32 }
#[pymethods]
impl Foo { #[getter] fn x(&self) -> u32 { self.x } }

/// The private half of the Python package `detente`.
#[pymodule]
mod _detente {
    #[pymodule_export]
    use super::Foo;
}
