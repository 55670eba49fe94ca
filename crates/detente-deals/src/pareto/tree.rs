//! A growing set of vectors that can be asked which of them is at least as large as another in every coordinate but the first.
//!
//! A search tree that halves a full leaf by the coordinate in which its keys spread most (k-d trees: Bentley 1975), up to
//! four halvings at a time in one branch of up to sixteen parts, as in a B-tree. A branch keeps the upper corner of each part in a
//! [`Block`], so that it tells by one comparison which parts may hold a vector that covers; a leaf keeps keys in the same way.
//! Nothing is ever moved but the keys of a leaf that is halved.
//!
//! **Cost.** On frontiers of a million random sums in six coordinates, some fifty branches and a dozen leaves where nothing covers.

use super::block::{Block, Key, Probe, SLOTS, slots};

/// Blocks in a leaf.
const BLOCKS: usize = 4;
const LEAF: usize = BLOCKS * SLOTS;
/// Marks the number of a leaf where there could be that of a branch.
const IS_LEAF: u32 = 1 << 31;
/// Marks a place in a branch that is halved.
const HALVED: u8 = u8::MAX;

/// The set.
pub(super) struct Tree<const D: usize> {
    branches: Vec<Branch<D>>,
    leaves: Vec<Leaf<D>>,
}

struct Branch<const D: usize> {
    /// The upper corner of each part.
    corners: Block<D>,
    /// What is below each part: a branch, or a leaf.
    below: [u32; SLOTS],
    parts: u8,
    /// The halvings, as a heap: the halves of place p are 2 p and 2 p + 1. For a place that is not halved, its part.
    part: [u8; 2 * SLOTS],
    /// By which coordinate a place is halved, and the least key of the upper half.
    halving: [(u8, u16); SLOTS],
}

struct Leaf<const D: usize> {
    keys: [Block<D>; BLOCKS],
    /// What the vectors are known by.
    ids: [u32; LEAF],
    len: usize,
}

impl<const D: usize> Branch<D> {
    fn over(leaf: u32, corner: &Key<D>) -> Self {
        let mut corners = Block::EMPTY;
        corners.set(0, corner);
        let mut part = [HALVED; 2 * SLOTS];
        part[1] = 0;
        Self { corners, below: [leaf; SLOTS], parts: 1, part, halving: [(0, 0); SLOTS] }
    }

    /// The place where a key belongs.
    fn place(&self, key: &Key<D>) -> usize {
        let mut place = 1;
        while self.part[place] == HALVED {
            let (coordinate, upper) = self.halving[place];
            place = 2 * place + usize::from(key[usize::from(coordinate)] >= upper);
        }
        place
    }
}

impl<const D: usize> Leaf<D> {
    const EMPTY: Self = Self { keys: [Block::EMPTY; BLOCKS], ids: [0; LEAF], len: 0 };

    fn push(&mut self, key: &Key<D>, id: u32) {
        self.keys[self.len / SLOTS].set(self.len % SLOTS, key);
        self.ids[self.len] = id;
        self.len += 1;
    }
}

impl<const D: usize> Tree<D> {
    pub fn new() -> Self {
        Self { branches: vec![Branch::over(IS_LEAF, &[0; D])], leaves: vec![Leaf::EMPTY] }
    }

    /// Forgets all vectors.
    pub fn clear(&mut self) {
        self.branches.truncate(1);
        self.leaves.truncate(1);
        self.branches[0] = Branch::over(IS_LEAF, &[0; D]);
        self.leaves[0] = Leaf::EMPTY;
    }

    pub fn is_empty(&self) -> bool {
        self.leaves.len() == 1 && self.leaves[0].len == 0
    }

    /// Adds a vector. Returns the work that it took.
    pub fn insert(&mut self, key: &Key<D>, id: u32) -> u64 {
        let (mut work, mut at) = (1, 0);
        let probe = Probe::new(key);
        loop {
            work += 1;
            let branch = &mut self.branches[at];
            let place = branch.place(key);
            let part = usize::from(branch.part[place]);
            if branch.corners.covering(&probe) >> part & 1 == 0 {
                branch.corners.raise(part, key);
            }
            let below = branch.below[part];
            if below & IS_LEAF == 0 {
                at = below as usize;
                continue;
            }
            let leaf = &mut self.leaves[(below ^ IS_LEAF) as usize];
            leaf.push(key, id);
            if leaf.len == LEAF {
                self.halve(at, place);
                work += LEAF as u64;
            }
            return work;
        }
    }

    /// Halves the full leaf at a place of a branch, in a branch of its own if the place is one of the last.
    fn halve(&mut self, mut at: usize, mut place: usize) {
        if place >= SLOTS {
            let branch = &self.branches[at];
            let part = usize::from(branch.part[place]);
            let own = Branch::over(branch.below[part], &branch.corners.get(part));
            let number = self.branches.len();
            self.branches[at].below[part] = number as u32;
            self.branches.push(own);
            (at, place) = (number, 1);
        }
        let branch = &mut self.branches[at];
        let (lower, upper) = (branch.part[place], branch.parts);
        let full = (branch.below[usize::from(lower)] ^ IS_LEAF) as usize;
        let old = std::mem::replace(&mut self.leaves[full], Leaf::EMPTY);
        let key = |i: usize| old.keys[i / SLOTS].get(i % SLOTS);
        let (mut low, mut high) = (key(0), key(0));
        for i in 1..LEAF {
            let key = key(i);
            for d in 0..D {
                low[d] = low[d].min(key[d]);
                high[d] = high[d].max(key[d]);
            }
        }
        let widest = (1..D).max_by_key(|d| high[*d] - low[*d]).unwrap_or(0);
        // By position, so that no half is full, were all keys the same.
        let mut vectors = [(0, 0, 0); LEAF];
        for (i, vector) in vectors.iter_mut().enumerate() {
            *vector = (key(i)[widest], old.ids[i], i);
        }
        vectors.sort_unstable();
        let (below, above) = vectors.split_at(LEAF / 2);

        branch.parts += 1;
        branch.part[place] = HALVED;
        branch.halving[place] = (widest as u8, above[0].0);
        branch.below[usize::from(upper)] = self.leaves.len() as u32 | IS_LEAF;
        self.leaves.push(Leaf::EMPTY);
        let last = self.leaves.len() - 1;
        for (half, part, leaf, vectors) in [(0, lower, full, below), (1, upper, last, above)] {
            branch.part[2 * place + half] = part;
            branch.corners.set(usize::from(part), &[0; D]);
            for (_, id, i) in vectors {
                branch.corners.raise(usize::from(part), &key(*i));
                self.leaves[leaf].push(&key(*i), *id);
            }
        }
    }

    /// A vector that is at least as large by its key, and by what `covers` says. `open` is room to work in.
    pub fn find(
        &self,
        probe: &Probe<D>,
        open: &mut Vec<u32>,
        work: &mut u64,
        covers: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        open.clear();
        open.push(0);
        while let Some(at) = open.pop() {
            if at & IS_LEAF == 0 {
                *work += Block::<D>::STEPS;
                let branch = &self.branches[at as usize];
                open.extend(slots(branch.corners.covering(probe)).map(|part| branch.below[part]));
                continue;
            }
            let leaf = &self.leaves[(at ^ IS_LEAF) as usize];
            let held = leaf.keys.iter().take(leaf.len.div_ceil(SLOTS));
            for (keys, ids) in held.zip(leaf.ids.as_chunks::<SLOTS>().0) {
                *work += Block::<D>::STEPS;
                for slot in slots(keys.covering(probe)) {
                    *work += 1;
                    if covers(ids[slot]) {
                        return Some(ids[slot]);
                    }
                }
            }
        }
        None
    }
}
