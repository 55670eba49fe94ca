//! Claims, and what contradicts what.

use detente_evidence::{Contradiction, Standing};
use detente_model::{Bearing, ClaimId};
use serde::Serialize;

use crate::compose::evidence::WeighedEvidence;

/// A claim: something that was said or done, and on what it bears.
///
/// A claim on a proposition has `on`; one on a number has `quantity`, `value` and `counting`; one on a commitment has `commitment` and `says`; an
/// event of a data set has `kind`, `dataset` and `code`; a claim that bears on nothing yet has none of these.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ClaimWeighed {
    /// Its id.
    pub id: String,
    /// The day on which it was said or done; null if the case does not say.
    pub said: Option<String>,
    /// The day on which it was reported; null if the case does not say.
    pub reported: Option<String>,
    /// Who said or did it; null if the case does not say.
    pub by: Option<String>,
    /// The id of the party for which that was; null for none.
    pub party: Option<String>,
    /// In which role; null if the case does not say.
    pub role: Option<String>,
    /// The id of the source; null if the case names none.
    pub source: Option<String>,
    /// Where in the source; null if the case does not say.
    pub locator: Option<String>,
    /// What it goes back to: claims of one origin count once. Null if it stands for itself.
    pub origin: Option<String>,
    /// What was said or done, in words; null if the case does not say.
    pub text: Option<String>,
    /// Whether it is a draft, which counts for nothing until a person has accepted it.
    pub draft: bool,
    /// Where it stands once it is attacked by what contradicts it.
    pub standing: ClaimStanding,
    /// The id of the proposition that it bears on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub on: Option<String>,
    /// ln LR if every judgement is taken at its middle: above 0 it speaks for the proposition. Missing for a claim that does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub log_likelihood_ratio: Option<f64>,
    /// On what that weight rests, in words. Missing likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub ground: Option<String>,
    /// Whether it repeats another report of its origin and adds nothing. Missing likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub repeats: Option<bool>,
    /// The quantity that it gives a number for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub quantity: Option<String>,
    /// That number: low, central, high.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub value: Option<[f64; 3]>,
    /// What was counted; null if the claim does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub counting: Option<Option<String>>,
    /// The id of the commitment on which it reports; it counts in `detente watch`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub commitment: Option<String>,
    /// What it says of the commitment: `done`, `partly`, `late`, `denied` or `disputed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub says: Option<String>,
    /// Of which kind it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub kind: Option<ClaimKind>,
    /// The data set that has the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub dataset: Option<String>,
    /// The code that the data set gives it; null if it gives none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub code: Option<Option<String>>,
}

impl ClaimWeighed {
    pub(super) fn of(evidence: &WeighedEvidence, id: ClaimId) -> Self {
        let case = &evidence.case;
        let claim = evidence.claim(id);
        let mut told = Self {
            id: claim.id.clone(),
            said: claim.said.map(|day| day.to_string()),
            reported: claim.reported.map(|day| day.to_string()),
            by: claim.by.clone(),
            party: claim.party.map(|party| case.party(party).id.clone()),
            role: claim.role.map(|role| role.word().to_owned()),
            source: claim.source.map(|source| case.source(source).id.clone()),
            locator: claim.locator.clone(),
            origin: claim.origin.clone(),
            text: claim.text.clone(),
            draft: claim.draft,
            standing: match evidence.standing[id.0] {
                Standing::In => ClaimStanding::In,
                Standing::Out => ClaimStanding::Out,
                Standing::Undecided => ClaimStanding::Undecided,
            },
            on: None,
            log_likelihood_ratio: None,
            ground: None,
            repeats: None,
            quantity: None,
            value: None,
            counting: None,
            commitment: None,
            says: None,
            kind: None,
            dataset: None,
            code: None,
        };
        match &claim.bearing {
            Some(Bearing::Proposition { on, .. }) => {
                told.on = Some(case.propositions[on.0].id.clone());
                if let Some(weighed) = evidence.weighed.iter().find(|w| w.claim == id) {
                    told.log_likelihood_ratio = Some(weighed.log_ratio);
                    told.ground = Some(evidence.ground(weighed));
                    told.repeats = Some(weighed.repeats);
                }
            }
            Some(Bearing::Quantity { quantity, value: number, counting }) => {
                let stated = case.numbers[*number].value;
                told.quantity = Some(quantity.clone());
                told.value = Some([stated.low(), stated.central(), stated.high()]);
                told.counting = Some(counting.clone());
            }
            Some(Bearing::Event(event)) => {
                told.kind = Some(ClaimKind::Event);
                told.dataset = Some(event.dataset.clone());
                told.code = Some(event.code.clone());
            }
            Some(Bearing::Commitment(report)) => {
                told.commitment = Some(case.commitment(report.commitment).id.clone());
                told.says = Some(report.says.word().to_owned());
            }
            None => {}
        }
        told
    }
}

/// Of which kind a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ClaimKind {
    /// An event of a data set.
    Event,
}

/// Where a claim stands among those that contradict each other (grounded semantics, Dung 1995).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ClaimStanding {
    /// Nothing that stands itself attacks it.
    In,
    /// Something that stands attacks it.
    Out,
    /// It depends on what is undecided itself.
    Undecided,
}

/// Two claims that do not go together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ContradictionFound {
    /// Of which kind it is, in a word.
    pub kind: String,
    /// The claims; of a reversal the earlier first, otherwise in the order of date and id.
    pub claims: [usize; 2],
    /// Why, in a sentence.
    pub because: String,
}

impl ContradictionFound {
    pub(super) fn of(found: &Contradiction) -> Self {
        Self {
            kind: found.kind.word().to_owned(),
            claims: found.claims.map(|id| id.0),
            because: found.because.clone(),
        }
    }
}
