//! Hidden states: a party can only weigh what it sees (Obeidi, Hipel & Kilgour 2009).
//!
//! A party that does not see some states plays in a smaller graph: it neither moves to them nor expects them
//! as answers. Each party's verdicts are taken in its own view. A state is at rest as they see it when all
//! parties see it and each would stay by its own lights; what looks stable so need not be in the full graph,
//! and that is where surprises come from.
//!
//! By hand: who does not see the way from 1 to the better state 2 rests in 1.
//!
//! ```
//! use detente_stability::{Concept, ConflictGraph, MovePreference, Perceived, Stability};
//!
//! let ranking = MovePreference::Ranking(vec![vec![2], vec![1]]);
//! let graph = ConflictGraph::from_moves(vec!["A".into()], vec![String::new(); 2], &[(0, 1, 2)], &[ranking])?;
//! let here = graph.state(1)?;
//! assert_eq!(Stability::of(&graph).is_stable(here, 0, Concept::Nash), Some(false));
//! let hidden = graph.state(2)?;
//! let perceived = Perceived::of(&graph.with_hidden(0, &[hidden])?)?;
//! assert!(perceived.equilibria(Concept::Nash).is_some_and(|set| set.contains(here)));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use crate::state::{State, StateSet};
use crate::{Concept, ConflictGraph, Stability, StabilityError};

/// The conflict as each party sees it.
#[derive(Debug, Clone)]
pub struct Perceived {
    /// By party, its view; states keep their numbers.
    pub views: Vec<ConflictGraph>,
    /// By party, stability in its view, for every party.
    pub stability: Vec<Stability>,
}

impl ConflictGraph {
    /// The states that a party does not see, if any.
    pub fn hidden_from(&self, party: usize) -> Option<&StateSet> {
        self.hidden[party].as_ref()
    }

    /// Whether anyone is blind to anything.
    pub fn has_hidden(&self) -> bool {
        self.hidden.iter().any(Option::is_some)
    }

    /// The same conflict with some states hidden from a party, besides those hidden already.
    pub fn with_hidden(mut self, party: usize, states: &[State]) -> Result<Self, StabilityError> {
        let universe = self.feasible.universe();
        let slot = self.hidden.get_mut(party).ok_or(StabilityError::UnknownParty { party })?;
        let hidden = slot.get_or_insert_with(|| StateSet::none(universe));
        for state in states {
            hidden.insert(*state);
        }
        Ok(self)
    }

    /// The conflict as a party sees it.
    ///
    /// # Errors
    /// [`StabilityError::NothingFeasible`] when it sees nothing at all.
    pub fn as_seen_by(&self, party: usize) -> Result<Self, StabilityError> {
        let Some(hidden) = self.hidden.get(party).ok_or(StabilityError::UnknownParty { party })? else {
            return Ok(self.clone());
        };
        let mut seen = (*self.feasible).clone();
        seen.subtract(hidden);
        self.restricted(&seen).ok_or(StabilityError::NothingFeasible)
    }
}

impl Perceived {
    /// Takes every party's view and analyses it.
    ///
    /// # Errors
    /// [`StabilityError::NothingFeasible`] when a party sees nothing at all.
    pub fn of(graph: &ConflictGraph) -> Result<Self, StabilityError> {
        let views =
            (0..graph.parties()).map(|party| graph.as_seen_by(party)).collect::<Result<Vec<_>, _>>()?;
        let stability = views.iter().map(Stability::of).collect();
        // Whoever asks more of a view later is not whoever waited for this.
        let views = views.into_iter().map(ConflictGraph::unwatched).collect();
        Ok(Self { views, stability })
    }

    /// The states that all parties see and in which each would stay by its own lights.
    pub fn equilibria(&self, concept: Concept) -> Option<StateSet> {
        let mut all: Option<StateSet> = None;
        for (party, stability) in self.stability.iter().enumerate() {
            let own = stability.stable(party, concept)?;
            match &mut all {
                Some(all) => all.intersect(own),
                None => all = Some(own.clone()),
            }
        }
        all
    }
}
