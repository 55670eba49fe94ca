//! On one issue, where everybody likes a place better the nearer it is.

use super::Rule;
use crate::Body;

/// The core of an issue: the places against which no other can be carried, from the lowest to the highest, as shares of the scale. `None` where every place can be beaten, as under rules by
/// which less than half carries.
pub fn core(body: &Body, issue: usize, rule: &Rule) -> Option<(f64, f64)> {
    let (low, high) = pivots(body, issue, rule)?;
    (low <= high).then_some((low, high))
}

/// The places that would be carried against things as they are: everything strictly between both ends, as shares of the scale; an end may
/// lie beyond it, and then the whole scale up to its own end is carried. `None` where nothing would.
pub fn win_set(body: &Body, issue: usize, rule: &Rule, status_quo: f64) -> Option<(f64, f64)> {
    let (low, high) = pivots(body, issue, rule)?;
    // Up to the point that is as far from the pivot as things are now, those beyond the pivot gain.
    if low > status_quo {
        return Some((status_quo, 2.0 * low - status_quo));
    }
    (high < status_quo).then_some((2.0 * high - status_quo, status_quo))
}

/// The uncovered set of an issue (Miller 1980), from the lowest place to the highest, as shares of the scale: places than which no other does better in every respect, beating it and all that it
/// beats. On a line it is the core where there is one; under rules by which less than half carries, it is what lies between those who can carry from either end. `None` where all together
/// cannot carry anything.
///
/// Below both ends, the lower end beats every place and all that this place beats; above, the upper end. Between the ends nothing beats a place of the core; without a core every place there
/// beats every other, and so is beaten by none that beats all which it beats, itself among them.
pub fn uncovered(body: &Body, issue: usize, rule: &Rule) -> Option<(f64, f64)> {
    let (low, high) = pivots(body, issue, rule)?;
    Some((low.min(high), low.max(high)))
}

/// The highest place such that those at it and above carry, and the lowest such that those at it and below do.
fn pivots(body: &Body, issue: usize, rule: &Rule) -> Option<(f64, f64)> {
    let at = |actor: usize| body.position(actor)[issue];
    let places = || (0..body.len()).map(at);
    let low = places().filter(|place| rule.carries(|actor| at(actor) >= *place)).max_by(f64::total_cmp)?;
    let high = places().filter(|place| rule.carries(|actor| at(actor) <= *place)).min_by(f64::total_cmp)?;
    Some((low, high))
}
