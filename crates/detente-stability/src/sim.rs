//! Simultaneous stability, SIM (Fraser & Hipel 1984): a party stays when every improvement could go wrong
//! because others improve at the same moment.
//!
//! For every `t ∈ R_i⁺(s)` there is a joint vector of the others' improvements from s (each may stay) that, combined with
//! i's move to t, is feasible and no better for i than s. Only for conflicts in option form: moves must combine.
//!
//! What the others could do together at worst, wanting it or not, bounds from below where an improvement could
//! end: one sweep along their options, and whatever stays above is unsanctioned. What is left is walked: the
//! improvements of i, best first, and for each the joint answers until one sanctions, those that sanctioned
//! last being tried first. With `a` improvements and `c` joint answers that is `a + c` looks a state where
//! answers to one improvement tend to answer the next, and `a · c` at worst. States are spread over threads.
//!
//! In the prisoner's dilemma cooperation is simultaneously stable: both would defect, and meet in defection.
//!
//! ```
//! use detente_stability::{Concept, ConflictGraph, Direction, MoveChoice, MovePreference, Stability};
//!
//! let choices = (0..2).map(|by| MoveChoice { name: "cooperate".into(), by, direction: Direction::Both });
//! let first = MovePreference::Ranking(vec![vec![3], vec![4], vec![1], vec![2]]);
//! let second = MovePreference::Ranking(vec![vec![2], vec![4], vec![1], vec![3]]);
//! let names = vec!["First".into(), "Second".into()];
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[first, second])?;
//! let sim = Stability::of(&graph).equilibrium_numbers(&graph, Concept::Simultaneous);
//! assert_eq!(sim, Some(vec![1, 4]));
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

use detente_model::Work;

use crate::departure::{Sanction, in_parallel, stays};
use crate::graph::Form;
use crate::plan::Plan;
use crate::response::worst_together;
use crate::state::{Bits, StateSet};

/// How many answers are remembered from one improvement to the next.
const REMEMBERED: usize = 8;

/// The states that are simultaneously stable for a party, among which are its Nash stable ones; `None` for a
/// conflict given by its states.
pub(crate) fn simultaneous(plan: &Plan<'_>, party: usize, nash: &StateSet) -> Option<StateSet> {
    let Form::Options(options) = &*plan.graph.form else { return None };
    let others = plan.others(party);
    let masks: Vec<u32> = others.iter().map(|other| options.masks[*other].own).collect();
    let own = options.masks[party].own;
    let grade = plan.graph.preference(party).by_code();
    let within_bound =
        stays(plan, party, &worst_together(options, &others, grade, plan.progress), Sanction::General);
    // Buffers are reused within a word of 64 states.
    let word = |at: usize, word: u64| {
        let stable = nash.words()[at];
        let mut work = Work::of(plan.progress);
        let (mut improvements, mut answers) = (Vec::new(), vec![Vec::new(); others.len()]);
        Bits(word & !stable).fold(stable, |set, bit| {
            let code = at as u32 * 64 + bit;
            plan.blocks[party].improvements(code, grade[code as usize], &mut improvements);
            for (answers, other) in answers.iter_mut().zip(&others) {
                let theirs = plan.graph.preference(*other).by_code()[code as usize];
                plan.blocks[*other].improvements(code, theirs, answers);
            }
            let joint = Joint { masks: &masks, answers: &answers, grade, limit: grade[code as usize] };
            let stays = joint.sanctions_all(&improvements, code, own, &mut work);
            set | u64::from(stays) << bit
        })
    };
    Some(StateSet::from_words(in_parallel(within_bound.words(), &word), within_bound.universe()))
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
    fn hurts(&self, code: u32) -> bool {
        self.grade[code as usize] <= self.limit
    }

    /// Whether every improvement could go wrong.
    fn sanctions_all(&self, improvements: &[&[u32]], from: u32, own: u32, work: &mut Work<'_>) -> bool {
        let mut remembered = [from; REMEMBERED];
        let mut oldest = 0;
        improvements.iter().flat_map(|slice| slice.iter().rev()).all(|to| {
            let moved = to & own;
            if remembered.iter().any(|end| self.hurts((end & !own) | moved)) {
                return true;
            }
            let Some(end) = self.sanction((from & !own) | moved, 0, work) else { return false };
            remembered[oldest] = end;
            oldest = (oldest + 1) % REMEMBERED;
            true
        })
    }

    /// A sanction that some choice of the parties from `next` on makes of `code`.
    fn sanction(&self, code: u32, next: usize, work: &mut Work<'_>) -> Option<u32> {
        let Some(mask) = self.masks.get(next) else { return self.hurts(code).then_some(code) };
        let rest = code & !mask;
        let mut joined =
            self.answers[next].iter().flat_map(|slice| slice.iter()).map(|to| rest | (to & mask));
        // The last party is most of the work: no call for it.
        if next + 1 == self.masks.len() {
            work.add(self.answers[next].iter().map(|slice| slice.len() as u64).sum());
            return self.hurts(code).then_some(code).or_else(|| joined.find(|end| self.hurts(*end)));
        }
        let as_it_is = self.sanction(code, next + 1, work);
        as_it_is.or_else(|| joined.find_map(|code| self.sanction(code, next + 1, work)))
    }
}
