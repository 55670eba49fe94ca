//! Option form: a state is the set of moves made, and a party moves by changing any of its own.
//!
//! After Howard (1971) and Fang, Hipel & Kilgour (1993). Moves are never listed. From `s` party `i` reaches
//! every feasible state that differs from `s` in options of `i` alone, each changed in a direction that is
//! permitted. Such moves are transitive: two of one party in a row are one of it, or none.

/// Which way an option may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Made and taken back.
    Both,
    /// Made, but not taken back.
    Forward,
    /// Taken back, but not made.
    Back,
    /// Neither.
    Neither,
}

impl Direction {
    /// Whether it can be made.
    pub fn can_make(self) -> bool {
        matches!(self, Self::Both | Self::Forward)
    }

    /// Whether it can be taken back.
    pub fn can_take_back(self) -> bool {
        matches!(self, Self::Both | Self::Back)
    }

    pub(crate) fn from_parts(make: bool, take_back: bool) -> Self {
        match (make, take_back) {
            (true, true) => Self::Both,
            (true, false) => Self::Forward,
            (false, true) => Self::Back,
            (false, false) => Self::Neither,
        }
    }
}

/// Something that a party can do or leave undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveChoice {
    /// In words, as a deed: "Launch the offensive".
    pub name: String,
    /// The party that can do it, by its index in the graph.
    pub by: usize,
    /// Which way it may be changed.
    pub direction: Direction,
}

/// The options of one party as bit masks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Masks {
    pub(crate) own: u32,
    pub(crate) both: u32,
    pub(crate) forward: u32,
    pub(crate) back: u32,
}

impl Masks {
    /// The options that can be changed in a state, among those that cannot be changed back.
    pub(crate) fn one_way(&self, code: u32) -> u32 {
        (self.forward & !code) | (self.back & code)
    }

    /// The one-way options that may have been changed on the way to a state.
    pub(crate) fn one_way_before(&self, code: u32) -> u32 {
        (self.forward & code) | (self.back & !code)
    }
}

/// Every choice, and every party's share in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) choices: Vec<MoveChoice>,
    pub(crate) masks: Vec<Masks>,
}

impl Options {
    pub(crate) fn new(choices: Vec<MoveChoice>, parties: usize) -> Self {
        let mut masks = vec![Masks::default(); parties];
        for (bit, choice) in choices.iter().enumerate() {
            let mask = &mut masks[choice.by];
            mask.own |= 1 << bit;
            match choice.direction {
                Direction::Both => mask.both |= 1 << bit,
                Direction::Forward => mask.forward |= 1 << bit,
                Direction::Back => mask.back |= 1 << bit,
                Direction::Neither => {}
            }
        }
        Self { choices, masks }
    }

    pub(crate) fn universe(&self) -> usize {
        1 << self.choices.len()
    }
}

/// Every subset of a mask, the empty one first, in increasing order.
#[derive(Debug, Clone)]
pub(crate) struct Subsets {
    mask: u32,
    next: Option<u32>,
}

impl Subsets {
    pub(crate) fn of(mask: u32) -> Self {
        Self { mask, next: Some(0) }
    }

    /// Without the empty one.
    pub(crate) fn proper(mask: u32) -> Self {
        let mut all = Self::of(mask);
        all.next();
        all
    }
}

impl Iterator for Subsets {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let now = self.next?;
        let after = now.wrapping_sub(self.mask) & self.mask;
        self.next = (after != 0).then_some(after);
        Some(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subsets_come_once_each() {
        assert_eq!(Subsets::of(0b1010).collect::<Vec<_>>(), [0, 0b10, 0b1000, 0b1010]);
        assert_eq!(Subsets::of(0).collect::<Vec<_>>(), [0]);
        assert_eq!(Subsets::proper(0).count(), 0);
        assert_eq!(Subsets::of(u32::MAX >> 12).count(), 1 << 20);
    }
}
