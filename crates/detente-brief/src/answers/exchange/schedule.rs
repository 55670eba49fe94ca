//! Schedules: what is handed over when, and how firmly each side is held.

use detente_exchange::{Handover, LastHandover, Moment, Phase, Schedule, Trust, Verification};
use serde::Serialize;

use super::super::ByName;
use super::{ScheduleOverDraws, by_lot, by_side, given, id};
use crate::compose::exchange::{ExchangePlan, Steadiest};

/// One handover.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct HandoverOf {
    /// The day.
    pub day: f64,
    /// The id of the party that hands over.
    pub from: String,
    /// The name of the lot.
    pub lot: String,
    /// How many.
    pub count: u32,
}

impl HandoverOf {
    pub(super) fn all(found: &ExchangePlan, schedule: &Schedule) -> Vec<Self> {
        let handover = |Handover { day, lot, count }: Handover| {
            let lot = &found.terms().lots[lot];
            Self { day, from: id(found, lot.from), lot: lot.name.clone(), count }
        };
        schedule.handovers().map(handover).collect()
    }
}

/// How firmly each side is held in one round.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RoundFound {
    /// The day of the round.
    pub day: f64,
    /// By how much each side prefers going on, at the least, from this round until the next; below zero it would gain by stopping.
    pub slack: ByName<f64>,
    /// How many of each lot are still to come after it.
    pub still_to_come: ByName<u32>,
}

impl RoundFound {
    pub(super) fn all(found: &ExchangePlan, report: &Verification) -> Vec<Self> {
        let round = |round: &detente_exchange::RoundSlack| Self {
            day: round.day,
            slack: by_side(found, |side| round.slack[side.index()]),
            still_to_come: by_lot(found, &round.remaining),
        };
        report.rounds.iter().map(round).collect()
    }
}

/// Where in a round a side decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum MomentPhase {
    /// Before anything is handed over.
    Start,
    /// Immediately before a round.
    Before,
    /// Inside a round: one side has handed over, the other has not.
    BetweenHands,
    /// After a round.
    After,
    /// When everything is handed over and only the pledge is left.
    Complete,
}

impl From<Phase> for MomentPhase {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Start => Self::Start,
            Phase::Before => Self::Before,
            Phase::BetweenHands => Self::BetweenHands,
            Phase::After => Self::After,
            Phase::Complete => Self::Complete,
        }
    }
}

/// What one side faces at one moment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MomentFound {
    /// The day.
    pub day: f64,
    /// The id of the party that decides.
    pub party: String,
    /// By how much it prefers going on; below zero it gains that much by stopping.
    pub slack: f64,
    /// Rounds begun by then: 0 before the first.
    pub round: usize,
    /// Where in the round.
    pub phase: MomentPhase,
    /// How many of each lot are still to come.
    pub still_to_come: ByName<u32>,
}

impl MomentFound {
    pub(super) fn of(found: &ExchangePlan, moment: &Moment) -> Self {
        Self {
            day: moment.day,
            party: id(found, moment.side),
            slack: moment.slack,
            round: moment.round,
            phase: moment.phase.into(),
            still_to_come: by_lot(found, &moment.remaining),
        }
    }
}

/// A schedule, verified moment by moment in the central world.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ScheduleFound {
    /// Its name.
    pub name: String,
    /// The id of the party that hands over first within a round; null when both do at once.
    pub first: Option<String>,
    /// Whether neither side ever gains by stopping, and everything is handed over.
    pub self_enforcing: bool,
    /// The day on which the last is handed over; null if something is left.
    pub complete_on_day: Option<f64>,
    /// The first moment at which a side would gain by stopping; null if there is none.
    pub first_failure: Option<MomentFound>,
    /// The moment of least slack.
    pub weakest_step: MomentFound,
    /// The most that either side could gain by stopping; 0 if neither can.
    pub gain_from_stopping: f64,
    /// How many of each lot are left at the end.
    pub left_behind: ByName<u32>,
    /// Its rounds.
    pub rounds: Vec<RoundFound>,
    /// Its handovers.
    pub schedule: Vec<HandoverOf>,
}

impl ScheduleFound {
    fn of(found: &ExchangePlan, of: &Schedule, report: &Verification) -> Self {
        Self {
            name: of.name.clone(),
            first: of.first.map(|side| id(found, side)),
            self_enforcing: report.self_enforcing,
            complete_on_day: report.complete_on_day,
            first_failure: report.first_failure.as_ref().map(|failure| MomentFound::of(found, failure)),
            weakest_step: MomentFound::of(found, &report.weakest),
            gain_from_stopping: report.epsilon,
            left_behind: by_lot(found, &report.left),
            rounds: RoundFound::all(found, report),
            schedule: HandoverOf::all(found, of),
        }
    }
}

/// The schedule that holds itself most often.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SteadiestFound {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub schedule: ScheduleFound,
    /// How it fares over the draws.
    pub over_draws: ScheduleOverDraws,
}

impl SteadiestFound {
    pub(super) fn of(found: &ExchangePlan, steadiest: &Steadiest) -> Self {
        Self {
            schedule: ScheduleFound::of(found, &steadiest.schedule, &steadiest.verification),
            over_draws: ScheduleOverDraws::of(found, &steadiest.over),
        }
    }
}

/// A schedule that the case proposes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ProposedFound {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub schedule: ScheduleFound,
    /// The guarantee that it takes on each side; null if none is enough.
    pub guarantee_needed: ByName<Option<f64>>,
    /// What each side's last handover takes.
    pub last_handovers: Vec<LastHandoverFound>,
    /// How it fares over the draws.
    pub over_draws: ScheduleOverDraws,
    /// The verdict in a sentence.
    pub words: String,
}

impl ProposedFound {
    pub(super) fn all(found: &ExchangePlan) -> Vec<Self> {
        let each = found.assessment.proposed.iter().zip(&found.proposed);
        each.map(|(proposed, fares)| Self {
            schedule: ScheduleFound::of(found, &proposed.schedule, &proposed.verification),
            guarantee_needed: by_side(found, |side| proposed.guarantee[side.index()]),
            last_handovers: LastHandoverFound::all(found, &proposed.last_handovers),
            over_draws: ScheduleOverDraws::of(found, fares),
            words: proposed.words.clone(),
        })
        .collect()
    }
}

/// What a side's last handover takes: after it nothing of its own is left that the other side would wait for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LastHandoverFound {
    /// The id of the party.
    pub party: String,
    /// The day.
    pub day: f64,
    /// How many of each lot it hands over then.
    pub gives: ByName<u32>,
    /// How many of each of the other's lots are still to come at that moment, those of the same round included.
    pub to_come: ByName<u32>,
    /// The probability, 0 to 1, that it must give to the other's keeping its word; 0 if it would hand over even if war were sure to follow.
    /// Null if no trust is enough.
    pub trust: Option<f64>,
    /// Whether some trust is enough.
    pub possible: bool,
}

impl LastHandoverFound {
    pub(super) fn all(found: &ExchangePlan, handovers: &[LastHandover]) -> Vec<Self> {
        let one = |last: &LastHandover| {
            let trust = match last.trust {
                Trust::NotNeeded => Some(0.0),
                Trust::AtLeast(q) => Some(q),
                Trust::NeverEnough => None,
            };
            Self {
                party: id(found, last.side),
                day: last.day,
                gives: given(found, &last.give),
                to_come: given(found, &last.to_come),
                trust,
                possible: trust.is_some(),
            }
        };
        handovers.iter().map(one).collect()
    }
}
