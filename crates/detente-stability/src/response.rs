//! The worst that others can lead a party to: what makes an improvement not worth making.
//!
//! For a set H of movers and a weight for each state, the response to `t` is the least weight over `t` itself
//! and `R_H(t)`, the states that H reaches by legal sequences (Fang, Hipel & Kilgour 1993): any number of moves,
//! nobody twice in a row. With improving steps only, each step must be an improvement for its mover.
//!
//! Taking `t` in is exact for every concept that asks: they look at improvements `t`, which are never as bad
//! as the state they were left from.
//!
//! States are taken in order of weight, and each hands its weight to whatever leads to it and has none yet.
//! In option form the states that lead to `x` by a move of j are the head of a block, so one watermark a block
//! replaces the moves: O(n) a mover, whatever the number of moves (3^r blocks are met for r one-way options
//! of one party, at worst). With nothing infeasible, H changes any of its options at will, and a sweep along
//! each option does without the search. Given by states, the search runs over (state, last mover): O(moves).

use detente_model::{Progress, Work};

use crate::blocks::Blocks;
use crate::graph::Form;
use crate::options::Options;
use crate::plan::Plan;
use crate::preference::ABSENT;
use crate::state::StateSet;

/// Which steps the responders may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Steps {
    /// Any move.
    Any,
    /// Only moves to a state that the mover prefers to the one it leaves.
    Improving,
}

/// By code, the worst response; [`ABSENT`] where there is no state. `weight` has a number below `bound` for
/// every state.
pub(crate) fn worst_response(
    plan: &Plan<'_>,
    movers: &[usize],
    weight: &[u32],
    bound: usize,
    steps: Steps,
) -> Vec<u32> {
    match &*plan.graph.form {
        Form::Options(options) if steps == Steps::Any && plan.graph.len() == options.universe() => {
            worst_together(options, movers, weight, plan.progress)
        }
        Form::Options(_) => by_blocks(plan, movers, &by_weight(weight, bound, plan.progress), weight, steps),
        Form::Explicit(_) => by_moves(plan, movers, &by_weight(weight, bound, plan.progress), weight, steps),
    }
}

/// States in order of weight.
fn by_weight(weight: &[u32], bound: usize, progress: &Progress) -> Vec<u32> {
    let mut next = vec![0u32; bound + 1];
    for weight in progress.along(weight).filter(|weight| **weight != ABSENT) {
        next[*weight as usize + 1] += 1;
    }
    for at in 0..bound {
        next[at + 1] += next[at];
    }
    let mut sorted = vec![0; next[bound] as usize];
    for (code, weight) in progress.along(weight).enumerate().filter(|(_, weight)| **weight != ABSENT) {
        sorted[next[*weight as usize] as usize] = code as u32;
        next[*weight as usize] += 1;
    }
    sorted
}

/// The least weight over all changes of the movers' options that are permitted, made together. Where every
/// state is feasible that is the response by any moves, without a search; elsewhere a bound for moves made at
/// once.
pub(crate) fn worst_together(
    options: &Options,
    movers: &[usize],
    weight: &[u32],
    progress: &Progress,
) -> Vec<u32> {
    let mut work = Work::of(progress);
    let (make, undo) = movers.iter().fold((0, 0), |(make, undo), mover| {
        let masks = options.masks[*mover];
        (make | masks.both | masks.forward, undo | masks.both | masks.back)
    });
    let mut least = weight.to_vec();
    for bit in 0..options.choices.len() {
        let (make, undo) = (make >> bit & 1 == 1, undo >> bit & 1 == 1);
        if !(make || undo) {
            continue;
        }
        let step = 1 << bit;
        for pair in least.chunks_exact_mut(2 * step) {
            // Eight at a time, as processors do it.
            work.add(1 + step as u64 / 8);
            let (without, with) = pair.split_at_mut(step);
            for (without, with) in without.iter_mut().zip(with) {
                let (low, high) = (*without, *with);
                if make {
                    *without = low.min(high);
                }
                if undo {
                    *with = low.min(high);
                }
            }
        }
    }
    least
}

fn by_blocks(plan: &Plan<'_>, movers: &[usize], sorted: &[u32], weight: &[u32], steps: Steps) -> Vec<u32> {
    let mut found = vec![ABSENT; weight.len()];
    // How far into each block everything has been found.
    let mut marks: Vec<(&Blocks, &[u32], Vec<u32>)> = movers
        .iter()
        .map(|mover| {
            let blocks = &plan.blocks[*mover];
            (blocks, plan.graph.preference(*mover).by_code(), blocks.starts().to_vec())
        })
        .collect();
    let mut open = Vec::new();
    let mut work = Work::of(plan.progress);
    for &first in sorted {
        work.add(1);
        if found[first as usize] != ABSENT {
            continue;
        }
        let least = weight[first as usize];
        found[first as usize] = least;
        open.push(first);
        while let Some(code) = open.pop() {
            work.add(marks.len() as u64);
            for (blocks, grade, mark) in &mut marks {
                for block in blocks.behind(code) {
                    let until = match steps {
                        Steps::Any => blocks.span(block).1,
                        Steps::Improving => blocks.not_below(block, grade[code as usize]),
                    };
                    let from = mark[block] as usize;
                    if from < until {
                        mark[block] = until as u32;
                        work.add((until - from) as u64);
                        for &other in &blocks.order()[from..until] {
                            if found[other as usize] == ABSENT {
                                found[other as usize] = least;
                                open.push(other);
                            }
                        }
                    }
                }
            }
        }
    }
    found
}

fn by_moves(plan: &Plan<'_>, movers: &[usize], sorted: &[u32], weight: &[u32], steps: Steps) -> Vec<u32> {
    let graph = plan.graph;
    let Form::Explicit(explicit) = &*graph.form else { return weight.to_vec() };
    let universe = weight.len();
    let mut work = Work::of(plan.progress);
    // One layer for each last mover, and one for the state from which nobody has moved yet.
    let start = movers.len();
    let mut met: Vec<StateSet> = vec![StateSet::none(universe); start + 1];
    let mut found = vec![ABSENT; universe];
    let mut open = Vec::new();
    for &first in sorted {
        let least = weight[first as usize];
        for (layer, met) in met.iter_mut().enumerate() {
            if met.insert(crate::State(first)) {
                if layer == start {
                    found[first as usize] = least;
                } else {
                    open.push((first, layer));
                }
            }
        }
        while let Some((code, last)) = open.pop() {
            work.add(1);
            let mover = movers[last];
            let grade = graph.preference(mover).by_code();
            for &before in explicit.arcs[mover].before(code) {
                let worse = grade[before as usize] < grade[code as usize];
                if !graph.feasible().contains(crate::State(before)) || (steps == Steps::Improving && !worse) {
                    continue;
                }
                for layer in (0..=start).filter(|layer| *layer != last) {
                    if met[layer].insert(crate::State(before)) {
                        if layer == start {
                            found[before as usize] = least;
                        } else {
                            open.push((before, layer));
                        }
                    }
                }
            }
        }
    }
    found
}
