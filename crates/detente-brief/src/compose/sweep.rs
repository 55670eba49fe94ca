//! What becomes of a case as one or two of its values go through a range: every case in the same draws.

use std::sync::Arc;

use detente_deals::Share;
use detente_model::Case;

use crate::sitting::{Sitting, SittingError};
use crate::words;

/// A case through a range of values.
#[derive(Debug, Clone)]
pub struct Sweep {
    /// The case as it stands.
    pub case: Arc<Case>,
    /// How many worlds were drawn of each case.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// The paths that go through values: one or two.
    pub paths: Vec<String>,
    /// Every combination of values, the last path fastest.
    pub points: Vec<SweepPoint>,
}

/// A case to look at in a sweep.
#[derive(Debug, Clone)]
pub struct SweepCase {
    /// The value of each path, as TOML on one line.
    pub values: Vec<String>,
    /// The case with these values, or why there is no such case.
    pub case: Result<Arc<Case>, String>,
}

/// One combination of values.
#[derive(Debug, Clone)]
pub struct SweepPoint {
    /// The value of each path, as TOML on one line.
    pub values: Vec<String>,
    /// What becomes of the case, or why there is no such case.
    pub found: Result<Swept, String>,
}

/// What becomes of a case at one point.
#[derive(Debug, Clone, PartialEq)]
pub struct Swept {
    /// In which share of the worlds drawn a deal exists.
    pub zone: Share,
    /// The margin in the central world; `None` where red lines leave no package.
    pub margin: Option<f64>,
    /// The package most often acceptable to all, with the share of the worlds in which it is.
    pub leading: Option<(String, Share)>,
    /// The package that does best on all tests, with the mean chance, 0 to 1, that it passes all; `None` without tests, and where none ever
    /// passes.
    pub best: Option<(String, f64)>,
}

impl Sweep {
    /// Sits down with every case in turn.
    ///
    /// # Errors
    /// [`SittingError::NothingOnTheTable`] for a case without issues, and if it is cancelled.
    pub(crate) fn of(
        base: &Sitting,
        paths: Vec<String>,
        cases: Vec<SweepCase>,
    ) -> Result<Self, SittingError> {
        if base.case().issues.is_empty() {
            return Err(SittingError::NothingOnTheTable);
        }
        for path in &paths {
            must_count(base.case(), path)?;
        }
        let mut points = Vec::with_capacity(cases.len());
        for SweepCase { values, case } in cases {
            let found = match case.map(|case| swept(&base.beside(case))) {
                Ok(Ok(swept)) => Ok(swept),
                Ok(Err(SittingError::Cancelled(cancelled))) => return Err(cancelled.into()),
                Ok(Err(refused)) => Err(refused.to_string()),
                Err(why) => Err(why),
            };
            points.push(SweepPoint { values, found });
        }
        let (draws, seed) = (base.draws()?, base.options().seed);
        Ok(Self { case: Arc::clone(base.case()), draws, seed, paths, points })
    }
}

/// Refuses a path at which no value counts in any world: a sweep over it would say that nothing hangs on it.
///
/// # Errors
/// [`SittingError::Overruled`].
pub fn must_count(case: &Case, path: &str) -> Result<(), SittingError> {
    let overruled = case.numbers.at_path(path).and_then(|id| case.overruled(id));
    match overruled.filter(|(_, always)| *always) {
        Some((by, _)) => {
            let question = case.propositions[by.index()].id.clone();
            Err(SittingError::Overruled { path: path.to_owned(), question })
        }
        None => Ok(()),
    }
}

fn swept(sitting: &Sitting) -> Result<Swept, SittingError> {
    let deals = sitting.deals()?;
    let case = &deals.case;
    let standings = sitting.standings()?;
    let best = standings.as_ref().and_then(|standings| {
        let tested = &standings.tested[standings.best?];
        Some((words::package(case, &tested.package), tested.results.all_three))
    });
    Ok(Swept {
        zone: deals.findings.acceptability.zone,
        margin: deals.findings.central.margin.as_ref().map(|margin| margin.value.to_f64()),
        leading: deals.packages.first().map(|leading| (leading.label.clone(), leading.all)),
        best,
    })
}
