//! Nice tit for tat (Baarslag, Hindriks & Jonker 2013).
//!
//! It aims at the Nash point of what it wants and what the other seems to want. As far as the other's offers have come towards that point it comes towards it
//! too, and at that price gives the other the most it can.

use super::BiddingRule;
use crate::{FrontPoint, Offer, View, Wants, Worth};

/// A party's range from its worst package to its best, and where no deal stands in it.
#[derive(Debug, Clone, Copy)]
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

/// What a worth gives a party beyond no deal, as a share of the most it could gain.
pub(crate) fn gain(wants: &Wants<'_>, worth: f64) -> f64 {
    Range::of(wants).gain(worth)
}

/// What was received so far: the first gain, and the best gain with its offer.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Received {
    pub first: Option<f64>,
    pub best: Option<(f64, Offer)>,
}

impl Received {
    pub(crate) fn hears(&mut self, gain: f64, offer: &Offer) {
        self.first.get_or_insert(gain);
        if self.best.is_none_or(|(best, _)| gain > best) {
            self.best = Some((gain, *offer));
        }
    }
}

/// A space of more packages than this leaves less time at the end.
const LARGE: u128 = 3_000;

/// What is offered when so much of the time is gone.
pub(crate) fn planned(wants: &Wants<'_>, estimate: &Worth, received: &Received, t: f64) -> Offer {
    let range = Range::of(wants);
    let points = wants.bids.front(estimate).into_iter();
    // Points of the front with the own value counted from 0 to 1.
    let valued = points.map(|point| FrontPoint { own: range.value(point.own), ..point });
    let front: Vec<FrontPoint> = valued.filter(|point| point.own >= range.no_deal).collect();
    let nash = nash_share(&front, range.no_deal);
    let first = received.first.unwrap_or(1.0);
    let best = received.best.map_or(first, |(gain, _)| gain);
    let goal = (nash * (1.4 - 0.6 * (1.0 - first))).min(1.0).max(range.no_deal.clamp(0.5, 1.0));
    let moved = if goal - first <= 1e-9 { 0.0 } else { ((best - first) / (goal - first)).clamp(0.0, 1.0) };
    let target = 1.0 - (1.0 - goal) * moved;
    let late = if wants.bids.count() > LARGE { 0.85 } else { 0.91 };
    let bonus = if t > late { (20.0 * (t - late)).clamp(0.1, 1.0) } else { 0.1 };
    let target = (target - bonus * (target - goal).max(0.0)).max(range.no_deal);
    let point = front.iter().take_while(|point| point.own >= target).last().or(front.first());
    let Some(point) = point else { return wants.bids.best() };
    match received.best {
        Some((gain, offer)) if gain >= range.gain(wants.worth(&point.offer)) => offer,
        _ => point.offer,
    }
}

/// The own value at the point of the front where the product of gains is largest.
fn nash_share(front: &[FrontPoint], no_deal: f64) -> f64 {
    let (Some(first), Some(last)) = (front.first(), front.last()) else { return 0.7 };
    if first.own - last.own <= 1e-12 || last.other - first.other <= 1e-12 {
        return first.own;
    }
    let own_from = last.own.max(no_deal);
    let other_from = first.other.max(0.0);
    let product = |point: &FrontPoint| (point.own - own_from) * (point.other - other_from);
    front.iter().fold(first, |best, point| if product(point) >= product(best) { point } else { best }).own
}

/// Nice tit for tat, with the model of the other that its party has; without one it keeps to its best. It goes with
/// [`crate::acceptance::Combi`].
#[derive(Debug, Clone, Copy, Default)]
pub struct NiceTitForTat {
    received: Received,
    heard: usize,
}

impl NiceTitForTat {
    /// One that has said nothing.
    pub fn new() -> Self {
        Self::default()
    }
}

impl BiddingRule for NiceTitForTat {
    fn bid(&mut self, view: &View<'_>) -> Option<Offer> {
        let wants = view.at.wants;
        for heard in &view.received[self.heard..] {
            self.received.hears(gain(wants, heard.worth), &heard.offer);
        }
        self.heard = view.received.len();
        let Some(estimate) = view.estimate() else { return Some(wants.bids.best()) };
        Some(planned(wants, &estimate, &self.received, view.at.t))
    }
}
