//! Whether a party stays: the question that all sanctioning concepts put, once the responses are known.
//!
//! A state is stable when no improvement is left unsanctioned. With a response r(t) for each improvement t
//! the improvement is unsanctioned when r(t) ≥ ℓ(s): for general stability ℓ(s) is one above the grade of s,
//! for strong stability the lowest grade that is not strongly worse (Hamouda, Kilgour & Hipel 2004).
//! Improvements are tails of blocks, so the greatest response over each tail is kept: O(n log n) in all.

use detente_model::Work;
use rayon::prelude::*;

use crate::plan::Plan;
use crate::state::{Bits, State, StateSet};

/// What counts as a sanction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sanction {
    /// Ending no better than where one started.
    General,
    /// Ending strongly worse (`>>`).
    Strong,
}

impl Sanction {
    /// The least grade that is no sanction for leaving a state of a grade.
    pub(crate) fn limit(self, preference: &crate::Preference, grade: u32) -> u32 {
        match self {
            Self::General => grade + 1,
            Self::Strong => preference.floor(grade),
        }
    }
}

/// The states from which the party has no unsanctioned improvement.
pub(crate) fn stays(plan: &Plan<'_>, party: usize, response: &[u32], severity: Sanction) -> StateSet {
    let preference = plan.graph.preference(party);
    let grade = preference.by_code();
    let Some(blocks) = plan.blocks.get(party) else {
        return collect(plan, |code| {
            let limit = severity.limit(preference, grade[code as usize]);
            !plan.graph.improvements(party, State(code)).any(|to| response[to.at()] >= limit)
        });
    };
    let order = blocks.order();
    let mut work = Work::of(plan.progress);
    let mut tail = vec![0; order.len()];
    for block in 0..blocks.blocks() {
        let (from, to) = blocks.span(block);
        work.add(1 + (to - from) as u64);
        let mut greatest = 0;
        for at in (from..to).rev() {
            greatest = response[order[at] as usize].max(greatest);
            tail[at] = greatest;
        }
    }
    collect(plan, |code| {
        let own = grade[code as usize];
        let limit = severity.limit(preference, own);
        !blocks.ahead(code).any(|block| {
            let from = blocks.above(block, own);
            from < blocks.span(block).1 && tail[from] >= limit
        })
    })
}

/// So many words of 64 states are gone through between reports.
const WORDS_A_REPORT: usize = 256;

/// The feasible states of which something holds, found in parallel, 64 at a time.
pub(crate) fn collect(plan: &Plan<'_>, holds: impl Fn(u32) -> bool + Sync) -> StateSet {
    // One report for all of a stretch: more would cost more than the states.
    collected(plan, WORDS_A_REPORT, holds)
}

/// The same where each state takes a search.
pub(crate) fn collect_by_search(plan: &Plan<'_>, holds: impl Fn(u32) -> bool + Sync) -> StateSet {
    collected(plan, 1, holds)
}

fn collected(plan: &Plan<'_>, words_a_report: usize, holds: impl Fn(u32) -> bool + Sync) -> StateSet {
    let feasible = plan.graph.feasible();
    let word = |at: usize, word: u64| {
        if at % words_a_report == words_a_report - 1 {
            plan.progress.work(64 * words_a_report as u64);
        }
        let held = Bits(word).filter(|bit| holds(at as u32 * 64 + bit));
        held.fold(0, |set, bit| set | 1 << bit)
    };
    StateSet::from_words(in_parallel(feasible.words(), &word), feasible.universe())
}

/// What is made of each word of a set and its place, in parallel. Called through a pointer once for 64 states, so that the machinery of
/// threads is built once and not for each question anew.
pub(crate) fn in_parallel(words: &[u64], made: &(dyn Fn(usize, u64) -> u64 + Sync)) -> Vec<u64> {
    words.par_iter().enumerate().map(|(at, word)| made(at, *word)).collect()
}
