//! The least guarantee that makes an exchange hold itself.
//!
//! More guarantee never hurts, so the least one on a side is found by bisection over plans. It is exact: the level of
//! every plan found on the way is replaced by the level that this very plan needs at its worst moment, a sum of stated
//! figures; below the answer less 10⁻⁹ there is none. Two bounds settle most cases with one plan: what the side needs in
//! order to begin, and what it needs with everything handed over.
//!
//! With single lots, handovers at once, the closed form is `G* = max(0, κT + d·p₀ − v·N − Φ)` ([`guarantee_to_begin`]).

use detente_model::Progress;

use crate::plan::{Planned, Planner};
use crate::stakes::{Stakes, Timeline, moments, outer_moments};
use crate::{Amount, ExchangeError, Schedule, Side, Terms};

/// More than any guarantee that is looked for.
const BEYOND: f64 = 1e9;
/// How close to the answer there is proved to be none.
const CLOSE: f64 = 1e-9;

/// What it takes for the exchange to hold itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GuaranteeNeeded {
    /// On each side, the other's being as the terms have it; `None` if no guarantee on that side alone is enough.
    pub alone: [Option<f64>; 2],
    /// On each side, however strongly the other is bound: less than this is never enough. `None` if nothing is.
    pub at_least: [Option<f64>; 2],
    /// A pair that is enough together, when neither side's alone is: one side at its least, then the other.
    pub together: Option<[f64; 2]>,
}

/// Computes the guarantee needed on each side.
///
/// ```
/// use detente_exchange::{guarantee_needed, Side, SideTerms, Terms};
///
/// // Ten people worth 1 each, a pause of 12 days at 1 a day: two are missing for it to begin.
/// let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 12.0).lot("people", Side::Two, 10, 1.0, 0.0);
/// terms.sides[0].war_gain_per_day = 1.0;
/// assert_eq!(guarantee_needed(&terms).unwrap().alone[0], Some(2.0));
/// ```
///
/// # Errors
/// The terms are not well formed.
pub fn guarantee_needed(terms: &Terms) -> Result<GuaranteeNeeded, ExchangeError> {
    guarantee_needed_watched(terms, &Progress::default())
}

/// As [`guarantee_needed`], with a progress that may cancel it.
pub(crate) fn guarantee_needed_watched(
    terms: &Terms,
    progress: &Progress,
) -> Result<GuaranteeNeeded, ExchangeError> {
    terms.check()?;
    let alone = Side::BOTH.map(|side| least_guarantee(terms, side, progress));
    let bound = |side: Side| {
        let mut terms = terms.clone();
        bind(&mut terms, side.other());
        least_guarantee(&terms, side, progress)
    };
    let at_least = Side::BOTH.map(|side| alone[side.index()].filter(|g| *g == 0.0).or_else(|| bound(side)));
    let together = if alone == [None, None] {
        Side::BOTH
            .iter()
            .filter_map(|side| {
                let mut terms = terms.clone();
                terms.side_mut(*side).guarantee = at_least[side.index()]?;
                let mut pair = [terms.sides[0].guarantee, terms.sides[1].guarantee];
                pair[side.other().index()] = least_guarantee(&terms, side.other(), progress)?;
                Some(pair)
            })
            .min_by(|a, b| (a[0] + a[1]).total_cmp(&(b[0] + b[1])))
    } else {
        None
    };
    Ok(GuaranteeNeeded { alone, at_least, together })
}

/// What is needed on a side for it to begin at all: `max(0, κT + d·p₀ − v·N − Φ)`, everything still to come.
pub fn guarantee_to_begin(terms: &Terms, side: Side) -> f64 {
    let mut bare = terms.clone();
    bare.side_mut(side).guarantee = 0.0;
    let stakes = Stakes::new(&bare);
    let slack = stakes.slack(side, 0.0, &terms.counts());
    (-slack).max(Amount::ZERO).to_f64()
}

/// What is needed on a side to hand everything over on day 0: `κT − Φ`, nothing left to come.
pub fn guarantee_for_day_zero(terms: &Terms, side: Side) -> f64 {
    let mut bare = terms.clone();
    bare.side_mut(side).guarantee = 0.0;
    let need = (0..=terms.pledge_days.ceil() as u32)
        .map(|day| Stakes::new(&bare).need(side, f64::from(day).min(terms.pledge_days), true))
        .fold(Amount::ZERO, Amount::max);
    need.to_f64()
}

/// Binds a side so that it never stops.
pub(crate) fn bind(terms: &mut Terms, side: Side) {
    let side = terms.side_mut(side);
    side.guarantee = BEYOND;
    side.guarantee_over_time.clear();
}

/// The least guarantee on a side, the other side's being as it is; `None` if there is none. Terms must be checked.
pub(crate) fn least_guarantee(terms: &Terms, side: Side, progress: &Progress) -> Option<f64> {
    let stakes = Stakes::new(terms);
    least_guarantee_with(&Planner::new(&stakes, progress), terms, side)
}

/// The same with a planner for these lots at hand.
pub(crate) fn least_guarantee_with(planner: &Planner<'_>, terms: &Terms, side: Side) -> Option<f64> {
    let mut at = terms.clone();
    at.side_mut(side).guarantee = 0.0;
    let bare = Stakes::new(&at);
    let mut raised = terms.clone();
    let mut exists = |level: f64| {
        raised.side_mut(side).guarantee = level;
        planner.exists_under(&Stakes::new(&raised))
    };
    let try_level = |level: f64| {
        let mut at = terms.clone();
        at.side_mut(side).guarantee = level;
        Timeline::new(&Stakes::new(&at))
    };
    let low = lower_bound(&bare, side)?;
    if exists(low) {
        return Some(low);
    }
    let mut low = low;
    if !exists(BEYOND) {
        return None;
    }
    let mut high = None;
    let mut next = (2.0 * low).max(1.0);
    // Upwards by doubling, then halving the gap; every plan is charged what it really needs.
    while high.is_none_or(|high: f64| high - low > CLOSE * high.max(1.0)) {
        let level = match high {
            Some(high) => low.midpoint(high),
            None => next.min(BEYOND),
        };
        // On the grain of amounts: a last bit below it would pass for less.
        let level = Amount::from(level).to_f64();
        let found = match planner.plan(&try_level(level)) {
            Planned::Found(plan) => {
                let own = level_of(&bare, side, &plan.schedule);
                // The level that the plan needs is a rounded quotient when guarantees fade: checked before use.
                Some(if own < level && own > low && exists(own) { own } else { level })
            }
            Planned::None(_) => None,
        };
        if found.is_some() {
            high = found;
        } else {
            low = level;
            next = 2.0 * level;
        }
    }
    high
}

/// What no guarantee can be below: what the side needs to begin, and with everything done on the last day. `None` if
/// it would have to be in force when it is not.
fn lower_bound(bare: &Stakes<'_>, side: Side) -> Option<f64> {
    let terms = bare.terms;
    let end = terms.pledge_days;
    let start = -bare.slack(side, 0.0, &terms.counts());
    let after = bare.need(side, end, true);
    let mut bound = 0.0_f64;
    for (needed, day) in [(start, 0.0), (after, end)] {
        if needed > Amount::ZERO {
            let share = terms.side(side).share_in_force(day);
            if share <= 0.0 {
                return None;
            }
            bound = bound.max(needed.to_f64() / share);
        }
    }
    Some(bound)
}

/// The level of guarantee at which one given schedule holds a side, by the schedule's worst moment.
fn level_of(bare: &Stakes<'_>, side: Side, schedule: &Schedule) -> f64 {
    let terms = bare.terms;
    let mut worth = bare.all_to_come(side);
    let mut units: u64 = terms.lots.iter().map(|lot| u64::from(lot.count)).sum();
    let mut level = 0.0_f64;
    let mut look = |day: f64, worth: Amount, units: u64| {
        let slack = worth - bare.need(side, day, units == 0);
        let share = terms.side(side).share_in_force(day);
        if slack < Amount::ZERO {
            level = level.max(if share > 0.0 { (-slack).to_f64() / share } else { f64::INFINITY });
        }
    };
    let mut watch = |from: f64, next: Option<f64>, horizon: f64, worth: Amount, units: u64| {
        if bare.is_steady(side) {
            // Of days that follow each other steadily one of the outer two is the worst.
            let (first, last) = outer_moments(from, next, horizon, terms.watch);
            look(first, worth, units);
            look(last, worth, units);
        } else {
            moments(from, next, horizon, terms.watch).for_each(|day| look(day, worth, units));
        }
    };
    let first_day = schedule.rounds.first().map_or(terms.pledge_days, |round| round.day);
    watch(0.0, Some(first_day), terms.pledge_days, worth, units);
    for (k, round) in schedule.rounds.iter().enumerate() {
        for half in [true, false] {
            for (lot, count) in &round.give {
                let of = &terms.lots[*lot];
                if schedule.first.is_none_or(|first| of.from == first) == half {
                    worth += bare.change(side, *lot, *count);
                    units -= u64::from(*count);
                }
            }
            if half && schedule.first.is_some() {
                // The very moment alone.
                watch(round.day, Some(round.day), round.day, worth, units);
            }
        }
        let next = schedule.rounds.get(k + 1).map(|next| next.day);
        watch(round.day, next, round.day.max(terms.pledge_days), worth, units);
    }
    level
}

/// What a given schedule needs on each side, the other side's guarantee put aside: its worst moment, priced. `None`
/// where a side would stop on a day on which its guarantee is not in force.
///
/// # Errors
/// Terms or schedule are not well formed.
pub fn guarantee_for_schedule(terms: &Terms, schedule: &Schedule) -> Result<[Option<f64>; 2], ExchangeError> {
    terms.check()?;
    schedule.check(terms)?;
    Ok(Side::BOTH.map(|side| {
        let mut bare = terms.clone();
        bare.side_mut(side).guarantee = 0.0;
        Some(level_of(&Stakes::new(&bare), side, schedule)).filter(|level| level.is_finite())
    }))
}
