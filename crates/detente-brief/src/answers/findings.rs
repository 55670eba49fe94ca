//! `durability --findings`: the catalogue of published findings on what makes agreements last.

use detente_durability::{DurabilityError, Effect, FindingEntry, Published, catalogue};
use serde::Serialize;

use super::{Interval, Spread};

/// What `detente durability --findings --json` prints. No case is needed for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FindingsAnswer {
    /// The findings, in the order of their ids.
    pub findings: Vec<CatalogueFinding>,
}

impl FindingsAnswer {
    /// The whole catalogue.
    ///
    /// # Errors
    /// If the catalogue that is built in cannot be read.
    pub fn all() -> Result<Self, DurabilityError> {
        Ok(Self { findings: catalogue()?.entries().iter().map(CatalogueFinding::of).collect() })
    }
}

/// A published finding, with the figure that is published and the one that is reckoned with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CatalogueFinding {
    /// The id by which cases refer to it.
    pub id: String,
    /// What was found, in a few words.
    pub finding: String,
    /// What is published of it.
    pub kind: FindingKind,
    /// The hazard ratio as published, from and to (the same where one figure is published); null where only the direction is, and for a base
    /// rate.
    pub published_hazard_ratio: Option<Interval>,
    /// The hazard ratio that is reckoned with, with the doubt of carrying it over to another war; null for a base rate.
    pub hazard_ratio: Option<Spread>,
    /// What it turns into later; null if it stays.
    pub later: Option<FindingLater>,
    /// The base rate, 0 to 1; null for what changes the danger of breaking down.
    pub share: Option<f64>,
    /// Author, year and where it appeared.
    pub citation: String,
    /// What it was estimated on.
    pub estimated_on: String,
    /// How far it carries over: `poorly`, `partly`.
    pub transfers: String,
    /// Why no further.
    pub because: String,
    /// The year in which it was published.
    pub published_in: i32,
    /// What records that anyone can hold say of it now, or that none at hand tests it.
    pub data_say: String,
    /// The hazard ratio that they put in the place of the published one, from and to; null if they do not. It is what is reckoned with here, and
    /// in a case whose day lies in `corrected_in` or later; earlier cases are reckoned with what was published.
    pub corrected_hazard_ratio: Option<Interval>,
    /// The year in which that was found; null if the published figure stands.
    pub corrected_in: Option<i32>,
}

/// What is published of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum FindingKind {
    /// By what it multiplies the danger of breaking down.
    HazardRatio,
    /// Only that it lowers the danger.
    Lowers,
    /// Only that it raises the danger.
    Raises,
    /// A base rate: how often something happened. It changes no danger, so that no factor can rest on it.
    Share,
}

/// What a finding turns into from a later day on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FindingLater {
    /// The day, counted from the signing.
    pub from_day: f64,
    /// The hazard ratio that is reckoned with from then on.
    pub hazard_ratio: Spread,
}

/// The middle nine tenths of what is reckoned with.
fn reckoned(effect: Effect) -> Spread {
    let [low, median, high] = [0.05, 0.5, 0.95].map(|share| effect.quantile(share));
    Spread { median, interval: [low, high] }
}

impl CatalogueFinding {
    fn of(entry: &FindingEntry) -> Self {
        let (effect, later, share) = match entry.published {
            Published::Effect { at_first, later } => (Some(at_first), later, None),
            Published::Share(share) => (None, None, Some(share)),
        };
        let corrected_hazard_ratio = entry.corrected.and_then(|found| match found.effect {
            Effect::Ratio { low, high } => Some([low, high]),
            Effect::Lowers | Effect::Raises => None,
        });
        let now = entry.effect_known_in(i32::MAX).map(|(effect, _)| effect);
        let (kind, published_hazard_ratio) = match effect {
            Some(Effect::Ratio { low, high }) => (FindingKind::HazardRatio, Some([low, high])),
            Some(Effect::Lowers) => (FindingKind::Lowers, None),
            Some(Effect::Raises) => (FindingKind::Raises, None),
            None => (FindingKind::Share, None),
        };
        Self {
            id: entry.id.clone(),
            finding: entry.finding.clone(),
            kind,
            published_hazard_ratio,
            hazard_ratio: now.map(reckoned),
            later: later.map(|(from_day, effect)| FindingLater { from_day, hazard_ratio: reckoned(effect) }),
            share,
            citation: entry.citation.clone(),
            estimated_on: entry.estimated_on.clone(),
            transfers: entry.transfers.clone(),
            because: entry.because.clone(),
            published_in: entry.year,
            data_say: entry.data_say.clone(),
            corrected_hazard_ratio,
            corrected_in: entry.corrected.map(|found| found.year),
        }
    }

    /// What is published of its size, in words.
    pub fn published(&self) -> String {
        match (self.kind, self.published_hazard_ratio, self.share) {
            (_, Some([low, high]), _) if low < high => format!("{low} to {high}"),
            (_, Some([one, _]), _) => one.to_string(),
            (FindingKind::Raises, ..) => "higher".to_owned(),
            (FindingKind::Lowers, ..) => match self.later {
                Some(later) => format!("lower; higher from day {} on", later.from_day),
                None => "lower".to_owned(),
            },
            (.., share) => format!("a base rate: {}", crate::words::percent(share.unwrap_or_default())),
        }
    }

    /// What records say of it now, and from when on another figure stands in the place of the published one.
    pub fn said_now(&self) -> String {
        match self.corrected_in {
            Some(year) => format!("{}. Cases of {year} and later are reckoned with this", self.data_say),
            None => self.data_say.clone(),
        }
    }

    /// The hazard ratio that is reckoned with, with the middle nine tenths of the doubt.
    pub fn used(&self) -> String {
        let shown = |s: Spread| format!("{:.2} ({:.2}–{:.2})", s.median, s.interval[0], s.interval[1]);
        match (self.hazard_ratio, self.later) {
            (Some(first), Some(later)) => {
                format!("{}; {} from day {} on", shown(first), shown(later.hazard_ratio), later.from_day)
            }
            (Some(first), None) => shown(first),
            (None, _) => "not a factor".to_owned(),
        }
    }
}
