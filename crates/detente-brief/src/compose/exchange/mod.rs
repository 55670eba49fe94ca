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
    assess, epsilon_by_rounds, over_worlds, plan, terms_of, verify, verify_over_worlds,
};
use detente_model::{Case, Outcome, Party, Progress, Worlds};

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
    pub outcome: Outcome,
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
    /// How many worlds [`Self::of`] looks into at the most: some are looked into for the plan, the proposed schedules and the
    /// steadiest one.
    pub fn most_worlds(draws: u64) -> u64 {
        3 * draws + CANDIDATES + COMPARED
    }

    /// The exchange of a package over the first `draws` worlds; `None` if the case has no exchange. `progress` is told of each
    /// world that is looked into.
    ///
    /// # Errors
    /// The terms make no sense in the central world or in one of those drawn, or a proposed schedule does not fit the lots.
    pub fn of(
        worlds: &Worlds,
        outcome: &Outcome,
        letter: Option<&str>,
        draws: u64,
        progress: &Progress,
    ) -> Result<Option<Self>, ExchangeError> {
        let case = worlds.case();
        if case.exchange.is_none() {
            return Ok(None);
        }
        let central = worlds.central();
        let assessment = assess(central, outcome)?;
        let terms = |draw: u64| {
            progress.step();
            Ok(terms_of(&worlds.draw(draw), outcome)?.pledged())
        };
        let planned = match &assessment.planned {
            Planned::Found(plan) => Some(&plan.schedule),
            Planned::None(_) => None,
        };
        let over = over_worlds(draws, terms, planned)?;
        let proposed: Vec<Schedule> =
            assessment.proposed.iter().map(|proposed| proposed.schedule.clone()).collect();
        let mut found = Self {
            case: Arc::clone(case),
            draws,
            seed: worlds.seed(),
            outcome: outcome.clone(),
            letter: letter.map(str::to_owned),
            label: words::package(case, outcome),
            proposed: verify_over_worlds(draws, terms, &proposed)?,
            steadiest: steadiest(&assessment, &over, draws, &terms)?,
            by_rounds: epsilon_by_rounds(&assessment.terms, &ROUNDS)?,
            variations: Variations::of(case, &assessment)?,
            learned: learned::learned(central, outcome)?,
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

/// The schedule that holds itself most often, of those planned for other worlds; `None` if none does so more often than the
/// one planned for the central world, or none could be planned.
fn steadiest(
    assessment: &Assessment,
    over: &OverWorlds,
    draws: u64,
    terms: &(dyn Fn(u64) -> Result<Terms, ExchangeError> + Sync),
) -> Result<Option<Steadiest>, ExchangeError> {
    let mut candidates: Vec<Schedule> = Vec::new();
    for i in 0..CANDIDATES {
        if let Some(plan) = plan(&terms(draws + i)?)?.found() {
            let schedule = plan.schedule.fitted(&assessment.terms);
            if !candidates.contains(&schedule) {
                candidates.push(schedule);
            }
        }
    }
    let apart = draws + CANDIDATES;
    let fares = verify_over_worlds(COMPARED, |i| terms(apart + i), &candidates)?;
    // Of equals the first, as drawn.
    let best = (0..candidates.len()).min_by_key(|i| std::cmp::Reverse(fares[*i].holds.hits));
    let Some(mut schedule) = best.map(|best| candidates.swap_remove(best)) else { return Ok(None) };
    "the steadiest".clone_into(&mut schedule.name);
    let Some(fares) = verify_over_worlds(draws, terms, std::slice::from_ref(&schedule))?.pop() else {
        return Ok(None);
    };
    if fares.holds.hits <= over.schedule_holds.map_or(0, |holds| holds.hits) {
        return Ok(None);
    }
    Ok(Some(Steadiest { verification: verify(&assessment.terms, &schedule)?, schedule, over: fares }))
}
