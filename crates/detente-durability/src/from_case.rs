//! An agreement as a case states it.

use detente_model::{Case, Factor, Package, World};

use crate::{Agreement, Basis, DurabilityError, TruceFactor, catalogue};

/// The agreement that a package would bring, in one world: the case's baseline and the factors that the package has, in their
/// order.
///
/// A factor that names a finding takes its ratio from the finding's distribution as it was known in the year of the case's day, at the quantile that the world holds,
/// times the factor's own ratio (1 where the case states none). A finding that changes later uses the same quantile
/// for both.
///
/// # Errors
/// The case has no durability, a finding is unknown or no factor, or a figure makes no sense.
pub fn agreement_of(world: &World, package: &Package) -> Result<Agreement, DurabilityError> {
    let (mut agreement, factors) = unnamed(world, package)?;
    for (found, factor) in agreement.factors.iter_mut().zip(factors) {
        found.name.clone_from(&factor.name);
        found.finding = factor.finding.as_ref().map(|finding| finding.id.clone());
    }
    agreement.check()?;
    Ok(agreement)
}

/// The same without the names of the factors and of their findings, which cost more than the figures.
pub(crate) fn figures_of(world: &World, package: &Package) -> Result<Agreement, DurabilityError> {
    let (agreement, _) = unnamed(world, package)?;
    // What is wrong is told by its name.
    if agreement.check().is_err() { agreement_of(world, package) } else { Ok(agreement) }
}

fn unnamed<'w>(
    world: &'w World,
    package: &Package,
) -> Result<(Agreement, impl Iterator<Item = &'w Factor>), DurabilityError> {
    let durability = world.case().durability.as_ref().ok_or(DurabilityError::NoDurability)?;
    let unaided = Basis::of(world.case())?.unaided(world)?;
    let mut agreement = Agreement { unaided, factors: Vec::new() };
    let year = i32::from(world.case().as_of.year());
    let factors = || durability.factors.iter().filter(|factor| factor.when.holds(package));
    for factor in factors() {
        let own = world.number(factor.hazard_ratio);
        let mut found = TruceFactor { name: String::new(), hazard_ratio: own, later: None, finding: None };
        if let Some(finding) = &factor.finding {
            let entry = catalogue()?.finding(&finding.id)?;
            let Some((at_first, later)) = entry.effect_known_in(year) else {
                return Err(DurabilityError::NotAFactor { id: finding.id.clone() });
            };
            let quantile = world.number(finding.quantile);
            found.hazard_ratio = own * at_first.quantile(quantile);
            // A strong effect early goes with a strong one later: 1 − u where the direction turns round.
            found.later = later.map(|(day, effect)| {
                let turned = (effect.log_centre() > 0.0) != (at_first.log_centre() > 0.0);
                (day, own * effect.quantile(if turned { 1.0 - quantile } else { quantile }))
            });
        }
        agreement.factors.push(found);
    }
    Ok((agreement, factors()))
}

/// Packages of one case, sorted by the factors that they have: those with the same ones last alike.
#[derive(Debug, Clone)]
pub struct Agreements {
    /// One package of each set of factors.
    packages: Vec<Package>,
    /// For each package the place of its factors.
    places: Vec<usize>,
}

impl Agreements {
    /// Sorts packages of a case.
    pub fn new<'o>(case: &Case, packages: impl IntoIterator<Item = &'o Package>) -> Self {
        let (mut distinct, mut known): (Vec<Package>, Vec<Vec<bool>>) = (Vec::new(), Vec::new());
        let factors = || case.durability.iter().flat_map(|durability| &durability.factors);
        let place = |package: &Package| {
            let has: Vec<bool> = factors().map(|factor| factor.when.holds(package)).collect();
            known.iter().position(|other| *other == has).unwrap_or_else(|| {
                known.push(has);
                distinct.push(package.clone());
                distinct.len() - 1
            })
        };
        let places = packages.into_iter().map(place).collect();
        Self { packages: distinct, places }
    }

    /// One package of each set of factors.
    pub fn distinct(&self) -> &[Package] {
        &self.packages
    }

    /// For each package its place among the [distinct](Self::distinct) ones.
    pub fn places(&self) -> &[usize] {
        &self.places
    }

    /// What `figure` tells of the agreement that each package would bring in a world of the case.
    ///
    /// # Errors
    /// As [`agreement_of`].
    pub fn in_world<T: Copy>(
        &self,
        world: &World,
        figure: impl Fn(&Agreement) -> T,
    ) -> Result<Vec<T>, DurabilityError> {
        let figures = self.packages.iter().map(|package| Ok(figure(&figures_of(world, package)?)));
        let figures = figures.collect::<Result<Vec<T>, DurabilityError>>()?;
        Ok(self.places.iter().map(|place| figures[*place]).collect())
    }
}
