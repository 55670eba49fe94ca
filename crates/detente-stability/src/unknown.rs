//! Stability where it is not known what someone prefers (Li, Hipel, Kilgour & Fang 2004).
//!
//! A pair of states may be unknown (U). Four ways of taking that, by whether a party is drawn to a state of
//! which it is unknown whether it is better, and whether it is held back by one:
//!
//! | type | improvements | sanctions |
//! |---|---|---|
//! | a | better or unknown | no better |
//! | b | better | no better |
//! | c | better or unknown | no better, or unknown |
//! | d | better | no better, or unknown |
//!
//! So what is stable of type a is so of b and c, and what is stable of either is so of d. In sequential
//! stability the steps of an answer may be improvements or unknown for whoever makes them.
//!
//! By hand: the pair 1, 2 is unknown to all; the party could move from 1 to 2, and nobody could answer.
//!
//! ```
//! use detente_model::{Case, Conflict, Matrix, MovePreference, Party, PartyId, Role};
//! use detente_stability::{Concept, ConflictGraph, UnknownType, stable_despite_unknown};
//!
//! let party = Party { id: "a".into(), name: "A".into(), role: Role::Principal, people: vec![], quota: None, quota_when: None, place: None };
//! let conflict = Conflict {
//!     matrix: Some(Matrix { states: vec!["1".into(), "2".into()], moves: vec![(PartyId(0), 1, 2)], status_quo: None }),
//!     preferences: vec![(PartyId(0), MovePreference::Ranking(vec![vec![1], vec![2]]))],
//!     unknown: vec![(PartyId(0), 1, 2)],
//!     ..Conflict::default()
//! };
//! let case = Case { parties: vec![party], conflict: Some(conflict), ..Case::default() };
//! let graph = ConflictGraph::from_case(&case)?.expect("a conflict");
//! let stays = |by| stable_despite_unknown(&graph, 0, Concept::Nash, by).map(|set| set.len());
//! assert_eq!((stays(UnknownType::A)?, stays(UnknownType::B)?), (1, 2)); // drawn away from 1, or not
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```
//!
//! With every pair known the four are the plain concept. Else each improvement's legal answers are walked:
//! O(n · moves · reach), for conflicts of a size at which anyone can say which pairs are unknown.

use crate::departure::{Sanction, collect_by_search};
use crate::plan::Plan;
use crate::reach::legal_reach;
use crate::stability::stable_states;
use crate::state::{State, StateSet};
use crate::{Concept, ConflictGraph, Preference, StabilityError};

/// How a party takes what is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnknownType {
    /// Drawn to the unknown, and not held back by it.
    A,
    /// Neither drawn nor held back by it.
    B,
    /// Drawn to it and held back by it.
    C,
    /// Held back by it, and not drawn to it.
    D,
}

impl UnknownType {
    /// Every type.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    fn drawn(self, preference: &Preference, to: State, from: State) -> bool {
        if preference.is_unknown(to, from) {
            return matches!(self, Self::A | Self::C);
        }
        preference.prefers(to, from)
    }

    fn held_back(self, preference: &Preference, end: State, from: State) -> bool {
        if preference.is_unknown(end, from) {
            return matches!(self, Self::C | Self::D);
        }
        !preference.prefers(end, from)
    }
}

/// The states stable for a party when unknown pairs are taken in one of the four ways.
///
/// # Errors
/// [`StabilityError::NeedsOptions`] for [`Concept::Simultaneous`], for which the four are not defined, and
/// [`StabilityError::UnknownParty`].
pub fn stable_despite_unknown(
    graph: &ConflictGraph,
    party: usize,
    concept: Concept,
    by: UnknownType,
) -> Result<StateSet, StabilityError> {
    if party >= graph.parties() {
        return Err(StabilityError::UnknownParty { party });
    }
    if concept == Concept::Simultaneous {
        return Err(StabilityError::NeedsOptions);
    }
    let own = graph.preference(party);
    let others_matter = concept == Concept::Sequential;
    let open = |other: usize| graph.preference(other).has_unknown();
    if !(open(party) || others_matter && (0..graph.parties()).any(open)) {
        return stable_states(graph, party, concept, Sanction::General);
    }
    let plan = Plan::new(graph);
    let others = plan.others(party);
    let step = |mover: usize, from: State, to: State| {
        let theirs = graph.preference(mover);
        !others_matter || theirs.is_unknown(to, from) || theirs.prefers(to, from)
    };
    Ok(collect_by_search(&plan, |code| {
        let from = State(code);
        graph.moves(party, from).filter(|to| by.drawn(own, *to, from)).all(|to| {
            concept != Concept::Nash
                && legal_reach(graph, &others, to, step).states().any(|end| {
                    by.held_back(own, end, from)
                        && (concept != Concept::SymmetricMetarational
                            || graph.moves(party, end).all(|counter| by.held_back(own, counter, from)))
                })
        })
    }))
}

/// The states stable for every party when all take unknown pairs in one way.
///
/// # Errors
/// As [`stable_despite_unknown`].
pub fn equilibria_despite_unknown(
    graph: &ConflictGraph,
    concept: Concept,
    by: UnknownType,
) -> Result<StateSet, StabilityError> {
    let mut all = graph.feasible().clone();
    for party in 0..graph.parties() {
        all.intersect(&stable_despite_unknown(graph, party, concept, by)?);
    }
    Ok(all)
}
