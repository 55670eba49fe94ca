//! The day after: what was promised and what became of it, for a calendar.

use detente_brief::answers::WatchAnswer;
use serde::Serialize;

use super::ActorListed;

/// The event `found` of `POST /api/day-after`: what was promised and what became of it, as it was known on a day. It comes twice where there
/// are many draws, from the first of them and from all.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DayAfterFound {
    /// The days that can be looked at.
    pub days: DaysWatched,
    /// The answer of `detente watch --json`; null if nothing had been promised by that day.
    pub answer: Option<WatchAnswer>,
    /// Every report on a commitment that was known by then, by the day of which it speaks.
    pub reports: Vec<ReportListed>,
    /// Whether it rests on the first draws alone.
    pub rough: bool,
}

/// The days on which there is something to look at, whatever the day of the look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DaysWatched {
    /// The first on which something was agreed, begun or told; null in a case in which nothing was promised.
    pub first: Option<String>,
    /// The day of the case: nothing is known of a later one.
    pub last: String,
    /// How many commitments the case has, whenever they were agreed.
    pub promised: usize,
    /// The parties, in the order of the case.
    pub parties: Vec<ActorListed>,
}

/// A claim that reports on a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ReportListed {
    /// The path that leads to it.
    pub path: String,
    /// The id of the commitment.
    pub commitment: String,
    /// What it says of it.
    pub says: ReportSays,
    /// How many so far; null where it does not say.
    pub count: Option<u32>,
    /// The day of which it speaks.
    pub day: String,
    /// The day on which it was told.
    pub told: String,
    /// The id of the party for which it is said; null for none.
    pub party: Option<String>,
    /// Who says it; null where the case does not say.
    pub by: Option<String>,
    /// In words; null where it has none.
    pub text: Option<String>,
}

/// What a report says of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ReportSays {
    /// All of it was handed over or done.
    Done,
    /// So many so far.
    Partly,
    /// Held back and still to come.
    Late,
    /// It was not done, and is not coming.
    Denied,
    /// What others say of it is contested.
    Disputed,
}
