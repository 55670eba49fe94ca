//! The hybrid of time and behaviour (Keskin, Çakan & Aydoğan 2021), as this program plays it.

use super::levels::rational_from;
use crate::strategies::hybrid::{TimeCurve, demand};
use crate::{Answer, Moment, Negotiator, Offer};

/// Offers what is nearest to a demand that falls with time and follows the other's moves. It chooses anew to answer and to offer, and remembers both.
#[derive(Debug, Clone)]
pub struct Hybrid {
    /// The curve of time; `None` for the one that goes with the number of packages.
    pub curve: Option<TimeCurve>,
    /// How much the other's moves count: this much at the beginning and twice as much at the end.
    pub empathy: f64,
    chosen: Option<f64>,
    received: Vec<f64>,
}

impl Hybrid {
    /// One that has said nothing.
    pub fn new(curve: Option<TimeCurve>, empathy: f64) -> Self {
        Self { curve, empathy, chosen: None, received: Vec::new() }
    }

    fn chooses(&mut self, at: &Moment<'_>) -> Option<Offer> {
        let wants = at.wants;
        let list = wants.bids.listed()?;
        let curve = self.curve.unwrap_or_else(|| TimeCurve::for_packages(wants.bids.count()));
        let by_time = curve.at(at.t).max(wants.no_deal);
        let target = demand(by_time, self.chosen, &self.received, self.empathy, at.t);
        let target = target.max(wants.no_deal);
        let from = rational_from(list, wants);
        let (worths, offers) = (&list.worths()[from..], &list.offers()[from..]);
        let above = worths.partition_point(|worth| *worth < target);
        let gap = worths.get(above).map_or(f64::INFINITY, |worth| worth - target);
        let at = match above.checked_sub(1) {
            Some(below) if target - worths[below] <= gap => below,
            _ => above,
        };
        let offer = offers.get(at).copied()?;
        self.chosen = Some(worths[at]);
        Some(offer)
    }
}

impl Negotiator for Hybrid {
    fn hears(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) {
        self.received.push(at.wants.worth(offer));
    }

    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        let planned = self.chooses(at).map(|planned| at.wants.worth(&planned));
        let accepts = planned.is_some_and(|planned| at.wants.worth(offer) >= planned);
        if accepts { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        self.chooses(at)
    }
}
