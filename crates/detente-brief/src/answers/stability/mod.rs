//! `stability`: why the conflict rests where it does.

mod inverse;
mod states;

use detente_stability::{Concept, State, StateSet, Step};
use serde::Serialize;

pub use inverse::{MeasureFound, PreferencesChanged, StateLifted, WantedFound};
pub use states::{
    DespiteUnknownFound, LikelihoodFound, PerceivedFound, ProspectFound, StateDescribed, StateLikelihood,
    StatePath, StateStep, StateVerdict, ViewFound,
};

use super::{ByName, CaseNamed};
use crate::compose::standstill::{Standstill, Wanted};

/// What `detente stability CASE --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StabilityAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The conflict.
    pub stability: StabilityFound,
}

impl StabilityAnswer {
    /// The answer about a conflict, with what would make a wanted state hold and with the reasons of the verdicts on one state, where
    /// these were asked for.
    pub fn of(found: &Standstill, wanted: Option<&Wanted>, explained: Option<Vec<Vec<String>>>) -> Self {
        Self { case: CaseNamed::of(&found.case), stability: StabilityFound::of(found, wanted, explained) }
    }
}

/// Why the conflict rests where it does: who could move, who would, who would answer.
///
/// States go by their number, the same everywhere. A sense in which a state can hold goes by its word: `nash` (no improvement), `gmr` (every
/// improvement could be answered), `smr` (every improvement could be answered, without escape), `seq` (every improvement could be answered
/// credibly), `sim` (every improvement could go wrong because others improve at once).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct StabilityFound {
    /// The ids of the parties.
    pub parties: Vec<String>,
    /// How many states are feasible.
    pub state_count: usize,
    /// The states; empty in conflicts of more than 1,000.
    pub states: Vec<StateDescribed>,
    /// The state in which things stand; null if the case names none.
    pub status_quo: Option<usize>,
    /// The states that hold for everyone, by sense; null where the sense needs moves that the case does not state.
    pub equilibria: ByName<Option<Vec<usize>>>,
    /// The same against those who prefer strongly, by sense; null where nobody prefers anything strongly.
    pub strong_equilibria: Option<ByName<Vec<usize>>>,
    /// The conflict as the parties see it; null where everyone sees everything.
    pub perceived: Option<PerceivedFound>,
    /// What holds whatever is unknown about the preferences; empty where nothing is.
    pub despite_unknown: Vec<DespiteUnknownFound>,
    /// How likely each state is to hold; null where no preference is in doubt, and in conflicts of more than 1,000 states.
    pub likelihood: Option<LikelihoodFound>,
    /// Where the conflict would come to rest; empty where improvements lead to no state that holds. Null without a status quo, and with
    /// more than 1,000 states that hold.
    pub rests: Option<Vec<usize>>,
    /// The states that all would like no less than the status quo, with how each party would look at the day after.
    pub prospects: Vec<ProspectFound>,
    /// What was worked out for a conflict of this size.
    pub complete: WorkedOut,
    /// The states that each party would stay in sequentially or simultaneously.
    pub sequential_or_simultaneous: Vec<usize>,
    /// The states that hold against every coalition, by sense: `cr`, `cgmr`, `csmr`, `cseq`. Empty in conflicts too large for it.
    pub coalitional_equilibria: ByName<Vec<usize>>,
    /// The coalitions that the case allows, by the ids of their members.
    pub coalitions: Vec<Vec<String>>,
    /// The verdict on each state for each party; empty in conflicts of more than 1,000 states.
    pub verdicts: Vec<StateVerdict>,
    /// From the status quo to each state that holds in some sense.
    pub paths: Vec<StatePath>,
    /// With `--want`: what would make that state hold; null otherwise.
    pub wanted: Option<WantedFound>,
    /// Only with `--explain`: every verdict on that state in sentences, one list for each party and sense.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub explained: Option<Vec<Vec<String>>>,
}

impl StabilityFound {
    pub(super) fn of(
        found: &Standstill,
        wanted: Option<&Wanted>,
        explained: Option<Vec<Vec<String>>>,
    ) -> Self {
        let graph = &found.graph;
        let listed_states = || graph.states().filter(|_| found.is_listed());
        let strong = by_sense(found, |concept| found.stability.strong_equilibria(concept));
        let hidden = (0..graph.parties())
            .filter_map(|party| Some((id(found, party), numbers(found, graph.hidden_from(party)?.iter()))));
        let coalitional = (found.against_coalitions.iter())
            .map(|(concept, set)| (concept.word().to_owned(), numbers(found, set.iter())));
        let coalitions = (graph.coalitions().iter())
            .map(|coalition| coalition.members().into_iter().map(|party| id(found, party)).collect());
        Self {
            parties: (0..graph.parties()).map(|party| id(found, party)).collect(),
            state_count: graph.len(),
            states: listed_states().map(|state| StateDescribed::of(found, state)).collect(),
            status_quo: graph.status_quo().and_then(|state| graph.number(state)),
            equilibria: (Concept::ALL.into_iter())
                .map(|concept| (concept.word().to_owned(), found.equilibria(concept)))
                .collect(),
            strong_equilibria: (!strong.is_empty()).then_some(strong),
            perceived: found.perceived.as_ref().map(|seen| PerceivedFound {
                hidden: hidden.collect(),
                equilibria: by_sense(found, |concept| seen.equilibria(concept)),
            }),
            despite_unknown: (found.despite_unknown.iter())
                .map(|despite| DespiteUnknownFound::of(found, despite))
                .collect(),
            likelihood: found.likelihood.as_ref().map(|likelihood| LikelihoodFound::of(found, likelihood)),
            rests: found.rests.as_ref().map(|rests| numbers(found, rests.iter().copied())),
            prospects: found.prospects.iter().map(|each| ProspectFound::of(found, each)).collect(),
            complete: WorkedOut::of(found),
            sequential_or_simultaneous: found.sequential_or_simultaneous(),
            coalitional_equilibria: coalitional.collect(),
            coalitions: coalitions.collect(),
            verdicts: listed_states()
                .flat_map(|state| (0..graph.parties()).map(move |party| (state, party)))
                .map(|(state, party)| StateVerdict::of(found, state, party))
                .collect(),
            paths: found.routes.iter().map(|route| StatePath::of(found, route)).collect(),
            wanted: wanted.map(|wanted| WantedFound::of(found, wanted)),
            explained,
        }
    }
}

/// What was worked out; what takes too long in a large conflict is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[allow(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub struct WorkedOut {
    /// Whether every state is listed, with verdicts, likelihoods and prospects.
    pub states: bool,
    /// Whether the paths to the states that hold were looked for, if there is a status quo.
    pub paths: bool,
    /// Whether margins were worked out.
    pub margins: bool,
    /// Whether coalitions were gone through.
    pub coalitions: bool,
}

impl WorkedOut {
    fn of(found: &Standstill) -> Self {
        Self {
            states: found.is_listed(),
            paths: found.graph.status_quo().is_none() || !found.routes.is_empty() || found.rests.is_some(),
            margins: found.is_weighed(),
            coalitions: !found.against_coalitions.is_empty(),
        }
    }
}

/// The id of a party of the graph.
fn id(found: &Standstill, party: usize) -> String {
    found.party(party).map(|party| party.id.clone()).unwrap_or_default()
}

/// States by their numbers.
fn numbers(found: &Standstill, states: impl Iterator<Item = State>) -> Vec<usize> {
    states.filter_map(|state| found.graph.number(state)).collect()
}

/// The states of a set for each sense in which there is one.
fn by_sense(found: &Standstill, sets: impl Fn(Concept) -> Option<StateSet>) -> ByName<Vec<usize>> {
    let one = |concept: Concept| Some((concept.word().to_owned(), numbers(found, sets(concept)?.iter())));
    Concept::ALL.into_iter().filter_map(one).collect()
}

fn steps(found: &Standstill, steps: &[Step]) -> Vec<StateStep> {
    let step = |step: &Step| StateStep { party: id(found, step.party), to: found.graph.number(step.to) };
    steps.iter().map(step).collect()
}
