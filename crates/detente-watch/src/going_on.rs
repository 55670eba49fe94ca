//! Whether each side still gains by going on rather than stopping, the first step at which one would gain by stopping, and what delay that bears.
//!
//! All in one world, from where the [course](crate::Course) stands; the condition is that of [`detente_exchange::Terms`].

use detente_exchange::{ExchangeError, LONGEST_PLEDGE, Phase, Side, Terms, holds_itself, verify};

use crate::Course;
use crate::course::Part;

/// What is found of what is still to come in one world.
#[derive(Debug, Clone, PartialEq)]
pub struct GoingOn {
    /// By how much each side gains by going on rather than stopping now, on its own scale; below zero it gains that much by stopping.
    pub now: [f64; 2],
    /// The first step at which a side would gain by stopping; `None` if neither would to the end.
    pub stop: Option<Stop>,
}

/// A step at which a side would gain by stopping.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// Days from the one that is looked at.
    pub day: f64,
    /// Rounds of what is still to come that are over by then; 0 before the first.
    pub round: usize,
    /// Where in the round.
    pub phase: Phase,
    /// Which side.
    pub side: Side,
    /// What it would gain, on its own scale.
    pub gain: f64,
}

impl GoingOn {
    /// What is found under terms from here on, by what was promised.
    ///
    /// # Errors
    /// The terms make no sense.
    pub fn of(course: &Course, promised: &Terms) -> Result<Self, ExchangeError> {
        let schedule = course.schedule_from_here("as promised", |_| 0.0);
        let found = verify(promised, &schedule)?;
        let remaining = promised.counts();
        let slack = |side: Side| detente_exchange::slack_at(promised, side, 0.0, &remaining);
        let stop = found.first_failure.map(|moment| Stop {
            day: moment.day,
            round: moment.round,
            phase: moment.phase,
            side: moment.side,
            gain: -moment.slack,
        });
        Ok(Self { now: Side::BOTH.map(slack), stop })
    }

    /// Whether nobody would gain by stopping for so many days.
    pub fn goes_on_for(&self, days: f64) -> bool {
        self.stop.is_none_or(|stop| stop.day > days)
    }
}

/// What delay is borne without anybody gaining by stopping.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Borne {
    /// So many whole days, and not one more.
    Days(u32),
    /// Any delay: it may come after the pledge has run out.
    Any,
    /// None: somebody gains by stopping as it is.
    NotAsItIs,
}

/// The largest delay, in whole days, of some of what is still to come that is borne: with each delay up to it nobody gains by stopping, the rest going as promised.
/// Beyond the end of the pledge, and the last day on which a guarantee changes, nothing changes any more: what is borne until then, or for ten years, is borne for ever.
///
/// It is found by halving: where a schedule that holds does not bear some delay, it bears no longer one. Take a side and what is left to come at some moment. While that stays
/// the same its slack only rises with the days or only falls, as the pause costs or pleases it.
///
/// - *All is late together.* Each state lasts as long as before and comes so many days later; the first lasts longer. Where slack rises a later state is a stronger one, and
///   what held still holds. Where it falls, a later state is a weaker one, and a longer delay weakens it more.
/// - *What one side gives is late.* Meanwhile the other side has that much more to come than in the schedule that holds, and the giver that much less to gain: only the giver can
///   come to gain by stopping, and a moment at which it does is passed through with any longer delay.
///
/// As long as a guarantee changes with the days this is not so: a weak state may fall into days on which it is low, and a longer delay carry it past them. Delays up to the last
/// such day are tried one by one.
///
/// # Errors
/// The terms make no sense.
pub fn largest_delay(
    course: &Course,
    promised: &Terms,
    of: impl Fn(&Part) -> bool,
) -> Result<Borne, ExchangeError> {
    let guarantees = promised.sides.iter().flat_map(|side| &side.guarantee_over_time);
    let changes = guarantees.map(|(day, _)| *day).fold(0.0, f64::max).min(LONGEST_PLEDGE).ceil() as u32;
    let most = changes.max(promised.pledge_days.ceil() as u32) + 1;
    let holds = |delay: u32| {
        let late = |part: &Part| if of(part) { f64::from(delay) } else { 0.0 };
        holds_itself(promised, &course.schedule_from_here("delayed", late))
    };
    for delay in 0..=changes {
        if !holds(delay)? {
            return Ok(delay.checked_sub(1).map_or(Borne::NotAsItIs, Borne::Days));
        }
    }
    if holds(most)? {
        return Ok(Borne::Any);
    }
    let (mut borne, mut fails) = (changes, most);
    while fails - borne > 1 {
        let middle = borne + (fails - borne) / 2;
        if holds(middle)? { borne = middle } else { fails = middle }
    }
    Ok(Borne::Days(borne))
}
