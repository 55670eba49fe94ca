//! A deal space as lists of vectors, one of each to be chosen.
//!
//! **Definition.** A *part* is an issue, or several that interactions or infeasible combinations tie together, with the distinct vectors that
//! its options add and in how many ways each comes about. A vector has one coordinate for each signatory and one for each audience that votes.
//! Options that a signatory refuses are left out; what a voter refuses it can never make good.
//!
//! **Cost.** Linear in the combinations of tied issues; components with more than [`MOST_LISTED`] are kept as *loose* issues, of which only
//! single packages can be judged.

use detente_model::Combination;
use num_bigint::BigUint;

use super::coalitions::{Term, terms, voters};
use super::halves::Ways;
use crate::efforts::CountEfforts;
use crate::limits;
use crate::pareto::{Coordinate, Factor, Problem};
use crate::question::Weighed;
use crate::ratification::Ratification;
use crate::sorting::Sorting;
use crate::space::DealSpace;

/// Vectors, each with the number of ways to it.
pub(super) type Part = Vec<(Vec<i64>, u64)>;

/// A space taken apart.
#[derive(Debug, Clone)]
pub(super) struct Parts<'a> {
    /// Where each coordinate starts: less what no deal is worth.
    pub start: Vec<i64>,
    /// How many coordinates belong to signatories; those who vote come after.
    pub signatories: usize,
    /// The parts that are listed.
    pub listed: Vec<Part>,
    /// Issues that are tied too tightly to be listed together.
    pub loose: Vec<usize>,
    /// The choices behind the parts.
    pub problem: Problem,
    ratification: &'a [Ratification],
    voters: Vec<usize>,
}

impl<'a> Parts<'a> {
    /// The parts of a space.
    pub fn of(space: &'a DealSpace) -> Self {
        Self::listing(space, limits::TIED_COMBINATIONS)
    }

    /// As [`Self::of`], with at most so many combinations of tied issues in one list.
    pub fn listing(space: &'a DealSpace, most: usize) -> Self {
        let signatories = space.signatories();
        let voters = voters(&space.ratification);
        let signing = signatories.iter().map(|i| Weighed::new(&space.actors[*i], Coordinate::more));
        let voting = voters
            .iter()
            .map(|i| Weighed { may_refuse: true, ..Weighed::new(&space.actors[*i], Coordinate::more) });
        let weighed: Vec<Weighed<'_>> = signing.chain(voting).collect();
        let problem = space.question(&weighed, &signatories);
        let mut parts = Self {
            start: problem.coordinates.iter().map(|c| c.start).collect(),
            signatories: signatories.len(),
            listed: Vec::new(),
            loose: Vec::new(),
            problem,
            ratification: &space.ratification,
            voters,
        };
        for component in parts.components() {
            match parts.list(&component, most) {
                Some(part) => parts.listed.push(part),
                None => parts.loose.extend(component),
            }
        }
        parts.settle_what_always_holds();
        parts
    }

    /// Issues that nothing ties to those outside, each in ascending order.
    fn components(&self) -> Vec<Vec<usize>> {
        let mut components: Vec<Vec<usize>> = (0..self.problem.choices.len()).map(|k| vec![k]).collect();
        for factor in &self.problem.factors {
            let speaks_of = |issues: &Vec<usize>| issues.iter().any(|k| mentions(&factor.when, *k));
            let (tied, rest): (Vec<_>, Vec<_>) = components.into_iter().partition(speaks_of);
            components = rest;
            if !tied.is_empty() {
                let mut joined = tied.concat();
                joined.sort_unstable();
                components.push(joined);
            }
        }
        components.order_by(Ord::cmp);
        components
    }

    /// The vectors that the combinations of a component add; `None` if they are too many.
    fn list(&self, component: &[usize], most: usize) -> Option<Part> {
        let choices = &self.problem.choices;
        component.iter().try_fold(1usize, |n, k| n.checked_mul(choices[*k].len()).filter(|n| *n <= most))?;
        let speaks_of = |f: &&Factor| component.iter().any(|k| mentions(&f.when, *k));
        let factors: Vec<&Factor> = self.problem.factors.iter().filter(speaks_of).collect();
        let mut part = Part::new();
        if component.iter().any(|k| choices[*k].is_empty()) {
            return Some(part);
        }
        let mut picks = vec![0usize; choices.len()];
        loop {
            if let Some(at) = self.added(component, &factors, &picks) {
                part.push((at, 1));
            }
            let Some(k) = component.iter().rev().find(|k| picks[**k] + 1 < choices[**k].len()) else { break };
            picks[*k] += 1;
            component.iter().filter(|j| *j > k).for_each(|j| picks[*j] = 0);
        }
        part.order_by(Ord::cmp);
        part.dedup_by(|next, kept| {
            let equal = next.0 == kept.0;
            if equal {
                kept.1 += next.1;
            }
            equal
        });
        Some(part)
    }

    /// What choices on some issues add, the factors that speak of them included; `None` where they cannot go together.
    fn added(&self, issues: &[usize], factors: &[&Factor], picks: &[usize]) -> Option<Vec<i64>> {
        let mut at = vec![0; self.start.len()];
        for k in issues {
            plus(&mut at, &self.problem.choices[*k][picks[*k]].add);
        }
        for factor in factors {
            let option = |k: usize| self.problem.choices[k][picks[k]].option;
            if factor.when.0.iter().all(|(k, options)| options.contains(&option(k.index()))) {
                plus(&mut at, factor.add.as_ref()?);
            }
        }
        Some(at)
    }

    /// What choices on the loose issues add; `None` where they cannot go together.
    pub fn added_by_loose(&self, picks: &[usize]) -> Option<Vec<i64>> {
        let factors: Vec<&Factor> = self.loose_factors().collect();
        self.added(&self.loose, &factors, picks)
    }

    /// The factors that speak of loose issues.
    pub fn loose_factors(&self) -> impl Iterator<Item = &Factor> {
        self.problem.factors.iter().filter(|f| self.loose.iter().any(|k| mentions(&f.when, *k)))
    }

    /// What holds whatever is chosen: added at the start, or forbidding every package.
    fn settle_what_always_holds(&mut self) {
        for factor in self.problem.factors.iter().filter(|f| f.when.0.is_empty()) {
            match &factor.add {
                Some(add) => plus(&mut self.start, add),
                None => self.listed.push(Part::new()),
            }
        }
    }

    /// How many packages keep to the red lines and infeasible combinations, as far as lists can tell: at least as many as there are.
    pub fn packages(&self) -> BigUint {
        let listed =
            self.listed.iter().map(|part| part.iter().map(|(_, ways)| BigUint::from(*ways)).sum::<BigUint>());
        let loose = self.loose.iter().map(|k| BigUint::from(self.problem.choices[*k].len()));
        listed.chain(loose).product()
    }

    /// Which coordinates must not be negative, with the sign under which each count goes into the whole; `None` if too many vote.
    pub fn terms(&self) -> Option<Vec<(Vec<usize>, i64)>> {
        let terms = terms(self.ratification, &self.voters)?;
        let coordinates = |(voters, sign): Term| {
            ((0..self.signatories).chain(voters.iter().map(|v| self.signatories + v)).collect(), sign)
        };
        Some(terms.into_iter().map(coordinates).collect())
    }

    /// Whether a sum is acceptable to all signatories and carries at home.
    pub fn accepts(&self, at: &[i64]) -> bool {
        let accepts = |actor: usize| {
            self.voters.iter().position(|v| *v == actor).is_some_and(|v| at[self.signatories + v] >= 0)
        };
        at[..self.signatories].iter().all(|x| *x >= 0) && self.ratification.iter().all(|r| r.carried(accepts))
    }

    /// The exact count by sums in two halves; `None` if there are loose issues, too many voters, or more work than is set aside.
    pub fn count_by_halves(&self, efforts: &CountEfforts) -> Option<BigUint> {
        if !self.loose.is_empty() {
            return None;
        }
        let (mut plus, mut minus) = (BigUint::ZERO, BigUint::ZERO);
        let mut terms = self.terms()?;
        // What takes longest comes first: if it is too long, little has been done in vain.
        terms.order_by_key(|(coordinates, _)| std::cmp::Reverse(coordinates.len()));
        let effort = efforts.steps / terms.len().max(1) as u64;
        for (coordinates, sign) in terms {
            let ways = Ways::of(self, &coordinates).count(effort, efforts.bytes)? * sign.unsigned_abs();
            if sign > 0 {
                plus += ways;
            } else {
                minus += ways;
            }
        }
        Some(plus - minus)
    }
}

/// Whether a combination speaks of an issue.
fn mentions(when: &Combination, issue: usize) -> bool {
    when.0.iter().any(|(k, _)| k.index() == issue)
}

pub(super) fn plus(at: &mut [i64], add: &[i64]) {
    at.iter_mut().zip(add).for_each(|(x, y)| *x += y);
}
