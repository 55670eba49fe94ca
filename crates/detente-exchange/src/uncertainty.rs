//! An exchange over many worlds.
//!
//! Terms are drawn (one set for each world), a schedule that is fixed beforehand is verified in every world, and the
//! planner is asked in every world whether any schedule would do. The first says how robust what is signed would be; the second
//! how often the parties could have signed something better had they known. Worlds are computed in parallel and
//! gathered in their order, so the result does not depend on the number of threads. Shares carry Wilson intervals.

use std::borrow::Cow;
use std::collections::BTreeMap;

use detente_model::Progress;
use detente_model::side_by_side::each;

use crate::guarantee::least_guarantee_with;
use crate::plan::Planner;
use crate::pledge::longest_with;
use crate::stakes::{Stakes, Timeline};
use crate::trust::{Trust, last_handover};
use crate::verify::Walk;
use crate::{Band, ExchangeError, Phase, Schedule, Share, Side, Terms};

/// A step at which a schedule fails, and how often.
#[derive(Debug, Clone, PartialEq)]
pub struct FailingStep {
    /// The round after which, or in which, it fails; 0 before the first.
    pub round: usize,
    /// The day of that round, or the first day.
    pub day: f64,
    /// Where in the round.
    pub phase: Phase,
    /// The side that would gain by stopping.
    pub side: Side,
    /// In how many worlds this is the first failure.
    pub worlds: u64,
    /// The share of all worlds.
    pub share: Share,
    /// What the side would gain by stopping, where it would.
    pub gain: Band,
}

/// What holds over all worlds.
#[derive(Debug, Clone, PartialEq)]
pub struct OverWorlds {
    /// How many worlds.
    pub worlds: u64,
    /// Probability that the schedule holds itself; `None` if none was given.
    pub schedule_holds: Option<Share>,
    /// Where it fails first, most frequent first.
    pub fails_at: Vec<FailingStep>,
    /// Probability that some schedule holds itself.
    pub some_schedule_holds: Share,
    /// The least slack of the schedule for each side.
    pub weakest_slack: [Option<Band>; 2],
    /// The day on which the fastest schedule is complete, where there is one.
    pub complete_on_day: Option<Band>,
    /// Units of each side's lots still held after the first handover of the fastest schedule.
    pub held_after_first: [Option<Band>; 2],
    /// Guarantee needed on each side, where one is enough by itself.
    pub guarantee_needed: [Option<Band>; 2],
    /// Longest pledge in days, where there is one.
    pub longest_pledge_days: Option<Band>,
    /// q* of each side's last handover in the schedule; 0 where no trust is needed. Worlds in which none is enough are
    /// left out and counted in [`OverWorlds::no_trust_enough`].
    pub trust_needed: [Option<Band>; 2],
    /// In how many worlds no trust is enough for each side's last handover.
    pub no_trust_enough: [u64; 2],
}

/// So many worlds are looked at before what is found in them is put to the rest.
const TOGETHER: u64 = 8_192;

/// What is found in one world.
struct InWorld {
    holds: Option<Verified>,
    complete: Option<(f64, [f64; 2])>,
    guarantee: [Option<f64>; 2],
    longest: Option<f64>,
    trust: [Option<Trust>; 2],
}

#[derive(Clone)]
struct Verified {
    self_enforcing: bool,
    failure: Option<Failure>,
    slack: [f64; 2],
}

impl Verified {
    fn of(stakes: &Stakes<'_>, schedule: &Schedule) -> Self {
        let walk = Walk::through(stakes, schedule);
        Self {
            self_enforcing: walk.self_enforcing(),
            failure: walk.first_failure.map(|(side, seen)| Failure {
                round: seen.round,
                day: seen.day,
                phase: seen.phase,
                side,
                gain: -seen.slack.to_f64(),
            }),
            slack: Side::BOTH.map(|side| walk.weakest_of(side).slack.to_f64()),
        }
    }
}

/// The first failure in one world.
#[derive(Clone, Copy)]
struct Failure {
    round: usize,
    day: f64,
    phase: Phase,
    side: Side,
    gain: f64,
}

/// How one schedule fares over all worlds.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleOverWorlds {
    /// Probability that it holds itself.
    pub holds: Share,
    /// Where it fails first, most frequent first.
    pub fails_at: Vec<FailingStep>,
    /// Its least slack for each side.
    pub weakest_slack: [Option<Band>; 2],
}

/// Verifies several schedules in each of `draws` worlds and plans nothing: far cheaper than [`over_worlds`]. Each schedule is
/// fitted to each world's counts.
///
/// # Errors
/// There are no worlds, or the terms of a world are not well formed: the first such world's error.
pub fn verify_over_worlds(
    draws: u64,
    terms_of: impl Fn(u64) -> Result<Terms, ExchangeError> + Sync,
    schedules: &[Schedule],
) -> Result<Vec<ScheduleOverWorlds>, ExchangeError> {
    if draws == 0 {
        return Err(ExchangeError::Empty { what: "worlds".to_owned() });
    }
    let in_world = |i: usize| {
        let terms = terms_of(i as u64)?;
        terms.check()?;
        verified(&Stakes::new(&terms), schedules)
    };
    let found = each(draws as usize, &Progress::default(), &in_world);
    let mut by_schedule = vec![Vec::new(); schedules.len()];
    for world in found {
        put_in(&mut by_schedule, world?);
    }
    Ok(fares(draws, &by_schedule, schedules, &Progress::default()))
}

/// In how many of `draws` worlds each of several schedules holds itself: what [`verify_over_worlds`] tells of it first, without all else.
///
/// # Errors
/// As [`verify_over_worlds`].
pub fn held_over_worlds(
    draws: u64,
    terms_of: impl Fn(u64) -> Result<Terms, ExchangeError> + Sync,
    schedules: &[Schedule],
) -> Result<Vec<u64>, ExchangeError> {
    if draws == 0 {
        return Err(ExchangeError::Empty { what: "worlds".to_owned() });
    }
    let in_world = |i: usize| -> Result<Vec<u64>, ExchangeError> {
        let terms = terms_of(i as u64)?;
        terms.check()?;
        let stakes = Stakes::new(&terms);
        let holds = |schedule: &Schedule| {
            let schedule = fitted(schedule, &terms)?;
            Ok(u64::from(Walk::holds(&stakes, &schedule)))
        };
        schedules.iter().map(holds).collect()
    };
    let found = each(draws as usize, &Progress::default(), &in_world);
    found.into_iter().try_fold(vec![0; schedules.len()], |mut held, world| {
        held.iter_mut().zip(world?).for_each(|(held, holds)| *held += holds);
        Ok(held)
    })
}

/// Looks at `draws` worlds; `terms_of(i)` makes the terms of world i. A schedule is fitted to each world's counts
/// ([`Schedule::fitted`]).
///
/// # Errors
/// There are no worlds, or the terms of a world are not well formed: the first such world's error.
pub fn over_worlds(
    draws: u64,
    terms_of: impl Fn(u64) -> Result<Terms, ExchangeError> + Sync,
    schedule: Option<&Schedule>,
) -> Result<OverWorlds, ExchangeError> {
    over_worlds_beside(draws, terms_of, schedule, &[], &Progress::default()).map(|(over, _)| over)
}

/// As [`over_worlds`], with further schedules that are verified in the same worlds as by [`verify_over_worlds`]: each world is made once. `progress` may
/// cancel it; whoever makes the terms tells it of each world.
///
/// # Errors
/// As [`over_worlds`].
pub fn over_worlds_beside(
    draws: u64,
    terms_of: impl Fn(u64) -> Result<Terms, ExchangeError> + Sync,
    schedule: Option<&Schedule>,
    others: &[Schedule],
    progress: &Progress,
) -> Result<(OverWorlds, Vec<ScheduleOverWorlds>), ExchangeError> {
    if draws == 0 {
        return Err(ExchangeError::Empty { what: "worlds".to_owned() });
    }
    let look = |i: u64| {
        let terms = terms_of(i)?;
        terms.check()?;
        let stakes = Stakes::new(&terms);
        let own = schedule.map(|schedule| fitted(schedule, &terms)).transpose()?;
        let others = verified(&stakes, others)?;
        Ok((in_world(&stakes, own.as_deref(), progress), others))
    };
    let (mut worlds, mut beside) = (Vec::new(), vec![Vec::new(); others.len()]);
    // Gathered in pieces: nobody could end it while all of them are moved.
    for first in (0..draws).step_by(TOGETHER as usize) {
        let some = (draws - first).min(TOGETHER);
        let found = each(some as usize, progress, &|i| look(first + i as u64));
        for world in found {
            let (world, verified) = world?;
            worlds.push(world);
            put_in(&mut beside, verified);
        }
        progress.go_on();
    }
    Ok((gather(draws, &worlds, schedule, progress), fares(draws, &beside, others, progress)))
}

/// A schedule fitted to a world's counts, and checked.
fn fitted<'s>(schedule: &'s Schedule, terms: &Terms) -> Result<Cow<'s, Schedule>, ExchangeError> {
    let schedule = schedule.fitting(terms);
    schedule.check(terms)?;
    Ok(schedule)
}

/// How schedules fare in one world.
fn verified(stakes: &Stakes<'_>, schedules: &[Schedule]) -> Result<Vec<Verified>, ExchangeError> {
    let verified = |schedule: &Schedule| {
        let schedule = fitted(schedule, stakes.terms)?;
        Ok(Verified::of(stakes, &schedule))
    };
    schedules.iter().map(verified).collect()
}

/// Puts what was found of schedules in one world to what was found of each in those before.
fn put_in(by_schedule: &mut [Vec<Verified>], world: Vec<Verified>) {
    by_schedule.iter_mut().zip(world).for_each(|(found, verified)| found.push(verified));
}

/// How schedules fare over all worlds; what was found of each.
fn fares(
    draws: u64,
    found: &[Vec<Verified>],
    schedules: &[Schedule],
    progress: &Progress,
) -> Vec<ScheduleOverWorlds> {
    let fares = |(schedule, found): (&Schedule, &Vec<Verified>)| {
        let each = || progress.along(found);
        let failures = each().filter_map(|verified| verified.failure);
        ScheduleOverWorlds {
            holds: Share::of(each().filter(|verified| verified.self_enforcing).count() as u64, draws),
            fails_at: failing_steps(failures, Some(schedule), draws, progress),
            weakest_slack: [0, 1].map(|i| {
                let slack = each().map(|verified| verified.slack[i]);
                Band::watched(slack.collect(), progress)
            }),
        }
    };
    schedules.iter().zip(found).map(fares).collect()
}

fn in_world(stakes: &Stakes<'_>, schedule: Option<&Schedule>, progress: &Progress) -> InWorld {
    let terms = stakes.terms;
    let planner = Planner::new(stakes, progress);
    let outline =
        if Timeline::can_begin_and_end(stakes) { planner.outline(&Timeline::new(stakes)) } else { None };
    let holds = schedule.map(|schedule| Verified::of(stakes, schedule));
    let complete = outline.map(|(day, left)| (day, left.map(f64::from)));
    let trust = |side: Side| schedule.and_then(|s| last_handover(terms, s, side)).map(|last| last.trust);
    InWorld {
        holds,
        complete,
        guarantee: Side::BOTH.map(|side| least_guarantee_with(&planner, terms, side)),
        longest: longest_with(&planner, terms, crate::LONGEST_PLEDGE).days(),
        trust: Side::BOTH.map(trust),
    }
}

/// What is gathered over all worlds. With many of them each figure takes a while, in which `progress` may cancel it.
fn gather(draws: u64, worlds: &[InWorld], schedule: Option<&Schedule>, progress: &Progress) -> OverWorlds {
    let count = |f: &dyn Fn(&InWorld) -> bool| progress.along(worlds).filter(|w| f(w)).count() as u64;
    let band = |f: &dyn Fn(&InWorld) -> Option<f64>| {
        Band::watched(progress.along(worlds).filter_map(f).collect(), progress)
    };
    let failures = progress.along(worlds).filter_map(|w| w.holds.as_ref()?.failure);
    let fails_at = failing_steps(failures, schedule, draws, progress);
    let trust = |i: usize| {
        band(&|w| match w.trust[i]? {
            Trust::NotNeeded => Some(0.0),
            Trust::AtLeast(q) => Some(q),
            Trust::NeverEnough => None,
        })
    };
    OverWorlds {
        worlds: draws,
        schedule_holds: schedule
            .map(|_| Share::of(count(&|w| w.holds.as_ref().is_some_and(|h| h.self_enforcing)), draws)),
        fails_at,
        some_schedule_holds: Share::of(count(&|w| w.complete.is_some()), draws),
        weakest_slack: [0, 1].map(|i| band(&|w| w.holds.as_ref().map(|h| h.slack[i]))),
        complete_on_day: band(&|w| w.complete.map(|(day, _)| day)),
        held_after_first: [0, 1].map(|i| band(&|w| w.complete.map(|(_, held)| held[i]))),
        guarantee_needed: [0, 1].map(|i| band(&|w| w.guarantee[i])),
        longest_pledge_days: band(&|w| w.longest),
        trust_needed: [trust(0), trust(1)],
        no_trust_enough: [0, 1].map(|i| count(&|w| w.trust[i] == Some(Trust::NeverEnough))),
    }
}

/// First failures gathered by step, most frequent first.
fn failing_steps(
    found: impl Iterator<Item = Failure>,
    schedule: Option<&Schedule>,
    draws: u64,
    progress: &Progress,
) -> Vec<FailingStep> {
    let mut failures: BTreeMap<(usize, Phase, Side), (f64, Vec<f64>)> = BTreeMap::new();
    for Failure { round, day, phase, side, gain } in found {
        failures.entry((round, phase, side)).or_insert((day, Vec::new())).1.push(gain);
    }
    let mut fails_at: Vec<FailingStep> = failures
        .into_iter()
        .filter_map(|((round, phase, side), (first_seen, gains))| {
            let worlds = gains.len() as u64;
            let day = match round.checked_sub(1) {
                Some(r) => schedule.and_then(|s| s.rounds.get(r)).map_or(first_seen, |round| round.day),
                None => 0.0,
            };
            let gain = Band::watched(gains, progress)?;
            Some(FailingStep { round, day, phase, side, worlds, share: Share::of(worlds, draws), gain })
        })
        .collect();
    fails_at.sort_by_key(|step| std::cmp::Reverse(step.worlds));
    fails_at
}
