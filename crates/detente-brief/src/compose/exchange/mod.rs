//! Would it hold? The exchange that one package would set in motion, from every side that the engine offers, composed once
//! for the terminal, the page and the JSON.
//!
//! The plan is made in the central world. A schedule that is as fast as the central world allows leaves nothing to spare, so
//! it fails wherever things stand a little worse; beside it stands the *steadiest*: of the schedules planned for other
//! worlds, the one that holds itself most often. It is picked in worlds of its own and judged in those of the draws, so the share
//! that is shown is not flattered by the picking.

mod account;
mod figures;
mod learned;
mod steps;
mod variations;

use std::sync::Arc;

use detente_exchange::{
    Assessment, ExchangeError, OverWorlds, Planned, Schedule, ScheduleOverWorlds, Terms, Verification,
    assess_watched, epsilon_by_rounds, held_over_worlds, over_worlds_beside, plan_watched, terms_of, verify,
};
use detente_model::{Case, Package, Party, Progress, Worlds};

pub(crate) use account::NO_CHANGE;
pub use account::ProposedAccount;
pub use figures::{FigureRow, RemedyRow, ShapeRow};
pub use learned::{Learned, Narrowed};
pub use steps::StepRow;
pub use variations::{EnvelopeLine, EnvelopePanel, Variations};

use crate::words;

/// From so many worlds beyond the draws candidates for the steadiest schedule are planned.
const CANDIDATES: u64 = 24;
/// In so many further worlds they are compared.
const COMPARED: u64 = 300;
/// Numbers of equal rounds for which the most to gain by stopping is worked out.
const ROUNDS: [u32; 6] = [1, 2, 3, 6, 12, 24];

/// The exchange of one package: planned in the central world, tried over the draws.
#[derive(Debug, Clone)]
pub struct ExchangePlan {
    /// The case.
    pub case: Arc<Case>,
    /// How many worlds were drawn.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// The package.
    pub package: Package,
    /// Its letter, if it is one of the leading packages.
    pub letter: Option<String>,
    /// The package in one line; empty where nothing is on the table but the exchange.
    pub label: String,
    /// Everything in the central world.
    pub assessment: Assessment,
    /// Over the draws, with the schedule planned in the central world if there is one.
    pub over: OverWorlds,
    /// Over the draws, how each proposed schedule fares, in the order of [`Assessment::proposed`].
    pub proposed: Vec<ScheduleOverWorlds>,
    /// The schedule that holds itself most often, if it does so more often than the one planned.
    pub steadiest: Option<Steadiest>,
    /// The most that either side could gain by stopping, by number of equal rounds over the pledge.
    pub by_rounds: Vec<(u32, f64)>,
    /// The envelope for several pledges and guarantees.
    pub variations: Variations,
    /// What the steps that were observed tell; `None` if the case states none.
    pub learned: Option<Learned>,
    /// The verdict, most important first.
    pub headline: Vec<String>,
}

/// A schedule that gives up speed for holding more often.
#[derive(Debug, Clone, PartialEq)]
pub struct Steadiest {
    /// The schedule.
    pub schedule: Schedule,
    /// Its moments in the central world.
    pub verification: Verification,
    /// How it fares over the draws.
    pub over: ScheduleOverWorlds,
}

impl ExchangePlan {
    /// The exchange of a package over the first `draws` worlds; `None` if the case has no exchange. `progress` is told of each
    /// world that is looked into.
    ///
    /// # Errors
    /// The terms make no sense in the central world or in one of those drawn, or a proposed schedule does not fit the lots.
    pub fn of(
        worlds: &Worlds,
        package: &Package,
        letter: Option<&str>,
        draws: u64,
        progress: &Progress,
    ) -> Result<Option<Self>, ExchangeError> {
        let case = worlds.case();
        if case.exchange_of_lots().is_none() {
            return Ok(None);
        }
        // Those of the draws, and those in which the steadiest schedule is picked.
        progress.expect(draws + CANDIDATES + COMPARED);
        let central = worlds.central();
        let assessment = assess_watched(central, package, progress)?;
        let terms = |draw: u64| {
            progress.step();
            Ok(terms_of(&worlds.draw(draw), package)?.pledged())
        };
        let planned = match &assessment.planned {
            Planned::Found(plan) => Some(&plan.schedule),
            Planned::None(_) => None,
        };
        let picked = steadiest(&assessment, draws, &terms, progress)?;
        let mut beside: Vec<Schedule> =
            assessment.proposed.iter().map(|proposed| proposed.schedule.clone()).collect();
        beside.extend(picked.clone());
        let (over, mut proposed) = over_worlds_beside(draws, terms, planned, &beside, progress)?;
        // The one planned for the central world is there already: another is of use only if it holds more often.
        let planned_holds = over.schedule_holds.map_or(0, |holds| holds.hits);
        let steadiest = match picked {
            Some(schedule) => {
                let fares = proposed.pop().filter(|fares| fares.holds.hits > planned_holds);
                let steadiest = |over| {
                    let verification = verify(&assessment.terms, &schedule)?;
                    Ok(Steadiest { schedule, verification, over })
                };
                fares.map(steadiest).transpose()?
            }
            None => None,
        };
        let mut found = Self {
            case: Arc::clone(case),
            draws,
            seed: worlds.seed(),
            package: package.clone(),
            letter: letter.map(str::to_owned),
            label: words::package(case, package),
            proposed,
            steadiest,
            by_rounds: epsilon_by_rounds(&assessment.terms, &ROUNDS)?,
            variations: Variations::of(case, &assessment)?,
            learned: learned::learned(central, package)?,
            assessment,
            over,
            headline: Vec::new(),
        };
        found.headline = found.verdict();
        Ok(Some(found))
    }

    /// The terms of the central world.
    pub fn terms(&self) -> &Terms {
        &self.assessment.terms
    }

    /// The plan of the central world, if a schedule holds itself there.
    pub fn plan(&self) -> Option<&detente_exchange::Plan> {
        match &self.assessment.planned {
            Planned::Found(plan) => Some(plan),
            Planned::None(_) => None,
        }
    }

    /// The party of the case that a side is.
    pub fn party(&self, side: detente_exchange::Side) -> Option<&Party> {
        self.terms().side(side).party.map(|id| self.case.party(id))
    }
}

/// The schedule that holds itself most often in worlds beyond the draws, of those planned for some of these; `None` if none could be
/// planned.
fn steadiest(
    assessment: &Assessment,
    draws: u64,
    terms: &(impl Fn(u64) -> Result<Terms, ExchangeError> + Sync),
    progress: &Progress,
) -> Result<Option<Schedule>, ExchangeError> {
    let mut candidates: Vec<Schedule> = Vec::new();
    for i in 0..CANDIDATES {
        if let Some(plan) = plan_watched(&terms(draws + i)?, progress)?.found() {
            let schedule = plan.schedule.fitted(&assessment.terms);
            if !candidates.contains(&schedule) {
                candidates.push(schedule);
            }
        }
    }
    let apart = draws + CANDIDATES;
    let held = held_over_worlds(COMPARED, |i| terms(apart + i), &candidates)?;
    // Of equals the first, as drawn.
    let best = (0..candidates.len()).min_by_key(|i| std::cmp::Reverse(held[*i]));
    Ok(best.map(|best| {
        let mut schedule = candidates.swap_remove(best);
        "the steadiest".clone_into(&mut schedule.name);
        schedule
    }))
}
