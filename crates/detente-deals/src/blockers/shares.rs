//! In how many worlds each condition blocks.

use detente_model::{IssueId, Share};

use super::Condition;
use crate::DealsError;
use crate::space::DealSpace;

/// What blocks, over many worlds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockerShares {
    /// In how many worlds it was looked for: those drawn, or, where packages are too many to judge all, the first [`crate::limits::BLOCKER_DRAWS`] of them.
    pub looked_into: u64,
    /// In how many of these there is a zone, so that nothing blocks.
    pub open: u64,
    /// In how many there is none, and lifting no single condition would open one.
    pub none_alone: u64,
    /// In how many a search met its limit, so that it is not known what blocks.
    pub not_known: u64,
    /// The conditions that block alone in some world, those that are most often the only one first.
    pub of: Vec<ConditionShare>,
}

/// In how many worlds one condition blocks alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConditionShare {
    /// The condition.
    pub condition: Condition,
    /// The share of the worlds looked into in which it is the only condition whose lifting would open the zone.
    pub only: Share,
    /// The share in which it is one of several, each of which would do.
    pub one_of_several: Share,
}

/// A place for each condition that a space can have, the same in all worlds of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slots {
    principals: usize,
    issues: usize,
    actors: usize,
}

impl Slots {
    pub fn of(space: &DealSpace) -> Self {
        Self { principals: space.principals, issues: space.sizes.len(), actors: space.actors.len() }
    }

    pub fn len(self) -> usize {
        self.principals * (self.issues + 2) + self.actors - self.principals
    }

    pub fn place(self, condition: Condition) -> usize {
        let of = |principal: usize| principal * (self.issues + 2);
        match condition {
            Condition::Surplus { principal } => of(principal),
            Condition::RedLine { principal, issue } => of(principal) + 1 + issue.0,
            Condition::Quota { principal } => of(principal) + 1 + self.issues,
            Condition::Veto { audience } => of(self.principals) + audience - self.principals,
        }
    }

    fn condition(self, place: usize) -> Condition {
        let (principal, which) = (place / (self.issues + 2), place % (self.issues + 2));
        if principal >= self.principals {
            let audience = place - self.principals * (self.issues + 2) + self.principals;
            return Condition::Veto { audience };
        }
        match which {
            0 => Condition::Surplus { principal },
            issue if issue <= self.issues => Condition::RedLine { principal, issue: IssueId(issue - 1) },
            _ => Condition::Quota { principal },
        }
    }
}

/// What was counted so far; `only` and `one_of_several` by slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BlockerTally {
    slots: Slots,
    worlds: u64,
    open: u64,
    none_alone: u64,
    not_known: u64,
    only: Vec<u64>,
    one_of_several: Vec<u64>,
}

impl BlockerTally {
    pub fn nothing(slots: Slots) -> Self {
        let none = vec![0; slots.len()];
        Self {
            slots,
            worlds: 0,
            open: 0,
            none_alone: 0,
            not_known: 0,
            only: none.clone(),
            one_of_several: none,
        }
    }

    /// A world with a zone.
    pub fn open(&mut self) {
        self.worlds += 1;
        self.open += 1;
    }

    /// A world of which it is not known what blocks.
    pub fn not_known(&mut self) {
        self.worlds += 1;
        self.not_known += 1;
    }

    /// A world without a zone, and for each slot whether its condition blocks alone.
    pub fn closed(&mut self, alone: &[bool]) {
        self.worlds += 1;
        let count = alone.iter().filter(|alone| **alone).count();
        self.none_alone += u64::from(count == 0);
        let counted = if count == 1 { &mut self.only } else { &mut self.one_of_several };
        counted.iter_mut().zip(alone).for_each(|(n, alone)| *n += u64::from(*alone));
    }

    pub fn add(&mut self, other: &Self) {
        self.worlds += other.worlds;
        self.open += other.open;
        self.none_alone += other.none_alone;
        self.not_known += other.not_known;
        let add = |mine: &mut Vec<u64>, other: &[u64]| mine.iter_mut().zip(other).for_each(|(a, b)| *a += b);
        add(&mut self.only, &other.only);
        add(&mut self.one_of_several, &other.one_of_several);
    }

    pub fn shares(&self) -> BlockerShares {
        let share = |hits: u64| Share::of(hits, self.worlds);
        let counted = (0..self.slots.len()).filter(|slot| self.only[*slot] + self.one_of_several[*slot] > 0);
        let mut of: Vec<ConditionShare> = counted
            .map(|slot| ConditionShare {
                condition: self.slots.condition(slot),
                only: share(self.only[slot]),
                one_of_several: share(self.one_of_several[slot]),
            })
            .collect();
        of.sort_by_key(|c| (std::cmp::Reverse((c.only.hits, c.one_of_several.hits)), c.condition));
        BlockerShares {
            looked_into: self.worlds,
            open: self.open,
            none_alone: self.none_alone,
            not_known: self.not_known,
            of,
        }
    }
}

impl BlockerShares {
    /// The same worlds, so many times over.
    pub(crate) fn times(mut self, count: u64) -> Self {
        for n in [&mut self.looked_into, &mut self.open, &mut self.none_alone, &mut self.not_known] {
            *n *= count;
        }
        for condition in &mut self.of {
            for share in [&mut condition.only, &mut condition.one_of_several] {
                *share = Share::of(share.hits * count, share.draws * count);
            }
        }
        self
    }
}

impl DealSpace {
    /// For each slot whether its condition blocks alone, in one world of many that is known to have no zone; `asked` says which conditions are still
    /// to be looked at, and the answer for the others stays. `false` in place of the answers where a search met its limit.
    pub(crate) fn look_for_blockers(
        &self,
        slots: Slots,
        alone: &mut [bool],
        opens: &dyn Fn(&Self) -> Result<bool, DealsError>,
    ) -> Result<bool, DealsError> {
        for condition in self.conditions() {
            let slot = slots.place(condition);
            if alone[slot] {
                continue;
            }
            match opens(&self.without(&[condition])) {
                Ok(open) => alone[slot] = open,
                Err(limit) if limit.is_limit() => return Ok(false),
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }

    /// The same, all conditions asked of the search, at stops and between them.
    pub(crate) fn count_blockers(
        &self,
        slots: Slots,
        effort: u64,
        tally: &mut BlockerTally,
    ) -> Result<(), DealsError> {
        let mut alone = vec![false; slots.len()];
        let opens = |space: &Self| Ok(space.agreed(effort)?.is_some());
        if self.look_for_blockers(slots, &mut alone, &opens)? {
            tally.closed(&alone);
        } else {
            tally.not_known();
        }
        Ok(())
    }
}
