//! The conflict graph: who can move where, and who prefers what.
//!
//! Decision makers N, states S, the states `R_i(s)` that party i reaches from s in one move, and a preference
//! for each party (Kilgour, Hipel & Fang 1987). In option form nothing but the feasible set and the rankings
//! is stored: moves are worked out when asked for.

use std::sync::{Arc, LazyLock};

use detente_model::{MovePreference, PartyId, Progress, Statement};

use crate::StabilityError;
use crate::coalition::Coalition;
use crate::explicit::{Arcs, Explicit};
use crate::formula::{check, truth};
use crate::options::{MoveChoice, Options, Subsets};
use crate::preference::Preference;
use crate::prioritise::prioritise;
use crate::state::{Numbering, State, StateSet};

/// The most options that are analysed together: four million states, of which each costs some 120 bytes with
/// three parties.
pub const MOST_OPTIONS: usize = 22;
/// The most states that may be given one by one.
pub const MOST_STATES: usize = 1 << 20;
/// The most parties.
pub const MOST_PARTIES: usize = 32;

/// A conflict, ready to be analysed.
///
/// ```
/// use detente_stability::{Concept, ConflictGraph, MovePreference, Stability};
///
/// // The prisoner's dilemma: 1 both cooperate, 2 and 3 one defects, 4 both defect.
/// let moves = [(0, 1, 2), (0, 2, 1), (0, 3, 4), (0, 4, 3), (1, 1, 3), (1, 3, 1), (1, 2, 4), (1, 4, 2)];
/// let first = MovePreference::Ranking(vec![vec![2], vec![1], vec![4], vec![3]]);
/// let second = MovePreference::Ranking(vec![vec![3], vec![1], vec![4], vec![2]]);
/// let labels = ["both cooperate", "first defects", "second defects", "both defect"].map(String::from);
/// let graph = ConflictGraph::from_moves(
///     vec!["First".into(), "Second".into()], labels.into(), &moves, &[first, second])?;
/// let stability = Stability::of(&graph);
/// assert_eq!(stability.equilibrium_numbers(&graph, Concept::Nash), Some(vec![4]));
/// assert_eq!(stability.equilibrium_numbers(&graph, Concept::Sequential), Some(vec![1, 4]));
/// # Ok::<(), detente_stability::StabilityError>(())
/// ```
#[derive(Debug, Clone)]
pub struct ConflictGraph {
    pub(crate) names: Vec<String>,
    pub(crate) ids: Vec<Option<PartyId>>,
    pub(crate) form: Arc<Form>,
    pub(crate) numbering: Arc<Numbering>,
    pub(crate) feasible: Arc<StateSet>,
    pub(crate) preferences: Vec<Arc<Preference>>,
    /// By party, what it does not see.
    pub(crate) hidden: Vec<Option<StateSet>>,
    pub(crate) status_quo: Option<State>,
    pub(crate) coalitions: Vec<Coalition>,
    /// Told of everything that is asked of it, and may cancel it.
    pub(crate) watch: Option<Arc<Progress>>,
}

#[derive(Debug, Clone)]
pub(crate) enum Form {
    Options(Options),
    Explicit(Explicit),
}

impl ConflictGraph {
    /// A conflict in option form. A formula speaks of the choice at its index; what `infeasible` states
    /// cannot be. One preference a party.
    pub fn from_options(
        parties: Vec<String>,
        choices: Vec<MoveChoice>,
        infeasible: &[Statement],
        preferences: &[MovePreference],
    ) -> Result<Self, StabilityError> {
        Self::from_options_watched(parties, choices, infeasible, preferences, None)
    }

    pub(crate) fn from_options_watched(
        parties: Vec<String>,
        choices: Vec<MoveChoice>,
        infeasible: &[Statement],
        preferences: &[MovePreference],
        watch: Option<&Arc<Progress>>,
    ) -> Result<Self, StabilityError> {
        if choices.len() > MOST_OPTIONS {
            return Err(StabilityError::TooManyOptions { found: choices.len(), most: MOST_OPTIONS });
        }
        check_parties(&parties, preferences)?;
        if let Some(choice) = choices.iter().find(|choice| choice.by >= parties.len()) {
            return Err(StabilityError::UnknownParty { party: choice.by });
        }
        for statement in infeasible {
            check(statement, choices.len())?;
        }
        let options = Options::new(choices, parties.len());
        let universe = options.universe();
        let words = (0..universe.div_ceil(64))
            .map(|word| !infeasible.iter().fold(0, |out, statement| out | truth(&statement.formula, word)))
            .collect();
        let feasible = StateSet::from_words(words, universe);
        Self::build(parties, Form::Options(options), feasible, preferences, watch)
    }

    /// A conflict given by its states, in words, and by moves `(party, from, to)` between their numbers.
    /// Preferences must be rankings.
    pub fn from_moves(
        parties: Vec<String>,
        states: Vec<String>,
        moves: &[(usize, usize, usize)],
        preferences: &[MovePreference],
    ) -> Result<Self, StabilityError> {
        Self::from_moves_watched(parties, states, moves, preferences, None)
    }

    pub(crate) fn from_moves_watched(
        parties: Vec<String>,
        states: Vec<String>,
        moves: &[(usize, usize, usize)],
        preferences: &[MovePreference],
        watch: Option<&Arc<Progress>>,
    ) -> Result<Self, StabilityError> {
        let most = states.len();
        if most > MOST_STATES {
            return Err(StabilityError::TooManyStates { found: most, most: MOST_STATES });
        }
        check_parties(&parties, preferences)?;
        let mut arcs = vec![Vec::new(); parties.len()];
        for &(party, from, to) in moves {
            let list = arcs.get_mut(party).ok_or(StabilityError::UnknownParty { party })?;
            for number in [from, to] {
                if number == 0 || number > most {
                    return Err(StabilityError::UnknownState { number, most });
                }
            }
            if from == to {
                return Err(StabilityError::MoveToItself { party: parties[party].clone(), number: from });
            }
            list.push((from as u32 - 1, to as u32 - 1));
        }
        let arcs = arcs.into_iter().map(|list| Arcs::new(list, most)).collect();
        let all = StateSet::from_words(vec![u64::MAX; most.div_ceil(64)], most);
        Self::build(parties, Form::Explicit(Explicit { labels: states, arcs }), all, preferences, watch)
    }

    fn build(
        names: Vec<String>,
        form: Form,
        feasible: StateSet,
        preferences: &[MovePreference],
        watch: Option<&Arc<Progress>>,
    ) -> Result<Self, StabilityError> {
        let progress = watch.map_or(nobody(), |progress| progress);
        let numbering = Numbering::new(feasible.clone());
        if numbering.len() == 0 {
            return Err(StabilityError::NothingFeasible);
        }
        let read = |(name, preference): (&String, &MovePreference)| {
            read_preference(name, preference, &form, &numbering, progress).map(Arc::new)
        };
        let preferences = names.iter().zip(preferences).map(read).collect::<Result<_, _>>()?;
        Ok(Self {
            ids: vec![None; names.len()],
            hidden: vec![None; names.len()],
            names,
            form: Arc::new(form),
            numbering: Arc::new(numbering),
            feasible: Arc::new(feasible),
            preferences,
            status_quo: None,
            coalitions: Vec::new(),
            watch: watch.cloned(),
        })
    }

    /// The same conflict; everything that is asked of it from now on tells `progress` of its steps, and may be cancelled by it
    /// ([`detente_model::unless_cancelled`]).
    pub fn watched_by(mut self, progress: &Arc<Progress>) -> Self {
        self.watch = Some(Arc::clone(progress));
        self
    }

    /// The same conflict, watched by nobody.
    pub fn unwatched(mut self) -> Self {
        self.watch = None;
        self
    }

    /// Whoever watches.
    pub(crate) fn progress(&self) -> &Progress {
        self.watch.as_deref().unwrap_or(nobody())
    }

    /// How many parties can move or care.
    pub fn parties(&self) -> usize {
        self.names.len()
    }

    /// The name of a party.
    pub fn name(&self, party: usize) -> &str {
        &self.names[party]
    }

    /// The party of the case, for a graph made from one.
    pub fn party_id(&self, party: usize) -> Option<PartyId> {
        self.ids[party]
    }

    /// What a party prefers.
    pub fn preference(&self, party: usize) -> &Preference {
        &self.preferences[party]
    }

    /// How many states there are.
    pub fn len(&self) -> usize {
        self.feasible.len()
    }

    /// Never: a graph without a state cannot be made.
    pub fn is_empty(&self) -> bool {
        self.feasible.is_empty()
    }

    /// The states.
    pub fn feasible(&self) -> &StateSet {
        &self.feasible
    }

    /// The states in order of number.
    pub fn states(&self) -> impl Iterator<Item = State> + '_ {
        self.feasible.iter()
    }

    /// The number people know a state by: feasible states counted from 1 in increasing decimal order. A graph
    /// in which something was hidden or ruled out afterwards keeps the numbers of the graph it comes from.
    pub fn number(&self, state: State) -> Option<usize> {
        self.numbering.number(state)
    }

    /// The state with a number.
    pub fn state(&self, number: usize) -> Result<State, StabilityError> {
        self.numbering
            .state(number)
            .filter(|state| self.feasible.contains(*state))
            .ok_or(StabilityError::UnknownState { number, most: self.numbering.len() })
    }

    /// Where the conflict stands now, if known.
    pub fn status_quo(&self) -> Option<State> {
        self.status_quo
    }

    /// The same conflict, standing in another state.
    pub fn with_status_quo(mut self, state: State) -> Result<Self, StabilityError> {
        if !self.feasible.contains(state) {
            return Err(StabilityError::StatusQuoInfeasible { place: None });
        }
        self.status_quo = Some(state);
        Ok(self)
    }

    /// Coalitions the case names.
    pub fn coalitions(&self) -> &[Coalition] {
        &self.coalitions
    }

    /// The options, in bit order; empty for a conflict given by its states.
    pub fn choices(&self) -> &[MoveChoice] {
        match &*self.form {
            Form::Options(options) => &options.choices,
            Form::Explicit(_) => &[],
        }
    }

    /// Whether states are sets of moves made.
    pub fn has_options(&self) -> bool {
        matches!(*self.form, Form::Options(_))
    }

    /// `R_i(s)`: where a party can move from a state, in a fixed order.
    pub fn moves(&self, party: usize, from: State) -> impl Iterator<Item = State> + '_ {
        let (subsets, list) = match &*self.form {
            Form::Options(options) => {
                let masks = options.masks[party];
                (Some(Subsets::proper(masks.both | masks.one_way(from.0))), [].as_slice())
            }
            Form::Explicit(explicit) => (None, explicit.arcs[party].from(from.0)),
        };
        let here = self.feasible.contains(from);
        let flips = subsets.into_iter().flatten().map(move |flip| State(from.0 ^ flip));
        flips
            .chain(list.iter().map(|code| State(*code)))
            .filter(move |to| here && self.feasible.contains(*to))
    }

    /// `R_i⁺(s)`: the moves that are improvements for the party that makes them.
    pub fn improvements(&self, party: usize, from: State) -> impl Iterator<Item = State> + '_ {
        let preference = self.preference(party);
        self.moves(party, from).filter(move |to| preference.prefers(*to, from))
    }

    /// The same conflict with another preference for one party.
    pub fn with_preference(&self, party: usize, preference: Preference) -> Self {
        let mut other = self.clone();
        other.preferences[party] = Arc::new(preference);
        other
    }

    /// The same conflict with other moves.
    pub(crate) fn with_form(&self, form: Form) -> Self {
        let mut other = self.clone();
        other.form = Arc::new(form);
        other
    }

    /// The same conflict with fewer states, which keep their numbers; `None` if none is left.
    pub fn restricted(&self, to: &StateSet) -> Option<Self> {
        let mut feasible = (*self.feasible).clone();
        feasible.intersect(to);
        if feasible.is_empty() {
            return None;
        }
        let mut other = self.clone();
        let restricted = |preference: &Arc<Preference>| preference.restricted(&feasible, self.progress());
        other.preferences =
            self.preferences.iter().map(|preference| Arc::new(restricted(preference))).collect();
        other.status_quo = self.status_quo.filter(|state| feasible.contains(*state));
        other.feasible = Arc::new(feasible);
        Some(other)
    }
}

/// Nobody who watches.
fn nobody() -> &'static Progress {
    static NOBODY: LazyLock<Progress> = LazyLock::new(Progress::default);
    &NOBODY
}

fn check_parties(parties: &[String], preferences: &[MovePreference]) -> Result<(), StabilityError> {
    if parties.len() > MOST_PARTIES {
        return Err(StabilityError::TooManyParties { found: parties.len(), most: MOST_PARTIES });
    }
    match parties.get(preferences.len()) {
        Some(party) => Err(StabilityError::NoPreference { party: party.clone() }),
        None if preferences.len() > parties.len() => {
            Err(StabilityError::UnknownParty { party: parties.len() })
        }
        None => Ok(()),
    }
}

fn read_preference(
    party: &str,
    preference: &MovePreference,
    form: &Form,
    numbering: &Numbering,
    progress: &Progress,
) -> Result<Preference, StabilityError> {
    let (statements, strong, unknown) = match preference {
        MovePreference::Ranking(groups) => {
            return Preference::from_ranking(groups, &[], numbering, party, progress);
        }
        MovePreference::RankingByStrength { groups, much } => {
            return Preference::from_ranking(groups, much, numbering, party, progress);
        }
        MovePreference::Prioritised(statements) => (statements, 0, [].as_slice()),
        MovePreference::PrioritisedByStrength { statements, strong, unknown } => {
            (statements, *strong, unknown.as_slice())
        }
    };
    match form {
        Form::Options(options) => {
            prioritise(statements, strong, unknown, numbering.set(), options.choices.len(), party, progress)
        }
        Form::Explicit(_) => Err(StabilityError::StatementWithoutMoves {
            place: statements.first().and_then(|statement| statement.place),
        }),
    }
}
