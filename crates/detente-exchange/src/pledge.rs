//! The longest pledge that a given guarantee carries.
//!
//! A longer pledge costs the side that could gain from fighting, and is worth more to the side that values calm; so the
//! lengths that work need not be all lengths up to some limit. The longest is looked for from above: a side for which the
//! pause costs c a day begins only if `c·D(T)` is at most all else that the exchange is worth to it, which bounds T; from
//! there downwards every whole number of days is planned until one works. When everything is out by day t₁ whatever
//! the pledge, `T_max = t₁ + (G + Φ)/κ` ([`longest_pledge_when_out_by`]).

use detente_model::{Progress, Watch};

use crate::plan::Planner;
use crate::stakes::{Stakes, Timeline};
use crate::{Amount, DeliveryDays, ExchangeError, LONGEST_PLEDGE, Side, Terms};

/// The longest pledge that holds itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LongestPledge {
    /// So many whole days.
    Days(f64),
    /// At least so many, which is as far as is planned ([`LONGEST_PLEDGE`]).
    AtLeast(f64),
    /// Not even a pledge of no days.
    None,
    /// Nothing longer works. How far below the longest lies was not found within the search that is allowed
    /// ([`MOST_VISITS`] handovers); limits on batches can make lengths fail one after another.
    NotAbove(f64),
}

impl LongestPledge {
    /// The number of days, if there is any length that works.
    pub fn days(self) -> Option<f64> {
        match self {
            Self::Days(days) | Self::AtLeast(days) => Some(days),
            Self::None | Self::NotAbove(_) => None,
        }
    }
}

/// How many handovers are looked at, over all lengths tried, before the search is given up.
pub const MOST_VISITS: usize = 100_000;

/// The longest pledge for the guarantees that the terms have.
///
/// ```
/// use detente_exchange::{longest_pledge, LongestPledge, Side, SideTerms, Terms};
///
/// // Ten people worth 1 each against a pause that costs 1 a day: ten days.
/// let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 3.0).lot("people", Side::Two, 10, 1.0, 0.0);
/// terms.sides[0].war_gain_per_day = 1.0;
/// assert_eq!(longest_pledge(&terms).unwrap(), LongestPledge::Days(10.0));
/// ```
///
/// # Errors
/// The terms are not well formed.
pub fn longest_pledge(terms: &Terms) -> Result<LongestPledge, ExchangeError> {
    longest_pledge_watched(terms, &Progress::default())
}

/// As [`longest_pledge`], with a progress that may cancel it.
pub(crate) fn longest_pledge_watched(
    terms: &Terms,
    progress: &Progress,
) -> Result<LongestPledge, ExchangeError> {
    terms.check()?;
    Ok(longest_up_to(terms, LONGEST_PLEDGE, progress))
}

/// The longest pledge that each side can be held to when the other is bound without limit.
///
/// # Errors
/// The terms are not well formed.
pub fn longest_pledge_of_each(terms: &Terms) -> Result<[LongestPledge; 2], ExchangeError> {
    longest_pledge_of_each_watched(terms, &Progress::default())
}

/// As [`longest_pledge_of_each`], with a progress that may cancel it.
pub(crate) fn longest_pledge_of_each_watched(
    terms: &Terms,
    progress: &Progress,
) -> Result<[LongestPledge; 2], ExchangeError> {
    terms.check()?;
    Ok(Side::BOTH.map(|side| {
        let mut bound = terms.clone();
        crate::guarantee::bind(&mut bound, side.other());
        longest_up_to(&bound, LONGEST_PLEDGE, progress)
    }))
}

/// `t₁ + (G + Φ)/κ`: how long a pledge holds a side once everything is handed over on day t₁; without end when the pause
/// costs it nothing.
pub fn longest_pledge_when_out_by(terms: &Terms, side: Side, out_by: f64) -> f64 {
    let terms = terms.side(side);
    let cost = terms.war_gain_per_day - terms.calm_value_per_day;
    let held_by = terms.guarantee + terms.day_after;
    if cost > 0.0 { (out_by + held_by / cost).max(0.0) } else { f64::INFINITY }
}

/// The longest pledge of at most so many days.
pub(crate) fn longest_up_to(terms: &Terms, most: f64, progress: &Progress) -> LongestPledge {
    let stakes = Stakes::new(terms);
    longest_with(&Planner::new(&stakes, progress), terms, most)
}

/// The same with a planner for these lots at hand.
pub(crate) fn longest_with(planner: &Planner<'_>, terms: &Terms, most: f64) -> LongestPledge {
    let stakes = Stakes::new(terms);
    let mut bound = most.floor();
    for side in Side::BOTH {
        let of = terms.side(side);
        let cost = of.war_gain_per_day - of.calm_value_per_day;
        if cost > 0.0 {
            // A guarantee that starts late does not help a side to begin: that only lowers the bound.
            let share = of.share_in_force(0.0);
            let worth = stakes.all_to_come(side).to_f64() + of.day_after + of.guarantee * share + of.escrow;
            let days = worth.max(0.0) / cost;
            let days = match terms.discount_per_day * days {
                x if x >= 1.0 => f64::INFINITY,
                x if x > 0.0 => -(-x).ln_1p() / terms.discount_per_day,
                _ => days,
            };
            // One more than the quotient: a last bit must not cost a day.
            bound = bound.min(days.floor() + 1.0);
        }
    }
    let mut days = bound;
    let mut visits = 0;
    // Mostly the first length tried works; only otherwise is the bound from the middle worth its plans.
    let mut bounded_in_the_middle = false;
    while days >= 0.0 {
        let at = stakes.pledging(days);
        let complete = terms.lots.iter().all(|lot| lot.count == 0);
        let begins = |side: Side| at.all_to_come(side) >= at.need(side, 0.0, complete);
        if Side::BOTH.into_iter().all(begins) {
            let handovers = terms.handovers(days);
            visits += handovers;
            if handovers <= crate::MOST_HANDOVERS && planner.exists_under(&at) {
                return if days >= LONGEST_PLEDGE {
                    LongestPledge::AtLeast(days)
                } else {
                    LongestPledge::Days(days)
                };
            }
            if !bounded_in_the_middle {
                bounded_in_the_middle = true;
                days = days.min(longest_in_the_middle(planner, terms, days) + 1.0);
            }
            if visits > MOST_VISITS {
                return LongestPledge::NotAbove(days - 1.0);
            }
        }
        days -= 1.0;
    }
    LongestPledge::None
}

/// A bound on the length from what happens on the way. Without limits on batches and with guarantees that do not fade,
/// whether the exchange can run from s days before the end depends on s alone, so a pledge that can run its course
/// contains the course of every shorter one: the longest such is found by halving. Whether both would begin is left
/// aside, and all limits are lifted; so no pledge that works is longer.
fn longest_in_the_middle(planner: &Planner<'_>, terms: &Terms, below: f64) -> f64 {
    let mut free = terms.clone();
    (free.first, free.delivery, free.rounds_per_day) = (None, DeliveryDays::Daily, 1);
    free.watch = Watch::Daily;
    for side in &mut free.sides {
        (side.capacity, side.minimum_batch) = (None, 0);
        let most = side.guarantee_over_time.iter().map(|(_, share)| *share).reduce(f64::max);
        side.guarantee *= most.unwrap_or(1.0);
        side.guarantee_over_time.clear();
        // A deposit that binds to the end binds no less.
        side.guarantee += side.escrow;
        side.escrow = 0.0;
    }
    let free = Stakes::new(&free);
    let runs = |days: f64| {
        let stakes = free.pledging(days);
        let mut timeline = Timeline::new(&stakes);
        timeline.start = [Amount::FAR_BELOW; 2];
        planner.again(&stakes).exists(&timeline)
    };
    if runs(below) {
        return below;
    }
    let (mut low, mut high) = (-1.0, below);
    while high - low > 1.0 {
        let middle = f64::midpoint(low, high).floor();
        if runs(middle) { low = middle } else { high = middle }
    }
    low
}
