//! What would make a wanted state hold.

use detente_stability::{Measure, State};
use serde::Serialize;

use super::{id, numbers};
use crate::compose::standstill::{Standstill, Wanted};

/// What would make a state hold sequentially.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WantedFound {
    /// The state.
    pub state: Option<usize>,
    /// The least change of preferences.
    pub preferences: PreferencesChanged,
    /// The least that a third party could bring about: every set of the smallest size that works. One empty set if nothing is needed.
    pub measures: Vec<Vec<MeasureFound>>,
    /// Whether every set up to that size was tried.
    pub measures_complete: bool,
}

impl WantedFound {
    pub(super) fn of(found: &Standstill, wanted: &Wanted) -> Self {
        let change = &wanted.change;
        let lifts = change.lifts.iter().map(|lift| StateLifted {
            party: id(found, lift.party),
            above: numbers(found, lift.above.iter().copied()),
            pairs: lift.pairs,
        });
        let releases = wanted.releases.releases.iter();
        Self {
            state: found.graph.number(wanted.state),
            preferences: PreferencesChanged {
                pairs: change.pairs,
                lifts: lifts.collect(),
                reachable: change.reachable,
            },
            measures: releases
                .map(|release| release.measures.iter().map(|m| MeasureFound::of(found, m)).collect())
                .collect(),
            measures_complete: wanted.releases.complete,
        }
    }
}

/// The least change of preferences that makes a state hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PreferencesChanged {
    /// How many pairs of states are ranked the other way round, over all parties.
    pub pairs: usize,
    /// Who would have to see the state otherwise; empty when it holds already.
    pub lifts: Vec<StateLifted>,
    /// Whether moves lead to the state from the status quo; null without one.
    pub reachable: Option<bool>,
}

/// A wanted state that rises in a party's ranking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StateLifted {
    /// The id of the party.
    pub party: String,
    /// The state would have to be preferred to these, the best of those it passes.
    pub above: Vec<usize>,
    /// How many pairs of states are ranked the other way round.
    pub pairs: usize,
}

/// Something that a third party could bring about. `move` is the id of a move of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum MeasureFound {
    /// A move, once made, cannot be taken back.
    Bind {
        /// The move.
        #[serde(rename = "move")]
        of: Option<String>,
    },
    /// A move cannot be made any more.
    Bar {
        /// The move.
        #[serde(rename = "move")]
        of: Option<String>,
    },
    /// A move that could not be taken back now can be.
    AllowTakingBack {
        /// The move.
        #[serde(rename = "move")]
        of: Option<String>,
    },
    /// A move that could not be made now can be.
    AllowMaking {
        /// The move.
        #[serde(rename = "move")]
        of: Option<String>,
    },
    /// A state becomes impossible.
    RuleOut {
        /// The state.
        state: Option<usize>,
    },
    /// A party can no longer go from one state to another.
    Close {
        /// The id of the party.
        party: String,
        /// From this state.
        from: Option<usize>,
        /// To this state.
        to: Option<usize>,
    },
    /// A party can go from one state to another.
    Open {
        /// The id of the party.
        party: String,
        /// From this state.
        from: Option<usize>,
        /// To this state.
        to: Option<usize>,
    },
}

impl MeasureFound {
    fn of(found: &Standstill, measure: &Measure) -> Self {
        let the_move = |index: usize| found.case.moves.get(index).map(|m| m.id.clone());
        let number = |state: State| found.graph.number(state);
        match *measure {
            Measure::Bind { choice } => Self::Bind { of: the_move(choice) },
            Measure::Bar { choice } => Self::Bar { of: the_move(choice) },
            Measure::AllowTakingBack { choice } => Self::AllowTakingBack { of: the_move(choice) },
            Measure::AllowMaking { choice } => Self::AllowMaking { of: the_move(choice) },
            Measure::RuleOut { state } => Self::RuleOut { state: number(state) },
            Measure::Close { party, from, to } => {
                Self::Close { party: id(found, party), from: number(from), to: number(to) }
            }
            Measure::Open { party, from, to } => {
                Self::Open { party: id(found, party), from: number(from), to: number(to) }
            }
        }
    }
}
