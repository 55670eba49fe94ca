//! The least change of preferences that makes a wanted state an equilibrium
//! (Kinsara, Petersons, Hipel & Kilgour 2015).
//!
//! Change is counted in inverted pairs: pairs of states that a party orders otherwise than today, a tie made or
//! broken included.
//!
//! **Nash, GMR, SMR.** Whether party i stays in s depends on its own ranking alone, and on that only through
//! the set {x: x ≤_i s}; more in the set never hurts. So there is a level at which i stays (see
//! [`margin`](crate::margin)), and a ranking will do exactly when it puts some states up to that level no
//! higher than s. Let h be the highest grade among them today. A state above s and up to h then changes its
//! order against s, or against one of them; so does a state tied with s; these pairs are all different. Hence
//! no ranking does it with fewer inversions than lifting s alone, to just above h: the number of states
//! from there up to h, and of those tied with it. Parties add up. Exact over all rankings.
//!
//! **SEQ, SIM.** Here the others' rankings matter too: what would be a credible answer depends on them. The least
//! change is sought among those that lift s, and nothing else, in any of the rankings; cheapest first, so
//! that the first that works is the least of its kind.
//!
//! By hand, in the prisoner's dilemma: cooperation would hold as a Nash equilibrium if each saw it above
//! defecting alone, one inverted pair each.
//!
//! ```
//! use detente_stability::{MoveChoice, Concept, ConflictGraph, Direction, MovePreference, least_preference_change};
//!
//! let choices = (0..2).map(|by| MoveChoice { name: "Cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let change = least_preference_change(&graph, graph.state(4)?, Concept::Nash)?;
//! assert_eq!((change.pairs, change.lifts.len()), (2, 2));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use std::collections::{BTreeSet, BinaryHeap};

use detente_model::Work;

use crate::level::{check, is_equilibrium, level, stays};
use crate::routes::leads_to;
use crate::state::State;
use crate::{Concept, ConflictGraph, Preference, StabilityError};

/// How many changes are tried before the search for the least one is given up; fewer where there are more
/// than 800 states, as each trial costs time in proportion.
pub const MOST_PREFERENCE_TRIALS: usize = 20_000;

/// A change of rankings that makes a state an equilibrium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreferenceChange {
    /// Who would have to see the state otherwise; empty when it is an equilibrium already.
    pub lifts: Vec<Lift>,
    /// Inverted pairs in all.
    pub pairs: usize,
    /// How far this is known to be the least.
    pub least: Least,
    /// Whether moves lead to the state from the status quo; `None` without one.
    pub reachable: Option<bool>,
}

/// How far a change is known to be the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Least {
    /// No change of any rankings inverts fewer pairs.
    OfAll,
    /// No change that only moves the wanted state up inverts fewer pairs.
    OfLifts,
    /// It will do; a smaller one was not ruled out within [`MOST_PREFERENCE_TRIALS`].
    Unproved,
}

/// One party's change: the wanted state rises in its ranking, and nothing else moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// The party.
    pub party: usize,
    /// The state would have to be preferred to these, the best of those it passes.
    pub above: Vec<State>,
    /// Inverted pairs.
    pub pairs: usize,
    /// The ranking after it.
    pub preference: Preference,
}

/// The least change of preferences that makes a state an equilibrium.
///
/// # Errors
/// [`StabilityError::UnknownState`] for a state that is not feasible, and [`StabilityError::NeedsOptions`].
pub fn least_preference_change(
    graph: &ConflictGraph,
    wanted: State,
    concept: Concept,
) -> Result<PreferenceChange, StabilityError> {
    for party in 0..graph.parties() {
        check(graph, wanted, party, concept)?;
    }
    let (heights, least) = match concept {
        Concept::Sequential | Concept::Simultaneous => search(graph, wanted, concept),
        _ => {
            ((0..graph.parties()).map(|party| needed(graph, wanted, party, concept)).collect(), Least::OfAll)
        }
    };
    let lifts: Vec<Lift> = heights
        .iter()
        .enumerate()
        .filter_map(|(party, height)| lift(graph, wanted, party, *height))
        .collect();
    let reachable = graph.status_quo().map(|from| leads_to(graph, from, wanted));
    Ok(PreferenceChange { pairs: lifts.iter().map(|lift| lift.pairs).sum(), lifts, least, reachable })
}

/// The grade above which the state must rise, if it must.
fn needed(graph: &ConflictGraph, wanted: State, party: usize, concept: Concept) -> Height {
    level(graph, wanted, party, concept).filter(|level| *level > graph.preference(party).raw(wanted))
}

/// The grade just above which a party would put the state; `None` where it stays.
type Height = Option<u32>;

/// Inverted pairs when the state rises above a grade: those it passes, and those it is tied with now.
fn pairs(preference: &Preference, wanted: State, height: Height) -> usize {
    height.map_or(0, |height| preference.count(preference.raw(wanted), height + 1) - 1)
}

/// The next place up. The first is above the states with which it is tied now.
fn next_height(preference: &Preference, wanted: State, height: Height) -> Height {
    let now = preference.raw(wanted);
    if height.is_none() && preference.count(now, now + 1) > 1 {
        return Some(now);
    }
    let mut higher = height.unwrap_or(now) + 1..preference.grades() as u32;
    higher.find(|grade| preference.count(*grade, grade + 1) > 0)
}

fn lift(graph: &ConflictGraph, wanted: State, party: usize, height: Height) -> Option<Lift> {
    let preference = graph.preference(party);
    let height = height?;
    Some(Lift {
        party,
        above: preference.of_grade(height).into_iter().filter(|state| *state != wanted).collect(),
        pairs: pairs(preference, wanted, Some(height)),
        preference: preference.raised(wanted, height, graph.progress()),
    })
}

fn lifted(graph: &ConflictGraph, wanted: State, heights: &[Height]) -> ConflictGraph {
    heights.iter().enumerate().fold(graph.clone(), |graph, (party, height)| {
        match lift(&graph, wanted, party, *height) {
            Some(lift) => graph.with_preference(party, lift.preference),
            None => graph,
        }
    })
}

/// Lifts tried in order of cost. All parties ranking the state first is an equilibrium, so one is found; if
/// that takes too many trials, lifts are added where someone would leave until nobody does.
fn search(graph: &ConflictGraph, wanted: State, concept: Concept) -> (Vec<Height>, Least) {
    let start: Vec<Height> = vec![None; graph.parties()];
    let cost = |heights: &[Height]| -> usize {
        let each = heights.iter().enumerate();
        each.map(|(party, height)| pairs(graph.preference(party), wanted, *height)).sum()
    };
    let mut open = BinaryHeap::from([(std::cmp::Reverse(0), std::cmp::Reverse(start.clone()))]);
    let mut met = BTreeSet::from([start.clone()]);
    let mut work = Work::of(graph.progress());
    for _ in 0..MOST_PREFERENCE_TRIALS.min((1 << 24) / graph.len()) {
        work.add(graph.len() as u64);
        let Some((_, std::cmp::Reverse(heights))) = open.pop() else { break };
        if is_equilibrium(&lifted(graph, wanted, &heights), wanted, concept) {
            return (heights, Least::OfLifts);
        }
        for party in 0..heights.len() {
            let higher = next_height(graph.preference(party), wanted, heights[party]);
            if higher.is_some() {
                let mut next = heights.clone();
                next[party] = higher;
                if met.insert(next.clone()) {
                    open.push((std::cmp::Reverse(cost(&next)), std::cmp::Reverse(next)));
                }
            }
        }
    }
    (settle(graph, wanted, concept, start), Least::Unproved)
}

/// Lifts every party that would leave to where it stays, until nobody leaves.
fn settle(graph: &ConflictGraph, wanted: State, concept: Concept, mut heights: Vec<Height>) -> Vec<Height> {
    loop {
        let now = lifted(graph, wanted, &heights);
        let Some(party) = (0..heights.len()).find(|party| !stays(&now, wanted, *party, concept)) else {
            return heights;
        };
        // Grades above the lifted state are one higher in the lifted ranking than in today's.
        let lifted = u32::from(heights[party].is_some());
        heights[party] = level(&now, wanted, party, concept).map(|level| level - lifted);
    }
}
