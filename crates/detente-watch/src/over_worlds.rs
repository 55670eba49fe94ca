//! The day after over many worlds.
//!
//! The ledger is the same in all of them: what was reported is no draw. What is worth how much to whom, how long agreements last and how many
//! days of grace nobody counts differ from world to world. Worlds are computed in parallel and gathered in their order, so that the result does not
//! depend on the number of threads. Shares carry Wilson intervals.

use std::collections::BTreeMap;

use detente_durability::{Basis, DurabilityError, Horizons, Remaining, agreement_of, survival_over};
use detente_exchange::{Phase, Planned, Side, Terms, plan_watched, some_schedule_holds};
use detente_model::{Band, Commitment, CommitmentId, Durability, Package, Progress, Share, World, Worlds};
use jiff::civil::Date;
use rayon::prelude::*;

use crate::going_on::{Borne, GoingOn, Stop, largest_delay};
use crate::handed_over::{Delivery, handed_over};
use crate::ledger::{Ledger, Status};
use crate::observation::{Observation, Question, as_if, expected_move, observations};
use crate::outlook::{Outlook, agreement_in, is_breached, ratio_of_a_breach};
use crate::pledge::pledge_left;
use crate::{Course, WatchError};

/// What is found of the day after.
#[derive(Debug, Clone)]
pub struct Watch {
    /// How many worlds.
    pub worlds: u64,
    /// How every commitment stands.
    pub ledger: Ledger,
    /// Who has handed over how much.
    pub deliveries: Vec<Delivery>,
    /// The exchange from here on; `None` if none was promised, or it has ended.
    pub exchange: Option<ExchangeFromHere>,
    /// How long the agreement lasts on; `None` if the case says nothing of that, or it is [not known](Self::not_known), or it has ended.
    pub lasting: Option<LastsOn>,
    /// Why nothing is told of how long it lasts on although the case says something of it: by records that were not out on its day.
    pub not_known: Option<DurabilityError>,
    /// The days of calm that are left of the pledge in the central world; below zero where it has run out. `None` if none is pledged, or it has ended.
    pub pledge_left: Option<f64>,
    /// The days from here on for which the outlook is told.
    pub horizon: f64,
    /// The chance that it lasts so long; `None` if it has ended, or nothing tells of it.
    pub outlook: Option<MeanChance>,
    /// What could be seen next, what moves the outlook most first.
    pub next: Vec<Seen>,
    /// How many further observations there would be that were not weighed.
    pub not_weighed: usize,
}

/// The exchange from the day that is looked at.
#[derive(Debug, Clone)]
pub struct ExchangeFromHere {
    /// What was handed over and what is still to come.
    pub course: Course,
    /// The terms from here on by what was promised, in the central world.
    pub terms: Terms,
    /// What is found in the central world.
    pub central: GoingOn,
    /// In how many worlds each side gains by going on now.
    pub goes_on_now: [Share; 2],
    /// By how much.
    pub gain_now: [Option<Band>; 2],
    /// In how many worlds nobody gains by stopping to the end.
    pub to_the_end: Share,
    /// Where somebody would first gain by stopping, most frequent first.
    pub stops: Vec<StopOver>,
    /// The largest delay of all that is still to come that is borne.
    pub delay: BorneOver,
    /// The largest delay of what is missing, and of what is due next, each by itself: counted from its day.
    pub delays: Vec<(CommitmentId, BorneOver)>,
    /// The exchange planned anew from here, in the central world; `None` if the pledge has run out.
    pub anew: Option<Planned>,
    /// In how many worlds some schedule from here on would hold itself; `None` likewise.
    pub some_way: Option<Share>,
}

/// A step at which somebody would first gain by stopping, and how often.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StopOver {
    /// Days from the one that is looked at: the earliest over the worlds.
    pub day: f64,
    /// Rounds of what is still to come that are over by then.
    pub round: usize,
    /// Where in the round.
    pub phase: Phase,
    /// Which side.
    pub side: Side,
    /// In which share of the worlds.
    pub share: Share,
    /// What it would gain where it would.
    pub gain: Band,
}

/// What delay is borne, over the worlds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BorneOver {
    /// In the central world.
    pub central: Borne,
    /// In how many worlds nobody gains by stopping as it is.
    pub as_it_is: Share,
    /// In how many worlds any delay is borne.
    pub any: Share,
    /// Days that are borne in the others of these worlds.
    pub days: Option<Band>,
}

/// How long an agreement lasts on that has held until now.
#[derive(Debug, Clone, PartialEq)]
pub struct LastsOn {
    /// For how many days it has held.
    pub held: f64,
    /// In how many worlds a breach is open: it may hang on how many days of grace nobody counts.
    pub breached: Share,
    /// By what an open breach multiplies the hazard.
    pub ratio: Band,
    /// What is left of it as it is.
    pub remaining: Remaining,
    /// What would be left if no breach were open.
    pub unbreached: Remaining,
    /// What would be left with a breach open.
    pub with_breach: Remaining,
}

/// A chance over the worlds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanChance {
    /// Its mean: all doubt included.
    pub mean: f64,
    /// Over the worlds.
    pub band: Band,
}

/// An observation, and what it would do to the outlook.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// What would be seen.
    pub observation: Observation,
    /// The outlook if it is kept, or was.
    pub if_kept: f64,
    /// The outlook if not.
    pub if_not: f64,
    /// By how much it moves the outlook on average.
    pub moves: f64,
}

/// What is found in one world.
struct InWorld {
    found: Option<FoundOfExchange>,
    chance: f64,
    breached: bool,
    seen: Vec<[f64; 2]>,
}

struct FoundOfExchange {
    going_on: GoingOn,
    delay: Borne,
    delays: Vec<Borne>,
    some_way: Option<bool>,
}

/// The ledger, and the course where there is one, as if an observation had its one end, and its other.
type BothEnds = [(Ledger, Option<Course>); 2];

/// What is looked at in every world.
struct Look<'a> {
    package: &'a Package,
    ledger: &'a Ledger,
    course: Option<&'a Course>,
    /// For each of its two ends of each observation the ledger, and the course where there is one.
    ends: Vec<BothEnds>,
    /// What delay is asked about of which commitments.
    delayed: Vec<CommitmentId>,
    held: f64,
    horizon: f64,
    lasts: bool,
    /// Whether any of the pledge is left.
    pledged: bool,
}

impl Watch {
    /// The day after of a package over the first `draws` worlds, on the day of the case; `horizon` is the number of days from then for which the outlook is
    /// told, by default those that are left of the pledge, else up to the day on which the durability of the case compares. `progress` is told
    /// of each world.
    ///
    /// # Errors
    /// The exchange or the durability makes no sense in one of the worlds.
    pub fn of(
        worlds: &Worlds,
        draws: u64,
        package: &Package,
        horizon: Option<f64>,
        progress: &Progress,
    ) -> Result<Self, WatchError> {
        let case = worlds.case();
        let central = worlds.central();
        let ledger = Ledger::of(case);
        let ended = case.exchange.as_ref().and_then(|exchange| exchange.ended);
        let course = match ended {
            None => Course::of(case, &ledger, central, package)?,
            Some(_) => None,
        };
        let terms = course.as_ref().map(|course| course.terms(central, package)).transpose()?;
        let begun = case.exchange.as_ref().and_then(|exchange| exchange.begins);
        let pledge_left = pledge_left(central, package);
        let left = pledge_left.unwrap_or(0.0);
        let durability = case.durability.as_ref().filter(|_| ended.is_none());
        let not_known = match durability.map(|_| Basis::of(case)) {
            Some(Err(error @ DurabilityError::NotYetKnown { .. })) => Some(error),
            _ => None,
        };
        let durability = durability.filter(|_| not_known.is_none());
        let held = durability
            .and_then(|durability| durability.held_on(case.as_of))
            .or_else(|| begun.map(|begun| f64::from(crate::ledger::days_between(begun, case.as_of))))
            .map_or(0.0, |held| held.max(0.0));
        let horizon = horizon.unwrap_or_else(|| {
            if left > 0.0 {
                left.ceil()
            } else {
                durability.map_or(DEFAULT_HORIZON, Durability::compared_day)
            }
        });
        let grace = |commitment: &Commitment| commitment.grace.map_or(0.0, |grace| central.number(grace));
        let tells = course.is_some() || durability.is_some();
        let (asked, not_weighed) = if tells { observations(case, &ledger, grace) } else { (Vec::new(), 0) };
        let ends = both_ends(&asked, &ledger, course.is_some(), central, package)?;
        let delayed: Vec<CommitmentId> = match &course {
            Some(course) => asked
                .iter()
                .filter(|seen| seen.question != Question::Disputed)
                .map(|seen| seen.commitment)
                .filter(|id| course.parts.iter().any(|part| part.commitment == Some(*id) && part.left() > 0))
                .collect(),
            None => Vec::new(),
        };
        let look = Look {
            package,
            ledger: &ledger,
            course: course.as_ref(),
            ends,
            delayed,
            held,
            horizon,
            lasts: durability.is_some(),
            pledged: left > 0.0,
        };
        progress.expect(draws);
        let found: Vec<Result<InWorld, WatchError>> = (0..draws)
            .into_par_iter()
            .map(|draw| {
                progress.step();
                look.in_world(&worlds.draw(draw))
            })
            .collect();
        let found: Vec<InWorld> = found.into_iter().collect::<Result<_, _>>()?;
        let in_centre = look.in_world(central)?;
        let exchange = match (&course, &terms, in_centre.found) {
            (Some(course), Some(terms), Some(centre)) => {
                Some(exchange_over(course, terms, centre, &found, &look, progress)?)
            }
            _ => None,
        };
        let lasting = match durability {
            Some(_) => Some(lasts_on(worlds, draws, package, &ledger, held, &found, progress)?),
            None => None,
        };
        let chances: Vec<f64> = found.iter().map(|world| world.chance).collect();
        let next = weighed(&asked, mean(&chances).unwrap_or(0.0), &found);
        let outlook = mean(&chances)
            .filter(|_| tells)
            .and_then(|mean| Some(MeanChance { mean, band: Band::watched(chances, progress)? }));
        let deliveries = handed_over(case, &ledger);
        Ok(Self {
            worlds: draws,
            deliveries,
            exchange,
            lasting,
            not_known,
            pledge_left,
            horizon,
            outlook,
            next,
            not_weighed,
            ledger,
        })
    }

    /// The calendar day so many days from the one that is looked at.
    pub fn date(&self, from_here: f64) -> Option<Date> {
        let days = jiff::Span::new().try_days(from_here.ceil() as i64).ok()?;
        self.ledger.day.checked_add(days).ok()
    }

    /// How many commitments have a status.
    pub fn count(&self, status: Status) -> usize {
        self.ledger.with(status).count()
    }
}

/// The days for which the outlook is told where nothing else says.
const DEFAULT_HORIZON: f64 = 30.0;

impl Look<'_> {
    fn in_world(&self, world: &World) -> Result<InWorld, WatchError> {
        let mut found = None;
        let mut terms = None;
        if let Some(course) = self.course {
            let all = course.terms(world, self.package)?;
            let here = course.terms_from_here(&all);
            let promised = course.as_promised(&here);
            let going_on = GoingOn::of(course, &promised)?;
            let delays = self
                .delayed
                .iter()
                .map(|id| largest_delay(course, &promised, |part| part.commitment == Some(*id)));
            let delays = delays.collect::<Result<Vec<_>, _>>()?;
            let delay = largest_delay(course, &promised, |_| true)?;
            let some_way = if self.pledged { Some(some_schedule_holds(&here)?) } else { None };
            found = Some(FoundOfExchange { going_on, delay, delays, some_way });
            terms = Some(all);
        }
        let going_on = found.as_ref().map(|found| found.going_on.clone());
        let outlook = self.outlook(world, self.ledger, going_on)?;
        let mut seen = Vec::with_capacity(self.ends.len());
        for ends in &self.ends {
            let mut chances = [0.0; 2];
            for ((ledger, course), chance) in ends.iter().zip(&mut chances) {
                let going_on = match (course, &terms) {
                    (Some(course), Some(all)) => {
                        let promised = course.as_promised(&course.terms_from_here(all));
                        Some(GoingOn::of(course, &promised)?)
                    }
                    _ => None,
                };
                *chance = self.outlook(world, ledger, going_on)?.chance(self.horizon);
            }
            seen.push(chances);
        }
        Ok(InWorld {
            chance: outlook.chance(self.horizon),
            breached: is_breached(world, self.ledger),
            found,
            seen,
        })
    }

    fn outlook(
        &self,
        world: &World,
        ledger: &Ledger,
        going_on: Option<GoingOn>,
    ) -> Result<Outlook, WatchError> {
        let agreement = if self.lasts { Some(agreement_in(world, self.package, ledger)?) } else { None };
        Ok(Outlook { going_on, agreement, held: self.held })
    }
}

/// For each of its two ends of each observation the ledger as if it had been seen, and the course where there is one.
fn both_ends(
    asked: &[Observation],
    ledger: &Ledger,
    with_course: bool,
    central: &World,
    package: &Package,
) -> Result<Vec<BothEnds>, WatchError> {
    let case = central.case();
    let end = |seen: &Observation, kept: bool| {
        let ledger = as_if(case, ledger, seen, kept);
        let course = if with_course { Course::of(case, &ledger, central, package)? } else { None };
        Ok::<_, WatchError>((ledger, course))
    };
    asked.iter().map(|seen| Ok([end(seen, true)?, end(seen, false)?])).collect()
}

/// What each observation would do to the outlook, what moves it most first.
fn weighed(asked: &[Observation], now: f64, found: &[InWorld]) -> Vec<Seen> {
    let mut next: Vec<Seen> = asked
        .iter()
        .enumerate()
        .map(|(place, observation)| {
            let after = |end: usize| {
                let each: Vec<f64> = found.iter().map(|world| world.seen[place][end]).collect();
                mean(&each).unwrap_or(0.0)
            };
            let (if_kept, if_not) = (after(0), after(1));
            let moves = expected_move(observation.chance_kept, now, [if_kept, if_not]);
            Seen { observation: *observation, if_kept, if_not, moves }
        })
        .collect();
    // Of equals what comes first.
    next.sort_by(|a, b| b.moves.total_cmp(&a.moves));
    next
}

fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    Some(values.iter().sum::<f64>() / values.len() as f64)
}

fn exchange_over(
    course: &Course,
    terms: &Terms,
    centre: FoundOfExchange,
    found: &[InWorld],
    look: &Look<'_>,
    progress: &Progress,
) -> Result<ExchangeFromHere, WatchError> {
    let draws = found.len() as u64;
    let each = || progress.along(found).filter_map(|world| world.found.as_ref());
    let here = course.terms_from_here(terms);
    let share = |holds: &dyn Fn(&FoundOfExchange) -> bool| {
        Share::of(each().filter(|found| holds(found)).count() as u64, draws)
    };
    let anew = if look.pledged { Some(plan_watched(&here, progress)?) } else { None };
    let delays = look.delayed.iter().zip(&centre.delays).enumerate().map(|(place, (id, central))| {
        // What should have come by now comes tomorrow at the earliest: so late it is already.
        let part = course.parts.iter().find(|part| part.commitment == Some(*id));
        let late = part.map_or(0, |part| (course.goes_on(part) + course.now - part.day).max(0.0) as u32);
        let from_its_day = |borne: Borne| match borne {
            Borne::Days(days) => Borne::Days(days + late),
            other => other,
        };
        let over = each().map(|found| from_its_day(found.delays[place]));
        (*id, borne_over(from_its_day(*central), over, draws, progress))
    });
    Ok(ExchangeFromHere {
        terms: course.as_promised(&here),
        goes_on_now: [0, 1].map(|side: usize| share(&|found| found.going_on.now[side] >= 0.0)),
        gain_now: [0, 1].map(|side: usize| {
            Band::watched(each().map(|found| found.going_on.now[side]).collect(), progress)
        }),
        to_the_end: share(&|found| found.going_on.stop.is_none()),
        stops: stops(each().filter_map(|found| found.going_on.stop), draws, progress),
        delay: borne_over(centre.delay, each().map(|found| found.delay), draws, progress),
        delays: delays.collect(),
        anew,
        some_way: look.pledged.then(|| share(&|found| found.some_way == Some(true))),
        central: centre.going_on,
        course: course.clone(),
    })
}

/// First stops gathered by step, most frequent first.
fn stops(found: impl Iterator<Item = Stop>, draws: u64, progress: &Progress) -> Vec<StopOver> {
    let mut by_step: BTreeMap<(usize, Phase, Side), (f64, Vec<f64>)> = BTreeMap::new();
    for Stop { day, round, phase, side, gain } in found {
        let (first, gains) = by_step.entry((round, phase, side)).or_insert((day, Vec::new()));
        *first = first.min(day);
        gains.push(gain);
    }
    let mut stops: Vec<StopOver> = by_step
        .into_iter()
        .filter_map(|((round, phase, side), (day, gains))| {
            let share = Share::of(gains.len() as u64, draws);
            Some(StopOver { day, round, phase, side, share, gain: Band::watched(gains, progress)? })
        })
        .collect();
    stops.sort_by_key(|stop| std::cmp::Reverse(stop.share.hits));
    stops
}

fn borne_over(
    central: Borne,
    found: impl Iterator<Item = Borne>,
    draws: u64,
    progress: &Progress,
) -> BorneOver {
    let (mut as_it_is, mut any, mut days) = (0, 0, Vec::new());
    for borne in found {
        match borne {
            Borne::NotAsItIs => continue,
            Borne::Any => any += 1,
            Borne::Days(borne) => days.push(f64::from(borne)),
        }
        as_it_is += 1;
    }
    let days = Band::watched(days, progress);
    BorneOver { central, as_it_is: Share::of(as_it_is, draws), any: Share::of(any, draws), days }
}

fn lasts_on(
    worlds: &Worlds,
    draws: u64,
    package: &Package,
    ledger: &Ledger,
    held: f64,
    found: &[InWorld],
    progress: &Progress,
) -> Result<LastsOn, WatchError> {
    let case = worlds.case();
    let mut horizons = Horizons::of_case(case);
    horizons.held = vec![held];
    let remaining = |breached: &(dyn Fn(&World) -> bool + Sync)| {
        let survival = survival_over(draws, &horizons, |i| {
            let world = worlds.draw(i);
            let ratio = if breached(&world) { ratio_of_a_breach(&world) } else { 1.0 };
            Ok(agreement_of(&world, package)?.factor("an open breach", ratio))
        })?;
        survival.remaining.into_iter().next().ok_or(DurabilityError::NoWorlds)
    };
    let ratios = (0..draws).map(|i| ratio_of_a_breach(&worlds.draw(i))).collect();
    Ok(LastsOn {
        held,
        breached: Share::of(found.iter().filter(|world| world.breached).count() as u64, draws),
        ratio: Band::watched(ratios, progress).ok_or(DurabilityError::NoWorlds)?,
        remaining: remaining(&|world| is_breached(world, ledger))?,
        unbreached: remaining(&|_| false)?,
        with_breach: remaining(&|_| true)?,
    })
}
