//! States and sets of states.

/// A state of a conflict.
///
/// In option form the code is the bit vector of the moves made, the first move being the lowest bit; in a
/// conflict given by its states it is the number less one. People see the number:
/// [`ConflictGraph::number`](crate::ConflictGraph::number).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State(pub(crate) u32);

impl State {
    /// The state with a code; whether it is feasible is for the graph to say.
    pub fn from_code(code: u32) -> Self {
        Self(code)
    }

    /// The bit vector as a decimal.
    pub fn code(self) -> u32 {
        self.0
    }

    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// A set of states, one bit each.
///
/// ```
/// use detente_stability::{State, StateSet};
///
/// let mut set = StateSet::none(100);
/// set.insert(State::from_code(70));
/// set.insert(State::from_code(3));
/// assert_eq!(set.iter().map(State::code).collect::<Vec<_>>(), [3, 70]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateSet {
    words: Vec<u64>,
    universe: usize,
}

impl StateSet {
    /// The empty set among codes below `universe`.
    pub fn none(universe: usize) -> Self {
        Self { words: vec![0; universe.div_ceil(64)], universe }
    }

    /// Words of 64 states; bits beyond the universe are dropped.
    pub(crate) fn from_words(mut words: Vec<u64>, universe: usize) -> Self {
        words.resize(universe.div_ceil(64), 0);
        if !universe.is_multiple_of(64)
            && let Some(last) = words.last_mut()
        {
            *last &= (1 << (universe % 64)) - 1;
        }
        Self { words, universe }
    }

    /// One more than the highest code that the set could hold.
    pub fn universe(&self) -> usize {
        self.universe
    }

    /// Whether a state is in it.
    pub fn contains(&self, state: State) -> bool {
        self.words.get(state.at() / 64).is_some_and(|word| word >> (state.0 % 64) & 1 == 1)
    }

    /// Adds a state; one beyond the universe is left out. Says whether it was new.
    pub fn insert(&mut self, state: State) -> bool {
        if state.at() >= self.universe {
            return false;
        }
        let word = &mut self.words[state.at() / 64];
        let bit = 1 << (state.0 % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Takes a state out.
    pub fn remove(&mut self, state: State) {
        if let Some(word) = self.words.get_mut(state.at() / 64) {
            *word &= !(1 << (state.0 % 64));
        }
    }

    /// How many states are in it.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps what is in `other` too; both must be of one universe.
    pub fn intersect(&mut self, other: &Self) {
        for (word, theirs) in self.words.iter_mut().zip(&other.words) {
            *word &= theirs;
        }
    }

    /// Takes out what is in `other`.
    pub fn subtract(&mut self, other: &Self) {
        for (word, theirs) in self.words.iter_mut().zip(&other.words) {
            *word &= !theirs;
        }
    }

    /// Whether everything in it is in `other` too.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).all(|(word, theirs)| word & !theirs == 0)
    }

    /// Its states in increasing order of code.
    pub fn iter(&self) -> impl Iterator<Item = State> + '_ {
        self.words
            .iter()
            .enumerate()
            .flat_map(|(at, word)| Bits(*word).map(move |bit| State(at as u32 * 64 + bit)))
    }

    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }
}

/// The places of the ones in a word, lowest first.
pub(crate) struct Bits(pub(crate) u64);

impl Iterator for Bits {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros();
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

/// Feasible states numbered from 1 in increasing order of code.
///
/// Both directions cost a word and a search over the counts kept beside the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbering {
    set: StateSet,
    /// How many states stand before each word.
    before: Vec<u32>,
    len: usize,
}

impl Numbering {
    pub(crate) fn new(set: StateSet) -> Self {
        let mut before = Vec::with_capacity(set.words.len());
        let mut len = 0u32;
        for word in &set.words {
            before.push(len);
            len += word.count_ones();
        }
        Self { set, before, len: len as usize }
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn set(&self) -> &StateSet {
        &self.set
    }

    pub(crate) fn number(&self, state: State) -> Option<usize> {
        self.set.contains(state).then(|| {
            let word = self.set.words[state.at() / 64];
            let below = word & ((1 << (state.0 % 64)) - 1);
            self.before[state.at() / 64] as usize + below.count_ones() as usize + 1
        })
    }

    pub(crate) fn state(&self, number: usize) -> Option<State> {
        if number == 0 || number > self.len {
            return None;
        }
        let rank = (number - 1) as u32;
        let at = self.before.partition_point(|count| *count <= rank) - 1;
        let bit = Bits(self.set.words[at]).nth((rank - self.before[at]) as usize)?;
        Some(State(at as u32 * 64 + bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_feasible_states_from_one() {
        let mut set = StateSet::none(200);
        let codes = [0, 1, 63, 64, 65, 127, 128, 199];
        for code in codes {
            set.insert(State(code));
        }
        let numbering = Numbering::new(set);
        for (rank, code) in codes.into_iter().enumerate() {
            assert_eq!(numbering.number(State(code)), Some(rank + 1));
            assert_eq!(numbering.state(rank + 1), Some(State(code)));
        }
        assert_eq!(numbering.number(State(2)), None);
        assert_eq!(numbering.number(State(5000)), None);
        assert_eq!(numbering.state(0), None);
        assert_eq!(numbering.state(9), None);
    }

    #[test]
    fn what_is_beyond_the_universe_is_not_kept() {
        let mut set = StateSet::none(10);
        assert!(!set.insert(State(10)));
        assert!(StateSet::from_words(vec![u64::MAX], 10).len() == 10);
        assert!(set.is_empty());
    }
}
