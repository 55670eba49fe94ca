//! From the findings of the engines to a [`Brief`].

mod grounds;
mod headline;
mod homes;
mod matrix;
mod obstacles;
pub(crate) mod packages;
pub(crate) mod stability;

use detente_deals::{DealsError, Findings, Sampling};
use detente_model::{Case, Worlds};

use crate::brief::{Brief, Grounds};

/// Why a brief could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BriefError {
    /// There is nothing to agree on.
    #[error(
        "there is nothing on the table: the case has no issues. `detente stability` looks at the conflict alone"
    )]
    NothingOnTheTable,
    /// The deal space could not be searched.
    #[error(transparent)]
    Deals(#[from] DealsError),
}

impl<'a> Brief<'a> {
    /// Runs every engine for which the case has the material, over `draws` worlds drawn from `seed`. `drawn` is called after
    /// each world, from any thread.
    ///
    /// # Errors
    /// If an engine cannot answer; see [`BriefError`].
    pub fn on(case: &'a Case, draws: u64, seed: u64, drawn: &(dyn Fn() + Sync)) -> Result<Self, BriefError> {
        Self::sampled(case, Sampling::Draws(draws), seed, drawn)
    }

    /// As [`Self::on`], over as many worlds as `sampling` asks for.
    ///
    /// # Errors
    /// As [`Self::on`].
    pub fn sampled(
        case: &'a Case,
        sampling: Sampling,
        seed: u64,
        drawn: &(dyn Fn() + Sync),
    ) -> Result<Self, BriefError> {
        if case.issues.is_empty() {
            return Err(BriefError::NothingOnTheTable);
        }
        let worlds = Worlds::new(case, seed);
        let deals = Findings::of(case, sampling, seed, drawn)?;
        let draws = deals.acceptability.zone.draws;
        let packages = packages::leading(case, &deals);
        let obstacles = obstacles::in_the_way(case, &deals);
        Ok(Self {
            headline: headline::sentences(case, &deals, &packages, &obstacles),
            matrix: matrix::rows(&worlds, &deals, draws),
            homes: homes::behind(case, &deals, &packages),
            grounds: Grounds { hangs_on: grounds::hangs_on(case, &deals), ..Grounds::of(case) },
            case,
            draws,
            seed,
            deals,
            packages,
            obstacles,
        })
    }
}
