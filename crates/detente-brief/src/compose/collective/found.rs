//! What is found of a body, as data.

use std::sync::Arc;

use detente_model::{Band, Case, Collective, Share};

/// What a body would decide.
#[derive(Debug, Clone)]
pub struct BodyAhead {
    /// The case.
    pub case: Arc<Case>,
    /// What the body is called.
    pub name: String,
    /// How it decides, in words.
    pub rule: String,
    /// In how many worlds it was looked at.
    pub draws: u64,
    /// In how many of them bargaining was held turn by turn.
    pub held: u64,
    /// In how many of them every model was asked.
    pub asked_all: u64,
    /// From which seed they were drawn.
    pub seed: u64,
    /// Who has a say: ids and names; lists over actors follow this order.
    pub actors: Vec<(String, String)>,
    /// What each can bring to bear.
    pub capability: Vec<Option<Band>>,
    /// What the vote of each counts.
    pub votes: Vec<Option<Band>>,
    /// What is decided.
    pub issues: Vec<IssueAhead>,
    /// The vote on the middles of all issues as one package, where the rule puts them together and it is known how things stand.
    pub together: Option<BodyVote>,
    /// By actor: how the package that it wants stands beside those of the others and things as they are; empty where issues are voted on one by one, or actors are too many.
    pub packages: Vec<BesideOthers>,
    /// The smallest coalitions of the central world; `None` of too many actors to be listed.
    pub coalitions: Option<Coalitions>,
    /// Where everybody stands by turn in the central world: by turn, actor and issue, on its scale.
    pub turns: Vec<Vec<Vec<f64>>>,
    /// Whether that settled.
    pub settled: bool,
    /// What it would take to get what is wanted.
    pub wanted: Vec<WantMet>,
    /// All of it in sentences, most important first.
    pub headline: Vec<String>,
}

/// What would be decided on an issue. Places are told on its scale.
#[derive(Debug, Clone)]
pub struct IssueAhead {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What its scale counts.
    pub unit: Option<String>,
    /// From which number to which it goes.
    pub scale: [f64; 2],
    /// How things stand.
    pub status_quo: Option<Band>,
    /// As likely above as below.
    pub middle: f64,
    /// A range that holds half of such decisions.
    pub half: [f64; 2],
    /// A range that holds nine tenths.
    pub most: [f64; 2],
    /// Where only a few places can be decided: how likely each is.
    pub options: Vec<PlaceAhead>,
    /// What each model says.
    pub models: Vec<ModelAhead>,
    /// How far the models lie apart: the highest less the lowest, in worlds in which all were asked.
    pub apart: Option<Band>,
    /// By actor.
    pub actors: Vec<ActorOnIssue>,
    /// What could be carried against things as they are; `None` where it is not known how they are.
    pub carries: Option<CarriesAhead>,
    /// How often there are places against which nothing could be carried, and from where to where.
    pub core: (Share, Option<Band>, Option<Band>),
    /// The uncovered set: from where to where.
    pub uncovered: (Option<Band>, Option<Band>),
    /// On which place the vote is: the middle, or the likeliest of a few places that is not as things are.
    pub voted_on: f64,
    /// The vote on it against things as they are.
    pub vote: Option<BodyVote>,
    /// Groups of neighbours that carry by themselves in the central world, from the low end to the high one.
    pub carrying: Vec<Vec<usize>>,
    /// The fewest from the low end up, and from the high end down, without whom nothing is carried there.
    pub blocking: [Vec<usize>; 2],
    /// What a shift of one actor does to the middle, the strongest first.
    pub shifts: Vec<ShiftTried>,
}

/// A place that can be decided.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceAhead {
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub at: f64,
    /// How likely it is.
    pub chance: f64,
    /// How often it would pass against things as they are; `None` where it is voted on with other issues, or it is not known how things are.
    pub passes: Option<Share>,
    /// How it stands beside the other places, where issues are voted on one by one.
    pub beside: Option<BesideOthers>,
}

/// How often something stands so beside everything else that was compared with it, if nobody minded saying no.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BesideOthers {
    /// Nothing would be carried against it.
    pub unbeaten: Share,
    /// Nothing covers it: beats it and all that it beats (Miller 1980).
    pub uncovered: Share,
}

/// What a model says.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelAhead {
    /// The model.
    pub model: &'static str,
    /// What it says in the central world.
    pub central: Option<f64>,
    /// Over the worlds in which it was asked.
    pub band: Option<Band>,
    /// Why it is not defined; `None` where it is.
    pub why_not: Option<String>,
}

/// An actor on one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorOnIssue {
    /// Where it stands.
    pub position: Option<Band>,
    /// Where it stands in the central world.
    pub central: f64,
    /// How much it matters to it, 0 to 1.
    pub salience: Option<Band>,
    /// How likely exactly that is decided where it stands, 0 to 1.
    pub gets_its_way: f64,
    /// How often it moves in the bargaining by more than a fiftieth of the scale.
    pub moves: Share,
    /// After how many turns first, where it does.
    pub first_turn: Option<Band>,
    /// Where it stands in the end.
    pub ends: Option<Band>,
}

/// What could be carried against things as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct CarriesAhead {
    /// How often anything could.
    pub anything: Share,
    /// From where: places between it and the status quo would pass.
    pub low: Option<Band>,
    /// To where.
    pub high: Option<Band>,
}

/// A vote on what lies in the middle against things as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyVote {
    /// How often it passes.
    pub passes: Share,
    /// By actor: how often it votes in favour, abstains, votes against.
    pub ballots: Vec<[Share; 3]>,
    /// By actor: how often its vote alone decides.
    pub decides: Vec<Share>,
}

/// The smallest coalitions that carry and that block, whoever stands where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coalitions {
    /// How many carry, and the first of them, the smallest first.
    pub carrying: (usize, Vec<Vec<usize>>),
    /// How many block, and the first of them.
    pub blocking: (usize, Vec<Vec<usize>>),
    /// By actor: in how many of all coalitions it turns losing into winning (Banzhaf 1965), as a share of all such turns.
    pub power: Vec<u64>,
}

/// What is shifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShiftWhat {
    /// Where an actor stands.
    Position,
    /// How much an issue matters to it.
    Salience,
}

/// What a shift of one actor does.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftTried {
    /// Who, by its place.
    pub actor: usize,
    /// What is shifted.
    pub what: ShiftWhat,
    /// By how much: a share of the scale, or of the salience's own from 0 to 1.
    pub by: f64,
    /// By how much the middle moves, on the scale, in the same worlds.
    pub moves: Band,
}

/// A shift that is part of what it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftOf {
    /// Who.
    pub actor: usize,
    /// What.
    pub what: ShiftWhat,
    /// By how much, as a share.
    pub by: f64,
}

/// An outcome that somebody wants on an issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Want {
    /// The issue, by its place.
    pub issue: usize,
    /// The place on its scale.
    pub place: f64,
}

impl Want {
    /// Reads an issue and a place on it, a number or the name of an option: `toll=25`, `toll=a little`.
    ///
    /// # Errors
    /// What to write instead, in a sentence.
    pub fn parse(body: &Collective, text: &str) -> Result<Self, String> {
        let Some((id, place)) = text.split_once('=') else {
            return Err(format!(
                "`{text}` is no outcome: write an issue and a place on it, such as `toll=25`"
            ));
        };
        let at = issue_decided(body, id.trim())?;
        let issue = &body.issues[at];
        let named = issue.options.iter().find(|(name, _)| name == place.trim()).map(|(_, at)| *at);
        let [low, high] = issue.scale;
        let place =
            named.or_else(|| place.trim().parse::<f64>().ok()).filter(|place| (low..=high).contains(place));
        let place = place.ok_or_else(|| {
            format!("`{text}` lies on no place of its scale, which goes from {low} to {high}")
        })?;
        Ok(Self { issue: at, place })
    }
}

/// The place of an issue among those that a body decides, by its id.
///
/// # Errors
/// What it decides, in a sentence.
pub fn issue_decided(body: &Collective, id: &str) -> Result<usize, String> {
    body.issue(id).ok_or_else(|| {
        let known: Vec<String> = body.issues.iter().map(|issue| format!("`{}`", issue.id)).collect();
        format!("the body decides nothing called `{id}`; it decides {}", known.join(", "))
    })
}

/// What it would take to get it.
#[derive(Debug, Clone, PartialEq)]
pub struct WantMet {
    /// What is wanted.
    pub want: Want,
    /// The middle now, in the worlds in which shifts were tried.
    pub now: f64,
    /// Whether it is reached already.
    pub reached: bool,
    /// The cheapest shift of one actor alone; `None` where no one's is enough.
    pub alone: Option<ShiftOf>,
    /// The least sum of shifts of positions found, those first that move the middle most; empty where not even all of them are enough.
    pub together: Vec<ShiftOf>,
}
