//! How likely it is that a package would be accepted, over all that the case leaves open.
//!
//! The *acceptability* of a package is the share of worlds in which all accept it (after SMAA: Lahdelma, Hokkanen &
//! Salminen 1998); for one principal, the share in which that one does, its audiences with a veto and its
//! ratification included. The *zone probability* is the share of worlds in which there is such a package at all.
//!
//! Up to [`LISTED`] packages, every one is judged in every world. Beyond, the zone probability is still exact in
//! each world, and the packages judged are those that come nearest to agreement in some world.

mod candidates;
mod listing;

use std::collections::BTreeSet;

use detente_model::{Actor, Outcome, Worlds};

use crate::DealsError;
use crate::drivers::{Driver, drivers};
use crate::pareto::leximin;
use crate::share::Share;
use crate::space::DealSpace;

/// Up to how many packages each one is judged in every world.
pub const LISTED: u128 = 100_000;

/// What the draws say.
#[derive(Debug, Clone, PartialEq)]
pub struct Acceptability {
    /// Share of worlds with a zone of agreement.
    pub zone: Share,
    /// The judgements on which the existence of a zone hangs, the largest share first.
    pub drivers: Vec<Driver>,
    /// The leading packages, most acceptable to all first; then most acceptable to whom each is hardest, to all taken
    /// together, and by the central world.
    pub packages: Vec<PackageAcceptability>,
    /// Whether every package of the space was judged, or only candidates.
    pub listed: bool,
}

/// How acceptable one package is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageAcceptability {
    /// The package.
    pub outcome: Outcome,
    /// Share of worlds in which all accept it.
    pub all: Share,
    /// Share in which each principal accepts it, its audiences included.
    pub principals: Vec<Share>,
    /// Share in which each actor with a position finds it no worse than no deal: principals and audiences, each for
    /// itself.
    pub actors: Vec<(Actor, Share)>,
}

impl PackageAcceptability {
    /// The share of the principal that accepts it least often.
    pub fn hardest(&self) -> u64 {
        self.principals.iter().map(|share| share.hits).min().unwrap_or(0)
    }
}

impl Acceptability {
    /// Judges the packages of a case in `draws` worlds and keeps the `leading` most acceptable ones, of those worth
    /// the same to every principal in the central world the first. `drawn` is called
    /// after each world, from any thread, so that somebody who waits can be told.
    ///
    /// # Errors
    /// If some world's space cannot be searched; see [`DealsError`].
    pub fn over(
        worlds: &Worlds<'_>,
        draws: u64,
        leading: usize,
        drawn: &(dyn Fn() + Sync),
    ) -> Result<Self, DealsError> {
        let central = DealSpace::new(worlds.case(), &worlds.central())?;
        let listed = central.outcome_count() <= LISTED;
        let (zone, mut packages) = if listed {
            listing::judge(worlds, &central, draws, drawn)?
        } else {
            candidates::judge(worlds, &central, draws, drawn)?
        };
        let rank = |package: &PackageAcceptability| {
            let total: u64 = package.principals.iter().map(|share| share.hits).sum();
            let surpluses: Vec<i64> =
                central.principals().iter().map(|t| t.value(&package.outcome) - t.reservation).collect();
            let acceptable = (package.all.hits, package.hardest(), total, leximin(&surpluses));
            (std::cmp::Reverse(acceptable), package.outcome.clone())
        };
        packages.sort_by_cached_key(rank);
        // Packages that are worth the same to every principal are one proposal in different words: the best stands for all.
        let mut seen = BTreeSet::new();
        packages.retain(|package| seen.len() < leading && seen.insert(central.values(&package.outcome)));
        let drivers = drivers(worlds, draws, &zone);
        Ok(Self { zone: Share { hits: zone.len() as u64, draws }, drivers, packages, listed })
    }
}
