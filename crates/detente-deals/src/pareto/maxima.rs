//! Which of many vectors no other covers, whatever their number of coordinates.
//!
//! For lists that are made once and gone through once, as at the end of a search: a search tree over all of them (k-d tree:
//! Bentley 1975), each part with its upper corner, is asked for every vector whether another is at least as large throughout.

use rayon::prelude::*;

use crate::watch::{Meter, Watch};

/// Vectors that a part of the tree holds without being halved.
const LEAF: usize = 16;
/// Vectors that one thread asks for at once.
const TOGETHER: usize = 64;

/// Distinct vectors of the same length, one after the other, in parts.
struct Parts {
    width: usize,
    rows: Vec<i64>,
    /// The upper corner of each part, as a heap: the halves of part p are 2 p + 1 and 2 p + 2.
    corners: Vec<i64>,
}

/// For each of some distinct vectors of so many coordinates, whether no other is at least as large in all of them.
pub(crate) fn maxima(width: usize, vectors: &[&[i64]], watch: &Watch) -> Vec<bool> {
    if width == 0 || vectors.len() < 2 {
        return vec![true; vectors.len()];
    }
    let mut places: Vec<u32> = (0..vectors.len() as u32).collect();
    let halvings = (vectors.len() / LEAF).max(1).ilog2();
    let mut corners = vec![i64::MIN; ((2 << halvings) - 1) * width];
    let meter = Meter::of(watch);
    arrange(vectors, &mut places, 0, halvings, &mut corners, width, &meter);
    let rows = meter.along(&places).flat_map(|place| vectors[*place as usize]).copied().collect();
    let parts = Parts { width, rows, corners };
    let some = |vectors_here: &[&[i64]]| {
        // Each few vectors begin with a look: what they count by themselves may be too little for one.
        watch.work(vectors_here.len() as u64);
        let meter = Meter::of(watch);
        let alone = |vector: &&[i64]| !parts.covered(vector, 0, 0..vectors.len(), halvings, &meter);
        vectors_here.iter().map(alone).collect::<Vec<bool>>()
    };
    vectors.par_chunks(TOGETHER).flat_map_iter(some).collect()
}

/// Sorts places into parts, each halved along the coordinate in which it spreads most, and notes the corners.
fn arrange(
    vectors: &[&[i64]],
    places: &mut [u32],
    part: usize,
    halvings: u32,
    corners: &mut [i64],
    width: usize,
    meter: &Meter,
) {
    let of = |place: u32, k: usize| vectors[place as usize][k];
    let (mut widest, mut spread) = (0, 0);
    for k in 0..width {
        let (mut low, mut high) = (i64::MAX, i64::MIN);
        for place in meter.along(places) {
            let x = of(*place, k);
            (low, high) = (low.min(x), high.max(x));
        }
        corners[part * width + k] = high;
        if high.abs_diff(low) > spread {
            (widest, spread) = (k, high.abs_diff(low));
        }
    }
    if halvings == 0 {
        return;
    }
    let middle = places.len() / 2;
    places.select_nth_unstable_by(middle, |a, b| {
        meter.count(1);
        of(*a, widest).cmp(&of(*b, widest))
    });
    let (below, above) = places.split_at_mut(middle);
    arrange(vectors, below, 2 * part + 1, halvings - 1, corners, width, meter);
    arrange(vectors, above, 2 * part + 2, halvings - 1, corners, width, meter);
}

impl Parts {
    /// Whether another vector of a part is at least as large as one throughout.
    fn covered(
        &self,
        vector: &[i64],
        part: usize,
        rows: std::ops::Range<usize>,
        halvings: u32,
        meter: &Meter,
    ) -> bool {
        meter.count(1);
        let covers = |other: &[i64]| other.iter().zip(vector).all(|(other, own)| other >= own);
        if !covers(&self.corners[part * self.width..(part + 1) * self.width]) {
            return false;
        }
        if halvings == 0 {
            meter.count(rows.len() as u64);
            let rows = &self.rows[rows.start * self.width..rows.end * self.width];
            return rows.chunks_exact(self.width).any(|other| covers(other) && other != vector);
        }
        let middle = rows.start + rows.len() / 2;
        self.covered(vector, 2 * part + 2, middle..rows.end, halvings - 1, meter)
            || self.covered(vector, 2 * part + 1, rows.start..middle, halvings - 1, meter)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use detente_model::{Cancelled, Progress, unless_cancelled};

    use super::*;

    #[test]
    fn it_says_of_each_vector_what_comparing_it_with_all_others_says() {
        let mut state = 1u64;
        let mut dice = |sides: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % sides) as i64
        };
        for (width, count, sides) in
            [(1, 9, 5), (2, 40, 9), (3, 300, 12), (6, 700, 30), (8, 33, 3), (4, 16, 2)]
        {
            let mut vectors: Vec<Vec<i64>> =
                (0..count).map(|_| (0..width).map(|_| dice(sides)).collect()).collect();
            vectors.sort();
            vectors.dedup();
            let rows: Vec<&[i64]> = vectors.iter().map(Vec::as_slice).collect();
            let covers = |a: &[i64], b: &[i64]| a != b && a.iter().zip(b).all(|(x, y)| x >= y);
            let plainly: Vec<bool> = rows.iter().map(|b| !rows.iter().any(|a| covers(a, b))).collect();
            assert_eq!(maxima(width, &rows, &Watch::default()), plainly);
        }
        assert_eq!(maxima(0, &[], &Watch::default()), Vec::<bool>::new());
    }

    #[test]
    fn long_lists_are_told_of_on_the_way() {
        const COUNT: u64 = 60_000;
        let vectors: Vec<[i64; 3]> = (0..COUNT as i64).map(|i| [i, -i, i % 7]).collect();
        let rows: Vec<&[i64]> = vectors.iter().map(<[i64; 3]>::as_slice).collect();
        let whole = Arc::new(Progress::cancelled_at(u64::MAX));
        assert!(maxima(3, &rows, &Watch::by(&whole)).into_iter().all(|alone| alone));
        // The tree has a dozen levels, each made of passes over all vectors.
        assert!(whole.work_done() >= 12 * 3 * COUNT, "{} steps", whole.work_done());
        // Each few vectors that are asked about together begin with a look.
        assert!(whole.reports() >= COUNT / TOGETHER as u64, "{} reports", whole.reports());
        for last in [1, whole.reports() / 2] {
            let progress = Arc::new(Progress::cancelled_at(last));
            let ended = unless_cancelled(|| maxima(3, &rows, &Watch::by(&progress)));
            assert_eq!(ended, Err(Cancelled));
        }
    }
}
