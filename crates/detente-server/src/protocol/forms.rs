//! A case as forms, to be changed by hand.

use std::collections::BTreeMap;

use detente_case::forms::Forms;
use serde::Serialize;

/// The answer to `POST /api/forms`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CaseForms {
    /// What can be changed on the thing itself, each with its path.
    pub forms: Forms,
    /// Each number by its path, in words; empty for a case with faults.
    pub names: BTreeMap<String, String>,
    /// Whether the case has faults: then forms show what has a place in the format, and the text shows the rest.
    pub faulty: bool,
}
