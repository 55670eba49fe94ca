//! Margins: how much would have to change before a verdict flips.
//!
//! Every concept asks whether some improvement is left unsanctioned. Replace "is better" and "sanctions" by
//! how high a state would have to stand for that, and the booleans become a level: the party stays in `s`
//! exactly when it ranks `s` at least as high as
//!
//! `max over t ∈ R_i(s) of min(grade of t, least grade that the others can lead to from t)`.
//!
//! For Nash stability the inner minimum is the grade of t alone; for symmetric metarationality an answer
//! weighs as much as the best counter to it. What comes back to `s` holds the party wherever `s` stands. The
//! verdict flips when `s` sinks below the level or rises to it, and the states at the level are what it
//! hinges on. For one state O(moves · reach).
//!
//! ```
//! use detente_stability::{Concept, ConflictGraph, MovePreference, margin};
//!
//! // From 1 the first party can move to 2, from which the second can move to 3.
//! let ranking = MovePreference::Ranking(vec![vec![2], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_moves(
//!     names, vec![String::new(); 3], &[(0, 1, 2), (1, 2, 3)], &[ranking.clone(), ranking])?;
//! let here = graph.state(1)?;
//! assert_eq!(margin(&graph, here, 0, Concept::Nash)?.ranks, Some(-1)); // would have to rise by one
//! assert_eq!(margin(&graph, here, 0, Concept::GeneralMetarational)?.ranks, Some(1)); // could sink by one
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use crate::graph::Form;
use crate::reach::legal_reach;
use crate::state::State;
use crate::{Concept, ConflictGraph, StabilityError};

/// How far a verdict is from flipping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictMargin {
    /// Whose verdict.
    pub party: usize,
    /// In which sense.
    pub concept: Concept,
    /// Whether the party stays.
    pub stable: bool,
    /// By how many grades the state stands above the level at which the party stays: it may sink by so many
    /// and be stable still; below zero it would have to rise by so many. `None`: stable wherever it stands.
    pub ranks: Option<i64>,
    /// The states at that level: how the party ranks the state against these decides.
    pub hinges: Vec<State>,
}

/// The margin of one verdict.
///
/// # Errors
/// [`StabilityError::UnknownParty`], [`StabilityError::UnknownState`] for a state that is not feasible, and
/// [`StabilityError::NeedsOptions`].
pub fn margin(
    graph: &ConflictGraph,
    state: State,
    party: usize,
    concept: Concept,
) -> Result<VerdictMargin, StabilityError> {
    check(graph, state, party, concept)?;
    let preference = graph.preference(party);
    let grade = preference.raw(state);
    let level = level(graph, state, party, concept);
    Ok(VerdictMargin {
        party,
        concept,
        stable: level.is_none_or(|level| level <= grade),
        ranks: level.map(|level| i64::from(grade) - i64::from(level)),
        hinges: level.map(|level| preference.of_grade(level)).unwrap_or_default(),
    })
}

/// Whether one state is stable for one party, without looking at the others.
///
/// # Errors
/// As [`margin`].
pub fn is_stable(
    graph: &ConflictGraph,
    state: State,
    party: usize,
    concept: Concept,
) -> Result<bool, StabilityError> {
    check(graph, state, party, concept)?;
    Ok(stays(graph, state, party, concept))
}

pub(crate) fn check(
    graph: &ConflictGraph,
    state: State,
    party: usize,
    concept: Concept,
) -> Result<(), StabilityError> {
    if party >= graph.parties() {
        return Err(StabilityError::UnknownParty { party });
    }
    if concept == Concept::Simultaneous && !graph.has_options() {
        return Err(StabilityError::NeedsOptions);
    }
    check_state(graph, state)
}

pub(crate) fn check_state(graph: &ConflictGraph, state: State) -> Result<(), StabilityError> {
    if graph.feasible().contains(state) {
        return Ok(());
    }
    Err(StabilityError::UnknownState { number: state.at() + 1, most: graph.numbering.len() })
}

/// Whether everyone stays.
pub(crate) fn is_equilibrium(graph: &ConflictGraph, state: State, concept: Concept) -> bool {
    (0..graph.parties()).all(|party| stays(graph, state, party, concept))
}

pub(crate) fn stays(graph: &ConflictGraph, state: State, party: usize, concept: Concept) -> bool {
    level(graph, state, party, concept).is_none_or(|level| level <= graph.preference(party).raw(state))
}

/// The grade that the state must have for the party to stay; `None` if any will do.
pub(crate) fn level(graph: &ConflictGraph, state: State, party: usize, concept: Concept) -> Option<u32> {
    let preference = graph.preference(party);
    // No grade at all for the state itself: it moves with the question.
    let weight = |x: State| (x != state).then(|| preference.raw(x));
    let others: Vec<usize> = (0..graph.parties()).filter(|other| *other != party).collect();
    let any = |_: usize, _: State, _: State| true;
    let improving = |mover: usize, from: State, to: State| graph.preference(mover).prefers(to, from);
    let joint = match &*graph.form {
        Form::Options(options) if concept == Concept::Simultaneous => {
            let own = options.masks[party].own;
            joint_answers(graph, &others, state, |other| options.masks[other].own)
                .into_iter()
                .map(|code| code & !own)
                .collect()
        }
        _ => Vec::new(),
    };
    let response = |to: State| match concept {
        Concept::Nash => None,
        Concept::GeneralMetarational => legal_reach(graph, &others, to, any).states().map(weight).min(),
        Concept::SymmetricMetarational => {
            let countered = |x: State| graph.moves(party, x).map(weight).fold(weight(x), Option::max);
            legal_reach(graph, &others, to, any).states().map(countered).min()
        }
        Concept::Sequential => legal_reach(graph, &others, to, improving).states().map(weight).min(),
        Concept::Simultaneous => {
            let Form::Options(options) = &*graph.form else { return None };
            let own = to.0 & options.masks[party].own;
            let ends =
                joint.iter().map(|rest| State(rest | own)).filter(|end| graph.feasible().contains(*end));
            ends.map(weight).min()
        }
    };
    let held = |to: State| response(to).map_or(weight(to), |answer| answer.min(weight(to)));
    graph.moves(party, state).map(held).max().flatten()
}

/// Every combination of the others' improvements from a state, each staying or moving.
pub(crate) fn joint_answers(
    graph: &ConflictGraph,
    others: &[usize],
    from: State,
    mask: impl Fn(usize) -> u32,
) -> Vec<u32> {
    let mut codes = vec![from.0];
    for &other in others {
        let mask = mask(other);
        let targets: Vec<u32> = graph.improvements(other, from).map(|to| to.0 & mask).collect();
        for at in 0..codes.len() {
            codes.extend(targets.iter().map(|to| (codes[at] & !mask) | to).collect::<Vec<_>>());
        }
    }
    codes
}
