//! What several states of knowledge make of the propositions, in one draw after the other.
//!
//! States of knowledge differ by a few claims, so that most of them read most propositions alike: each reading is worked out once in
//! a draw, and so is the weight of each claim.

use std::ops::Range;

use detente_model::{ClaimId, NumberId, Progress, PropositionId, Worlds};

use crate::account::{Account, Coordinates, Estimate, moved};
use crate::convention::{Convention, Stated, central};

/// A proposition as some claims leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reading {
    on: PropositionId,
    /// Those of each origin that speaks to it.
    origins: Vec<Vec<ClaimId>>,
}

/// What some accounts make of the propositions of their case.
#[derive(Debug)]
pub(crate) struct Readings<'a> {
    worlds: &'a Worlds,
    coordinates: Coordinates,
    each: Vec<Reading>,
    /// For each account, for each proposition, the place of its reading.
    places: Vec<Vec<usize>>,
    /// The claims that any of the accounts weighs.
    claims: Vec<ClaimId>,
}

impl<'a> Readings<'a> {
    pub fn new<'c>(worlds: &'a Worlds, accounts: impl IntoIterator<Item = &'c Account>) -> Self {
        let mut readings: Vec<Reading> = Vec::new();
        let mut places = Vec::new();
        for account in accounts {
            let read = |on: PropositionId| {
                let origins = account.origins().iter().filter(|origin| origin.on == on);
                let reading = Reading { on, origins: origins.map(|origin| origin.claims.clone()).collect() };
                readings.iter().position(|known| *known == reading).unwrap_or_else(|| {
                    readings.push(reading);
                    readings.len() - 1
                })
            };
            places.push((0..worlds.case().propositions.len()).map(PropositionId).map(read).collect());
        }
        let mut claims: Vec<ClaimId> =
            readings.iter().flat_map(|reading| &reading.origins).flatten().copied().collect();
        claims.sort_unstable();
        claims.dedup();
        Self { worlds, coordinates: Coordinates::of(worlds), each: readings, places, claims }
    }

    /// How many readings there are.
    pub fn len(&self) -> usize {
        self.each.len()
    }

    /// For each proposition the place of its reading by an account.
    pub fn of(&self, account: usize) -> &[usize] {
        &self.places[account]
    }

    /// The probability that each reading gives at a point of the unit cube.
    pub fn at(&self, point: &[f64]) -> Vec<f64> {
        self.under(&|id: NumberId| self.coordinates.number(self.worlds.case(), id, point))
    }

    /// The uniform number that decides a proposition.
    pub fn truth(&self, id: PropositionId, point: &[f64]) -> f64 {
        self.coordinates.truth(id, point)
    }

    fn under(&self, stated: Stated<'_>) -> Vec<f64> {
        let case = self.worlds.case();
        let convention = Convention::new(case);
        let weight = |id: &ClaimId| convention.log_likelihood_ratio(&case.claims[id.0], stated);
        let weights: Vec<f64> = self.claims.iter().map(weight).collect();
        let correlation = convention.within_origin(stated);
        let weight_of = |id: &ClaimId| self.claims.binary_search(id).map_or(0.0, |place| weights[place]);
        let probability = |reading: &Reading| {
            let prior = stated(case.propositions[reading.on.0].prior).clamp(0.0, 1.0);
            let shifts = reading.origins.iter().map(|claims| {
                let sum: f64 = claims.iter().map(weight_of).sum();
                crate::account::shared(sum, claims.len(), correlation)
            });
            moved(prior, shifts)
        };
        self.each.iter().map(probability).collect()
    }

    /// The probabilities of some accounts with what doubt leaves of them, from those that each reading had in each draw. Most accounts
    /// read most propositions alike: each reading is summed up once. `progress` is told of the steps.
    pub fn estimates(
        &self,
        accounts: Range<usize>,
        drawn: &[Vec<f64>],
        progress: &Progress,
    ) -> Vec<Vec<Estimate>> {
        let centrally = self.under(&central(self.worlds.case()));
        let mut known: Vec<Option<Estimate>> = vec![None; self.len()];
        let mut estimate = |place: &usize| {
            let new = || Estimate::of(centrally[*place], drawn[*place].clone(), progress);
            *known[*place].get_or_insert_with(new)
        };
        accounts.map(|account| self.of(account).iter().map(&mut estimate).collect()).collect()
    }
}
