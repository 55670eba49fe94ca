//! `watch`: what was promised, and what became of it.

mod exchange;

use detente_model::CommitmentId;
use detente_watch::{Account, Delivery, Entry, LastsOn as Lasting, Question, Seen, Status};
use jiff::civil::Date;
use serde::Serialize;

use super::{CaseNamed, LastsOn, PackageOptions, Probability, Spread};
use crate::compose::watch::WatchDay;
pub use exchange::{DelayBorne, ExchangeWatched, StillToCome, StopsAt};

/// What `detente watch CASE --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WatchAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn.
    pub draws: u64,
    /// What was promised, and what became of it.
    pub watch: WatchFound,
}

impl WatchAnswer {
    /// The answer about the day of a case.
    pub fn of(found: &WatchDay) -> Self {
        Self {
            case: CaseNamed::of(&found.case),
            seed: found.seed,
            draws: found.draws,
            watch: WatchFound::of(found),
        }
    }
}

/// What was promised and what became of it, as it was known on the day of the case. Dates are written `2024-02-14`; parties go by their ids, lots by their names.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WatchFound {
    /// The package that is carried out.
    pub outcome: PackageOptions,
    /// The day.
    pub day: String,
    /// The day that is day 0 of the pledge; null if the case does not say.
    pub begins: Option<String>,
    /// The last day of the pledge, with the days by which it was extended; null if there is none, or it has ended.
    pub pledge_ends: Option<String>,
    /// The day on which the exchange ended otherwise than by being carried out; null if it has not.
    pub ended: Option<String>,
    /// Every commitment that was agreed by then, in the order of the case.
    pub commitments: Vec<CommitmentWatched>,
    /// For each party concerned how many of its commitments stand how.
    pub parties: Vec<PartyWatched>,
    /// Who has handed over how much to whom: commitments to hand over the same together.
    pub deliveries: Vec<DeliveryWatched>,
    /// Whether each side gains by going on, where one would stop, what delay is borne, and the exchange planned anew. Null if no part of an
    /// exchange was promised, or it has ended.
    pub exchange: Option<ExchangeWatched>,
    /// How long it lasts on, given that it has held until then and given breaches; null if the case has no durability, or it has ended.
    pub lasting: Option<LastingWatched>,
    /// The chance that it lasts until a day; null if it has ended, or if the case has neither an exchange that was promised nor durability.
    pub outlook: Option<OutlookWatched>,
    /// What could be seen next, what moves that chance most first.
    pub next: Vec<ObservationWeighed>,
    /// How many further observations there would be: of so many the earliest 24 are weighed.
    pub not_weighed: usize,
    /// The fewest words for a report of monitors.
    pub report: String,
    /// All of it in sentences, most important first.
    pub headline: Vec<String>,
}

impl WatchFound {
    pub(super) fn of(found: &WatchDay) -> Self {
        let watch = &found.found;
        Self {
            outcome: PackageOptions::of(&found.case, &found.package),
            day: watch.ledger.day.to_string(),
            begins: found.begins().map(written),
            pledge_ends: found.pledge_ends.map(written),
            ended: found.ended().map(written),
            commitments: watch
                .ledger
                .entries
                .iter()
                .map(|entry| CommitmentWatched::of(found, entry))
                .collect(),
            parties: PartyWatched::all(found),
            deliveries: watch.deliveries.iter().map(|it| DeliveryWatched::of(found, it)).collect(),
            exchange: watch.exchange.as_ref().map(|exchange| ExchangeWatched::of(found, exchange)),
            lasting: watch.lasting.as_ref().map(LastingWatched::of),
            outlook: watch.outlook.map(|outlook| OutlookWatched {
                days: watch.horizon,
                until: watch.date(watch.horizon).map(written),
                mean: outlook.mean,
                spread: outlook.band.into(),
            }),
            next: watch.next.iter().map(|seen| ObservationWeighed::of(found, seen)).collect(),
            not_weighed: watch.not_weighed,
            report: found.report.clone(),
            headline: found.headline.clone(),
        }
    }
}

fn written(day: Date) -> String {
    day.to_string()
}

fn id_of(found: &WatchDay, id: CommitmentId) -> String {
    found.case.commitment(id).id.clone()
}

/// How a commitment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum CommitmentStatus {
    /// Its day is still to come, and nothing is told of it.
    NotDue,
    /// Its day has come, and nobody has told of it. That is not a breach.
    NotReported,
    /// All of it was handed over or done, in time or late.
    Done,
    /// A part of it was, as far as anybody has told.
    Partly,
    /// It is held back, and still to come.
    Late,
    /// It was not done, and is not coming.
    Denied,
    /// Accounts contradict each other.
    Disputed,
}

impl From<Status> for CommitmentStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::NotDue => Self::NotDue,
            Status::NotReported => Self::NotReported,
            Status::Done => Self::Done,
            Status::Partly => Self::Partly,
            Status::Late => Self::Late,
            Status::Denied => Self::Denied,
            Status::Disputed => Self::Disputed,
        }
    }
}

/// A commitment, and how it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CommitmentWatched {
    /// Its id.
    pub id: String,
    /// The party that promised it.
    pub by: String,
    /// The party to which it was promised; null if the case does not say.
    pub to: Option<String>,
    /// What it is, in words.
    pub what: String,
    /// How many of it; null for one thing that is done or not.
    pub count: Option<u32>,
    /// What they are counted in; null if `what` says it.
    pub unit: Option<String>,
    /// The day on which it was agreed.
    pub agreed: String,
    /// The last day on which it is in time.
    pub due: String,
    /// The lot of the exchange of which it is a part; null for none.
    pub lot: Option<String>,
    /// The schedule of which it is a step; null for none.
    pub schedule: Option<String>,
    /// Which step of it, the first being 1; null for none.
    pub step: Option<usize>,
    /// The clause of the text that words it; null for none.
    pub clause: Option<String>,
    /// How it stands.
    pub status: CommitmentStatus,
    /// The same in words.
    pub told: String,
    /// Whether its day has come.
    pub is_due: bool,
    /// How many were handed over by all accounts; 1 or 0 for one thing.
    pub least: u32,
    /// How many by the account that says most.
    pub most: u32,
    /// The day on which all of it was there; null if it is not.
    pub done_on: Option<String>,
    /// Days after its day: on which all was there, or up to now while something is missing.
    pub days_late: u32,
    /// Whether it is an open breach in the central world: it was denied, or what is missing is missing for longer than its days of grace.
    pub is_open_breach: bool,
    /// What each account says of it.
    pub accounts: Vec<AccountTold>,
    /// The ids of the claims that report on it.
    pub reports: Vec<String>,
    /// The largest delay of it by itself that is borne, counted from its day; null if it is not missing and not due next.
    pub delay: Option<DelayBorne>,
    /// The ids of the sources that it rests on.
    pub cites: Vec<String>,
}

impl CommitmentWatched {
    fn of(found: &WatchDay, entry: &Entry) -> Self {
        let case = &found.case;
        let commitment = case.commitment(entry.commitment);
        let party = |id: detente_model::PartyId| case.party(id).id.clone();
        let exchange = case.exchange.as_ref();
        let tie = commitment.hands_over;
        let step = tie.and_then(|tie| tie.step);
        let delays = found.found.exchange.iter().flat_map(|exchange| &exchange.delays);
        let delay = delays.into_iter().find(|(id, _)| *id == entry.commitment);
        let grace = commitment.grace.map_or(0.0, |grace| case.numbers[grace].value.central());
        Self {
            id: commitment.id.clone(),
            by: party(commitment.by),
            to: commitment.to.map(party),
            what: commitment.what.clone(),
            count: commitment.count,
            unit: commitment.unit.clone(),
            agreed: written(commitment.agreed),
            due: written(commitment.due),
            lot: tie.and_then(|tie| Some(exchange?.lots[tie.lot].name.clone())),
            schedule: step.and_then(|step| Some(exchange?.rules.schedules[step.schedule].name.clone())),
            step: step.map(|step| step.step + 1),
            clause: commitment.clause.clone(),
            status: entry.status.into(),
            told: found.status(entry),
            is_due: entry.is_due,
            least: entry.least,
            most: entry.most,
            done_on: entry.done_on.map(written),
            days_late: entry.days_late,
            is_open_breach: entry.is_open_breach(grace),
            accounts: entry.accounts.iter().map(|account| AccountTold::of(found, account)).collect(),
            reports: entry.reports.iter().map(|id| case.claims[id.0].id.clone()).collect(),
            delay: delay.map(|(_, delay)| DelayBorne::of(delay)),
            cites: commitment.cite.iter().map(|cite| case.source(cite.source).id.clone()).collect(),
        }
    }
}

/// What one account says of a commitment: the latest report for a party, or for none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AccountTold {
    /// For which party it is said; null for none.
    pub party: Option<String>,
    /// The id of the claim.
    pub claim: String,
    /// What it says: `done`, `partly`, `late`, `denied` or `disputed`.
    pub says: String,
    /// How many had been handed over by `by`; 1 or 0 for one thing.
    pub count: u32,
    /// The day of which it speaks.
    pub by: String,
    /// The day on which that was told.
    pub told: String,
    /// How many reports it rests on; those of one origin count once.
    pub reports: usize,
    /// Whether another account contradicts it.
    pub is_contradicted: bool,
}

impl AccountTold {
    fn of(found: &WatchDay, account: &Account) -> Self {
        let case = &found.case;
        Self {
            party: account.party.map(|party| case.party(party).id.clone()),
            claim: case.claims[account.claim.0].id.clone(),
            says: account.says.word().to_owned(),
            count: account.count,
            by: written(account.by),
            told: written(account.told),
            reports: account.reports,
            is_contradicted: account.is_contradicted,
        }
    }
}

/// How many of a party's commitments stand how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PartyWatched {
    /// Its id.
    pub party: String,
    /// Its name.
    pub name: String,
    /// How many it made.
    pub commitments: usize,
    /// How many of them are due.
    pub due: usize,
    /// How many are done.
    pub done: usize,
    /// How many of these were late.
    pub done_late: usize,
    /// How many are done in part.
    pub partly: usize,
    /// How many are held back.
    pub late: usize,
    /// How many are denied.
    pub denied: usize,
    /// How many are disputed.
    pub disputed: usize,
    /// How many are due and nobody has told of.
    pub not_reported: usize,
}

impl PartyWatched {
    fn all(found: &WatchDay) -> Vec<Self> {
        let of = |party: &detente_model::Party| {
            let own = || {
                found.found.ledger.entries.iter().filter(|entry| {
                    found.case.party(found.case.commitment(entry.commitment).by).id == party.id
                })
            };
            let with = |status: Status| own().filter(|entry| entry.status == status).count();
            Self {
                party: party.id.clone(),
                name: party.name.clone(),
                commitments: own().count(),
                due: own().filter(|entry| entry.is_due).count(),
                done: with(Status::Done),
                done_late: own().filter(|it| it.status == Status::Done && it.days_late > 0).count(),
                partly: with(Status::Partly),
                late: with(Status::Late),
                denied: with(Status::Denied),
                disputed: with(Status::Disputed),
                not_reported: with(Status::NotReported),
            }
        };
        found.parties().into_iter().map(of).collect()
    }
}

/// Things of one kind that one party hands over to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DeliveryWatched {
    /// Who hands over.
    pub by: String,
    /// Who receives; null if the case does not say.
    pub to: Option<String>,
    /// What, in words.
    pub what: String,
    /// What they are counted in; null if `what` says it.
    pub unit: Option<String>,
    /// The ids of the commitments.
    pub commitments: Vec<String>,
    /// How many were promised in all, as far as is known.
    pub promised: u32,
    /// How many of these should have been handed over by now.
    pub due: u32,
    /// How many were, by all accounts.
    pub least: u32,
    /// How many by the accounts that say most.
    pub most: u32,
    /// What was handed over on each day on which something was, where accounts agree.
    pub by_day: Vec<HandedOverOn>,
}

impl DeliveryWatched {
    fn of(found: &WatchDay, delivery: &Delivery) -> Self {
        let party = |id: detente_model::PartyId| found.case.party(id).id.clone();
        Self {
            by: party(delivery.by),
            to: delivery.to.map(party),
            what: delivery.what.clone(),
            unit: delivery.unit.clone(),
            commitments: delivery.commitments.iter().map(|id| id_of(found, *id)).collect(),
            promised: delivery.promised,
            due: delivery.due,
            least: delivery.least,
            most: delivery.most,
            by_day: delivery
                .by_day
                .iter()
                .map(|on| HandedOverOn { day: written(on.day), count: on.count, so_far: on.so_far })
                .collect(),
        }
    }
}

/// So many on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct HandedOverOn {
    /// The day.
    pub day: String,
    /// How many on that day.
    pub count: u32,
    /// How many by the end of it, in all.
    pub so_far: u32,
}

/// How long it lasts on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LastingWatched {
    /// In which share of the worlds a breach is open: it may hang on how many days of grace nobody counts.
    pub breached: Probability,
    /// By what an open breach multiplies the danger of ending, however many are open.
    pub hazard_ratio: Spread,
    /// What is left of it as it is, given that it has held until now.
    pub remaining: LastsOn,
    /// What would be left if no breach were open.
    pub unbreached: LastsOn,
    /// What would be left with a breach open.
    pub with_breach: LastsOn,
}

impl LastingWatched {
    fn of(lasting: &Lasting) -> Self {
        Self {
            breached: lasting.breached.into(),
            hazard_ratio: lasting.ratio.into(),
            remaining: LastsOn::of(&lasting.remaining),
            unbreached: LastsOn::of(&lasting.unbreached),
            with_breach: LastsOn::of(&lasting.with_breach),
        }
    }
}

/// The chance that it lasts until a day: that it outlasts it given what has held and what is breached, and that nobody gains by stopping before.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OutlookWatched {
    /// Days from the one that is looked at.
    pub days: f64,
    /// That day; null if it lies beyond the calendar.
    pub until: Option<String>,
    /// The mean over the worlds, 0 to 1: the chance, all doubt included.
    pub mean: f64,
    /// Over the worlds.
    pub spread: Spread,
}

/// What would be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ObservationOf {
    /// Whether what is due next will be done.
    DueNext,
    /// Whether what is late will still come.
    StillMissing,
    /// Whether what nobody has told of was done.
    NotReported,
    /// Which account of what is contested is right.
    Disputed,
}

/// Something that could be seen next, and what it would do to the outlook.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ObservationWeighed {
    /// The id of the commitment.
    pub commitment: String,
    /// What would be seen of it.
    pub question: ObservationOf,
    /// The same in words.
    pub told: String,
    /// The chance that it is kept or was: by the rule of succession from what its party has kept so far; one half for a dispute.
    pub chance_kept: f64,
    /// The outlook if it is kept, or was: of a dispute, if the account that says most is right.
    pub if_kept: f64,
    /// The outlook if not.
    pub if_not: f64,
    /// By how much it moves the outlook on average: from the mean told now to either end, by its chance.
    pub moves: f64,
}

impl ObservationWeighed {
    fn of(found: &WatchDay, seen: &Seen) -> Self {
        Self {
            commitment: id_of(found, seen.observation.commitment),
            question: match seen.observation.question {
                Question::DueNext => ObservationOf::DueNext,
                Question::StillMissing => ObservationOf::StillMissing,
                Question::NotReported => ObservationOf::NotReported,
                Question::Disputed => ObservationOf::Disputed,
            },
            told: found.question(seen),
            chance_kept: seen.observation.chance_kept,
            if_kept: seen.if_kept,
            if_not: seen.if_not,
            moves: seen.moves,
        }
    }
}
