//! Agreements by lot.

use detente_deals::{Central, DealsError, Lottery, Units};
use detente_model::Case;
use serde::Serialize;

use super::super::PackageOptions;

/// Agreements by lot: packages with probabilities, by lot, by turns, or by shares over time, for matters that come up again and again or
/// can be shared out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LotteriesFound {
    /// The largest product of expected surpluses, over packages that all accept. Null when the zone is empty or its frontier not listed;
    /// with a tolerance the best over the points listed.
    pub nash: Option<NashLotteryFound>,
    /// The largest equal share of what each could have inside the zone, then the next smallest share, and so on. Null as for `nash`.
    pub kalai_smorodinsky: Option<ShareLotteryFound>,
    /// The most for whoever gains least on average, over feasible packages that cross no red line of those who must sign, acceptable or
    /// not. Null without a reason in `margin_not_given` where red lines leave no package, or none carries the votes.
    pub margin: Option<MarginLotteryFound>,
    /// Why `margin` cannot be computed; null otherwise.
    pub margin_not_given: Option<String>,
}

impl LotteriesFound {
    pub(super) fn of(case: &Case, central: &Central) -> Self {
        let found = &central.lotteries;
        Self {
            nash: found.nash.as_ref().map(|nash| NashLotteryFound {
                lottery: LotteryFound::of(case, &nash.lottery),
                product: nash.product,
                // What the frontier may have left out is not bounded.
                product_at_most: (central.zone_frontier.is_exact())
                    .then_some(nash.product * nash.at_most_times),
            }),
            kalai_smorodinsky: found.kalai_smorodinsky.as_ref().map(|equal| ShareLotteryFound {
                lottery: LotteryFound::of(case, &equal.lottery),
                share: equal.share,
            }),
            margin: found.margin.value().and_then(Option::as_ref).map(|margin| MarginLotteryFound {
                lottery: LotteryFound::of(case, &margin.lottery),
                value: margin.value.to_f64(),
                at_most: margin.at_most.to_f64(),
            }),
            margin_not_given: found.margin.limit().map(DealsError::to_string),
        }
    }
}

/// Packages with probabilities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LotteryFound {
    /// The packages that may come out, at most one for each principal (for the margin: for each who must sign).
    pub packages: Vec<LotteryPackage>,
    /// What that is worth to each principal on average.
    pub values: Vec<f64>,
}

impl LotteryFound {
    fn of(case: &Case, lottery: &Lottery) -> Self {
        let packages = lottery.packages.iter().map(|(package, probability)| LotteryPackage {
            outcome: PackageOptions::of(case, package),
            probability: *probability,
        });
        Self {
            packages: packages.collect(),
            values: lottery.values.iter().map(|v| v / Units::ONE.raw() as f64).collect(),
        }
    }
}

/// A package that may come out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LotteryPackage {
    /// The package.
    pub outcome: PackageOptions,
    /// Its probability; those of a lottery sum to 1.
    pub probability: f64,
}

/// The lottery of Nash.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct NashLotteryFound {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub lottery: LotteryFound,
    /// The product of the expected surpluses of the principals who can gain; 0 if none can.
    pub product: f64,
    /// No such lottery has a larger product; null if the frontier is not exact.
    pub product_at_most: Option<f64>,
}

/// The lottery of Kalai and Smorodinsky.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ShareLotteryFound {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub lottery: LotteryFound,
    /// The smallest share, 0 to 1, of what each could have; 0 if nobody can gain.
    pub share: f64,
}

/// The lottery with the largest margin.
///
/// A value of 0 or more while `zone.exists` is false says that lots or turns leave nobody who must sign worse off than no deal, although no
/// single package does. Where a principal needs votes at home, each package of the lottery carries them; so its value may then be below
/// the margin of packages, which does not count votes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MarginLotteryFound {
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub lottery: LotteryFound,
    /// The average surplus over no deal of whoever gains least.
    pub value: f64,
    /// No such lottery has a larger one: equal to `value`, or 10⁻¹² above, when proven.
    pub at_most: f64,
}
