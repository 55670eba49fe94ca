//! `durability`: how long packages would last.

use detente_durability::{Baseline, Contribution, FindingEntry, Remaining, Spell, SurvivalAt};
use detente_model::Band;
use serde::Serialize;

use super::{CaseNamed, Interval, PackageOptions, Spread};
use crate::compose::lasting::{Lasting, PackageLife};
use crate::track_record::TrackRecord;

/// What `detente durability CASE --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DurabilityAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn.
    pub draws: u64,
    /// How long the packages would last.
    pub durability: DurabilityFound,
    /// How well figures of these kinds have done where what happened is known.
    pub record: Vec<TrackRecord>,
}

impl DurabilityAnswer {
    /// The answer about some packages.
    pub fn of(found: &Lasting) -> Self {
        Self {
            case: CaseNamed::of(&found.case),
            seed: found.seed,
            draws: found.draws,
            durability: DurabilityFound::of(found),
            record: TrackRecord::lasting(&found.case).map(TrackRecord::of).into_iter().collect(),
        }
    }
}

/// How long packages would last, from how long agreements lasted here and elsewhere and from what the packages contain.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct DurabilityFound {
    /// The packages, in the order in which they were asked about: the leading ones, or the one named.
    pub packages: Vec<PackageSurvives>,
    /// What the baseline rests on: a judgement, a class of agreements elsewhere, the record of this conflict.
    pub baseline: BaselineRests,
    /// The published findings on which any of it rests, in the order of their ids.
    pub findings: Vec<PublishedFinding>,
    /// The verdict in sentences, most important first.
    pub headline: Vec<String>,
}

impl DurabilityFound {
    pub(super) fn of(found: &Lasting) -> Self {
        Self {
            packages: found.packages.iter().map(|each| PackageSurvives::of(found, each)).collect(),
            baseline: BaselineRests::of(found),
            findings: found.findings.iter().map(|entry| PublishedFinding::of(entry)).collect(),
            headline: found.headline.clone(),
        }
    }
}

/// How long one package would last.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PackageSurvives {
    /// The package.
    pub outcome: PackageOptions,
    /// Its letter among the leading packages; null if it has none.
    pub letter: Option<String>,
    /// The probability of lasting beyond each horizon: those that the case states or that were asked for, else those of a truce (30, 90, 180 and 365
    /// days) or of a peace (180, 365, 730 and 1825).
    pub survival: Vec<SurvivesBeyond>,
    /// Days after which it would be over in half of all cases.
    pub median_days: Spread,
    /// The same without any of the factors.
    pub baseline_median_days: Spread,
    /// How long it lasts on, given that it has held for so many days: as many as the agreement in force has held (`held_since`), else each horizon
    /// but the last.
    pub remaining: Vec<LastsOn>,
    /// What each factor contributes, in the order of the case.
    pub factors: Vec<SurvivalFactor>,
    /// What must be said beside the figures.
    pub warnings: Vec<String>,
}

impl PackageSurvives {
    fn of(found: &Lasting, package: &PackageLife) -> Self {
        let life = &package.life;
        Self {
            outcome: PackageOptions::of(&found.case, &package.package),
            letter: package.letter.clone(),
            survival: life.survival.iter().map(SurvivesBeyond::of).collect(),
            median_days: life.median_days.into(),
            baseline_median_days: life.baseline_median_days.into(),
            remaining: life.remaining.iter().map(LastsOn::of).collect(),
            factors: life
                .contributions
                .iter()
                .map(|factor| SurvivalFactor::of(factor, life.compared_day))
                .collect(),
            warnings: life.warnings.clone(),
        }
    }
}

/// What is left of an agreement that has held for a while.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct LastsOn {
    /// For how many days it has held.
    pub held_days: f64,
    /// The probability of lasting so many days more; `days` are counted from the day up to which it has held.
    pub more: Vec<SurvivesBeyond>,
    /// After how many days more half of such agreements are over.
    pub median_days: Spread,
}

impl LastsOn {
    pub(super) fn of(left: &Remaining) -> Self {
        Self {
            held_days: left.held,
            more: left.more.iter().map(SurvivesBeyond::of).collect(),
            median_days: left.median_days.into(),
        }
    }
}

/// What the baseline rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BaselineRests {
    /// How the risk of breaking runs: `lognormal`, `weibull` or `constant`.
    pub life: String,
    /// The record of agreements elsewhere that is used; null if there is none.
    pub elsewhere: Option<RecordElsewhere>,
    /// Whether the whole life is taken from there; if not, the case judges the median, and at most the spread of lives is taken from there.
    pub whole_life: bool,
    /// A record that would have been used, and was published after the day of the case; null if there is none.
    pub not_yet_known: Option<RecordElsewhere>,
    /// Whether the record used was published after the day of the case, which asks for it all the same.
    pub in_hindsight: bool,
    /// How earlier agreements of this conflict went, as far as that was known on the day of the case.
    pub record: Vec<EarlierAgreement>,
    /// The weight of that record, 0 to 1, beside the one from elsewhere (partial pooling: its information over that of both); null where they are not
    /// put together.
    pub record_weight: Option<f64>,
    /// What that record says by itself beside the baseline that is reckoned with, on each horizon; empty where there is none.
    pub beside: Vec<RecordBeside>,
    /// For how many days the agreement in question has been in force; null if it is not.
    pub held_days: Option<f64>,
    /// All of it in sentences.
    pub sentences: Vec<String>,
}

impl BaselineRests {
    fn of(found: &Lasting) -> Self {
        let grounds = &found.grounds;
        let beside = grounds.kaplan_meier.iter().zip(&found.unaided.survival);
        Self {
            life: grounds.form.word().to_owned(),
            elsewhere: grounds.elsewhere.map(RecordElsewhere::of),
            whole_life: grounds.of_a_class,
            not_yet_known: grounds.not_yet_known.map(RecordElsewhere::of),
            in_hindsight: grounds.in_hindsight,
            record: grounds.record.iter().map(|(name, spell)| EarlierAgreement::of(name, spell)).collect(),
            record_weight: grounds.weight,
            beside: beside
                .map(|(own, fitted)| RecordBeside {
                    days: own.day,
                    record_alone: own.survival,
                    interval: own.interval.map(|(low, high)| [low, high]),
                    baseline: SurvivesBeyond::of(fitted),
                })
                .collect(),
            held_days: grounds.held,
            sentences: grounds.sentences.clone(),
        }
    }
}

/// A record of how long agreements lasted elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RecordElsewhere {
    /// The class of agreements, as `class` in a case.
    pub class: String,
    /// Whose record it is, and of what.
    pub source: String,
    /// The year in which it was published; a case knows it from the next on.
    pub published: i32,
    /// How many agreements it holds.
    pub agreements: u32,
    /// How many of them broke on a known day.
    pub broke: u32,
    /// How many ended nobody knows when.
    pub unclear: u32,
}

impl RecordElsewhere {
    fn of(found: &Baseline) -> Self {
        Self {
            class: found.class.word().to_owned(),
            source: found.source.clone(),
            published: found.known_from,
            agreements: found.spells,
            broke: found.broke,
            unclear: found.unclear,
        }
    }
}

/// How an earlier agreement of this conflict went, in days from its beginning.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EarlierAgreement {
    /// Its name.
    pub name: String,
    /// It held at least so long.
    pub held: f64,
    /// By then it had broken: the same day where that is known; null if it did not break.
    pub broken_by: Option<f64>,
}

impl EarlierAgreement {
    fn of(name: &str, spell: &Spell) -> Self {
        let (held, broken_by) = match *spell {
            Spell::Broke { days } => (days, Some(days)),
            Spell::Held { days } => (days, None),
            Spell::Unclear { from, to } => (from, Some(to)),
        };
        Self { name: name.to_owned(), held, broken_by }
    }
}

/// What the record of this conflict says by itself, beside the baseline that is reckoned with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct RecordBeside {
    /// The day.
    pub days: f64,
    /// The share that lasts longer by Kaplan and Meier (1958); what ended nobody knows when is left out.
    pub record_alone: f64,
    /// Its 95 % interval; null where nothing or everything has broken by then.
    pub interval: Option<Interval>,
    /// The baseline, without what a package adds.
    pub baseline: SurvivesBeyond,
}

/// The probability of lasting beyond a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SurvivesBeyond {
    /// The day, counted from the signing.
    pub days: f64,
    /// The probability, 0 to 1, that half of the worlds stay below.
    pub median: f64,
    /// Nine tenths of the worlds lie between.
    pub interval: Interval,
    /// Its mean over the worlds: the probability, all doubt included.
    pub mean: f64,
}

impl SurvivesBeyond {
    fn of(at: &SurvivalAt) -> Self {
        let Band { median, low, high, .. } = at.probability;
        Self { days: at.days, median, interval: [low, high], mean: at.mean }
    }
}

/// What one factor does to how long an agreement lasts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SurvivalFactor {
    /// Its name.
    pub name: String,
    /// By what it multiplies the danger of breaking down: below 1 it makes the agreement last longer.
    pub hazard_ratio: Spread,
    /// What it turns into later; null if it stays.
    pub later: Option<HazardLater>,
    /// What it adds to the probability of lasting beyond the day on which factors are compared: the last horizon but one.
    pub survival_gain: SurvivalGain,
    /// By what it multiplies the median life.
    pub median_times: Spread,
    /// Its part, 0 to 1, of all that the factors do (of the sum of the absolute log hazard ratios), in the middle of the worlds.
    pub part: f64,
    /// The id of the published finding that it rests on; null for a judgement.
    pub finding: Option<String>,
    /// What to beware of; null if it rests on no finding.
    pub warning: Option<String>,
}

impl SurvivalFactor {
    fn of(factor: &Contribution, compared_day: f64) -> Self {
        let gain = factor.survival_gain;
        Self {
            name: factor.name.clone(),
            hazard_ratio: factor.hazard_ratio.into(),
            later: factor.later.map(|(from_day, ratio)| HazardLater { from_day, hazard_ratio: ratio.into() }),
            survival_gain: SurvivalGain {
                days: compared_day,
                median: gain.median,
                interval: [gain.low, gain.high],
            },
            median_times: factor.median_times.into(),
            part: factor.part,
            finding: factor.finding.clone(),
            warning: factor.warning.clone(),
        }
    }
}

/// A hazard ratio from a later day on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct HazardLater {
    /// The day, counted from the signing.
    pub from_day: f64,
    /// The hazard ratio from then on.
    pub hazard_ratio: Spread,
}

/// What a factor adds to the probability of lasting beyond a day; below zero if it takes away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SurvivalGain {
    /// The day.
    pub days: f64,
    /// The difference of the probabilities, −1 to 1, that half of the worlds stay below.
    pub median: f64,
    /// Nine tenths of the worlds lie between.
    pub interval: Interval,
}

/// A published finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PublishedFinding {
    /// The id by which cases refer to it.
    pub id: String,
    /// What was found, in a few words.
    pub finding: String,
    /// Author, year and where it appeared.
    pub citation: String,
    /// What it was estimated on.
    pub estimated_on: String,
    /// How far it carries over: `poorly`, `partly`.
    pub transfers: String,
    /// Why no further.
    pub because: String,
}

impl PublishedFinding {
    fn of(entry: &FindingEntry) -> Self {
        Self {
            id: entry.id.clone(),
            finding: entry.finding.clone(),
            citation: entry.citation.clone(),
            estimated_on: entry.estimated_on.clone(),
            transfers: entry.transfers.clone(),
            because: entry.because.clone(),
        }
    }
}
