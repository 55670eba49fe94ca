//! `settle`: how well the chances of packages do on settlements that people reached.

use detente_deals::DealsError;
use detente_deals::settlement::{
    BASE_LINES, BINS, CONVENTIONS, Choice, Convention, DivisionsError, FEATURES, FITTED, Fit, Forecast,
    HeldOut, Layout, POOLED, Prior, Score, Settled, divisions, fit, fits, held_out, points_off_their_mean,
    settled,
};
use serde::Serialize;

use super::ByName;

/// Why a table could not be scored.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SettleError {
    /// It could not be read.
    #[error("`{file}`: {why}")]
    Table {
        /// The file.
        file: String,
        /// What is wrong with it.
        why: DivisionsError,
    },
    /// A division makes no deal space.
    #[error(transparent)]
    Deals(#[from] DealsError),
}

/// How a fit is tested on settlements that it was not made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Folds {
    /// Into how many folds each table is dealt.
    pub folds: usize,
    /// From which seed.
    pub seed: u64,
}

/// What `detente settle FILE… --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SettleAnswer {
    /// The day on which the coefficients that are reckoned with were fitted.
    pub fitted: String,
    /// These coefficients.
    pub conventions: Vec<ConventionFound>,
    /// The tables, scored.
    pub tables: Vec<TableScored>,
    /// Coefficients fitted on these very tables. Only with `--fit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub fit: Option<FittedAnew>,
}

/// Coefficients with where they come from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ConventionFound {
    /// Its name.
    pub id: String,
    /// What people bargained over.
    pub over: String,
    /// Who collected it.
    pub source: String,
    /// How many settlements it was fitted on.
    pub settlements: u64,
    /// The coefficient of each measure.
    pub coefficients: ByName<CoefficientFound>,
}

/// A coefficient.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CoefficientFound {
    /// By how much the logarithm of the chance rises with a measure that rises by 1.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

/// A table of divisions, scored.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TableScored {
    /// The file.
    pub file: String,
    /// How it is laid out: `camp` or `items`.
    pub layout: String,
    /// How many negotiations it holds.
    pub negotiations: u64,
    /// How many of them ended in a settlement. Only these are scored.
    pub settlements: u64,
    /// How many settled on what somebody would rather not have signed.
    pub beyond_the_zone: u64,
    /// By how many points a side's result is off the mean of all, on average.
    pub points_off_their_mean: f64,
    /// Each way to forecast. `camp`, `items` and `pooled` are the coefficients that are reckoned with; base lines have their noise from this
    /// very table; `held_out_own`, `held_out_pooled` and `by_other_tables` are there with `--fit`.
    pub scores: Vec<WayScored>,
}

/// How one way to forecast did.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WayScored {
    /// Its name.
    pub way: String,
    /// Minus the natural logarithm of the chance given to the package settled on, on average. Less is better.
    pub nats: f64,
    /// In which share of the settlements the likeliest package was the one, ties shared out.
    pub first: f64,
    /// In which share it should have been, by the forecasts.
    pub first_expected: f64,
    /// By how many points a side's expected result is off, on average.
    pub points_off: f64,
    /// Chances beside what happened, by how large they were.
    pub calibration: Vec<BinScored>,
    /// The nats of each settlement, in the order of the table.
    pub each: Vec<f64>,
}

/// Packages with chances of about one size.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BinScored {
    /// Chances are above the end of the bin before and at most this.
    pub at_most: f64,
    /// How many packages, over all settlements.
    pub packages: u64,
    /// How many of them were settled on.
    pub happened: u64,
    /// How many should have been.
    pub expected: f64,
    /// The standard deviation of that.
    pub deviation: f64,
}

/// Coefficients fitted on the tables given.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FittedAnew {
    /// Into how many folds each table was dealt for the scores that are held out.
    pub folds: u64,
    /// From which seed.
    pub seed: u64,
    /// To all tables as one, and then to each.
    pub fits: Vec<FitFound>,
}

/// A fit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FitFound {
    /// To what: `pooled`, or the file.
    pub to: String,
    /// How many settlements.
    pub settlements: u64,
    /// The coefficient of each measure.
    pub coefficients: ByName<CoefficientFound>,
    /// The lower triangle of the covariance, row by row, in the order of the coefficients.
    pub covariance: Vec<f64>,
}

/// A table that was read.
struct Table<'a> {
    file: &'a str,
    layout: Layout,
    negotiations: usize,
    settled: Vec<Settled>,
}

impl SettleAnswer {
    /// Scores tables, given by name and text; with `folds`, fits coefficients anew and tests them.
    ///
    /// # Errors
    /// [`SettleError`].
    pub fn of(files: &[(String, String)], folds: Option<Folds>) -> Result<Self, SettleError> {
        let tables: Vec<Table<'_>> = files
            .iter()
            .map(|(file, text)| {
                let (layout, divisions) =
                    divisions(text).map_err(|why| SettleError::Table { file: file.clone(), why })?;
                Ok(Table { file, layout, negotiations: divisions.len(), settled: settled(&divisions)? })
            })
            .collect::<Result<_, SettleError>>()?;
        let sets: Vec<Vec<&Choice>> =
            tables.iter().map(|table| table.settled.iter().map(|one| &one.choice).collect()).collect();
        let held = folds.map(|Folds { folds, seed }| held_out(&sets, folds, seed));
        let scored =
            tables.iter().enumerate().map(|(place, table)| scored(table, place, &sets, held.as_ref()));
        Ok(Self {
            fitted: FITTED.to_owned(),
            conventions: CONVENTIONS.iter().copied().chain([&POOLED]).map(ConventionFound::of).collect(),
            tables: scored.collect(),
            fit: folds.map(|folds| fitted_anew(&tables, &sets, folds)),
        })
    }
}

impl ConventionFound {
    /// A convention.
    pub fn of(convention: &Convention) -> Self {
        Self {
            id: convention.id.to_owned(),
            over: convention.over.to_owned(),
            source: convention.source.to_owned(),
            settlements: convention.settlements,
            coefficients: named(&convention.coefficients, &convention.errors()),
        }
    }
}

fn named(values: &[f64], errors: &[f64]) -> ByName<CoefficientFound> {
    let each =
        values.iter().zip(errors).map(|(value, error)| CoefficientFound { value: *value, error: *error });
    FEATURES.iter().map(|feature| feature.name.to_owned()).zip(each).collect()
}

fn scored(table: &Table<'_>, place: usize, sets: &[Vec<&Choice>], held: Option<&HeldOut>) -> TableScored {
    let settled = &table.settled;
    let way = |name: &str, forecasts: Vec<Forecast>| WayScored::of(name, &Score::of(settled, &forecasts));
    let by = |coefficients: &dyn Fn(usize) -> [f64; FEATURES.len()]| -> Vec<Forecast> {
        let each = settled.iter().enumerate();
        each.map(|(i, one)| Forecast::by(&one.choice, &coefficients(i))).collect()
    };
    let mut scores: Vec<WayScored> = (CONVENTIONS.iter().copied().chain([&POOLED]))
        .map(|convention| way(convention.id, by(&|_| convention.coefficients)))
        .collect();
    scores.extend(BASE_LINES.iter().map(|(name, line)| way(name, line.forecasts(settled))));
    if let Some(held) = held {
        scores.push(way("held_out_own", by(&|i| held.own[place][i])));
        scores.push(way("held_out_pooled", by(&|i| held.pooled[place][i])));
        let others: Vec<&Choice> =
            sets.iter().enumerate().filter(|(i, _)| *i != place).flat_map(|(_, set)| set).copied().collect();
        if !others.is_empty() {
            let elsewhere = fit(&others, &Prior::of_nothing());
            scores.push(way("by_other_tables", by(&|_| elsewhere.coefficients)));
        }
    }
    TableScored {
        file: table.file.to_owned(),
        layout: match table.layout {
            Layout::Camp => "camp",
            Layout::Items => "items",
        }
        .to_owned(),
        negotiations: table.negotiations as u64,
        settlements: settled.len() as u64,
        beyond_the_zone: settled.iter().filter(|one| one.choice.settled.is_none()).count() as u64,
        points_off_their_mean: points_off_their_mean(settled),
        scores,
    }
}

impl WayScored {
    fn of(way: &str, score: &Score) -> Self {
        let bins = score.bins.iter().zip(BINS).map(|(bin, at_most)| BinScored {
            at_most,
            packages: bin.packages,
            happened: bin.happened,
            expected: bin.expected,
            deviation: bin.deviation,
        });
        Self {
            way: way.to_owned(),
            nats: score.mean(),
            first: score.first,
            first_expected: score.first_expected,
            points_off: score.points_off,
            calibration: bins.collect(),
            each: score.nats.clone(),
        }
    }
}

fn fitted_anew(tables: &[Table<'_>], sets: &[Vec<&Choice>], Folds { folds, seed }: Folds) -> FittedAnew {
    let fits = fits(sets);
    let found = |to: &str, settlements: usize, fit: &Fit| {
        let errors: Vec<f64> = (0..FEATURES.len()).map(|a| fit.covariance[a][a].max(0.0).sqrt()).collect();
        FitFound {
            to: to.to_owned(),
            settlements: settlements as u64,
            coefficients: named(&fit.coefficients, &errors),
            covariance: (0..FEATURES.len()).flat_map(|a| fit.covariance[a][..=a].to_vec()).collect(),
        }
    };
    let all = sets.iter().map(Vec::len).sum();
    let each = tables.iter().zip(&fits.own).map(|(table, own)| found(table.file, table.settled.len(), own));
    FittedAnew {
        folds: folds as u64,
        seed,
        fits: std::iter::once(found("pooled", all, &fits.pooled)).chain(each).collect(),
    }
}
