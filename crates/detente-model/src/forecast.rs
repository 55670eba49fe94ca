//! Forecasts that come due.

use jiff::civil::Date;

use crate::{NumberId, Place, PropositionId};

/// A probability that somebody wrote down for something that will be known by a certain day.
///
/// ```toml
/// [[forecasts]]
/// id = "truce-by-march"
/// text = "A truce is announced by 10 March 2024"
/// made = 2024-02-14
/// due = 2024-03-10
/// probability = [0.2, 0.3]           # a range is scored by its central value
/// by = "analyst"                     # optional
/// on = "truce_announced"             # optional: the proposition that it is about
/// base_rate = 0.1                    # optional: how often such things happen, before looking at this one
/// outcome = false                    # once it is known …
/// resolved = 2024-03-10              # … and since when; default: the due date
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// Short id in the case file.
    pub id: String,
    /// What is forecast, so that anyone can tell later whether it came about.
    pub text: String,
    /// When it was made.
    pub made: Date,
    /// The day by which it will be known.
    pub due: Date,
    /// How likely it was held to be.
    pub probability: NumberId,
    /// Who made it.
    pub by: Option<String>,
    /// The proposition that it is about.
    pub on: Option<PropositionId>,
    /// How often such things happen.
    pub base_rate: Option<NumberId>,
    /// Whether it came about, once that is known.
    pub outcome: Option<bool>,
    /// Since when the outcome is known; the due date if not stated.
    pub resolved: Option<Date>,
    /// Where it is stated.
    pub place: Option<Place>,
}
