//! Coalitions: parties that move together when all of them gain.
//!
//! After Kilgour, Hipel, Fang & Peng (2001) and Inohara & Hipel (2008). `R_H(s)` is what members of H reach by
//! legal sequences, and `R_H⁺⁺(s) = {t ∈ R_H(s): t >_i s for all i ∈ H}` what would be better for all of them. One
//! file for each concept: `cr`, `cgmr`, `csmr`, `cseq`.
//!
//! Each state asks what its coalition reaches, so a coalition that reaches most states costs O(n²) over all of
//! them, spread over threads; memory stays O(n).
//!
//! By hand: neither of two would draw a bolt alone, but both gain by an open door.
//!
//! ```
//! use detente_stability::{MoveChoice, Coalition, ConflictGraph, Direction, MovePreference, joint_improvements};
//!
//! let names = vec!["First".into(), "Second".into()];
//! let choices = (0..2).map(|by| MoveChoice { name: "Draw the bolt".into(), by, direction: Direction::Both });
//! let ranking = MovePreference::Ranking(vec![vec![4], vec![1], vec![2, 3]]);
//! let graph = ConflictGraph::from_options(names, choices.collect(), &[], &[ranking.clone(), ranking])?;
//! let both = Coalition::of(&[0, 1])?;
//! assert_eq!(joint_improvements(&graph, both, graph.state(1)?)?, [graph.state(4)?]);
//! # Ok::<(), detente_stability::StabilityError>(())
//! ```

mod cgmr;
mod cr;
mod cseq;
mod csmr;

use crate::departure::collect_by_search;
use crate::plan::Plan;
use crate::reach::{Spread, legal_reach};
use crate::response::Steps;
use crate::state::{State, StateSet};
use crate::{ConflictGraph, StabilityError};

/// The most parties with moves of their own of which every coalition is looked at.
pub const MOST_IN_COALITIONS: usize = 12;

/// Some of the parties, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coalition(u32);

impl Coalition {
    /// The coalition of some parties, by their indices in the graph.
    pub fn of(members: &[usize]) -> Result<Self, StabilityError> {
        let mut mask = 0;
        for member in members {
            if *member >= crate::MOST_PARTIES {
                return Err(StabilityError::BadCoalition);
            }
            mask |= 1 << member;
        }
        if mask == 0 { Err(StabilityError::BadCoalition) } else { Ok(Self(mask)) }
    }

    /// Its members in order.
    pub fn members(self) -> Vec<usize> {
        crate::state::Bits(u64::from(self.0)).map(|bit| bit as usize).collect()
    }

    /// Whether a party belongs to it.
    pub fn contains(self, party: usize) -> bool {
        party < 32 && self.0 >> party & 1 == 1
    }
}

/// A coalitional form of a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoalitionConcept {
    /// CR: nothing better for all of them.
    Rational,
    /// CGMR: every joint improvement could be answered.
    GeneralMetarational,
    /// CSMR: every joint improvement could be answered, without escape.
    SymmetricMetarational,
    /// CSEQ: every joint improvement could be answered credibly.
    Sequential,
}

impl CoalitionConcept {
    /// Every concept.
    pub const ALL: [Self; 4] =
        [Self::Rational, Self::GeneralMetarational, Self::SymmetricMetarational, Self::Sequential];

    /// The word used in findings.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rational => "cr",
            Self::GeneralMetarational => "cgmr",
            Self::SymmetricMetarational => "csmr",
            Self::Sequential => "cseq",
        }
    }
}

/// A coalition with its joint interests, over one plan.
struct Joint<'p, 'g> {
    plan: &'p Plan<'g>,
    members: Vec<usize>,
    rest: Vec<usize>,
}

impl<'p, 'g> Joint<'p, 'g> {
    fn new(plan: &'p Plan<'g>, coalition: Coalition) -> Self {
        let (members, rest) = (0..plan.graph.parties()).partition(|party| coalition.contains(*party));
        Self { plan, members, rest }
    }

    /// `a >_i b` for every member.
    fn all_prefer(&self, a: State, b: State) -> bool {
        self.members.iter().all(|member| self.plan.graph.preference(*member).prefers(a, b))
    }

    /// The states in which the coalition has no joint improvement that `unsanctioned` lets stand. Asked with
    /// the improvement and the state that would be left.
    fn stays(&self, unsanctioned: impl Fn(State, State) -> bool + Sync) -> StateSet {
        collect_by_search(self.plan, |code| {
            let from = State(code);
            let leaves = |to: State| self.all_prefer(to, from) && unsanctioned(to, from);
            !Spread::new(self.plan, &self.members).any(from, leaves)
        })
    }

    /// By member, the worst that the rest can bring about.
    fn responses(&self, steps: Steps) -> Vec<Vec<u32>> {
        let of = |member: &usize| {
            let preference = self.plan.graph.preference(*member);
            let weight = preference.by_code();
            crate::response::worst_response(self.plan, &self.rest, weight, preference.grades(), steps)
        };
        self.members.iter().map(of).collect()
    }

    /// Stability where any answer that leaves one member no better off is a sanction.
    fn stays_under(&self, steps: Steps) -> StateSet {
        let responses = self.responses(steps);
        self.stays(|to, from| {
            self.members
                .iter()
                .zip(&responses)
                .all(|(member, response)| response[to.at()] > self.plan.graph.preference(*member).raw(from))
        })
    }
}

/// The states that are stable for a coalition.
///
/// # Errors
/// [`StabilityError::BadCoalition`] when a member is not a party of the conflict.
pub fn stable_for_coalition(
    graph: &ConflictGraph,
    coalition: Coalition,
    concept: CoalitionConcept,
) -> Result<StateSet, StabilityError> {
    if coalition.members().iter().any(|member| *member >= graph.parties()) {
        return Err(StabilityError::BadCoalition);
    }
    Ok(within(&Plan::new(graph), coalition, concept))
}

fn within(plan: &Plan<'_>, coalition: Coalition, concept: CoalitionConcept) -> StateSet {
    let joint = Joint::new(plan, coalition);
    match concept {
        CoalitionConcept::Rational => cr::rational(&joint),
        CoalitionConcept::GeneralMetarational => cgmr::general_metarational(&joint),
        CoalitionConcept::SymmetricMetarational => csmr::symmetric_metarational(&joint),
        CoalitionConcept::Sequential => cseq::sequential(&joint),
    }
}

/// The states that are stable for every coalition.
///
/// Coalitions that take in a party without moves are left out: whatever holds one with it back holds it back
/// without.
///
/// # Errors
/// [`StabilityError::TooManyParties`] above [`MOST_IN_COALITIONS`] parties with moves.
pub fn coalitional_equilibria(
    graph: &ConflictGraph,
    concept: CoalitionConcept,
) -> Result<StateSet, StabilityError> {
    let movers: Vec<usize> = (0..graph.parties()).filter(|party| can_move(graph, *party)).collect();
    if movers.len() > MOST_IN_COALITIONS {
        return Err(StabilityError::TooManyParties { found: movers.len(), most: MOST_IN_COALITIONS });
    }
    let plan = Plan::new(graph);
    let mut all = graph.feasible().clone();
    for mask in 1..1u32 << movers.len() {
        let members = movers.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
        let coalition = Coalition(members.fold(0, |set, (_, party)| set | 1 << party));
        all.intersect(&within(&plan, coalition, concept));
    }
    Ok(all)
}

fn can_move(graph: &ConflictGraph, party: usize) -> bool {
    match &*graph.form {
        crate::graph::Form::Options(options) => options.masks[party].own != 0,
        crate::graph::Form::Explicit(explicit) => explicit.arcs[party].all().next().is_some(),
    }
}

/// `R_H⁺⁺(s)`: what a coalition reaches that is better for each of its members, in order of code.
///
/// # Errors
/// [`StabilityError::BadCoalition`] when a member is not a party of the conflict.
pub fn joint_improvements(
    graph: &ConflictGraph,
    coalition: Coalition,
    from: State,
) -> Result<Vec<State>, StabilityError> {
    let members = coalition.members();
    if members.iter().any(|member| *member >= graph.parties()) {
        return Err(StabilityError::BadCoalition);
    }
    if !graph.feasible().contains(from) {
        return Ok(Vec::new());
    }
    let better = |to: &State| members.iter().all(|member| graph.preference(*member).prefers(*to, from));
    let mut found: Vec<State> =
        legal_reach(graph, &members, from, |_, _, _| true).states().filter(better).collect();
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
