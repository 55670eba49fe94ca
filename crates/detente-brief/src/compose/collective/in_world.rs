//! The body of a case in one world: who stands where, by which rule.

use detente_collective::rules::Rule;
use detente_collective::{Body, CollectiveError};
use detente_model::{Collective, CollectiveWorld, World, Worlds};

/// A body with its rule, every number certain.
pub(super) struct InWorld {
    pub(super) body: Body,
    pub(super) rule: Rule,
    /// By issue: a share of the scale.
    pub(super) status_quo: Vec<Option<f64>>,
    /// By actor: how much it would lose before it says no.
    pub(super) lets_pass: Vec<f64>,
}

impl InWorld {
    /// Where every number has its central value, and every place in an order its mean.
    pub(super) fn central(worlds: &Worlds, of: &Collective) -> Result<Self, CollectiveError> {
        let world: &World = worlds.central();
        Self::of(of, of.in_world(|id| world.number(id), true))
    }

    /// In a draw.
    pub(super) fn drawn(worlds: &Worlds, of: &Collective, draw: u64) -> Result<Self, CollectiveError> {
        let world = worlds.draw(draw);
        Self::of(of, of.in_world(|id| worlds.number_beside(draw, &world, id), false))
    }

    fn of(collective: &Collective, world: CollectiveWorld) -> Result<Self, CollectiveError> {
        let CollectiveWorld { capability, votes, position, salience, status_quo, lets_pass, quota } = world;
        let mut body = Body::over(collective.issues.len());
        let rows = position.iter().zip(&salience).zip(&capability);
        for (actor, ((position, salience), capability)) in collective.actors.iter().zip(rows) {
            let stands = position.iter().copied().zip(salience.iter().copied());
            body.actor(actor.id.clone(), *capability, stands);
        }
        let mut rule = match quota {
            _ if collective.rule.unanimity => Rule::consensus(votes),
            Some(quota) => Rule::by_weight(votes, quota)?,
            None => Rule::majority(votes),
        };
        for actor in &collective.rule.veto {
            rule = rule.with_veto(*actor);
        }
        Ok(Self { body: body.build()?, rule, status_quo, lets_pass })
    }

    /// How things stand on one issue alone, the others left out.
    pub(super) fn on_alone(&self, issue: usize) -> Vec<Option<f64>> {
        (0..self.status_quo.len()).map(|at| self.status_quo[at].filter(|_| at == issue)).collect()
    }
}
