//! The exchange from the day that is looked at.

use detente_exchange::{Planned, Side, in_words};
use detente_watch::{Borne, BorneOver, ExchangeFromHere, StopOver};
use serde::Serialize;

use super::super::{ByName, MomentPhase, Probability, Spread};
use super::written;
use crate::compose::watch::WatchDay;

/// The exchange from the day that is looked at: what is still to come goes as it was promised, what should have come by now goes on the next day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ExchangeWatched {
    /// Days since the pledge began; below zero before.
    pub days_since: f64,
    /// Days that are left of the pledge, in the central world.
    pub pledge_days_left: f64,
    /// What is still to come, by day, in order.
    pub still_to_come: Vec<StillToCome>,
    /// For each side by how much it gains by going on now in the central world, on its own scale; below zero it gains that much by stopping.
    pub gain_now: ByName<f64>,
    /// In which share of the worlds each side gains by going on now, or loses nothing.
    pub goes_on_now: ByName<Probability>,
    /// In which share nobody gains by stopping to the end.
    pub to_the_end: Probability,
    /// Where somebody would first gain by stopping, most frequent first.
    pub stops: Vec<StopsAt>,
    /// The largest delay of all that is still to come that is borne.
    pub delay: DelayBorne,
    /// The exchange planned anew from here in the central world: the fastest schedule of all that is left under which nobody gains by stopping; empty if
    /// there is none, or if the pledge has run out.
    pub planned_anew: Vec<StillToCome>,
    /// Why there is none, in a sentence; null if there is one, or if the pledge has run out.
    pub obstacle: Option<String>,
    /// In which share of the worlds some schedule from here on would hold itself; null if the pledge has run out.
    pub some_schedule: Option<Probability>,
}

impl ExchangeWatched {
    pub(super) fn of(found: &WatchDay, exchange: &ExchangeFromHere) -> Self {
        let terms = &exchange.terms;
        let id = |side: Side| {
            let party = terms.side(side).party.map(|id| found.case.party(id).id.clone());
            party.unwrap_or_else(|| terms.side(side).name.clone())
        };
        let coming = |schedule: &detente_exchange::Schedule| {
            let each = schedule.handovers().map(|handover| StillToCome {
                day: found.date(handover.day).map(written),
                lot: terms.lots[handover.lot].name.clone(),
                from: id(terms.lots[handover.lot].from),
                count: handover.count,
            });
            each.collect::<Vec<_>>()
        };
        let (planned_anew, obstacle) = match &exchange.anew {
            Some(Planned::Found(plan)) => (coming(&plan.schedule), None),
            Some(planned @ Planned::None(_)) => (Vec::new(), Some(in_words(terms, planned))),
            None => (Vec::new(), None),
        };
        Self {
            days_since: exchange.course.now,
            pledge_days_left: terms.pledge_days,
            still_to_come: coming(&exchange.course.schedule_from_here("", |_| 0.0)),
            gain_now: Side::BOTH
                .map(|side| (id(side), exchange.central.now[side.index()]))
                .into_iter()
                .collect(),
            goes_on_now: Side::BOTH
                .map(|side| (id(side), exchange.goes_on_now[side.index()].into()))
                .into_iter()
                .collect(),
            to_the_end: exchange.to_the_end.into(),
            stops: exchange.stops.iter().map(|stop| StopsAt::of(found, stop, id(stop.side))).collect(),
            delay: DelayBorne::of(&exchange.delay),
            planned_anew,
            obstacle,
            some_schedule: exchange.some_way.map(Into::into),
        }
    }
}

/// So many of a lot that are to go on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StillToCome {
    /// The day; null if it lies beyond the calendar.
    pub day: Option<String>,
    /// The lot.
    pub lot: String,
    /// Who hands over.
    pub from: String,
    /// How many.
    pub count: u32,
}

/// A step at which somebody would first gain by stopping.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StopsAt {
    /// The party.
    pub party: String,
    /// The day: the earliest over the worlds; null if it lies beyond the calendar.
    pub day: Option<String>,
    /// How many days of handover that are still to come are over by then.
    pub round: usize,
    /// Where in that day's handover.
    pub phase: MomentPhase,
    /// The same in words.
    pub when: String,
    /// In which share of the worlds it is the first.
    pub share: Probability,
    /// What the party would gain where it would, on its own scale.
    pub gain: Spread,
}

impl StopsAt {
    fn of(found: &WatchDay, stop: &StopOver, party: String) -> Self {
        Self {
            party,
            day: found.date(stop.day).map(written),
            round: stop.round,
            phase: stop.phase.into(),
            when: found.when(stop),
            share: stop.share.into(),
            gain: stop.gain.into(),
        }
    }
}

/// What delay is borne without anybody gaining by stopping.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DelayBorne {
    /// In the central world: whole days, each delay up to it being borne; null if somebody gains by stopping as it is, or if any delay is borne.
    pub days: Option<u32>,
    /// Whether any delay is borne in the central world.
    pub any: bool,
    /// In which share of the worlds nobody gains by stopping as it is.
    pub as_it_is: Probability,
    /// In which share of them any delay is borne.
    pub any_share: Probability,
    /// Days that are borne in the others of these worlds; null if there are none.
    pub over_worlds: Option<Spread>,
}

impl DelayBorne {
    pub(super) fn of(delay: &BorneOver) -> Self {
        Self {
            days: match delay.central {
                Borne::Days(days) => Some(days),
                Borne::Any | Borne::NotAsItIs => None,
            },
            any: delay.central == Borne::Any,
            as_it_is: delay.as_it_is.into(),
            any_share: delay.any.into(),
            over_worlds: delay.days.map(Into::into),
        }
    }
}
