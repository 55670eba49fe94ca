//! `talks`: how the bargaining would go.

use detente_model::Band;
use serde::Serialize;

use super::{ByName, CaseNamed, Interval, PackageOptions, Probability, Spread, SpreadKnown};
use crate::compose::talks::{AgreedBy, AgreedPackage, Assumed, EndedBy, LeverTried, TalksAhead};
use crate::track_record::{ForecastKind, TrackRecord};

/// What `detente talks CASE --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn: talks are held in the first 10,000 of them at most.
    pub draws: u64,
    /// How the talks would go.
    pub talks: TalksFound,
    /// How well figures of these kinds have done where what happened is known.
    pub record: Vec<TrackRecord>,
}

impl TalksAnswer {
    /// The answer about the talks of a case.
    pub fn of(found: &TalksAhead) -> Self {
        Self {
            case: CaseNamed::of(&found.case),
            seed: found.seed,
            draws: found.draws,
            talks: TalksFound::of(found),
            record: vec![TrackRecord::of(ForecastKind::Talks)],
        }
    }
}

/// How the talks would go: no forecast, but what follows from the judgements of the case on how people bargain and on what may happen meanwhile.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksFound {
    /// Those who bargain, by their ids; lists of values follow this order.
    pub parties: Vec<String>,
    /// For how many days talks are followed, from the day of the case.
    pub horizon: u32,
    /// In how many worlds they were held.
    pub worlds: u64,
    /// How they go under each assumption of how people bargain, in the same worlds; the first is as the case has it.
    pub assumed: Vec<TalksAssumed>,
    /// Whether the assumptions part by more than ten points and more than chance leaves.
    pub hangs_on_the_way_of_bargaining: bool,
    /// The chance of an agreement by day, as the case has it.
    pub by_day: Vec<TalksAgreedBy>,
    /// The day of the agreement, in the worlds that have one; null if none has.
    pub day: Option<SpreadKnown>,
    /// What ends the talks; the shares add up to 1.
    pub ends: Vec<TalksEnded>,
    /// On what they agree, the likeliest package first; at most twelve.
    pub packages: Vec<TalksPackage>,
    /// How many different packages they agree on.
    pub different_packages: u64,
    /// By issue, how often each option is in an agreement.
    pub options: ByName<ByName<Probability>>,
    /// What somebody could do, what shortens the talks most first.
    pub levers: Vec<TalksLever>,
    /// How far what they agree on lies from what was possible in the same world on the day of signing.
    pub distance: TalksDistance,
    /// All of it in sentences, most important first.
    pub headline: Vec<String>,
    /// What must be said beside it.
    pub caution: String,
}

impl TalksFound {
    pub(super) fn of(found: &TalksAhead) -> Self {
        let options = |(issue, shares): &(detente_model::IssueId, Vec<detente_model::Share>)| {
            let issue = found.case.issue(*issue);
            let of =
                issue.options.iter().zip(shares).map(|(option, share)| (option.to_string(), (*share).into()));
            (issue.id.clone(), of.collect())
        };
        let band = |band: &Option<Band>| band.map(Spread::from);
        Self {
            parties: found.parties.iter().map(|party| found.case.party(*party).id.clone()).collect(),
            horizon: found.horizon,
            worlds: found.draws,
            assumed: found.assumed.iter().map(|assumed| TalksAssumed::of(found, assumed)).collect(),
            hangs_on_the_way_of_bargaining: found.parts.is_some(),
            by_day: found.by_day.iter().map(TalksAgreedBy::of).collect(),
            day: found.day.map(SpreadKnown::from),
            ends: found
                .ends
                .iter()
                .map(|(end, share)| TalksEnded::of(found, *end, (*share).into()))
                .collect(),
            packages: found.packages.iter().map(|package| TalksPackage::of(found, package)).collect(),
            different_packages: found.different as u64,
            options: found.options.iter().map(options).collect(),
            levers: found.levers.iter().map(TalksLever::of).collect(),
            distance: TalksDistance {
                all_gain: found.distance.all_gain.map(SpreadKnown::from),
                none_better: found.distance.none_better.into(),
                from_nash: found.distance.from_nash.iter().map(band).collect(),
                at_nash: found.distance.at_nash.into(),
            },
            headline: found.headline.clone(),
            caution: found.caution().to_owned(),
        }
    }
}

/// How talks go under one assumption of how people bargain.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksAssumed {
    /// What is assumed, in words.
    pub name: String,
    /// The chance of an agreement within the horizon.
    pub agreement: Probability,
    /// Its day, in the worlds that have one; null if none has.
    pub day: Option<SpreadKnown>,
    /// The package most often agreed on; null without any agreement.
    pub leading: Option<TalksLeading>,
    /// What the agreement is worth to each party above what the Nash package is, in the same world; null where there is no such package beside any
    /// agreement.
    pub from_nash: Vec<Option<Spread>>,
}

impl TalksAssumed {
    fn of(found: &TalksAhead, assumed: &Assumed) -> Self {
        Self {
            name: assumed.name.clone(),
            agreement: assumed.agreement.into(),
            day: assumed.day.map(SpreadKnown::from),
            leading: assumed.leading.as_ref().map(|(package, share)| TalksLeading {
                outcome: PackageOptions::of(&found.case, package),
                of_agreements: (*share).into(),
            }),
            from_nash: assumed.from_nash.iter().map(|band| band.map(Spread::from)).collect(),
        }
    }
}

/// The package most often agreed on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksLeading {
    /// The package.
    pub outcome: PackageOptions,
    /// In what share of the agreements.
    pub of_agreements: Probability,
}

/// The chance of an agreement by a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksAgreedBy {
    /// The day, counted from the day of the case.
    pub day: u32,
    /// The chance, as the case has it.
    pub agreement: Probability,
    /// The lowest and the highest chance under any assumption of how people bargain.
    pub among_assumptions: Interval,
}

impl TalksAgreedBy {
    fn of(by: &AgreedBy) -> Self {
        Self { day: by.day, agreement: by.share.into(), among_assumptions: by.among }
    }
}

/// What ends talks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksEnded {
    /// `agreement`, `deadline`, `event`, or `nothing` where they are still talking at the horizon.
    pub by: &'static str,
    /// The name of the event. Only with `event`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub event: Option<String>,
    /// In what share of the worlds.
    pub share: Probability,
}

impl TalksEnded {
    fn of(found: &TalksAhead, end: EndedBy, share: Probability) -> Self {
        let (by, event) = match end {
            EndedBy::Agreement => ("agreement", None),
            EndedBy::Deadline => ("deadline", None),
            EndedBy::Event(event) => {
                let event = found.case.talks.as_ref().and_then(|talks| talks.events.get(event));
                ("event", event.map(|event| event.name.clone()))
            }
            EndedBy::Nothing => ("nothing", None),
        };
        Self { by, event, share }
    }
}

/// A package on which they agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksPackage {
    /// The package.
    pub outcome: PackageOptions,
    /// In what share of all worlds it is agreed on.
    pub share: Probability,
    /// On which day.
    pub day: Option<Spread>,
    /// What it is worth to each party in those worlds.
    pub worth: Vec<Option<Spread>>,
}

impl TalksPackage {
    fn of(found: &TalksAhead, package: &AgreedPackage) -> Self {
        Self {
            outcome: PackageOptions::of(&found.case, &package.package),
            share: package.share.into(),
            day: package.day.map(Spread::from),
            worth: package.worth.iter().map(|band| band.map(Spread::from)).collect(),
        }
    }
}

/// Something that somebody could do, tried in the same worlds with the same chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksLever {
    /// What, in words.
    pub name: String,
    /// The chance of an agreement within the horizon then.
    pub agreement: Probability,
    /// What it adds to that chance.
    pub agreement_gain: TalksDifference,
    /// What it adds to the days without an agreement, up to the horizon, on the mean; below 0 if it shortens them.
    pub days: TalksDifference,
}

impl TalksLever {
    fn of(lever: &LeverTried) -> Self {
        let difference = |(value, interval): (f64, Interval)| TalksDifference { value, interval };
        Self {
            name: lever.name.clone(),
            agreement: lever.agreement.into(),
            agreement_gain: difference(lever.gain),
            days: difference(lever.days),
        }
    }
}

/// A difference in the same worlds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksDifference {
    /// The difference.
    pub value: f64,
    /// Its 95 % interval: for shares that of Bonett & Price (2012), for means the paired normal one.
    pub interval: Interval,
}

/// How far agreements lie from what was possible.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct TalksDistance {
    /// By how much all could have gained at once by another package that crosses no red line; 0 where they could not. Null without any agreement.
    pub all_gain: Option<SpreadKnown>,
    /// The share of the agreements that all could not have bettered at once.
    pub none_better: Probability,
    /// What each party gets above what the Nash package gives it; null where there is none beside any agreement.
    pub from_nash: Vec<Option<Spread>>,
    /// The share of the agreements that are worth as much to everybody as the Nash package, where there is one.
    pub at_nash: Probability,
}
