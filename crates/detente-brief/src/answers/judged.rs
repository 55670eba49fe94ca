//! `judged`: the package that somebody asks about.

use detente_deals::{Bettered, Known, Units};
use detente_model::{Case, IssueId};
use serde::Serialize;

use super::{ByName, OptionValue, PackageOptions, Probability};
use crate::compose::judged::{Judged, JudgedActor, JudgedPrincipal, SingleChange, Vote};

/// A package judged: who would sign it, what it lacks, which single changes would mend it, and how far it lies from the frontier.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageJudged {
    /// The package, completed where only a part was named.
    pub outcome: PackageOptions,
    /// Its letter, if it is one of the leading packages and they were looked for; null otherwise.
    pub letter: Option<String>,
    /// Whether it is acceptable to all in the central world.
    pub agreed: bool,
    /// In which share of the worlds drawn it is.
    pub all: Probability,
    /// Each principal, by its id.
    pub principals: ByName<PrincipalJudges>,
    /// Audiences with a veto that stand behind nobody who signs, by their ids.
    pub other_vetoes: ByName<ActorJudges>,
    /// Single changes of an option, the others staying, that help one without hurting another or that make the package acceptable to all in
    /// the central world; the latter first, then those with which it is acceptable most often.
    pub changes: Vec<SingleChangeFound>,
    /// How far it lies from the frontier over all feasible packages.
    pub frontier: DistanceToFrontier,
    /// The same over the packages that cross no red line of whoever must sign.
    pub within_red_lines: DistanceToFrontier,
    /// What it lacks in the central world, in sentences; empty where it is acceptable to all.
    pub lacks: Vec<String>,
}

impl PackageJudged {
    /// What was found of a package.
    pub fn of(found: &Judged) -> Self {
        let case = &found.case;
        let named =
            |judges: &JudgedActor| (case.actor_id(judges.actor).to_owned(), ActorJudges::of(case, judges));
        Self {
            outcome: PackageOptions::of(case, &found.chosen.package),
            letter: found.chosen.letter.clone(),
            agreed: found.agreed,
            all: found.all.into(),
            principals: found
                .principals
                .iter()
                .map(|principal| {
                    (case.actor_id(principal.own.actor).to_owned(), PrincipalJudges::of(case, principal))
                })
                .collect(),
            other_vetoes: found.others.iter().map(named).collect(),
            changes: found.changes.iter().map(|change| SingleChangeFound::of(found, change)).collect(),
            frontier: DistanceToFrontier::of(case, &found.frontier),
            within_red_lines: DistanceToFrontier::of(case, &found.within_red_lines),
            lacks: found.lacks(),
        }
    }
}

/// What somebody makes of the package by their own measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ActorJudges {
    /// Whether they are asked about it. About a package that they are not asked about they are not in the way, and count as accepting.
    pub asked: bool,
    /// Whether they accept it in the central world.
    pub accepts: bool,
    /// What it is worth to them above no deal in the central world; below 0 that much is missing.
    pub surplus: f64,
    /// The ids of the issues on which it crosses a red line of theirs in the central world.
    pub crosses: Vec<String>,
    /// In which share of the worlds drawn they accept it.
    pub share: Probability,
}

impl ActorJudges {
    fn of(case: &Case, judges: &JudgedActor) -> Self {
        Self {
            asked: judges.asked,
            accepts: judges.accepts(),
            surplus: judges.surplus.to_f64(),
            crosses: judges.crosses.iter().map(|issue| case.issue(*issue).id.clone()).collect(),
            share: judges.share.into(),
        }
    }
}

/// What a principal makes of the package, and those behind it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PrincipalJudges {
    /// Whether it would sign in the central world: itself, its audiences with a veto, and its vote at home.
    pub signs: bool,
    /// In which share of the worlds drawn it would.
    pub signs_share: Probability,
    /// The principal by its own measure.
    pub own: ActorJudges,
    /// The audiences behind it that have a say, by their ids.
    pub audiences: ByName<AudienceJudges>,
    /// The vote that it needs at home; null where it needs none.
    pub vote: Option<VoteFound>,
}

impl PrincipalJudges {
    fn of(case: &Case, principal: &JudgedPrincipal) -> Self {
        Self {
            signs: principal.signs,
            signs_share: principal.signs_share.into(),
            own: ActorJudges::of(case, &principal.own),
            audiences: principal
                .audiences
                .iter()
                .map(|(veto, judges)| {
                    let id = case.actor_id(judges.actor).to_owned();
                    (id, AudienceJudges { veto: *veto, own: ActorJudges::of(case, judges) })
                })
                .collect(),
            vote: principal.vote.map(VoteFound::from),
        }
    }
}

/// What an audience makes of the package.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AudienceJudges {
    /// Whether there is no deal without it; otherwise it votes at home.
    pub veto: bool,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub own: ActorJudges,
}

/// A vote at home in the central world, in shares of all the weight that votes, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct VoteFound {
    /// What would vote for the package.
    pub in_favour: f64,
    /// What must vote for it.
    pub needed: f64,
    /// Whether that carries it.
    pub carried: bool,
}

impl From<Vote> for VoteFound {
    fn from(vote: Vote) -> Self {
        let Vote { in_favour, needed, carried } = vote;
        Self { in_favour, needed, carried }
    }
}

/// The package with another option on one issue.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SingleChangeFound {
    /// The id of the issue.
    pub issue: String,
    /// The option taken instead.
    pub option: OptionValue,
    /// What each principal gains or loses by the change in the central world, by its id, on its own scale.
    pub gains: ByName<f64>,
    /// Whether it helps one principal without hurting another, and nobody who would accept the package would refuse it with the change.
    pub helps: bool,
    /// Whether the package with the change is acceptable to all in the central world.
    pub agreed: bool,
    /// In which share of the worlds drawn the package with the change is acceptable to all.
    pub all: Probability,
}

impl SingleChangeFound {
    fn of(found: &Judged, change: &SingleChange) -> Self {
        let case = &found.case;
        let issue = case.issue(change.issue);
        let ids = found.principals.iter().map(|principal| case.actor_id(principal.own.actor).to_owned());
        Self {
            issue: issue.id.clone(),
            option: OptionValue::from(&issue.options[change.option]),
            gains: ids.zip(change.gains.iter().map(|gain| gain.to_f64())).collect(),
            helps: change.helps,
            agreed: change.agreed,
            all: change.all.into(),
        }
    }
}

/// How far a package lies from a frontier, in the central world.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DistanceToFrontier {
    /// By how much all principals could gain at once, each on its own scale; 0 on the frontier. Null where no package that counts is as good
    /// for all, and where a limit on work was met.
    pub all_could_gain: Option<f64>,
    /// No package lets all gain more than this: equal to `all_could_gain` when that is proven. Null as that is.
    pub all_could_gain_at_most: Option<f64>,
    /// Whether no package that counts betters it. Null where that is not known.
    pub on_frontier: Option<bool>,
    /// A package that betters it: worth as much to every principal and more to one. Null where none is known.
    pub better: Option<PackageOptions>,
}

impl DistanceToFrontier {
    fn of(case: &Case, found: &Bettered) -> Self {
        let gain = found.all_gain.as_ref();
        let least = gain.and_then(Known::value).copied();
        let most = least.map(|least| least + gain.and_then(Known::distance).unwrap_or_default());
        let numbers: Vec<(IssueId, f64)> =
            found.between.iter().flat_map(|between| between.numbers.iter().copied()).collect();
        let better = found.better.as_ref();
        Self {
            all_could_gain: least.map(Units::to_f64),
            all_could_gain_at_most: most.map(Units::to_f64),
            on_frontier: found.on_frontier,
            better: better.map(|package| PackageOptions::of(case, package).with_numbers(case, &numbers)),
        }
    }
}
