//! `sweep`: a case through a range of values.

use serde::Serialize;

use super::{ByName, CaseNamed, Probability};
use crate::compose::sweep::{Sweep, SweepPoint};

/// What `detente sweep CASE --over PATH=VALUES --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SweepAnswer {
    /// The case as it stands.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn at every point: the same draws at each.
    pub draws: u64,
    /// The paths that go through values: one or two.
    pub over: Vec<String>,
    /// Every combination of values, the last path fastest.
    pub points: Vec<PointSwept>,
}

impl SweepAnswer {
    /// The answer that a sweep is.
    pub fn of(found: &Sweep) -> Self {
        Self {
            case: CaseNamed::of(&found.case),
            seed: found.seed,
            draws: found.draws,
            over: found.paths.clone(),
            points: found.points.iter().map(|point| PointSwept::of(&found.paths, point)).collect(),
        }
    }
}

/// The case with one combination of values.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PointSwept {
    /// The value of each path, as TOML on one line.
    pub values: ByName<String>,
    /// In which share of the worlds drawn a deal exists; null where there is no such case.
    pub zone_probability: Option<Probability>,
    /// The margin in the central world; null where there is no such case, and where red lines leave no package.
    pub margin: Option<f64>,
    /// The package most often acceptable to all, in words; null where there is none.
    pub leading: Option<String>,
    /// In which share of the worlds drawn it is acceptable to all.
    pub leading_acceptable: Option<Probability>,
    /// The package that does best on all tests, in words; null in a case without tests, and where none ever passes.
    pub best: Option<String>,
    /// The mean chance, 0 to 1, that it passes every test.
    pub best_all_three: Option<f64>,
    /// Why there is no such case; null where there is.
    pub no_case: Option<String>,
}

impl PointSwept {
    fn of(paths: &[String], point: &SweepPoint) -> Self {
        let found = point.found.as_ref().ok();
        let leading = found.and_then(|swept| swept.leading.as_ref());
        let best = found.and_then(|swept| swept.best.as_ref());
        Self {
            values: paths.iter().cloned().zip(point.values.iter().cloned()).collect(),
            zone_probability: found.map(|swept| swept.zone.into()),
            margin: found.and_then(|swept| swept.margin),
            leading: leading.map(|(label, _)| label.clone()),
            leading_acceptable: leading.map(|(_, share)| (*share).into()),
            best: best.map(|(label, _)| label.clone()),
            best_all_three: best.map(|(_, share)| *share),
            no_case: point.found.as_ref().err().cloned(),
        }
    }
}
