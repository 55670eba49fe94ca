//! The weighted median: the place on either side of which lies at most half of capability times salience.

use super::median;
use crate::Body;

/// The weighted median position on an issue, as a share of its scale: the middle of the places that qualify, where more than one does; the plain median where the issue
/// matters to nobody.
pub fn weighted_median(body: &Body, issue: usize) -> f64 {
    middle_of(body.weighed(issue).collect()).unwrap_or_else(|| median(body, issue))
}

/// The weighted median of places with their weights; none where nothing weighs.
pub(crate) fn middle_of(mut weighed: Vec<(f64, f64)>) -> Option<f64> {
    weighed.retain(|(_, weight)| *weight > 0.0);
    weighed.sort_by(|one, other| one.0.total_cmp(&other.0));
    let last = weighed.last()?.0;
    let whole: f64 = weighed.iter().map(|(_, weight)| weight).sum();
    let mut below = 0.0;
    for (at, (position, weight)) in weighed.iter().enumerate() {
        below += weight;
        let twice = 2.0 * below;
        // Sums of weights are rounded; half is half to within that.
        if (twice - whole).abs() <= 1e-12 * whole {
            return Some(f64::midpoint(*position, weighed.get(at + 1).map_or(*position, |next| next.0)));
        }
        if twice > whole {
            return Some(*position);
        }
    }
    Some(last)
}
