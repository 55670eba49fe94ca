//! No concession at all.

use super::BiddingRule;
use crate::{Offer, View};

/// Offers its best, always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tough;

impl BiddingRule for Tough {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        Some(view.at.wants.bids.best())
    }
}
