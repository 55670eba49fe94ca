//! Long lists put in order so that whoever waits can end it.

use std::cmp::Ordering;

use crate::{Progress, Work};

/// So many are sorted at a time; what is sorted is then merged.
const RUN: usize = 4_096;

/// Puts a list in order. `progress` is told of the comparisons, and may cancel it in the middle. What compares as equal comes in no
/// particular order.
///
/// ```
/// use detente_model::{Progress, in_order};
///
/// let mut values: Vec<u32> = (0..10_000).rev().collect();
/// in_order(&mut values, u32::cmp, &Progress::default());
/// assert!(values.is_sorted());
/// ```
pub fn in_order<T: Copy>(
    values: &mut Vec<T>,
    compare: impl Fn(&T, &T) -> Ordering + Copy,
    progress: &Progress,
) {
    let mut work = Work::of(progress);
    for run in values.chunks_mut(RUN) {
        work.add(run.len() as u64 * u64::from(run.len().ilog2()));
        run.sort_unstable_by(compare);
    }
    let mut width = RUN;
    let mut merged = Vec::new();
    while width < values.len() {
        merged.reserve_exact(values.len());
        for pair in values.chunks(2 * width) {
            let (mut a, mut b) = pair.split_at(width.min(pair.len()));
            while let ([first, further @ ..], [other, others @ ..]) = (a, b) {
                work.add(1);
                if compare(other, first).is_lt() {
                    merged.push(*other);
                    b = others;
                } else {
                    merged.push(*first);
                    a = further;
                }
            }
            merged.extend_from_slice(a);
            merged.extend_from_slice(b);
        }
        std::mem::swap(values, &mut merged);
        merged.clear();
        width *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MOST_BETWEEN_REPORTS;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_sorting(mut values in proptest::collection::vec(0..1_000_000u32, 0..20_000)) {
            let mut sorted = values.clone();
            sorted.sort_unstable();
            in_order(&mut values, u32::cmp, &Progress::default());
            prop_assert_eq!(values, sorted);
        }
    }

    #[test]
    fn a_long_list_is_reported_in_small_pieces() {
        let progress = Progress::default();
        let mut values: Vec<u64> =
            (0..1_000_000).map(|i: u64| i.wrapping_mul(0x9E37_79B9_7F4A_7C15)).collect();
        in_order(&mut values, u64::cmp, &progress);
        assert!(values.is_sorted());
        assert!(progress.most_at_once() <= MOST_BETWEEN_REPORTS);
        // At least the comparisons that sorting takes: n log n less what is gathered and not yet reported.
        assert!(progress.work_done() > 10_000_000, "{}", progress.work_done());
    }
}
