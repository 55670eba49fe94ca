//! The median voter (Black 1948): with one vote each and positions on a line, no place beats that of the one in the middle.

use crate::Body;

/// The median position on an issue, as a share of its scale; halfway between the two in the middle where the number is even.
pub fn median(body: &Body, issue: usize) -> f64 {
    let mut positions: Vec<f64> = (0..body.len()).map(|actor| body.position(actor)[issue]).collect();
    positions.sort_by(f64::total_cmp);
    f64::midpoint(positions[(positions.len() - 1) / 2], positions[positions.len() / 2])
}
