//! AC-const: worth at least so much.

use super::AcceptanceRule;
use crate::{Remembered, View};

/// Accepts what is worth at least so much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Constant(pub f64);

impl AcceptanceRule for Constant {
    fn accepts(&mut self, _: &View<'_>, offer: &Remembered, _: Option<f64>) -> bool {
        offer.worth >= self.0
    }

    fn asks_for_the_plan(&self) -> bool {
        false
    }
}
