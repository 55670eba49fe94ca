//! Two lists of vectors as places in order.
//!
//! **Definition.** In each coordinate the values of both lists are put in one order, a floor before a sum of the same value, and numbered.
//! A floor is at most a sum exactly if its place is lower; no two places are equal.
//!
//! **Method.** Both lists come sorted by their first coordinate, where it is enough to say how many floors each sum has passed. In the others
//! value and position are sorted as one number.
//!
//! **Cost.** O(n log n) for each coordinate but the first; four bytes for each place.

use super::sums::Sums;
use super::tally::Tally;
use crate::watch::{Meter, Watch};

/// Keys that are sorted without a look up: some milliseconds.
const A_PIECE: usize = 1 << 17;

/// Vectors by coordinate.
#[derive(Debug)]
pub(super) struct Points<N> {
    pub len: usize,
    /// The places in each coordinate that is looked at.
    pub at: Vec<Vec<i32>>,
    /// In how many ways each vector comes about; `None` if all come about in one.
    pub ways: Option<Vec<N>>,
}

impl<N: Tally> Points<N> {
    fn of(list: &Sums<N>) -> Self {
        let single = list.ways.iter().all(N::is_one);
        Self {
            len: list.len(),
            at: vec![Vec::new(); list.width()],
            ways: (!single).then(|| list.ways.clone()),
        }
    }

    /// The vectors at some positions, in the open coordinates.
    pub fn pick(&self, positions: &[u32], open: u32, watch: &Watch) -> Self {
        let at = self.at.iter().enumerate().map(|(d, column)| {
            if open >> d & 1 == 1 { watch.map(positions, |i| column[*i as usize]) } else { Vec::new() }
        });
        let ways = |ways: &Vec<N>| watch.map(positions, |i| ways[*i as usize].clone());
        Self { len: positions.len(), at: at.collect(), ways: self.ways.as_ref().map(ways) }
    }

    /// In how many ways a vector comes about.
    pub fn ways_at(&self, i: usize) -> N {
        self.ways.as_ref().map_or_else(|| N::of(1), |ways| ways[i].clone())
    }

    /// In how many ways the first so many vectors come about; `None` if in as many as they are.
    pub fn ways_upto(&self) -> Option<Vec<N>> {
        let mut sum = N::zero();
        let mut upto = vec![sum.clone()];
        upto.extend(self.ways.as_ref()?.iter().map(|ways| {
            sum.add(ways);
            sum.clone()
        }));
        Some(upto)
    }
}

/// Two lists that are to be compared.
#[derive(Debug)]
pub(super) struct Ranked<N> {
    pub sums: Points<N>,
    pub floors: Points<N>,
    /// How many floors each sum has passed in the first coordinate.
    pub passed: Vec<u32>,
    /// The other coordinates in which some pair fails.
    pub open: u32,
}

impl<N: Tally> Ranked<N> {
    /// Both lists sorted by their first coordinate, with fewer than 2³⁰ vectors each.
    pub fn of(sums: &Sums<N>, floors: &Sums<N>, meter: &Meter) -> Self {
        let mut ranked =
            Self { sums: Points::of(sums), floors: Points::of(floors), passed: Vec::new(), open: 0 };
        let mut to_pass = floors.column(0).peekable();
        let mut passed = 0;
        ranked.passed.extend(sums.column(0).map(|sum| {
            meter.count(1);
            while to_pass.next_if(|floor| *floor <= sum).is_some() {
                passed += 1;
            }
            passed
        }));
        for d in 1..sums.width() {
            if floors.column(d).max() <= sums.column(d).min() {
                continue;
            }
            ranked.open |= 1 << d;
            let values: Vec<i64> =
                floors.column(d).chain(sums.column(d)).inspect(|_| meter.count(1)).collect();
            let mut places = places(&values, meter);
            ranked.sums.at[d] = places.split_off(floors.len());
            ranked.floors.at[d] = places;
        }
        ranked
    }
}

/// The place of each value in their order, the earlier of two equal ones first.
fn places(values: &[i64], meter: &Meter) -> Vec<i32> {
    let (least, most) = values.iter().fold((i64::MAX, i64::MIN), |(a, b), x| (a.min(*x), b.max(*x)));
    let above = |x: i64| x.wrapping_sub(least) as u64;
    let bits = usize::BITS - values.len().leading_zeros();
    if above(most).leading_zeros() >= bits {
        let mut keys: Vec<u64> =
            meter.along(values).zip(0u64..).map(|(x, i)| above(*x) << bits | i).collect();
        sort(&mut keys, meter);
        let position = (1u64 << bits) - 1;
        numbered(keys.len(), &mut meter.along(&keys).map(|key| (key & position) as usize))
    } else {
        let mut keys: Vec<(i64, u32)> = meter.along(values).copied().zip(0u32..).collect();
        sort(&mut keys, meter);
        numbered(keys.len(), &mut meter.along(&keys).map(|(_, i)| *i as usize))
    }
}

/// Sorts keys of which no two are equal, piece by piece so that the sort can be ended in between; the pieces are then merged.
fn sort<T: Ord>(keys: &mut [T], meter: &Meter) {
    for piece in keys.chunks_mut(A_PIECE) {
        meter.count(piece.len() as u64 * 4);
        piece.sort_unstable();
    }
    if keys.len() > A_PIECE {
        keys.sort_by(|a, b| {
            meter.count(1);
            a.cmp(b)
        });
    }
}

fn numbered(count: usize, order: &mut dyn Iterator<Item = usize>) -> Vec<i32> {
    let mut places = vec![0; count];
    for (i, place) in order.zip(0i32..) {
        places[i] = place;
    }
    places
}
