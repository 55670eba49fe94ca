//! `settlement`: which package they would settle on, if they sign.

use detente_deals::settlement::{CONVENTIONS, FITTED, Likely, Looked};
use serde::Serialize;

use super::{ByName, ConventionFound, Interval, OptionValue, PackageOptions};
use crate::compose::settlement::LikelySettlement;

/// Which package they would settle on, if they sign: never the chance that they do.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SettlementFound {
    /// How many worlds were looked at: the first of those drawn.
    pub draws: u64,
    /// In how many of them all accept some package; the chances are over these.
    pub with_zone: u64,
    /// In how many it is not known, for the work that it would take; they are left out.
    pub not_known: u64,
    /// Chains that visited packages, where those are too many to list; null where every package was looked at.
    pub chains: Option<ChainsWalked>,
    /// The likeliest packages, the likeliest first.
    pub packages: Vec<PackageLikely>,
    /// Under the id of each issue its options with their chances, in the order of the case.
    pub options: ByName<Vec<OptionLikely>>,
    /// The day on which the model was fitted.
    pub fitted: String,
    /// The fits that it takes in turn.
    pub fits: Vec<ConventionFound>,
    /// What the chances are of and what they rest on, in sentences.
    pub says: Vec<String>,
}

/// Chains that visited packages in proportion to their chances.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ChainsWalked {
    /// How many in each world, one from the best package of each principal.
    pub in_each_world: u64,
    /// Steps of each that count.
    pub steps: u64,
    /// How far the chance of an option by the chains from one start lies from that by all, at the most.
    pub apart: f64,
}

/// A package with its chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageLikely {
    /// The package.
    pub outcome: PackageOptions,
    /// How likely they settle on it, if they sign.
    pub chance: LikelyChance,
}

/// An option with its chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OptionLikely {
    /// The option.
    pub option: OptionValue,
    /// How likely it is part of what they settle on, if they sign.
    pub chance: LikelyChance,
}

/// A chance over the worlds in which all accept some package.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LikelyChance {
    /// The mean over these worlds, 0 to 1.
    pub value: f64,
    /// The middle nine tenths of these worlds: what the case and what is known of the model leave open.
    pub range: Interval,
    /// The 95 % interval that the number of worlds and steps leaves the mean.
    pub interval: Interval,
    /// The mean by each fit alone, under its id; null where no world with a package that all accept used it.
    pub by_fit: ByName<Option<f64>>,
}

impl From<&Likely> for LikelyChance {
    fn from(likely: &Likely) -> Self {
        let ids = CONVENTIONS.iter().map(|convention| convention.id.to_owned());
        Self {
            value: likely.chance,
            range: likely.range,
            interval: likely.interval,
            by_fit: ids.zip(likely.by_fit).collect(),
        }
    }
}

impl SettlementFound {
    /// The answer.
    pub fn of(told: &LikelySettlement) -> Self {
        let (case, found) = (&told.case, &told.found);
        let options = case.issues.iter().zip(&found.options).map(|(issue, likely)| {
            let options = issue.options.iter().zip(likely);
            let each = options.map(|(option, likely)| OptionLikely {
                option: OptionValue::from(option),
                chance: likely.into(),
            });
            (issue.id.clone(), each.collect())
        });
        Self {
            draws: found.draws,
            with_zone: found.zone,
            not_known: found.not_known,
            chains: match found.looked {
                Looked::All => None,
                Looked::ByChains { chains, steps, apart } => {
                    Some(ChainsWalked { in_each_world: chains as u64, steps, apart })
                }
            },
            packages: (found.packages.iter())
                .map(|package| PackageLikely {
                    outcome: PackageOptions::of(case, &package.package),
                    chance: (&package.likely).into(),
                })
                .collect(),
            options: options.collect(),
            fitted: FITTED.to_owned(),
            fits: CONVENTIONS.iter().copied().map(ConventionFound::of).collect(),
            says: std::iter::once(told.in_brief()).chain(told.method()).collect(),
        }
    }
}
