//! Sixteen vectors that are compared with another one all at once.
//!
//! A vector goes by its *key*: each coordinate as a number of fifteen bits that never falls as the coordinate rises. If one vector
//! is at least as large as another in some coordinates, so is its key; the reverse is asked of the vectors themselves, and
//! hardly ever in vain.
//!
//! Four numbers of one coordinate share a word, each with a bit above it that is set: after one subtraction of
//! the other vector's number from all four, that bit is left where the number was at least as large (Lamport 1975). The first
//! coordinate is never compared: candidates come in descending order of it.

/// Vectors in a block.
pub(super) const SLOTS: usize = 16;
const IN_A_WORD: usize = 4;
const WORDS: usize = SLOTS / IN_A_WORD;
const BITS: u32 = 15;
const LARGEST: u16 = (1 << BITS) - 1;
const ONES: u64 = 0x0001_0001_0001_0001;
const GUARDS: u64 = ONES << BITS;

/// A vector in small numbers. None is zero, so that an empty slot covers nothing.
pub(super) type Key<const D: usize> = [u16; D];

/// How vectors become keys.
pub(super) struct Scale<const D: usize> {
    low: [i64; D],
    shift: [u32; D],
}

impl<const D: usize> Scale<D> {
    /// For vectors between two corners. Others may be asked about as well, and are taken for as near as that.
    pub fn between(low: [i64; D], high: &[i64; D]) -> Self {
        let mut shift = [0; D];
        for d in 0..D {
            let width = high[d].max(low[d]).abs_diff(low[d]);
            shift[d] = (u64::BITS - width.leading_zeros()).saturating_sub(BITS);
        }
        Self { low, shift }
    }

    pub fn key(&self, at: &[i64; D]) -> Key<D> {
        let mut key = [0; D];
        for d in 0..D {
            let above = at[d].saturating_sub(self.low[d]).max(0) >> self.shift[d];
            key[d] = above.min(i64::from(LARGEST) - 1) as u16 + 1;
        }
        key
    }
}

/// A number by which keys that are near each other come near each other: their leading bits, one coordinate's after the
/// other's (Morton 1966).
pub(super) fn place<const D: usize>(key: &Key<D>) -> u64 {
    let bits = (u64::BITS / D as u32).min(8);
    let levels = (BITS - bits..BITS).rev();
    levels.fold(0, |place, level| {
        key[1..].iter().fold(place, |place, x| place << 1 | u64::from(x >> level & 1))
    })
}

/// A key, four times in each word.
pub(super) struct Probe<const D: usize>([u64; D]);

impl<const D: usize> Probe<D> {
    pub fn new(key: &Key<D>) -> Self {
        let mut words = [0; D];
        for (word, x) in words.iter_mut().zip(key) {
            *word = u64::from(*x) * ONES;
        }
        Self(words)
    }
}

/// The keys of sixteen vectors.
#[derive(Clone, Copy)]
pub(super) struct Block<const D: usize>([[u64; WORDS]; D]);

impl<const D: usize> Block<D> {
    /// Steps that asking a block takes: comparisons with eight at once.
    pub const STEPS: u64 = 2;
    pub const EMPTY: Self = Self([[GUARDS; WORDS]; D]);

    /// The slots whose keys are at least as large in every coordinate but the first, as bits.
    #[expect(clippy::inline_always, reason = "all of the search is in here, and a call costs as much again")]
    #[inline(always)]
    pub fn covering(&self, probe: &Probe<D>) -> u16 {
        let mut left = [GUARDS; WORDS];
        for d in 1..D {
            for (left, four) in left.iter_mut().zip(&self.0[d]) {
                *left &= four.wrapping_sub(probe.0[d]);
            }
        }
        if left == [0; WORDS] {
            return 0;
        }
        // The four guards of a word, gathered by one multiplication each.
        left.iter().rev().fold(0, |slots, word| {
            slots << IN_A_WORD | ((word >> BITS).wrapping_mul(0x0001_0002_0004_0008) >> 48 & 0xF) as u16
        })
    }

    pub fn get(&self, slot: usize) -> Key<D> {
        let mut key = [0; D];
        for (x, row) in key.iter_mut().zip(&self.0) {
            *x = (row[slot / IN_A_WORD] >> shift(slot)) as u16 & LARGEST;
        }
        key
    }

    pub fn set(&mut self, slot: usize, key: &Key<D>) {
        for (row, x) in self.0.iter_mut().zip(key) {
            let word = &mut row[slot / IN_A_WORD];
            *word = *word & !(u64::from(LARGEST) << shift(slot)) | u64::from(*x) << shift(slot);
        }
    }

    /// Raises what a slot holds to cover a key.
    pub fn raise(&mut self, slot: usize, key: &Key<D>) {
        let mut raised = self.get(slot);
        for (x, y) in raised.iter_mut().zip(key) {
            *x = (*x).max(*y);
        }
        self.set(slot, &raised);
    }
}

fn shift(slot: usize) -> u32 {
    (slot % IN_A_WORD) as u32 * u16::BITS
}

/// The slots that bits stand for.
pub(super) fn slots(mut bits: u16) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let slot = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (slot < SLOTS).then_some(slot)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(most: usize) -> impl Strategy<Value = Vec<Key<4>>> {
        let key = (1..9u16, 1..9u16, 1..9u16, 1..=LARGEST).prop_map(|(a, b, c, d)| [a, b, c, d]);
        proptest::collection::vec(key, 1..=most)
    }

    proptest! {
        #[test]
        fn a_block_finds_the_slots_that_cover(
            keys in keys(SLOTS),
            asked in keys(1),
        ) {
            let (mut block, asked) = (Block::<4>::EMPTY, asked[0]);
            for (slot, key) in keys.iter().enumerate() {
                block.set(slot, &[LARGEST; 4]);
                block.set(slot, key);
            }
            let found: Vec<usize> = slots(block.covering(&Probe::new(&asked))).collect();
            let covers = |key: &Key<4>| (1..4).all(|d| key[d] >= asked[d]);
            let literal: Vec<usize> = (0..keys.len()).filter(|slot| covers(&keys[*slot])).collect();
            prop_assert_eq!(found, literal);
            for (slot, key) in keys.iter().enumerate() {
                prop_assert_eq!(block.get(slot), *key);
                block.raise(slot, &asked);
                prop_assert_eq!(block.get(slot), std::array::from_fn(|d| key[d].max(asked[d])));
            }
        }

        #[test]
        fn keys_never_fall_as_vectors_rise(corners: [[i64; 2]; 2], a: [i64; 2], b: [i64; 2]) {
            let scale = Scale::between(corners[0], &corners[1]);
            let (low, high) = (std::array::from_fn(|d| a[d].min(b[d])), std::array::from_fn(|d| a[d].max(b[d])));
            let (low, high) = (scale.key(&low), scale.key(&high));
            prop_assert!((0..2).all(|d| 1 <= low[d] && low[d] <= high[d] && high[d] <= LARGEST));
        }
    }
}
