//! AC-prev and AC-gap: near enough to what one has offered last.

use super::AcceptanceRule;
use crate::{Remembered, View};

/// Accepts an offer x if a·u(x) + b is at least what its own last bid was worth; nothing before it has bid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Previous {
    /// a.
    pub factor: f64,
    /// b.
    pub plus: f64,
}

impl AcceptanceRule for Previous {
    fn accepts(&mut self, view: &View<'_>, offer: &Remembered, _: Option<f64>) -> bool {
        view.sent.last().is_some_and(|last| self.factor * offer.worth + self.plus >= last.worth)
    }

    fn asks_for_the_plan(&self) -> bool {
        false
    }
}

/// Accepts what is worth less than its own last bid by no more than so much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap(pub f64);

impl AcceptanceRule for Gap {
    fn accepts(&mut self, view: &View<'_>, offer: &Remembered, planned: Option<f64>) -> bool {
        Previous { factor: 1.0, plus: self.0 }.accepts(view, offer, planned)
    }

    fn asks_for_the_plan(&self) -> bool {
        false
    }
}
