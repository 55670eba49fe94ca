//! Schedules in which lots may be mixed freely.
//!
//! With whole lots in a fixed order there is a least schedule ([`crate::least`]). When units of different lots may be
//! mixed, no such order need be best and no fast algorithm is known. Here the lattice of counts is searched
//! exhaustively: `R_k`, the states that can be reached by handover k with every moment on the way acceptable to both;
//! done at the first k with the empty state in `R_k`. O(handovers · states · lots), with minimum batches times the
//! size of a batch; used while that is small.

use detente_model::{Progress, Work};

use crate::batches::stays_complete;
use crate::stakes::{Stakes, Timeline};
use crate::{Amount, Side};

/// The most states times handovers that are searched.
const MOST_VISITS: usize = 4_000_000;

/// So many states are gone through between reports.
const STRIDE: usize = 10_000;

/// The lattice of what may be left of each lot.
pub(crate) struct Lattice<'a> {
    stakes: &'a Stakes<'a>,
    strides: Vec<usize>,
    size: usize,
    /// What is to come for each side in every state, less what it gives.
    worth: [Vec<Amount>; 2],
    progress: &'a Progress,
}

/// States by handover, from after the first to the one that completes.
pub(crate) type Path = Vec<Vec<u32>>;

impl<'a> Lattice<'a> {
    /// The lattice, if it can be searched for so many handovers.
    pub fn new(stakes: &'a Stakes<'a>, handovers: usize, progress: &'a Progress) -> Option<Self> {
        let mut size = 1usize;
        let mut strides = Vec::with_capacity(stakes.terms.lots.len());
        for lot in &stakes.terms.lots {
            strides.push(size);
            size = size.checked_mul(lot.count as usize + 1)?;
        }
        let batches = stakes.terms.sides.iter().any(|side| side.minimum_batch > 1);
        let layers =
            if batches { stakes.terms.units_of(Side::One).max(stakes.terms.units_of(Side::Two)) } else { 1 };
        if size.checked_mul(handovers)?.checked_mul(layers.max(1) as usize)? > MOST_VISITS {
            return None;
        }
        let mut lattice = Self { stakes, strides, size, worth: [Vec::new(), Vec::new()], progress };
        let mut work = Work::of(progress);
        lattice.worth = Side::BOTH.map(|side| {
            let worth = |x: usize| {
                work.add(1);
                stakes.to_come(side, &lattice.state(x))
            };
            (0..lattice.size).map(worth).collect()
        });
        Some(lattice)
    }

    fn state(&self, x: usize) -> Vec<u32> {
        (0..self.strides.len()).map(|lot| self.left(x, lot)).collect()
    }

    fn left(&self, x: usize, lot: usize) -> u32 {
        (x / self.strides[lot] % (self.stakes.terms.lots[lot].count as usize + 1)) as u32
    }

    fn units(&self, x: usize, side: Side) -> u32 {
        self.stakes.terms.lots_of(side).map(|lot| self.left(x, lot)).sum()
    }

    /// A schedule that completes soonest, if there is any.
    pub fn soonest(&self, timeline: &Timeline) -> Option<Path> {
        let full = self.size - 1;
        if !self.go_on(full, timeline.start) {
            return None;
        }
        let mut reached = vec![{
            let mut start = vec![false; self.size];
            start[full] = true;
            start
        }];
        for k in 0..timeline.days.len() {
            let first = self.stakes.terms.first;
            let mut now = self.moved(reached.last()?, first.unwrap_or(Side::One));
            if first.is_some() {
                self.keep(&mut now, timeline.at_moment(k), None);
            }
            now = self.moved(&now, first.unwrap_or(Side::One).other());
            self.keep(&mut now, timeline.standing_after(k), Some(timeline.complete_after(k)));
            let done = now[0] && stays_complete(timeline, k);
            reached.push(now);
            if done {
                return Some(self.trace(timeline, &reached));
            }
        }
        None
    }

    fn go_on(&self, x: usize, need: [Amount; 2]) -> bool {
        self.worth[0][x] >= need[0] && self.worth[1][x] >= need[1]
    }

    fn keep(&self, states: &mut [bool], need: [Amount; 2], complete: Option<[Amount; 2]>) {
        let done = states[0] && complete.is_none_or(|need| need.iter().all(|x| *x <= Amount::ZERO));
        for (x, there) in states.iter_mut().enumerate() {
            *there = *there && self.go_on(x, need);
        }
        states[0] = done;
    }

    /// Where one batch of a side can lead.
    fn moved(&self, states: &[bool], side: Side) -> Vec<bool> {
        let terms = self.stakes.terms.side(side);
        let most = terms.capacity.unwrap_or(u32::MAX).min(self.stakes.terms.units_of(side));
        let lots: Vec<usize> = self.stakes.terms.lots_of(side).collect();
        let mut moved = states.to_vec();
        let mut work = Work::of(self.progress);
        if terms.minimum_batch <= 1 {
            // The size of the smallest batch that leads to each state, from many to few left.
            let mut size: Vec<u32> = states.iter().map(|there| if *there { 0 } else { u32::MAX }).collect();
            for x in (0..self.size).rev() {
                work.add(1);
                if size[x] >= most {
                    continue;
                }
                for &lot in lots.iter().filter(|lot| self.left(x, **lot) > 0) {
                    let to = x - self.strides[lot];
                    size[to] = size[to].min(size[x] + 1);
                    moved[to] = true;
                }
            }
            return moved;
        }
        let mut layer = states.to_vec();
        for size in 1..=most {
            // Two passes over the states, of which there are at most a few millions times sizes.
            for _ in 0..=2 * self.size / STRIDE {
                work.add(STRIDE as u64);
            }
            let mut next = vec![false; self.size];
            for x in (0..self.size).filter(|x| layer[*x]) {
                for &lot in lots.iter().filter(|lot| self.left(x, **lot) > 0) {
                    next[x - self.strides[lot]] = true;
                }
            }
            for x in (0..self.size).filter(|x| next[*x]) {
                moved[x] |= size >= terms.minimum_batch || self.units(x, side) == 0;
            }
            layer = next;
        }
        moved
    }

    /// Whether one batch of a side leads from `from` to `to`, which differ in that side's lots only.
    fn one_batch(&self, from: usize, to: usize, side: Side) -> bool {
        let terms = self.stakes.terms.side(side);
        let (before, after) = (self.units(from, side), self.units(to, side));
        let size = before - after;
        size == 0 || size <= terms.capacity.unwrap_or(u32::MAX) && (size >= terms.minimum_batch || after == 0)
    }

    /// The state that has side `of` from one state and the other side from another.
    fn mixed(&self, of: Side, from: usize, rest: usize) -> usize {
        (0..self.strides.len())
            .map(|lot| {
                let source = if self.stakes.terms.lots[lot].from == of { from } else { rest };
                self.left(source, lot) as usize * self.strides[lot]
            })
            .sum()
    }

    fn trace(&self, timeline: &Timeline, reached: &[Vec<bool>]) -> Path {
        let mut path = vec![self.state(0)];
        let mut here = 0;
        let mut work = Work::of(self.progress);
        for k in (1..reached.len() - 1).rev() {
            let before = |from: &usize| {
                let from = *from;
                if !reached[k][from]
                    || (0..self.strides.len()).any(|lot| self.left(from, lot) < self.left(here, lot))
                    || Side::BOTH.iter().any(|side| !self.one_batch(from, here, *side))
                {
                    return false;
                }
                let Some(first) = self.stakes.terms.first else { return true };
                let between = self.mixed(first, here, from);
                self.go_on(between, timeline.at_moment(k)) || between == 0
            };
            let held = |x: &usize| self.units(*x, Side::One) + self.units(*x, Side::Two);
            here = (0..self.size).inspect(|_| work.add(1)).filter(before).min_by_key(held).unwrap_or(here);
            path.push(self.state(here));
        }
        path.reverse();
        path
    }
}
