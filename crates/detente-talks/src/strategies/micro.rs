//! `MiCRO`: the minimal concession strategy (de Jonge 2022).
//!
//! It offers its packages from the best down, one new package whenever it has offered no more different packages than it has received, and repeats
//! one of its earlier offers otherwise. It goes with [`crate::acceptance::Lowest`].

use std::collections::HashSet;

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

use super::BiddingRule;
use crate::{Descent, Offer, View};

/// Answers every new offer with a new offer.
#[derive(Debug)]
pub struct Micro {
    descent: Descent,
    heard: usize,
    received: HashSet<Offer>,
    chance: ChaCha8Rng,
}

impl Micro {
    /// One that has said nothing; `chance` picks the offer that is repeated.
    pub fn new(chance: ChaCha8Rng) -> Self {
        Self { descent: Descent::default(), heard: 0, received: HashSet::new(), chance }
    }
}

impl BiddingRule for Micro {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        let wants = view.at.wants;
        self.received.extend(view.received[self.heard..].iter().map(|heard| heard.offer));
        self.heard = view.received.len();
        if self.descent.rank() <= self.received.len() {
            match self.descent.peek(wants.bids) {
                Some((_, worth)) if worth >= wants.no_deal => {
                    return self.descent.next(wants.bids).map(|(offer, _)| offer);
                }
                // Nothing new is left: it stays where it is.
                _ => return view.sent.last().map(|sent| sent.offer),
            }
        }
        let count = view.sent.len();
        (count > 0).then(|| view.sent[self.chance.random_range(0..count)].offer)
    }
}
