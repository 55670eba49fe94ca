//! A schedule as steps: how much of what each side holds is still to come, and where a side would stop.

use serde::Serialize;

use crate::page::Face;

/// One schedule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Handovers {
    /// The last day that is shown.
    pub days: f64,
    /// The sides that hold anything.
    pub sides: Vec<StillToCome>,
    /// Where a side would stop first, if any would.
    pub stop: Option<Stop>,
}

/// What is still to come from a side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StillToCome {
    /// Who it is.
    pub face: Face,
    /// The corners of the line: day, and per cent of all it holds.
    pub left: Vec<(f64, f64)>,
}

/// The step at which a side would stop.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stop {
    /// Who.
    pub who: String,
    /// When.
    pub day: f64,
    /// What is still to come from the other side, in per cent of all it holds.
    pub left: f64,
}
