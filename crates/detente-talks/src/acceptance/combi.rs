//! AC-combi: not worse than one's own next bid, and towards the end not worse than what can still be hoped for.

use super::{AcceptanceRule, Next};
use crate::{Remembered, View};

/// With what an offer is compared towards the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Than {
    /// The best offer received in a window as long as the time that is left.
    BestInWindow,
    /// The mean of the offers received in that window.
    MeanInWindow,
    /// The best offer ever received.
    BestEver,
}

/// Accepts what [`Next`] accepts; once so much of the time is gone, also what is worth at least as much as can be expected of the time left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Combi {
    /// From when on, as a share of the time.
    pub from: f64,
    /// With what an offer is compared then.
    pub than: Than,
}

impl Default for Combi {
    fn default() -> Self {
        Self { from: 0.98, than: Than::BestInWindow }
    }
}

impl AcceptanceRule for Combi {
    fn accepts(&mut self, view: &View<'_>, offer: &Remembered, planned: Option<f64>) -> bool {
        let next = Next::default().accepts(view, offer, planned);
        let t = view.at.t;
        if next || t < self.from {
            return next;
        }
        let begin = t - (1.0 - t);
        let counts = |heard: &&Remembered| self.than == Than::BestEver || heard.t >= begin;
        // The offer that is answered does not count among those it is compared with, unless it came up before.
        let before =
            view.received.iter().rev().skip_while(|heard| heard.t >= t && heard.offer == offer.offer);
        let worths = before.filter(counts).map(|heard| heard.worth);
        let (count, sum, best) = worths.fold((0_u32, 0.0, f64::NEG_INFINITY), |(count, sum, best), worth| {
            (count + 1, sum + worth, f64::max(best, worth))
        });
        match self.than {
            _ if count == 0 => true,
            Than::MeanInWindow => offer.worth >= sum / f64::from(count),
            Than::BestInWindow | Than::BestEver => offer.worth >= best,
        }
    }
}
