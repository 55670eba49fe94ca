//! The egalitarian place: where the one who loses most loses least, losses being salience times distance.

use super::mean;
use crate::Body;

/// The place on an issue, as a share of its scale, at which the largest salience-weighed distance is smallest. With one actor to whom the issue matters, that one's own; with none,
/// the mean.
pub fn egalitarian(body: &Body, issue: usize) -> f64 {
    let stands: Vec<(f64, f64)> = (0..body.len())
        .map(|actor| (body.position(actor)[issue], body.salience(actor)[issue]))
        .filter(|(_, salience)| *salience > 0.0)
        .collect();
    let Some(first) = stands.first() else { return mean(body, issue) };
    // Of each two, the loss that neither can be spared; the largest is met where both of that pair bear it alike.
    let mut worst = (0.0, first.0);
    for (at, (one, cares)) in stands.iter().enumerate() {
        for (other, minds) in &stands[at + 1..] {
            let loss = cares * minds * (one - other).abs() / (cares + minds);
            if loss > worst.0 {
                worst = (loss, (cares * one + minds * other) / (cares + minds));
            }
        }
    }
    // Where nobody is apart from anybody, all stand on one place.
    worst.1
}
