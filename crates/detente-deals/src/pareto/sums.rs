//! The sums of two frontiers, in descending order, without a list of them.
//!
//! A frontier stays in descending order when one vector is added to all of it. So the sums are as many lists in order as the
//! shorter frontier has labels, and a heap of their heads gives the next sum of all (Knuth 1973, merging). Equal sums
//! come one after the other, the earlier label of the second frontier first.
//!
//! **Cost.** A logarithm of the shorter length for each sum, and no memory but for the heads.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;

use super::label::{Label, plus};

/// The next sum of each list. Of equal ones the first in the order of the second frontier, then of the first.
type Head<const D: usize> = ([i64; D], Reverse<(u32, u32)>);

/// The sums that are still to come.
pub(super) struct Sums<'a, const D: usize> {
    one: &'a [Label<D>],
    other: &'a [Label<D>],
    heads: BinaryHeap<Head<D>>,
    /// Whether a list goes along the first frontier.
    along_one: bool,
}

impl<'a, const D: usize> Sums<'a, D> {
    /// Of two frontiers in descending order.
    pub fn new(one: &'a [Label<D>], other: &'a [Label<D>]) -> Self {
        let along_one = one.len() >= other.len();
        let mut sums = Self { one, other, heads: BinaryHeap::new(), along_one };
        if !one.is_empty() && !other.is_empty() {
            let heads = 0..one.len().min(other.len()) as u32;
            sums.heads = heads.map(|i| if along_one { sums.head(i, 0) } else { sums.head(0, i) }).collect();
        }
        sums
    }

    /// The sum of a label of the second frontier and one of the first.
    fn head(&self, b: u32, a: u32) -> Head<D> {
        (plus(self.one[a as usize].at, &self.other[b as usize].at), Reverse((b, a)))
    }
}

impl<const D: usize> Iterator for Sums<'_, D> {
    type Item = Label<D>;

    fn next(&mut self) -> Option<Label<D>> {
        let (_, Reverse((b, a))) = *self.heads.peek()?;
        let (next_b, next_a) = if self.along_one { (b, a + 1) } else { (b + 1, a) };
        let more = (next_a as usize) < self.one.len() && (next_b as usize) < self.other.len();
        let next = more.then(|| self.head(next_b, next_a));
        let mut top = self.heads.peek_mut()?;
        match next {
            Some(next) => *top = next,
            None => drop(PeekMut::pop(top)),
        }
        Some(self.one[a as usize].joined(&self.other[b as usize]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn frontier(vectors: &[[i64; 2]]) -> Vec<Label<2>> {
        let mut labels: Vec<Label<2>> = vectors
            .iter()
            .enumerate()
            .map(|(i, at)| Label { at: *at, trail: i as u32 + 1, ..Label::zero() })
            .collect();
        labels.sort_by_key(|label| Reverse(label.at));
        labels
    }

    proptest! {
        #[test]
        fn sums_come_in_descending_order(
            one in proptest::collection::vec([0..9i64, 0..9i64], 0..12),
            other in proptest::collection::vec([0..9i64, 0..9i64], 0..12),
        ) {
            let (one, other) = (frontier(&one), frontier(&other));
            let mut literal: Vec<Label<2>> =
                other.iter().flat_map(|b| one.iter().map(|a| a.joined(b))).collect();
            literal.sort_by_key(|label| Reverse(label.at));
            let seen = |label: &Label<2>| (label.at, label.count, label.trail, label.via);
            let found: Vec<_> = Sums::new(&one, &other).map(|label| seen(&label)).collect();
            prop_assert_eq!(found, literal.iter().map(seen).collect::<Vec<_>>());
        }
    }
}
