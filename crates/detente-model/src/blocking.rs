//! What it costs a party to be the one who says no.

use crate::{NumberId, PartyId};

/// What a party that meets the same people again has to lose, or has in hand, when it says no: "all would rather sign than not" holds for it with so much less for no deal.
///
/// Of real decisions of a council three in four leave somebody worse off than if nothing had been decided; `bench/validity/collective.md` says how many of them such costs explain.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocking {
    /// Who.
    pub of: PartyId,
    /// What it loses by being the one who says no, on the scale of its position; `None` for nothing.
    pub cost: Option<NumberId>,
    /// What it has got (above 0) or given (below 0) in other dealings with the same people, on the same scale; `None` for nothing.
    pub balance: Option<NumberId>,
}

impl Blocking {
    /// Its numbers.
    pub fn numbers(&self) -> impl Iterator<Item = NumberId> {
        [self.cost, self.balance].into_iter().flatten()
    }

    /// How much less no deal is worth to it for that.
    pub fn lets_pass(&self, number: impl Fn(NumberId) -> f64) -> f64 {
        self.numbers().map(number).sum()
    }
}
