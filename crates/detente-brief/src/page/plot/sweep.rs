//! How likely a deal is as a value of the case goes through a range.

use serde::Serialize;

use crate::page::Chance;

/// One line of a sweep.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SweepCurve {
    /// The path that goes through the values.
    pub along: String,
    /// What the other path is set to; empty where there is none.
    pub given: String,
    /// The values, in order.
    pub marks: Vec<SweepMark>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SweepMark {
    /// The value as a number, where it is one.
    pub at: Option<f64>,
    /// The value in the words of the case.
    pub label: String,
    /// The share of worlds with a deal, with the interval that the number of draws leaves.
    pub chance: Chance,
}
