//! The mean of all positions, everybody counting alike.

use crate::Body;

/// The mean position on an issue, as a share of its scale.
pub fn mean(body: &Body, issue: usize) -> f64 {
    (0..body.len()).map(|actor| body.position(actor)[issue]).sum::<f64>() / body.len() as f64
}
