//! Does a schedule hold itself?
//!
//! A schedule is **self-enforcing** when at every moment each side would rather go on than stop, that is when the
//! slack of [`Terms`] is at least zero for both: before anything is handed over; between the two halves of a round when
//! one side hands over first; after every round, and on every day until the next; and to the end of the pledge. It is
//! **complete** when nothing is left. `ε` is the most that either side could gain by stopping at its best moment:
//! zero for a self-enforcing schedule, and the schedule is an ε-equilibrium otherwise (Radner 1980).
//!
//! Cost: the days of the pledge plus the handovers, times the number of lots. All comparisons are exact
//! ([`Amount`]).
//!
//! ```
//! use detente_exchange::{verify, Schedule, Side, SideTerms, Terms};
//!
//! // Ten people, each worth 1 to get back; the pause costs 1 a day for 8 days.
//! let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 8.0).lot("people", Side::Two, 10, 1.0, 0.0);
//! terms.sides[0].war_gain_per_day = 1.0;
//! let at_once = Schedule::new("all at once", None).round(0.0, &[(0, 10)]);
//! let report = verify(&terms, &at_once).unwrap();
//! assert!(!report.self_enforcing);
//! assert_eq!(report.epsilon, 8.0); // with everybody home, eight days of pause are all cost
//! let slowly = (0..8).fold(Schedule::new("one or two a day", None), |s, day| s.round(f64::from(day), &[(0, 1)]));
//! assert!(verify(&terms, &slowly.round(8.0, &[(0, 2)])).unwrap().self_enforcing);
//! ```

use crate::stakes::{Stakes, closing, whole_days};
use crate::{Amount, ExchangeError, Schedule, Side, Terms};

/// When a side thinks again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// Before anything is handed over.
    Start,
    /// Immediately before a round, when sides watch throughout.
    Before,
    /// Inside a round: one side has handed over, the other has not.
    BetweenHands,
    /// After a round.
    After,
    /// When everything is handed over and only the pledge is left.
    Complete,
}

/// What one side faces at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// Days since the pledge began.
    pub day: f64,
    /// Rounds begun by then: 0 before the first.
    pub round: usize,
    /// Where in the round.
    pub phase: Phase,
    /// The side that decides.
    pub side: Side,
    /// By how much it prefers going on, on its own scale; below zero it gains that much by stopping.
    pub slack: f64,
    /// What is still to come of each lot.
    pub remaining: Vec<u32>,
}

/// What was found out about a schedule.
#[derive(Debug, Clone, PartialEq)]
pub struct Verification {
    /// Neither side ever gains by stopping, and everything is handed over.
    pub self_enforcing: bool,
    /// The first moment at which a side would gain by stopping.
    pub first_failure: Option<Moment>,
    /// The moment of least slack, over both sides (each on its own scale).
    pub weakest: Moment,
    /// The same for each side.
    pub weakest_of: [Moment; 2],
    /// The least slack of each side in each round: from the round's first hand until the next round.
    pub rounds: Vec<RoundSlack>,
    /// The most that either could gain by stopping; 0 if neither can.
    pub epsilon: f64,
    /// The day on which the last is handed over; `None` if something is left.
    pub complete_on_day: Option<f64>,
    /// What is left of each lot at the end.
    pub left: Vec<u32>,
}

/// How firmly each side is held in one round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundSlack {
    /// The day of the round.
    pub day: f64,
    /// Least slack of each side from this round until the next.
    pub slack: [f64; 2],
    /// What is still to come of each lot after it.
    pub remaining: Vec<u32>,
}

/// Verifies a schedule moment by moment.
///
/// # Errors
/// The terms or the schedule are not well formed. A schedule that does not hold is not an error.
pub fn verify(terms: &Terms, schedule: &Schedule) -> Result<Verification, ExchangeError> {
    terms.check()?;
    schedule.check(terms)?;
    Ok(verify_checked(&Stakes::new(terms), schedule))
}

/// Whether a schedule holds itself: the question of [`verify`] without its moments, and quicker.
///
/// # Errors
/// As [`verify`].
pub fn holds_itself(terms: &Terms, schedule: &Schedule) -> Result<bool, ExchangeError> {
    terms.check()?;
    schedule.check(terms)?;
    Ok(Walk::holds(&Stakes::new(terms), schedule))
}

/// As [`verify`] where terms and schedule are known to be well formed.
pub(crate) fn verify_checked(stakes: &Stakes<'_>, schedule: &Schedule) -> Verification {
    let terms = stakes.terms;
    let walk = Walk::through(stakes, schedule);
    let weakest_of = Side::BOTH.map(|side| walk.weakest_of(side).told(side, terms, schedule));
    let [one, two] = Side::BOTH.map(|side| walk.weakest_of(side).slack);
    let weakest = weakest_of[usize::from(two < one)].clone();
    let mut remaining = terms.counts();
    let rounds = schedule.rounds.iter().zip(&walk.rounds).map(|(round, slack)| {
        hand_over(&mut remaining, round);
        RoundSlack { day: round.day, slack: slack.map(Amount::to_f64), remaining: remaining.clone() }
    });
    let rounds = rounds.collect();
    let complete_on_day = walk.is_complete().then(|| schedule.rounds.last().map_or(0.0, |round| round.day));
    Verification {
        self_enforcing: walk.self_enforcing(),
        epsilon: walk.epsilon(),
        first_failure: walk.first_failure.map(|(side, seen)| seen.told(side, terms, schedule)),
        weakest,
        weakest_of,
        rounds,
        complete_on_day,
        left: remaining,
    }
}

fn hand_over(remaining: &mut [u32], round: &crate::Round) {
    for (lot, count) in &round.give {
        remaining[*lot] -= count;
    }
}

/// A moment at which something was seen: [`Moment`] without what takes memory.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub day: f64,
    pub round: usize,
    pub phase: Phase,
    pub slack: Amount,
    /// Rounds, and halves of rounds, that were handed over by then.
    hands: usize,
}

impl Seen {
    fn told(self, side: Side, terms: &Terms, schedule: &Schedule) -> Moment {
        let mut remaining = terms.counts();
        for (k, round) in schedule.rounds.iter().enumerate() {
            for (lot, count) in &round.give {
                let first = schedule.first.is_none_or(|first| terms.lots[*lot].from == first);
                if 2 * k + usize::from(!first) < self.hands {
                    remaining[*lot] -= count;
                }
            }
        }
        let Self { day, round, phase, slack, .. } = self;
        Moment { day, round, phase, side, slack: slack.to_f64(), remaining }
    }
}

/// What is seen while a schedule is walked through: the least slacks, and no more than can be had without allocating for every moment.
/// O(rounds × lots) where needs are steady, else as many steps as there are days.
#[derive(Debug)]
pub(crate) struct Walk<'s, 't> {
    stakes: &'s Stakes<'t>,
    /// What is to come for each side less what it has to give.
    worth: [Amount; 2],
    units: u64,
    hands: usize,
    weakest: [Option<Seen>; 2],
    pub first_failure: Option<(Side, Seen)>,
    in_round: [Option<Amount>; 2],
    /// The least slack of each side in each round.
    pub rounds: Vec<[Amount; 2]>,
}

impl<'s, 't> Walk<'s, 't> {
    /// Walks through a schedule to its end.
    pub fn through(stakes: &'s Stakes<'t>, schedule: &Schedule) -> Self {
        Self::until(stakes, schedule, |_| false)
    }

    /// Whether a schedule holds itself, told at the first moment at which it does not.
    pub fn holds(stakes: &'s Stakes<'t>, schedule: &Schedule) -> bool {
        Self::until(stakes, schedule, |walk| walk.first_failure.is_some()).self_enforcing()
    }

    /// Walks through a schedule until, after a round, it has seen enough.
    fn until(stakes: &'s Stakes<'t>, schedule: &Schedule, enough: impl Fn(&Self) -> bool) -> Self {
        let terms = stakes.terms;
        let mut walk = Self {
            stakes,
            worth: Side::BOTH.map(|side| stakes.all_to_come(side)),
            units: terms.lots.iter().map(|lot| u64::from(lot.count)).sum(),
            hands: 0,
            weakest: [None, None],
            first_failure: None,
            in_round: [None, None],
            rounds: Vec::with_capacity(schedule.rounds.len()),
        };
        let horizon = schedule.rounds.last().map_or(0.0, |round| round.day).max(terms.pledge_days);
        let first_day = schedule.rounds.first().map(|round| round.day);
        walk.stretch(0.0, first_day.or((horizon > 0.0).then_some(horizon)), horizon, 0, Phase::Start);
        for (k, round) in schedule.rounds.iter().enumerate() {
            if enough(&walk) {
                return walk;
            }
            if let Some(first) = schedule.first {
                walk.hand_over(round, |side| side == first);
                walk.look(round.day, k + 1, Phase::BetweenHands);
                walk.hand_over(round, |side| side != first);
            } else {
                walk.hand_over(round, |_| true);
                walk.hands += 1;
            }
            let next = schedule.rounds.get(k + 1).map(|next| next.day);
            walk.stretch(round.day, next, horizon, k + 1, Phase::After);
            let slack = walk.in_round.map(Option::unwrap_or_default);
            walk.rounds.push(slack);
            walk.in_round = [None, None];
        }
        if schedule.rounds.is_empty() {
            walk.look(horizon, 0, Phase::Start);
        }
        walk
    }

    /// Whether everything is handed over.
    pub fn is_complete(&self) -> bool {
        self.units == 0
    }

    /// Whether neither side ever gains by stopping, and everything is handed over.
    pub fn self_enforcing(&self) -> bool {
        self.is_complete() && self.first_failure.is_none()
    }

    /// The most that either side could gain by stopping; 0 if neither can.
    pub fn epsilon(&self) -> f64 {
        let [one, two] = Side::BOTH.map(|side| self.weakest_of(side).slack);
        (-if two < one { two } else { one }.to_f64()).max(0.0)
    }

    /// The moment of least slack of a side.
    pub fn weakest_of(&self, side: Side) -> Seen {
        self.weakest[side.index()].unwrap_or_else(|| {
            // Nothing to hand over and nothing pledged: nothing can be broken.
            let day = self.stakes.pledge_days;
            let slack = self.slack(side, day);
            Seen { day, round: 0, phase: Phase::Complete, slack, hands: self.hands }
        })
    }

    fn hand_over(&mut self, round: &crate::Round, goes: impl Fn(Side) -> bool) {
        let stakes = self.stakes;
        for (lot, count) in &round.give {
            if goes(stakes.terms.lots[*lot].from) {
                for side in Side::BOTH {
                    self.worth[side.index()] += stakes.change(side, *lot, *count);
                }
                self.units -= u64::from(*count);
            }
        }
        self.hands += 1;
    }

    fn slack(&self, side: Side, day: f64) -> Amount {
        self.worth[side.index()] - self.stakes.need(side, day, self.is_complete())
    }

    /// The moments from a handover until the next (or the end); `phase` is that of all but the last instant before the next.
    fn stretch(&mut self, from: f64, next: Option<f64>, horizon: f64, round: usize, phase: Phase) {
        let watch = self.stakes.terms.watch;
        self.look(from, round, phase);
        let whole = whole_days(from, next, horizon);
        let steady = Side::BOTH.iter().all(|side| self.stakes.is_steady(*side));
        // From the end of the pledge on different rules hold, and nothing changes any more.
        let before_end = whole.start..whole.end.min(self.stakes.pledge_days.ceil() as u64);
        if steady && before_end.end > before_end.start + 2 {
            self.run(before_end.start, before_end.end - 1, round, phase);
            (before_end.end..whole.end).for_each(|day| self.look(day as f64, round, phase));
        } else {
            whole.for_each(|day| self.look(day as f64, round, phase));
        }
        if let Some(day) = closing(from, next, horizon, watch) {
            let before_next = phase == Phase::After && next.is_some();
            self.look(day, round, if before_next { Phase::Before } else { phase });
        }
    }

    fn look(&mut self, day: f64, round: usize, phase: Phase) {
        let complete = self.is_complete();
        let phase = if complete { Phase::Complete } else { phase };
        for side in Side::BOTH {
            let slack = self.slack(side, day);
            let seen = Seen { day, round, phase, slack, hands: self.hands };
            if slack < Amount::ZERO && self.first_failure.is_none() {
                self.first_failure = Some((side, seen));
            }
            // Once everything is done and the pledge has run out, there is no promise left to break.
            let over = complete && day >= self.stakes.pledge_days && slack >= Amount::ZERO;
            self.note(side, seen, !over);
        }
    }

    fn note(&mut self, side: Side, seen: Seen, counts: bool) {
        let least = &mut self.in_round[side.index()];
        if least.is_none_or(|least| seen.slack < least) {
            *least = Some(seen.slack);
        }
        let weakest = &mut self.weakest[side.index()];
        if counts && weakest.is_none_or(|least| seen.slack < least.slack) {
            *weakest = Some(seen);
        }
    }

    /// As [`Self::look`] on each whole day from the first to the last, before the end of a pledge, where all needs are steady: slack
    /// then rises or falls throughout, and the days that matter are found by halving.
    fn run(&mut self, first: u64, last: u64, round: usize, phase: Phase) {
        let phase = if self.is_complete() { Phase::Complete } else { phase };
        let seen = |walk: &Self, side: Side, day: u64| {
            let slack = walk.slack(side, day as f64);
            Seen { day: day as f64, round, phase, slack, hands: walk.hands }
        };
        // The first day on which the slack is at most so much, if it is so on the last.
        let first_at_most = |walk: &Self, side: Side, slack: Amount| {
            let (mut low, mut high) = (first, last);
            while low < high {
                let middle = u64::midpoint(low, high);
                if walk.slack(side, middle as f64) <= slack { high = middle } else { low = middle + 1 }
            }
            seen(walk, side, low)
        };
        let mut failure: Option<(Side, Seen)> = None;
        for side in Side::BOTH {
            let at_first = seen(self, side, first);
            let weakest = if self.stakes.need_falls(side) {
                at_first
            } else {
                first_at_most(self, side, self.slack(side, last as f64))
            };
            if weakest.slack < Amount::ZERO && self.first_failure.is_none() {
                let fails = if at_first.slack < Amount::ZERO {
                    at_first
                } else {
                    first_at_most(self, side, -Amount::LEAST)
                };
                if failure.is_none_or(|(_, earlier)| fails.day < earlier.day) {
                    failure = Some((side, fails));
                }
            }
            self.note(side, weakest, true);
        }
        self.first_failure = self.first_failure.or(failure);
    }
}
