//! Not worse than anything one has offered or is about to offer; what `MiCRO` accepts (de Jonge 2022).

use super::AcceptanceRule;
use crate::{Remembered, View};

/// Accepts what is worth at least the least it has offered or would offer now.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Lowest {
    seen: usize,
    least: Option<f64>,
}

impl AcceptanceRule for Lowest {
    fn accepts(&mut self, view: &View<'_>, offer: &Remembered, planned: Option<f64>) -> bool {
        let sent = view.sent[self.seen..].iter().map(|sent| sent.worth);
        self.least = sent.chain(self.least).reduce(f64::min);
        self.seen = view.sent.len();
        self.least.into_iter().chain(planned).reduce(f64::min).is_some_and(|own| offer.worth >= own)
    }
}
