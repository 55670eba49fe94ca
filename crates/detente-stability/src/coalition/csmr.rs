//! Coalitional symmetric metarationality, CSMR: every joint improvement could be answered so that one member
//! ends no better off, and whatever the coalition does then, one member does.
//!
//! `∀t ∈ R_H⁺⁺(s) ∃x ∈ R_{N∖H}(t) ∃i ∈ H: x ≤_i s and ∀y ∈ R_H(x) ∃j ∈ H: y ≤_j s`. The members matter only through
//! "all of them prefer it to s", so two searches backwards decide a state: from what all prefer, by moves of H,
//! to the answers from which there is an escape; from the other answers, by moves of the rest, to the
//! improvements that they sanction. O(n) a state.

use detente_model::Work;

use super::Joint;
use crate::preference::ABSENT;
use crate::response::{Steps, worst_response};
use crate::state::{State, StateSet};

pub(super) fn symmetric_metarational(joint: &Joint<'_, '_>) -> StateSet {
    // Nothing is stable in this sense that is not in the weaker one, which is cheaper to ask.
    let weaker = joint.stays_under(Steps::Any);
    let stronger = joint.stays(|_, _| true);
    crate::departure::collect_by_search(joint.plan, |code| {
        let from = State(code);
        stronger.contains(from) || weaker.contains(from) && holds_back(joint, from)
    })
}

fn holds_back(joint: &Joint<'_, '_>, from: State) -> bool {
    let universe = joint.plan.graph.feasible().universe();
    let mut weight = vec![ABSENT; universe];
    let mut work = Work::of(joint.plan.progress);
    for state in joint.plan.graph.states() {
        work.add(joint.members.len() as u64);
        weight[state.at()] = u32::from(!joint.all_prefer(state, from));
    }
    // 0: all prefer it, or the coalition can move on to such a state.
    let mut escape = worst_response(joint.plan, &joint.members, &weight, 2, Steps::Any);
    for slot in escape.iter_mut().filter(|slot| **slot != ABSENT) {
        *slot = 1 - *slot;
    }
    // 0: the rest can lead on to a state from which there is no escape.
    let sanctioned = worst_response(joint.plan, &joint.rest, &escape, 2, Steps::Any);
    let leaves = |to: State| joint.all_prefer(to, from) && sanctioned[to.at()] == 1;
    !crate::reach::Spread::new(joint.plan, &joint.members).any(from, leaves)
}
