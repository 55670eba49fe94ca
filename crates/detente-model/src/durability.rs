//! How long agreements have lasted here, and what makes them last.

use crate::{Citation, Combination, NumberId, Place};

/// What is known about the lasting of agreements in this conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct Durability {
    /// Median life in days of a truce here without any of the factors.
    pub median_days: NumberId,
    /// Weibull shape: 1 is a constant hazard, below 1 a falling one; `None` stands for 1.
    pub shape: Option<NumberId>,
    /// What raises or lowers the hazard.
    pub factors: Vec<Factor>,
    /// What the baseline rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// Something about an agreement that changes how long it lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Name as shown.
    pub name: String,
    /// The packages that have it.
    pub when: Combination,
    /// By what it multiplies the hazard. Where the file states a [`Factor::finding`] and no `hazard_ratio`, this is
    /// a number known to be 1; where it states both, the published ratio is multiplied by this one.
    pub hazard_ratio: NumberId,
    /// The published finding that it rests on, if the file refers to one.
    pub finding: Option<Finding>,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}

/// A reference to the catalogue of published findings that the durability engine carries.
///
/// ```toml
/// [[durability.factors]]
/// name = "peacekeepers"
/// when = { guarantee = "Security Council" }
/// finding = "fortna-2004-peacekeepers"      # instead of hazard_ratio, or beside it to adjust for this war
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The entry's id in the catalogue.
    pub id: String,
    /// Where in the finding's distribution a world falls. The reader of a case file adds this number itself, under
    /// the path `durability.factors.<name>.finding`: anywhere between 0 and 1. So the doubt about the finding is
    /// drawn like any other, and 0.5 in the central world is the finding's median.
    pub quantile: NumberId,
}
