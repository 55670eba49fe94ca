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

use crate::stakes::{Stakes, moments};
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

/// The same where terms and schedule are known to be well formed.
pub(crate) fn verify_checked(stakes: &Stakes<'_>, schedule: &Schedule) -> Verification {
    let terms = stakes.terms;
    let mut watch = Watcher::new(stakes, schedule);
    let mut remaining = terms.counts();
    let horizon = schedule.rounds.last().map_or(0.0, |round| round.day).max(terms.pledge_days);
    let first_day = schedule.rounds.first().map(|round| round.day);
    for day in moments(0.0, first_day.or((horizon > 0.0).then_some(horizon)), horizon, terms.watch) {
        watch.look(day, 0, Phase::Start, &remaining);
    }
    for (k, round) in schedule.rounds.iter().enumerate() {
        if let Some(first) = schedule.first {
            hand_over(terms, &mut remaining, round, |side| side == first);
            watch.look(round.day, k + 1, Phase::BetweenHands, &remaining);
            hand_over(terms, &mut remaining, round, |side| side != first);
        } else {
            hand_over(terms, &mut remaining, round, |_| true);
        }
        let next = schedule.rounds.get(k + 1).map(|next| next.day);
        for day in moments(round.day, next, horizon, terms.watch) {
            let phase = match next {
                Some(next) if day == next && day > round.day => Phase::Before,
                _ => Phase::After,
            };
            watch.look(day, k + 1, phase, &remaining);
        }
        watch.end_round(round.day, &remaining);
    }
    if schedule.rounds.is_empty() {
        watch.look(horizon, 0, Phase::Start, &remaining);
    }
    watch.finish(schedule, remaining)
}

fn hand_over(terms: &Terms, remaining: &mut [u32], round: &crate::Round, goes: impl Fn(Side) -> bool) {
    for (lot, count) in &round.give {
        if goes(terms.lots[*lot].from) {
            remaining[*lot] -= count;
        }
    }
}

/// Keeps the least slacks while a schedule is walked through.
struct Watcher<'s, 't> {
    stakes: &'s Stakes<'t>,
    weakest: [Option<(Amount, Moment)>; 2],
    first_failure: Option<Moment>,
    in_round: [Option<Amount>; 2],
    rounds: Vec<RoundSlack>,
    /// The state whose worth was last summed up, as most moments repeat it.
    known: Option<(Vec<u32>, [Amount; 2], bool)>,
}

impl<'s, 't> Watcher<'s, 't> {
    fn new(stakes: &'s Stakes<'t>, schedule: &Schedule) -> Self {
        Self {
            stakes,
            weakest: [None, None],
            first_failure: None,
            in_round: [None, None],
            rounds: Vec::with_capacity(schedule.rounds.len()),
            known: None,
        }
    }

    fn look(&mut self, day: f64, round: usize, phase: Phase, remaining: &[u32]) {
        if self.known.as_ref().is_none_or(|(state, _, _)| state != remaining) {
            let worth = Side::BOTH.map(|side| self.stakes.to_come(side, remaining));
            let complete = remaining.iter().all(|n| *n == 0);
            self.known = Some((remaining.to_vec(), worth, complete));
        }
        let Some((_, worth, complete)) = self.known.as_ref() else { return };
        let (worth, complete) = (*worth, *complete);
        let phase = if complete { Phase::Complete } else { phase };
        for side in Side::BOTH {
            let slack = worth[side.index()] - self.stakes.need(side, day, complete);
            let moment =
                || Moment { day, round, phase, side, slack: slack.to_f64(), remaining: remaining.to_vec() };
            if slack < Amount::ZERO && self.first_failure.is_none() {
                self.first_failure = Some(moment());
            }
            let least = &mut self.in_round[side.index()];
            if least.is_none_or(|least| slack < least) {
                *least = Some(slack);
            }
            // Once everything is done and the pledge has run out, there is no promise left to break.
            if complete && day >= self.stakes.terms.pledge_days && slack >= Amount::ZERO {
                continue;
            }
            let weakest = &mut self.weakest[side.index()];
            if weakest.as_ref().is_none_or(|(least, _)| slack < *least) {
                *weakest = Some((slack, moment()));
            }
        }
    }

    fn end_round(&mut self, day: f64, remaining: &[u32]) {
        let slack = self.in_round.map(|least| least.unwrap_or_default().to_f64());
        self.rounds.push(RoundSlack { day, slack, remaining: remaining.to_vec() });
        self.in_round = [None, None];
    }

    fn finish(self, schedule: &Schedule, left: Vec<u32>) -> Verification {
        let complete = left.iter().all(|n| *n == 0);
        let end = self.stakes.terms.pledge_days;
        let [one, two] = self.weakest;
        let unless_seen = |seen: Option<(Amount, Moment)>, side: Side| {
            seen.unwrap_or_else(|| {
                // Nothing to hand over and nothing pledged: nothing can be broken.
                let slack = self.stakes.slack(side, end, &left);
                let (remaining, phase) = (left.clone(), Phase::Complete);
                (slack, Moment { day: end, round: 0, phase, side, slack: slack.to_f64(), remaining })
            })
        };
        let (one, two) = (unless_seen(one, Side::One), unless_seen(two, Side::Two));
        let weakest = if two.0 < one.0 { two.1.clone() } else { one.1.clone() };
        let complete_on_day = complete.then(|| schedule.rounds.last().map_or(0.0, |round| round.day));
        Verification {
            self_enforcing: complete && self.first_failure.is_none(),
            epsilon: (-weakest.slack).max(0.0),
            first_failure: self.first_failure,
            weakest,
            weakest_of: [one.1, two.1],
            rounds: self.rounds,
            complete_on_day,
            left,
        }
    }
}
