//! Why a party would stay, or would not: every verdict in steps and in words.
//!
//! For each improvement the party has, either what would answer it (the shortest answer, and of these the
//! worst for the party), or that nothing does.
//!
//! By hand: from 1 the first party gains by 2, from where the second would move to 3, worst for both but for 2.
//!
//! ```
//! use detente_stability::{Answer, Concept, ConflictGraph, MovePreference, explain};
//!
//! let first = MovePreference::Ranking(vec![vec![2], vec![1], vec![3]]);
//! let second = MovePreference::Ranking(vec![vec![1], vec![3], vec![2]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_moves(
//!     names, vec![String::new(); 3], &[(0, 1, 2), (1, 2, 3)], &[first, second])?;
//! let why = explain(&graph, graph.state(1)?, 0, Concept::Sequential)?;
//! let Answer::Sanction { end, worse, .. } = why.departures[0].answer else { unreachable!() };
//! assert_eq!((graph.number(end), worse), (Some(3), true));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use crate::graph::Form;
use crate::level::{check, joint_answers};
use crate::reach::{Reach, Step, legal_reach};
use crate::state::State;
use crate::{Concept, ConflictGraph, StabilityError};

/// One verdict with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The state asked about.
    pub state: State,
    /// The party asked about.
    pub party: usize,
    /// In which sense.
    pub concept: Concept,
    /// Whether the party stays: no departure is open.
    pub stable: bool,
    /// Every improvement of the party, in order of code.
    pub departures: Vec<Departure>,
}

impl Explanation {
    /// The improvements that nothing holds the party back from.
    pub fn open(&self) -> impl Iterator<Item = &Departure> {
        self.departures.iter().filter(|departure| !departure.answer.holds_back())
    }
}

/// An improvement, and what would come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// Where the party would move.
    pub to: State,
    /// What would answer it.
    pub answer: Answer,
}

/// What would come of an improvement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The others could lead the party to a state no better than the one it left; in symmetric
    /// metarationality one from which it has no way out.
    Sanction {
        /// The others' moves; in simultaneous stability those made at the same moment, each from the state
        /// that is left.
        steps: Vec<Step>,
        /// Where it ends.
        end: State,
        /// Whether the party is worse off there than where it started, and not just as well off.
        worse: bool,
    },
    /// The others could lead it to such a state, but it could move on to a better one. Only in symmetric
    /// metarationality, and only where no answer holds.
    Escape {
        /// The others' moves.
        steps: Vec<Step>,
        /// Where they lead.
        end: State,
        /// Where the party would then move.
        counter: State,
    },
    /// Whatever the others do, the party stays better off.
    Open {
        /// The least that it would be left with, if the others can answer at all.
        least: Option<State>,
    },
}

impl Answer {
    /// Whether it holds the party back.
    pub fn holds_back(&self) -> bool {
        matches!(self, Self::Sanction { .. })
    }
}

/// Explains one verdict.
///
/// # Errors
/// [`StabilityError::UnknownParty`], [`StabilityError::UnknownState`] for a state that is not feasible, and
/// [`StabilityError::NeedsOptions`].
pub fn explain(
    graph: &ConflictGraph,
    state: State,
    party: usize,
    concept: Concept,
) -> Result<Explanation, StabilityError> {
    check(graph, state, party, concept)?;
    let mut improvements: Vec<State> = graph.improvements(party, state).collect();
    improvements.sort_unstable();
    let departures: Vec<Departure> = improvements
        .into_iter()
        .map(|to| Departure { to, answer: answer(graph, state, party, concept, to) })
        .collect();
    let stable = departures.iter().all(|departure| departure.answer.holds_back());
    Ok(Explanation { state, party, concept, stable, departures })
}

fn answer(graph: &ConflictGraph, from: State, party: usize, concept: Concept, to: State) -> Answer {
    let preference = graph.preference(party);
    let others: Vec<usize> = (0..graph.parties()).filter(|other| *other != party).collect();
    let reach = match concept {
        Concept::Nash => return Answer::Open { least: None },
        Concept::Simultaneous => return joint_answer(graph, from, party, &others, to),
        Concept::Sequential => legal_reach(graph, &others, to, |mover, before, after| {
            graph.preference(mover).prefers(after, before)
        }),
        _ => legal_reach(graph, &others, to, |_, _, _| true),
    };
    let hurts = |x: State| !preference.prefers(x, from);
    let counter = |x: State| {
        let best = graph.moves(party, x).max_by_key(|y| (preference.raw(*y), std::cmp::Reverse(*y)));
        best.filter(|y| concept == Concept::SymmetricMetarational && !hurts(*y))
    };
    let sanction = pick(graph, party, &reach, |x| hurts(x) && counter(x).is_none());
    if let Some((steps, end)) = sanction {
        return Answer::Sanction { steps, end, worse: preference.prefers(from, end) };
    }
    if let Some((steps, end)) = pick(graph, party, &reach, hurts)
        && let Some(counter) = counter(end)
    {
        return Answer::Escape { steps, end, counter };
    }
    Answer::Open { least: reach.states().min_by_key(|x| (preference.raw(*x), *x)) }
}

/// Among the states that will do, one with the shortest path, and of these the worst for the party.
fn pick(
    graph: &ConflictGraph,
    party: usize,
    reach: &Reach,
    will_do: impl Fn(State) -> bool,
) -> Option<(Vec<Step>, State)> {
    let mut best: Option<(usize, u32, State, usize)> = None;
    for (place, state) in reach.states().enumerate().filter(|(_, state)| will_do(*state)) {
        let key = (reach.depth(place), graph.preference(party).raw(state), state, place);
        if best.is_none_or(|best| key < best) {
            best = Some(key);
        }
    }
    best.map(|(_, _, state, place)| (reach.path(place), state))
}

fn joint_answer(graph: &ConflictGraph, from: State, party: usize, others: &[usize], to: State) -> Answer {
    let preference = graph.preference(party);
    let Form::Options(options) = &*graph.form else { return Answer::Open { least: None } };
    let own = options.masks[party].own;
    let mask = |other: usize| options.masks[other].own;
    let ends: Vec<State> = joint_answers(graph, others, from, mask)
        .into_iter()
        .map(|code| State((code & !own) | (to.0 & own)))
        .filter(|end| graph.feasible().contains(*end))
        .collect();
    let movers = |end: State| others.iter().filter(move |other| (end.0 ^ from.0) & mask(**other) != 0);
    let sanction = ends
        .iter()
        .filter(|end| !preference.prefers(**end, from))
        .min_by_key(|end| (movers(**end).count(), preference.raw(**end), **end));
    match sanction {
        Some(&end) => Answer::Sanction {
            steps: movers(end)
                .map(|&other| {
                    let mask = mask(other);
                    Step { party: other, to: State((from.0 & !mask) | (end.0 & mask)) }
                })
                .collect(),
            end,
            worse: preference.prefers(from, end),
        },
        None => Answer::Open {
            least: ends.into_iter().filter(|end| *end != to).min_by_key(|end| (preference.raw(*end), *end)),
        },
    }
}
