//! Simultaneous stability, SIM (Fraser & Hipel 1984): a party stays when every improvement could go wrong
//! because others improve at the same moment.
//!
//! For every `t ∈ R_i⁺(s)` there is a joint vector of the others' improvements from s (each may stay) that, combined with
//! i's move to t, is feasible and no better for i than s. Only for conflicts in option form: moves must combine.
//!
//! The joint moves of a state are walked, and left as soon as one sanctions; a state whose improvement is
//! unsanctioned is left at once. With `a` improvements of i and `c` joint answers that is `a · c` a state at
//! worst and far less in general: about 1/p answers an improvement when a share p of them sanctions. States
//! are spread over threads.
//!
//! In the prisoner's dilemma cooperation is simultaneously stable: both would defect, and meet in defection.
//!
//! ```
//! use detente_stability::{Concept, ConflictGraph, Direction, Choice, MovePreference, Stability};
//!
//! let choices = (0..2).map(|by| Choice { name: "cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let sim = Stability::of(&graph).equilibrium_numbers(&graph, Concept::Simultaneous);
//! assert_eq!(sim, Some(vec![1, 4]));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use rayon::prelude::*;

use crate::graph::Form;
use crate::plan::Plan;
use crate::state::{Bits, StateSet};

/// The states that are simultaneously stable for a party, among which are its Nash stable ones; `None` for a
/// conflict given by its states.
pub(crate) fn simultaneous(plan: &Plan<'_>, party: usize, nash: &StateSet) -> Option<StateSet> {
    let Form::Options(options) = &*plan.graph.form else { return None };
    let others = plan.others(party);
    let masks: Vec<u32> = others.iter().map(|other| options.masks[*other].own).collect();
    let own_mask = options.masks[party].own;
    let grade = plan.graph.preference(party).by_code();
    let feasible = plan.graph.feasible();
    // Buffers are reused within a word of 64 states.
    let word = |(at, word): (usize, &u64)| {
        let stable = nash.words()[at];
        let (mut improvements, mut answers) = (Vec::new(), vec![Vec::new(); others.len()]);
        Bits(word & !stable).fold(stable, |set, bit| {
            let code = at as u32 * 64 + bit;
            let limit = grade[code as usize];
            plan.blocks[party].improvements(code, limit, &mut improvements);
            for (answers, other) in answers.iter_mut().zip(&others) {
                let theirs = plan.graph.preference(*other).by_code()[code as usize];
                plan.blocks[*other].improvements(code, theirs, answers);
            }
            let joint = Joint { masks: &masks, answers: &answers, grade, limit };
            let sanctioned = |to: &u32| joint.sanctions((code & !own_mask) | (to & own_mask), 0);
            let stays = improvements.iter().flat_map(|slice| slice.iter()).all(sanctioned);
            set | u64::from(stays) << bit
        })
    };
    let words = feasible.words().par_iter().enumerate().map(word).collect();
    Some(StateSet::from_words(words, feasible.universe()))
}

/// The joint answers to one state.
struct Joint<'a> {
    masks: &'a [u32],
    /// By other party, its improvements in slices.
    answers: &'a [Vec<&'a [u32]>],
    grade: &'a [u32],
    /// The grade of the state that is left. What is infeasible has the highest grade, so never sanctions.
    limit: u32,
}

impl Joint<'_> {
    /// Whether some choice of the parties from `next` on makes `code` a sanction.
    fn sanctions(&self, code: u32, next: usize) -> bool {
        let Some(mask) = self.masks.get(next) else { return self.grade[code as usize] <= self.limit };
        let rest = code & !mask;
        // The last party is most of the work: no call for it.
        if next + 1 == self.masks.len() {
            return self.grade[code as usize] <= self.limit
                || self.answers[next].iter().any(|slice| {
                    slice.iter().any(|to| self.grade[(rest | (to & mask)) as usize] <= self.limit)
                });
        }
        self.sanctions(code, next + 1)
            || self.answers[next]
                .iter()
                .any(|slice| slice.iter().any(|to| self.sanctions(rest | (to & mask), next + 1)))
    }
}
