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
use super::ranks::Ranked;
use super::sums::{Shift, Sums};
use super::tally::Tally;
use crate::limits;
use crate::sorting::Sorting;
use crate::watch::{Meter, Watch};

/// Steps that it takes to form, sort and merge a sum.
const A_SUM: u64 = 32;
/// A count that may take a good part of what is set aside is first tried on every so many-th sum.
const THINNED: usize = 16;

/// The ways of choosing a vector from each part such that no coordinate of the sum is negative.
#[derive(Debug, Clone)]
pub(super) struct Ways {
    pub parts: Vec<Vec<(Vec<i64>, u64)>>,
    pub start: Vec<i64>,
    pub watch: Watch,
}

impl Ways {
    /// The question about some coordinates of a space taken apart.
    pub fn of(parts: &Parts<'_>, coordinates: &[usize]) -> Self {
        let pick = |at: &[i64]| coordinates.iter().map(|d| at[*d]).collect();
        let project = |part: &Vec<(Vec<i64>, u64)>| part.iter().map(|(at, ways)| (pick(at), *ways)).collect();
        Self {
            parts: parts.listed.iter().map(project).collect(),
            start: pick(&parts.start),
            watch: parts.problem.watch.clone(),
        }
    }

    /// How many ways there are of choosing, whatever the sum.
    fn all(&self) -> BigUint {
        self.parts
            .iter()
            .map(|part| part.iter().map(|(_, ways)| BigUint::from(*ways)).sum::<BigUint>())
            .product()
    }

    /// How many there are; `None` if that takes more than so many steps.
    pub fn count(mut self, effort: u64, bytes: usize) -> Option<BigUint> {
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
        if open.len() > limits::COUNTED_COORDINATES {
            return None;
        }
        match self.all().bits() {
            0..64 => self.count_with::<u64>(effort, bytes).map(BigUint::from),
            64..128 => self.count_with::<u128>(effort, bytes).map(BigUint::from),
            _ => self.count_with::<BigUint>(effort, bytes),
        }
    }

    fn count_with<N: Tally>(&self, effort: u64, bytes: usize) -> Option<N> {
        let budget = Budget::of(effort, &self.watch);
        let meter = Meter::of(&self.watch);
        let (left, right) = self.halves();
        let right = self.half::<N>(&right, &vec![0; self.start.len()], &budget, bytes)?.negated(&meter);
        let left = self.half::<N>(&left, &self.start, &budget, bytes)?;
        if expected_work(&left, &right, self.start.len(), budget.left(), &meter)? > budget.left() {
            return None;
        }
        let ranked = Ranked::of(&left, &right, &meter);
        drop((left, right));
        pairs(&ranked, &budget)
    }

    /// Which parts go to which half: the largest first, each to the half with fewer combinations.
    fn halves(&self) -> (Vec<usize>, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.parts.len()).collect();
        order.order_by_key(|k| (std::cmp::Reverse(self.parts[*k].len()), *k));
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
    fn half<N: Tally>(&self, own: &[usize], start: &[i64], budget: &Budget, bytes: usize) -> Option<Sums<N>> {
        let whole =
            self.parts.iter().map(|part| Span::of(part)).fold(Span::nothing(self.start.len()), Span::plus);
        let meter = Meter::of(&self.watch);
        let mut own_so_far = Span::nothing(self.start.len());
        let mut sums: Sums<N> = Sums::one(start);
        // The start belongs to one half; the other reckons with it as if it were still to come.
        let to_come: Vec<i64> = self.start.iter().zip(start).map(|(all, here)| all - here).collect();
        for k in own {
            let part = &self.parts[*k];
            own_so_far = own_so_far.plus(Span::of(part));
            let rest = |whole: &[i64], own: &[i64]| -> Vec<i64> {
                (0..start.len()).map(|d| whole[d] - own[d] + to_come[d]).collect()
            };
            let worst = rest(&whole.worst, &own_so_far.worst);
            let best = rest(&whole.best, &own_so_far.best);
            let most = sums.len().checked_mul(part.len())?;
            if most.checked_mul(sums.bytes_each())? > bytes {
                return None;
            }
            budget.take(A_SUM * most as u64)?;
            let levels: Vec<i64> = worst.iter().map(|worst| -worst).collect();
            let mut next = Sums::none(start.len());
            for (add, ways) in part {
                // What a sum must have for the best of the rest to bring it to zero.
                let needed: Vec<i64> = best.iter().zip(add).map(|(best, add)| -best - add).collect();
                let shift = Shift { add, needed: &needed, most: &levels };
                sums.shift_into(&mut next, &shift, &N::of(*ways), &meter);
            }
            next.sort(&meter);
            next.merge(&meter);
            sums = next;
        }
        Some(sums)
    }
}

/// About how many steps it takes to count the pairs. What may take long is tried on some of the sums, for lists whose coordinates
/// go together are parted sooner than others; `None` if that alone takes too long.
fn expected_work<N: Tally>(
    sums: &Sums<N>,
    floors: &Sums<N>,
    coordinates: usize,
    left: u64,
    meter: &Meter,
) -> Option<u64> {
    let predicted = predicted_work(coordinates, (sums.len() + floors.len()) as u64);
    if predicted < left / 8 {
        return Some(predicted);
    }
    let (sums, floors) = (sums.thinned(THINNED), floors.thinned(THINNED));
    let budget = Budget::of(left / 8, meter.watch());
    pairs(&Ranked::of(&sums, &floors, meter), &budget)?;
    let took = (left / 8 - budget.left()) as f64;
    let thinned = predicted_work(coordinates, (sums.len() + floors.len()) as u64);
    Some((predicted as f64 * (took / thinned as f64)) as u64)
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
