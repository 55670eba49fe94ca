//! What each side stands to gain or lose, in exact amounts.

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
    /// κ − β of each side.
    pause_cost: [Amount; 2],
    fixed: [Amount; 2],
    escrow: [Amount; 2],
    /// The guarantee of each side where it is the same on all days.
    steady: [Option<Amount>; 2],
}

impl<'a> Stakes<'a> {
    pub fn new(terms: &'a Terms) -> Self {
        let per_side = |f: &dyn Fn(&crate::SideTerms) -> Amount| [f(&terms.sides[0]), f(&terms.sides[1])];
        Self {
            terms,
            receive: terms.lots.iter().map(|lot| lot.to_receiver.into()).collect(),
            give: terms.lots.iter().map(|lot| lot.to_giver.into()).collect(),
            pause_cost: per_side(&|s| Amount::from(s.war_gain_per_day) - Amount::from(s.calm_value_per_day)),
            fixed: per_side(&|s| s.day_after.into()),
            escrow: per_side(&|s| s.escrow.into()),
            steady: [0, 1].map(|i| {
                let side = &terms.sides[i];
                side.guarantee_over_time.is_empty().then(|| side.guarantee.into())
            }),
        }
    }

    /// What must at least be still to come for a side to go on at a moment: the cost of the pause that is left,
    /// less what else holds it. `complete` says that nothing is left to hand over, so a deposit that runs until then is
    /// gone.
    pub fn need(&self, side: Side, day: f64, complete: bool) -> Amount {
        let i = side.index();
        let terms = self.terms;
        let left = (terms.pledge_days - day).max(0.0);
        let pause = if terms.discount_per_day > 0.0 {
            Amount::from(self.pause_cost[i].to_f64() * terms.days_to_come(day))
        } else {
            self.pause_cost[i].over_days(left)
        };
        let guarantee = self.steady[i]
            .unwrap_or_else(|| Amount::from(terms.sides[i].guarantee * terms.sides[i].share_in_force(day)));
        let deposit = match (terms.escrow_until, complete) {
            (EscrowEnd::Completion, true) => Amount::ZERO,
            _ => self.escrow[i],
        };
        pause - guarantee - self.fixed[i] - deposit
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
    /// The same when nothing is left.
    pub complete: [Vec<Amount>; 2],
}

impl Timeline {
    pub fn new(stakes: &Stakes<'_>) -> Self {
        let days = stakes.terms.handover_days();
        let end = stakes.terms.pledge_days;
        let deposits = stakes.terms.escrow_until == EscrowEnd::Completion
            && stakes.terms.sides.iter().any(|side| side.escrow > 0.0);
        let per_side = |f: &dyn Fn(Side) -> Vec<Amount>| [f(Side::One), f(Side::Two)];
        let stretch = |side: Side, k: usize, complete: bool| {
            moments(days[k], days.get(k + 1).copied(), end, stakes.terms.watch)
                .map(|day| stakes.need(side, day, complete))
                .fold(Amount::FAR_BELOW, Amount::max)
        };
        let standing = per_side(&|side| (0..days.len()).map(|k| stretch(side, k, false)).collect());
        let complete = if deposits {
            per_side(&|side| (0..days.len()).map(|k| stretch(side, k, true)).collect())
        } else {
            standing.clone()
        };
        let start = |side: Side| {
            moments(0.0, Some(days[0]), end, stakes.terms.watch)
                .map(|day| stakes.need(side, day, false))
                .fold(Amount::FAR_BELOW, Amount::max)
        };
        // Only a side that hands over second decides in the midst of a round.
        let at = match stakes.terms.first {
            Some(_) => per_side(&|side| days.iter().map(|day| stakes.need(side, *day, false)).collect()),
            None => [Vec::new(), Vec::new()],
        };
        Self { start: [start(Side::One), start(Side::Two)], at, standing, complete, days }
    }
}

/// The moments at which each side thinks again between a handover and the next one (or the end): the handover's own
/// day, every whole day after it, and the last instant before the next if sides watch throughout.
pub(crate) fn moments(from: f64, next: Option<f64>, end: f64, watch: Watch) -> impl Iterator<Item = f64> {
    let stop = next.unwrap_or(end.max(from));
    let first_whole = from.floor() as u64 + 1;
    let last_whole = stop.ceil() as u64;
    let closing = match next {
        Some(day) => (watch == Watch::Throughout && day > from).then_some(day),
        None => (stop > from).then_some(stop),
    };
    std::iter::once(from).chain((first_whole..last_whole).map(|day| day as f64)).chain(closing)
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
