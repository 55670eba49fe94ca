//! Whether each side still gains by going on rather than stopping, the first step at which one would gain by stopping, and what delay that bears.
//!
//! All in one world, from where the [course](crate::Course) stands; the condition is that of [`detente_exchange::Terms`].

use detente_exchange::{ExchangeError, Phase, Side, Terms, holds_itself, verify};

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
/// Beyond the end of the pledge nothing changes any more, so that what is borne until then is borne for ever.
///
/// # Errors
/// The terms make no sense.
pub fn largest_delay(
    course: &Course,
    promised: &Terms,
    of: impl Fn(&Part) -> bool,
) -> Result<Borne, ExchangeError> {
    let most = promised.pledge_days.ceil() as u32 + 1;
    for delay in 0..=most {
        let late = |part: &Part| if of(part) { f64::from(delay) } else { 0.0 };
        if !holds_itself(promised, &course.schedule_from_here("delayed", late))? {
            return Ok(delay.checked_sub(1).map_or(Borne::NotAsItIs, Borne::Days));
        }
    }
    Ok(Borne::Any)
}
