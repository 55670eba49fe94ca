//! `overlay`: readings of one case laid over each other.

use serde::Serialize;

use super::CaseNamed;
use super::compare::{EffectFound, FigureCompared, WordsCompared};
use crate::compose::overlay::{
    Bearing, OverlaidAlternative, OverlaidPlace, Overlay, PooledReading, PooledValue,
};
use crate::compose::side_by_side::Effect;

/// What `detente overlay A B … --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct OverlayAnswer {
    /// The reading that was named first, on which the others are laid.
    pub case: CaseNamed,
    /// Whose readings they are, in the order in which they were named, from the names of their files.
    pub readers: Vec<String>,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn of each reading: the same draws of all.
    pub draws: u64,
    /// What matters most, in sentences.
    pub headline: Vec<String>,
    /// What each reading but the first does as a whole, against the first.
    pub readings: Vec<ReadingCompared>,
    /// Where they differ.
    pub places: Vec<PlaceRead>,
    /// All readings in one; null without `--pool`.
    pub pooled: Option<PooledCase>,
}

/// A whole reading against the first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ReadingCompared {
    /// Whose.
    pub reader: String,
    /// The figures that a brief says first: `before` in the first reading, `after` in this.
    pub figures: Vec<FigureCompared>,
    /// What a brief says in words.
    pub words: Vec<WordsCompared>,
}

/// A place at which readings differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PlaceRead {
    /// The path in the case file.
    pub path: String,
    /// What each reader says, in their order, as TOML on one line; null where one says nothing.
    pub says: Vec<Option<String>>,
    /// What others say than the first, each once.
    pub alternatives: Vec<AlternativeRead>,
    /// The most that any of the alternatives comes to.
    pub bearing: DifferenceBears,
}

/// What some say at a place and the first does not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct AlternativeRead {
    /// As TOML on one line; null where they say nothing.
    pub value: Option<String>,
    /// Who says it.
    pub readers: Vec<String>,
    /// What it does alone: the first reading with it (after) against the first (before). Null where it was not judged, because there are too
    /// many.
    pub alone: Option<EffectFound>,
    /// Whether that changes an answer.
    pub bearing: DifferenceBears,
}

/// Whether a difference changes an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum DifferenceBears {
    /// It does: a figure by more than the draws could by themselves, or something that is said in words.
    Changes,
    /// Figures move, but by no more than as many draws could by themselves.
    Untold,
    /// Nothing moves.
    Nothing,
    /// It was not judged, or makes no sound case alone.
    Unjudged,
}

/// All readings in one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct PooledCase {
    /// By which rule: `linear`, the mixture of the readings, or `quantiles`, their quantiles averaged.
    pub rule: String,
    /// The figures on which readings differ, pooled.
    pub values: Vec<ValuePooled>,
    /// What stays as the first reading has it, and why.
    pub kept: Vec<ValueKept>,
    /// The figures that a brief says first: `before` in the first reading, `after` in the pooled case.
    pub figures: Vec<FigureCompared>,
    /// What a brief says in words.
    pub words: Vec<WordsCompared>,
}

/// A figure that was pooled.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ValuePooled {
    /// The path in the case file.
    pub path: String,
    /// What is written, as TOML: a number, a range, or a range with its most likely value.
    pub written: String,
    /// The mean by the rule.
    pub mean: f64,
    /// The standard deviation by the rule.
    pub spread: f64,
    /// The standard deviation of what is written.
    pub written_spread: f64,
}

/// A place that stays as the first reading has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct ValueKept {
    /// The path in the case file.
    pub path: String,
    /// Why it is not pooled.
    pub because: String,
}

impl OverlayAnswer {
    /// The answer that readings laid over each other are.
    pub fn of(found: &Overlay) -> Self {
        let (figures, words) = (figures_of, words_of);
        let readings = found.together.iter().zip(found.readers.iter().skip(1)).map(|(effect, reader)| {
            ReadingCompared { reader: reader.clone(), figures: figures(effect), words: words(effect) }
        });
        Self {
            case: CaseNamed::of(&found.first),
            readers: found.readers.clone(),
            seed: found.seed,
            draws: found.draws,
            headline: found.headline.clone(),
            readings: readings.collect(),
            places: found.places.iter().map(|place| PlaceRead::of(place, &found.readers)).collect(),
            pooled: found.pooled.as_ref().map(|(pooled, effect)| PooledCase::of(pooled, effect)),
        }
    }
}

fn figures_of(effect: &Effect) -> Vec<FigureCompared> {
    effect.figures.iter().map(FigureCompared::of).collect()
}

fn words_of(effect: &Effect) -> Vec<WordsCompared> {
    effect.words.iter().map(WordsCompared::of).collect()
}

impl PlaceRead {
    fn of(place: &OverlaidPlace, readers: &[String]) -> Self {
        Self {
            path: place.path.clone(),
            says: place.says.clone(),
            alternatives: place.alternatives.iter().map(|one| AlternativeRead::of(one, readers)).collect(),
            bearing: place.bearing().into(),
        }
    }
}

impl AlternativeRead {
    fn of(alternative: &OverlaidAlternative, readers: &[String]) -> Self {
        Self {
            value: alternative.value.clone(),
            readers: alternative.readings.iter().filter_map(|at| readers.get(*at)).cloned().collect(),
            alone: EffectFound::of(&alternative.alone),
            bearing: alternative.bearing.into(),
        }
    }
}

impl From<Bearing> for DifferenceBears {
    fn from(bearing: Bearing) -> Self {
        match bearing {
            Bearing::Changes => Self::Changes,
            Bearing::Untold => Self::Untold,
            Bearing::Nothing => Self::Nothing,
            Bearing::Unjudged => Self::Unjudged,
        }
    }
}

impl PooledCase {
    fn of(pooled: &PooledReading, effect: &Effect) -> Self {
        let value = |value: &PooledValue| ValuePooled {
            path: value.path.clone(),
            written: value.written.clone(),
            mean: value.mean,
            spread: value.spread,
            written_spread: value.written_spread,
        };
        let kept = |(path, why): &(String, String)| ValueKept { path: path.clone(), because: why.clone() };
        Self {
            rule: pooled.rule.to_owned(),
            values: pooled.figures.iter().map(value).collect(),
            kept: pooled.kept.iter().map(kept).collect(),
            figures: figures_of(effect),
            words: words_of(effect),
        }
    }
}
