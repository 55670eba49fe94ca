//! `MiCRO` (de Jonge 2022), as this program plays it.

use std::collections::HashSet;

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

use crate::{Answer, Moment, Negotiator, Offer, Wants};

/// What is offered when it is not its turn to concede.
#[derive(Debug)]
pub enum Repeats {
    /// Its latest offer.
    Latest,
    /// Any of its offers, by chance.
    ByChance(Box<ChaCha8Rng>),
}

/// Offers something new as long as it has made no more different offers than it has received.
#[derive(Debug)]
pub struct Micro {
    repeats: Repeats,
    accept_same: bool,
    sent: Vec<Offer>,
    received: HashSet<Offer>,
}

impl Micro {
    /// One that has said nothing. `accept_same`: whether it accepts what is worth just as much as its own next offer.
    pub fn new(repeats: Repeats, accept_same: bool) -> Self {
        Self { repeats, accept_same, sent: Vec::new(), received: HashSet::new() }
    }

    fn ready(&self) -> bool {
        self.sent.len() <= self.received.len()
    }

    /// Its next new offer and what that is worth.
    fn new_offer(&self, wants: &Wants<'_>) -> Option<(Offer, f64)> {
        let next = wants.bids.listed()?.from_the_best(self.sent.len())?;
        (next.1 >= wants.no_deal).then_some(next)
    }
}

impl Negotiator for Micro {
    fn hears(&mut self, _: &Moment<'_>, _: usize, offer: &Offer) {
        self.received.insert(*offer);
    }

    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        let worth = at.wants.worth(offer);
        let own = match self.new_offer(at.wants) {
            _ if !at.wants.can_gain() => f64::INFINITY,
            Some((_, worth)) if self.ready() => worth,
            None if self.ready() => at.wants.no_deal,
            _ => self.sent.last().map_or(at.wants.no_deal, |offer| at.wants.worth(offer)),
        };
        let least = own.max(at.wants.no_deal);
        let accepts = if self.accept_same { worth >= least } else { worth > least };
        if accepts { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        if self.ready()
            && let Some((offer, _)) = self.new_offer(at.wants)
        {
            self.sent.push(offer);
            return Some(offer);
        }
        match &mut self.repeats {
            Repeats::ByChance(chance) if !self.sent.is_empty() => {
                Some(self.sent[chance.random_range(0..self.sent.len())])
            }
            _ => self.sent.last().copied(),
        }
    }
}
