//! The front of two criteria: what the party itself gets, and something that adds up over the issues, as an estimate of what others want does.

use super::listed::Listed;
use super::parts::Part;
use crate::{Offer, Worth, limits};

/// A package that no other betters by both criteria.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FrontPoint {
    /// What it is worth to the party.
    pub own: f64,
    /// What it is worth by the second criterion.
    pub other: f64,
    /// The package.
    pub offer: Offer,
}

/// From a list, exactly; the party's best first. Of packages alike in both, the one that is enumerated last.
pub(super) fn of_list(listed: &Listed, second: &Worth) -> Vec<FrontPoint> {
    let mut front: Vec<FrontPoint> = Vec::new();
    for (own, offer) in listed.worths().iter().zip(listed.offers()).rev() {
        let point = FrontPoint { own: *own, other: second.of(offer), offer: *offer };
        match front.last_mut() {
            Some(last) if point.other <= last.other => {}
            Some(last) if point.own == last.own => *last = point,
            _ => front.push(point),
        }
    }
    front
}

/// The best by the second criterion at a level, from a list.
pub(super) fn best_of_list(listed: &Listed, second: &Worth, level: f64) -> Option<Offer> {
    let from = listed.first_at_least(level);
    let mut best: Option<(f64, Offer)> = None;
    for offer in listed.offers()[from..].iter().rev() {
        let other = second.of(offer);
        if best.is_none_or(|(most, _)| other > most) {
            best = Some((other, *offer));
        }
    }
    best.map(|(_, offer)| offer)
}

/// From parts, one after the other. Points beyond [`limits::FRONT`] are thinned out evenly between parts, so that the front of a large space is a
/// selection of its packages: each is what it says, and there may be better ones between them.
pub(super) fn of_parts(worth: &Worth, parts: &[Part], second: &Worth) -> Vec<FrontPoint> {
    let layout = worth.layout();
    let mut front = vec![FrontPoint { own: 0.0, other: 0.0, offer: Offer::default() }];
    for part in parts {
        // What the second criterion gives an offer of this part beyond the offer of nothing but first options.
        let base = second.of(&Offer::default());
        let added: Vec<f64> = part.iter().map(|(_, bits)| second.of(bits) - base).collect();
        let mut grown: Vec<FrontPoint> = Vec::with_capacity(front.len() * part.len());
        for point in &front {
            grown.extend(part.iter().zip(&added).map(|((own, bits), other)| FrontPoint {
                own: point.own + own,
                other: point.other + other,
                offer: point.offer.joined(*bits),
            }));
        }
        front = thinned(undominated(grown));
    }
    debug_assert_eq!(layout.issues(), second.layout().issues());
    for point in &mut front {
        (point.own, point.other) = (worth.of(&point.offer), second.of(&point.offer));
    }
    undominated(front)
}

fn undominated(mut points: Vec<FrontPoint>) -> Vec<FrontPoint> {
    let order = |a: &FrontPoint, b: &FrontPoint| {
        b.own.total_cmp(&a.own).then_with(|| b.other.total_cmp(&a.other)).then_with(|| b.offer.cmp(&a.offer))
    };
    points.sort_by(order);
    let mut most = f64::NEG_INFINITY;
    points.retain(|point| {
        let better = point.other > most;
        most = most.max(point.other);
        better
    });
    points
}

fn thinned(points: Vec<FrontPoint>) -> Vec<FrontPoint> {
    let count = points.len();
    if count <= limits::FRONT {
        return points;
    }
    // Evenly over the front, with both its ends.
    (0..limits::FRONT).map(|k| points[k * (count - 1) / (limits::FRONT - 1)]).collect()
}
