//! Packages visited in proportion to their chances, where they are too many to list (Metropolis, Rosenbluth, Rosenbluth, Teller & Teller 1953).
//!
//! A step proposes another open option on one issue, or on two at once, each with a chance of a half and all alike, so that a change is as likely as its
//! reverse; it is taken if all accept the new package, with the ratio of the two chances or, if that is above 1, always. Chains begin at the
//! packages that are best for each principal: as far apart as the zone reaches. Where chains that began at different ends tell different
//! things, they have not been long enough, and how far they are apart is told beside the answer.

use detente_model::Package;
use rand::rand_core::Rng;
use rand::rngs::ChaCha8Rng;

use super::features::Measures;
use super::logit::{Coefficients, score};
use crate::limits;
use crate::space::DealSpace;
use crate::watch::Meter;

/// The packages that a chain is at after each step that counts.
pub(super) fn walk(
    space: &DealSpace,
    measures: &Measures<'_>,
    coefficients: &Coefficients,
    start: &Package,
    random: &mut ChaCha8Rng,
) -> Vec<Package> {
    let meter = Meter::of(&space.watch);
    let changes: u64 = space.sizes().iter().map(|size| *size as u64).sum();
    let open: Vec<Vec<u16>> = (0..space.sizes().len()).map(|k| measures.open(k)).collect();
    let mut at = start.clone();
    let mut here = score(&measures.of(&at), coefficients);
    let mut visited = Vec::with_capacity(limits::CHAIN_STEPS as usize);
    for step in 0..limits::CHAIN_APPROACH + limits::CHAIN_STEPS {
        meter.count(changes * changes / 2);
        let to = proposed(&at, &open, random);
        let luck = uniform(random);
        if to != at && space.all_accept(&to) {
            let there = score(&measures.of(&to), coefficients);
            if luck < (there - here).exp() {
                (at, here) = (to, there);
            }
        }
        if step >= limits::CHAIN_APPROACH {
            visited.push(at.clone());
        }
    }
    visited
}

/// Another package, or the same where an issue leaves no choice.
fn proposed(at: &Package, open: &[Vec<u16>], random: &mut ChaCha8Rng) -> Package {
    let mut to = at.clone();
    let first = below(open.len(), random);
    let two = below(2, random) == 1 && open.len() > 1;
    let second = two.then(|| (first + 1 + below(open.len() - 1, random)) % open.len());
    for k in std::iter::once(first).chain(second) {
        let others: Vec<u16> = open[k].iter().copied().filter(|option| *option != at.0[k]).collect();
        if !others.is_empty() {
            to.0[k] = others[below(others.len(), random)];
        }
    }
    to
}

/// A whole number below `count`, all alike as far as matters: the largest bias is `count` by 2⁶⁴.
fn below(count: usize, random: &mut ChaCha8Rng) -> usize {
    ((u128::from(random.next_u64()) * count as u128) >> 64) as usize
}

/// A number from 0 to 1, 1 excluded.
pub(super) fn uniform(random: &mut ChaCha8Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}
