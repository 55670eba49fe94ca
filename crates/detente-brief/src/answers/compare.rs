//! `compare`: two cases side by side.

use serde::Serialize;

use super::{CaseNamed, Interval};
use crate::compose::side_by_side::{
    ComparedChange, ComparedFigure, ComparedWords, Effect, Judgement, SideBySide,
};

/// What `detente compare A B --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CompareAnswer {
    /// The first case.
    pub before: CaseNamed,
    /// The second case.
    pub after: CaseNamed,
    /// The seed of the draws.
    pub seed: u64,
    /// How many worlds were drawn of each case: the same draws of both.
    pub draws: u64,
    /// What matters most, in sentences.
    pub headline: Vec<String>,
    /// Where the cases differ.
    pub differences: Vec<CaseDifference>,
    /// What all differences together do to the figures that a brief says first.
    pub figures: Vec<FigureCompared>,
    /// What they do to what it says in words.
    pub words: Vec<WordsCompared>,
}

impl CompareAnswer {
    /// The answer that two cases side by side are.
    pub fn of(found: &SideBySide) -> Self {
        Self {
            before: CaseNamed::of(&found.before),
            after: CaseNamed::of(&found.after),
            seed: found.seed,
            draws: found.draws,
            headline: found.headline.clone(),
            differences: found.changes.iter().map(CaseDifference::of).collect(),
            figures: found.effect.figures.iter().map(FigureCompared::of).collect(),
            words: found.effect.words.iter().map(WordsCompared::of).collect(),
        }
    }
}

/// A place at which two cases say different things.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct CaseDifference {
    /// The path in the case file.
    pub path: String,
    /// What the first says, as TOML on one line; null where it says nothing.
    pub before: Option<String>,
    /// What the second says, as TOML on one line; null where it says nothing.
    pub after: Option<String>,
    /// What it does alone: the first case with this difference (after) against the first (before). Null where it was not judged by itself,
    /// because it is the only one or there are too many.
    pub alone: Option<EffectFound>,
    /// What its absence would undo: the second case without this difference (after) against the second (before). Null as for `alone`.
    pub without: Option<EffectFound>,
}

impl CaseDifference {
    /// A difference as it was found.
    pub fn of(change: &ComparedChange) -> Self {
        Self {
            path: change.path.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
            alone: EffectFound::of(&change.alone),
            without: EffectFound::of(&change.without),
        }
    }
}

/// What one difference does.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct EffectFound {
    /// To the figures; empty where there is no such case.
    pub figures: Vec<FigureCompared>,
    /// To what is said in words; empty where there is no such case.
    pub words: Vec<WordsCompared>,
    /// Why there is no such case: it would have this fault. Null where there is.
    pub no_case: Option<String>,
}

impl EffectFound {
    fn of(judgement: &Judgement) -> Option<Self> {
        let told = |effect: &Effect, no_case: Option<String>| Self {
            figures: effect.figures.iter().map(FigureCompared::of).collect(),
            words: effect.words.iter().map(WordsCompared::of).collect(),
            no_case,
        };
        match judgement {
            Judgement::Does(effect) => Some(told(effect, None)),
            Judgement::NoCase(why) => Some(told(&Effect::default(), Some(why.clone()))),
            Judgement::NotJudged => None,
        }
    }
}

/// A figure in two cases.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct FigureCompared {
    /// Which figure: `zone` (a deal exists), `margin` (in the central world), `margin_over_worlds` (its mean over the worlds in which both
    /// cases have one), `opening_cost` (of the cheapest opening of a closed zone), `best.acceptable`, `best.enforceable`, `best.durable` (the
    /// median over the worlds) and `best.all_three` of the package of each case that does best on all tests (or leads, where there is
    /// nothing to test; in a case without issues, of its exchange alone, under some schedule), `propositions.` and the id of an open question
    /// (it is true).
    pub figure: String,
    /// The same in words.
    pub name: String,
    /// In the first case; null where it has no such figure.
    pub before: Option<f64>,
    /// In the second case; null where it has no such figure.
    pub after: Option<f64>,
    /// The second less the first; null where one of them is.
    pub difference: Option<f64>,
    /// The 95 % interval of the difference, from the differences world by world in the same draws. Null for figures of the central world,
    /// and where one case has no such figure.
    pub interval: Option<Interval>,
    /// Over how many worlds; null as `interval` is.
    pub worlds: Option<u64>,
}

impl FigureCompared {
    pub(super) fn of(figure: &ComparedFigure) -> Self {
        Self {
            figure: figure.id.clone(),
            name: figure.name.clone(),
            before: figure.before,
            after: figure.after,
            difference: figure.difference(),
            interval: figure.interval,
            worlds: figure.worlds,
        }
    }
}

/// What two cases say in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct WordsCompared {
    /// What is said: `leading` (the package most often acceptable to all), `best` (the package that does best on all tests),
    /// `stability.rests` (where the conflict would come to rest), `stability.prospects` (what all would like no less, and whether it would
    /// hold the day after), `stability.held` (the states in which all would stay).
    pub says: String,
    /// The same in words.
    pub name: String,
    /// In the first case; null where it says nothing.
    pub before: Option<String>,
    /// In the second case; null where it says nothing.
    pub after: Option<String>,
}

impl WordsCompared {
    pub(super) fn of(words: &ComparedWords) -> Self {
        Self {
            says: words.id.to_owned(),
            name: words.name.to_owned(),
            before: words.before.clone(),
            after: words.after.clone(),
        }
    }
}
