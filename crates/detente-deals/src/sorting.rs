//! Sorting that is compiled once.
//!
//! The standard library's stable sort is compiled again for each type and each comparison, several thousand instructions each time, and this
//! crate sorts some thirty kinds of short lists. Here positions are sorted, by one copy of it, and the list then follows.
//! Where sorting is what takes the time, the lists are sorted where they stand.

use std::cmp::Ordering;

/// Sorting of short lists.
pub(crate) trait Sorting<T> {
    /// Sorts stably.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts stably by what a function gives for each element.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }
}

impl<T> Sorting<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        sort(&mut order, &|a, b| compare(&self[a as usize], &self[b as usize]));
        arrange(self, order);
    }
}

fn sort(positions: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    positions.sort_by(|a, b| compare(*a, *b));
}

/// Puts at each place the element that stands at the position named for it, along the cycles of the order.
pub(crate) fn arrange<T>(list: &mut [T], mut order: Vec<u32>) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
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
