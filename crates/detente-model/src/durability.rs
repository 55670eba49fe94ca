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
    /// By what it multiplies the hazard.
    pub hazard_ratio: NumberId,
    /// What it rests on.
    pub cite: Vec<Citation>,
    /// Where it is stated.
    pub place: Option<Place>,
}
