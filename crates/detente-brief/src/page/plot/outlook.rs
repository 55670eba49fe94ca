//! How likely a deal is after what was said and done up to each day.

use serde::Serialize;

use crate::page::{Chance, Day};

/// The outlook in steps, from before any claim to after all of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlookByDate {
    /// One step a day on which something was said or done, ascending.
    pub steps: Vec<OutlookStep>,
}

/// The outlook from one day on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlookStep {
    /// The day; `None` before any claim.
    pub date: Option<Day>,
    /// The share of worlds with a deal, with the interval that the number of draws leaves.
    pub deal: Chance,
    /// Who spoke or acted on this day.
    pub who: Vec<String>,
}
