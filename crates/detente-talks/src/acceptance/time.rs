//! AC-time: late enough.

use super::AcceptanceRule;
use crate::{Remembered, View};

/// Accepts anything that is not worse than no deal once so much of the time is gone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct After(pub f64);

impl AcceptanceRule for After {
    fn accepts(&mut self, view: &View<'_>, _: &Remembered, _: Option<f64>) -> bool {
        view.at.t >= self.0
    }

    fn asks_for_the_plan(&self) -> bool {
        false
    }
}
