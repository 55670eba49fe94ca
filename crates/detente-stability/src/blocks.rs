//! A party's states sorted the way it moves and prefers.
//!
//! A block of party i holds the feasible states that differ only in options which i can change both ways: it
//! moves freely inside. One-way options lead from block to block. Inside a block states are sorted by the
//! grade i gives them, so that the improvements from a state are the tail of the block behind it, and the
//! states from which it is an improvement are the head before it. Nothing is stored for a pair of states:
//! O(n) memory, O(n) to build, since the ranking is already sorted.

use detente_model::{Progress, Work};

use crate::options::{Masks, Subsets};
use crate::preference::Preference;
use crate::state::StateSet;

/// How many low bits of a code the first table takes.
const HALF: u32 = 12;

#[derive(Debug, Clone)]
pub(crate) struct Blocks {
    masks: Masks,
    /// Codes, by block and then by grade.
    order: Vec<u32>,
    /// The grade of each state in `order`.
    grades: Vec<u32>,
    /// Where each block begins in `order`, and the end.
    starts: Vec<u32>,
    /// From the low and high half of a code to the number of its block: the bits a party cannot change both
    /// ways, moved together.
    low: Vec<u32>,
    high: Vec<u32>,
}

impl Blocks {
    pub(crate) fn new(
        masks: Masks,
        bits: u32,
        preference: &Preference,
        feasible: &StateSet,
        progress: &Progress,
    ) -> Self {
        let mut work = Work::of(progress);
        let kept = !masks.both & ((1u64 << bits) - 1) as u32;
        let gather = |code: u32| {
            let (mut out, mut at) = (0, 0);
            for bit in 0..bits {
                if kept >> bit & 1 == 1 {
                    out |= (code >> bit & 1) << at;
                    at += 1;
                }
            }
            out
        };
        let low: Vec<u32> = (0..1 << HALF.min(bits)).map(gather).collect();
        let high: Vec<u32> = (0..1 << bits.saturating_sub(HALF)).map(|code| gather(code << HALF)).collect();
        let blocks = 1usize << kept.count_ones();
        let mut this =
            Self { masks, order: Vec::new(), grades: Vec::new(), starts: vec![0; blocks + 1], low, high };
        for state in feasible.iter() {
            work.add(1);
            let block = this.block(state.0);
            this.starts[block + 1] += 1;
        }
        for block in 0..blocks {
            this.starts[block + 1] += this.starts[block];
        }
        let mut next = this.starts.clone();
        this.order = vec![0; preference.sorted().len()];
        this.grades.clone_from(&this.order);
        for code in progress.along(preference.sorted()) {
            let at = &mut next[this.block(*code)];
            this.order[*at as usize] = *code;
            this.grades[*at as usize] = preference.by_code()[*code as usize];
            *at += 1;
        }
        this
    }

    pub(crate) fn block(&self, code: u32) -> usize {
        let low = self.low[(code as usize) & (self.low.len() - 1)];
        let high = self.high[(code >> HALF) as usize & (self.high.len() - 1)];
        (low | high) as usize
    }

    pub(crate) fn blocks(&self) -> usize {
        self.starts.len() - 1
    }

    pub(crate) fn starts(&self) -> &[u32] {
        &self.starts
    }

    pub(crate) fn order(&self) -> &[u32] {
        &self.order
    }

    /// Where a block begins and ends in `order`.
    pub(crate) fn span(&self, block: usize) -> (usize, usize) {
        (self.starts[block] as usize, self.starts[block + 1] as usize)
    }

    /// The blocks that the party reaches from a state, its own first.
    pub(crate) fn ahead(&self, code: u32) -> impl Iterator<Item = usize> + '_ {
        Subsets::of(self.masks.one_way(code)).map(move |flip| self.block(code ^ flip))
    }

    /// The blocks from which the party reaches a state, its own first.
    pub(crate) fn behind(&self, code: u32) -> impl Iterator<Item = usize> + '_ {
        Subsets::of(self.masks.one_way_before(code)).map(move |flip| self.block(code ^ flip))
    }

    /// The first place in a block whose grade is above a grade; the end of the block if none is.
    pub(crate) fn above(&self, block: usize, grade: u32) -> usize {
        let (from, to) = self.span(block);
        from + self.grades[from..to].partition_point(|other| *other <= grade)
    }

    /// The first place in a block whose grade is not below a grade.
    pub(crate) fn not_below(&self, block: usize, grade: u32) -> usize {
        let (from, to) = self.span(block);
        from + self.grades[from..to].partition_point(|other| *other < grade)
    }

    /// The best grade in a block, if it has a state.
    pub(crate) fn best(&self, block: usize) -> Option<u32> {
        let (from, to) = self.span(block);
        self.grades[from..to].last().copied()
    }

    /// The party's improvements from a state, block by block, each slice worst first.
    pub(crate) fn improvements<'a>(&'a self, code: u32, grade: u32, into: &mut Vec<&'a [u32]>) {
        into.clear();
        for block in self.ahead(code) {
            let (from, to) = (self.above(block, grade), self.span(block).1);
            if from < to {
                into.push(&self.order[from..to]);
            }
        }
    }
}
