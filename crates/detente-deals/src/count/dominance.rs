//! How many pairs of sums suffice together, without going through the pairs.
//!
//! **Definition.** For two lists of vectors, the number of pairs (a, t) with a ≥ t in every coordinate, each pair counted as often as its
//! two vectors are. With t the negative of the second half of a sum, these are the sums that are nowhere negative.
//!
//! **Method.** Multidimensional divide and conquer (Bentley 1980; Kung, Luccio & Preparata 1975). A pivot in one coordinate parts both lists:
//! pairs with a at or above it and t at or below it agree there, and are counted in one coordinate less; pairs on the same
//! side are counted by the same procedure; the rest fail. Both lists stay sorted by the first coordinate, in which a walk along both counts.
//! A coordinate that agrees for all pairs is left out, and a coordinate in which all pairs fail ends the matter.
//!
//! **Cost.** O(n log^(D−1) n) steps for n vectors of D coordinates, counted and limited.

use super::tally::Tally;

/// A vector, and in how many ways it comes about.
#[derive(Debug, Clone)]
pub(super) struct Sum<const D: usize, N> {
    pub at: [i64; D],
    pub ways: N,
}

/// Steps of work that are left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    pub left: u64,
}

impl Budget {
    /// Takes some steps; `None` if there are not so many left.
    pub fn take(&mut self, steps: u64) -> Option<()> {
        self.left = self.left.checked_sub(steps)?;
        Some(())
    }
}

/// Vectors of each list from which a pivot is taken.
const SAMPLE: usize = 24;

/// The number of pairs with `floor ≤ sum` everywhere, both lists sorted by their first coordinate. `None` if the steps do not suffice.
pub(super) fn pairs<const D: usize, N: Tally>(
    sums: &[Sum<D, N>],
    floors: &[Sum<D, N>],
    budget: &mut Budget,
) -> Option<N> {
    let all = u32::MAX >> (32 - D as u32);
    count(sums, floors, all & !1, budget)
}

/// As [`pairs`], where only the first coordinate and those marked in `open` are still to be compared.
fn count<const D: usize, N: Tally>(
    sums: &[Sum<D, N>],
    floors: &[Sum<D, N>],
    mut open: u32,
    budget: &mut Budget,
) -> Option<N> {
    let (m, n) = (sums.len() as u64, floors.len() as u64);
    if m == 0 || n == 0 {
        return Some(N::zero());
    }
    budget.take(m + n)?;
    if m.saturating_mul(n) <= 8 * (m + n) {
        budget.take(m * n)?;
        return Some(one_by_one(sums, floors, open));
    }
    let mut rest = open;
    while rest != 0 {
        let d = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        let ((least, most), (lowest, highest)) = (range(sums, d), range(floors, d));
        if most < lowest {
            return Some(N::zero());
        }
        if least >= highest {
            open &= !(1 << d);
        }
    }
    if open == 0 {
        return Some(walk(sums.iter(), floors.iter()));
    }
    let d = open.ilog2() as usize;
    let mut pivot = median(sample(sums, d).chain(sample(floors, d)).collect());
    let lopsided = |pivot: i64| {
        let above = number(sums, |x| x.at[d] > pivot) + number(floors, |x| x.at[d] > pivot);
        let below = number(sums, |x| x.at[d] < pivot) + number(floors, |x| x.at[d] < pivot);
        above.max(below) * 8 > (sums.len() + floors.len()) * 7
    };
    if lopsided(pivot) {
        pivot = median(sums.iter().chain(floors).map(|x| x.at[d]).collect());
    }
    let agrees = open & !(1 << d);
    let high = sums.iter().filter(|x| x.at[d] >= pivot);
    let low = floors.iter().filter(|x| x.at[d] <= pivot);
    let mut total = if agrees == 0 {
        walk(high, low)
    } else {
        let (high, low): (Vec<_>, Vec<_>) = (high.cloned().collect(), low.cloned().collect());
        count(&high, &low, agrees, budget)?
    };
    for above in [true, false] {
        let side = |x: &&Sum<D, N>| if above { x.at[d] > pivot } else { x.at[d] < pivot };
        let sums: Vec<_> = sums.iter().filter(side).cloned().collect();
        let floors: Vec<_> = floors.iter().filter(side).cloned().collect();
        total.add(&count(&sums, &floors, open, budget)?);
    }
    Some(total)
}

fn one_by_one<const D: usize, N: Tally>(sums: &[Sum<D, N>], floors: &[Sum<D, N>], open: u32) -> N {
    let mut total = N::zero();
    for sum in sums {
        for floor in floors {
            if (0..D).all(|d| (d > 0 && open >> d & 1 == 0) || sum.at[d] >= floor.at[d]) {
                total.add(&sum.ways.times(&floor.ways));
            }
        }
    }
    total
}

/// The pairs that agree in the first coordinate: those floors that one sum has passed, the next has passed as well.
fn walk<'a, const D: usize, N: Tally + 'a>(
    sums: impl Iterator<Item = &'a Sum<D, N>>,
    floors: impl Iterator<Item = &'a Sum<D, N>>,
) -> N {
    let mut floors = floors.peekable();
    let (mut passed, mut total) = (N::zero(), N::zero());
    for sum in sums {
        while let Some(floor) = floors.next_if(|floor| floor.at[0] <= sum.at[0]) {
            passed.add(&floor.ways);
        }
        total.add(&sum.ways.times(&passed));
    }
    total
}

fn range<const D: usize, N>(list: &[Sum<D, N>], d: usize) -> (i64, i64) {
    list.iter().fold((i64::MAX, i64::MIN), |(low, high), x| (low.min(x.at[d]), high.max(x.at[d])))
}

fn number<T>(list: &[T], holds: impl Fn(&T) -> bool) -> usize {
    list.iter().filter(|x| holds(x)).count()
}

/// Some values of a coordinate, evenly spread over the list.
fn sample<const D: usize, N>(list: &[Sum<D, N>], d: usize) -> impl Iterator<Item = i64> {
    list.iter().step_by(list.len().div_ceil(SAMPLE)).map(move |x| x.at[d])
}

fn median(mut values: Vec<i64>) -> i64 {
    let middle = values.len() / 2;
    *values.select_nth_unstable(middle).1
}
