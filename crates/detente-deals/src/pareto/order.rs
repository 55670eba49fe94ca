//! In which order to eliminate issues, and whether that can be afforded.

use std::collections::BTreeSet;

use num_bigint::BigUint;

use super::problem::Problem;
use crate::DealsError;
use crate::limits;
use crate::sorting::Sorting;

/// An order of elimination: each issue with the neighbours that its table will be about.
pub(super) type Order = Vec<(usize, Vec<usize>)>;

/// The order that ties the fewest issues together (least fill, then smallest table; free issues with many options
/// first, so that long lists meet short frontiers).
///
/// # Errors
/// If some table would be too large.
pub(super) fn elimination_order(problem: &Problem) -> Result<Order, DealsError> {
    order_within(problem, limits::TABLE_ENTRIES)
}

/// As [`elimination_order`], with tables of so many entries at the most.
pub(super) fn order_within(problem: &Problem, most_entries: u128) -> Result<Order, DealsError> {
    let issues = problem.choices.len();
    let mut around: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); issues];
    for factor in &problem.factors {
        let scope: Vec<usize> = factor.when.0.iter().map(|(issue, _)| issue.index()).collect();
        tie(&mut around, &scope);
    }
    let size = |k: usize| problem.choices[k].len() as u128;
    let (mut order, mut tied): (Order, Vec<usize>) = (Vec::with_capacity(issues), Vec::new());
    for (k, neighbours) in around.iter().enumerate() {
        if neighbours.is_empty() {
            order.push((k, Vec::new()));
        } else {
            tied.push(k);
        }
    }
    order.order_by_key(|(k, _)| std::cmp::Reverse(size(*k)));
    while let Some(next) = tied.iter().copied().min_by_key(|k| {
        let free = around[*k].is_empty();
        let entries = around[*k].iter().fold(size(*k), |n, j| n.saturating_mul(size(*j)));
        (fill(&around, *k), !free, if free { u128::MAX - size(*k) } else { entries }, *k)
    }) {
        let scope: Vec<usize> = around[next].iter().copied().collect();
        let entries = scope.iter().fold(size(next), |n, j| n.saturating_mul(size(*j)));
        if entries > most_entries {
            let tied: Vec<&str> =
                std::iter::once(&next).chain(&scope).map(|k| problem.names[*k].as_str()).collect();
            // In full, however many: what has to be said can be more than what is reckoned with.
            let all = |issues: &mut dyn Iterator<Item = usize>| -> BigUint {
                issues.map(|k| BigUint::from(problem.choices[k].len())).product()
            };
            return Err(DealsError::TooWide {
                width: scope.len() + 1,
                issues: tied.join(", "),
                entries: all(&mut std::iter::once(next).chain(scope)).to_string(),
                packages: all(&mut (0..issues)).to_string(),
            });
        }
        tie(&mut around, &scope);
        for k in &scope {
            around[*k].remove(&next);
        }
        tied.retain(|k| *k != next);
        order.push((next, scope));
    }
    Ok(order)
}

/// Ties issues to each other.
fn tie(around: &mut [BTreeSet<usize>], scope: &[usize]) {
    for &a in scope {
        around[a].extend(scope.iter().copied().filter(|b| *b != a));
    }
}

/// How many pairs of an issue's neighbours are not tied to each other yet.
fn fill(around: &[BTreeSet<usize>], issue: usize) -> usize {
    let neighbours: Vec<usize> = around[issue].iter().copied().collect();
    let missing =
        |(i, a): (usize, &usize)| neighbours[i + 1..].iter().filter(|b| !around[*a].contains(b)).count();
    neighbours.iter().enumerate().map(missing).sum()
}
