//! Nice tit for tat (Baarslag, Hindriks & Jonker 2013), as this program plays it.

use crate::bids::FrontPoint;
use crate::models::{EntropyFrequency, OpponentModel};
use crate::{Answer, Moment, Negotiator, Offer, Wants};

/// Answers concessions towards the Nash point with concessions towards it, and gives the other the best it can at that price.
#[derive(Debug, Clone, Default)]
pub struct NiceTitForTat {
    model: Option<EntropyFrequency>,
    first: Option<f64>,
    best: Option<(f64, Offer)>,
}

/// A party's range from its worst package to its best, and where no deal stands in it.
struct Range {
    least: f64,
    span: f64,
    no_deal: f64,
}

impl Range {
    fn of(wants: &Wants<'_>) -> Self {
        let least = wants.bids.least();
        let span = wants.bids.most() - least;
        Self { least, span, no_deal: (wants.no_deal - least) / span }
    }

    fn value(&self, worth: f64) -> f64 {
        (worth - self.least) / self.span
    }

    /// What a worth gives beyond no deal, as a share of what could be.
    fn gain(&self, worth: f64) -> f64 {
        let from = self.no_deal.max(0.0);
        (self.value(worth) - from) / (1.0 - from)
    }
}

/// A front of more packages than this leaves the program less time at the end.
const LARGE: u128 = 3_000;

impl NiceTitForTat {
    /// One that has said nothing.
    pub fn new() -> Self {
        Self::default()
    }

    fn model<'a>(model: &'a mut Option<EntropyFrequency>, wants: &Wants<'_>) -> &'a mut EntropyFrequency {
        model.get_or_insert_with(|| EntropyFrequency::new(wants.bids.worth().layout()))
    }

    /// What it would offer now.
    fn planned(&mut self, at: &Moment<'_>) -> Option<Offer> {
        let wants = at.wants;
        let range = Range::of(wants);
        let estimate = Self::model(&mut self.model, wants).estimate();
        let front: Vec<FrontPoint> = wants.bids.front(&estimate);
        // A point of the front with its own value counted from 0 to 1.
        let valued = front.iter().map(|point| FrontPoint { own: range.value(point.own), ..*point });
        let front: Vec<FrontPoint> = valued.filter(|point| point.own >= range.no_deal).collect();
        let nash = nash_share(&front, range.no_deal);
        let first = self.first.unwrap_or(1.0);
        let best = self.best.map_or(first, |(gain, _)| gain);
        let goal = (nash * (1.4 - 0.6 * (1.0 - first))).clamp(range.no_deal.max(0.5).min(1.0), 1.0);
        let moved = if goal - first <= 1e-9 { 0.0 } else { ((best - first) / (goal - first)).clamp(0.0, 1.0) };
        let target = 1.0 - (1.0 - goal) * moved;
        let late = if wants.bids.count() > LARGE { 0.85 } else { 0.91 };
        let bonus = if at.t > late { (20.0 * (at.t - late)).min(1.0).max(0.1) } else { 0.1 };
        let target = (target - bonus * (target - goal).max(0.0)).max(range.no_deal);
        let point = front.iter().take_while(|point| point.own >= target).last().or(front.first())?;
        let planned = range.gain(wants.worth(&point.offer));
        match self.best {
            Some((gain, offer)) if gain >= planned => Some(offer),
            _ => Some(point.offer),
        }
    }
}

/// The own value at the point of the front where the product of gains is largest.
fn nash_share(front: &[FrontPoint], no_deal: f64) -> f64 {
    let (Some(first), Some(last)) = (front.first(), front.last()) else { return 0.7 };
    let own_range = first.own - last.own;
    let other_range = last.other - first.other;
    if own_range <= 1e-12 || other_range <= 1e-12 {
        return first.own;
    }
    let own_from = last.own.max(no_deal);
    let other_from = first.other.max(0.0);
    let product = |point: &FrontPoint| (point.own - own_from) * (point.other - other_from);
    let best = front.iter().fold(first, |best, point| if product(point) > product(best) { point } else { best });
    best.own
}

impl Negotiator for NiceTitForTat {
    fn hears(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) {
        Self::model(&mut self.model, at.wants).hears(at.t, offer);
        let gain = Range::of(at.wants).gain(at.wants.worth(offer));
        self.first.get_or_insert(gain);
        if self.best.is_none_or(|(best, _)| gain > best) {
            self.best = Some((gain, *offer));
        }
    }

    fn answers(&mut self, at: &Moment<'_>, _: usize, offer: &Offer) -> Answer {
        let worth = at.wants.worth(offer);
        let accepts = if at.t >= 0.98 {
            worth >= at.wants.no_deal
        } else {
            let range = Range::of(at.wants);
            self.planned(at).is_some_and(|planned| range.gain(worth) >= range.gain(at.wants.worth(&planned)))
        };
        if accepts { Answer::Accept } else { Answer::Reject }
    }

    fn proposes(&mut self, at: &Moment<'_>) -> Option<Offer> {
        self.planned(at)
    }
}
