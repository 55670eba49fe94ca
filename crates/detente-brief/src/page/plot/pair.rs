//! The deal space between two principals: what packages are worth to the one and to the other.

use serde::Serialize;

use crate::page::Face;

/// Packages by what they are worth to two principals, in the central world. Values are pairs: to the one, to the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// The principal whose values run to the right, and the one whose values run upwards.
    pub faces: [Face; 2],
    /// Whether these two are all who must sign.
    pub alone: bool,
    /// Feasible packages; empty when they are too many.
    pub dots: Vec<Dot>,
    /// Whether the packages are shown one by one.
    pub listed: bool,
    /// Packages that nothing betters for all who must sign, red lines aside; empty when they are not listed.
    pub frontier: Vec<[f64; 2]>,
    /// Those of them, over the packages that all accept.
    pub agreed_frontier: Vec<[f64; 2]>,
    /// Between the stops of continuous issues, the ends of the lines that the frontier runs along; `None` without such
    /// issues, or where they are not listed.
    pub lines: Option<Vec<[[f64; 2]; 2]>>,
    /// What no deal is worth to each.
    pub no_deal: [f64; 2],
    /// Points that carry a name.
    pub named: Vec<Named>,
    /// Whether some package is acceptable to all.
    pub open: bool,
    /// Where packages lie, coarsely; `None` when they are too many even for that.
    pub grid: Option<Grid>,
    /// Places at which packages can be picked; none but in an application.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub picks: Vec<Pick>,
}

/// A place at which packages can be picked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pick {
    /// What they are worth.
    pub at: [f64; 2],
    /// Their numbers.
    pub packages: Vec<usize>,
}

/// One package.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dot {
    /// What it is worth.
    pub at: [f64; 2],
    /// How it stands.
    pub kind: Kind,
}

/// How a package stands in the central world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It crosses a red line of somebody who must agree.
    Crossing,
    /// It crosses none, but somebody does not accept it.
    Refused,
    /// All accept it.
    Agreed,
}

/// A point with a name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named {
    /// What it is worth.
    pub at: [f64; 2],
    /// Letters of leading packages.
    pub letters: Vec<String>,
    /// What else the point is.
    pub roles: Vec<String>,
}

/// Which places of a coarse grid over the unit square hold a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// The places as column from the left and row from the bottom, each once, in order.
    pub taken: Vec<[usize; 2]>,
}

impl Grid {
    /// How many columns and rows the grid has: about what a terminal has room for.
    pub const STEPS: [usize; 2] = [56, 17];

    /// The place of values; what lies outside the unit square lies on its edge.
    pub fn place(values: [f64; 2]) -> [usize; 2] {
        let at = |i: usize| (values[i].clamp(0.0, 1.0) * (Self::STEPS[i] - 1) as f64).round() as usize;
        [at(0), at(1)]
    }
}
