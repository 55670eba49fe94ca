//! Plots of a tournament: means side by side, shares of ways to bargain along something, and who answers whom best.

use serde::Serialize;

/// Means, one a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Means {
    /// What is measured.
    pub what: String,
    /// The rows, in order.
    pub rows: Vec<MeanMark>,
}

/// One mean.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeanMark {
    /// Of what.
    pub name: String,
    /// The mean.
    pub mean: f64,
    /// Its interval; the mean twice where there is none.
    pub interval: [f64; 2],
}

/// Shares of several things that add up to 1, along a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shares {
    /// What runs from left to right.
    pub along: String,
    /// Whether a step to the right multiplies instead of adding.
    pub multiplies: bool,
    /// The things.
    pub lines: Vec<ShareLine>,
}

/// The share of one thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShareLine {
    /// Its name.
    pub name: String,
    /// The number of its look.
    pub look: usize,
    /// Places from left to right, and the share at each.
    pub points: Vec<[f64; 2]>,
}

/// Who answers whom best.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Replies {
    /// The names, in order.
    pub names: Vec<String>,
    /// Best replies: to which, and which. None of anything to itself.
    pub arrows: Vec<(usize, usize)>,
    /// Which are best replies to themselves.
    pub rests: Vec<bool>,
}
