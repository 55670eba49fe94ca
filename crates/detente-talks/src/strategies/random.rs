//! Anything that is not worse than no deal.

use rand::rngs::ChaCha8Rng;

use super::BiddingRule;
use crate::{Offer, View};

/// Offers any package that is worth at least no deal, each as likely as any other.
#[derive(Debug)]
pub struct Random {
    /// What chance comes from.
    pub chance: ChaCha8Rng,
}

impl BiddingRule for Random {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        view.at.wants.bids.drawn(view.at.wants.no_deal, &mut self.chance)
    }
}
