//! Counting by branches.
//!
//! Issues are settled one after the other, those that matter most first. A branch in which some signatory can no longer
//! reach its reservation value holds none; one in which nothing can go wrong any more holds all its packages at once. What
//! remains is gone through. Exact; exponential in the worst case, so the number of branches is bounded, and past the
//! bound the count is left to others.

use num_bigint::BigUint;

use detente_model::Package;

use crate::sorting::Sorting;
use crate::space::{ActorTerms, DealSpace};
use crate::watch::Meter;

struct Counter<'a> {
    space: &'a DealSpace,
    /// Issues in the order in which they are settled.
    order: Vec<usize>,
    /// Options of each issue that no signatory refuses.
    open: Vec<Vec<usize>>,
    watched: Vec<Watched<'a>>,
    /// From which depth on no rule about combinations is left to break or ratification to settle.
    settled_from: usize,
    branches: u64,
    /// Branches after which the count is left to others.
    most: u64,
    /// As how many a branch counts: more where many interactions and rules have to be looked at.
    a_branch: u64,
    meter: Meter,
}

/// A signatory with what the issues still open can add for it.
struct Watched<'a> {
    terms: &'a ActorTerms,
    best: Vec<i64>,
    worst: Vec<i64>,
}

impl DealSpace {
    /// The number of packages that all accept; `None` if it would take too many branches to count them.
    pub(super) fn count_by_branching(&self, most: u64) -> Option<BigUint> {
        let signatories = self.signatories();
        let refused = |k: usize, o: usize| signatories.iter().any(|i| self.actors[*i].refused[k][o]);
        let open: Vec<Vec<usize>> = self
            .sizes
            .iter()
            .enumerate()
            .map(|(k, size)| (0..*size).filter(|o| !refused(k, *o)).collect())
            .collect();
        let range = |terms: &ActorTerms, k: usize| {
            let worth = || open[k].iter().map(|o| terms.worth[k][*o].raw());
            (worth().min().unwrap_or(0), worth().max().unwrap_or(0))
        };
        let weight =
            |k: usize| signatories.iter().map(|i| range(&self.actors[*i], k)).map(|(a, b)| b - a).max();
        let mut order: Vec<usize> = (0..self.sizes.len()).collect();
        order.order_by_key(|k| (std::cmp::Reverse(self.is_tied(*k)), std::cmp::Reverse(weight(*k)), *k));
        let watched = signatories
            .iter()
            .map(|i| {
                let terms = &self.actors[*i];
                let mut best = vec![0; order.len() + 1];
                let mut worst = vec![0; order.len() + 1];
                for (depth, k) in order.iter().enumerate().rev() {
                    let (low, high) = range(terms, *k);
                    best[depth] = best[depth + 1] + high;
                    worst[depth] = worst[depth + 1] + low;
                }
                Watched { terms, best, worst }
            })
            .collect();
        let settled_from = if self.ratification.is_empty() {
            order.iter().rposition(|k| self.is_tied(*k)).map_or(0, |depth| depth + 1)
        } else {
            order.len()
        };
        let tied =
            self.infeasible.len() + self.actors.iter().map(|terms| terms.interactions.len()).sum::<usize>();
        let mut counter = Counter {
            space: self,
            order,
            open,
            watched,
            settled_from,
            branches: 0,
            most,
            a_branch: 1 + tied as u64 / 32,
            meter: Meter::of(&self.watch),
        };
        let sums = vec![0; counter.watched.len()];
        counter.below(0, &mut Package(vec![0; self.sizes.len()]), &sums)
    }

    /// Whether an interaction or an infeasible combination speaks of the issue.
    fn is_tied(&self, issue: usize) -> bool {
        let interactions =
            self.actors.iter().flat_map(|terms| terms.interactions.iter().map(|(when, _)| when));
        self.infeasible.iter().chain(interactions).any(|when| when.0.iter().any(|(k, _)| k.index() == issue))
    }
}

impl Counter<'_> {
    fn below(&mut self, depth: usize, package: &mut Package, sums: &[i64]) -> Option<BigUint> {
        self.branches += self.a_branch;
        self.meter.count(10 * self.a_branch);
        if self.branches > self.most {
            return None;
        }
        if depth >= self.settled_from {
            // Every tied issue is settled, so the interactions are known and the rest is a plain sum.
            if depth == self.settled_from && !self.space.is_feasible(package) {
                return Some(BigUint::ZERO);
            }
            let extra = |w: &Watched<'_>| -> i64 {
                w.terms
                    .interactions
                    .iter()
                    .filter(|(when, _)| when.holds(package))
                    .map(|(_, v)| v.raw())
                    .sum()
            };
            let slack: Vec<(i64, &Watched<'_>)> = self
                .watched
                .iter()
                .zip(sums)
                .map(|(w, sum)| (sum + extra(w) - w.terms.reservation.raw(), w))
                .collect();
            if slack.iter().any(|(slack, w)| slack + w.best[depth] < 0) {
                return Some(BigUint::ZERO);
            }
            if depth == self.order.len() {
                return Some(BigUint::from(u8::from(self.space.ratified_by_all(package))));
            }
            if slack.iter().all(|(slack, w)| slack + w.worst[depth] >= 0) {
                return Some(
                    self.order[depth..].iter().map(|k| BigUint::from(self.open[*k].len())).product(),
                );
            }
        }
        let issue = self.order[depth];
        let mut total = BigUint::ZERO;
        for option in self.open[issue].clone() {
            package.0[issue] = option as u16;
            let next: Vec<i64> = self
                .watched
                .iter()
                .zip(sums)
                .map(|(w, sum)| sum + w.terms.worth[issue][option].raw())
                .collect();
            total += self.below(depth + 1, package, &next)?;
        }
        package.0[issue] = 0;
        Some(total)
    }
}
