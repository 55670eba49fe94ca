//! Points and lines of a frontier.

use std::sync::Arc;

use detente_deals::{FrontierPoint, FrontierSegment, SegmentEnd};
use detente_model::Case;
use serde::{Serialize, Serializer};

use super::super::PackageOptions;
use super::central::values;
use crate::brief::Deals;

/// The points of a frontier. One can have millions, so they are kept as they were found and each is made when it is written or asked for.
#[derive(Debug, Clone)]
pub struct FrontierPoints {
    found: Arc<Deals>,
    within_zone: bool,
}

impl FrontierPoints {
    /// The frontier of the zone, if it is listed.
    pub(super) fn of_zone(found: &Arc<Deals>) -> Option<Self> {
        let listed = found.findings.central.zone_frontier.value().is_some();
        listed.then(|| Self { found: Arc::clone(found), within_zone: true })
    }

    /// The frontier over all feasible packages, if it is listed.
    pub(super) fn of_all(found: &Arc<Deals>) -> Option<Self> {
        let listed = found.findings.central.frontier.value().is_some();
        listed.then(|| Self { found: Arc::clone(found), within_zone: false })
    }

    fn listed(&self) -> &[FrontierPoint] {
        let central = &self.found.findings.central;
        let listed = if self.within_zone { &central.zone_frontier } else { &central.frontier };
        listed.value().map(Vec::as_slice).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.listed().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.listed().is_empty()
    }

    /// Each in turn.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = FrontierPointFound> {
        self.listed().iter().map(|point| FrontierPointFound::of(&self.found.case, point))
    }
}

impl Serialize for FrontierPoints {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// A point of a frontier: values that nothing betters for everyone, with a package that has them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FrontierPointFound {
    /// A package with these values.
    pub outcome: PackageOptions,
    /// What it is worth to each principal.
    pub values: Vec<f64>,
    /// How many packages are worth the same to all principals: digits. Null where audiences vote or with a tolerance.
    pub shared_by: Option<String>,
}

impl FrontierPointFound {
    pub(super) fn of(case: &Case, point: &FrontierPoint) -> Self {
        Self {
            outcome: PackageOptions::of(case, &point.package),
            values: values(&point.values),
            shared_by: point.shared_by.map(|n| n.to_string()),
        }
    }
}

/// A straight line of a frontier, the best for the first principal first. Its ends differ on continuous issues only.
///
/// Where issues can be settled at any number, the frontier runs on between the points listed, which lie at the stops. Every package on a
/// line has values on the straight line between the values of the ends, and none betters it. A single package between stops is a line
/// whose ends are the same. Lines and points together are the whole frontier, up to packages of the same values. With three principals or
/// more and two continuous issues or more it has faces as well; then, or where the frontier itself is not listed or known to within a
/// tolerance only, no lines are listed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FrontierLine {
    /// Where it begins.
    pub from: FrontierLineEnd,
    /// Where it ends.
    pub to: FrontierLineEnd,
}

impl FrontierLine {
    pub(super) fn of(case: &Case, line: &FrontierSegment) -> Self {
        Self { from: FrontierLineEnd::of(case, &line.from), to: FrontierLineEnd::of(case, &line.to) }
    }
}

/// An end of a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FrontierLineEnd {
    /// The package there, its numbers included.
    pub outcome: PackageOptions,
    /// What it is worth to each principal.
    pub values: Vec<f64>,
    /// Whether the end itself is on the frontier. If not, all of the line but this end is: the line comes up to these values, and something
    /// just there is worth as much to some and more to others.
    pub on_frontier: bool,
}

impl FrontierLineEnd {
    fn of(case: &Case, end: &SegmentEnd) -> Self {
        let package = PackageOptions::of(case, &end.package.options);
        Self {
            outcome: package.with_numbers(case, &end.package.numbers),
            values: values(&end.values),
            on_frontier: end.on_frontier,
        }
    }
}
