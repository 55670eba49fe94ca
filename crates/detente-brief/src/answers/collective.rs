//! `collective`: what a body in which many have a say would decide.

use detente_collective::rules::{self, Beaten, Rule};
use detente_collective::spatial::{Course, Spatial};
use detente_collective::{Body, CONVENTION, CollectiveError, Dossier, Model, Prediction};
use detente_model::Progress;
use serde::Serialize;

use super::Interval;

/// What `detente collective FILE --json` prints.
///
/// Places lie on the scale of their issue, 0 to 100 where the table has no other. Lists over actors follow `actors`, lists over issues `issues`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CollectiveAnswer {
    /// What is decided, in the order of the table.
    pub dossiers: Vec<DossierFound>,
    /// On what the chances of a prediction were fitted, and when.
    pub fitted: String,
    /// By which model the turns are: `spatial` or `ktab`. Missing where the table has more than one dossier, or a model without turns was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub model: Option<String>,
    /// Who bargains, in the turns. Missing where `model` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub actors: Option<Vec<String>>,
    /// About what they bargain. Missing where `model` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub issues: Option<Vec<String>>,
    /// Where each actor stands on each issue, 0 to 100, first before the first turn and then after each: by turn, actor and issue. Missing where `model` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub turns: Option<Vec<Vec<Vec<f64>>>>,
    /// Each actor's attitude to risk by turn, −½ (careful) to 1 (bold). Missing where `model` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub risk: Option<Vec<Vec<f64>>>,
    /// How likely each actor's place carries the day, by turn; actors on one place share its chance. Missing where `model` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub probability: Option<Vec<Vec<f64>>>,
    /// Whether it settled before the most turns that are looked at. Missing where `model` is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub settled: Option<bool>,
}

/// What one dossier comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DossierFound {
    /// What it is called.
    pub name: String,
    /// What it belongs to, with others; null if the table does not say.
    pub proposal: Option<String>,
    /// What the issues are called.
    pub issues: Vec<String>,
    /// From which number to which each scale goes.
    pub scales: Vec<Interval>,
    /// Who decides.
    pub actors: Vec<ActorStands>,
    /// The rule of decision in the words of the table; null if it does not say.
    pub rule: Option<String>,
    /// What will be decided on each issue.
    pub predictions: Vec<PredictionFound>,
    /// What each model says, the simplest first.
    pub models: Vec<ModelSays>,
    /// What could be carried on each issue, with capability as the weight of votes.
    pub votes: Vec<CarriedByVote>,
    /// Of several issues, each rule by what becomes of whole packages: those that somebody wants, set beside each other. Empty for one issue, or with more than 200 actors.
    pub packages: Vec<PackagesByVote>,
    /// Actors that have no say in it, with why.
    pub left_out: Vec<String>,
}

/// An actor, and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ActorStands {
    /// What it is called.
    pub actor: String,
    /// What it can bring to bear, in the unit of the table.
    pub capability: f64,
    /// Its place on each issue.
    pub position: Vec<f64>,
    /// How much each issue matters to it, 0 to 100.
    pub salience: Vec<f64>,
}

/// What will be decided on an issue, as a distribution.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PredictionFound {
    /// As likely above as below.
    pub middle: f64,
    /// A range that held half of the decisions on which it was fitted.
    pub half: Interval,
    /// A range that held nine tenths of them.
    pub most: Interval,
    /// How likely it is that the decision lies above the middle of the scale; what lies exactly there counts half.
    pub above_half: f64,
    /// The places on which somebody stands, with the chance that exactly that is decided.
    pub places: Vec<PlaceChance>,
    /// What was decided, where the table says it.
    pub decided: Option<f64>,
    /// How far off the prediction was, as a share of 100: its CRPS; null where the table does not say what was decided.
    pub score: Option<f64>,
    /// How things stand if nothing is decided, where the table says it.
    pub status_quo: Option<f64>,
}

/// A place, and the chance that it is decided.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlaceChance {
    /// The place.
    pub at: f64,
    /// The chance, 0 to 1.
    pub chance: f64,
}

/// What a model says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ModelSays {
    /// The model, by the word with which it is asked for.
    pub model: String,
    /// The place on each issue; null where the model is not defined for this body.
    pub says: Option<Vec<f64>>,
    /// Why it is not defined; null where it is.
    pub why_not: Option<String>,
}

/// What could be carried on an issue by a vote.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CarriedByVote {
    /// The rule, in words.
    pub rule: String,
    /// The places against which nothing could be carried, from and to; null where everything can be beaten.
    pub core: Option<Interval>,
    /// The uncovered set, from and to: places than which no other does better in every respect, beating it and all that it beats (Miller 1980). On one issue it is the core, where there is one.
    pub uncovered: Option<Interval>,
    /// What would be carried against things as they are, strictly between; null where nothing would, or it is not known how things stand.
    pub win_set: Option<Interval>,
}

/// What becomes of the packages that actors want, under a rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackagesByVote {
    /// The rule, in words.
    pub rule: String,
    /// The actors against whose package none of the others would be carried.
    pub core: Vec<String>,
    /// The actors whose package no other covers.
    pub uncovered: Vec<String>,
}

impl CollectiveAnswer {
    /// What each dossier comes to; of a single one, with the turns of the model that was asked for.
    ///
    /// # Errors
    ///
    /// Where the one model that was asked for is not defined for a dossier.
    pub fn of(
        dossiers: &[Dossier],
        model: Option<Model>,
        progress: &Progress,
    ) -> Result<Self, CollectiveError> {
        progress.expect(dossiers.len() as u64);
        let course = match (dossiers, model) {
            ([one], Some(Model::Ktab)) => Some(Spatial::ktab().hold_watched(&one.body, progress)?),
            ([one], Some(Model::Spatial)) => Some(Spatial::default().hold_watched(&one.body, progress)?),
            _ => None,
        };
        let found = dossiers
            .iter()
            .map(|dossier| progress.stepping(|| DossierFound::of(dossier, model, course.as_ref())))
            .collect::<Result<_, _>>()?;
        let mut answer = Self {
            dossiers: found,
            fitted: CONVENTION.fitted.to_owned(),
            model: None,
            actors: None,
            issues: None,
            turns: None,
            risk: None,
            probability: None,
            settled: None,
        };
        if let ([one], Some(model), Some(course)) = (dossiers, model, &course) {
            answer.tell(one, model, course);
        }
        Ok(answer)
    }

    /// Tells how a bargaining went.
    fn tell(&mut self, dossier: &Dossier, model: Model, course: &Course) {
        let issues = dossier.body.issues();
        let row = |places: &[f64]| places.iter().map(|share| on((0.0, 100.0), *share)).collect();
        let turns = course.turns.iter();
        self.model = Some(model.to_string());
        self.actors = Some(dossier.body.names().to_vec());
        self.issues = Some(dossier.issues.clone());
        self.turns =
            Some(turns.clone().map(|turn| turn.positions.chunks_exact(issues).map(row).collect()).collect());
        self.risk = Some(turns.clone().map(|turn| turn.risk.clone()).collect());
        self.probability = Some(turns.map(|turn| turn.probability.clone()).collect());
        self.settled = Some(course.settled);
    }
}

/// A share of a scale as a number on it.
fn on((low, high): (f64, f64), share: f64) -> f64 {
    // Thousandths of a millionth: what arithmetic leaves behind them is no figure of the table.
    ((low + share * (high - low)) * 1e9).round() / 1e9
}

impl DossierFound {
    /// `course` is the bargaining of the model that was asked for, where it has been held already.
    fn of(dossier: &Dossier, asked: Option<Model>, course: Option<&Course>) -> Result<Self, CollectiveError> {
        let Dossier { body, scales, .. } = dossier;
        let each = 0..body.issues();
        let placed = |places: &[f64]| -> Vec<f64> {
            places.iter().zip(scales).map(|(share, scale)| on(*scale, *share)).collect()
        };
        let actors = (0..body.len()).map(|actor| ActorStands {
            actor: body.names()[actor].clone(),
            capability: body.capability()[actor],
            position: placed(body.position(actor)),
            salience: body.salience(actor).iter().map(|share| on((0.0, 100.0), *share)).collect(),
        });
        let models = match asked {
            Some(model) => {
                let outcome = course.map_or_else(|| model.outcome(body), |course| course.outcome(body))?;
                vec![ModelSays { model: model.to_string(), says: Some(placed(&outcome)), why_not: None }]
            }
            None => Model::ALL.map(|model| says(model, body, placed)).into(),
        };
        Ok(Self {
            name: dossier.name.clone(),
            proposal: dossier.proposal.clone(),
            issues: dossier.issues.clone(),
            scales: scales.iter().map(|(low, high)| [*low, *high]).collect(),
            actors: actors.collect(),
            rule: dossier.rule.clone(),
            predictions: each.clone().map(|issue| PredictionFound::of(dossier, issue)).collect(),
            models,
            votes: each.flat_map(|issue| votes(dossier, issue)).collect(),
            packages: packages(body),
            left_out: dossier.left_out.clone(),
        })
    }
}

fn says(model: Model, body: &Body, placed: impl Fn(&[f64]) -> Vec<f64>) -> ModelSays {
    let (says, why_not) = match model.outcome(body) {
        Ok(places) => (Some(placed(&places)), None),
        Err(why) => (None, Some(why.to_string())),
    };
    ModelSays { model: model.to_string(), says, why_not }
}

impl PredictionFound {
    fn of(dossier: &Dossier, issue: usize) -> Self {
        let prediction = Prediction::of(&dossier.body, issue);
        let place = |share: f64| on(dossier.scales[issue], share);
        let range = |holds: f64| {
            let (low, high) = prediction.range(holds);
            [place(low), place(high)]
        };
        Self {
            middle: place(prediction.middle()),
            half: range(0.5),
            most: range(0.9),
            above_half: prediction.above(0.5),
            places: prediction
                .stands()
                .iter()
                .map(|(at, chance)| PlaceChance { at: place(*at), chance: *chance })
                .collect(),
            decided: dossier.decided[issue].map(place),
            score: dossier.decided[issue].map(|decided| 100.0 * prediction.score(decided)),
            status_quo: dossier.status_quo[issue].map(place),
        }
    }
}

/// The rules that a table is looked at under, each in words: a simple and a qualified majority of the weight, and all together.
fn known_rules(body: &Body) -> impl Iterator<Item = (&'static str, Rule)> {
    let weight = |quota: f64| Rule::by_weight(body.capability().to_vec(), quota).ok();
    let known = [
        ("more than half of the weight", Some(Rule::majority(body.capability().to_vec()))),
        ("seven tenths of the weight", weight(0.7)),
        ("everybody", Some(Rule::unanimity(body))),
    ];
    known.into_iter().filter_map(|(words, rule)| Some((words, rule?)))
}

/// Actors up to which their packages are set beside each other.
const COMPARED: usize = 200;

/// What becomes of whole packages under each rule.
fn packages(body: &Body) -> Vec<PackagesByVote> {
    if body.issues() < 2 || body.len() > COMPARED {
        return Vec::new();
    }
    let loss = |actor: usize, package: &[f64]| -> f64 {
        let stands = body.position(actor).iter().zip(body.salience(actor)).zip(package);
        stands.map(|((at, cares), place)| cares * (at - place).abs()).sum()
    };
    let worth: Vec<Vec<f64>> = (0..body.len())
        .map(|whose| (0..body.len()).map(|actor| -loss(actor, body.position(whose))).collect())
        .collect();
    let names = |actors: &mut dyn Iterator<Item = usize>| -> Vec<String> {
        actors.map(|actor| body.names()[actor].clone()).collect()
    };
    let found = known_rules(body).map(|(words, rule)| {
        let beaten = Beaten::of(&worth, &rule);
        PackagesByVote {
            rule: words.to_owned(),
            core: names(&mut beaten.core()),
            uncovered: names(&mut beaten.uncovered()),
        }
    });
    found.collect()
}

/// What could be carried on an issue under each rule.
fn votes(dossier: &Dossier, issue: usize) -> Vec<CarriedByVote> {
    let body = &dossier.body;
    let found = known_rules(body).map(|(words, rule)| {
        let interval =
            |(low, high): (f64, f64)| [on(dossier.scales[issue], low), on(dossier.scales[issue], high)];
        let carried = dossier.status_quo[issue].and_then(|now| rules::win_set(body, issue, &rule, now));
        let within = carried.map(|(low, high)| interval((low.max(0.0), high.min(1.0))));
        CarriedByVote {
            rule: words.to_owned(),
            core: rules::core(body, issue, &rule).map(interval),
            uncovered: rules::uncovered(body, issue, &rule).map(interval),
            win_set: within,
        }
    });
    found.collect()
}
