//! From the findings of the engines to a [`Brief`].

pub(crate) mod by_lot;
pub(crate) mod evidence;
pub(crate) mod exchange;
mod grounds;
mod headline;
mod homes;
pub(crate) mod lasting;
mod matrix;
mod obstacles;
pub(crate) mod package_choice;
pub(crate) mod packages;
pub(crate) mod prepared;
pub(crate) mod standstill;
pub(crate) mod three_tests;
pub(crate) mod trial_run;

use detente_deals::{DealsError, Findings, Sampling, Study};
use detente_durability::DurabilityError;
use detente_exchange::ExchangeError;
use detente_model::{Case, Worlds};
use detente_stability::StabilityError;

use self::exchange::ExchangePlan;
use self::lasting::Lasting;
use self::package_choice::PackageError;
use self::standstill::Standstill;
use self::three_tests::{TestsError, ThreeTests};
use crate::brief::{Brief, Grounds};
use evidence::Evidence;

/// Why a brief could not be written.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BriefError {
    /// There is nothing to agree on.
    #[error(
        "there is nothing on the table: the case has no issues. `detente stability` looks at a conflict alone, `detente exchange` at \
         an exchange"
    )]
    NothingOnTheTable,
    /// The deal space could not be searched.
    #[error(transparent)]
    Deals(#[from] DealsError),
    /// What was asked for is no package.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// The conflict does not hang together.
    #[error(transparent)]
    Stability(#[from] StabilityError),
    /// The exchange or the durability of the case makes no sense.
    #[error(transparent)]
    Tests(#[from] TestsError),
    /// The terms of the exchange make no sense.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// What is known about durability makes no sense.
    #[error(transparent)]
    Durability(#[from] DurabilityError),
}

impl<'a> Brief<'a> {
    /// How many worlds [`Self::on`] judges: every draw once for the deal space, and once for the outlook if the case
    /// has evidence.
    pub fn worlds(case: &Case, draws: u64) -> u64 {
        draws * if Evidence::is_in(case) { 2 } else { 1 }
    }

    /// Runs every engine for which the case has the material, over `draws` worlds drawn from `seed`. `drawn` is called after
    /// each world, from any thread.
    ///
    /// # Errors
    /// If an engine cannot answer; see [`BriefError`].
    pub fn on(case: &'a Case, draws: u64, seed: u64, drawn: &(dyn Fn() + Sync)) -> Result<Self, BriefError> {
        Self::sampled(case, Sampling::Draws(draws), seed, drawn)
    }

    /// As [`Self::on`], over as many worlds as the study asks for, its frontiers as closely as it asks.
    ///
    /// # Errors
    /// As [`Self::on`].
    pub fn sampled(
        case: &'a Case,
        study: impl Into<Study>,
        seed: u64,
        drawn: &(dyn Fn() + Sync),
    ) -> Result<Self, BriefError> {
        let worlds = evidence::worlds(case, seed);
        let deals = deal_space(&worlds, study, drawn)?;
        let draws = deals.acceptability.zone.draws;
        let matrix = matrix::rows(&worlds, &deals, draws);
        let brief = Self::about(&worlds, deals, seed)?;
        // How a deal would be carried out is told of the package that does best on all tests, or else of the first.
        let best = brief.three_tests.as_ref().and_then(|tests| tests.best).unwrap_or(0);
        let exchange = match brief.packages.get(best) {
            Some(best) => ExchangePlan::of(case, &best.outcome, Some(best.letter.as_str()), draws, seed)?,
            None => None,
        };
        let leading =
            brief.packages.iter().map(|package| (Some(package.letter.clone()), package.outcome.clone()));
        Ok(Self {
            durability: Lasting::of(case, leading, draws, seed)?,
            matrix,
            evidence: Evidence::of(case, draws, seed, drawn)?,
            standstill: Standstill::of(case, draws, seed)?,
            exchange,
            ..brief
        })
    }

    /// What a brief says of the deal space: its headline, the leading packages and what stands in the way are those of
    /// [`Self::sampled`]; the sections about anything else are left out.
    ///
    /// # Errors
    /// As [`Self::on`].
    pub fn of_deals(
        case: &'a Case,
        study: impl Into<Study>,
        seed: u64,
        drawn: &(dyn Fn() + Sync),
    ) -> Result<Self, BriefError> {
        let worlds = evidence::worlds(case, seed);
        let deals = deal_space(&worlds, study, drawn)?;
        Self::about(&worlds, deals, seed)
    }

    /// What follows from the findings about the deal space, and the three tests that the headline speaks of.
    fn about(worlds: &Worlds<'a>, deals: Findings, seed: u64) -> Result<Self, BriefError> {
        let case = worlds.case();
        let draws = deals.acceptability.zone.draws;
        let packages = packages::leading(case, &deals);
        let obstacles = obstacles::in_the_way(case, &deals);
        let three_tests = ThreeTests::of(worlds, draws, &packages)?;
        Ok(Self {
            headline: headline::sentences(case, &deals, &packages, &obstacles, three_tests.as_ref()),
            homes: homes::behind(case, &deals, &packages),
            grounds: Grounds { hangs_on: grounds::hangs_on(case, &deals), ..Grounds::of(case) },
            matrix: Vec::new(),
            evidence: None,
            durability: None,
            standstill: None,
            exchange: None,
            case,
            draws,
            seed,
            deals,
            packages,
            obstacles,
            three_tests,
        })
    }
}

/// The findings about the deal space alone, over worlds that believe what was said and done ([`evidence::worlds`]). `drawn` is
/// called after each world, from any thread.
///
/// # Errors
/// [`BriefError::NothingOnTheTable`], or what the search meets.
pub fn deal_space(
    worlds: &Worlds<'_>,
    study: impl Into<Study>,
    drawn: &(dyn Fn() + Sync),
) -> Result<Findings, BriefError> {
    if worlds.case().issues.is_empty() {
        return Err(BriefError::NothingOnTheTable);
    }
    Ok(Findings::over(worlds, study, drawn)?)
}
