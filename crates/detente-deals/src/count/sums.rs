//! Vectors with the number of ways in which each comes about, in rows of one list.
//!
//! How many numbers a row holds is known at run time only: the lists are sorted and merged, never compared pair by pair, so a width
//! fixed at compile time would save little and cost a copy of all this for each width and each kind of number.

use std::cmp::Ordering;

use super::tally::Tally;
use crate::sorting::sort_keys;
use crate::watch::Meter;

/// The vectors.
#[derive(Debug, Clone)]
pub(super) struct Sums<N> {
    /// Numbers in a row, at least one.
    width: usize,
    at: Vec<i64>,
    /// In how many ways each row comes about.
    pub ways: Vec<N>,
}

/// How vectors are shifted.
pub(super) struct Shift<'a> {
    pub add: &'a [i64],
    /// What a vector must have before.
    pub needed: &'a [i64],
    /// Beyond this, more makes no difference.
    pub most: &'a [i64],
}

impl<N: Tally> Sums<N> {
    /// No vectors, of so many coordinates.
    pub fn none(width: usize) -> Self {
        Self { width: width.max(1), at: Vec::new(), ways: Vec::new() }
    }

    /// One vector, in one way.
    pub fn one(at: &[i64]) -> Self {
        let mut sums = Self::none(at.len());
        sums.push(at.iter().copied().chain(at.is_empty().then_some(0)), N::of(1));
        sums
    }

    /// Adds a vector. It must have as many coordinates as all others.
    pub fn push(&mut self, at: impl Iterator<Item = i64>, ways: N) {
        self.at.extend(at);
        self.ways.push(ways);
    }

    /// How many vectors there are.
    pub fn len(&self) -> usize {
        self.ways.len()
    }

    /// How many coordinates each has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Bytes that a vector takes.
    pub fn bytes_each(&self) -> usize {
        self.width * size_of::<i64>() + size_of::<N>()
    }

    /// The vectors.
    pub fn rows(&self) -> std::slice::ChunksExact<'_, i64> {
        self.at.chunks_exact(self.width)
    }

    /// All numbers of all vectors, to be changed without changing their order.
    pub fn numbers_mut(&mut self) -> std::slice::ChunksExactMut<'_, i64> {
        self.at.chunks_exact_mut(self.width)
    }

    /// One coordinate of all vectors.
    pub fn column(&self, d: usize) -> impl Iterator<Item = i64> + Clone {
        self.at.iter().skip(d).step_by(self.width).copied()
    }

    /// Adds these vectors to a list, each shifted by `add` and cut down to `most`: those that have what is `needed`.
    pub fn shift_into(&self, into: &mut Self, by: &Shift<'_>, ways: &N, meter: &Meter) {
        let start = into.at.len();
        into.at.resize(start + self.at.len(), 0);
        let mut places = into.at[start..].chunks_exact_mut(self.width);
        let before = into.ways.len();
        for (row, of_row) in self.rows().zip(&self.ways) {
            meter.count(1);
            if row.iter().zip(by.needed).all(|(x, needed)| x >= needed)
                && let Some(place) = places.next()
            {
                for ((x, to), (add, most)) in row.iter().zip(place).zip(by.add.iter().zip(by.most)) {
                    *to = (x + add).min(*most);
                }
                into.ways.push(of_row.times(ways));
            }
        }
        let added = into.ways.len() - before;
        into.at.truncate(start + added * self.width);
    }

    /// Sorts the vectors.
    pub fn sort(&mut self, meter: &Meter) {
        let row = |i: u32| &self.at[i as usize * self.width..(i as usize + 1) * self.width];
        let order = in_order(self.column(0), &|a, b| row(a).cmp(row(b)), meter);
        let mut sorted = Self::none(self.width);
        sorted.at.reserve(self.at.len());
        for i in meter.along(&order) {
            sorted.at.extend_from_slice(row(*i));
        }
        sorted.ways = meter.map(&order, |i| self.ways[*i as usize].clone());
        *self = sorted;
    }

    /// Takes equal vectors, which must follow one another, for one that comes about in all their ways.
    pub fn merge(&mut self, meter: &Meter) {
        let width = self.width;
        let mut kept = 0;
        for i in 1..self.len() {
            meter.count(1);
            let (before, here) = (kept * width, i * width);
            if self.at[before..before + width] == self.at[here..here + width] {
                let ways = self.ways[i].clone();
                self.ways[kept].add(&ways);
            } else {
                kept += 1;
                self.at.copy_within(here..here + width, kept * width);
                self.ways.swap(kept, i);
            }
        }
        let len = self.len().min(kept + 1);
        self.at.truncate(len * width);
        self.ways.truncate(len);
    }

    /// The vectors from the last to the first, each turned to its negative.
    pub fn negated(&self, meter: &Meter) -> Self {
        let mut negated = Self::none(self.width);
        for row in self.rows().rev() {
            meter.count(1);
            negated.at.extend(row.iter().map(|x| -x));
        }
        negated.ways = self.ways.iter().rev().cloned().collect();
        negated
    }

    /// Every so many-th vector.
    pub fn thinned(&self, step: usize) -> Self {
        let mut thin = Self::none(self.width);
        self.rows().step_by(step).for_each(|row| thin.at.extend_from_slice(row));
        thin.ways = self.ways.iter().step_by(step).cloned().collect();
        thin
    }
}

/// Positions in the order of their first coordinates, then of the rest; of equals the first. Each list that was sorted and then shifted
/// is a run, and runs are merged.
fn in_order(
    first: impl Iterator<Item = i64>,
    rest: &dyn Fn(u32, u32) -> Ordering,
    meter: &Meter,
) -> Vec<u32> {
    let mut keys: Vec<(i64, u32)> = first.zip(0..).inspect(|_| meter.count(1)).collect();
    sort_keys(&mut keys, rest, meter);
    meter.map(&keys, |(_, i)| *i)
}
