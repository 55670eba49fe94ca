//! The trade-off between tests: two along the axes, the third as the size of a ring.

use serde::Serialize;

/// Packages by how well they pass the tests.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TradeOff {
    /// What runs to the right.
    pub along: String,
    /// What runs upwards.
    pub up: String,
    /// What the ring shows, where there is one.
    pub ring: Option<String>,
    /// The packages.
    pub marks: Vec<Mark>,
}

/// One package.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// Its name.
    pub name: String,
    /// Share along, 0 to 1.
    pub along: f64,
    /// Share up, 0 to 1.
    pub up: f64,
    /// Third share as a ring, 0 to 1.
    pub size: Option<f64>,
    /// Whether it is a change of a package and no leading package.
    pub changed: bool,
}
