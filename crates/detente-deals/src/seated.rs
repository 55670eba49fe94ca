//! Who sits at the table of a world, who stands behind them, and what it takes to carry a deal at home.

use detente_model::{Actor, Case, Combination, World};

use crate::DealsError;
use crate::asked::both;
use crate::ratification::{Ratification, Votes, weighted};
use crate::terms::Wanted;

/// The packages about which an actor is asked, if not about all: an audience that votes is asked only where its vote is held at all.
pub(crate) fn asked_if(case: &Case, actor: Actor) -> Option<Combination> {
    let Actor::Audience(id) = actor else { return None };
    let audience = case.audience(id);
    let vote = case.party(audience.of).quota_when.as_ref().filter(|_| !audience.veto);
    match (&audience.when, vote) {
        (Some(own), Some(vote)) => Some(both(own, vote)),
        (own, vote) => own.as_ref().or(vote).cloned(),
    }
}

/// Everybody who wants something in a world, and what it takes to carry a deal at home.
#[derive(Debug)]
pub(crate) struct Seated {
    /// Principals first, in file order, then the audiences behind them, then those behind others.
    pub wanted: Vec<Wanted>,
    pub principals: usize,
    pub ratification: Vec<Ratification>,
}

impl Seated {
    pub fn of(world: &World) -> Result<Self, DealsError> {
        let case = world.case();
        let mut wanted = Vec::new();
        for party in case.principals() {
            let actor = Actor::Party(party);
            let wants = Wanted::of(world, actor, true)
                .ok_or_else(|| DealsError::NoPosition(case.actor_id(actor).to_owned()))?;
            wanted.push(wants);
        }
        let principals = wanted.len();
        let mut ratification = Vec::new();
        for (i, party) in case.principals().enumerate() {
            let mut voters = Vec::new();
            for id in case.audiences_of(party) {
                let audience = case.audience(id);
                let Some(wants) = Wanted::of(world, Actor::Audience(id), audience.veto) else { continue };
                if !audience.veto {
                    voters.push((wanted.len(), world.number(audience.weight)));
                }
                wanted.push(wants);
            }
            let voters = weighted(voters);
            if let Some(quota) = case.party(party).quota {
                let total: Votes = voters.iter().map(|(_, weight)| *weight).sum();
                let needed = total.part(world.number(quota));
                if needed > Votes::NONE {
                    ratification.push(Ratification { principal: i, voters, needed });
                }
            }
        }
        // An audience behind a mediator may hold a veto too; without one it has no say.
        for (i, audience) in case.audiences.iter().enumerate() {
            let actor = Actor::Audience(detente_model::AudienceId(i));
            if case.party(audience.of).role != detente_model::Role::Principal
                && let Some(wants) = Wanted::of(world, actor, audience.veto)
            {
                wanted.push(wants);
            }
        }
        Ok(Self { wanted, principals, ratification })
    }

    /// Whether somebody is asked about some packages only.
    pub fn asks_about_some(&self, case: &Case) -> bool {
        self.wanted.iter().any(|wanted| asked_if(case, wanted.actor).is_some())
    }
}
