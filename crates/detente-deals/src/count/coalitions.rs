//! Ratification as a signed sum of counts without it.
//!
//! **Definition.** A deal carries at home if the audiences that accept it have enough weight, for every principal that needs it. That is a
//! monotone yes or no question f about the set of audiences that accept.
//!
//! **Method.** Moebius inversion: `f(A) = Σ_{T ⊆ A} g(T)`, so the packages that carry number `Σ_T g(T) · N(T)`, where N(T) counts those that
//! all of T accept, whatever the others do. Only unions of smallest majorities have a g other than zero.
//!
//! **Cost.** v · 2^v for v audiences that vote, at most [`MOST_VOTERS`].

use crate::space::Ratification;

/// Audiences that may vote.
pub(super) const MOST_VOTERS: usize = 10;

/// Audiences, as positions in the list of voters, and how often the count of the packages that they all accept is added.
pub(super) type Term = (Vec<usize>, i64);

/// The terms of the sum; `None` if too many vote.
pub(super) fn terms(ratification: &[Ratification], voters: &[usize]) -> Option<Vec<Term>> {
    let count = voters.len();
    if count > MOST_VOTERS {
        return None;
    }
    let position = |actor: usize| voters.iter().position(|voter| *voter == actor);
    let carried = |set: usize| {
        ratification.iter().all(|r| r.carried(|actor| position(actor).is_some_and(|bit| set >> bit & 1 == 1)))
    };
    let mut sign: Vec<i64> = (0..1 << count).map(|set| i64::from(carried(set))).collect();
    for bit in 0..count {
        for set in (0..1 << count).filter(|set| set >> bit & 1 == 1) {
            sign[set] -= sign[set & !(1 << bit)];
        }
    }
    let members = |set: usize| (0..count).filter(move |bit| set >> bit & 1 == 1).collect();
    Some(
        sign.iter()
            .enumerate()
            .filter(|(_, sign)| **sign != 0)
            .map(|(set, sign)| (members(set), *sign))
            .collect(),
    )
}
