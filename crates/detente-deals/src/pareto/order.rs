//! In which order to eliminate issues, and whether that can be afforded.

use super::problem::Problem;
use crate::DealsError;

/// Combinations of options that are held in one table at most.
pub(super) const MOST_ENTRIES: u128 = 2_000_000;

/// An order of elimination: each issue with the neighbours that its table will be about.
pub(super) type Order = Vec<(usize, Vec<usize>)>;

/// The order that ties the fewest issues together (least fill, then smallest table; free issues with many options
/// first, so that long lists meet short frontiers).
///
/// # Errors
/// If some table would be too large.
pub(super) fn elimination_order(problem: &Problem) -> Result<Order, DealsError> {
    order_within(problem, MOST_ENTRIES)
}

/// As [`elimination_order`], with tables of so many entries at the most.
pub(super) fn order_within(problem: &Problem, most_entries: u128) -> Result<Order, DealsError> {
    let issues = problem.choices.len();
    let mut adjacent = vec![vec![false; issues]; issues];
    for factor in &problem.factors {
        let scope: Vec<usize> = factor.when.0.iter().map(|(issue, _)| issue.index()).collect();
        for &a in &scope {
            for &b in &scope {
                adjacent[a][b] |= a != b;
            }
        }
    }
    let size = |k: usize| problem.choices[k].len() as u128;
    let mut open: Vec<usize> = (0..issues).collect();
    let mut order = Vec::with_capacity(issues);
    while !open.is_empty() {
        let neighbours =
            |k: usize| -> Vec<usize> { open.iter().copied().filter(|j| adjacent[k][*j]).collect() };
        let entries = |k: usize| neighbours(k).into_iter().fold(size(k), |n, j| n.saturating_mul(size(j)));
        let fill = |k: usize| {
            let around = neighbours(k);
            let missing = around
                .iter()
                .enumerate()
                .map(|(i, a)| around[i + 1..].iter().filter(|b| !adjacent[*a][**b]).count());
            missing.sum::<usize>()
        };
        let Some(next) = open.iter().copied().min_by_key(|k| {
            let tied = !neighbours(*k).is_empty();
            (fill(*k), tied, if tied { entries(*k) } else { u128::MAX - size(*k) }, *k)
        }) else {
            break;
        };
        let around = neighbours(next);
        if entries(next) > most_entries {
            let tied: Vec<&str> =
                std::iter::once(&next).chain(&around).map(|k| problem.names[*k].as_str()).collect();
            return Err(DealsError::TooWide {
                width: around.len() + 1,
                issues: tied.join(", "),
                entries: entries(next).to_string(),
                outcomes: (0..issues).fold(1u128, |n, k| n.saturating_mul(size(k))).to_string(),
            });
        }
        for &a in &around {
            for &b in &around {
                adjacent[a][b] |= a != b;
            }
        }
        open.retain(|k| *k != next);
        order.push((next, around));
    }
    Ok(order)
}
