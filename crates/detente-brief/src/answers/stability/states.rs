//! The states of a conflict, one by one.

use detente_stability::{Concept, EquilibriumLikelihood, Route, State, UnknownType};
use serde::Serialize;

use super::super::{ByName, Probability};
use super::{WantedFound, id, numbers, steps};
use crate::compose::standstill::{DespiteUnknown, Prospect, Standstill};

/// A state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StateDescribed {
    /// Its number.
    pub id: Option<usize>,
    /// In words.
    pub text: String,
    /// Which moves are made in it, by their ids. Missing where the case states its states as such.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub moves: Option<ByName<bool>>,
}

impl StateDescribed {
    pub(super) fn of(found: &Standstill, state: State) -> Self {
        let made = found.case.moves.iter().enumerate();
        let made = made.map(|(bit, m)| (m.id.clone(), state.code() >> bit & 1 == 1));
        Self {
            id: found.graph.number(state),
            text: found.graph.describe(state),
            moves: found.graph.has_options().then(|| made.collect()),
        }
    }
}

/// Whether a party would stay in a state. A sense is null where it needs moves that the case does not state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StateVerdict {
    /// The state.
    pub state: Option<usize>,
    /// The id of the party.
    pub party: String,
    /// It has no improvement.
    pub nash: Option<bool>,
    /// Every improvement could be answered.
    pub gmr: Option<bool>,
    /// Every improvement could be answered, without escape.
    pub smr: Option<bool>,
    /// Every improvement could be answered credibly.
    pub seq: Option<bool>,
    /// Every improvement could go wrong because others improve at once.
    pub sim: Option<bool>,
    /// By how many ranks in preference it is sequentially stable, or below zero misses it; null in conflicts of more than 256 states, and where
    /// preferences are not ranked.
    pub margin: Option<i64>,
}

impl StateVerdict {
    pub(super) fn of(found: &Standstill, state: State, party: usize) -> Self {
        let stable = |concept| found.stability.is_stable(state, party, concept);
        Self {
            state: found.graph.number(state),
            party: id(found, party),
            nash: stable(Concept::Nash),
            gmr: stable(Concept::GeneralMetarational),
            smr: stable(Concept::SymmetricMetarational),
            seq: stable(Concept::Sequential),
            sim: stable(Concept::Simultaneous),
            margin: found.margin(state, party, Concept::Sequential),
        }
    }
}

/// The conflict as the parties see it, some states being hidden from some.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PerceivedFound {
    /// The states that a party does not see, by its id; parties that see everything are left out.
    pub hidden: ByName<Vec<usize>>,
    /// The states that everyone would stay in as it sees things, by sense; a sense that needs moves which the case does not state is left out.
    pub equilibria: ByName<Vec<usize>>,
}

/// What holds whatever is unknown about the preferences, if everyone takes it in one manner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DespiteUnknownFound {
    /// Whether they move towards what they do not know to be better.
    pub drawn_to_it: bool,
    /// Whether what they do not know to be worse holds them back.
    pub held_back_by_it: bool,
    /// The states that hold then, by sense.
    pub equilibria: ByName<Vec<usize>>,
}

impl DespiteUnknownFound {
    pub(super) fn of(found: &Standstill, despite: &DespiteUnknown) -> Self {
        let (drawn_to_it, held_back_by_it) = match despite.by {
            UnknownType::A => (true, false),
            UnknownType::B => (false, false),
            UnknownType::C => (true, true),
            UnknownType::D => (false, true),
        };
        let holds = (despite.holds.iter())
            .map(|(concept, set)| (concept.word().to_owned(), numbers(found, set.iter())));
        Self { drawn_to_it, held_back_by_it, equilibria: holds.collect() }
    }
}

/// How likely states are to hold, preferences in doubt being drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LikelihoodFound {
    /// How often preferences were drawn.
    pub draws: usize,
    /// The states.
    pub states: Vec<StateLikelihood>,
}

impl LikelihoodFound {
    pub(super) fn of(found: &Standstill, likelihood: &EquilibriumLikelihood) -> Self {
        let states = likelihood.states.iter().map(|&state| {
            let share = |concept| likelihood.share(state, concept).map(Into::into);
            StateLikelihood {
                state: found.graph.number(state),
                nash: share(Concept::Nash),
                gmr: share(Concept::GeneralMetarational),
                smr: share(Concept::SymmetricMetarational),
                seq: share(Concept::Sequential),
                sim: share(Concept::Simultaneous),
            }
        });
        Self { draws: likelihood.draws(), states: states.collect() }
    }
}

/// In which share of the draws a state holds for everyone. A sense is null where it needs moves that the case does not state.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StateLikelihood {
    /// The state.
    pub state: Option<usize>,
    /// Nobody has an improvement.
    pub nash: Option<Probability>,
    /// Every improvement could be answered.
    pub gmr: Option<Probability>,
    /// Every improvement could be answered, without escape.
    pub smr: Option<Probability>,
    /// Every improvement could be answered credibly.
    pub seq: Option<Probability>,
    /// Every improvement could go wrong because others improve at once.
    pub sim: Option<Probability>,
}

/// A state that all would like no less than the status quo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ProspectFound {
    /// The state.
    pub state: Option<usize>,
    /// Whether everyone would stay in it.
    pub holds: bool,
    /// How each party would look at the day after.
    pub day_after: Vec<ViewFound>,
    /// What would make it hold; null when it holds, and in conflicts too large to search unasked.
    pub keeps: Option<WantedFound>,
}

impl ProspectFound {
    pub(super) fn of(found: &Standstill, prospect: &Prospect) -> Self {
        let views = prospect.views.iter().map(|view| ViewFound {
            party: id(found, view.verdict.party),
            stays: view.leaves.is_none(),
            moves_to: view.leaves.and_then(|to| found.graph.number(to)),
            because: view.sentence(&found.graph),
        });
        Self {
            state: found.graph.number(prospect.state),
            holds: prospect.holds(),
            day_after: views.collect(),
            keeps: prospect.keeps.as_ref().map(|wanted| WantedFound::of(found, wanted)),
        }
    }
}

/// How a party would look at the day after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ViewFound {
    /// The id of the party.
    pub party: String,
    /// Whether it would stay.
    pub stays: bool,
    /// The state to which it would move: of those that nothing holds it back from, the best for it. Null when it would stay.
    pub moves_to: Option<usize>,
    /// Why, in a sentence.
    pub because: String,
}

/// The shortest ways from the status quo to a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StatePath {
    /// The state.
    pub state: Option<usize>,
    /// By any moves; null if none lead there.
    pub by_moves: Option<Vec<StateStep>>,
    /// By moves that each improve things for whoever makes them; null if none lead there.
    pub by_improvements: Option<Vec<StateStep>>,
    /// The ids of the parties that would have to begin.
    pub first_movers: Vec<String>,
}

impl StatePath {
    pub(super) fn of(found: &Standstill, route: &Route) -> Self {
        Self {
            state: found.graph.number(route.target),
            by_moves: route.by_moves.as_ref().map(|path| steps(found, path)),
            by_improvements: route.by_improvements.as_ref().map(|path| steps(found, path)),
            first_movers: route.first_movers().into_iter().map(|party| id(found, party)).collect(),
        }
    }
}

/// One move on a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StateStep {
    /// The id of the party that moves.
    pub party: String,
    /// The state that this leads to.
    pub to: Option<usize>,
}
