//! Every model by its name, so that all can be laid side by side.

use std::fmt;
use std::str::FromStr;

use crate::challenge::Reading;
use crate::error::CollectiveError;
use crate::spatial::{Course, Spatial};
use crate::trades::trades;
use crate::{Body, models};

/// A model of what a body decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Model {
    /// [`models::mean`].
    Mean,
    /// [`models::median`].
    Median,
    /// [`models::compromise`].
    Compromise,
    /// [`models::weighted_median`].
    WeightedMedian,
    /// [`models::nash`].
    Nash,
    /// [`models::egalitarian`].
    Egalitarian,
    /// [`Spatial`] with third parties that join the side they like better.
    Spatial,
    /// [`Spatial::ktab`].
    Ktab,
    /// [`crate::challenge`], in one of its readings.
    Challenge(Reading),
    /// [`crate::trades`].
    Trades,
}

impl Model {
    /// All of them, the simplest first.
    pub const ALL: [Self; 13] = [
        Self::Mean,
        Self::Median,
        Self::Compromise,
        Self::WeightedMedian,
        Self::Nash,
        Self::Egalitarian,
        Self::Spatial,
        Self::Ktab,
        Self::Challenge(Reading::QuietBold),
        Self::Challenge(Reading::QuietNeutral),
        Self::Challenge(Reading::RestlessBold),
        Self::Challenge(Reading::RestlessNeutral),
        Self::Trades,
    ];

    /// The word by which it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Median => "median",
            Self::Compromise => "compromise",
            Self::WeightedMedian => "weighted-median",
            Self::Nash => "nash",
            Self::Egalitarian => "egalitarian",
            Self::Spatial => "spatial",
            Self::Ktab => "ktab",
            Self::Challenge(reading) => reading.name(),
            Self::Trades => "trades",
        }
    }

    /// What it says is decided: a share of the scale for each issue. Of bargaining turn by turn it is the compromise of where everybody stands in the end.
    ///
    /// ```
    /// use detente_collective::{Body, Model};
    ///
    /// let mut body = Body::over(1);
    /// body.actor("for", 2.0, [(1.0, 0.5)]).actor("against", 1.0, [(0.0, 0.5)]);
    /// assert_eq!(Model::Compromise.outcome(&body.build()?)?, [2.0 / 3.0]);
    /// # Ok::<(), detente_collective::CollectiveError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the model is not defined for the body.
    pub fn outcome(self, body: &Body) -> Result<Vec<f64>, CollectiveError> {
        let by = |formula: fn(&Body, usize) -> f64| Ok(each(body, formula));
        match self {
            Self::Mean => by(models::mean),
            Self::Median => by(models::median),
            Self::Compromise => by(models::compromise),
            Self::WeightedMedian => by(models::weighted_median),
            Self::Nash => by(models::nash),
            Self::Egalitarian => by(models::egalitarian),
            Self::Spatial => Spatial::default().hold(body)?.outcome(body),
            Self::Ktab => Spatial::ktab().hold(body)?.outcome(body),
            Self::Challenge(reading) => Ok(vec![reading.challenge().outcome(body)?]),
            Self::Trades => Ok(each(&body.standing_at(&trades(body).1)?, models::compromise)),
        }
    }
}

fn each(body: &Body, formula: fn(&Body, usize) -> f64) -> Vec<f64> {
    (0..body.issues()).map(|issue| formula(body, issue)).collect()
}

impl Course {
    /// What it comes to: the compromise of where everybody stands in the end, a share of the scale for each issue.
    ///
    /// # Errors
    ///
    /// Where the course is of another body.
    pub fn outcome(&self, body: &Body) -> Result<Vec<f64>, CollectiveError> {
        let last = self.turns.last().map_or(body.positions(), |turn| &turn.positions);
        Ok(each(&body.standing_at(last)?, models::compromise))
    }
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Model {
    type Err = CollectiveError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|model| model.name() == word).ok_or_else(|| {
            CollectiveError::UnknownModel {
                word: word.to_owned(),
                known: Self::ALL.map(Self::name).join(", "),
            }
        })
    }
}
