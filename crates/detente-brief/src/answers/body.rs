//! `collective` of a case: what its body would decide.

use detente_model::{Band, Share};
use serde::Serialize;

use super::{CaseNamed, Interval, Probability, Spread, SpreadKnown};
use crate::compose::collective::{
    ActorOnIssue, BesideOthers, BodyAhead, BodyVote, IssueAhead, ShiftOf, ShiftWhat,
};

/// What `detente collective CASE --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were looked at: 2,000 at the most.
    pub draws: u64,
    /// What the body would decide.
    pub collective: BodyFound,
}

impl BodyAnswer {
    /// The answer about the body of a case.
    pub fn of(found: &BodyAhead) -> Self {
        Self {
            case: CaseNamed::of(&found.case),
            seed: found.seed,
            draws: found.draws,
            collective: BodyFound::of(found),
        }
    }
}

/// What a body would decide. Places lie on the scale of their issue; lists over actors follow `actors`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyFound {
    /// What it is called.
    pub name: String,
    /// How it decides, in words.
    pub rule: String,
    /// Who has a say, by their ids.
    pub actors: Vec<String>,
    /// What each can bring to bear.
    pub capability: Vec<Option<Spread>>,
    /// What the vote of each counts.
    pub votes: Vec<Option<Spread>>,
    /// What is decided.
    pub issues: Vec<BodyIssue>,
    /// The vote on what is likeliest on all issues as one package; null where issues are voted on one by one, or it is not known how things stand.
    pub together: Option<BodyVoteFound>,
    /// By actor: how the package that it wants stands beside those of the others and things as they are; empty where issues are voted on one by one, or actors are too many for that.
    pub packages: Vec<BodyBeside>,
    /// The smallest coalitions; null with more than eighteen actors.
    pub coalitions: Option<BodyCoalitions>,
    /// Where each actor stands where every figure has its central value, first before the first turn of the bargaining and then after each: by turn, actor and issue.
    pub turns: Vec<Vec<Vec<f64>>>,
    /// Whether that bargaining settled.
    pub settled: bool,
    /// In how many worlds bargaining was held.
    pub bargained_in: u64,
    /// In how many worlds every model was asked.
    pub all_models_in: u64,
    /// What it would take to get what was asked for.
    pub wanted: Vec<BodyWanted>,
    /// All of it in sentences, most important first.
    pub headline: Vec<String>,
    /// What must be said beside it.
    pub caution: String,
}

fn spread(band: Option<Band>) -> Option<Spread> {
    band.map(Spread::from)
}

impl BodyFound {
    pub(super) fn of(found: &BodyAhead) -> Self {
        let ids: Vec<String> = found.actors.iter().map(|(id, _)| id.clone()).collect();
        let groups = |groups: &[Vec<usize>]| -> Vec<Vec<String>> {
            groups.iter().map(|group| group.iter().map(|actor| ids[*actor].clone()).collect()).collect()
        };
        let shift = |shift: &ShiftOf| BodyShiftOf {
            actor: ids[shift.actor].clone(),
            what: what(shift.what),
            by: shift.by,
        };
        let coalitions = found.coalitions.as_ref().map(|found| {
            let turns: u64 = found.power.iter().sum();
            BodyCoalitions {
                carrying: found.carrying.0 as u64,
                smallest_carrying: groups(&found.carrying.1),
                blocking: found.blocking.0 as u64,
                smallest_blocking: groups(&found.blocking.1),
                power: found.power.iter().map(|own| *own as f64 / turns.max(1) as f64).collect(),
            }
        });
        let wanted = found.wanted.iter().filter_map(|met| {
            Some(BodyWanted {
                issue: found.issues.get(met.want.issue)?.id.clone(),
                place: met.want.place,
                now: met.now,
                reached: met.reached,
                alone: met.alone.as_ref().map(shift),
                together: met.together.iter().map(shift).collect(),
            })
        });
        Self {
            name: found.name.clone(),
            rule: found.rule.clone(),
            capability: found.capability.iter().copied().map(spread).collect(),
            votes: found.votes.iter().copied().map(spread).collect(),
            issues: found.issues.iter().map(|issue| BodyIssue::of(issue, &ids, &groups)).collect(),
            together: found.together.as_ref().map(BodyVoteFound::of),
            packages: found.packages.iter().map(BodyBeside::of).collect(),
            coalitions,
            turns: found.turns.clone(),
            settled: found.settled,
            bargained_in: found.held,
            all_models_in: found.asked_all,
            wanted: wanted.collect(),
            headline: found.headline.clone(),
            caution: found.caution().to_owned(),
            actors: ids,
        }
    }
}

/// What is decided on an issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyIssue {
    /// Its id.
    pub issue: String,
    /// Its name.
    pub name: String,
    /// What its scale counts; null if that is not said.
    pub unit: Option<String>,
    /// From which number to which its scale goes.
    pub scale: Interval,
    /// How things stand; null if that is not known.
    pub status_quo: Option<Spread>,
    /// As likely above as below.
    pub middle: f64,
    /// A range that holds half of such decisions.
    pub half: Interval,
    /// A range that holds nine tenths of them.
    pub most: Interval,
    /// Where only a few places can be decided: how likely each is.
    pub options: Vec<BodyOption>,
    /// What each model says, the simplest first.
    pub models: Vec<BodyModel>,
    /// How far the models lie apart; null where none is defined.
    pub models_apart: Option<Spread>,
    /// By actor.
    pub actors: Vec<BodyActor>,
    /// What could be carried against things as they are; null if it is not known how they are.
    pub carried: Option<BodyCarries>,
    /// Places against which nothing could be carried.
    pub core: BodyCore,
    /// The uncovered set: places than which no other does better in every respect, beating it and all that it beats (Miller 1980).
    pub uncovered: BodyUncovered,
    /// On which place the vote is: the middle, or the likeliest of a few places that is not as things are.
    pub voted_on: f64,
    /// The vote on it; null where all issues are voted on together, or it is not known how things stand.
    pub vote: Option<BodyVoteFound>,
    /// Groups of neighbours that carry by themselves where every figure has its central value, from the low end of the scale to the high one.
    pub carrying_neighbours: Vec<Vec<String>>,
    /// The fewest from the low end up without whom nothing is carried there.
    pub blocking_low: Vec<String>,
    /// The fewest from the high end down.
    pub blocking_high: Vec<String>,
    /// What a shift of one actor by a tenth does to the middle, the strongest first; at most forty.
    pub shifts: Vec<BodyShift>,
}

impl BodyIssue {
    fn of(found: &IssueAhead, ids: &[String], groups: &impl Fn(&[Vec<usize>]) -> Vec<Vec<String>>) -> Self {
        let [low, high] = &found.blocking;
        let one = |group: &Vec<usize>| groups(std::slice::from_ref(group)).concat();
        let (some, from, to) = found.core;
        Self {
            issue: found.id.clone(),
            name: found.name.clone(),
            unit: found.unit.clone(),
            scale: found.scale,
            status_quo: spread(found.status_quo),
            middle: found.middle,
            half: found.half,
            most: found.most,
            options: found
                .options
                .iter()
                .map(|place| BodyOption {
                    name: place.name.clone(),
                    at: place.at,
                    chance: place.chance,
                    passes: place.passes.map(Probability::from),
                    beside: place.beside.as_ref().map(BodyBeside::of),
                })
                .collect(),
            models: found
                .models
                .iter()
                .map(|model| BodyModel {
                    model: model.model.to_owned(),
                    central: model.central,
                    over_worlds: model.band.map(SpreadKnown::from),
                    why_not: model.why_not.clone(),
                })
                .collect(),
            models_apart: spread(found.apart),
            actors: found.actors.iter().map(BodyActor::of).collect(),
            carried: found.carries.as_ref().map(|carries| BodyCarries {
                anything: carries.anything.into(),
                low: spread(carries.low),
                high: spread(carries.high),
            }),
            core: BodyCore { exists: some.into(), low: spread(from), high: spread(to) },
            uncovered: BodyUncovered { low: spread(found.uncovered.0), high: spread(found.uncovered.1) },
            voted_on: found.voted_on,
            vote: found.vote.as_ref().map(BodyVoteFound::of),
            carrying_neighbours: groups(&found.carrying),
            blocking_low: one(low),
            blocking_high: one(high),
            shifts: found
                .shifts
                .iter()
                .map(|tried| BodyShift {
                    actor: ids[tried.actor].clone(),
                    what: what(tried.what),
                    by: tried.by,
                    moves_middle: tried.moves.into(),
                })
                .collect(),
        }
    }
}

fn what(what: ShiftWhat) -> &'static str {
    match what {
        ShiftWhat::Position => "position",
        ShiftWhat::Salience => "salience",
    }
}

/// A place that can be decided.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyOption {
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub at: f64,
    /// How likely it is, 0 to 1.
    pub chance: f64,
    /// How often it would pass against things as they are; null where all issues are voted on together, or it is not known how things are.
    pub passes: Option<Probability>,
    /// How it stands beside the other places; null where all issues are voted on together.
    pub beside: Option<BodyBeside>,
}

/// How often something stands so beside everything that was compared with it, if nobody minded saying no.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyBeside {
    /// Nothing would be carried against it.
    pub unbeaten: Probability,
    /// Nothing covers it: beats it and all that it beats (Miller 1980).
    pub uncovered: Probability,
}

impl BodyBeside {
    fn of(found: &BesideOthers) -> Self {
        Self { unbeaten: found.unbeaten.into(), uncovered: found.uncovered.into() }
    }
}

/// What a model says on an issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyModel {
    /// The model, by the word with which it is asked for.
    pub model: String,
    /// The place where every figure has its central value; null where the model is not defined.
    pub central: Option<f64>,
    /// The place over the worlds in which it was asked.
    pub over_worlds: Option<SpreadKnown>,
    /// Why it is not defined; null where it is.
    pub why_not: Option<String>,
}

/// An actor on an issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyActor {
    /// Where it stands.
    pub position: Option<Spread>,
    /// How much the issue matters to it, 0 to 1.
    pub salience: Option<Spread>,
    /// How likely exactly that is decided where it stands, 0 to 1.
    pub gets_its_way: f64,
    /// How often it moves in the bargaining by more than a fiftieth of the scale.
    pub moves: Probability,
    /// After how many turns first; null where it never does.
    pub first_turn: Option<SpreadKnown>,
    /// Where it stands in the end.
    pub ends: Option<Spread>,
}

impl BodyActor {
    fn of(found: &ActorOnIssue) -> Self {
        Self {
            position: spread(found.position),
            salience: spread(found.salience),
            gets_its_way: found.gets_its_way,
            moves: found.moves.into(),
            first_turn: found.first_turn.map(SpreadKnown::from),
            ends: spread(found.ends),
        }
    }
}

/// What could be carried against things as they are: every place between `low` and `high`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyCarries {
    /// How often anything could.
    pub anything: Probability,
    /// From where; the status quo where nothing below it would pass.
    pub low: Option<Spread>,
    /// To where; the status quo where nothing above it would pass.
    pub high: Option<Spread>,
}

/// Places against which nothing could be carried.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyCore {
    /// How often there are any.
    pub exists: Probability,
    /// From where they go, in the worlds that have them.
    pub low: Option<Spread>,
    /// To where.
    pub high: Option<Spread>,
}

/// From where to where the uncovered set goes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyUncovered {
    /// From where; null where all together could not carry anything.
    pub low: Option<Spread>,
    /// To where.
    pub high: Option<Spread>,
}

/// A vote on what is likeliest against things as they are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyVoteFound {
    /// How often it passes.
    pub passes: Probability,
    /// By actor.
    pub actors: Vec<BodyBallot>,
}

/// How often an actor votes how.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyBallot {
    /// In favour: it gains.
    #[serde(rename = "for")]
    pub in_favour: Probability,
    /// It neither gains nor loses more than saying no would cost it.
    pub abstains: Probability,
    /// Against.
    pub against: Probability,
    /// How often its vote alone decides.
    pub decides: Probability,
}

impl BodyVoteFound {
    fn of(vote: &BodyVote) -> Self {
        let ballot = |([in_favour, abstains, against], decides): (&[Share; 3], &Share)| BodyBallot {
            in_favour: (*in_favour).into(),
            abstains: (*abstains).into(),
            against: (*against).into(),
            decides: (*decides).into(),
        };
        Self {
            passes: vote.passes.into(),
            actors: vote.ballots.iter().zip(&vote.decides).map(ballot).collect(),
        }
    }
}

/// The smallest coalitions where every figure has its central value, whoever stands where.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyCoalitions {
    /// How many carry and would not without any of their members.
    pub carrying: u64,
    /// The smallest of them; at most twelve.
    pub smallest_carrying: Vec<Vec<String>>,
    /// How many block and would not without any of their members.
    pub blocking: u64,
    /// The smallest of them; at most twelve.
    pub smallest_blocking: Vec<Vec<String>>,
    /// By actor: its share of all turns from losing to winning (Banzhaf 1965), 0 to 1.
    pub power: Vec<f64>,
}

/// What a shift of one actor does.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyShift {
    /// Who.
    pub actor: String,
    /// What is shifted: `position` or `salience`.
    pub what: &'static str,
    /// By how much: a share of the scale, or of the salience's own from 0 to 1; as far as there is room.
    pub by: f64,
    /// By how much the middle moves, in the same worlds.
    pub moves_middle: Spread,
}

/// A shift that is part of what it takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyShiftOf {
    /// Who.
    pub actor: String,
    /// What is shifted: `position` or `salience`.
    pub what: &'static str,
    /// By how much: a share of the scale, or of the salience's own from 0 to 1.
    pub by: f64,
}

/// What it would take for the middle to reach a place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BodyWanted {
    /// On which issue.
    pub issue: String,
    /// The place.
    pub place: f64,
    /// Where the middle lies now, in the worlds in which shifts were tried.
    pub now: f64,
    /// Whether it is reached already.
    pub reached: bool,
    /// The cheapest shift of one actor alone; null where no one's is enough, or none is needed.
    pub alone: Option<BodyShiftOf>,
    /// Shifts of positions that are enough together, those first that move the middle most; empty where not even all of them are, or none is needed.
    pub together: Vec<BodyShiftOf>,
}
