//! One side's units in the order in which they go.
//!
//! Once the order of its lots is fixed, what a side still has to give is one number: how many are left of the queue.
//! Worths then are sums over the tail of the queue, and rise with its length.

use crate::stakes::Stakes;
use crate::{Amount, Side, Terms};

/// The most orders of the lots of one side that are listed: 6 lots have 720.
const MOST_ORDERS: usize = 720;

/// A side's units in giving order, with the worth of every tail.
#[derive(Debug, Clone)]
pub(crate) struct Queue {
    /// Lots in the order in which they go.
    pub order: Vec<usize>,
    /// Worth to the receiver of the last `n` units; index `n` from 0 to the number of units.
    pub receive: Vec<Amount>,
    /// Worth to the giver of the last `n` units.
    pub give: Vec<Amount>,
}

impl Queue {
    pub fn new(stakes: &Stakes<'_>, order: Vec<usize>) -> Self {
        let units: usize = order.iter().map(|&lot| stakes.terms.lots[lot].count as usize).sum();
        let (mut receive, mut give) = (Vec::with_capacity(units + 1), Vec::with_capacity(units + 1));
        let (mut to_receiver, mut to_giver) = (Amount::ZERO, Amount::ZERO);
        receive.push(to_receiver);
        give.push(to_giver);
        for &lot in order.iter().rev() {
            let count = stakes.terms.lots[lot].count;
            let one_more = |sum: &mut Amount, worth: Amount| {
                *sum += worth;
                *sum
            };
            receive.extend((0..count).map(|_| one_more(&mut to_receiver, stakes.receive[lot])));
            give.extend((0..count).map(|_| one_more(&mut to_giver, stakes.give[lot])));
        }
        Self { order, receive, give }
    }

    /// How many units there are.
    pub fn units(&self) -> u32 {
        self.receive.len() as u32 - 1
    }

    /// The fewest that must be left for them to be worth so much to the receiver; one more than there are if all
    /// are not enough.
    pub fn fewest_worth(&self, worth: Amount, at_least: u32) -> u32 {
        let from = at_least as usize;
        // Most searches end where they start: the bound of the day before mostly holds.
        match self.receive.get(from) {
            Some(here) if *here >= worth => at_least,
            None => at_least,
            Some(_) => (from + self.receive[from..].partition_point(|x| *x < worth)) as u32,
        }
    }

    /// How many of each lot are left when `n` units are: written into `remaining`.
    pub fn write_remaining(&self, terms: &Terms, n: u32, remaining: &mut [u32]) {
        let mut left = n;
        for &lot in self.order.iter().rev() {
            let here = left.min(terms.lots[lot].count);
            remaining[lot] = here;
            left -= here;
        }
    }
}

/// Every order in which a side could hand over whole lots, lots of equal worth not told apart; the order of the terms
/// first. The second value says whether these are all.
pub(crate) fn orders(stakes: &Stakes<'_>, side: Side) -> (Vec<Vec<usize>>, bool) {
    let lots: Vec<usize> = stakes.terms.lots_of(side).filter(|&i| stakes.terms.lots[i].count > 0).collect();
    let alike =
        |a: usize, b: usize| stakes.receive[a] == stakes.receive[b] && stakes.give[a] == stakes.give[b];
    let total: usize = (1..=lots.len()).try_fold(1usize, usize::checked_mul).unwrap_or(usize::MAX);
    if total <= MOST_ORDERS {
        let mut found = Vec::new();
        extend(&mut Vec::new(), &lots, &alike, &mut found);
        return (found, true);
    }
    // Too many to list: the orders that theory and intuition single out, each also backwards. By value to the
    // receiver for the leverage given up is best when units are small against the whole (a fractional knapsack).
    let by = |key: &dyn Fn(usize) -> f64| {
        let mut order = lots.clone();
        order.sort_by(|a, b| key(*a).total_cmp(&key(*b)).then(a.cmp(b)));
        order
    };
    let worth = |i: usize| stakes.terms.lots[i].to_receiver;
    let cost = |i: usize| stakes.terms.lots[i].to_giver;
    let ratio = |i: usize| if cost(i) > 0.0 { worth(i) / cost(i) } else { f64::INFINITY };
    let mut found = vec![lots.clone(), by(&ratio), by(&worth), by(&cost)];
    let backwards: Vec<Vec<usize>> = found.iter().map(|o| o.iter().rev().copied().collect()).collect();
    found.extend(backwards);
    found.dedup();
    (found, false)
}

fn extend(
    so_far: &mut Vec<usize>,
    left: &[usize],
    alike: &dyn Fn(usize, usize) -> bool,
    found: &mut Vec<Vec<usize>>,
) {
    if left.is_empty() {
        found.push(so_far.clone());
        return;
    }
    for (i, &lot) in left.iter().enumerate() {
        // Of lots that are alike the first listed goes first: the others give the same queue.
        if left[..i].iter().any(|&earlier| alike(earlier, lot)) {
            continue;
        }
        let rest: Vec<usize> = left.iter().copied().filter(|&other| other != lot).collect();
        so_far.push(lot);
        extend(so_far, &rest, alike, found);
        so_far.pop();
    }
}
