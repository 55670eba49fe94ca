//! AC-next: not worse than what one would offer oneself.

use super::AcceptanceRule;
use crate::{Remembered, View};

/// Accepts an offer x if a·u(x) + b is at least what its own next bid is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Next {
    /// a.
    pub factor: f64,
    /// b.
    pub plus: f64,
}

impl Default for Next {
    fn default() -> Self {
        Self { factor: 1.0, plus: 0.0 }
    }
}

impl AcceptanceRule for Next {
    fn accepts(&mut self, _: &View<'_>, offer: &Remembered, planned: Option<f64>) -> bool {
        planned.is_some_and(|planned| self.factor * offer.worth + self.plus >= planned)
    }
}
