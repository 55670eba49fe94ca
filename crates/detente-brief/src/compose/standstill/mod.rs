//! Why the conflict rests where it does: the graph model, run over the conflict of a case.

mod account;
mod doubt;
mod moves;
mod naming;
mod prospect;

use std::sync::Arc;

use detente_model::{Case, Party, Progress, Worlds};
use detente_stability::{
    CoalitionConcept, Concept, ConflictGraph, EquilibriumLikelihood, Perceived, PreferenceChange, Releases,
    Route, Stability, StabilityError, State, StateSet, coalitional_equilibria, explain, least_measures,
    least_preference_change, margin, routes,
};

pub use account::{ProspectAccount, StandstillAccount};
pub use doubt::DespiteUnknown;
pub use moves::ConflictMove;
pub use naming::NamingError;
pub use prospect::{Prospect, View};

/// Above so many states they are counted and no longer listed one by one.
pub const MOST_LISTED: usize = 1_000;
/// Above so many states a margin is not worked out for every verdict, nor every coalition gone through.
const MOST_WEIGHED: usize = 256;
/// Measures that are looked for together.
const MOST_MEASURES: usize = 2;

/// The conflict of a case and what holds it.
#[derive(Debug, Clone)]
pub struct Standstill {
    /// The case it is about.
    pub case: Arc<Case>,
    /// Who can move where, and who prefers what.
    pub graph: ConflictGraph,
    /// Which states hold, for whom and in which sense.
    pub stability: Stability,
    /// From the status quo to each state that holds in some sense; empty without a status quo or with more than
    /// [`MOST_LISTED`] such states.
    pub routes: Vec<Route>,
    /// The states that hold against every coalition; empty for conflicts too large for it.
    pub against_coalitions: Vec<(CoalitionConcept, StateSet)>,
    /// Where the conflict would come to rest; empty where improvements lead to no state that holds, `None` where that is
    /// not known: without a status quo, or with more than [`MOST_LISTED`] states that hold.
    pub rests: Option<Vec<State>>,
    /// The states that all would like no less than that, and how each would look at the day after.
    pub prospects: Vec<Prospect>,
    /// How likely each state is to hold, over the draws; `None` where no preference is in doubt, and in conflicts with
    /// more than [`MOST_LISTED`] states.
    pub likelihood: Option<EquilibriumLikelihood>,
    /// What holds whatever is unknown about the preferences; empty where nothing is.
    pub despite_unknown: Vec<DespiteUnknown>,
    /// The conflict as each party sees it; `None` where everyone sees everything.
    pub perceived: Option<Perceived>,
}

/// What would make a wanted state hold sequentially.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The state.
    pub state: State,
    /// The least change of preferences.
    pub change: PreferenceChange,
    /// The least that a third party could bring about.
    pub releases: Releases,
}

impl Standstill {
    /// Looks at the conflict of a case; `None` if the case has none. Preferences in doubt are drawn `draws` times; `progress` is
    /// told of each draw.
    ///
    /// # Errors
    /// If the conflict does not hang together; see [`StabilityError`].
    pub fn of(worlds: &Worlds, draws: u64, progress: &Arc<Progress>) -> Result<Option<Self>, StabilityError> {
        let case = worlds.case();
        let Some(graph) = ConflictGraph::from_case_watched(case, progress)? else { return Ok(None) };
        let stability = Stability::of(&graph);
        let small = graph.len() <= MOST_WEIGHED && graph.parties() <= detente_stability::MOST_IN_COALITIONS;
        let mut against_coalitions = Vec::new();
        for concept in CoalitionConcept::ALL.into_iter().filter(|_| small) {
            against_coalitions.push((concept, coalitional_equilibria(&graph, concept)?));
        }
        let holds = |state: &State| {
            Concept::ALL.iter().any(|c| stability.equilibria(*c).is_some_and(|set| set.contains(*state)))
        };
        let targets: Vec<State> = if graph.len() <= MOST_WEIGHED {
            graph.states().filter(holds).collect()
        } else {
            stability.equilibria(Concept::Sequential).map(|set| set.iter().collect()).unwrap_or_default()
        };
        let routes = match graph.status_quo() {
            Some(_) if targets.len() <= MOST_LISTED => routes(&graph, &targets)?,
            _ => Vec::new(),
        };
        let likelihood = if graph.len() <= MOST_LISTED {
            EquilibriumLikelihood::of(worlds, draws as usize, progress)?
        } else {
            None
        };
        let mut found = Self {
            case: Arc::clone(case),
            stability,
            routes,
            against_coalitions,
            rests: None,
            prospects: Vec::new(),
            likelihood,
            despite_unknown: doubt::despite_unknown(&graph)?,
            perceived: graph.has_hidden().then(|| Perceived::of(&graph)).transpose()?,
            graph,
        };
        found.rests = prospect::resting(&found);
        if found.graph.len() <= MOST_LISTED {
            found.prospects = prospect::prospects(&found)?;
        }
        // Whoever asks more of it later is not whoever waited for it now.
        found.graph = found.graph.unwatched();
        Ok(Some(found))
    }

    /// Whether everything is worked out that is worked out for small conflicts: every state listed with its verdicts,
    /// likelihoods and prospects.
    pub fn is_listed(&self) -> bool {
        self.graph.len() <= MOST_LISTED
    }

    /// Whether margins and coalitions are worked out as well.
    pub fn is_weighed(&self) -> bool {
        self.graph.len() <= MOST_WEIGHED
    }

    /// The states to show, with the senses in which each holds for everyone: all of up to `most` states, else the first that
    /// hold in some sense.
    pub fn shortlist(&self, most: usize) -> Vec<(State, Vec<Concept>)> {
        let held: Vec<(Concept, StateSet)> = Concept::ALL
            .into_iter()
            .filter_map(|concept| Some((concept, self.stability.equilibria(concept)?)))
            .collect();
        let senses = |state: State| {
            let holds: Vec<Concept> =
                held.iter().filter(|(_, set)| set.contains(state)).map(|(concept, _)| *concept).collect();
            (state, holds)
        };
        let all = self.graph.len() <= most;
        self.graph.states().map(senses).filter(|(_, holds)| all || !holds.is_empty()).take(most).collect()
    }

    /// The party of the case at a place of the graph.
    pub fn party(&self, party: usize) -> Option<&Party> {
        self.graph.party_id(party).map(|id| self.case.party(id))
    }

    /// The states that hold for everyone in one sense, by number; `None` where the sense needs options.
    pub fn equilibria(&self, concept: Concept) -> Option<Vec<usize>> {
        self.stability.equilibrium_numbers(&self.graph, concept)
    }

    /// The states that each party would stay in sequentially or simultaneously, by number.
    pub fn sequential_or_simultaneous(&self) -> Vec<usize> {
        let stays = |state: State, party: usize| {
            [Concept::Sequential, Concept::Simultaneous]
                .into_iter()
                .any(|concept| self.stability.is_stable(state, party, concept) == Some(true))
        };
        let everyone = |state: &State| (0..self.graph.parties()).all(|party| stays(*state, party));
        self.graph.states().filter(everyone).filter_map(|state| self.graph.number(state)).collect()
    }

    /// By how many grades a party could rank a state lower and still stay in it; `None` for large conflicts, for
    /// senses without an answer, and where nothing could move it.
    pub fn margin(&self, state: State, party: usize, concept: Concept) -> Option<i64> {
        if !self.is_weighed() {
            return None;
        }
        margin(&self.graph, state, party, concept).ok()?.ranks
    }

    /// Every verdict on one state in words, party by party; one sense, or all of them.
    ///
    /// # Errors
    /// [`StabilityError::UnknownState`].
    pub fn reasons(&self, state: State, senses: &[Concept]) -> Result<Vec<Vec<String>>, StabilityError> {
        let of_each = (0..self.graph.parties()).map(|party| self.reasons_of(state, party, senses));
        Ok(of_each.collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// The verdicts on one state for one party in words; one sense, or all of them.
    ///
    /// # Errors
    /// [`StabilityError::UnknownState`].
    pub fn reasons_of(
        &self,
        state: State,
        party: usize,
        senses: &[Concept],
    ) -> Result<Vec<Vec<String>>, StabilityError> {
        let mut reasons = Vec::new();
        for concept in senses {
            match explain(&self.graph, state, party, *concept) {
                Ok(why) => reasons.push(why.sentences(&self.graph)),
                Err(StabilityError::NeedsOptions) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(reasons)
    }

    /// What would make a state hold sequentially, and let the conflict get there.
    ///
    /// # Errors
    /// [`StabilityError::UnknownState`].
    pub fn wanted(&self, state: State) -> Result<Wanted, StabilityError> {
        let change = least_preference_change(&self.graph, state, Concept::Sequential)?;
        let releases = least_measures(&self.graph, state, Concept::Sequential, MOST_MEASURES)?;
        Ok(Wanted { state, change, releases })
    }
}
