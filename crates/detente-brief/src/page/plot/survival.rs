//! How likely a truce is to last beyond each day of a year, and the day by which half would be over.

use detente_durability::SurvivalAt;
use serde::Serialize;

use crate::page::Chance;

/// The curve of one package, or of several that last alike.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Survival {
    /// Day by day, ascending.
    pub points: Vec<Beyond>,
    /// The days that are marked, ascending.
    pub marked: Vec<f64>,
    /// The day by which half would be over.
    pub half: f64,
}

/// The probability of lasting beyond a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Beyond {
    /// Days since the truce was signed.
    pub day: f64,
    /// The middle of the worlds drawn, and nine tenths of them.
    pub chance: Chance,
}

impl From<&SurvivalAt> for Beyond {
    fn from(at: &SurvivalAt) -> Self {
        Self { day: at.days, chance: at.probability.into() }
    }
}
