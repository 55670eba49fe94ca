//! The Nash solution with exponents (Nash 1950; weights after Kalai 1977): the place at which the product of everybody's worth, each to the power of its capability times its
//! salience, is largest. The worth of a place to somebody is 1 − salience × distance, so that what an actor fears is measured against the failure of the whole.

use super::mean;
use crate::Body;

/// How near the place is found, as a share of the scale.
const NEAR: f64 = 1e-13;

/// The place on an issue, as a share of its scale; the mean where the issue matters to nobody.
///
/// The logarithm of the product is concave, so its slope falls all the way and is halved in upon: 44 steps, whatever the number of actors.
pub fn nash(body: &Body, issue: usize) -> f64 {
    let stands: Vec<(f64, f64, f64)> = (0..body.len())
        .map(|actor| (body.position(actor)[issue], body.salience(actor)[issue], body.capability()[actor]))
        .filter(|(_, salience, _)| *salience > 0.0)
        .collect();
    if stands.is_empty() {
        return mean(body, issue);
    }
    let slope = |place: f64| -> f64 {
        let one = |(position, salience, capability): &(f64, f64, f64)| {
            let pull = capability * salience * salience
                / (1.0 - salience * (place - position).abs()).max(f64::MIN_POSITIVE);
            if *position > place {
                pull
            } else if *position < place {
                -pull
            } else {
                0.0
            }
        };
        stands.iter().map(one).sum()
    };
    let mut low = stands.iter().map(|stand| stand.0).fold(f64::INFINITY, f64::min);
    let mut high = stands.iter().map(|stand| stand.0).fold(f64::NEG_INFINITY, f64::max);
    while high - low > NEAR {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        let slope = slope(middle);
        if slope > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
