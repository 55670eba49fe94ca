//! How many pairs of sums suffice together, without going through the pairs.
//!
//! **Definition.** For two lists of vectors, the number of pairs (a, t) with a ≥ t in every coordinate, each pair counted as often as its
//! two vectors are. With t the negative of the second half of a sum, these are the sums that are nowhere negative.
//!
//! **Method.** Multidimensional divide and conquer (Bentley 1980; Kung, Luccio & Preparata 1975) on places in the common order of each
//! coordinate ([`super::ranks`]). A pivot in one coordinate parts both lists: sums at or above it and floors below it agree there, and are
//! counted in one coordinate less; pairs on the same side are counted by the same procedure; the rest fail. Floors stay in the
//! order of the first coordinate, and each sum knows how many of them it has passed, which a parting brings up to date from the number of low floors
//! among the first so many, as in a wavelet tree (Grossi, Gupta & Vitter 2003): nothing is ever sorted or merged again.
//! A coordinate that agrees for all pairs is left out, a coordinate in which all pairs fail ends the matter, and few pairs are gone through.
//!
//! **Cost.** O(n log^(D−1) n) steps for n vectors of D coordinates, counted and limited. The count of steps does not depend on the
//! number of threads.

use std::sync::atomic::{AtomicU64, Ordering};

use super::ranks::{Points, Ranked};
use super::tally::Tally;
use crate::watch::Watch;

/// Steps of work that are left.
#[derive(Debug)]
pub(super) struct Budget {
    left: AtomicU64,
    watch: Watch,
}

impl Budget {
    /// So many steps.
    pub fn of(steps: u64, watch: &Watch) -> Self {
        Self { left: AtomicU64::new(steps), watch: watch.clone() }
    }

    /// Takes some steps; `None` if there are not so many left.
    pub fn take(&self, steps: u64) -> Option<()> {
        self.watch.work(steps);
        let less = |left: u64| left.checked_sub(steps);
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).ok().map(|_| ())
    }

    /// How many are left.
    pub fn left(&self) -> u64 {
        self.left.load(Ordering::Relaxed)
    }
}

/// Vectors of each list from which a pivot is taken.
const SAMPLE: usize = 24;
/// Pairs for each vector that are sooner gone through than parted.
const FEW: u64 = 160;
/// Pairs that are gone through in the time of one step.
const AT_ONCE: u64 = 8;
/// Vectors from which on the parts are counted beside each other.
const MANY: u64 = 1 << 15;

/// The number of pairs with `floor ≤ sum` everywhere. `None` if the steps do not suffice.
pub(super) fn pairs<N: Tally>(ranked: &Ranked<N>, budget: &Budget) -> Option<N> {
    count(&ranked.sums, &ranked.passed, &ranked.floors, ranked.open, budget)
}

/// The pairs of a sum with one of the floors that it has passed that agree in the open coordinates.
fn count<N: Tally>(
    sums: &Points<N>,
    passed: &[u32],
    floors: &Points<N>,
    mut open: u32,
    budget: &Budget,
) -> Option<N> {
    let (m, n) = (passed.len() as u64, floors.len as u64);
    if m == 0 || n == 0 {
        return Some(N::zero());
    }
    budget.take(m + n)?;
    if m.saturating_mul(n) <= FEW * (m + n) {
        budget.take(m * n / AT_ONCE)?;
        return Some(one_by_one(sums, passed, floors, open));
    }
    for d in coordinates(open) {
        let ((least, most), (lowest, highest)) = (range(&sums.at[d]), range(&floors.at[d]));
        if most < lowest {
            return Some(N::zero());
        }
        if least > highest {
            open &= !(1 << d);
        }
    }
    if open == 0 {
        return Some(all(sums, passed, floors.ways_upto().as_deref()));
    }
    let watch = &budget.watch;
    let d = open.ilog2() as usize;
    let agrees = open & !(1 << d);
    let pivot = pivot(&sums.at[d], &floors.at[d]);

    // How many of the first so many floors are low.
    let mut low_upto = Vec::with_capacity(floors.len + 1);
    let mut low = 0u32;
    low_upto.push(low);
    for stride in watch.strides(&floors.at[d]) {
        low_upto.extend(stride.iter().map(|x| {
            low += u32::from(*x < pivot);
            low
        }));
    }
    let [low, high] = parted(&floors.at[d], pivot, watch);
    let (low_floors, high_floors) = (floors.pick(&low, open, watch), floors.pick(&high, open, watch));
    let [low, high] = parted(&sums.at[d], pivot, watch);
    let (low_sums, high_sums) = (sums.pick(&low, open, watch), sums.pick(&high, open, watch));
    let low_passed = |i: &u32| low_upto[passed[*i as usize] as usize];
    let across = watch.map(&high, low_passed);
    let above = watch.map(&high, |i| passed[*i as usize] - low_passed(i));
    let below = watch.map(&low, low_passed);
    drop((low, high, low_upto));
    let across = || match agrees {
        0 => Some(all(&high_sums, &across, low_floors.ways_upto().as_deref())),
        _ => count(&high_sums, &across, &low_floors, agrees, budget),
    };
    let above = || count(&high_sums, &above, &high_floors, open, budget);
    let below = || count(&low_sums, &below, &low_floors, open, budget);
    let (across, (above, below)) = if m + n < MANY {
        (across(), (above(), below()))
    } else {
        rayon::join(across, || rayon::join(above, below))
    };
    let mut total = across?;
    total.add(&above?);
    total.add(&below?);
    Some(total)
}

/// About how many steps it takes to rank so many vectors and to count their pairs, if the coordinates have nothing to do with each other.
pub(super) fn predicted_work(coordinates: usize, vectors: u64) -> u64 {
    let halvings = (vectors / (2 * FEW)).checked_ilog2().map_or(0, |log| log + 1);
    let mut size = vectors >> halvings;
    // By the number of coordinates that are open beside the one that is counted last.
    let mut work = vec![size + size * size / (4 * AT_ONCE); coordinates.max(2) - 1];
    for _ in 0..halvings {
        size = size.saturating_mul(2);
        let mut across = 0;
        for work in &mut work {
            let sides = work.saturating_mul(2);
            across = std::mem::replace(work, sides.saturating_add(size).saturating_add(across));
        }
    }
    let open = work.len() as u64;
    let ranking = open.saturating_mul(u64::from(vectors.max(2).ilog2())).saturating_mul(vectors);
    // Pivots are off the middle, which takes about half as much again.
    work.last().map_or(0, |work| (work / 2).saturating_mul(3)).saturating_add(ranking)
}

/// The coordinates of a set.
fn coordinates(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let d = (set != 0).then(|| set.trailing_zeros() as usize);
        set &= set.wrapping_sub(1);
        d
    })
}

/// Every floor that a sum has passed.
fn all<N: Tally>(sums: &Points<N>, passed: &[u32], ways_upto: Option<&[N]>) -> N {
    let upto = |passed: u32| match ways_upto {
        None => N::of(u64::from(passed)),
        Some(upto) => upto[passed as usize].clone(),
    };
    let mut total = N::zero();
    match &sums.ways {
        None => passed.iter().for_each(|passed| total.add(&upto(*passed))),
        Some(ways) => {
            ways.iter().zip(passed).for_each(|(ways, passed)| total.add(&ways.times(&upto(*passed))));
        }
    }
    total
}

/// The positions below a pivot and those at or above it.
fn parted(at: &[i32], pivot: i32, watch: &Watch) -> [Vec<u32>; 2] {
    // Which side comes next cannot be foretold, so both are written to and one is moved on.
    let (mut low, mut high) = (vec![0; at.len() + 1], vec![0; at.len() + 1]);
    let (mut lows, mut highs) = (0, 0);
    let mut i = 0;
    for stride in watch.strides(at) {
        for x in stride {
            low[lows] = i;
            high[highs] = i;
            let below = usize::from(*x < pivot);
            lows += below;
            highs += 1 - below;
            i += 1;
        }
    }
    low.truncate(lows);
    high.truncate(highs);
    [low, high]
}

fn one_by_one<N: Tally>(sums: &Points<N>, passed: &[u32], floors: &Points<N>, open: u32) -> N {
    let columns: Vec<usize> = coordinates(open).collect();
    match *columns.as_slice() {
        [a] => among(sums, passed, floors, [a]),
        [a, b] => among(sums, passed, floors, [a, b]),
        [a, b, c] => among(sums, passed, floors, [a, b, c]),
        [a, b, c, d] => among(sums, passed, floors, [a, b, c, d]),
        [a, b, c, d, e] => among(sums, passed, floors, [a, b, c, d, e]),
        _ => {
            let mut total = N::zero();
            for (i, passed) in passed.iter().enumerate() {
                let reached = |j: &usize| columns.iter().all(|d| floors.at[*d][*j] < sums.at[*d][i]);
                for j in (0..*passed as usize).filter(reached) {
                    total.add(&sums.ways_at(i).times(&floors.ways_at(j)));
                }
            }
            total
        }
    }
}

/// As [`one_by_one`], for so many open coordinates.
fn among<const K: usize, N: Tally>(
    sums: &Points<N>,
    passed: &[u32],
    floors: &Points<N>,
    open: [usize; K],
) -> N {
    let mut total = N::zero();
    for (i, passed) in passed.iter().enumerate() {
        let passed = *passed as usize;
        let floor_at = open.map(|d| &floors.at[d][..passed]);
        let sum_at = open.map(|d| sums.at[d][i]);
        // A number, so that several floors are compared at once.
        let reached = |j: usize| (0..K).fold(1, |all, k| all & u32::from(floor_at[k][j] < sum_at[k]));
        let ways = match &floors.ways {
            None => N::of(u64::from((0..passed).map(reached).sum::<u32>())),
            Some(ways) => {
                let mut found = N::zero();
                for (j, ways) in ways[..passed].iter().enumerate() {
                    if reached(j) == 1 {
                        found.add(ways);
                    }
                }
                found
            }
        };
        match &sums.ways {
            None => total.add(&ways),
            Some(of_sum) => total.add(&of_sum[i].times(&ways)),
        }
    }
    total
}

fn range(at: &[i32]) -> (i32, i32) {
    at.iter().fold((i32::MAX, i32::MIN), |(low, high), x| (low.min(*x), high.max(*x)))
}

/// A place that has a good part of both lists on either side: no two places are equal, so both sides are smaller than the whole.
fn pivot(sums: &[i32], floors: &[i32]) -> i32 {
    let pivot = median(sample(sums).chain(sample(floors)).collect());
    let below = number_below(sums, pivot) + number_below(floors, pivot);
    let all = sums.len() + floors.len();
    if below.max(all - below) * 8 > all * 7 {
        return median(sums.iter().chain(floors).copied().collect());
    }
    pivot
}

fn number_below(at: &[i32], pivot: i32) -> usize {
    at.iter().map(|x| usize::from(*x < pivot)).sum()
}

/// Some places, evenly spread over the list.
fn sample(at: &[i32]) -> impl Iterator<Item = i32> {
    at.iter().step_by(at.len().div_ceil(SAMPLE)).copied()
}

fn median(mut places: Vec<i32>) -> i32 {
    let middle = places.len() / 2;
    *places.select_nth_unstable(middle).1
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use detente_model::{MOST_BETWEEN_REPORTS, Progress};
    use num_bigint::BigUint;
    use proptest::prelude::*;
    use rand::rngs::ChaCha8Rng;
    use rand::{RngExt, SeedableRng};

    use super::super::sums::Sums;
    use super::*;
    use crate::watch::Meter;

    /// Sorted vectors with so many values in each coordinate, which follow the first coordinate by `bent` parts of ten.
    fn list(
        random: &mut ChaCha8Rng,
        coordinates: usize,
        length: usize,
        values: i64,
        most_ways: u64,
        bent: i64,
    ) -> Sums<u64> {
        let mut list = Sums::none(coordinates);
        for _ in 0..length {
            let mut at: Vec<i64> = (0..coordinates).map(|_| random.random_range(-values..=values)).collect();
            for d in 1..coordinates {
                at[d] = (at[d] * (10 - bent.abs()) + at[0] * bent) / 10;
            }
            list.push(at.into_iter(), random.random_range(1..=most_ways));
        }
        list.sort(&Meter::default());
        list
    }

    fn literal(sums: &Sums<u64>, floors: &Sums<u64>) -> u64 {
        let mut pairs = 0;
        for (sum, ways) in sums.rows().zip(&sums.ways) {
            let reached = |floor: &[i64]| floor.iter().zip(sum).all(|(floor, x)| floor <= x);
            let floors = floors.rows().zip(&floors.ways).filter(|(floor, _)| reached(floor));
            pairs += ways * floors.map(|(_, ways)| ways).sum::<u64>();
        }
        pairs
    }

    fn number<N: Tally>(sums: &Sums<u64>, floors: &Sums<u64>) -> Option<N> {
        let of = |list: &Sums<u64>| -> Sums<N> {
            let mut counted = Sums::none(list.width());
            list.rows().zip(&list.ways).for_each(|(row, n)| counted.push(row.iter().copied(), N::of(*n)));
            counted
        };
        pairs(
            &Ranked::of(&of(sums), &of(floors), &Meter::default()),
            &Budget::of(u64::MAX, &Watch::default()),
        )
    }

    fn agrees(coordinates: usize, seed: u64) {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let values = [0, 1, 5, 300, i64::MAX / 40][random.random_range(0..5)];
        let most_ways = random.random_range(1..=3);
        let [short, long] = [random.random_range(0..200), random.random_range(0..1_200)];
        let lengths = [(long, long), (short, long), (long, short), (short, short)][random.random_range(0..4)];
        let bent = random.random_range(-9..=9);
        let sums = list(random, coordinates, lengths.0, values, most_ways, bent);
        let floors = list(random, coordinates, lengths.1, values, most_ways, bent);
        let expected = literal(&sums, &floors);
        assert_eq!(number::<u64>(&sums, &floors), Some(expected));
        assert_eq!(number::<u128>(&sums, &floors), Some(u128::from(expected)));
        assert_eq!(number::<BigUint>(&sums, &floors), Some(BigUint::from(expected)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn pairs_are_those_of_the_definition(seed in any::<u64>()) {
            agrees(1, seed);
            agrees(2, seed);
            agrees(3, seed);
            agrees(4, seed);
            agrees(6, seed);
            agrees(8, seed);
        }
    }

    #[test]
    fn long_lists_are_told_of_on_the_way() {
        const LENGTH: usize = 20_000;
        let random = &mut ChaCha8Rng::seed_from_u64(2);
        let (sums, floors) = (list(random, 3, LENGTH, 1 << 40, 1, 0), list(random, 3, LENGTH, 1 << 40, 1, 0));
        let progress = Arc::new(Progress::default());
        let watch = Watch::by(&progress);
        let ranked = Ranked::of(&sums, &floors, &Meter::of(&watch));
        // Both are numbered in two coordinates, in passes over their values, the keys and the order.
        let ranking = progress.work_done();
        assert!(ranking >= 6 * 2 * LENGTH as u64, "{ranking} steps");
        let plenty = Budget::of(u64::MAX, &watch);
        pairs(&ranked, &plenty).expect("a count");
        // Beside the steps that are taken, the strides of the first parting: of both lists, and of all that is picked from them.
        let taken = u64::MAX - plenty.left();
        let counting = progress.work_done() - ranking;
        assert!(counting >= taken + 4 * LENGTH as u64, "{counting} steps for {taken}");
        assert!(progress.most_at_once() < MOST_BETWEEN_REPORTS, "{}", progress.most_at_once());
    }

    /// Lists long enough to be counted beside each other: the same number and the same steps on one thread and on several.
    #[test]
    fn neither_number_nor_steps_depend_on_threads() {
        let random = &mut ChaCha8Rng::seed_from_u64(1);
        let (sums, floors) = (list(random, 3, 17_000, 1 << 40, 1, 0), list(random, 3, 17_000, 1 << 40, 1, 0));
        let ranked = Ranked::of(&sums, &floors, &Meter::default());
        let plenty = Budget::of(u64::MAX, &Watch::default());
        let expected = Some(literal(&sums, &floors));
        assert_eq!(pairs(&ranked, &plenty), expected);
        let steps = u64::MAX - plenty.left();
        let predicted = predicted_work(3, 34_000);
        assert!(steps < predicted && predicted < 3 * steps, "{steps} of {predicted}");
        for threads in [1, 2, 5] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            assert_eq!(pool.install(|| pairs(&ranked, &Budget::of(steps, &Watch::default()))), expected);
            assert_eq!(pool.install(|| pairs(&ranked, &Budget::of(steps - 1, &Watch::default()))), None);
        }
    }
}
