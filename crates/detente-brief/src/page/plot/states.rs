//! The states of a conflict and the moves that someone would gain by.

use detente_stability::{ConflictGraph, State};
use serde::Serialize;

use crate::compose::standstill::Standstill;
use crate::page::Face;

/// Above so many arrows only the best move of each party from each state is shown.
const MOST_ARROWS: usize = 90;

/// The graph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct States {
    /// The states, in ascending order.
    pub states: Vec<Spot>,
    /// The parties.
    pub faces: Vec<Face>,
    /// The moves.
    pub arrows: Vec<Arrow>,
    /// Whether of several moves that a party would gain by only the best is among them.
    pub only_best: bool,
}

/// A state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// Its number.
    pub number: String,
    /// What it is, a line each: the moves made in it, or its label.
    pub what: Vec<String>,
    /// Whether the conflict stands here.
    pub now: bool,
    /// Whether it holds against people who look ahead.
    pub rests: bool,
    /// Whether it is better for some and worse for nobody.
    pub better_for_all: bool,
    /// How many moves it takes to get here from where the conflict stands, or else from the first state; `None` where none lead here.
    pub moves_away: Option<usize>,
}

/// A move that someone would gain by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Arrow {
    /// Who, by the place among the parties.
    pub party: usize,
    /// From which state, by its place.
    pub from: usize,
    /// To which, by its place.
    pub to: usize,
}

impl States {
    /// The graph of a conflict. `faces` are its parties, `holds` the states that hold against people who look ahead.
    pub(in crate::page) fn of(found: &Standstill, faces: Vec<Face>, holds: &[State]) -> Self {
        let graph = &found.graph;
        let states: Vec<State> = graph.states().collect();
        let (arrows, only_best) = arrows(found, &states);
        let distances = distances(found, &states);
        let spot = |(state, moves_away): (&State, Option<usize>)| Spot {
            number: graph.number(*state).unwrap_or_default().to_string(),
            what: what(graph, *state),
            now: graph.status_quo() == Some(*state),
            rests: holds.contains(state),
            better_for_all: found.prospects.iter().any(|prospect| prospect.state == *state),
            moves_away,
        };
        let spots = states.iter().zip(distances).map(spot).collect();
        Self { states: spots, faces, arrows, only_best }
    }
}

/// What a state is, a line each.
fn what(graph: &ConflictGraph, state: State) -> Vec<String> {
    let parts = graph.parts(state);
    if parts.is_empty() && graph.has_options() {
        return vec!["no move made".to_owned()];
    }
    parts.into_iter().map(|(made, name)| if made { name } else { format!("not {name}") }).collect()
}

/// The moves that someone would gain by; of too many, the best of each party from each state.
fn arrows(found: &Standstill, states: &[State]) -> (Vec<Arrow>, bool) {
    let graph = &found.graph;
    let place = |state: State| states.binary_search(&state).ok();
    let mut all = Vec::new();
    let mut best = Vec::new();
    for party in 0..graph.parties() {
        for (from, state) in states.iter().enumerate() {
            let mut gains: Vec<State> = graph.improvements(party, *state).collect();
            gains.sort_unstable();
            gains.dedup();
            let arrow = |to: &State| Some(Arrow { party, from, to: place(*to)? });
            all.extend(gains.iter().filter_map(arrow));
            let preference = graph.preference(party);
            let top = gains.iter().copied().reduce(|a, b| if preference.prefers(b, a) { b } else { a });
            best.extend(top.as_ref().and_then(arrow));
        }
    }
    if all.len() > MOST_ARROWS { (best, true) } else { (all, false) }
}

/// How many moves it takes from where the conflict stands, or else from the first state; `None` where none lead.
fn distances(found: &Standstill, states: &[State]) -> Vec<Option<usize>> {
    let graph = &found.graph;
    let mut distance = vec![None; states.len()];
    let start = graph.status_quo().and_then(|now| states.binary_search(&now).ok()).unwrap_or(0);
    let Some(first) = distance.get_mut(start) else { return distance };
    *first = Some(0);
    let mut front = vec![start];
    for step in 1.. {
        let mut next = Vec::new();
        for from in front {
            for party in 0..graph.parties() {
                for to in graph.moves(party, states[from]) {
                    if let Ok(to) = states.binary_search(&to)
                        && distance[to].is_none()
                    {
                        distance[to] = Some(step);
                        next.push(to);
                    }
                }
            }
        }
        if next.is_empty() {
            break;
        }
        next.sort_unstable();
        front = next;
    }
    distance
}
