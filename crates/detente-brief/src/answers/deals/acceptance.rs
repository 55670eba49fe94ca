//! How acceptable packages are over the draws, and on what the answer hangs.

use detente_deals::{Driver, PackageAcceptability, SobolIndex, SobolIndices};
use detente_model::{Actor, Case};
use serde::Serialize;

use super::super::{ByName, Interval, PackageOptions};

/// How acceptable a package is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageAcceptance {
    /// The package.
    pub outcome: PackageOptions,
    /// In which share of the worlds, 0 to 1, it is acceptable: under `all` to everybody, under the id of each principal to that one, the
    /// audiences that it needs included.
    pub acceptance: ByName<f64>,
    /// The 95 % interval of the share of all.
    pub interval: Interval,
    /// In which share each audience, by its id, finds it no worse than no deal.
    pub audiences: ByName<f64>,
}

impl PackageAcceptance {
    pub(super) fn of(case: &Case, parties: &[String], package: &PackageAcceptability) -> Self {
        let mut acceptance = ByName::new();
        acceptance.insert("all".to_owned(), package.all.value());
        acceptance.extend(parties.iter().cloned().zip(package.principals.iter().map(|share| share.value())));
        let audiences = package.actors.iter().filter(|(actor, _)| matches!(actor, Actor::Audience(_)));
        Self {
            outcome: PackageOptions::of(case, &package.package),
            acceptance,
            interval: package.all.interval(),
            audiences: audiences
                .map(|(actor, share)| (case.actor_id(*actor).to_owned(), share.value()))
                .collect(),
        }
    }
}

/// How much of the answer hangs on an input.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DriverShare {
    /// The input, by its path in the case file.
    pub input: String,
    /// The same in words.
    pub name: String,
    /// The share, 0 to 1, of the variance of whether there is a zone that goes with this input alone.
    pub share: f64,
    /// The 95 % interval that the number of draws leaves the share; inputs for which it holds 0 are left out.
    pub interval: Interval,
}

impl DriverShare {
    pub(super) fn of(case: &Case, driver: &Driver) -> Self {
        Self {
            input: driver.input.path(case).clone(),
            name: crate::compose::figure_names::input(case, driver.input),
            share: driver.share,
            interval: driver.interval,
        }
    }
}

/// What the answer hangs on, alone and together with others (Sobol 1993).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SobolFound {
    /// How many rows the design had.
    pub rows: u64,
    /// Of whether there is a zone, the largest total first; empty where the answer is the same in all worlds.
    pub zone: Vec<InputIndices>,
    /// Of the margin, likewise.
    pub margin: Vec<InputIndices>,
}

impl SobolFound {
    pub(super) fn of(found: &SobolIndices) -> Self {
        Self {
            rows: found.rows,
            zone: found.zone.iter().map(InputIndices::of).collect(),
            margin: found.margin.iter().map(InputIndices::of).collect(),
        }
    }
}

/// The Sobol indices of an input, or of a group of weights that are drawn together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct InputIndices {
    /// The input or the group, by its path in the case file.
    pub input: String,
    /// First-order index: the share of the variance that goes with the input alone.
    pub first: f64,
    /// Its 95 % interval.
    pub first_interval: Interval,
    /// Total index: the share of the variance that would be left if all else were known.
    pub total: f64,
    /// Its 95 % interval.
    pub total_interval: Interval,
    /// On how many rows of the design they rest: those in which everything needed has a value.
    pub rows: u64,
}

impl InputIndices {
    fn of(index: &SobolIndex) -> Self {
        let found = &index.indices;
        Self {
            input: index.input.clone(),
            first: found.first,
            first_interval: found.first_interval,
            total: found.total,
            total_interval: found.total_interval,
            rows: found.rows,
        }
    }
}
