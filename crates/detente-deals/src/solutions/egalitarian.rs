//! Kalai (1977): the largest smallest surplus; among those, the largest second smallest, and so on.

use super::{Solution, Surpluses};
use crate::pareto::leximin;

impl Surpluses<'_> {
    pub(super) fn egalitarian(&self) -> Option<Solution> {
        self.best_by(leximin)
    }
}
