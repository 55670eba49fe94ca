//! Where several parties can lead a conflict together.
//!
//! `R_H(s)` (Fang, Hipel & Kilgour 1993): the states that members of H reach from s by legal sequences of
//! moves, in which nobody moves twice in a row; someone may move again later. A work-list over (state, last
//! mover), O(|H| · moves). With improving steps each move must be better for its mover than staying: `R_H⁺(s)`.
//!
//! In option form moves of one party are transitive, so a sequence with a repetition is a legal one with the
//! two merged, and the last mover can be forgotten, but for the return to `s` itself: [`legal_reach`] keeps
//! to the letter, [`Spread`] forgets.

use detente_model::Work;

use crate::ConflictGraph;
use crate::plan::Plan;
use crate::state::{State, StateSet};

/// One move on a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Step {
    /// Who moves, by index in the graph.
    pub party: usize,
    /// Where to.
    pub to: State,
}

/// What a work-list met, shortest sequences first.
#[derive(Debug)]
pub(crate) struct Reach {
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    step: Step,
    parent: Option<usize>,
    depth: usize,
}

impl Reach {
    /// The states, each as often as it has last movers.
    pub(crate) fn states(&self) -> impl Iterator<Item = State> + '_ {
        self.nodes.iter().map(|node| node.step.to)
    }

    /// How many steps lead to the state met at a place.
    pub(crate) fn depth(&self, place: usize) -> usize {
        self.nodes[place].depth
    }

    /// The steps that lead to the state met at a place in [`Reach::states`].
    pub(crate) fn path(&self, place: usize) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = Some(place);
        while let Some(place) = at {
            steps.push(self.nodes[place].step);
            at = self.nodes[place].parent;
        }
        steps.reverse();
        steps
    }
}

/// `R_H(s)` by the letter of the definition, over the steps that `allowed` lets pass.
pub(crate) fn legal_reach(
    graph: &ConflictGraph,
    movers: &[usize],
    from: State,
    allowed: impl Fn(usize, State, State) -> bool,
) -> Reach {
    legal_reach_after(graph, movers, movers, from, allowed)
}

/// The same with the first move left to some of the movers.
pub(crate) fn legal_reach_after(
    graph: &ConflictGraph,
    movers: &[usize],
    first: &[usize],
    from: State,
    allowed: impl Fn(usize, State, State) -> bool,
) -> Reach {
    let mut work = Work::of(graph.progress());
    let universe = graph.feasible().universe();
    work.add((movers.len() * universe / 64) as u64);
    let mut met = vec![StateSet::none(universe); movers.len()];
    let mut nodes: Vec<Node> = Vec::new();
    let mut next = 0;
    let mut at = None;
    let mut state = from;
    loop {
        let last = at.map(|place: usize| nodes[place].step.party);
        let depth = at.map_or(0, |place| nodes[place].depth) + 1;
        for (layer, mover) in movers.iter().enumerate() {
            if last == Some(*mover) || last.is_none() && !first.contains(mover) {
                continue;
            }
            work.add(1);
            for to in graph.moves(*mover, state) {
                work.add(1);
                if !allowed(*mover, state, to) {
                    continue;
                }
                if met[layer].insert(to) {
                    nodes.push(Node { step: Step { party: *mover, to }, parent: at, depth });
                }
            }
        }
        let Some(node) = nodes.get(next) else {
            work.end();
            return Reach { nodes };
        };
        state = node.step.to;
        at = Some(next);
        next += 1;
    }
}

/// `R_H(s)` and s, by any moves, for many s one after the other.
#[derive(Debug)]
pub(crate) struct Spread<'p, 'g> {
    plan: &'p Plan<'g>,
    movers: &'p [usize],
    /// By mover, the blocks that were opened.
    opened: Vec<Vec<usize>>,
    is_open: Vec<Vec<bool>>,
}

impl<'p, 'g> Spread<'p, 'g> {
    pub(crate) fn new(plan: &'p Plan<'g>, movers: &'p [usize]) -> Self {
        let is_open = movers
            .iter()
            .map(|mover| vec![false; plan.blocks.get(*mover).map_or(0, crate::blocks::Blocks::blocks)])
            .collect();
        Self { plan, movers, opened: vec![Vec::new(); movers.len()], is_open }
    }

    /// Whether something holds in a state that the movers reach from `from`, or there.
    pub(crate) fn any(&mut self, from: State, holds: impl Fn(State) -> bool) -> bool {
        if holds(from) {
            return true;
        }
        if self.plan.blocks.is_empty() {
            return legal_reach(self.plan.graph, self.movers, from, |_, _, _| true).states().any(holds);
        }
        let found = self.any_by_blocks(from, holds);
        for (opened, is_open) in self.opened.iter_mut().zip(&mut self.is_open) {
            for block in opened.drain(..) {
                is_open[block] = false;
            }
        }
        found
    }

    /// A state is taken up again for each block it is in, which costs less than remembering it.
    fn any_by_blocks(&mut self, from: State, holds: impl Fn(State) -> bool) -> bool {
        let mut work = Work::of(self.plan.progress);
        let mut open = vec![from.0];
        while let Some(code) = open.pop() {
            for (layer, mover) in self.movers.iter().enumerate() {
                let blocks = &self.plan.blocks[*mover];
                work.add(1);
                for block in blocks.ahead(code) {
                    if std::mem::replace(&mut self.is_open[layer][block], true) {
                        continue;
                    }
                    self.opened[layer].push(block);
                    let (start, end) = blocks.span(block);
                    work.add(1 + (end - start) as u64);
                    for &to in &blocks.order()[start..end] {
                        if holds(State(to)) {
                            work.end();
                            return true;
                        }
                        open.push(to);
                    }
                }
            }
        }
        work.end();
        false
    }
}
