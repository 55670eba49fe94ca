//! Sorting that is compiled once.
//!
//! The standard library's stable sort is compiled again for each type and each comparison, several thousand instructions each time, and this
//! crate sorts some thirty kinds of short lists. Here positions are sorted, by one copy of it, and the list then follows.
//! Where sorting is what takes the time, the lists are sorted where they stand.

use std::cmp::Ordering;

use crate::watch::Meter;

/// Sorting of short lists.
pub(crate) trait Sorting<T> {
    /// Sorts stably.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        self.order_long_by(compare, &Meter::default());
    }

    /// Sorts stably what may be long.
    fn order_long_by(&mut self, compare: impl Fn(&T, &T) -> Ordering, meter: &Meter);

    /// Sorts stably by what a function gives for each element.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }
}

impl<T> Sorting<T> for [T] {
    fn order_long_by(&mut self, compare: impl Fn(&T, &T) -> Ordering, meter: &Meter) {
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        sort(&mut order, &|a, b| compare(&self[a as usize], &self[b as usize]), meter);
        arrange(self, order, meter);
    }
}

fn sort(positions: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering, meter: &Meter) {
    positions.sort_by(|a, b| {
        meter.count(1);
        compare(*a, *b)
    });
}

/// Puts at each place the element that stands at the position named for it, along the cycles of the order.
pub(crate) fn arrange<T>(list: &mut [T], mut order: Vec<u32>, meter: &Meter) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
            meter.count(1);
            let from = order[place] as usize;
            order[place] = place as u32;
            if from == start || from == place {
                break;
            }
            list.swap(place, from);
            place = from;
        }
    }
}

/// Keys that are sorted without counting each comparison: a few milliseconds.
const AT_ONCE: usize = 1 << 14;

/// Sorts keys, each with the place of what it stands for, where they stand, and equal keys by what `ties` says of two places. Long lists are
/// counted comparison by comparison, so that the sort can be ended in the middle. It is stable: the runs that a shift leaves of a sorted list are
/// found and merged.
pub(crate) fn sort_keys<K: Ord>(keys: &mut [(K, u32)], ties: &dyn Fn(u32, u32) -> Ordering, meter: &Meter) {
    let compare = |a: &(K, u32), b: &(K, u32)| a.0.cmp(&b.0).then_with(|| ties(a.1, b.1));
    if keys.len() <= AT_ONCE {
        meter.count(keys.len() as u64);
        keys.sort_by(compare);
        return;
    }
    keys.sort_by(|a, b| {
        meter.count(1);
        compare(a, b)
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_are_sorted_as_by_the_standard_library(list in proptest::collection::vec((0..9u8, any::<u16>()), 0..200)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            ours.order_by(|a, b| b.0.cmp(&a.0));
            theirs.sort_by_key(|x| std::cmp::Reverse(x.0));
            prop_assert_eq!(&ours, &theirs);
            ours.order_by_key(|x| x.1);
            theirs.sort_by_key(|x| x.1);
            prop_assert_eq!(ours, theirs);
        }
    }
}
