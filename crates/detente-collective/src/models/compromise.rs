//! The compromise (Van den Bos 1991): the mean of all positions, weighed by capability times salience. Close to the Nash solution where all care little (Achen 2006).

use super::mean;
use crate::Body;

/// The weighed mean position on an issue, as a share of its scale; the plain mean where the issue matters to nobody.
pub fn compromise(body: &Body, issue: usize) -> f64 {
    let (sum, weight) = body
        .weighed(issue)
        .fold((0.0, 0.0), |(sum, all), (position, weight)| (sum + weight * position, all + weight));
    if weight > 0.0 { sum / weight } else { mean(body, issue) }
}
