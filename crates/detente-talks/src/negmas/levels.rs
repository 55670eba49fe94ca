//! The bid that these rules find at a level.

use crate::bids::Listed;
use crate::{Offer, Wants};

/// How far below a level a bid may lie and still be nearer to it.
const BELOW: f64 = 1e-6;

/// Where the packages that are worth at least no deal begin.
pub(super) fn rational_from(list: &Listed, wants: &Wants<'_>) -> usize {
    list.first_at_least(wants.no_deal)
}

/// The least of the packages from a place on that is worth at least so much; if one just below is nearer, that. The best if none is
/// worth so much, and nothing if there is none from that place on.
pub(super) fn worst_at(list: &Listed, from: usize, level: f64) -> Option<Offer> {
    let worths = &list.worths()[from..];
    let offers = &list.offers()[from..];
    let last = worths.len().checked_sub(1)?;
    let above = worths.partition_point(|worth| *worth < level).min(last);
    let gap = (worths[above] - level).abs();
    let below = above.checked_sub(1).map(|at| worths[at]);
    match below {
        Some(below) if below >= level - BELOW && level - below < gap => {
            offers.get(worths.partition_point(|worth| *worth < below)).copied()
        }
        _ => offers.get(above).copied(),
    }
}

/// The best package as this program puts it together: on every issue the last of the options that are worth most.
pub(super) fn best_by_issue(wants: &Wants<'_>) -> Offer {
    let worth = wants.bids.worth();
    let layout = worth.layout();
    layout.sizes().iter().enumerate().fold(Offer::default(), |offer, (issue, size)| {
        let better =
            |best, option| if worth.entry(issue, option) >= worth.entry(issue, best) { option } else { best };
        layout.with(&offer, issue, (0..*size).fold(0, better))
    })
}

/// Something between what a party would go down to and its best.
pub(super) fn clipped(wants: &Wants<'_>, level: f64) -> f64 {
    level.min(wants.bids.most()).max(wants.floor())
}

/// A worth as a share of the range from what a party would go down to, to its best; multiplied by the inverse of the range, as this program does, by
/// which the best itself may come out just below 1.
pub(super) fn share(wants: &Wants<'_>, worth: f64) -> f64 {
    (worth - wants.floor()) * (1.0 / (wants.bids.most() - wants.floor()))
}
