//! Two lists of vectors as places in order.
//!
//! **Definition.** In each coordinate the values of both lists are put in one order, a floor before a sum of the same value, and numbered.
//! A floor is at most a sum exactly if its place is lower; no two places are equal.
//!
//! **Method.** Both lists come sorted by their first coordinate, where it is enough to say how many floors each sum has passed. In the others
//! value and position are sorted as one number.
//!
//! **Cost.** O(n log n) for each coordinate but the first; four bytes for each place.

use super::tally::Tally;

/// A vector, and in how many ways it comes about.
#[derive(Debug, Clone)]
pub(super) struct Sum<const D: usize, N> {
    pub at: [i64; D],
    pub ways: N,
}

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
    fn of<const D: usize>(list: &[Sum<D, N>]) -> Self {
        let single = list.iter().all(|x| x.ways.is_one());
        let ways = (!single).then(|| list.iter().map(|x| x.ways.clone()).collect());
        Self { len: list.len(), at: vec![Vec::new(); D], ways }
    }

    /// The vectors at some positions, in the open coordinates.
    pub fn pick(&self, positions: &[u32], open: u32) -> Self {
        let at = self.at.iter().enumerate().map(|(d, column)| {
            if open >> d & 1 == 1 {
                positions.iter().map(|i| column[*i as usize]).collect()
            } else {
                Vec::new()
            }
        });
        let ways = |ways: &Vec<N>| positions.iter().map(|i| ways[*i as usize].clone()).collect();
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
    pub fn of<const D: usize>(sums: &[Sum<D, N>], floors: &[Sum<D, N>]) -> Self {
        let mut ranked =
            Self { sums: Points::of(sums), floors: Points::of(floors), passed: Vec::new(), open: 0 };
        let mut passed = 0;
        ranked.passed.extend(sums.iter().map(|sum| {
            passed += floors[passed..].iter().take_while(|floor| floor.at[0] <= sum.at[0]).count();
            passed as u32
        }));
        for d in 1..D {
            let values = || floors.iter().chain(sums).map(|x| x.at[d]);
            let most = floors.iter().map(|x| x.at[d]).max();
            if most <= sums.iter().map(|x| x.at[d]).min() {
                continue;
            }
            ranked.open |= 1 << d;
            let mut places = places(values);
            ranked.sums.at[d] = places.split_off(floors.len());
            ranked.floors.at[d] = places;
        }
        ranked
    }
}

/// The place of each value in their order, the earlier of two equal ones first.
fn places<I: Iterator<Item = i64>>(values: impl Fn() -> I) -> Vec<i32> {
    let (least, most) = values().fold((i64::MAX, i64::MIN), |(a, b), x| (a.min(x), b.max(x)));
    let above = |x: i64| x.wrapping_sub(least) as u64;
    let bits = usize::BITS - values().count().leading_zeros();
    if above(most).leading_zeros() >= bits {
        let mut keys: Vec<u64> = values().zip(0u64..).map(|(x, i)| above(x) << bits | i).collect();
        keys.sort_unstable();
        let position = (1u64 << bits) - 1;
        numbered(keys.len(), keys.iter().map(|key| (key & position) as usize))
    } else {
        let mut keys: Vec<(i64, u32)> = values().zip(0u32..).collect();
        keys.sort_unstable();
        numbered(keys.len(), keys.iter().map(|(_, i)| *i as usize))
    }
}

fn numbered(count: usize, order: impl Iterator<Item = usize>) -> Vec<i32> {
    let mut places = vec![0; count];
    for (i, place) in order.zip(0i32..) {
        places[i] = place;
    }
    places
}
