//! Ratification as a signed sum of counts without it.
//!
//! **Definition.** A deal carries at home if the audiences that accept it have enough weight, for every principal that needs it. That is a
//! monotone yes or no question f about the set of audiences that accept.
//!
//! **Method.** Moebius inversion: `f(A) = Σ_{T ⊆ A} g(T)`, so the packages that carry number `Σ_T g(T) · N(T)`, where N(T) counts those that
//! all of T accept, whatever the others do. Only unions of smallest majorities have a g other than zero.
//!
//! **Cost.** v · 2^v for v audiences that vote, at most [`MOST_VOTERS`].

use crate::limits;
use crate::ratification::Ratification;

/// Audiences, as positions in the list of voters, and how often the count of the packages that they all accept is added.
pub(super) type Term = (Vec<usize>, i64);

/// The terms of the sum; `None` if too many vote.
pub(super) fn terms(ratification: &[Ratification], voters: &[usize]) -> Option<Vec<Term>> {
    let mut sign: Vec<i64> = carrying(ratification, voters)?.into_iter().map(i64::from).collect();
    for bit in 0..voters.len() {
        for set in (0..sign.len()).filter(|set| set >> bit & 1 == 1) {
            sign[set] -= sign[set & !(1 << bit)];
        }
    }
    let members = |set: usize| (0..voters.len()).filter(move |bit| set >> bit & 1 == 1).collect();
    let counted = sign.iter().enumerate().filter(|(_, sign)| **sign != 0);
    Some(counted.map(|(set, sign)| (members(set), *sign)).collect())
}

/// The smallest sets of audiences, as positions among the actors, whose consent carries every deal; one empty set where none is
/// needed, `None` if too many vote.
pub(crate) fn smallest_majorities(ratification: &[Ratification]) -> Option<Vec<Vec<usize>>> {
    let voters = voters(ratification);
    let carries = carrying(ratification, &voters)?;
    let members = |set: usize| (0..voters.len()).filter(move |bit| set >> bit & 1 == 1);
    let smallest = (0..carries.len())
        .filter(|set| carries[*set] && !members(*set).any(|bit| carries[set & !(1 << bit)]));
    Some(smallest.map(|set| members(set).map(|bit| voters[bit]).collect()).collect())
}

/// Whoever votes, as positions among the actors.
pub(super) fn voters(ratification: &[Ratification]) -> Vec<usize> {
    let mut voters: Vec<usize> =
        ratification.iter().flat_map(|r| r.voters.iter().map(|(voter, _)| *voter)).collect();
    voters.sort_unstable();
    voters.dedup();
    voters
}

/// For each set of voters whether it carries a deal; `None` if too many vote.
fn carrying(ratification: &[Ratification], voters: &[usize]) -> Option<Vec<bool>> {
    if voters.len() > limits::VOTERS {
        return None;
    }
    let position = |actor: usize| voters.iter().position(|voter| *voter == actor);
    let carried = |set: usize| {
        ratification.iter().all(|r| r.carried(|actor| position(actor).is_some_and(|bit| set >> bit & 1 == 1)))
    };
    Some((0..1 << voters.len()).map(carried).collect())
}
