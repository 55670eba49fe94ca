//! The range of a figure over worlds.

use crate::{Progress, in_order};

/// In longer lists all values are put in order: that can be ended on the way.
const SELECTED_AMONG: usize = 50_000;

/// Nine tenths of the worlds lie between `low` and `high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// 5 % are below.
    pub low: f64,
    /// Half are below.
    pub median: f64,
    /// 5 % are above.
    pub high: f64,
    /// In how many worlds there is such a figure at all.
    pub known_in: u64,
}

impl Band {
    /// The band of a list, in any order; `None` if it is empty. Quantiles are interpolated between neighbours.
    ///
    /// ```
    /// use detente_model::Band;
    ///
    /// let band = Band::of((0..=100).map(f64::from).collect()).unwrap();
    /// assert_eq!((band.low, band.median, band.high), (5.0, 50.0, 95.0));
    /// ```
    pub fn of(values: Vec<f64>) -> Option<Self> {
        Self::watched(values, &Progress::default())
    }

    /// The same with a progress that is told of its steps, and may cancel it.
    pub fn watched(mut values: Vec<f64>, progress: &Progress) -> Option<Self> {
        values.retain(|x| !x.is_nan());
        if values.is_empty() {
            return None;
        }
        if values.len() > SELECTED_AMONG {
            in_order(&mut values, f64::total_cmp, progress);
        } else {
            progress.work(3 * values.len() as u64);
        }
        let last = (values.len() - 1) as f64;
        // Of the order of all values only what stands beside the three quantiles is looked for.
        let mut settled = if values.len() > SELECTED_AMONG { values.len() } else { 0 };
        for place in [0.05, 0.5, 0.95].map(|q| q * last).into_iter().flat_map(|at| [at.floor(), at.ceil()]) {
            if let Some(further) = (place as usize).checked_sub(settled) {
                values[settled..].select_nth_unstable_by(further, f64::total_cmp);
                settled = place as usize + 1;
            }
        }
        let at = |q: f64| {
            let place = q * last;
            let (low, high) = (values[place.floor() as usize], values[place.ceil() as usize]);
            if low == high { low } else { low + place.fract() * (high - low) }
        };
        Some(Self { low: at(0.05), median: at(0.5), high: at(0.95), known_in: values.len() as u64 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The quantiles of the whole list in order.
        #[test]
        fn it_is_that_of_the_sorted_list(mut values in proptest::collection::vec(0..40i32, 1..200)) {
            let band = Band::of(values.iter().map(|x| f64::from(*x)).collect()).unwrap();
            values.sort_unstable();
            for (q, found) in [(0.05, band.low), (0.5, band.median), (0.95, band.high)] {
                let place = q * (values.len() - 1) as f64;
                let at = |place: f64| f64::from(values[place as usize]);
                let expected = at(place.floor()) + place.fract() * (at(place.ceil()) - at(place.floor()));
                prop_assert_eq!(found, expected);
            }
        }
    }
}
