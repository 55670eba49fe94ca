//! What would the body decide? Over the worlds drawn, composed once for the terminal, the page and the JSON.
//!
//! What will be decided comes first, as a distribution; then what each model says and how far they agree; what a vote would carry and whose vote decides; who moves and when; and what a
//! shift of one actor does. Places are told on the scales of the case.

mod found;
mod in_world;
mod shifts;
pub(crate) mod told;
mod votes;

use std::sync::Arc;

use detente_collective::spatial::{Course, Spatial};
use detente_collective::{Blend, CollectiveError, Model, Prediction};
use detente_model::side_by_side::each;
use detente_model::{Band, Collective, CollectiveIssue, Progress, Share, Worlds};

pub use found::{
    ActorOnIssue, BesideOthers, BodyAhead, BodyVote, CarriesAhead, Coalitions, IssueAhead, ModelAhead,
    PlaceAhead, ShiftOf, ShiftTried, ShiftWhat, Want, WantMet, issue_decided,
};
use in_world::InWorld;

/// A body is looked at in so many worlds at most: more would change the last digit alone.
pub(crate) const MOST_WORLDS: u64 = 2_000;
/// Models that take long, and are shown beside the others alone, are asked in so many worlds at most.
const MOST_ASKED_ALL: u64 = 200;
/// Actors up to which bargaining is held in every world; with more, in fewer, as its work grows with their third power.
const HELD_IN_EVERY_WORLD: u64 = 30;
/// By which share of the scale somebody must move to have moved.
const MOVED: f64 = 0.02;

/// What one world comes to.
struct Seen {
    at: InWorld,
    /// By issue.
    predictions: Vec<Prediction>,
    /// By model, in the order of [`Model::ALL`], then by issue; `None` where it was not asked or is not defined.
    models: Vec<Option<Vec<f64>>>,
    /// Who moves where; `None` where bargaining was not held.
    course: Option<Course>,
}

impl BodyAhead {
    /// What the body of a case would decide over the first `draws` worlds, 2,000 at most; `None` for a case without `[collective]`. With what is wanted, also what it would take.
    ///
    /// # Errors
    /// What keeps the body from being looked at.
    pub fn of(
        worlds: &Worlds,
        draws: u64,
        wants: &[Want],
        progress: &Progress,
    ) -> Result<Option<Self>, CollectiveError> {
        let case = Arc::clone(worlds.case());
        let Some(collective) = &case.collective else { return Ok(None) };
        let draws = draws.clamp(1, MOST_WORLDS);
        let actors = collective.actors.len() as u64;
        let fewer = HELD_IN_EVERY_WORLD.pow(3) * draws / actors.max(1).pow(3);
        let held = if actors <= HELD_IN_EVERY_WORLD { draws } else { fewer.clamp(1, draws) };
        let all = held.min(MOST_ASKED_ALL);
        progress.expect(draws);
        let look = |draw: usize| -> Result<Seen, CollectiveError> {
            let draw = draw as u64;
            let at = InWorld::drawn(worlds, collective, draw)?;
            progress.stepping(|| Seen::of(at, draw < held, draw < all, progress))
        };
        let seen = each(draws as usize, progress, &look).into_iter().collect::<Result<Vec<_>, _>>()?;
        let central = Seen::of(InWorld::central(worlds, collective)?, true, true, progress)?;
        let issues = (0..collective.issues.len())
            .map(|issue| {
                IssueAhead::of(&Over { collective, seen: &seen, central: &central, progress }, issue)
            })
            .collect();
        let over = Over { collective, seen: &seen, central: &central, progress };
        let mut ahead = Self {
            name: collective.name.clone().unwrap_or_else(|| case.title.clone()),
            rule: told::rule(&case, collective),
            draws,
            held,
            asked_all: all,
            seed: worlds.seed(),
            actors: collective.actors.iter().map(|actor| (actor.id.clone(), actor.name.clone())).collect(),
            capability: over.by_actor(|seen, actor| seen.at.body.capability()[actor]),
            votes: over.by_actor(|seen, actor| seen.at.rule.weight()[actor]),
            issues,
            together: None,
            packages: Vec::new(),
            coalitions: votes::coalitions(&over)?,
            settled: central.course.as_ref().is_some_and(|course| course.settled),
            turns: over.turns(),
            wanted: Vec::new(),
            case: Arc::clone(&case),
            headline: Vec::new(),
        };
        ahead.vote(&over);
        ahead.wanted = wants.iter().filter_map(|want| shifts::wanted(&over, want)).collect();
        ahead.headline = told::headline(&ahead);
        Ok(Some(ahead))
    }

    /// The votes on what is likeliest: on each issue, or on all together.
    fn vote(&mut self, over: &Over<'_>) {
        let shares: Vec<f64> = self
            .issues
            .iter()
            .zip(&over.collective.issues)
            .map(|(found, issue)| share_of(issue, found.voted_on))
            .collect();
        if over.collective.rule.together {
            self.together = votes::on(over, &shares, |at| at.status_quo.clone());
            if self.issues.len() > 1 {
                self.packages = votes::packages_compared(over).unwrap_or_default();
            }
            return;
        }
        for (issue, found) in self.issues.iter_mut().enumerate() {
            found.vote = votes::on(over, &shares, |at| at.on_alone(issue));
            let of = &over.collective.issues[issue];
            let places: Vec<f64> = found.options.iter().map(|option| share_of(of, option.at)).collect();
            for (option, beside) in
                found.options.iter_mut().zip(votes::places_compared(over, issue, &places).unwrap_or_default())
            {
                option.beside = Some(beside);
            }
            for option in &mut found.options {
                let mut decision = shares.clone();
                decision[issue] = share_of(&over.collective.issues[issue], option.at);
                option.passes = votes::on(over, &decision, |at| at.on_alone(issue)).map(|vote| vote.passes);
            }
        }
    }
}

impl Seen {
    fn of(at: InWorld, held: bool, all: bool, progress: &Progress) -> Result<Self, CollectiveError> {
        let body = &at.body;
        let of_one = body.of_one_attention();
        let course = held.then(|| Spatial::default().moves(&of_one, progress)).transpose()?;
        let models = Model::ALL
            .into_iter()
            .map(|model| match model {
                Model::Spatial => course.as_ref().and_then(|course| course.outcome(body).ok()),
                Model::Ktab => all.then(|| model.outcome(&of_one).ok()).flatten(),
                Model::Challenge(_) | Model::Trades => all.then(|| model.outcome(body).ok()).flatten(),
                _ => model.outcome(body).ok(),
            })
            .collect();
        let predictions = (0..body.issues()).map(|issue| Prediction::of(body, issue)).collect();
        Ok(Self { at, predictions, models, course })
    }
}

/// Everything that was seen.
pub(super) struct Over<'a> {
    collective: &'a Collective,
    seen: &'a [Seen],
    central: &'a Seen,
    progress: &'a Progress,
}

impl Over<'_> {
    fn band(&self, of: impl Fn(&Seen) -> Option<f64>) -> Option<Band> {
        Band::watched(self.seen.iter().filter_map(of).collect(), self.progress)
    }

    fn by_actor(&self, of: impl Fn(&Seen, usize) -> f64) -> Vec<Option<Band>> {
        (0..self.collective.actors.len()).map(|actor| self.band(|seen| Some(of(seen, actor)))).collect()
    }

    /// How often something is so, of the worlds in which it is known.
    fn share(&self, of: impl Fn(&Seen) -> Option<bool>) -> Share {
        let known: Vec<bool> = self.seen.iter().filter_map(of).collect();
        Share::of(known.iter().filter(|so| **so).count() as u64, known.len() as u64)
    }

    /// Where everybody stands by turn in the central world, by issue on its scale.
    fn turns(&self) -> Vec<Vec<Vec<f64>>> {
        let Some(course) = &self.central.course else { return Vec::new() };
        let issues = self.collective.issues.len();
        let row = |places: &[f64]| {
            places.iter().zip(&self.collective.issues).map(|(at, issue)| on(issue, *at)).collect()
        };
        course.turns.iter().map(|turn| turn.positions.chunks_exact(issues).map(row).collect()).collect()
    }
}

/// A share of the scale of an issue as a place on it.
fn on(issue: &CollectiveIssue, share: f64) -> f64 {
    let [low, high] = issue.scale;
    // What arithmetic leaves behind the ninth decimal is no figure.
    ((low + share * (high - low)) * 1e9).round() / 1e9
}

fn share_of(issue: &CollectiveIssue, place: f64) -> f64 {
    let [low, high] = issue.scale;
    ((place - low) / (high - low)).clamp(0.0, 1.0)
}

fn band_on(issue: &CollectiveIssue, band: Band) -> Band {
    Band { low: on(issue, band.low), median: on(issue, band.median), high: on(issue, band.high), ..band }
}

/// The place of a sole middle: of a few places the likeliest, otherwise the median.
fn blend(over: &Over<'_>, issue: usize) -> Option<Blend> {
    Blend::of(over.seen.iter().map(|seen| seen.predictions[issue].clone()).collect())
}

impl IssueAhead {
    fn of(over: &Over<'_>, at: usize) -> Self {
        let issue = &over.collective.issues[at];
        let actors = 0..over.collective.actors.len();
        let blend = blend(over, at);
        let range = |holds: f64| {
            let (low, high) = blend.as_ref().map_or((0.0, 1.0), |blend| blend.range(holds));
            [on(issue, low), on(issue, high)]
        };
        let middle = blend.as_ref().map_or(0.5, Blend::middle);
        let places: Vec<f64> = issue.options.iter().map(|(_, place)| share_of(issue, *place)).collect();
        let chances = blend.as_ref().map(|blend| blend.of_places(&places)).unwrap_or_default();
        let options: Vec<PlaceAhead> = issue
            .options
            .iter()
            .zip(chances)
            .map(|((name, place), chance)| PlaceAhead {
                name: name.clone(),
                at: *place,
                chance,
                passes: None,
                beside: None,
            })
            .collect();
        let status_quo = over.band(|seen| seen.at.status_quo[at]).map(|band| band_on(issue, band));
        let new = |option: &&PlaceAhead| status_quo.is_none_or(|now| (now.median - option.at).abs() > 1e-9);
        let likeliest = options.iter().filter(new).max_by(|one, other| one.chance.total_cmp(&other.chance));
        let voted_on = likeliest.map_or(on(issue, middle), |option| option.at);
        let models = Model::ALL.into_iter().enumerate().map(|(model, asked)| {
            let says = |seen: &Seen| seen.models[model].as_ref().map(|says| says[at]);
            let undefined = says(over.central).is_none();
            let body = || over.central.at.body.of_one_attention();
            let why = undefined.then(|| asked.outcome(&body()).err()).flatten();
            ModelAhead {
                model: asked.name(),
                central: says(over.central).map(|at| on(issue, at)),
                band: over.band(says).map(|band| band_on(issue, band)),
                why_not: why.map(|why| why.to_string()),
            }
        });
        let width = issue.scale[1] - issue.scale[0];
        let models: Vec<ModelAhead> = models.collect();
        let apart = over.band(|seen| {
            let says: Vec<f64> = seen.models.iter().flatten().map(|says| says[at]).collect();
            // Only where all were asked that are defined.
            let defined = models.iter().filter(|model| model.central.is_some()).count();
            let least = says.iter().copied().fold(f64::INFINITY, f64::min);
            let most = says.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            (says.len() == defined && defined > 0).then_some((most - least) * width)
        });
        Self {
            id: issue.id.clone(),
            name: issue.name.clone(),
            unit: issue.unit.clone(),
            scale: issue.scale,
            status_quo,
            middle: on(issue, middle),
            half: range(0.5),
            most: range(0.9),
            options,
            models,
            apart,
            actors: actors.map(|actor| ActorOnIssue::of(over, at, actor)).collect(),
            carries: votes::carries(over, at),
            core: votes::core(over, at),
            uncovered: votes::uncovered(over, at),
            voted_on,
            vote: None,
            carrying: votes::neighbours(over, at).0,
            blocking: votes::neighbours(over, at).1,
            shifts: shifts::tried(over, at),
        }
    }
}

impl ActorOnIssue {
    fn of(over: &Over<'_>, at: usize, actor: usize) -> Self {
        let issue = &over.collective.issues[at];
        let issues = over.collective.issues.len();
        let place = |positions: &[f64]| positions[actor * issues + at];
        let path = |seen: &Seen| -> Option<Vec<f64>> {
            Some(seen.course.as_ref()?.turns.iter().map(|turn| place(&turn.positions)).collect())
        };
        let ends = |path: &[f64]| path.last().copied();
        // Who comes back has moved as well.
        let first = |path: &[f64]| path.iter().position(|at| (at - path[0]).abs() > MOVED);
        let chance = |seen: &Seen| {
            let own = seen.at.body.position(actor)[at];
            let stands = seen.predictions[at].stands();
            stands.iter().find(|(place, _)| (place - own).abs() < 1e-9).map_or(0.0, |(_, chance)| *chance)
        };
        let chances: Vec<f64> = over.seen.iter().map(chance).collect();
        Self {
            position: over
                .band(|seen| Some(seen.at.body.position(actor)[at]))
                .map(|band| band_on(issue, band)),
            salience: over.band(|seen| Some(seen.at.body.salience(actor)[at])),
            central: on(issue, over.central.at.body.position(actor)[at]),
            gets_its_way: chances.iter().sum::<f64>() / chances.len().max(1) as f64,
            moves: over.share(|seen| Some(first(&path(seen)?).is_some())),
            first_turn: over.band(|seen| first(&path(seen)?).map(|turn| turn as f64)),
            ends: over.band(|seen| ends(&path(seen)?)).map(|band| band_on(issue, band)),
        }
    }
}
