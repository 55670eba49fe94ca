//! The exchange over the draws.

use detente_exchange::{FailingStep, ScheduleOverWorlds};
use detente_model::Band;
use serde::Serialize;

use super::super::{ByName, Probability, SpreadKnown};
use super::{MomentPhase, by_side, id};
use crate::compose::exchange::ExchangePlan;

/// The figures of the exchange over the draws.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExchangeOverDraws {
    /// The day on which the fastest schedule of a world is complete; null if no world has one.
    pub complete_on_day: Option<SpreadKnown>,
    /// How many of each side's lots it still holds after the first handover of that schedule; null if no world has one.
    pub held_after_first: ByName<Option<SpreadKnown>>,
    /// The guarantee needed on each side; null if in no world one on that side alone is enough.
    pub guarantee_needed: ByName<Option<SpreadKnown>>,
    /// The longest pledge in days; null if in no world any length works.
    pub longest_pledge_days: Option<SpreadKnown>,
    /// The least slack of the schedule planned in the central world, by side; null if there is none.
    pub weakest_slack: ByName<Option<SpreadKnown>>,
    /// The trust, 0 to 1, that each side's last handover in that schedule takes; null if there is none, or no trust is enough in any world.
    pub trust_needed: ByName<Option<SpreadKnown>>,
    /// In how many worlds no trust is enough for it.
    pub no_trust_enough: ByName<u64>,
}

impl ExchangeOverDraws {
    pub(super) fn of(found: &ExchangePlan) -> Self {
        let over = &found.over;
        let sides = |bands: [Option<Band>; 2]| by_side(found, |side| bands[side.index()].map(Into::into));
        Self {
            complete_on_day: over.complete_on_day.map(Into::into),
            held_after_first: sides(over.held_after_first),
            guarantee_needed: sides(over.guarantee_needed),
            longest_pledge_days: over.longest_pledge_days.map(Into::into),
            weakest_slack: sides(over.weakest_slack),
            trust_needed: sides(over.trust_needed),
            no_trust_enough: by_side(found, |side| over.no_trust_enough[side.index()]),
        }
    }
}

/// How one schedule fares over the draws.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ScheduleOverDraws {
    /// In which share of the worlds it holds itself.
    pub holds: Probability,
    /// Where it fails first, the most frequent first.
    pub fails_at: Vec<FailsAt>,
    /// Its least slack for each side; null if it was tried in no world.
    pub weakest_slack: ByName<Option<SpreadKnown>>,
}

impl ScheduleOverDraws {
    pub(super) fn of(found: &ExchangePlan, over: &ScheduleOverWorlds) -> Self {
        Self {
            holds: over.holds.into(),
            fails_at: FailsAt::all(found, &over.fails_at),
            weakest_slack: by_side(found, |side| over.weakest_slack[side.index()].map(Into::into)),
        }
    }
}

/// A moment at which a schedule fails first in some worlds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FailsAt {
    /// The day.
    pub day: f64,
    /// The round after which, or in which, it fails; 0 before the first.
    pub round: usize,
    /// Where in the round.
    pub phase: MomentPhase,
    /// The id of the party that would gain by stopping.
    pub party: String,
    /// In which share of the worlds this is the first failure.
    pub share: Probability,
    /// What the party would gain by stopping, in these worlds.
    pub gain: SpreadKnown,
}

impl FailsAt {
    pub(super) fn all(found: &ExchangePlan, steps: &[FailingStep]) -> Vec<Self> {
        let one = |step: &FailingStep| Self {
            day: step.day,
            round: step.round,
            phase: step.phase.into(),
            party: id(found, step.side),
            share: step.share.into(),
            gain: step.gain.into(),
        };
        steps.iter().map(one).collect()
    }
}
