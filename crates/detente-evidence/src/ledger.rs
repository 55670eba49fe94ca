//! How good past forecasts were.
//!
//! With p the forecast and o the outcome (1 if it came about, 0 if not):
//!
//! * **Brier score** (Brier 1950): the mean of (p − o)²; 0 is perfect, ¼ is what "fifty-fifty" always gets.
//! * **Logarithmic score** (Good 1952): the mean of −ln of the probability given to what happened; 0 is perfect. A
//!   forecast of 0 or 1 that was wrong makes it infinite, and it is reported so.
//! * **Calibration**: forecasts in ten equal bins, with the mean forecast and the share that came about, and the
//!   latter's 95 % interval.
//! * **Base rate**: the same scores for someone who always says the stated base rate of the forecast, or, where none is
//!   stated, the share of all scored forecasts that came about. Skill is 1 − score / score of the base rate.
//!
//! Bins give Murphy's (1973) split, Brier = reliability − resolution + uncertainty, up to the spread of
//! forecasts within a bin; [`Ledger::within_bins`] is that remainder (Stephenson, Coelho & Jolliffe 2008), so the parts always add up.
//!
//! ```
//! use detente_evidence::scores;
//!
//! // Two forecasts: 0.8 for what happened, 0.3 for what did not.
//! let scores = scores(&[(0.8, true), (0.3, false)]);
//! assert!((scores.brier - (0.04 + 0.09) / 2.0).abs() < 1e-15);
//! assert!((scores.logarithmic - -(0.8f64.ln() + 0.7f64.ln()) / 2.0).abs() < 1e-15);
//! ```

use detente_model::{Case, ForecastId, Share};

/// How many calibration bins there are.
const BINS: usize = 10;

/// Everything about the forecasts of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// Forecasts with an outcome, in file order.
    pub scored: Vec<ScoredForecast>,
    /// Forecasts that are due on the day of the case or before and have no outcome yet.
    pub overdue: Vec<ForecastId>,
    /// Forecasts that are still running.
    pub open: Vec<ForecastId>,
    /// The scores; `None` when nothing is scored.
    pub scores: Option<Scores>,
    /// The scores of whoever says the base rate.
    pub base_rate: Option<Scores>,
    /// 1 − Brier / Brier of the base rate: above 0, better than the base rate. `None` when the base rate is perfect.
    pub skill: Option<f64>,
    /// The bins that hold at least one forecast.
    pub calibration: Vec<CalibrationBin>,
    /// Murphy's reliability: 0 when forecasts come about as often as they say.
    pub reliability: f64,
    /// Murphy's resolution: how far the bins differ from the overall share.
    pub resolution: f64,
    /// Murphy's uncertainty: the variance of the outcomes.
    pub uncertainty: f64,
    /// What the spread of forecasts inside the bins adds: Brier − reliability + resolution − uncertainty.
    pub within_bins: f64,
}

/// One forecast that came due.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredForecast {
    /// Which.
    pub forecast: ForecastId,
    /// What it said.
    pub probability: f64,
    /// Whether it came about.
    pub outcome: bool,
    /// Its own Brier score.
    pub brier: f64,
    /// Its own logarithmic score.
    pub logarithmic: f64,
}

/// Mean scores of several forecasts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scores {
    /// How many.
    pub count: usize,
    /// Mean Brier score.
    pub brier: f64,
    /// Mean logarithmic score, natural logarithm.
    pub logarithmic: f64,
}

/// Forecasts of about the same probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CalibrationBin {
    /// Lower end of the bin; the upper is 0.1 above.
    pub from: f64,
    /// How many forecasts lie in it.
    pub count: usize,
    /// What they said on average.
    pub forecast: f64,
    /// The share that came about.
    pub observed: Share,
}

/// Mean scores of forecasts given as (probability, outcome); NaN for none.
pub fn scores(forecasts: &[(f64, bool)]) -> Scores {
    let n = forecasts.len() as f64;
    let mean = |f: fn(f64, bool) -> f64| forecasts.iter().map(|(p, o)| f(*p, *o)).sum::<f64>() / n;
    Scores { count: forecasts.len(), brier: mean(brier), logarithmic: mean(logarithmic) }
}

fn brier(p: f64, outcome: bool) -> f64 {
    (p - f64::from(u8::from(outcome))).powi(2)
}

fn logarithmic(p: f64, outcome: bool) -> f64 {
    // Adding 0 turns the −0 of a perfect forecast into 0.
    -(if outcome { p } else { 1.0 - p }).ln() + 0.0
}

impl Ledger {
    /// The ledger of a case as of its own day.
    pub fn new(case: &Case) -> Self {
        let central = |id| case.numbers[id].value.central().clamp(0.0, 1.0);
        let (mut scored, mut overdue, mut open, mut stated_rates) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (i, forecast) in case.forecasts.iter().enumerate() {
            match forecast.outcome {
                Some(outcome) => {
                    let probability = central(forecast.probability);
                    stated_rates.push(forecast.base_rate.map(central));
                    scored.push(ScoredForecast {
                        forecast: ForecastId(i),
                        probability,
                        outcome,
                        brier: brier(probability, outcome),
                        logarithmic: logarithmic(probability, outcome),
                    });
                }
                None if forecast.due <= case.as_of => overdue.push(ForecastId(i)),
                None => open.push(ForecastId(i)),
            }
        }
        let pairs: Vec<(f64, bool)> = scored.iter().map(|s| (s.probability, s.outcome)).collect();
        let n = pairs.len().max(1) as f64;
        let rate = pairs.iter().filter(|(_, o)| *o).count() as f64 / n;
        let by_rate: Vec<(f64, bool)> =
            pairs.iter().zip(&stated_rates).map(|((_, o), stated)| (stated.unwrap_or(rate), *o)).collect();
        let some = |pairs: &[(f64, bool)]| (!pairs.is_empty()).then(|| scores(pairs));
        let (own, base_rate) = (some(&pairs), some(&by_rate));
        let skill = own.zip(base_rate).filter(|(_, b)| b.brier > 0.0).map(|(a, b)| 1.0 - a.brier / b.brier);
        let calibration = calibration(&pairs);
        let weighted = |f: &dyn Fn(&CalibrationBin) -> f64| {
            calibration.iter().map(|bin| bin.count as f64 * f(bin)).sum::<f64>() / n
        };
        let reliability = weighted(&|bin| (bin.forecast - bin.observed.value()).powi(2));
        let resolution = weighted(&|bin| (bin.observed.value() - rate).powi(2));
        let uncertainty = rate * (1.0 - rate);
        let within_bins = own.map_or(0.0, |s| s.brier - reliability + resolution - uncertainty);
        Self {
            scored,
            overdue,
            open,
            scores: own,
            base_rate,
            skill,
            calibration,
            reliability,
            resolution,
            uncertainty,
            within_bins,
        }
    }
}

fn calibration(pairs: &[(f64, bool)]) -> Vec<CalibrationBin> {
    let bin_of = |p: f64| ((p * BINS as f64) as usize).min(BINS - 1);
    (0..BINS)
        .filter_map(|bin| {
            let inside: Vec<&(f64, bool)> = pairs.iter().filter(|(p, _)| bin_of(*p) == bin).collect();
            let count = inside.len();
            let came = inside.iter().filter(|(_, o)| *o).count();
            let forecast = inside.iter().map(|(p, _)| p).sum::<f64>() / count as f64;
            let observed = Share::of(came as u64, count as u64);
            (count > 0).then_some(CalibrationBin {
                from: bin as f64 / BINS as f64,
                count,
                forecast,
                observed,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{self, february};
    use detente_model::{Forecast, Number};
    use proptest::prelude::*;

    fn with(forecasts: &[(f64, Option<bool>, Option<f64>)]) -> Case {
        let mut case = fixture::case(&[]);
        for (i, (p, outcome, rate)) in forecasts.iter().enumerate() {
            let probability = case.numbers.add(Number::new("", *p));
            let base_rate = rate.map(|r| case.numbers.add(Number::new("", r)));
            case.forecasts.push(Forecast {
                id: format!("f{i}"),
                text: String::new(),
                made: february(1),
                due: if outcome.is_some() { february(9) } else { february(20 + i as i8) },
                probability,
                by: None,
                on: None,
                base_rate,
                outcome: *outcome,
                resolved: None,
                place: None,
            });
        }
        case
    }

    #[test]
    fn scores_against_a_stated_base_rate() {
        let ledger = Ledger::new(&with(&[
            (0.9, Some(true), Some(0.5)),
            (0.2, Some(false), Some(0.5)),
            (0.6, Some(false), Some(0.5)),
        ]));
        let brier = (0.01 + 0.04 + 0.36) / 3.0;
        assert!((ledger.scores.unwrap().brier - brier).abs() < 1e-15);
        assert!((ledger.base_rate.unwrap().brier - 0.25).abs() < 1e-15);
        assert!((ledger.skill.unwrap() - (1.0 - brier / 0.25)).abs() < 1e-15);
        assert_eq!(ledger.calibration.len(), 3);
        assert_eq!(ledger.calibration[2].observed.value(), 1.0);
    }

    #[test]
    fn a_certainty_that_failed_is_infinitely_bad_and_due_forecasts_are_named() {
        let mut case = with(&[(1.0, Some(false), None), (0.5, None, None), (0.5, None, None)]);
        case.as_of = february(21);
        let ledger = Ledger::new(&case);
        assert_eq!(ledger.scores.unwrap().logarithmic, f64::INFINITY);
        assert_eq!((ledger.overdue, ledger.open), (vec![ForecastId(1)], vec![ForecastId(2)]));
        assert_eq!(Ledger::new(&with(&[])).scores, None);
    }

    proptest! {
        /// With every forecast at the middle of its bin nothing is left over: Murphy's identity.
        #[test]
        fn the_brier_score_splits_as_murphy_says(
            forecasts in proptest::collection::vec((0..10u32, any::<bool>()), 1..30),
        ) {
            let ledger = Ledger::new(&with(&forecasts.iter()
                .map(|(bin, o)| ((f64::from(*bin) + 0.5) / 10.0, Some(*o), None)).collect::<Vec<_>>()));
            prop_assert!(ledger.within_bins.abs() < 1e-12);
            let own: usize = ledger.calibration.iter().map(|b| b.count).sum();
            prop_assert_eq!(own, forecasts.len());
        }
    }
}
