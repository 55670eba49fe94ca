//! How good past forecasts were.

use detente_evidence::{CalibrationBin, Scores};
use detente_model::ForecastId;
use serde::Serialize;

use super::super::Probability;
use crate::compose::evidence::WeighedEvidence;

/// The forecasts of a case against what came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ForecastsFound {
    /// Forecasts with an outcome, in the order of the case.
    pub scored: Vec<ForecastScored>,
    /// The ids of those that are due and have no outcome yet.
    pub overdue: Vec<String>,
    /// The ids of those that are still running.
    pub open: Vec<String>,
    /// The mean scores; null when nothing is scored.
    pub scores: Option<ForecastScores>,
    /// The scores of whoever says the base rate; null when nothing is scored.
    pub base_rate: Option<ForecastScores>,
    /// 1 − Brier score / Brier score of the base rate: above 0, better than the base rate. Null when the base rate is perfect.
    pub skill: Option<f64>,
    /// Forecasts of about the same probability, in bins of a tenth that hold at least one.
    pub calibration: Vec<CalibrationFound>,
    /// Murphy's reliability (1973): 0 when forecasts come about as often as they say.
    pub reliability: f64,
    /// Murphy's resolution: how far the bins differ from the overall share.
    pub resolution: f64,
    /// Murphy's uncertainty: the variance of the outcomes.
    pub uncertainty: f64,
}

impl ForecastsFound {
    pub(super) fn of(evidence: &WeighedEvidence) -> Self {
        let (case, ledger) = (&evidence.case, &evidence.ledger);
        let id = |forecast: ForecastId| case.forecasts[forecast.0].id.clone();
        let scored = ledger.scored.iter().map(|scored| ForecastScored {
            id: id(scored.forecast),
            probability: scored.probability,
            outcome: scored.outcome,
            brier: scored.brier,
            logarithmic: finite(scored.logarithmic),
        });
        Self {
            scored: scored.collect(),
            overdue: ledger.overdue.iter().map(|forecast| id(*forecast)).collect(),
            open: ledger.open.iter().map(|forecast| id(*forecast)).collect(),
            scores: ledger.scores.map(Into::into),
            base_rate: ledger.base_rate.map(Into::into),
            skill: ledger.skill,
            calibration: ledger.calibration.iter().map(CalibrationFound::of).collect(),
            reliability: ledger.reliability,
            resolution: ledger.resolution,
            uncertainty: ledger.uncertainty,
        }
    }
}

/// A score that JSON can write: a certainty that failed has no finite logarithmic one.
fn finite(score: f64) -> Option<f64> {
    score.is_finite().then_some(score)
}

/// A forecast that came due.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ForecastScored {
    /// Its id.
    pub id: String,
    /// What it said, 0 to 1.
    pub probability: f64,
    /// Whether it came about.
    pub outcome: bool,
    /// Its Brier score: 0 perfect, 1 worst.
    pub brier: f64,
    /// Its logarithmic score, natural logarithm: 0 perfect. Null for a certainty that failed, whose score is infinite.
    pub logarithmic: Option<f64>,
}

/// Mean scores of several forecasts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ForecastScores {
    /// How many forecasts.
    pub count: usize,
    /// Their mean Brier score: 0 perfect, 1 worst.
    pub brier: f64,
    /// Their mean logarithmic score, natural logarithm: 0 perfect. Null if a certainty failed.
    pub logarithmic: Option<f64>,
}

impl From<Scores> for ForecastScores {
    fn from(scores: Scores) -> Self {
        Self { count: scores.count, brier: scores.brier, logarithmic: finite(scores.logarithmic) }
    }
}

/// Forecasts of about the same probability.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CalibrationFound {
    /// The lower end of the bin; the upper is 0.1 above.
    pub from: f64,
    /// How many forecasts lie in it.
    pub count: usize,
    /// What they said on average.
    pub forecast: f64,
    /// In which share they came about.
    pub observed: Probability,
}

impl CalibrationFound {
    fn of(bin: &CalibrationBin) -> Self {
        Self { from: bin.from, count: bin.count, forecast: bin.forecast, observed: bin.observed.into() }
    }
}
