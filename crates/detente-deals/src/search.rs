//! How thoroughly a space is searched, and among which packages.

use crate::Units;

/// Which packages are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// All that can be put together, red lines or not.
    All,
    /// Those that all accept.
    Zone,
}

/// How thoroughly an answer is searched for.
///
/// ```
/// use detente_deals::{Search, Units};
///
/// assert_eq!(Search::default(), Search { tolerance: None, effort: None });
/// let near = Search { tolerance: Some(Units::from_f64(0.01)), ..Search::default() };
/// assert_eq!(near, Search::within(Units::from_f64(0.01)));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Search {
    /// How far a point may stay behind on each principal's scale; `None` for the exact frontier. It
    /// bears on frontiers alone.
    pub tolerance: Option<Units>,
    /// Steps of work after which the search is given up; `None` for what [`crate::limits`] sets aside for the question.
    pub effort: Option<u64>,
}

impl Search {
    /// A search to within a tolerance.
    pub fn within(tolerance: Units) -> Self {
        Self { tolerance: Some(tolerance), ..Self::default() }
    }
}
