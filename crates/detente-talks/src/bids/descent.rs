//! From the best package down, one at a time, without a list of all.
//!
//! The best package takes the best option of every part. Every other comes from one better package by moving one part one option down; each is
//! made once, by letting parts move in order (Lawler 1972). A heap holds what has been made and not yet given out.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::searched::Searched;
use super::{Bids, How};
use crate::Offer;

/// How far somebody has come down from its best package.
#[derive(Debug, Clone, Default)]
pub struct Descent {
    next: usize,
    made: Option<Ranked>,
}

impl Descent {
    /// Beginning at a rank; 0 is the best.
    pub fn from(rank: usize) -> Self {
        Self { next: rank, made: None }
    }

    /// The rank that comes next.
    pub fn rank(&self) -> usize {
        self.next
    }

    /// The package that comes next and its worth, without moving on; `None` past the worst.
    pub fn peek(&mut self, bids: &Bids) -> Option<(Offer, f64)> {
        match &bids.how {
            How::Listed(listed) => listed.from_the_best(self.next),
            How::Searched(searched) => {
                if let Some((worth, offer)) = searched.top().get(self.next) {
                    return Some((*offer, *worth));
                }
                let made = self.made.get_or_insert_with(|| Ranked::new(searched));
                made.reach(self.next, searched).map(|offer| (offer, bids.of(&offer)))
            }
        }
    }

    /// The package that comes next and its worth; `None` past the worst.
    pub fn next(&mut self, bids: &Bids) -> Option<(Offer, f64)> {
        let found = self.peek(bids)?;
        self.next += 1;
        Some(found)
    }

    /// Leaves out so many.
    pub fn skip(&mut self, ranks: usize) {
        self.next = self.next.saturating_add(ranks);
    }
}

/// Packages in order, made as far as they were asked for.
#[derive(Debug, Clone)]
pub(crate) struct Ranked {
    heap: BinaryHeap<Made>,
    /// How many were given out, and the last of them.
    given: usize,
    last: Option<Offer>,
}

#[derive(Debug, Clone)]
struct Made {
    worth: f64,
    offer: Offer,
    /// How far down each part is.
    places: Vec<u32>,
    /// The part that moved last; parts before it stay.
    moved: usize,
}

impl Ranked {
    pub(crate) fn new(searched: &Searched) -> Self {
        let best = searched.made(vec![0; searched.ordered().len()]);
        let first = best.map(|(worth, offer, places)| Made { worth, offer, places, moved: 0 });
        Self { heap: first.into_iter().collect(), given: 0, last: None }
    }

    /// The package of a rank that is not before those given out already.
    pub(crate) fn reach(&mut self, rank: usize, searched: &Searched) -> Option<Offer> {
        while self.given <= rank {
            let Some(made) = self.heap.pop() else {
                self.last = None;
                return None;
            };
            for part in made.moved..made.places.len() {
                let mut places = made.places.clone();
                places[part] += 1;
                let lower = searched.made(places);
                self.heap.extend(lower.map(|(worth, offer, places)| Made {
                    worth,
                    offer,
                    places,
                    moved: part,
                }));
            }
            (self.given, self.last) = (self.given + 1, Some(made.offer));
        }
        self.last
    }
}

impl Ord for Made {
    fn cmp(&self, other: &Self) -> Ordering {
        self.worth.total_cmp(&other.worth).then_with(|| self.offer.cmp(&other.offer))
    }
}

impl PartialOrd for Made {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Made {}
