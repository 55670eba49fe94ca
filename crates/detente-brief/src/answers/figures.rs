//! Figures with the doubt about them.

use detente_model::{Band, Share};
use indexmap::IndexMap;
use serde::Serialize;

/// One entry for each thing of a kind, by its id or name, in the order of the case.
pub type ByName<T> = IndexMap<String, T>;

/// The lower and the upper end.
pub type Interval = [f64; 2];

/// A share of the worlds drawn.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Probability {
    /// The share, 0 to 1.
    pub value: f64,
    /// Its 95 % interval (Wilson 1927): how far another set of as many draws may be from it. `[0, 1]` when nothing was drawn.
    pub interval: Interval,
}

impl From<Share> for Probability {
    fn from(share: Share) -> Self {
        Self { value: share.value(), interval: share.interval() }
    }
}

/// A figure that differs from world to world.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Spread {
    /// In half of the worlds it is less.
    pub median: f64,
    /// Nine tenths of the worlds lie between: in 5 % it is less, in 5 % more.
    pub interval: Interval,
}

impl From<Band> for Spread {
    fn from(band: Band) -> Self {
        Self { median: band.median, interval: [band.low, band.high] }
    }
}

/// A figure that differs from world to world, and that some worlds may not have.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SpreadKnown {
    /// In half of the worlds that have it, it is less.
    pub median: f64,
    /// Nine tenths of the worlds that have it lie between.
    pub interval: Interval,
    /// In how many worlds there is such a figure.
    pub known_in: u64,
}

impl From<Band> for SpreadKnown {
    fn from(band: Band) -> Self {
        Self { median: band.median, interval: [band.low, band.high], known_in: band.known_in }
    }
}
