//! What moved the outlook, and what would.

use detente_evidence::{Fit, Mover, OutlookAt};
use serde::Serialize;

use super::super::{ByName, Interval, Probability};
use super::indices;
use crate::compose::evidence::WeighedEvidence;

/// The outlook on one day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OutlookOn {
    /// The day; null before any claim.
    pub date: Option<String>,
    /// What was said and done on it.
    pub claims: Vec<usize>,
    /// The propositions, in the order of the case.
    pub propositions: Vec<PropositionOn>,
    /// In which share of the worlds there is a zone of agreement; null in a case without issues.
    pub zone_probability: Option<Probability>,
}

impl OutlookOn {
    pub(super) fn of(evidence: &WeighedEvidence, row: &OutlookAt) -> Self {
        let each = evidence.case.propositions.iter().zip(&row.propositions);
        let propositions = each.map(|(proposition, estimate)| PropositionOn {
            id: proposition.id.clone(),
            value: estimate.mean,
            interval: [estimate.low, estimate.high],
        });
        Self {
            date: row.date.map(|day| day.to_string()),
            claims: indices(&row.claims),
            propositions: propositions.collect(),
            zone_probability: row.share.map(Into::into),
        }
    }
}

/// How likely a proposition was on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PropositionOn {
    /// Its id.
    pub id: String,
    /// Its probability: the mean over the worlds.
    pub value: f64,
    /// Nine tenths of the worlds lie between.
    pub interval: Interval,
}

/// What the claims of one origin brought.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MovedByClaims {
    /// The claims.
    pub claims: Vec<usize>,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub brought: MovesMade,
}

/// What one source brought.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MovedBySource {
    /// The id of the source.
    pub source: String,
    #[serde(flatten)]
    #[allow(missing_docs, reason = "its fields stand in its place")]
    pub brought: MovesMade,
}

/// What a part of the evidence brought.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct MovesMade {
    /// For each proposition its probability with this part less its probability without, judgements taken at their middle.
    pub moves: ByName<f64>,
    /// The propositions that would lie on the other side of one half without it.
    pub flips: Vec<String>,
    /// What it brought to the probability of a zone; null in a case without issues.
    pub zone_shift: Option<ZoneShift>,
}

impl MovesMade {
    pub(super) fn of<T>(evidence: &WeighedEvidence, mover: &Mover<T>) -> Self {
        let propositions = &evidence.case.propositions;
        let names = propositions.iter().map(|proposition| proposition.id.clone());
        Self {
            moves: names.zip(mover.moves.iter().copied()).collect(),
            flips: mover.flips.iter().map(|id| propositions[id.0].id.clone()).collect(),
            zone_shift: mover
                .shift
                .map(|shift| ZoneShift { value: shift.value, interval: [shift.low, shift.high] }),
        }
    }
}

/// By how much the probability of a zone moved.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ZoneShift {
    /// The difference, −1 to 1.
    pub value: f64,
    /// Its 95 % interval.
    pub interval: Interval,
}

/// Hypotheses against evidence (Heuer 1999).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct HypothesesFound {
    /// The evidence, the most diagnostic first.
    pub columns: Vec<EvidenceColumnFound>,
    /// Two for each proposition: that it holds, then that it does not.
    pub rows: Vec<HypothesisFound>,
}

impl HypothesesFound {
    pub(super) fn of(evidence: &WeighedEvidence) -> Self {
        let columns = evidence.hypotheses.columns.iter().map(|column| EvidenceColumnFound {
            claims: indices(&column.claims),
            diagnosticity: column.diagnosticity,
        });
        let rows = evidence.hypotheses.rows.iter().map(|row| HypothesisFound {
            proposition: evidence.case.propositions[row.proposition.0].id.clone(),
            holds: row.holds,
            fits: row.cells.iter().map(|cell| cell.map(|fit| Fit::letters(fit).to_owned())).collect(),
            against: row.against,
            probability: row.probability,
        });
        Self { columns: columns.collect(), rows: rows.collect() }
    }
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EvidenceColumnFound {
    /// The claims in it: those of one origin.
    pub claims: Vec<usize>,
    /// The largest |ln LR| in it: 0 tells nothing about any hypothesis.
    pub diagnosticity: f64,
}

/// A hypothesis: that a proposition holds, or that it does not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct HypothesisFound {
    /// The id of the proposition.
    pub proposition: String,
    /// Whether it is that it holds.
    pub holds: bool,
    /// How well each column fits: `CC` very consistent, `C` consistent, `N` neutral, `I` inconsistent, `II` very inconsistent; null where the
    /// evidence does not speak to it.
    pub fits: Vec<Option<String>>,
    /// The sum of ln LR of everything against it: the smallest deserves to lead.
    pub against: f64,
    /// Its probability after all claims, judgements taken at their middle.
    pub probability: f64,
}

/// What it would bring to know a proposition.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct InformationFound {
    /// The id of the proposition.
    pub proposition: String,
    /// In which share of the worlds there would be a zone if it were true; null in a case without issues.
    pub if_true: Option<Probability>,
    /// And if it were false.
    pub if_false: Option<Probability>,
    /// By how much that share is expected to move; null likewise.
    pub expected_move: Option<f64>,
}

impl InformationFound {
    pub(super) fn all(evidence: &WeighedEvidence) -> Vec<Self> {
        let one = |row: &detente_evidence::Information| Self {
            proposition: evidence.case.propositions[row.proposition.0].id.clone(),
            if_true: row.if_true.map(Into::into),
            if_false: row.if_false.map(Into::into),
            expected_move: row.expected_move,
        };
        evidence.outlook.information.iter().map(one).collect()
    }
}
