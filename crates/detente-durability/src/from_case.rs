//! A truce as a case states it.

use detente_model::{Outcome, World};

use crate::{DurabilityError, Published, Truce, TruceFactor, catalogue};

/// The truce that a package would bring, in one world: the case's baseline and the factors that the package has, in their
/// order.
///
/// A factor that names a finding takes its ratio from the finding's distribution, at the quantile that the world holds,
/// times the factor's own ratio (1 where the case states none). A finding that changes later uses the same quantile
/// for both.
///
/// # Errors
/// The case has no durability, a finding is unknown or no factor, or a figure makes no sense.
pub fn truce_of(world: &World, outcome: &Outcome) -> Result<Truce, DurabilityError> {
    let durability = world.case().durability.as_ref().ok_or(DurabilityError::NoDurability)?;
    let mut truce = Truce::new(world.number(durability.median_days));
    if let Some(shape) = durability.shape {
        truce.shape = world.number(shape);
    }
    for factor in durability.factors.iter().filter(|factor| factor.when.holds(outcome)) {
        let own = world.number(factor.hazard_ratio);
        let mut found =
            TruceFactor { name: factor.name.clone(), hazard_ratio: own, later: None, finding: None };
        if let Some(finding) = &factor.finding {
            let entry = catalogue()?.finding(&finding.id)?;
            let Published::Effect { at_first, later } = entry.published else {
                return Err(DurabilityError::NotAFactor { id: finding.id.clone() });
            };
            let quantile = world.number(finding.quantile);
            found.hazard_ratio = own * at_first.quantile(quantile);
            // A strong effect early goes with a strong one later: 1 − u where the direction turns round.
            found.later = later.map(|(day, effect)| {
                let turned = (effect.log_centre() > 0.0) != (at_first.log_centre() > 0.0);
                (day, own * effect.quantile(if turned { 1.0 - quantile } else { quantile }))
            });
            found.finding = Some(finding.id.clone());
        }
        truce.factors.push(found);
    }
    truce.check()?;
    Ok(truce)
}
