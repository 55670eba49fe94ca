//! What is said in talks, and how they end.

use crate::{Offer, Wants};

/// Something said at the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Act {
    /// In which round, from 0.
    pub round: u32,
    /// How much of the time was gone for the one who spoke.
    pub t: f64,
    /// Who spoke.
    pub seat: usize,
    /// What was said.
    pub said: Said,
}

/// What can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// An offer.
    Offer(Offer),
    /// Yes to the offer on the table.
    Accept,
    /// No to it.
    Reject,
    /// Nothing more: the one who spoke has left, or had nothing to offer.
    Leave,
}

/// How talks end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// All agreed.
    Agreement(Offer),
    /// The time was over.
    Timeout,
    /// Somebody left, or nobody had anything more to offer.
    Broken,
}

/// Talks that are over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// How.
    pub end: End,
    /// How many rounds were begun.
    pub rounds: u32,
}

impl Ended {
    /// What was agreed, if anything was.
    pub fn agreement(&self) -> Option<Offer> {
        match self.end {
            End::Agreement(offer) => Some(offer),
            End::Timeout | End::Broken => None,
        }
    }

    /// What the end is worth to each seat: the package agreed, or no deal.
    pub fn worth(&self, wants: &[Wants<'_>]) -> Vec<f64> {
        let agreed = self.agreement();
        wants.iter().map(|wants| agreed.map_or(wants.no_deal, |offer| wants.worth(&offer))).collect()
    }
}
