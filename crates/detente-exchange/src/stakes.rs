//! What each side stands to gain or lose, in exact amounts.

use std::ops::Range;

use detente_model::{EscrowEnd, Watch};

use crate::{Amount, Side, Terms};

/// The terms with every figure as an exact amount.
#[derive(Debug, Clone)]
pub(crate) struct Stakes<'a> {
    pub terms: &'a Terms,
    /// Worth of one unit of each lot to the receiver.
    pub receive: Vec<Amount>,
    /// Worth of one unit of each lot to the giver.
    pub give: Vec<Amount>,
    /// T: for how many days calm is pledged.
    pub pledge_days: f64,
    /// κ − β of each side.
    pause_cost: [Amount; 2],
    fixed: [Amount; 2],
    escrow: [Amount; 2],
    /// All that holds each side, its deposit left out, where its guarantee is the same on all days.
    steady: [Option<Amount>; 2],
}

impl<'a> Stakes<'a> {
    pub fn new(terms: &'a Terms) -> Self {
        let per_side = |f: &dyn Fn(&crate::SideTerms) -> Amount| [f(&terms.sides[0]), f(&terms.sides[1])];
        Self {
            terms,
            receive: terms.lots.iter().map(|lot| lot.to_receiver.into()).collect(),
            give: terms.lots.iter().map(|lot| lot.to_giver.into()).collect(),
            pledge_days: terms.pledge_days,
            pause_cost: per_side(&|s| Amount::from(s.war_gain_per_day) - Amount::from(s.calm_value_per_day)),
            fixed: per_side(&|s| s.day_after.into()),
            escrow: per_side(&|s| s.escrow.into()),
            steady: [0, 1].map(|i| {
                let side = &terms.sides[i];
                let held = || Amount::from(side.guarantee) + Amount::from(side.day_after);
                side.guarantee_over_time.is_empty().then(held)
            }),
        }
    }

    /// The same for a pledge of another length.
    pub fn pledging(&self, pledge_days: f64) -> Self {
        Self { pledge_days, ..self.clone() }
    }

    /// What must at least be still to come for a side to go on at a moment: the cost of the pause that is left,
    /// less what else holds it. `complete` says that nothing is left to hand over, so a deposit that runs until then is
    /// gone.
    pub fn need(&self, side: Side, day: f64, complete: bool) -> Amount {
        let i = side.index();
        let terms = self.terms;
        let left = (self.pledge_days - day).max(0.0);
        let pause = if terms.discount_per_day > 0.0 {
            Amount::from(self.pause_cost[i].to_f64() * terms.discounted(left))
        } else {
            self.pause_cost[i].over_days(left)
        };
        let held = self.steady[i].unwrap_or_else(|| {
            let share = terms.sides[i].share_in_force(day);
            Amount::from(terms.sides[i].guarantee * share) + self.fixed[i]
        });
        let deposit = match (terms.escrow_until, complete) {
            (EscrowEnd::Completion, true) => Amount::ZERO,
            _ => self.escrow[i],
        };
        pause - held - deposit
    }

    /// Whether the need of a side rises or falls steadily while nothing is handed over: then the ends of a stretch of days tell all of
    /// it. So it is unless the guarantee changes with time, or days to come are discounted (whose rounding no proof covers).
    pub fn is_steady(&self, side: Side) -> bool {
        self.steady[side.index()].is_some() && self.terms.discount_per_day <= 0.0
    }

    /// Whether the need of a steady side falls, or stays, from day to day.
    pub fn need_falls(&self, side: Side) -> bool {
        self.pause_cost[side.index()] >= Amount::ZERO
    }

    /// The largest need of a side at the moments between a handover and the next one (or the end).
    pub fn largest_need(&self, side: Side, from: f64, next: Option<f64>, complete: bool) -> Amount {
        let (end, watch) = (self.pledge_days, self.terms.watch);
        let need = |day: f64| self.need(side, day, complete);
        if self.is_steady(side) {
            // With a handover on every day nobody thinks again in between.
            let is_next_day = next.is_some_and(|next| next - from <= 1.0 && from as u64 as f64 == from);
            if is_next_day && watch == Watch::Daily {
                return need(from);
            }
            let (first, last) = outer_moments(from, next, end, watch);
            return if first == last { need(first) } else { need(first).max(need(last)) };
        }
        moments(from, next, end, watch).map(need).fold(Amount::FAR_BELOW, Amount::max)
    }

    /// What is still to come for a side less what it still has to give.
    pub fn to_come(&self, side: Side, remaining: &[u32]) -> Amount {
        let mut sum = Amount::ZERO;
        for (i, lot) in self.terms.lots.iter().enumerate() {
            let left = i64::from(remaining[i]);
            if lot.from == side {
                sum -= self.give[i] * left;
            } else {
                sum += self.receive[i] * left;
            }
        }
        sum
    }

    /// What is still to come for a side, less what it has to give, before anything is handed over.
    pub fn all_to_come(&self, side: Side) -> Amount {
        let mut sum = Amount::ZERO;
        for (i, lot) in self.terms.lots.iter().enumerate() {
            let count = i64::from(lot.count);
            if lot.from == side {
                sum -= self.give[i] * count;
            } else {
                sum += self.receive[i] * count;
            }
        }
        sum
    }

    /// By how much what is to come for a side, less what it has to give, changes when so many of a lot are handed over.
    pub fn change(&self, side: Side, lot: usize, count: u32) -> Amount {
        let count = i64::from(count);
        if self.terms.lots[lot].from == side { self.give[lot] * count } else { -(self.receive[lot] * count) }
    }

    /// By how much a side prefers going on; below zero it gains by stopping.
    pub fn slack(&self, side: Side, day: f64, remaining: &[u32]) -> Amount {
        let complete = remaining.iter().all(|n| *n == 0);
        self.to_come(side, remaining) - self.need(side, day, complete)
    }
}

/// The moments of an exchange with handovers on given days, and what each side needs at each of them.
#[derive(Debug, Clone)]
pub(crate) struct Timeline {
    /// The day of each handover.
    pub days: Vec<f64>,
    /// Need of each side before the first handover.
    pub start: [Amount; 2],
    /// Need of each side at the very moment of each handover; empty when both hand over at once.
    pub at: [Vec<Amount>; 2],
    /// The largest need of each side from each handover until the next, while something is left.
    pub standing: [Vec<Amount>; 2],
    /// The same when nothing is left, where a deposit makes it another.
    complete: Option<[Vec<Amount>; 2]>,
}

/// What each side needs before the first handover.
fn need_at_start(stakes: &Stakes<'_>, first_day: f64) -> [Amount; 2] {
    Side::BOTH.map(|side| stakes.largest_need(side, 0.0, Some(first_day), false))
}

impl Timeline {
    pub fn new(stakes: &Stakes<'_>) -> Self {
        let days = stakes.terms.handover_days_of(stakes.pledge_days);
        let deposits = stakes.terms.escrow_until == EscrowEnd::Completion
            && stakes.terms.sides.iter().any(|side| side.escrow > 0.0);
        let stretches = |complete: bool| {
            Side::BOTH.map(|side| {
                let stretch =
                    |k: usize| stakes.largest_need(side, days[k], days.get(k + 1).copied(), complete);
                (0..days.len()).map(stretch).collect()
            })
        };
        // Only a side that hands over second decides in the midst of a round.
        let at = match stakes.terms.first {
            Some(_) => Side::BOTH.map(|side| days.iter().map(|day| stakes.need(side, *day, false)).collect()),
            None => [Vec::new(), Vec::new()],
        };
        Self {
            start: need_at_start(stakes, days[0]),
            at,
            standing: stretches(false),
            complete: deposits.then(|| stretches(true)),
            days,
        }
    }

    /// Whether both sides would begin, and would stay after the last handover: what every schedule needs, told without a timeline.
    pub fn can_begin_and_end(stakes: &Stakes<'_>) -> bool {
        let (first, last) = stakes.terms.outer_handover_days(stakes.pledge_days);
        let start = need_at_start(stakes, first);
        let begins = |side: Side| stakes.all_to_come(side) >= start[side.index()];
        let ends = |side: Side| stakes.largest_need(side, last, None, true) <= Amount::ZERO;
        Side::BOTH.into_iter().all(|side| begins(side) && ends(side))
    }

    /// Whether the plainest schedule holds itself: everything on the last day, both at once. Of stakes under which both would begin and
    /// would stay at the end ([`Self::can_begin_and_end`]); told without a timeline. That it does not hold says nothing of others.
    pub fn holds_at_once_at_the_end(stakes: &Stakes<'_>) -> bool {
        let terms = stakes.terms;
        let free = |side: Side| {
            let of = terms.side(side);
            of.minimum_batch <= 1 && of.capacity.is_none_or(|most| most >= terms.units_of(side))
        };
        let deposits =
            terms.escrow_until == EscrowEnd::Completion && terms.sides.iter().any(|side| side.escrow > 0.0);
        if terms.first.is_some()
            || deposits
            || !Side::BOTH.into_iter().all(|s| free(s) && stakes.is_steady(s))
        {
            return false;
        }
        // Needs rise or fall steadily until then: they are largest at one of the two ends.
        let (_, last) = terms.outer_handover_days(stakes.pledge_days);
        Side::BOTH.into_iter().all(|side| {
            let need = |day: f64| stakes.need(side, day, false);
            stakes.all_to_come(side) >= need(0.0).max(need(last))
        })
    }

    /// What each side needs from a handover until the next when nothing is left.
    pub fn complete_after(&self, k: usize) -> [Amount; 2] {
        let needs = self.complete.as_ref().unwrap_or(&self.standing);
        [needs[0][k], needs[1][k]]
    }
}

/// The moments at which each side thinks again between a handover and the next one (or the end): the handover's own
/// day, every whole day after it, and the last instant before the next if sides watch throughout.
pub(crate) fn moments(from: f64, next: Option<f64>, end: f64, watch: Watch) -> impl Iterator<Item = f64> {
    let whole = whole_days(from, next, end).map(|day| day as f64);
    std::iter::once(from).chain(whole).chain(closing(from, next, end, watch))
}

/// The first and the last of [`moments`].
pub(crate) fn outer_moments(from: f64, next: Option<f64>, end: f64, watch: Watch) -> (f64, f64) {
    let whole = whole_days(from, next, end);
    let last_whole = if whole.is_empty() { from } else { (whole.end - 1) as f64 };
    (from, closing(from, next, end, watch).unwrap_or(last_whole))
}

/// The whole days among [`moments`], the first moment left out.
pub(crate) fn whole_days(from: f64, next: Option<f64>, end: f64) -> Range<u64> {
    let stop = next.unwrap_or(end.max(from));
    let whole = stop as u64;
    // Days are not negative, so that cutting off is rounding down, and quicker.
    from as u64 + 1..whole + u64::from((whole as f64) < stop)
}

/// The last of [`moments`], if it comes on top of the whole days.
pub(crate) fn closing(from: f64, next: Option<f64>, end: f64, watch: Watch) -> Option<f64> {
    match next {
        Some(day) => (watch == Watch::Throughout && day > from).then_some(day),
        None => (end > from).then_some(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(from: f64, next: Option<f64>, end: f64, watch: Watch) -> Vec<f64> {
        moments(from, next, end, watch).collect()
    }

    #[test]
    fn each_day_counts_once() {
        assert_eq!(list(0.0, Some(3.0), 9.0, Watch::Daily), [0.0, 1.0, 2.0]);
        assert_eq!(list(0.0, Some(2.0), 9.0, Watch::Throughout), [0.0, 1.0, 2.0]);
        assert_eq!(list(4.0, Some(4.0), 9.0, Watch::Daily), [4.0]);
        assert_eq!(list(7.0, None, 9.0, Watch::Daily), [7.0, 8.0, 9.0]);
        assert_eq!(list(7.5, None, 7.5, Watch::Daily), [7.5]);
        assert_eq!(list(1.0, Some(2.5), 9.0, Watch::Daily), [1.0, 2.0]);
    }
}
