//! The labels that no other dominates.
//!
//! A vector dominates another if it is no smaller in any coordinate and larger in one. Equal vectors are kept once and
//! their counts added. Sorted in descending order, a later vector can never dominate an earlier one, so one pass
//! with the right memory is enough: a maximum in two dimensions, a staircase in three (Kung, Luccio & Preparata
//! 1975; both O(n log n)), and beyond that the survivors themselves, in a search tree.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::label::Label;
use super::survivors::Survivors;
use crate::sorting::{arrange, sort_keys};
use crate::watch::Meter;

/// Reduces candidates to the distinct vectors that none of them dominates, in descending order. Returns the work that it took; beyond `most` the
/// labels are as they come and the search has to be given up.
pub(super) fn skyline<const D: usize>(labels: &mut Vec<Label<D>>, most: u64, meter: &Meter) -> u64 {
    let candidates = labels.len() as u64;
    sort(labels, meter);
    labels.dedup_by(|next, kept| {
        meter.count(1);
        let equal = next.at == kept.at;
        if equal {
            kept.count = kept.count.saturating_add(next.count);
        }
        equal
    });
    // Decided at compile time, so that no number of dimensions brings the methods of the others with it.
    if const { D < 2 } {
        labels.truncate(1);
    } else if const { D == 2 } {
        let mut best = i64::MIN;
        labels.retain(|label| {
            meter.count(1);
            let keep = label.at[1] > best;
            best = best.max(label.at[1]);
            keep
        });
    } else if const { D == 3 } {
        let mut stairs = Stairs::default();
        labels.retain(|label| {
            meter.count(1);
            stairs.rise(label.at[1], label.at[2])
        });
    } else {
        return grow(labels, most, meter);
    }
    candidates
}

/// Puts labels in descending order, equal ones as they come.
fn sort<const D: usize>(labels: &mut [Label<D>], meter: &Meter) {
    let second = |label: &Label<D>| label.at.get(1).copied().unwrap_or(0);
    let key = |label: &Label<D>| Reverse((label.at[0], second(label)));
    let mut keys: Vec<_> = Vec::with_capacity(labels.len());
    for stride in meter.strides(labels) {
        let first = keys.len() as u32;
        keys.extend(stride.iter().zip(first..).map(|(label, i)| (key(label), i)));
    }
    sort_keys(&mut keys, &|a, b| labels[b as usize].at.cmp(&labels[a as usize].at), meter);
    arrange(labels, meter.map(&keys, |(_, i)| *i), meter);
}

/// Three dimensions: among the vectors seen so far, the best third coordinate for each second one.
#[derive(Default)]
struct Stairs(BTreeMap<i64, i64>);

impl Stairs {
    /// Adds a vector by its second and third coordinate, unless one seen before dominates it; whether it is added.
    fn rise(&mut self, y: i64, z: i64) -> bool {
        // Along the stairs z falls as y rises, so the first stair at or beyond y has the highest z there.
        if self.0.range(y..).next().is_some_and(|(_, top)| *top >= z) {
            return false;
        }
        while let Some((&below, _)) = self.0.range(..=y).next_back().filter(|(_, top)| **top <= z) {
            self.0.remove(&below);
        }
        self.0.insert(y, z);
        true
    }
}

/// Four dimensions and more: the survivors in a search tree that is asked before it grows.
fn grow<const D: usize>(labels: &mut Vec<Label<D>>, most: u64, meter: &Meter) -> u64 {
    let first = labels.first().map_or([0; D], |label| label.at);
    let (mut low, mut high) = (first, first);
    for label in meter.along(labels) {
        for d in 0..D {
            low[d] = low[d].min(label.at[d]);
            high[d] = high[d].max(label.at[d]);
        }
    }
    let mut survivors = Survivors::between(low, &high, meter.watch());
    let mut rest = labels.as_slice();
    while !rest.is_empty() && survivors.work <= most {
        let (parcel, later) = rest.split_at(survivors.parcel().min(rest.len()));
        survivors.admit(parcel, meter);
        rest = later;
    }
    let work = survivors.work;
    if rest.is_empty() {
        *labels = survivors.into_labels();
    }
    work
}

/// Reduces candidates so that each one dropped is less than a side of `grid` above one that stays, in no coordinate more. Vectors
/// are compared by the cell of a grid in which they lie, and one label stays in each cell that no other dominates
/// (Papadimitriou & Yannakakis 2000). Along a side of 1 nothing is given up. Returns the work that it took.
pub(super) fn skyline_of_cells<const D: usize>(
    labels: &mut Vec<Label<D>>,
    grid: &[i64; D],
    most: u64,
    meter: &Meter,
) -> u64 {
    sort(labels, meter);
    let mut cells = Vec::with_capacity(labels.len());
    for (label, i) in meter.along(labels).zip(0..) {
        let mut cell = Label { at: label.at, via: i, ..Label::zero() };
        for (x, side) in cell.at.iter_mut().zip(grid) {
            *x = x.div_euclid(*side);
        }
        cells.push(cell);
    }
    let work = skyline(&mut cells, most, meter);
    *labels = meter.map(&cells, |cell| labels[cell.via as usize]);
    work
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use detente_model::{Cancelled, MOST_BETWEEN_REPORTS, Progress, unless_cancelled};
    use proptest::prelude::*;

    use super::*;
    use crate::watch::Watch;

    fn label<const D: usize>(at: [i64; D]) -> Label<D> {
        Label { at, ..Label::zero() }
    }

    fn literal<const D: usize>(points: &[[i64; D]]) -> Vec<([i64; D], u128)> {
        let covers = |a: &[i64; D], b: &[i64; D]| a.iter().zip(b).all(|(x, y)| x >= y);
        let mut kept: Vec<([i64; D], u128)> = Vec::new();
        for p in points {
            if !points.iter().any(|q| q != p && covers(q, p)) && !kept.iter().any(|(k, _)| k == p) {
                kept.push((*p, points.iter().filter(|q| *q == p).count() as u128));
            }
        }
        kept.sort_by_key(|(values, _)| Reverse(*values));
        kept
    }

    fn agrees<const D: usize>(points: &[[i64; D]]) {
        let mut labels: Vec<Label<D>> = points.iter().map(|p| label(*p)).collect();
        skyline(&mut labels, u64::MAX, &Meter::default());
        let found: Vec<_> = labels.iter().map(|l| (l.at, l.count)).collect();
        assert_eq!(found, literal(points));
    }

    fn literal_cover<const D: usize>(points: &[[i64; D]], grid: i64) {
        let mut labels: Vec<Label<D>> = points.iter().map(|p| label(*p)).collect();
        skyline_of_cells(&mut labels, &[grid; D], u64::MAX, &Meter::default());
        for p in points {
            assert!(labels.iter().any(|l| (0..D).all(|d| l.at[d] > p[d] - grid)), "{p:?} within {grid}");
        }
        assert!(labels.iter().all(|l| points.contains(&l.at)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn equals_the_definition(values in proptest::collection::vec(0..6i64, 0..300)) {
            agrees::<1>(values.as_chunks().0);
            agrees::<2>(values.as_chunks().0);
            agrees::<3>(values.as_chunks().0);
            agrees::<4>(values.as_chunks().0);
            agrees::<5>(values.as_chunks().0);
        }

        #[test]
        fn search_trees_change_nothing(values in proptest::collection::vec(0..40i64, 0..4_000)) {
            agrees::<4>(values.as_chunks().0);
            agrees::<6>(values.as_chunks().0);
        }

        #[test]
        fn keys_that_tell_little_apart_change_nothing(
            values in proptest::collection::vec(0..60i64, 0..4_000), far in 0..i64::MAX / 4,
        ) {
            // Coordinates in two clusters that are far apart, so that all keys in a cluster are the same.
            let values: Vec<i64> = values.iter().map(|x| if x % 2 == 0 { *x } else { far + x }).collect();
            agrees::<4>(values.as_chunks().0);
            agrees::<6>(values.as_chunks().0);
        }

        #[test]
        fn cells_leave_nothing_far_behind(values in proptest::collection::vec(-9..40i64, 0..300), grid in 1..12i64) {
            literal_cover::<2>(values.as_chunks().0, grid);
            literal_cover::<3>(values.as_chunks().0, grid);
            literal_cover::<4>(values.as_chunks().0, grid);
        }
    }

    /// However long the list, every pass over it is told on the way, and ends where it is cancelled.
    fn is_told<const D: usize>(count: u64) {
        let mut dice = 1u64;
        let mut value = || {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 40) as i64
        };
        let labels: Vec<Label<D>> = (0..count).map(|_| label([0; D].map(|_: i64| value()))).collect();
        let under = |progress: &Arc<Progress>| {
            unless_cancelled(|| {
                skyline(&mut labels.clone(), u64::MAX, &Meter::of(&Watch::by(progress)));
            })
        };
        let whole = Arc::new(Progress::cancelled_at(u64::MAX));
        assert_eq!(under(&whole), Ok(()));
        // Their keys, the order, its cycles, the equal ones, and the survivors.
        assert!(whole.work_done() >= 5 * count, "{D}: {} steps", whole.work_done());
        assert!(whole.most_at_once() < MOST_BETWEEN_REPORTS, "{D}: {}", whole.most_at_once());
        for last in [1, whole.reports() / 3, whole.reports() / 2, whole.reports()] {
            let progress = Arc::new(Progress::cancelled_at(last));
            assert_eq!(under(&progress), Err(Cancelled), "{D} at report {last}");
        }
    }

    #[test]
    fn long_lists_are_told_of_on_the_way() {
        is_told::<2>(150_000);
        is_told::<3>(150_000);
        is_told::<5>(60_000);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn parcels_change_nothing(values in proptest::collection::vec(-30..30i64, 20_000..40_000)) {
            agrees::<4>(values.as_chunks().0);
            agrees::<8>(values.as_chunks().0);
        }

        #[test]
        fn nor_do_threads(values in proptest::collection::vec(-90..90i64, 20_000..40_000)) {
            let reduced = |threads: usize| {
                let mut labels: Vec<Label<5>> = values.as_chunks().0.iter().map(|p| label(*p)).collect();
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
                let work = pool.install(|| skyline(&mut labels, u64::MAX, &Meter::default()));
                (work, labels.iter().map(|l| (l.at, l.count)).collect::<Vec<_>>())
            };
            prop_assert_eq!(reduced(1), reduced(3));
        }
    }
}
