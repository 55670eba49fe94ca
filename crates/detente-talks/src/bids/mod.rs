//! The packages of one party in the order of their worth to it: which bid lies at a level, which comes next, which is best for the others.
//!
//! A space of at most [`limits::LISTED`] packages is sorted once, and a level is found in it by halving. A larger one is never
//! listed: issues that nothing ties together add up, so a level is met from two short lists of sums (`searched.rs`), the order from the
//! best down comes one package at a time (`descent.rs`), and what is best for others at a level from the front of two sums (`front.rs`).
//!
//! Answers from a list are exact. Where bids are searched for, the order from the best down is exact, and so is a level within the
//! [`limits::ENDS`] best or worst packages; elsewhere the bid at a level is on the right side of it and, if the search meets one among its
//! [`limits::TRIES`], within [`limits::LEVEL`] of the party's range.

mod descent;
mod front;
mod listed;
mod parts;
mod searched;

use std::collections::HashSet;
use std::sync::Arc;

use detente_model::Combination;
use rand::RngExt;
use rand::rngs::ChaCha8Rng;

pub use descent::Descent;
pub use front::FrontPoint;
pub use listed::Listed;

use crate::{Layout, Offer, TalksError, Worth, limits};
use parts::parts_of;
use searched::Searched;

/// On which side of a level a bid is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The least that is worth at least the level.
    AtLeast,
    /// Whatever is nearest to the level; the lower of two that are equally near.
    Nearest,
}

/// All packages that a party could bid: those that can be put together and cross none of its red lines.
#[derive(Debug, Clone)]
pub struct Bids {
    worth: Worth,
    how: How,
    ruled_out: Arc<Vec<Combination>>,
    refused: Option<Arc<HashSet<Offer>>>,
    count: u128,
    least: f64,
    most: f64,
}

#[derive(Debug, Clone)]
enum How {
    Listed(Listed),
    Searched(Box<Searched>),
}

impl Bids {
    /// The bids of a party, listed if there are at most so many packages.
    pub(crate) fn new(
        worth: Worth,
        ruled_out: &Arc<Vec<Combination>>,
        most_listed: u128,
        refused: Option<Arc<HashSet<Offer>>>,
    ) -> Result<Self, TalksError> {
        let ruled_out = Arc::clone(ruled_out);
        let layout = Arc::clone(worth.layout());
        let (how, count, least, most) = if layout.packages() <= most_listed {
            let unwanted = |offer: &Offer| refused.as_ref().is_some_and(|refused| refused.contains(offer));
            let possible = |offer: &Offer| can_be(&layout, &ruled_out, offer) && !unwanted(offer);
            let listed = Listed::new(&worth, layout.every().filter(possible));
            let (Some(least), Some(most)) = (listed.worths().first(), listed.worths().last()) else {
                return Err(TalksError::NoPackage);
            };
            let (least, most, count) = (*least, *most, listed.offers().len() as u128);
            (How::Listed(listed), count, least, most)
        } else {
            let parts = parts_of(&worth, &ruled_out)?;
            let count = parts.iter().fold(1_u128, |product, part| product.saturating_mul(part.len() as u128));
            let searched = Searched::new(&worth, parts);
            let (least, most) = searched.range();
            (How::Searched(Box::new(searched)), count, least, most)
        };
        Ok(Self { worth, how, ruled_out, refused, count, least, most })
    }

    /// What packages are worth to the party.
    pub fn worth(&self) -> &Worth {
        &self.worth
    }

    /// How offers are packed.
    pub fn layout(&self) -> &Layout {
        self.worth.layout()
    }

    /// What cannot be put together.
    pub(crate) fn ruled_out(&self) -> &[Combination] {
        &self.ruled_out
    }

    /// What an offer is worth; −∞ if it crosses a red line of the party, or if its home is known to refuse it.
    pub fn of(&self, offer: &Offer) -> f64 {
        match &self.refused {
            Some(refused) if refused.contains(offer) => f64::NEG_INFINITY,
            _ => self.worth.of(offer),
        }
    }

    /// How many packages the party could bid; the largest number that can be held beyond it.
    pub fn count(&self) -> u128 {
        self.count
    }

    /// What the worst of them is worth.
    pub fn least(&self) -> f64 {
        self.least
    }

    /// What the best of them is worth.
    pub fn most(&self) -> f64 {
        self.most
    }

    /// The best of them.
    pub fn best(&self) -> Offer {
        match &self.how {
            How::Listed(listed) => listed.from_the_best(0).map_or_else(Offer::default, |(offer, _)| offer),
            How::Searched(searched) => searched.top()[0].1,
        }
    }

    /// The sorted list, where the space is small enough to have one.
    pub fn listed(&self) -> Option<&Listed> {
        match &self.how {
            How::Listed(listed) => Some(listed),
            How::Searched(_) => None,
        }
    }

    /// Whether a package can be put together at all, red lines or not.
    pub fn can_be(&self, offer: &Offer) -> bool {
        can_be(self.worth.layout(), &self.ruled_out, offer)
    }

    /// The bid at a level: the least that is worth at least so much, or whatever is nearest. `None` where nothing is worth so much.
    pub fn at(&self, level: f64, side: Side) -> Option<Offer> {
        match &self.how {
            How::Listed(listed) => listed.at(level, side),
            How::Searched(searched) => searched.at(&self.worth, level, side),
        }
    }

    /// The package of a rank and its worth; rank 0 is the best. Costs as much as the rank where packages are not listed and it
    /// lies beyond [`limits::ENDS`]; who goes down step by step keeps a [`Descent`].
    pub fn ranked(&self, rank: usize) -> Option<(Offer, f64)> {
        let mut descent = Descent::from(rank);
        descent.next(self)
    }

    /// The packages that nothing betters both for the party and by a second criterion; the party's best first.
    pub fn front(&self, second: &Worth) -> Vec<FrontPoint> {
        match &self.how {
            How::Listed(listed) => front::of_list(listed, second),
            How::Searched(searched) => front::of_parts(&self.worth, searched.parts(), second),
        }
    }

    /// The best by a second criterion among packages that are worth at least so much; of equals, the one worth most to the party.
    pub fn best_for(&self, second: &Worth, level: f64) -> Option<Offer> {
        match &self.how {
            How::Listed(listed) => front::best_of_list(listed, second, level),
            How::Searched(_) => {
                let front = self.front(second);
                front.iter().take_while(|point| point.own >= level).last().map(|point| point.offer)
            }
        }
    }

    /// A package drawn evenly from those worth at least so much; where packages are not listed and a few draws find none, one at a level
    /// drawn evenly. `None` where nothing is worth so much.
    pub fn drawn(&self, level: f64, chance: &mut ChaCha8Rng) -> Option<Offer> {
        match &self.how {
            How::Listed(listed) => {
                let first = listed.first_at_least(level);
                let left = listed.offers().len() - first;
                (left > 0).then(|| listed.offers()[first + chance.random_range(0..left)])
            }
            How::Searched(searched) => {
                if level > self.most {
                    return None;
                }
                for _ in 0..limits::TRIES {
                    let offer = searched.drawn(chance);
                    if self.of(&offer) >= level {
                        return Some(offer);
                    }
                }
                let share: f64 = chance.random();
                let from = level.max(self.least);
                self.at(from + share * (self.most - from), Side::AtLeast)
            }
        }
    }
}

/// Whether no combination that is ruled out holds of an offer.
fn can_be(layout: &Layout, ruled_out: &[Combination], offer: &Offer) -> bool {
    let holds = |when: &Combination| {
        when.0.iter().all(|(issue, options)| options.contains(&layout.option(offer, issue.0)))
    };
    !ruled_out.iter().any(holds)
}

pub(crate) use descent::Ranked;
