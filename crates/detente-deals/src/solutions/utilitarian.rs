//! The largest sum of values. It compares the parties' scales with one another, which nothing in a case justifies by
//! itself; it is reported because the field asks for it.

use super::{Solution, Surpluses};

impl Surpluses<'_> {
    /// Reservation values are the same for all points, so the largest sum of surpluses is the largest sum of values.
    pub(super) fn utilitarian(&self) -> Option<Solution> {
        self.best_by(|surpluses| surpluses.iter().map(|s| i128::from(*s)).sum::<i128>())
    }
}
