//! All sums of one vector from each part, as two lists of half sums.
//!
//! **Method.** The parts are shared out between two halves such that both have about as many combinations. A half is built part by part; equal
//! sums become one with the ways to them added (dynamic programming over the sums). A sum that misses a floor whatever is added is dropped; a
//! coordinate that can no longer miss its floor is levelled, so that more sums are equal. The pairs that suffice are counted
//! by [`super::dominance`], unless a prediction and a trial say that it would take too long.
//!
//! **Cost.** The square root of the number of combinations, or the number of distinct half sums if that is smaller; bounded. A count that is
//! given up takes about an eighth of what was set aside for it.

use num_bigint::BigUint;

use super::dominance::{Budget, pairs, predicted_work};
use super::parts::Parts;
use super::ranks::{Ranked, Sum};
use super::tally::Tally;

/// Steps of work for one exact count, some ten seconds of one core.
pub(super) const EFFORT: u64 = 8_000_000_000;
/// Steps that it takes to form, sort and merge a sum.
const A_SUM: u64 = 32;
/// A count that may take a good part of what is set aside is first tried on every so many-th sum.
const THINNED: usize = 16;
/// Bytes that the sums of a half may take while they are gathered.
const MOST_BYTES: usize = 320_000_000;

/// The ways of choosing a vector from each part such that no coordinate of the sum is negative.
#[derive(Debug, Clone)]
pub(super) struct Ways {
    pub parts: Vec<Vec<(Vec<i64>, u64)>>,
    pub start: Vec<i64>,
}

impl Ways {
    /// The question about some coordinates of a space taken apart.
    pub fn of(parts: &Parts<'_>, coordinates: &[usize]) -> Self {
        let pick = |at: &[i64]| coordinates.iter().map(|d| at[*d]).collect();
        let project = |part: &Vec<(Vec<i64>, u64)>| part.iter().map(|(at, ways)| (pick(at), *ways)).collect();
        Self { parts: parts.listed.iter().map(project).collect(), start: pick(&parts.start) }
    }

    /// How many ways there are of choosing, whatever the sum.
    fn all(&self) -> BigUint {
        self.parts
            .iter()
            .map(|part| part.iter().map(|(_, ways)| BigUint::from(*ways)).sum::<BigUint>())
            .product()
    }

    /// How many there are; `None` if that takes more than so many steps.
    pub fn count(mut self, effort: u64) -> Option<BigUint> {
        if self.parts.iter().any(Vec::is_empty) {
            return Some(BigUint::ZERO);
        }
        let spans: Vec<Span> = self.parts.iter().map(|part| Span::of(part)).collect();
        let ends = |d: usize| {
            spans
                .iter()
                .fold((self.start[d], self.start[d]), |(low, high), s| (low + s.worst[d], high + s.best[d]))
        };
        if (0..self.start.len()).any(|d| ends(d).1 < 0) {
            return Some(BigUint::ZERO);
        }
        let open: Vec<usize> = (0..self.start.len()).filter(|d| ends(*d).0 < 0).collect();
        if open.is_empty() {
            return Some(self.all());
        }
        let pick = |at: &[i64]| -> Vec<i64> { open.iter().map(|d| at[*d]).collect() };
        self.start = pick(&self.start);
        for (at, _) in self.parts.iter_mut().flatten() {
            *at = pick(at);
        }
        match open.len() {
            1 => self.count_in::<1>(effort),
            2 => self.count_in::<2>(effort),
            3 => self.count_in::<3>(effort),
            4 => self.count_in::<4>(effort),
            5 | 6 => self.count_in::<6>(effort),
            7 | 8 => self.count_in::<8>(effort),
            9..=16 => self.count_in::<16>(effort),
            _ => None,
        }
    }

    fn count_in<const D: usize>(&self, effort: u64) -> Option<BigUint> {
        match self.all().bits() {
            0..64 => self.count_with::<D, u64>(effort).map(BigUint::from),
            64..128 => self.count_with::<D, u128>(effort).map(BigUint::from),
            _ => self.count_with::<D, BigUint>(effort),
        }
    }

    fn count_with<const D: usize, N: Tally>(&self, effort: u64) -> Option<N> {
        let budget = Budget::of(effort);
        let (left, right) = self.halves();
        let right = floors(self.half::<D, N>(&right, &vec![0; self.start.len()], &budget)?);
        let left = self.half::<D, N>(&left, &self.start, &budget)?;
        if expected_work(&left, &right, self.start.len(), budget.left())? > budget.left() {
            return None;
        }
        let ranked = Ranked::of(&left, &right);
        drop((left, right));
        pairs(&ranked, &budget)
    }

    /// Which parts go to which half: the largest first, each to the half with fewer combinations.
    fn halves(&self) -> (Vec<usize>, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.parts.len()).collect();
        order.sort_by_key(|k| (std::cmp::Reverse(self.parts[*k].len()), *k));
        let mut halves = [(0.0, Vec::new()), (0.0, Vec::new())];
        for k in order {
            let half = usize::from(halves[1].0 < halves[0].0);
            halves[half].0 += (self.parts[k].len() as f64).ln();
            halves[half].1.push(k);
        }
        let [(_, left), (_, right)] = halves;
        (left, right)
    }

    /// The distinct sums over some parts, sorted; `None` if they are too many.
    fn half<const D: usize, N: Tally>(
        &self,
        own: &[usize],
        start: &[i64],
        budget: &Budget,
    ) -> Option<Vec<Sum<D, N>>> {
        let whole =
            self.parts.iter().map(|part| Span::of(part)).fold(Span::nothing(self.start.len()), Span::plus);
        let mut own_so_far = Span::nothing(self.start.len());
        let mut sums = vec![Sum { at: pad(start), ways: N::of(1) }];
        // The start belongs to one half; the other reckons with it as if it were still to come.
        let to_come: Vec<i64> = self.start.iter().zip(start).map(|(all, here)| all - here).collect();
        for k in own {
            let part = &self.parts[*k];
            own_so_far = own_so_far.plus(Span::of(part));
            let worst: [i64; D] = std::array::from_fn(|d| rest(&whole.worst, &own_so_far.worst, &to_come, d));
            let best: [i64; D] = std::array::from_fn(|d| rest(&whole.best, &own_so_far.best, &to_come, d));
            let most = sums.len().checked_mul(part.len())?;
            if most.checked_mul(size_of::<Sum<D, N>>())? > MOST_BYTES {
                return None;
            }
            budget.take(A_SUM * most as u64)?;
            let mut next: Vec<Sum<D, N>> = Vec::new();
            for (add, ways) in part {
                let (add, ways) = (pad::<D>(add), N::of(*ways));
                for sum in &sums {
                    let at: [i64; D] = std::array::from_fn(|d| sum.at[d] + add[d]);
                    if (0..D).all(|d| at[d] + best[d] >= 0) {
                        let at = std::array::from_fn(|d| at[d].min(-worst[d]));
                        next.push(Sum { at, ways: sum.ways.times(&ways) });
                    }
                }
            }
            // Stable: each choice shifts a sorted list, and sorted runs are merged.
            next.sort_by_key(|sum| sum.at);
            next.dedup_by(|next, kept| {
                let equal = next.at == kept.at;
                if equal {
                    kept.ways.add(&next.ways);
                }
                equal
            });
            sums = next;
        }
        Some(sums)
    }
}

/// What the parts outside add in a coordinate.
fn rest(whole: &[i64], own: &[i64], to_come: &[i64], d: usize) -> i64 {
    if d < whole.len() { whole[d] - own[d] + to_come[d] } else { 0 }
}

/// What the sums of one half ask of those of the other, sorted.
pub(super) fn floors<const D: usize, N>(mut sums: Vec<Sum<D, N>>) -> Vec<Sum<D, N>> {
    for sum in &mut sums {
        sum.at = sum.at.map(|x| -x);
    }
    sums.reverse();
    sums
}

/// About how many steps it takes to count the pairs. What may take long is tried on some of the sums, for lists whose coordinates
/// go together are parted sooner than others; `None` if that alone takes too long.
fn expected_work<const D: usize, N: Tally>(
    sums: &[Sum<D, N>],
    floors: &[Sum<D, N>],
    coordinates: usize,
    left: u64,
) -> Option<u64> {
    let predicted = predicted_work(coordinates, (sums.len() + floors.len()) as u64);
    if predicted < left / 8 {
        return Some(predicted);
    }
    let thin = |list: &[Sum<D, N>]| -> Vec<Sum<D, N>> { list.iter().step_by(THINNED).cloned().collect() };
    let (sums, floors) = (thin(sums), thin(floors));
    let budget = Budget::of(left / 8);
    pairs(&Ranked::of(&sums, &floors), &budget)?;
    let took = (left / 8 - budget.left()) as f64;
    let thinned = predicted_work(coordinates, (sums.len() + floors.len()) as u64);
    Some((predicted as f64 * (took / thinned as f64)) as u64)
}

pub(super) fn pad<const D: usize>(values: &[i64]) -> [i64; D] {
    std::array::from_fn(|d| values.get(d).copied().unwrap_or(0))
}

/// The least and the most that a part can add in each coordinate.
#[derive(Debug, Clone)]
struct Span {
    worst: Vec<i64>,
    best: Vec<i64>,
}

impl Span {
    fn nothing(count: usize) -> Self {
        Self { worst: vec![0; count], best: vec![0; count] }
    }

    fn of(part: &[(Vec<i64>, u64)]) -> Self {
        let over = |pick: fn(i64, i64) -> i64| {
            let vectors = part.iter().map(|(at, _)| at.clone());
            let merged = vectors.reduce(|a, b| a.iter().zip(&b).map(|(x, y)| pick(*x, *y)).collect());
            merged.unwrap_or_default()
        };
        Self { worst: over(i64::min), best: over(i64::max) }
    }

    fn plus(self, other: Self) -> Self {
        let sum = |a: Vec<i64>, b: Vec<i64>| a.iter().zip(&b).map(|(x, y)| x + y).collect();
        Self { worst: sum(self.worst, other.worst), best: sum(self.best, other.best) }
    }
}
