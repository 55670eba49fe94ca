//! `outlook`: what was said and done, and what it makes of the outlook.

mod claims;
mod forecasts;
mod moves;

use detente_model::{ClaimId, PropositionId};
use serde::Serialize;

pub use claims::{ClaimKind, ClaimStanding, ClaimWeighed, ContradictionFound};
pub use forecasts::{CalibrationFound, ForecastScored, ForecastScores, ForecastsFound};
pub use moves::{
    EvidenceColumnFound, HypothesesFound, HypothesisFound, InformationFound, MovedByClaims, MovedBySource,
    MovesMade, OutlookOn, PropositionOn, ZoneShift,
};

use super::{CaseNamed, Interval};
use crate::compose::evidence::WeighedEvidence;
use crate::track_record::{ForecastKind, TrackRecord};

/// What `detente outlook CASE --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OutlookAnswer {
    /// The case.
    pub case: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn.
    pub draws: u64,
    /// The outlook.
    pub outlook: OutlookFound,
    /// How well figures of these kinds have done where what happened is known.
    pub record: Vec<TrackRecord>,
}

impl OutlookAnswer {
    /// The answer about the evidence of a case.
    pub fn of(evidence: &WeighedEvidence) -> Self {
        Self {
            case: CaseNamed::of(&evidence.case),
            seed: evidence.seed,
            draws: evidence.draws,
            outlook: OutlookFound::of(evidence),
            record: vec![TrackRecord::of(ForecastKind::Outlook)],
        }
    }
}

/// What was said and done, what contradicts what, and what it makes of the outlook.
///
/// Claims go by their index in `claims`, counted from 0; propositions by their ids. Probabilities of propositions lie between 0 and 1, weights of
/// claims are natural logarithms of likelihood ratios (ln LR).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OutlookFound {
    /// What matters most, in sentences.
    pub headline: Vec<String>,
    /// The propositions, in the order of the case.
    pub propositions: Vec<PropositionFound>,
    /// The claims, in the order of the case.
    pub claims: Vec<ClaimWeighed>,
    /// Claims that cannot both be taken at their word.
    pub contradictions: Vec<ContradictionFound>,
    /// Counts that differ only because they count different things.
    pub counted_differently: Vec<ContradictionFound>,
    /// The outlook before any claim, then after each day on which something was said or done.
    pub by_date: Vec<OutlookOn>,
    /// What each origin brought, the largest move first.
    pub moved_most: Vec<MovedByClaims>,
    /// What each source brought, the largest move first.
    pub sources: Vec<MovedBySource>,
    /// Hypotheses against evidence.
    pub hypotheses: HypothesesFound,
    /// What each proposition would bring once it were known, the most valuable first.
    pub information: Vec<InformationFound>,
    /// How good past forecasts were.
    pub forecasts: ForecastsFound,
}

impl OutlookFound {
    pub(super) fn of(evidence: &WeighedEvidence) -> Self {
        let case = &evidence.case;
        let propositions = (0..case.propositions.len()).filter_map(|i| PropositionFound::of(evidence, i));
        Self {
            headline: evidence.headline.clone(),
            propositions: propositions.collect(),
            claims: (0..case.claims.len()).map(|i| ClaimWeighed::of(evidence, ClaimId(i))).collect(),
            contradictions: evidence.contradictions.iter().map(ContradictionFound::of).collect(),
            counted_differently: evidence.counted_differently.iter().map(ContradictionFound::of).collect(),
            by_date: evidence.outlook.by_date.iter().map(|row| OutlookOn::of(evidence, row)).collect(),
            moved_most: (evidence.outlook.origins.iter())
                .map(|mover| MovedByClaims {
                    claims: indices(&mover.what),
                    brought: MovesMade::of(evidence, mover),
                })
                .collect(),
            sources: (evidence.outlook.sources.iter())
                .map(|mover| MovedBySource {
                    source: case.source(mover.what).id.clone(),
                    brought: MovesMade::of(evidence, mover),
                })
                .collect(),
            hypotheses: HypothesesFound::of(evidence),
            information: InformationFound::all(evidence),
            forecasts: ForecastsFound::of(evidence),
        }
    }
}

/// A proposition.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PropositionFound {
    /// Its id.
    pub id: String,
    /// In words.
    pub text: String,
    /// Its probability before any claim: the mean over the worlds.
    pub prior: f64,
    /// Nine tenths of the worlds lie between.
    pub prior_interval: Interval,
    /// Its probability after all claims: the mean over the worlds.
    pub posterior: f64,
    /// Nine tenths of the worlds lie between.
    pub interval: Interval,
    /// Its probability after all claims if every judgement is taken at its middle.
    pub central: f64,
    /// How likely that is in words.
    pub words: String,
}

impl PropositionFound {
    fn of(evidence: &WeighedEvidence, i: usize) -> Option<Self> {
        let (before, now) = (evidence.before()?.propositions[i], evidence.now()?.propositions[i]);
        let proposition = &evidence.case.propositions[i];
        Some(Self {
            id: proposition.id.clone(),
            text: proposition.text.clone(),
            prior: before.mean,
            prior_interval: [before.low, before.high],
            posterior: now.mean,
            interval: [now.low, now.high],
            central: now.central,
            words: evidence.likelihood(PropositionId(i)).to_owned(),
        })
    }
}

fn indices(claims: &[ClaimId]) -> Vec<usize> {
    claims.iter().map(|id| id.0).collect()
}
