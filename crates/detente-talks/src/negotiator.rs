//! Somebody who bargains, as a protocol sees it.

use crate::{Offer, Wants};

/// The moment at which somebody is asked.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// How much of the time is gone: above 0 and below 1 where there is a deadline, 0 where there is none.
    pub t: f64,
    /// The round, from 0.
    pub round: u32,
    /// How many rounds there are, where there is a deadline.
    pub rounds: Option<u32>,
    /// Who is asked: a seat at the table, from 0, in the order of speaking.
    pub seat: usize,
    /// How many have a seat.
    pub seats: usize,
    /// What the one who is asked wants.
    pub wants: &'a Wants<'a>,
}

/// What somebody answers to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It agrees.
    Accept,
    /// It does not.
    Reject,
    /// It leaves the table.
    Leave,
}

/// Somebody who bargains. Whoever implements this can sit at any table ([`crate::protocols`]).
///
/// A party holds what it remembers of one run of talks and is made anew for the next. [`crate::Composed`] makes one of a bidding rule, an
/// acceptance rule and a model of the others.
pub trait Negotiator: Send {
    /// Hears what another party offers, before anybody answers.
    fn hears(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) {
        let _ = (at, by, offer);
    }

    /// Answers what another party offers.
    fn answers(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) -> Answer;

    /// Offers something; `None` if there is nothing that it would offer, which ends talks that need an offer.
    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer>;
}

impl<N: Negotiator + ?Sized> Negotiator for Box<N> {
    fn hears(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) {
        (**self).hears(at, by, offer);
    }

    fn answers(&mut self, at: &Moment<'_>, by: usize, offer: &Offer) -> Answer {
        (**self).answers(at, by, offer)
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        (**self).proposes(at)
    }
}
