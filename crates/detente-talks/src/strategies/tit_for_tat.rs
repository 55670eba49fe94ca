//! Tit for tat: as much is conceded as the other has conceded (Faratin, Sierra & Jennings 1998).
//!
//! The paper follows the other's moves issue by issue, on numbers. Here they are followed on what packages are worth to oneself, which needs no
//! numbers: a move of the other is by how much more its later offer is worth than its earlier one. Worth is counted from the worst package, so that
//! proportions mean something.

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

use super::{BiddingRule, bid_at};
use crate::{Offer, View};

/// What of the other's moves is followed.
#[derive(Debug)]
pub enum Follows {
    /// The proportion of its move δ of its offers ago.
    Relative {
        /// δ, at least 1.
        back: usize,
    },
    /// The size of its move δ of its offers ago, and by chance up to so much less is conceded.
    Absolute {
        /// δ, at least 1.
        back: usize,
        /// The most by which less is conceded, in worth.
        spread: f64,
        /// What chance comes from.
        chance: Box<ChaCha8Rng>,
    },
    /// The proportion of all its moves over its last γ offers.
    Averaged {
        /// γ, at least 1.
        window: usize,
    },
}

/// Follows the other party's moves; before there are any it offers its best. With several others, the moves of the one that spoke last.
#[derive(Debug)]
pub struct TitForTat {
    /// What is followed.
    pub follows: Follows,
}

impl BiddingRule for TitForTat {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        let bids = view.at.wants.bids;
        let (Some(own), Some(last)) = (view.sent.last(), view.received.last()) else {
            return Some(bids.best());
        };
        let from_worst = |worth: f64| worth - bids.least();
        let own = from_worst(own.worth);
        // What their offer so many before the last was worth.
        let theirs = |back: usize| {
            view.received_from(Some(last.by)).rev().nth(back).map(|heard| from_worst(heard.worth))
        };
        let moved = |later: usize, earlier: usize| theirs(later).zip(theirs(earlier));
        let demand = match &mut self.follows {
            Follows::Relative { back } => {
                let back = (*back).max(1);
                moved(back - 1, back).map(|(later, earlier)| proportion(own, earlier, later))
            }
            Follows::Averaged { window } => {
                moved(0, (*window).max(1)).map(|(later, earlier)| proportion(own, earlier, later))
            }
            Follows::Absolute { back, spread, chance } => {
                let back = (*back).max(1);
                moved(back - 1, back).map(|(later, earlier)| {
                    let less: f64 = chance.random();
                    own - (later - earlier) + less * spread.max(0.0)
                })
            }
        };
        bid_at(view, bids.least() + demand.unwrap_or(own))
    }
}

/// The own demand less in the proportion in which the other's offers have become better. Nothing is followed that came from nothing.
fn proportion(own: f64, earlier: f64, later: f64) -> f64 {
    if later > 0.0 && earlier > 0.0 { own * (earlier / later) } else { own - (later - earlier).max(0.0) }
}
