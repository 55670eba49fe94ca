//! The limits of an exchange: envelope, longest pledge, why nothing holds, how far it carries.

use detente_exchange::{
    EnvelopeDay, ExtensionCourse, ExtensionEnd, LongestPledge, ObstacleKind, Plan, Proof, Rates,
};
use serde::Serialize;

use super::super::{ByName, Interval};
use super::{by_lot, by_side, given, id};
use crate::compose::exchange::{ExchangePlan, Learned, Narrowed};

/// What is proven of the speed of a schedule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FastestProof {
    /// Whether nothing that respects the terms is complete sooner.
    pub fastest: bool,
    /// The earliest day on which any schedule could be complete.
    pub not_before: f64,
}

impl FastestProof {
    pub(super) fn of(plan: &Plan) -> Self {
        match plan.proof {
            Proof::Fastest => Self { fastest: true, not_before: plan.completes_on_day },
            Proof::FastestInWholeLots { not_before } => {
                Self { fastest: not_before >= plan.completes_on_day, not_before }
            }
        }
    }
}

/// The longest pledge that can be held.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LongestPledgeFound {
    /// Its length in whole days; null if no length works.
    pub days: Option<f64>,
    /// What kind of figure that is.
    pub kind: PledgeLengthIs,
}

impl LongestPledgeFound {
    pub(super) fn of(pledge: LongestPledge) -> Self {
        let (days, kind) = match pledge {
            LongestPledge::Days(days) => (Some(days), PledgeLengthIs::Exact),
            LongestPledge::AtLeast(days) => (Some(days), PledgeLengthIs::AtLeast),
            LongestPledge::NotAbove(days) => (Some(days), PledgeLengthIs::NotAbove),
            LongestPledge::None => (None, PledgeLengthIs::None),
        };
        Self { days, kind }
    }
}

/// What kind of figure the length of a longest pledge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum PledgeLengthIs {
    /// So many days.
    Exact,
    /// At least so many, which is as far as is planned.
    AtLeast,
    /// Nothing longer works; how far below the longest lies was not found within the search that is allowed.
    NotAbove,
    /// Not even a pledge of no days.
    None,
}

/// The envelope on one day of the pledge.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EnvelopeOn {
    /// The day.
    pub day: f64,
    /// The fewest of each lot that must still be to come, in fractions; null if all are not enough.
    pub held: Option<ByName<f64>>,
}

impl EnvelopeOn {
    pub(super) fn of(found: &ExchangePlan, day: &EnvelopeDay) -> Self {
        Self { day: day.day, held: day.held.as_ref().map(|held| by_lot(found, held)) }
    }
}

/// The envelope of one side's lots, all together, for one pledge and one guarantee on the other side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EnvelopeVaried {
    /// For how many days calm is pledged.
    pub pledge_days: f64,
    /// The id of the party that the guarantee binds: the one that a pause costs more.
    pub party: String,
    /// What a breach would cost it.
    pub guarantee: f64,
    /// The id of the party that holds the lots back.
    pub held_by: String,
    /// The fewest of them still held, day by day.
    pub held: Vec<HeldOn>,
}

impl EnvelopeVaried {
    pub(super) fn all(found: &ExchangePlan) -> Vec<Self> {
        let variations = &found.variations;
        let lines =
            variations.panels.iter().flat_map(|panel| panel.lines.iter().map(move |line| (panel, line)));
        lines
            .map(|(panel, line)| Self {
                pledge_days: panel.pledge_days,
                party: id(found, variations.bound),
                guarantee: line.guarantee,
                held_by: id(found, variations.bound.other()),
                held: line.held.iter().map(|(day, held)| HeldOn { day: *day, held: *held }).collect(),
            })
            .collect()
    }
}

/// How many must still be held on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct HeldOn {
    /// The day.
    pub day: f64,
    /// How many, in fractions; null if all are not enough.
    pub held: Option<f64>,
}

/// What one unit of guarantee on a side is worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GuaranteeRates {
    /// The id of the party that is bound.
    pub party: String,
    /// People of the other side who need not be held back; null where none are, or nothing helps.
    pub people: Option<f64>,
    /// Days of pledge; null where the pause costs the side nothing.
    pub days: Option<f64>,
    /// Days of pledge for one person more still to come; null likewise.
    pub days_per_person: Option<f64>,
    /// By what what one side holds back lets the other hold back less, and so on (the contraction ratio ρ); null unless the conditions of
    /// both sides bind.
    pub contraction: Option<f64>,
}

impl GuaranteeRates {
    pub(super) fn of(found: &ExchangePlan, rates: &Rates) -> Self {
        Self {
            party: id(found, rates.side),
            people: rates.people,
            days: rates.days,
            days_per_person: rates.days_per_person,
            contraction: rates.contraction,
        }
    }
}

/// The most that either side could gain by stopping in so many equal rounds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct GainByRounds {
    /// How many rounds.
    pub rounds: u32,
    /// The gain; 0 if neither side can gain.
    pub gain: f64,
}

/// Why no schedule holds itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ObstacleFound {
    /// The condition that fails.
    pub kind: ObstacleOf,
    /// The id of the party. Missing with `batches`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub party: Option<String>,
    /// With `would_not_begin` by how much it would lose, with `nothing_at_the_end` what it would gain by stopping, on its own scale. Missing
    /// otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub short_by: Option<f64>,
    /// The day until which that is so. Only with `nothing_at_the_end`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub until_day: Option<f64>,
    /// The day. Only with `deadlock`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub day: Option<f64>,
    /// How many units are left at the end. Only with `too_slow`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub left: Option<u32>,
    /// Whether it is proved that no schedule exists, lots mixed or not.
    pub proved: bool,
    /// In a sentence.
    pub words: String,
    /// The least changes, in sentences, each enough by itself.
    pub least_changes: Vec<String>,
}

impl ObstacleFound {
    pub(super) fn of(found: &ExchangePlan) -> Option<Self> {
        let (obstacle, words) = found.obstacle()?;
        let mut told = Self {
            kind: ObstacleOf::Batches,
            party: None,
            short_by: None,
            until_day: None,
            day: None,
            left: None,
            proved: obstacle.proved,
            words,
            least_changes: found.least_changes(),
        };
        let side = match obstacle.kind {
            ObstacleKind::WouldNotBegin { side, short_by } => {
                (told.kind, told.short_by) = (ObstacleOf::WouldNotBegin, Some(short_by));
                Some(side)
            }
            ObstacleKind::NothingAtTheEnd { side, short_by, until_day } => {
                (told.kind, told.short_by) = (ObstacleOf::NothingAtTheEnd, Some(short_by));
                told.until_day = Some(until_day);
                Some(side)
            }
            ObstacleKind::Deadlock { side, day } => {
                (told.kind, told.day) = (ObstacleOf::Deadlock, Some(day));
                Some(side)
            }
            ObstacleKind::TooSlow { side, left } => {
                (told.kind, told.left) = (ObstacleOf::TooSlow, Some(left));
                Some(side)
            }
            ObstacleKind::Batches => None,
        };
        told.party = side.map(|side| id(found, side));
        Some(told)
    }
}

/// The condition that no schedule meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ObstacleOf {
    /// The party would not begin: all that it has to give and forgo is worth more to it than all that it would receive.
    WouldNotBegin,
    /// With everything handed over, nothing would hold the party.
    NothingAtTheEnd,
    /// On a day the party would stop even with everything of the other's still to come: each waits for the other.
    Deadlock,
    /// Both could be kept going, but the party cannot hand over fast enough for the pledge.
    TooSlow,
    /// No batches of the sizes allowed lead to the end.
    Batches,
}

/// How far the rule of extension carries.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExtensionFound {
    /// The day on which calm ends.
    pub ends_on_day: f64,
    /// Why it goes no further.
    pub because: ExtensionEnds,
    /// The extensions, in their order.
    pub tranches: Vec<TrancheFound>,
}

impl ExtensionFound {
    pub(super) fn of(found: &ExchangePlan, course: &ExtensionCourse) -> Self {
        let because = match course.because {
            ExtensionEnd::TooFewLeft { left } => ExtensionEnds::TooFewLeft { left },
            ExtensionEnd::NothingInReturn => ExtensionEnds::NothingInReturn,
            ExtensionEnd::WouldNotGain { side, short_by } => {
                ExtensionEnds::WouldNotGain { party: id(found, side), short_by }
            }
            ExtensionEnd::Limit => ExtensionEnds::Limit,
        };
        let tranches = course.tranches.iter().map(|tranche| TrancheFound {
            day: tranche.day,
            gives: given(found, &tranche.give),
            gain: by_side(found, |side| tranche.gain[side.index()]),
        });
        Self { ends_on_day: course.ends_on_day, because, tranches: tranches.collect() }
    }
}

/// Why extensions end.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ExtensionEnds {
    /// Fewer people are left of the lots named than one extension takes.
    TooFewLeft {
        /// How many are left.
        left: u32,
    },
    /// Fewer are left of what goes in return.
    NothingInReturn,
    /// A side would not gain by another one.
    WouldNotGain {
        /// The id of the party.
        party: String,
        /// By how much it would lose, on its own scale.
        short_by: f64,
    },
    /// No more days may be added.
    Limit,
}

/// One extension.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TrancheFound {
    /// The day on which it begins.
    pub day: f64,
    /// How many of each lot are handed over for it, both ways.
    pub gives: ByName<u32>,
    /// What each side gains by it, on its own scale.
    pub gain: ByName<f64>,
}

/// What the steps that were observed tell about the figures of the case.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LearnedFromSteps {
    /// The steps that no figures within the ranges of the case explain, in sentences; null if the steps can be explained.
    pub contradiction: Option<Vec<String>>,
    /// What is left of the ranges; empty in a contradiction.
    pub ranges: Vec<FigureNarrowed>,
}

impl LearnedFromSteps {
    pub(super) fn of(learned: &Learned) -> Self {
        match learned {
            Learned::Contradiction(steps) => Self { contradiction: Some(steps.clone()), ranges: Vec::new() },
            Learned::Ranges(ranges) => {
                Self { contradiction: None, ranges: ranges.iter().map(FigureNarrowed::of).collect() }
            }
        }
    }
}

/// What is left of the range of a figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FigureNarrowed {
    /// The figure, by its path in the case file.
    pub figure: String,
    /// The range that the case states.
    pub before: Interval,
    /// The part of it that explains the steps.
    pub after: Interval,
}

impl FigureNarrowed {
    fn of(narrowed: &Narrowed) -> Self {
        Self {
            figure: narrowed.path.clone(),
            before: [narrowed.before.0, narrowed.before.1],
            after: [narrowed.after.0, narrowed.after.1],
        }
    }
}
