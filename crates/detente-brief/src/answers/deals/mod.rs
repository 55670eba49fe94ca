//! `deals`: the deal space.

mod acceptance;
mod blockers;
mod central;
mod concessions;
mod frontier;
mod lotteries;
mod solutions;

use std::sync::Arc;

use detente_deals::{Findings, Share, SobolIndices};
use serde::Serialize;

pub use acceptance::{DriverShare, InputIndices, PackageAcceptance, SobolFound};
pub use blockers::{
    BlockerFound, BlockersDrawn, BlockersFound, ConditionDrawn, ConditionFound, ConditionOf, OptionBeyond,
    VotesFound, WinnableFound,
};
pub use central::{CentralFound, CountEstimate, ZoneFound};
pub use concessions::{ConcessionFound, ConcessionOf, SetOfConcessions, StickingPointFound};
pub use frontier::{FrontierLine, FrontierLineEnd, FrontierPointFound, FrontierPoints};
pub use lotteries::{
    LotteriesFound, LotteryFound, LotteryPackage, MarginLotteryFound, NashLotteryFound, ShareLotteryFound,
};
pub use solutions::{SolutionFound, SolutionsFound, SolutionsTolerance};

use super::{CaseNamed, Interval, PackageJudged, Probability};
use crate::brief::Deals;
use crate::compose::judged::Judged;
use crate::track_record::{ForecastKind, TrackRecord};

/// What `detente deals CASE --json` prints.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DealsAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn.
    pub draws: u64,
    /// The deal space.
    pub deals: DealSpaceFound,
    /// How well figures of these kinds have done where what happened is known.
    pub record: Vec<TrackRecord>,
    /// The package that was asked about, judged. Only with `--package`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub judged: Option<PackageJudged>,
}

impl DealsAnswer {
    /// The answer about a deal space, with the Sobol indices if they were asked for.
    pub fn of(found: &Arc<Deals>, sobol: Option<&SobolIndices>) -> Self {
        Self {
            case: CaseNamed::of(&found.case),
            seed: found.seed,
            draws: found.draws,
            deals: DealSpaceFound::of(found, sobol),
            record: [ForecastKind::Deal, ForecastKind::Package, ForecastKind::InTheWay]
                .map(TrackRecord::of)
                .to_vec(),
            judged: None,
        }
    }

    /// The same with a package judged.
    #[must_use]
    pub fn judging(self, judged: Option<&Judged>) -> Self {
        Self { judged: judged.map(PackageJudged::of), ..self }
    }
}

/// The deal space: what can be agreed, who would accept it, and what that hangs on.
///
/// Values lie on each party's own scale, 0 to 1 as a rule, and every list of values follows `parties`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DealSpaceFound {
    /// The ids of the principals.
    pub parties: Vec<String>,
    /// How many packages can be put together, before any is ruled out: digits.
    pub outcomes: String,
    /// The findings if every judgement is taken at its middle.
    pub central: CentralFound,
    /// The share of the worlds drawn in which a package is acceptable to all.
    pub zone_probability: Probability,
    /// Worlds of which a limit on work leaves open whether they have a zone; null if there are none.
    pub zone_not_known: Option<ZoneNotKnown>,
    /// What stands in the way, over the worlds drawn.
    pub blockers: BlockersDrawn,
    /// The leading packages, the most acceptable first.
    pub packages: Vec<PackageAcceptance>,
    /// On what the existence of a zone hangs, the largest share first; empty where it exists always or never.
    pub drivers: Vec<DriverShare>,
    /// Whether all packages were judged or the candidates that a search found.
    pub packages_from: PackagesJudged,
    /// The ids of continuous issues on which packages are looked for at the stops only.
    pub at_stops_only: Vec<String>,
    /// No package is acceptable to all in a larger share of the worlds, 0 to 1.
    pub packages_bound: f64,
    /// How much of the weights that are possible agrees with the comparisons of packages. Missing where the case compares none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub comparisons_agree: Option<Probability>,
    /// What the answer hangs on, alone and together with others. Only with `--sobol`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub sobol: Option<SobolFound>,
}

impl DealSpaceFound {
    pub(super) fn of(deals: &Arc<Deals>, sobol: Option<&SobolIndices>) -> Self {
        let (case, findings) = (&deals.case, &deals.findings);
        let found = &findings.acceptability;
        let parties: Vec<String> = findings.parties.iter().map(|id| case.party(*id).id.clone()).collect();
        Self {
            outcomes: findings.packages.to_string(),
            central: CentralFound::of(deals),
            zone_probability: found.zone.into(),
            zone_not_known: ZoneNotKnown::of(findings),
            blockers: BlockersDrawn::of(case, &findings.central.space, &found.blockers),
            packages: found.packages.iter().map(|p| PackageAcceptance::of(case, &parties, p)).collect(),
            drivers: found.drivers.iter().map(|driver| DriverShare::of(case, driver)).collect(),
            packages_from: if found.listed { PackagesJudged::All } else { PackagesJudged::Candidates },
            at_stops_only: findings.at_stops_only.iter().map(|id| case.issue(*id).id.clone()).collect(),
            packages_bound: found.bound.value(),
            comparisons_agree: found.agreement.map(Into::into),
            sobol: sobol.map(SobolFound::of),
            parties,
        }
    }
}

/// Which packages were judged over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum PackagesJudged {
    /// Every one.
    #[serde(rename = "all packages")]
    All,
    /// Those that a search found, under the bound.
    #[serde(rename = "candidates")]
    Candidates,
}

/// Worlds of which it is open whether they have a zone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ZoneNotKnown {
    /// How many.
    pub worlds: u64,
    /// Between which shares, 0 to 1, the probability of a zone therefore lies: if none of them has one, and if all have.
    pub probability: Interval,
}

impl ZoneNotKnown {
    fn of(findings: &Findings) -> Option<Self> {
        let (zone, worlds) = (findings.acceptability.zone, findings.acceptability.zone_not_known);
        let at_most = Share::of(zone.hits + worlds, zone.draws);
        (worlds > 0).then(|| Self { worlds, probability: [zone.value(), at_most.value()] })
    }
}
