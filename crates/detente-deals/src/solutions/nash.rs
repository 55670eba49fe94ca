//! Nash (1950): the largest product of surpluses.

use num_bigint::BigUint;

use super::{Solution, Surpluses};

impl Surpluses<'_> {
    /// Products are exact, however many principals there are.
    pub(super) fn nash(&self) -> Option<Solution> {
        self.best_by(|surpluses| {
            surpluses.iter().map(|s| BigUint::from((*s).max(0) as u64)).product::<BigUint>()
        })
    }
}
