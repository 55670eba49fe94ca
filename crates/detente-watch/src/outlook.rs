//! How likely an agreement that has held until now lasts on, given what of it was breached.

use detente_durability::{Agreement, DurabilityError, agreement_of};
use detente_model::{Commitment, Package, World};

use crate::{GoingOn, Ledger};

/// Whether a breach is open in a world, in which the days of grace are certain.
pub(crate) fn is_breached(world: &World, ledger: &Ledger) -> bool {
    let case = world.case();
    let grace = |commitment: &Commitment| commitment.grace.map_or(0.0, |grace| world.number(grace));
    ledger.entries.iter().any(|entry| entry.is_open_breach(grace(case.commitment(entry.commitment))))
}

/// By what an open breach multiplies the hazard in a world; 1 where the case says nothing of it.
pub(crate) fn ratio_of_a_breach(world: &World) -> f64 {
    let breach = world.case().durability.as_ref().and_then(|durability| durability.breach);
    breach.map_or(1.0, |breach| world.number(breach.hazard_ratio))
}

/// The agreement of a package in a world with its open breach, if one is: a factor of its own, however many commitments are breached. Records
/// of agreements elsewhere tell those that were breached from those that were not, and nothing of how often.
pub(crate) fn agreement_in(
    world: &World,
    package: &Package,
    ledger: &Ledger,
) -> Result<Agreement, DurabilityError> {
    let ratio = if is_breached(world, ledger) { ratio_of_a_breach(world) } else { 1.0 };
    Ok(agreement_of(world, package)?.factor("an open breach", ratio))
}

/// What the outlook of one world is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// What is found of the exchange, if there is one that has begun or is to begin.
    pub going_on: Option<GoingOn>,
    /// How long the agreement lasts, if the case says anything of it.
    pub agreement: Option<Agreement>,
    /// For how many days it has held.
    pub held: f64,
}

impl Outlook {
    /// The chance that it lasts so many days more: that it outlasts them given that it has held until now, and 0 where a side would gain by stopping
    /// within them.
    ///
    /// ```
    /// use detente_durability::Agreement;
    /// use detente_watch::Outlook;
    ///
    /// // Half of such agreements last 30 days, and the risk is the same on every day.
    /// let outlook = Outlook { going_on: None, agreement: Some(Agreement::new(30.0)), held: 12.0 };
    /// assert!((outlook.chance(30.0) - 0.5).abs() < 1e-12);
    /// ```
    pub fn chance(&self, days: f64) -> f64 {
        if !self.going_on.as_ref().is_none_or(|found| found.goes_on_for(days)) {
            return 0.0;
        }
        self.agreement.as_ref().map_or(1.0, |agreement| agreement.survival_given(self.held, days))
    }
}
