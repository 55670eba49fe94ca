//! The least commitment or new move that makes a wanted state an equilibrium, and leads to it.
//!
//! What a mediator or guarantor can bring about without changing anyone's mind: that a move, once made, is not
//! taken back; that one is not made; that one becomes possible; that a state is out of the question. Sets of
//! such measures are tried, one first, then two together, and all of the smallest size that work are given.
//! Each is worked into the graph and the wanted state analysed in it, so every answer is checked forwards.
//!
//! Left out is only what cannot help: closing what is no improvement, and no counter to an answer, never makes
//! a party stay. With `k` measures at hand and sets of up to `d` the search costs k^d verdicts on one state;
//! it says whether it got through.
//!
//! By hand, in the prisoner's dilemma: cooperation holds once neither can go back on it, two measures.
//!
//! ```
//! use detente_stability::{MoveChoice, Concept, ConflictGraph, Direction, Measure, MovePreference, least_measures};
//!
//! let choices = (0..2).map(|by| MoveChoice { name: "Cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let found = least_measures(&graph, graph.state(4)?, Concept::Nash, 2)?;
//! let bound = [Measure::Bind { choice: 0 }, Measure::Bind { choice: 1 }];
//! assert!(found.releases.iter().any(|release| release.measures == bound));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use detente_model::Work;

use crate::explicit::Arcs;
use crate::graph::Form;
use crate::level::{check, is_equilibrium};
use crate::options::{Direction, MoveChoice, Options};
use crate::reach::legal_reach;
use crate::routes::{leads_to, routes};
use crate::state::State;
use crate::{Concept, ConflictGraph, Route, StabilityError};

/// How many sets of measures are tried before the search is given up; fewer where there are more than 1,300
/// states, as each trial costs time in proportion.
pub const MOST_MEASURE_TRIALS: usize = 50_000;

/// Something that a third party could bring about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// A choice, once made, cannot be taken back.
    Bind {
        /// The choice, by its index.
        choice: usize,
    },
    /// A choice cannot be made any more.
    Bar {
        /// The choice.
        choice: usize,
    },
    /// A choice that could not be taken back now can be.
    AllowTakingBack {
        /// The choice.
        choice: usize,
    },
    /// A choice that could not be made now can be.
    AllowMaking {
        /// The choice.
        choice: usize,
    },
    /// A state becomes impossible.
    RuleOut {
        /// The state.
        state: State,
    },
    /// One party gives up one move, in a conflict given by its states.
    Close {
        /// The party.
        party: usize,
        /// From here.
        from: State,
        /// To here.
        to: State,
    },
    /// One party can make a move that it could not make, in a conflict given by its states.
    Open {
        /// The party.
        party: usize,
        /// From here.
        from: State,
        /// To here.
        to: State,
    },
}

/// Measures that together do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// What would be brought about, in order; empty when nothing is needed.
    pub measures: Vec<Measure>,
    /// The way from the status quo to the wanted state afterwards; `None` without a status quo.
    pub route: Option<Route>,
}

/// What a search for releases found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Releases {
    /// Every set of the smallest size that works.
    pub releases: Vec<Release>,
    /// How many sets were tried.
    pub tried: usize,
    /// Whether every set up to the size of those found, or up to the size asked for, was tried.
    pub complete: bool,
}

/// The least measures that make a state an equilibrium and, where the status quo is known, reachable from it.
/// At most `most` together.
///
/// # Errors
/// [`StabilityError::UnknownState`] for a state that is not feasible, and [`StabilityError::NeedsOptions`].
pub fn least_measures(
    graph: &ConflictGraph,
    wanted: State,
    concept: Concept,
    most: usize,
) -> Result<Releases, StabilityError> {
    for party in 0..graph.parties() {
        check(graph, wanted, party, concept)?;
    }
    let mut work = Work::of(graph.progress());
    let candidates = candidates(graph, wanted, concept);
    let trials = MOST_MEASURE_TRIALS.min((1 << 26) / graph.len());
    let mut found = Releases { releases: Vec::new(), tried: 0, complete: true };
    for size in 0..=most.min(candidates.len()) {
        let mut places: Vec<usize> = (0..size).collect();
        loop {
            if found.tried == trials {
                found.complete = false;
                return Ok(found);
            }
            found.tried += 1;
            work.add(graph.len() as u64);
            let measures: Vec<Measure> = places.iter().map(|place| candidates[*place]).collect();
            if let Some(release) = release(graph, wanted, concept, measures) {
                found.releases.push(release);
            }
            if !advance(&mut places, candidates.len()) {
                break;
            }
        }
        if !found.releases.is_empty() {
            break;
        }
    }
    Ok(found)
}

/// The next choice of places below `len`, in order; false after the last.
fn advance(places: &mut [usize], len: usize) -> bool {
    let size = places.len();
    let Some(at) = (0..size).rev().find(|at| places[*at] + size - at < len) else { return false };
    places[at] += 1;
    for later in at + 1..size {
        places[later] = places[later - 1] + 1;
    }
    true
}

fn release(
    graph: &ConflictGraph,
    wanted: State,
    concept: Concept,
    measures: Vec<Measure>,
) -> Option<Release> {
    let changed = with_measures(graph, &measures)?;
    if !changed.feasible().contains(wanted) || !is_equilibrium(&changed, wanted, concept) {
        return None;
    }
    let Some(from) = graph.status_quo() else { return Some(Release { measures, route: None }) };
    if !leads_to(&changed, from, wanted) {
        return None;
    }
    let route = routes(&changed, &[wanted]).ok()?.into_iter().next();
    Some(Release { measures, route })
}

/// The conflict after some measures; `None` if they leave no state.
pub fn with_measures(graph: &ConflictGraph, measures: &[Measure]) -> Option<ConflictGraph> {
    let mut choices: Vec<MoveChoice> = graph.choices().to_vec();
    let mut states = graph.feasible().clone();
    let (mut closed, mut opened) = (Vec::new(), Vec::new());
    for measure in measures {
        let mut turn = |choice: usize, to: fn(Direction) -> Direction| {
            if let Some(choice) = choices.get_mut(choice) {
                choice.direction = to(choice.direction);
            }
        };
        match *measure {
            Measure::Bind { choice } => turn(choice, |now| Direction::from_parts(now.can_make(), false)),
            Measure::Bar { choice } => turn(choice, |now| Direction::from_parts(false, now.can_take_back())),
            Measure::AllowTakingBack { choice } => {
                turn(choice, |now| Direction::from_parts(now.can_make(), true));
            }
            Measure::AllowMaking { choice } => {
                turn(choice, |now| Direction::from_parts(true, now.can_take_back()));
            }
            Measure::RuleOut { state } => states.remove(state),
            Measure::Close { party, from, to } => closed.push((party, from.0, to.0)),
            Measure::Open { party, from, to } => opened.push((party, from.0, to.0)),
        }
    }
    let form = match &*graph.form {
        Form::Options(_) => Form::Options(Options::new(choices, graph.parties())),
        Form::Explicit(explicit) => {
            let mut explicit = explicit.clone();
            for (party, arcs) in explicit.arcs.iter_mut().enumerate() {
                let touched = |list: &[(usize, u32, u32)]| list.iter().any(|(by, ..)| *by == party);
                if touched(&closed) || touched(&opened) {
                    let kept = arcs.all().filter(|(from, to)| !closed.contains(&(party, *from, *to)));
                    let new = opened.iter().filter(|(by, ..)| *by == party).map(|(_, from, to)| (*from, *to));
                    *arcs = Arcs::new(kept.chain(new).collect(), explicit.labels.len());
                }
            }
            Form::Explicit(explicit)
        }
    };
    let changed = graph.with_form(form);
    if states == *graph.feasible() { Some(changed) } else { changed.restricted(&states) }
}

/// Every measure that could help, in a fixed order.
fn candidates(graph: &ConflictGraph, wanted: State, concept: Concept) -> Vec<Measure> {
    let mut all = Vec::new();
    for (choice, stated) in graph.choices().iter().enumerate() {
        all.push(if stated.direction.can_take_back() {
            Measure::Bind { choice }
        } else {
            Measure::AllowTakingBack { choice }
        });
        all.push(if stated.direction.can_make() {
            Measure::Bar { choice }
        } else {
            Measure::AllowMaking { choice }
        });
    }
    let mut tempting: Vec<(usize, State, State)> = Vec::new();
    for party in 0..graph.parties() {
        tempting.extend(graph.improvements(party, wanted).map(|to| (party, wanted, to)));
        if concept == Concept::SymmetricMetarational {
            let preference = graph.preference(party);
            let better = |state: &State| preference.prefers(*state, wanted);
            for x in answers(graph, party, wanted) {
                tempting.extend(graph.moves(party, x).filter(better).map(|y| (party, x, y)));
            }
        }
    }
    tempting.sort_unstable();
    tempting.dedup();
    if !graph.has_options() {
        all.extend(tempting.iter().map(|(party, from, to)| Measure::Close {
            party: *party,
            from: *from,
            to: *to,
        }));
        let mut work = Work::of(graph.progress());
        for party in 0..graph.parties() {
            for from in graph.states() {
                work.add(graph.len() as u64);
                let there: Vec<State> = graph.moves(party, from).collect();
                let new = graph.states().filter(|to| *to != from && !there.contains(to));
                all.extend(new.map(|to| Measure::Open { party, from, to }));
            }
        }
    }
    let mut out: Vec<State> = tempting.into_iter().map(|(_, _, to)| to).collect();
    out.retain(|state| *state != wanted && Some(*state) != graph.status_quo());
    out.sort_unstable();
    out.dedup();
    all.extend(out.into_iter().map(|state| Measure::RuleOut { state }));
    all
}

/// The states to which the others could lead after an improvement of a party.
fn answers(graph: &ConflictGraph, party: usize, from: State) -> Vec<State> {
    let others: Vec<usize> = (0..graph.parties()).filter(|other| *other != party).collect();
    let reach = |to: State| legal_reach(graph, &others, to, |_, _, _| true).states().collect::<Vec<_>>();
    let mut ends: Vec<State> = graph.improvements(party, from).flat_map(reach).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}
