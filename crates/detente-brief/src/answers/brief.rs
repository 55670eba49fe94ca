//! `brief`: everything that the case has the material for.

use detente_model::{Absence, Case, SetValue};
use serde::Serialize;

use super::{
    BodyFound, DealSpaceFound, DurabilityFound, ExchangeFound, OutlookFound, PackageJudged, SettlementFound,
    StabilityFound, TalksFound, ThreeTestsFound, WatchFound,
};
use crate::brief::{Brief, Grounds};
use crate::compose::judged::Judged;
use crate::track_record::TrackRecord;

/// What `detente brief CASE --json` prints. A section is missing where the case has no material for it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct BriefAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn.
    pub draws: u64,
    /// The deal space. Missing in a case without issues.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub deals: Option<DealSpaceFound>,
    /// Would it hold? The exchange that the package which does best on all tests, or else the first, would set in motion. Missing in a case
    /// without `[exchange]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub exchange: Option<ExchangeFound>,
    /// Would it last? The leading packages. Missing in a case without `[durability]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub durability: Option<DurabilityFound>,
    /// Which package they would settle on, if they sign. Missing in a case without issues.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub settlement: Option<SettlementFound>,
    /// Why the conflict rests where it does. Missing in a case without `[conflict]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub stability: Option<StabilityFound>,
    /// What was promised for the time after the signing, and what became of it. Missing in a case without `[[commitments]]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub watch: Option<WatchFound>,
    /// How the bargaining would go. Missing in a case without `[talks]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub talks: Option<TalksFound>,
    /// What the body of the case would decide. Missing in a case without `[collective]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub collective: Option<BodyFound>,
    /// What was said and done, and what it makes of the outlook. Missing in a case without propositions, claims and forecasts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub outlook: Option<OutlookFound>,
    /// The leading packages under the three tests. Missing in a case without exchange and durability, and where no package leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub three_tests: Option<ThreeTestsFound>,
    /// Where things stand, in sentences, most important first.
    pub headline: Vec<String>,
    /// What the figures of the case rest on.
    pub grounds: FiguresByGround,
    /// How well figures of each kind that it tells have done where what happened is known.
    pub record: Vec<TrackRecord>,
    /// The package that was asked about, judged. Only with `--package`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub judged: Option<PackageJudged>,
}

impl BriefAnswer {
    /// The answer that a brief is.
    pub fn of(brief: &Brief) -> Self {
        Self {
            case: CaseNamed::of(&brief.case),
            seed: brief.seed,
            draws: brief.draws,
            deals: brief.deals.as_ref().map(|deals| DealSpaceFound::of(deals, None)),
            exchange: brief.exchange.as_deref().map(ExchangeFound::of),
            durability: brief.durability.as_deref().map(DurabilityFound::of),
            settlement: brief.settlement.as_deref().map(SettlementFound::of),
            stability: brief.standstill.as_deref().map(|found| StabilityFound::of(found, None, None)),
            watch: brief.watch.as_deref().map(WatchFound::of),
            talks: brief.talks.as_deref().map(TalksFound::of),
            collective: brief.collective.as_deref().map(BodyFound::of),
            outlook: brief.evidence.as_deref().map(OutlookFound::of),
            three_tests: brief.three_tests.as_deref().map(|found| ThreeTestsFound::of(&brief.case, found)),
            headline: brief.headline.clone(),
            grounds: FiguresByGround::of(&brief.grounds),
            record: TrackRecord::of_case(&brief.case),
            judged: None,
        }
    }

    /// The same with a package judged.
    #[must_use]
    pub fn judging(self, judged: Option<&Judged>) -> Self {
        Self { judged: judged.map(PackageJudged::of), ..self }
    }
}

/// Which case an answer is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CaseNamed {
    /// Its title.
    pub title: String,
    /// The day as of which it was looked at: `2024-02-14`.
    pub as_of: String,
    /// What was set for this look at it, in the order in which it was said; the file does not say it. Only with `--set`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set: Vec<ValueSet>,
    /// What is not here of the files that the case includes, and what goes with it. Only where something is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without: Option<FilesAbsent>,
}

impl CaseNamed {
    pub(super) fn of(case: &Case) -> Self {
        let set = case.set.iter().map(ValueSet::from).collect();
        let without = case.absent.as_ref().map(FilesAbsent::from);
        Self { title: case.title.clone(), as_of: case.as_of.to_string(), set, without }
    }
}

/// Files of a case that are not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FilesAbsent {
    /// The names under which they are included.
    pub files: Vec<String>,
    /// What of the files that are here cannot stand without them, and is left out, by path.
    pub left_out: Vec<String>,
    /// Which questions have no answer without that, in words for a sentence.
    pub falls_away: Vec<String>,
}

impl From<&Absence> for FilesAbsent {
    fn from(absence: &Absence) -> Self {
        Self {
            files: absence.files.clone(),
            left_out: absence.left_out.clone(),
            falls_away: absence.falls_away.iter().map(|question| (*question).to_owned()).collect(),
        }
    }
}

/// A value that was set for one look at a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ValueSet {
    /// The path in the case file.
    pub path: String,
    /// What the file says, as TOML on one line; null where it says nothing.
    pub before: Option<String>,
    /// What stands in its place, as TOML on one line; null where it was taken out.
    pub after: Option<String>,
}

impl From<&SetValue> for ValueSet {
    fn from(set: &SetValue) -> Self {
        let SetValue { path, before, after } = set.clone();
        Self { path, before, after }
    }
}

/// How many figures of a case rest on what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FiguresByGround {
    /// Figures that stand as a source has them.
    pub cited: usize,
    /// Ranges put around what a source reports: the matter is cited, the figure is a judgement.
    pub estimated: usize,
    /// Figures that cite nothing: somebody's judgement.
    pub judged: usize,
}

impl FiguresByGround {
    pub(super) fn of(grounds: &Grounds) -> Self {
        Self { cited: grounds.cited, estimated: grounds.estimated, judged: grounds.judged }
    }
}
