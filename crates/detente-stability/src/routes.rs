//! Status quo analysis (Li, Kilgour & Hipel 2005): how the conflict could get from where it stands to where it
//! could rest.
//!
//! The shortest legal sequence of moves from the status quo to a state, by any moves and by improvements alone
//! (each step better for whoever makes it), for each party that could make the first move. Nobody moves twice
//! in a row, and no way comes back to where it began. In option form that costs nothing extra, as two moves of one party in a row are one: a search in
//! breadth over blocks, O(n) a party. Given by states the search runs over (state, last mover), O(moves).
//!
//! By hand: a door that two people must open, each its own bolt. Both have to move, and either may begin.
//!
//! ```
//! use detente_stability::{MoveChoice, ConflictGraph, Direction, MovePreference, routes_from};
//!
//! let names = vec!["First".into(), "Second".into()];
//! let choices = (0..2).map(|by| MoveChoice { name: "Draw the bolt".into(), by, direction: Direction::Both });
//! let ranking = MovePreference::Ranking(vec![vec![4], vec![1, 2], vec![3]]);
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[ranking.clone(), ranking])?;
//! let route = routes_from(&graph, graph.state(1)?, &[graph.state(4)?])?.remove(0);
//! assert_eq!(route.by_moves.as_ref().map(Vec::len), Some(2));
//! assert_eq!(route.first_movers(), [0, 1]);
//! assert_eq!(route.by_improvements, None); // nobody gains by drawing the first bolt alone
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use std::collections::VecDeque;

use detente_model::Work;

use crate::level::check_state;
use crate::plan::Plan;
use crate::reach::{Step, legal_reach_after};
use crate::state::{State, StateSet};
use crate::{ConflictGraph, StabilityError};

/// How a state is reached from the status quo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The state.
    pub target: State,
    /// For each party that could move first on a way to it, in order.
    pub by_first_mover: Vec<FirstMover>,
    /// The shortest sequence of moves; empty when the conflict is there, `None` when it cannot get there.
    pub by_moves: Option<Vec<Step>>,
    /// The shortest sequence of improvements.
    pub by_improvements: Option<Vec<Step>>,
}

/// The shortest ways on which one party makes the first move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstMover {
    /// The party.
    pub party: usize,
    /// The shortest sequence of moves.
    pub by_moves: Vec<Step>,
    /// The shortest sequence of improvements, if there is one.
    pub by_improvements: Option<Vec<Step>>,
}

impl Route {
    /// Who has to move first on a shortest way: by improvements where there is one, else by any moves.
    pub fn first_movers(&self) -> Vec<usize> {
        let len = |steps: &Option<Vec<Step>>| steps.as_ref().map(Vec::len);
        let shortest = |first: &&FirstMover| match len(&self.by_improvements) {
            Some(shortest) => len(&first.by_improvements) == Some(shortest),
            None => Some(first.by_moves.len()) == len(&self.by_moves),
        };
        self.by_first_mover.iter().filter(shortest).map(|first| first.party).collect()
    }
}

/// The ways from the status quo to some states.
///
/// # Errors
/// [`StabilityError::NoStatusQuo`].
pub fn routes(graph: &ConflictGraph, targets: &[State]) -> Result<Vec<Route>, StabilityError> {
    routes_from(graph, graph.status_quo().ok_or(StabilityError::NoStatusQuo)?, targets)
}

/// The ways from one state to others.
///
/// # Errors
/// [`StabilityError::UnknownState`] for a start that is not feasible.
pub fn routes_from(
    graph: &ConflictGraph,
    start: State,
    targets: &[State],
) -> Result<Vec<Route>, StabilityError> {
    check_state(graph, start)?;
    let plan = Plan::new(graph);
    let trees = |improving: bool| -> Vec<Tree> {
        (0..graph.parties()).map(|first| Tree::grow(&plan, start, first, improving)).collect()
    };
    let (by_moves, by_improvements) = (trees(false), trees(true));
    let shortest = |paths: Vec<&Vec<Step>>| paths.into_iter().min_by_key(|path| path.len()).cloned();
    let route = |target: &State| {
        let first = |party: usize| {
            Some(FirstMover {
                party,
                by_moves: by_moves[party].path(*target)?,
                by_improvements: by_improvements[party].path(*target),
            })
        };
        if *target == start {
            let here = Some(Vec::new());
            return Route {
                target: start,
                by_first_mover: Vec::new(),
                by_moves: here.clone(),
                by_improvements: here,
            };
        }
        let by_first_mover: Vec<FirstMover> = (0..graph.parties()).filter_map(first).collect();
        Route {
            target: *target,
            by_moves: shortest(by_first_mover.iter().map(|first| &first.by_moves).collect()),
            by_improvements: shortest(
                by_first_mover.iter().filter_map(|first| first.by_improvements.as_ref()).collect(),
            ),
            by_first_mover,
        }
    };
    Ok(targets.iter().map(route).collect())
}

/// Whether anyone's moves lead from one state to another.
pub(crate) fn leads_to(graph: &ConflictGraph, start: State, target: State) -> bool {
    let movers: Vec<usize> = (0..graph.parties()).collect();
    start == target
        || crate::reach::Spread::new(&Plan::new(graph), &movers).any(start, |state| state == target)
}

/// Shortest ways from a start, one party moving first.
struct Tree {
    /// By code, the state before and the party that moved from it.
    before: Vec<Option<(State, usize)>>,
    /// In a conflict given by its states: paths as they were found.
    listed: Option<crate::reach::Reach>,
    start: State,
}

impl Tree {
    fn grow(plan: &Plan<'_>, start: State, first: usize, improving: bool) -> Self {
        let graph = plan.graph;
        if plan.blocks.is_empty() {
            let movers: Vec<usize> = (0..graph.parties()).collect();
            let listed = legal_reach_after(graph, &movers, &[first], start, |mover, from, to| {
                to != start && (!improving || graph.preference(mover).prefers(to, from))
            });
            return Self { before: Vec::new(), listed: Some(listed), start };
        }
        let mut this = Self { before: vec![None; graph.feasible().universe()], listed: None, start };
        // By party and block, the lowest place that was opened: everything behind it has been met.
        let mut opened: Vec<Vec<u32>> =
            plan.blocks.iter().map(|blocks| blocks.starts()[1..].to_vec()).collect();
        let mut met = StateSet::none(graph.feasible().universe());
        met.insert(start);
        let mut work = Work::of(plan.progress);
        let mut open = VecDeque::from([start]);
        let mut movers = first..first + 1;
        while let Some(at) = open.pop_front() {
            for mover in movers.clone() {
                let blocks = &plan.blocks[mover];
                work.add(1);
                for block in blocks.ahead(at.0) {
                    let from = if improving {
                        blocks.above(block, graph.preference(mover).raw(at))
                    } else {
                        blocks.span(block).0
                    };
                    let until = opened[mover][block] as usize;
                    if from >= until {
                        continue;
                    }
                    opened[mover][block] = from as u32;
                    work.add((until - from) as u64);
                    for &code in &blocks.order()[from..until] {
                        if met.insert(State(code)) {
                            this.before[code as usize] = Some((at, mover));
                            open.push_back(State(code));
                        }
                    }
                }
            }
            // After the first move anyone may follow; a second one by the same party meets nothing new.
            movers = 0..graph.parties();
        }
        work.end();
        this
    }

    fn path(&self, target: State) -> Option<Vec<Step>> {
        if let Some(listed) = &self.listed {
            let place = listed.states().position(|state| state == target)?;
            return Some(listed.path(place));
        }
        let mut steps = Vec::new();
        let mut at = target;
        while at != self.start {
            let (before, party) = (*self.before.get(at.at())?)?;
            steps.push(Step { party, to: at });
            at = before;
        }
        steps.reverse();
        Some(steps)
    }
}
