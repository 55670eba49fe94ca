//! The deal space in the central world.

use std::sync::Arc;

use detente_deals::{DealsError, FrontierPoint, FrontierSegment, Known, Units, ZoneCount};
use serde::Serialize;

use super::super::PackageOptions;
use super::BlockersFound;
use super::{
    FrontierLine, FrontierPoints, LotteriesFound, SetOfConcessions, SolutionsFound, SolutionsTolerance,
    StickingPointFound,
};
use crate::brief::Deals;
use crate::words;

/// The findings in the central world, where every judgement is taken at its middle.
///
/// What a tolerance promises: `--tolerance T` lists frontiers to within T, for spaces in which the exact ones are too large. Let D be
/// the `frontier_tolerance` given.
///
/// - Every point is a feasible package with its exact values; those of `zone.frontier` are acceptable to all. Vetoes and quotas are kept
///   exactly.
/// - For every feasible package there is a point of `frontier` that is worth to nobody less by D.
/// - For every package that all accept and that leaves each principal better off than no deal by D, there is a point of `zone.frontier` that
///   is worth to nobody less by D. Packages that leave somebody less may have none, and where all do, that frontier may be empty though there
///   is a zone.
///
/// D is T, except where interactions and infeasible combinations tie too many issues together for any search. Then packages are found by
/// climbing, a looser problem bounds them from above, and D is the proven distance between the two: computed, not chosen, and perhaps
/// larger than T. Where climbing finds no package, or another question about such a case needs the search, the case is refused as
/// without a tolerance.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CentralFound {
    /// What no deal is worth to each.
    pub reservation: Vec<f64>,
    /// The surplus over no deal of whoever gains least from the best package; below zero, by how much agreement is missed. Null when red
    /// lines leave no package.
    pub margin: Option<f64>,
    /// What the margin is at most: equal to it when it is proven. Null when red lines leave no package.
    pub margin_at_most: Option<f64>,
    /// The package with that margin. Null when red lines leave no package.
    pub margin_outcome: Option<PackageOptions>,
    /// The zone of agreement.
    pub zone: ZoneFound,
    /// How many points the frontier over all feasible packages has; null where it is not known.
    pub frontier_size: Option<usize>,
    /// The points that nothing feasible betters for everyone, red lines or not; null where they are not listed.
    #[cfg_attr(feature = "contract", schemars(with = "Option<Vec<super::FrontierPointFound>>"))]
    #[cfg_attr(feature = "contract", ts(as = "Option<Vec<super::FrontierPointFound>>"))]
    pub frontier: Option<FrontierPoints>,
    /// The limit for which `frontier` is null. A frontier that was found but has more than 50 million choices in all is not written
    /// either; `frontier_size` says how many points it has. Null where it is listed.
    pub frontier_not_listed: Option<String>,
    /// D, the proven distance of the points listed from the exact frontier on each principal's scale; null when exact.
    pub frontier_tolerance: Option<f64>,
    /// Between the stops of continuous issues, the straight lines that the frontier runs along. Null without such issues, and where they are
    /// not listed.
    pub frontier_segments: Option<Vec<FrontierLine>>,
    /// Why `frontier_segments` is null in a case with continuous issues; null otherwise.
    pub frontier_segments_not_listed: Option<String>,
    /// The bargaining solutions.
    pub solutions: SolutionsFound,
    /// What is proven of solutions that were chosen from a frontier with a tolerance; null when exact.
    pub solutions_tolerance: Option<SolutionsTolerance>,
    /// Agreements by lot.
    pub lotteries: LotteriesFound,
    /// How far the best for all lies from the best for each; null unless both frontiers are exact.
    pub opposition: Option<f64>,
    /// The ids of the issues on which red lines leave no option.
    pub blocked: Vec<String>,
    /// Who or what stands in the way; null with a zone, and where it is not known whether there is one.
    pub blockers: Option<BlockersFound>,
    /// Single concessions with what they would do.
    pub sticking_points: Vec<StickingPointFound>,
    /// The smallest and cheapest sets of concessions that open the zone; empty when it is open or nothing opens it. Null where a limit on
    /// work was met.
    pub openings: Option<Vec<SetOfConcessions>>,
    /// The limit for which `openings` is null; null otherwise.
    pub openings_not_known: Option<String>,
}

/// The zone of agreement: the packages that all accept.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ZoneFound {
    /// Whether there is one; null where a limit on work leaves it open.
    pub exists: Option<bool>,
    /// The limit for which that is open; null where it is known.
    pub exists_not_known: Option<String>,
    /// How many packages all accept: digits. Null where they are too many to count, and where issues are continuous.
    pub outcomes: Option<String>,
    /// About how many; null where they are counted one by one, and where issues are continuous.
    pub outcomes_estimate: Option<CountEstimate>,
    /// The points that nothing acceptable to all betters for everyone; empty without a zone, null where they are not listed.
    #[cfg_attr(feature = "contract", schemars(with = "Option<Vec<super::FrontierPointFound>>"))]
    #[cfg_attr(feature = "contract", ts(as = "Option<Vec<super::FrontierPointFound>>"))]
    pub frontier: Option<FrontierPoints>,
    /// The limit for which `frontier` is null; null where it is listed.
    pub frontier_not_listed: Option<String>,
    /// D, the proven distance of the points listed from the exact frontier on each principal's scale; null when exact.
    pub frontier_tolerance: Option<f64>,
    /// Between the stops of continuous issues, the straight lines that this frontier runs along. Null without such issues, and where they are
    /// not listed.
    pub frontier_segments: Option<Vec<FrontierLine>>,
    /// Why `frontier_segments` is null in a case with continuous issues; null otherwise.
    pub frontier_segments_not_listed: Option<String>,
}

/// About how many packages there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CountEstimate {
    /// The best estimate: digits.
    pub central: String,
    /// Its 95 % interval: digits.
    pub interval: [String; 2],
}

impl CountEstimate {
    fn of(count: &ZoneCount) -> Option<Self> {
        match count {
            ZoneCount::Exact(_) | ZoneCount::Unlimited => None,
            ZoneCount::Estimate(estimate) => Some(Self {
                central: estimate.central.to_string(),
                interval: estimate.interval.each_ref().map(ToString::to_string),
            }),
        }
    }
}

impl CentralFound {
    pub(super) fn of(deals: &Arc<Deals>) -> Self {
        let (case, central) = (&deals.case, &deals.findings.central);
        let margin = central.margin.as_ref();
        let why_not = |listed: &Known<Vec<FrontierPoint>>| match listed {
            Known::GivenUp(limit) => Some(words::not_listed(limit, central.tolerance)),
            Known::Exactly(points) | Known::Within(points, _) if is_written(deals, points.len()) => None,
            Known::Exactly(points) | Known::Within(points, _) => {
                let (points, issues) = (points.len(), case.issues.len());
                let why = format!("it has {points} points on {issues} issues, which is too long to write");
                Some(words::not_listed(&why, central.tolerance))
            }
        };
        let continuous = case.issues.iter().any(|issue| issue.continuous);
        let lines = |listed: &Known<Vec<FrontierSegment>>| {
            let lines = listed.value().filter(|_| continuous)?;
            Some(lines.iter().map(|line| FrontierLine::of(case, line)).collect())
        };
        let no_lines = |listed: &Known<Vec<FrontierSegment>>| listed.limit().map(DealsError::to_string);
        let written = |points: FrontierPoints| Some(points).filter(|p| is_written(deals, p.len()));
        Self {
            reservation: values(&central.reservation),
            margin: margin.map(|m| m.value.to_f64()),
            margin_at_most: margin.map(|m| m.at_most.to_f64()),
            margin_outcome: margin.map(|m| PackageOptions::of(case, &m.package)),
            zone: ZoneFound {
                exists: central.exists(),
                exists_not_known: (central.agreement.limit())
                    .filter(|_| central.exists().is_none())
                    .map(DealsError::to_string),
                outcomes: central.zone_count.exact().map(ToString::to_string),
                outcomes_estimate: CountEstimate::of(&central.zone_count),
                frontier: FrontierPoints::of_zone(deals).and_then(written),
                frontier_not_listed: why_not(&central.zone_frontier),
                frontier_tolerance: central.zone_frontier.distance().map(Units::to_f64),
                frontier_segments: lines(&central.zone_segments),
                frontier_segments_not_listed: no_lines(&central.zone_segments),
            },
            frontier_size: central.frontier.value().map(Vec::len),
            frontier: FrontierPoints::of_all(deals).and_then(written),
            frontier_not_listed: why_not(&central.frontier),
            frontier_tolerance: central.frontier.distance().map(Units::to_f64),
            frontier_segments: lines(&central.frontier_segments),
            frontier_segments_not_listed: no_lines(&central.frontier_segments),
            solutions: SolutionsFound::of(case, central.chosen()),
            solutions_tolerance: (central.solutions.as_ref().and_then(Known::distance))
                .map(|distance| SolutionsTolerance::of(distance.to_f64(), central.reservation.len())),
            lotteries: LotteriesFound::of(case, central),
            opposition: central.opposition(),
            blocked: central.blocked.iter().map(|id| case.issue(*id).id.clone()).collect(),
            blockers: (central.blockers.as_ref())
                .map(|blockers| BlockersFound::of(case, &central.space, blockers)),
            sticking_points: (central.sticking_points.iter())
                .map(|point| StickingPointFound::of(case, central, point))
                .collect(),
            openings: (central.openings.value())
                .map(|ways| ways.iter().map(|way| SetOfConcessions::of(case, way)).collect()),
            openings_not_known: central.openings.limit().map(DealsError::to_string),
        }
    }
}

/// Values on each party's scale.
pub(super) fn values(values: &[Units]) -> Vec<f64> {
    values.iter().map(|v| v.to_f64()).collect()
}

/// Whether a frontier is written out: a reader would need more memory for more than so many choices than most machines have.
fn is_written(deals: &Deals, points: usize) -> bool {
    points.saturating_mul(deals.case.issues.len()) <= 50_000_000
}
