//! The fastest schedule that holds itself.
//!
//! **Within whole lots in a fixed order** the planner finds, for every order of the lots of both sides, the least
//! schedule (fewest still held on every day at once, see `least`), and keeps the one that is done soonest; of those, the
//! one under which people wait the fewest days in all, over both sides. **With lots mixed freely** it proves that nothing
//! is sooner: by bounds that hold in any order, and where they leave a gap by exhausting the lattice of counts while that
//! is small. [`Proof`] says which of these it was. Minimum batches are searched exhaustively.
//!
//! Cost: orders × (days + units) in the usual case. Every plan is verified moment by moment before it is returned.
//!
//! ```
//! use detente_exchange::{plan, Planned, Side, SideTerms, Terms};
//!
//! // The worked example of the reference: 135 days pledged, no guarantee.
//! let mut terms = Terms::new(SideTerms::new("I"), SideTerms::new("H"), 135.0)
//!     .lot("people held", Side::Two, 101, 1.0, 0.2)
//!     .lot("prisoners", Side::One, 1500, 0.03, 0.02);
//! terms.sides[0].war_gain_per_day = 0.5;
//! terms.sides[1].calm_value_per_day = 0.05;
//! let Planned::Found(plan) = plan(&terms).unwrap() else { panic!() };
//! assert_eq!(plan.held[0].left[0], 73); // 73 people still held after the first day …
//! assert_eq!(plan.completes_on_day, 135.0); // … and the last home when the pledge ends
//! ```

use std::rc::Rc;

use detente_model::Progress;

use crate::batches;
use crate::lattice::Lattice;
use crate::least::{self, Least, Rules, Stop};
use crate::queue::{Queue, orders};
use crate::stakes::{Stakes, Timeline};
use crate::verify::verify_checked;
use crate::{Amount, ExchangeError, Round, Schedule, Side, Terms, Verification};

/// The most pairs of orders (one for each side) that are tried.
const MOST_PAIRS: usize = 5_040;

/// What the planner found.
#[derive(Debug, Clone, PartialEq)]
pub enum Planned {
    /// A schedule that holds itself.
    Found(Box<Plan>),
    /// There is none.
    None(Obstacle),
}

impl Planned {
    /// The plan, if there is one.
    pub fn found(self) -> Option<Plan> {
        match self {
            Self::Found(plan) => Some(*plan),
            Self::None(_) => None,
        }
    }
}

/// A schedule that holds itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What goes when.
    pub schedule: Schedule,
    /// The order in which each side's lots go; `None` when lots are mixed.
    pub order: Option<[Vec<usize>; 2]>,
    /// What is still held after each day of handover.
    pub held: Vec<Held>,
    /// The day on which the last is handed over.
    pub completes_on_day: f64,
    /// Days waited in all, over everybody on both sides.
    pub days_waited: f64,
    /// How far it is proved to be the fastest.
    pub proof: Proof,
    /// Its moments, verified.
    pub verification: Verification,
}

/// What is still held after a day of handover.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The day.
    pub day: f64,
    /// How many of each lot are left.
    pub left: Vec<u32>,
}

/// How far a plan is proved to be the fastest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Proof {
    /// Nothing that respects the terms is sooner, lots mixed or not.
    Fastest,
    /// The soonest of all orders of whole lots; mixing lots might be sooner, but not sooner than this day.
    FastestInWholeLots {
        /// The earliest day that any schedule could reach.
        not_before: f64,
    },
}

/// Why there is no schedule that holds itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Obstacle {
    /// The condition that fails.
    pub kind: ObstacleKind,
    /// Whether it is proved that no schedule exists, lots mixed or not.
    pub proved: bool,
}

/// The condition that cannot be met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ObstacleKind {
    /// The side would not begin: all that it has to give and forgo is worth more to it than all that it would receive.
    WouldNotBegin {
        /// The side.
        side: Side,
        /// By how much it would lose, on its own scale.
        short_by: f64,
    },
    /// With everything handed over, nothing would hold the side.
    NothingAtTheEnd {
        /// The side.
        side: Side,
        /// What it would gain by stopping, on its own scale.
        short_by: f64,
        /// The day until which that is so.
        until_day: f64,
    },
    /// On a day the side would stop even with everything of the other's still to come, because of what it still has to
    /// give to keep the other side going: each waits for the other.
    Deadlock {
        /// The side that would stop.
        side: Side,
        /// The day.
        day: f64,
    },
    /// Both could be kept going, but the last cannot be out by the end of the pledge.
    TooSlow {
        /// The side that cannot hand over fast enough.
        side: Side,
        /// Units left at the end.
        left: u32,
    },
    /// No batches of the sizes allowed lead to the end.
    Batches,
}

/// Plans the exchange.
///
/// # Errors
/// The terms are not well formed ([`Terms::check`]). That there is no schedule is not an error.
pub fn plan(terms: &Terms) -> Result<Planned, ExchangeError> {
    plan_watched(terms, &Progress::default())
}

/// As [`plan`], with a progress that may cancel it.
///
/// # Errors
/// As [`plan`].
pub fn plan_watched(terms: &Terms, progress: &Progress) -> Result<Planned, ExchangeError> {
    terms.check()?;
    let stakes = Stakes::new(terms);
    Ok(Planner::new(&stakes, progress).plan(&Timeline::new(&stakes)))
}

/// Whether any schedule holds itself: the question of [`plan`] without its answer written out, and quicker.
///
/// # Errors
/// The terms are not well formed.
pub fn some_schedule_holds(terms: &Terms) -> Result<bool, ExchangeError> {
    terms.check()?;
    let stakes = Stakes::new(terms);
    let progress = Progress::default();
    let planner = || Planner::new(&stakes, &progress);
    Ok(Timeline::can_begin_and_end(&stakes)
        && (Timeline::holds_at_once_at_the_end(&stakes) || planner().exists(&Timeline::new(&stakes))))
}

/// Plans for fixed lots and worths, while guarantees and days may vary.
#[derive(Clone)]
pub(crate) struct Planner<'a> {
    stakes: &'a Stakes<'a>,
    queues: Rc<[Vec<Queue>; 2]>,
    all_orders: bool,
    rules: Rules,
    minimum: [u32; 2],
    progress: &'a Progress,
}

/// What the search over orders ended with.
enum Search {
    Found { pair: [usize; 2], least: Least, done: usize },
    Stopped(Stop),
    NoBatches,
}

/// What the search over mixed lots ended with.
enum Mixed {
    Found(crate::lattice::Path),
    None,
    /// Too many states, or nothing left to settle.
    NotSearched,
}

/// The side that nothing would hold after everything is handed over at the last handover.
fn unheld_at_end(timeline: &Timeline) -> Option<(Side, Amount)> {
    let need = timeline.complete_after(timeline.days.len() - 1);
    Side::BOTH.into_iter().map(|side| (side, need[side.index()])).find(|(_, need)| *need > Amount::ZERO)
}

impl<'a> Planner<'a> {
    pub fn new(stakes: &'a Stakes<'a>, progress: &'a Progress) -> Self {
        let mut all_orders = true;
        let queues = Side::BOTH.map(|side| {
            let (list, all) = orders(stakes, side);
            all_orders &= all;
            list.into_iter().map(|order| Queue::new(stakes, order)).collect::<Vec<_>>()
        });
        all_orders &= queues[0].len() * queues[1].len() <= MOST_PAIRS;
        Self::over(stakes, Rc::new(queues), all_orders, progress)
    }

    /// A planner for other terms with the same lots.
    pub fn again<'b>(&self, stakes: &'b Stakes<'b>) -> Planner<'b>
    where
        'a: 'b,
    {
        Planner::over(stakes, Rc::clone(&self.queues), self.all_orders, self.progress)
    }

    /// Whether the lots are the same, as many and worth as much.
    pub fn is_for_lots_of(&self, stakes: &Stakes<'_>) -> bool {
        let same = |(one, other): (&crate::LotTerms, &crate::LotTerms)| {
            one.from == other.from && one.count == other.count
        };
        let [own, other] = [&self.stakes.terms.lots, &stakes.terms.lots];
        self.stakes.receive == stakes.receive
            && self.stakes.give == stakes.give
            && own.len() == other.len()
            && own.iter().zip(other).all(same)
    }

    fn over(
        stakes: &'a Stakes<'a>,
        queues: Rc<[Vec<Queue>; 2]>,
        all_orders: bool,
        progress: &'a Progress,
    ) -> Self {
        let sides = &stakes.terms.sides;
        let rules = Rules { first: stakes.terms.first, capacity: [sides[0].capacity, sides[1].capacity] };
        let minimum = [sides[0].minimum_batch, sides[1].minimum_batch];
        Self { stakes, queues, all_orders, rules, minimum, progress }
    }

    fn pairs(&self) -> impl Iterator<Item = [usize; 2]> {
        let [n, m] = [self.queues[0].len(), self.queues[1].len()];
        (0..n).flat_map(move |i| (0..m).map(move |j| [i, j])).take(MOST_PAIRS)
    }

    fn queues(&self, pair: [usize; 2]) -> [&Queue; 2] {
        [&self.queues[0][pair[0]], &self.queues[1][pair[1]]]
    }

    /// Whether the order of lots makes no difference.
    fn one_order(&self) -> bool {
        self.queues.iter().all(|list| list.len() == 1) && self.all_orders
    }

    /// The least schedule in one order, a deposit that ends on completion taken into account.
    fn in_order(&self, pair: [usize; 2], timeline: &Timeline) -> Result<Least, Stop> {
        let queues = self.queues(pair);
        let last_undone = (0..timeline.days.len())
            .rev()
            .find(|&k| timeline.complete_after(k).iter().any(|need| *need > Amount::ZERO));
        let free = least::least(queues, timeline, self.rules, None, self.progress)?;
        // Without deposits the conditions themselves already hold back what must be held back.
        let Some(last) = last_undone.filter(|&k| free.completion().is_none_or(|done| done <= k)) else {
            return Ok(free);
        };
        if last + 1 == timeline.days.len() {
            let side = unheld_at_end(timeline).map_or(Side::One, |(side, _)| side);
            return Err(Stop::Unfinished { side: side.other(), left: 1 });
        }
        // Something must stay until the deposit is no longer needed: one unit of either side.
        let kept = Side::BOTH
            .map(|side| least::least(queues, timeline, self.rules, Some((side, last)), self.progress));
        match kept {
            [Ok(one), Ok(two)] => {
                let waited = |l: &Least| self.days_waited(l, timeline);
                Ok(if waited(&two) < waited(&one) { two } else { one })
            }
            [Ok(only), Err(_)] | [Err(_), Ok(only)] => Ok(only),
            [Err(stop), Err(_)] => Err(stop),
        }
    }

    fn days_waited(&self, least: &Least, timeline: &Timeline) -> f64 {
        let mut waited = 0.0;
        let mut before = 0.0;
        let mut held = Side::BOTH.map(|side| self.stakes.terms.units_of(side));
        for (k, day) in timeline.days.iter().enumerate() {
            waited += f64::from(held[0] + held[1]) * (day - before);
            before = *day;
            held = [least.left[0][k], least.left[1][k]];
        }
        waited
    }

    fn search(&self, timeline: &Timeline, enough: Option<usize>) -> Search {
        let batched = self.minimum.iter().any(|m| *m > 1);
        let mut first_stop = None;
        let mut relaxed: Vec<([usize; 2], Least, usize)> = Vec::new();
        let mut best: Option<([usize; 2], Least, usize, f64)> = None;
        let consider =
            |best: &mut Option<([usize; 2], Least, usize, f64)>, pair, least: Least, done: usize| {
                let waited = self.days_waited(&least, timeline);
                if best.as_ref().is_none_or(|(_, _, d, w)| (done, waited) < (*d, *w)) {
                    *best = Some((pair, least, done, waited));
                }
            };
        for pair in self.pairs() {
            match self.in_order(pair, timeline) {
                Ok(least) => {
                    let Some(done) = least.completion() else { continue };
                    if batched {
                        relaxed.push((pair, least, done));
                        continue;
                    }
                    consider(&mut best, pair, least, done);
                    if enough.is_some_and(|k| done <= k) {
                        break;
                    }
                }
                Err(stop) => {
                    first_stop = Some(first_stop.map_or(stop, |s: Stop| s.min(stop)));
                    // Whether a side begins does not depend on the order.
                    if matches!(stop, Stop::Start { .. }) {
                        break;
                    }
                }
            }
        }
        if batched {
            if relaxed.is_empty() {
                return Search::Stopped(first_stop.unwrap_or(Stop::Unfinished { side: Side::One, left: 0 }));
            }
            // An order cannot do better with minimum batches than without: the promising ones first, so the
            // first that is as soon as it could be is taken.
            let waited = |least: &Least| self.days_waited(least, timeline);
            relaxed.sort_by(|a, b| a.2.cmp(&b.2).then(waited(&a.1).total_cmp(&waited(&b.1))));
            for (pair, _, bound) in relaxed {
                if best
                    .as_ref()
                    .is_some_and(|(_, _, done, _)| *done <= bound || enough.is_some_and(|k| *done <= k))
                {
                    break;
                }
                let queues = self.queues(pair);
                if !batches::fits(queues, timeline) {
                    continue;
                }
                if let Some(least) =
                    batches::soonest(queues, timeline, self.rules, self.minimum, self.progress)
                    && let Some(done) = least.completion()
                {
                    consider(&mut best, pair, least, done);
                }
            }
            return match best {
                Some((pair, least, done, _)) => Search::Found { pair, least, done },
                None => Search::NoBatches,
            };
        }
        match (best, first_stop) {
            (Some((pair, least, done, _)), _) => Search::Found { pair, least, done },
            (None, Some(stop)) => Search::Stopped(stop),
            (None, None) => Search::NoBatches,
        }
    }

    /// The earliest handover by which any schedule whatever could be complete; `None` if none can.
    fn not_before(&self, timeline: &Timeline) -> Option<usize> {
        for side in Side::BOTH {
            if self.stakes.all_to_come(side) < timeline.start[side.index()] {
                return None;
            }
        }
        let rounds = Side::BOTH
            .iter()
            .map(|side| match (self.stakes.terms.units_of(*side), self.rules.capacity[side.index()]) {
                (0, _) => 0,
                (_, Some(0)) => usize::MAX,
                (units, Some(most)) => units.div_ceil(most) as usize,
                (_, None) => 1,
            })
            .max()
            .unwrap_or(0);
        // Backwards from the end: as long as the finished exchange would stand.
        let handovers = timeline.days.len();
        let mut earliest = handovers;
        while earliest > 0 && timeline.complete_after(earliest - 1).iter().all(|need| *need <= Amount::ZERO) {
            earliest -= 1;
        }
        let earliest = earliest.max(rounds.saturating_sub(1));
        (earliest < handovers).then_some(earliest)
    }

    /// As [`Self::exists`], under stakes that differ from the planner's own in guarantees and in the length of the pledge alone.
    pub fn exists_under(&self, stakes: &Stakes<'_>) -> bool {
        Timeline::can_begin_and_end(stakes)
            && (Timeline::holds_at_once_at_the_end(stakes) || self.exists(&Timeline::new(stakes)))
    }

    /// Whether any schedule holds itself, as far as it can be said.
    pub fn exists(&self, timeline: &Timeline) -> bool {
        let Some(bound) = self.not_before(timeline) else { return false };
        match self.search(timeline, Some(timeline.days.len().max(bound))) {
            Search::Found { .. } => true,
            _ if self.one_order() => false,
            _ => matches!(self.mixed(timeline), Mixed::Found(_)),
        }
    }

    /// The soonest schedule with lots mixed.
    fn mixed(&self, timeline: &Timeline) -> Mixed {
        let lattice = Lattice::new(self.stakes, timeline.days.len(), self.progress);
        let Some(lattice) = lattice else { return Mixed::NotSearched };
        lattice.soonest(timeline).map_or(Mixed::None, Mixed::Found)
    }

    /// The day on which the fastest schedule is complete, and the units of each side left after its first handover,
    /// without writing the schedule out.
    pub fn outline(&self, timeline: &Timeline) -> Option<(f64, [u32; 2])> {
        let bound = self.not_before(timeline)?;
        if let Search::Found { least, done, .. } = self.search(timeline, None)
            && (done <= bound || self.one_order())
        {
            return Some((timeline.days[done], [least.left[0][0], least.left[1][0]]));
        }
        // Not settled by an order of whole lots: the long way.
        let plan = self.plan(timeline).found()?;
        let left = |side: Side| {
            plan.held
                .first()
                .map_or(0, |held| self.stakes.terms.lots_of(side).map(|lot| held.left[lot]).sum())
        };
        Some((plan.completes_on_day, Side::BOTH.map(left)))
    }

    pub fn plan(&self, timeline: &Timeline) -> Planned {
        let Some(bound) = self.not_before(timeline) else {
            return Planned::None(Obstacle { kind: self.obstacle(timeline, None), proved: true });
        };
        let found = self.search(timeline, None);
        let settled = match &found {
            Search::Found { done, .. } => *done <= bound || self.one_order(),
            _ => self.one_order(),
        };
        let mixed = if settled { Mixed::NotSearched } else { self.mixed(timeline) };
        let exhausted = !matches!(mixed, Mixed::NotSearched);
        match (found, mixed) {
            (Search::Found { done, .. }, Mixed::Found(path)) if path.len() < done + 1 => {
                Planned::Found(self.finish(&path, None, Proof::Fastest, timeline))
            }
            (Search::Found { pair, least, .. }, _) => {
                let proof = if settled || exhausted {
                    Proof::Fastest
                } else {
                    Proof::FastestInWholeLots { not_before: timeline.days[bound] }
                };
                Planned::Found(self.finish(&self.states(pair, &least), Some(pair), proof, timeline))
            }
            (_, Mixed::Found(path)) => Planned::Found(self.finish(&path, None, Proof::Fastest, timeline)),
            (Search::Stopped(stop), _) => Planned::None(Obstacle {
                kind: self.obstacle(timeline, Some(stop)),
                proved: settled || exhausted,
            }),
            (Search::NoBatches, _) => {
                let [n, m] = [&self.queues[0][0], &self.queues[1][0]];
                let proved = exhausted || self.one_order() && batches::fits([n, m], timeline);
                Planned::None(Obstacle { kind: ObstacleKind::Batches, proved })
            }
        }
    }

    /// What is left of each lot after each handover, up to the one that completes.
    fn states(&self, pair: [usize; 2], least: &Least) -> Vec<Vec<u32>> {
        let queues = self.queues(pair);
        let done = least.completion().unwrap_or(least.left[0].len() - 1);
        (0..=done)
            .map(|k| {
                let mut remaining = vec![0; self.stakes.terms.lots.len()];
                for i in [0, 1] {
                    queues[i].write_remaining(self.stakes.terms, least.left[i][k], &mut remaining);
                }
                remaining
            })
            .collect()
    }

    fn finish(
        &self,
        states: &[Vec<u32>],
        pair: Option<[usize; 2]>,
        proof: Proof,
        timeline: &Timeline,
    ) -> Box<Plan> {
        let terms = self.stakes.terms;
        let mut schedule = Schedule::new("fastest that holds itself", terms.first);
        let mut before = terms.counts();
        let (mut waited, mut last) = (0.0, 0.0);
        let mut held = Vec::with_capacity(states.len());
        for (day, left) in timeline.days.iter().zip(states) {
            waited += before.iter().map(|n| f64::from(*n)).sum::<f64>() * (day - last);
            last = *day;
            let give: Vec<(usize, u32)> = (0..left.len())
                .filter(|&lot| left[lot] < before[lot])
                .map(|lot| (lot, before[lot] - left[lot]))
                .collect();
            if !give.is_empty() {
                schedule.rounds.push(Round { day: *day, give });
            }
            before.clone_from(left);
            held.push(Held { day: *day, left: left.clone() });
        }
        let verification = verify_checked(self.stakes, &schedule);
        Box::new(Plan {
            completes_on_day: verification.complete_on_day.unwrap_or(last),
            schedule,
            order: pair.map(|pair| self.queues(pair).map(|queue| queue.order.clone())),
            held,
            days_waited: waited,
            proof,
            verification,
        })
    }

    fn obstacle(&self, timeline: &Timeline, stop: Option<Stop>) -> ObstacleKind {
        let counts = self.stakes.terms.counts();
        for side in Side::BOTH {
            let slack = self.stakes.to_come(side, &counts) - timeline.start[side.index()];
            if slack < Amount::ZERO {
                return ObstacleKind::WouldNotBegin { side, short_by: (-slack).to_f64() };
            }
        }
        if let Some((side, need)) = unheld_at_end(timeline) {
            let until_day = self.stakes.terms.pledge_days;
            return ObstacleKind::NothingAtTheEnd { side, short_by: need.to_f64(), until_day };
        }
        match stop {
            Some(Stop::Refuses { side, handover }) => {
                ObstacleKind::Deadlock { side, day: timeline.days[handover] }
            }
            Some(Stop::Unfinished { side, left }) => ObstacleKind::TooSlow { side, left },
            // A start that fails is found above; without a stop only the number of handovers can be short.
            Some(Stop::Start { side }) => ObstacleKind::Deadlock { side, day: 0.0 },
            None => {
                let slow = |side: &Side| {
                    let most = u64::from(self.rules.capacity[side.index()].unwrap_or(u32::MAX));
                    let out = most.saturating_mul(timeline.days.len() as u64);
                    u64::from(self.stakes.terms.units_of(*side)).saturating_sub(out) as u32
                };
                let side = if slow(&Side::Two) > slow(&Side::One) { Side::Two } else { Side::One };
                ObstacleKind::TooSlow { side, left: slow(&side) }
            }
        }
    }
}
