//! Readings of one case by several people, laid over each other: where they differ, which differences change an answer and which change
//! none, and what comes of all of them pooled.
//!
//! The reading that is named first is the ground on which the others are laid. Each thing that others say instead is judged alone: the
//! first reading with it, against the first, in the same draws ([`side_by_side`](super::side_by_side)). So is each whole reading.

use std::sync::Arc;

use detente_model::Case;

use super::side_by_side::headline::Headline;
use super::side_by_side::{Effect, Judgement, MOST_JUDGED};
use crate::sitting::{Sitting, SittingError};
use crate::words;

/// The most readings that are laid over each other.
pub const MOST_READINGS: usize = 10;

/// A whole reading.
#[derive(Debug, Clone)]
pub struct CaseReading {
    /// Whose it is.
    pub name: String,
    /// The case as they read it.
    pub case: Arc<Case>,
}

/// A place at which readings differ.
#[derive(Debug, Clone)]
pub struct ReadingPlace {
    /// The path.
    pub path: String,
    /// What each reading says there, as a value on one line; `None` where one says nothing.
    pub says: Vec<Option<String>>,
    /// What others say than the first, each once.
    pub alternatives: Vec<ReadingAlternative>,
}

/// What some say at a place and the first does not.
#[derive(Debug, Clone)]
pub struct ReadingAlternative {
    /// As a value on one line; `None` where they say nothing.
    pub value: Option<String>,
    /// Which readings say it, by their places.
    pub readings: Vec<usize>,
    /// The first reading with this alone, or why that is no sound case.
    pub alone: Result<Arc<Case>, String>,
}

/// What was pooled, and how.
#[derive(Debug, Clone)]
pub struct PooledReading {
    /// The rule: `linear` or `quantiles`.
    pub rule: &'static str,
    /// The case that it is.
    pub case: Arc<Case>,
    /// The figures.
    pub figures: Vec<PooledValue>,
    /// What stays as the first reading has it: the path, and why.
    pub kept: Vec<(String, String)>,
}

/// A figure that was pooled.
#[derive(Debug, Clone, PartialEq)]
pub struct PooledValue {
    /// The path.
    pub path: String,
    /// What is written, as TOML.
    pub written: String,
    /// The mean by the rule.
    pub mean: f64,
    /// The standard deviation by the rule.
    pub spread: f64,
    /// The standard deviation of what is written.
    pub written_spread: f64,
}

/// Readings laid over each other.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// Whose readings they are, the first being the ground.
    pub readers: Vec<String>,
    /// The first reading.
    pub first: Arc<Case>,
    /// How many worlds were drawn of each case.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// Where they differ.
    pub places: Vec<OverlaidPlace>,
    /// What each reading but the first does as a whole, against the first.
    pub together: Vec<Effect>,
    /// All of them in one, and what that does against the first.
    pub pooled: Option<(PooledReading, Effect)>,
    /// What matters most, in sentences.
    pub headline: Vec<String>,
}

/// A place at which readings differ, judged.
#[derive(Debug, Clone)]
pub struct OverlaidPlace {
    /// The path.
    pub path: String,
    /// What each reading says there.
    pub says: Vec<Option<String>>,
    /// What others say than the first.
    pub alternatives: Vec<OverlaidAlternative>,
}

/// What some say at a place and the first does not, judged.
#[derive(Debug, Clone)]
pub struct OverlaidAlternative {
    /// As a value on one line; `None` where they say nothing.
    pub value: Option<String>,
    /// Which readings say it, by their places.
    pub readings: Vec<usize>,
    /// What it does alone.
    pub alone: Judgement,
    /// Whether that matters.
    pub bearing: Bearing,
}

/// Whether a difference changes an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// It does: a figure by more than the draws could, or something that is said in words.
    Changes,
    /// Figures move, but by no more than as many draws could by themselves.
    Untold,
    /// Nothing moves.
    Nothing,
    /// It was not judged, or makes no sound case alone.
    Unjudged,
}

impl Bearing {
    /// What a judgement comes to.
    pub fn of(judgement: &Judgement) -> Self {
        let Judgement::Does(effect) = judgement else { return Self::Unjudged };
        let told = effect.words.iter().any(|said| said.before != said.after)
            || effect.figures.iter().any(|figure| match figure.interval {
                Some([low, high]) => low > 0.0 || high < 0.0,
                None => figure.before != figure.after,
            });
        match (told, effect.is_none()) {
            (true, _) => Self::Changes,
            (false, true) => Self::Nothing,
            (false, false) => Self::Untold,
        }
    }
}

impl OverlaidPlace {
    /// The most that any of the alternatives comes to.
    pub fn bearing(&self) -> Bearing {
        let has =
            |bearing: Bearing| self.alternatives.iter().any(|alternative| alternative.bearing == bearing);
        [Bearing::Changes, Bearing::Untold, Bearing::Unjudged]
            .into_iter()
            .find(|bearing| has(*bearing))
            .unwrap_or(Bearing::Nothing)
    }
}

impl Overlay {
    /// Lays readings over the first, which the sitting is about; the others are looked at as it is.
    ///
    /// # Errors
    /// If a whole reading has no answer; see [`SittingError`].
    pub fn of(
        name: &str,
        first: &Sitting,
        others: &[CaseReading],
        places: Vec<ReadingPlace>,
        pooled: Option<PooledReading>,
    ) -> Result<Self, SittingError> {
        let progress = first.progress();
        let ground = Headline::of(first)?;
        let judged = |case: Arc<Case>| -> Result<Effect, SittingError> {
            let headline = Headline::of(&Sitting::watched(case, first.options(), Arc::clone(progress)))?;
            Ok(Effect::between(&ground, &headline, progress))
        };
        let mut together = Vec::with_capacity(others.len());
        for other in others {
            together.push(judged(Arc::clone(&other.case))?);
        }
        let pooled = match pooled {
            Some(pooled) => {
                let effect = judged(Arc::clone(&pooled.case))?;
                Some((pooled, effect))
            }
            None => None,
        };
        let mut so_far = 0;
        let mut alone = |case: Result<Arc<Case>, String>| -> Result<Judgement, SittingError> {
            so_far += 1;
            if so_far > MOST_JUDGED {
                return Ok(Judgement::NotJudged);
            }
            Ok(match case.map(&judged) {
                Ok(Ok(effect)) => Judgement::Does(effect),
                // A case by itself may be one that an engine refuses; only what is cancelled ends all.
                Ok(Err(SittingError::Cancelled(cancelled))) => return Err(cancelled.into()),
                Ok(Err(refused)) => Judgement::NoCase(refused.to_string()),
                Err(why) => Judgement::NoCase(why),
            })
        };
        let mut overlaid = Vec::with_capacity(places.len());
        for place in places {
            let mut alternatives = Vec::with_capacity(place.alternatives.len());
            for ReadingAlternative { value, readings, alone: case } in place.alternatives {
                let alone = alone(case)?;
                let bearing = Bearing::of(&alone);
                alternatives.push(OverlaidAlternative { value, readings, alone, bearing });
            }
            overlaid.push(OverlaidPlace { path: place.path, says: place.says, alternatives });
        }
        let readers = std::iter::once(name.to_owned()).chain(others.iter().map(|other| other.name.clone()));
        let mut found = Self {
            readers: readers.collect(),
            first: Arc::clone(first.case()),
            draws: first.draws()?,
            seed: first.options().seed,
            places: overlaid,
            together,
            pooled,
            headline: Vec::new(),
        };
        found.headline = sentences(&found);
        Ok(found)
    }

    /// How many places come to something.
    pub fn count(&self, bearing: Bearing) -> usize {
        self.places.iter().filter(|place| place.bearing() == bearing).count()
    }
}

/// What matters most.
fn sentences(found: &Overlay) -> Vec<String> {
    if found.places.is_empty() {
        return vec!["All readings say the same.".to_owned()];
    }
    let places = |count: usize| words::plural(count, "place", "places");
    let mut told = vec![format!(
        "{} readings differ in {}: in {} the difference changes an answer by itself, in {} it changes none.",
        found.readers.len(),
        places(found.places.len()),
        found.count(Bearing::Changes),
        found.count(Bearing::Nothing),
    )];
    let untold = found.count(Bearing::Untold);
    if untold > 0 {
        told.push(format!(
            "In {} figures move, but by no more than {} draws could by themselves.",
            places(untold),
            found.draws
        ));
    }
    let unjudged = found.count(Bearing::Unjudged);
    if unjudged > 0 {
        told.push(format!(
            "{} not judged: {MOST_JUDGED} things that others say are judged one by one, and some make no sound case alone.",
            words::sentence(&words::plural(unjudged, "place is", "places are"))
        ));
    }
    let zone = |effect: &Effect| effect.figure("zone").cloned();
    let first = found.together.first().and_then(zone).and_then(|zone| zone.before);
    if let Some(first) = first {
        let others =
            found.together.iter().zip(&found.readers[1..]).filter_map(|(effect, name)| {
                Some(format!("{} by {name}", words::percent(zone(effect)?.after?)))
            });
        let mut each = vec![format!("{} by {}", words::percent(first), found.readers[0])];
        each.extend(others);
        told.push(format!("A deal exists in so many of the worlds drawn: {}.", words::list(&each)));
    }
    let most = found
        .places
        .iter()
        .flat_map(|place| place.alternatives.iter().map(move |alternative| (place, alternative)))
        .filter_map(|(place, alternative)| {
            let Judgement::Does(effect) = &alternative.alone else { return None };
            let zone = effect.figure("zone")?;
            let [low, high] = zone.interval?;
            (low > 0.0 || high < 0.0).then_some((place, alternative, zone.difference()?))
        })
        .max_by(|(.., a), (.., b)| a.abs().total_cmp(&b.abs()));
    if let Some((place, alternative, moved)) = most {
        let who: Vec<&str> =
            alternative.readings.iter().filter_map(|at| found.readers.get(*at)).map(String::as_str).collect();
        told.push(format!(
            "By itself, {} as {} {} it moves the chance of a deal most: {}.",
            place.path,
            words::list(&who),
            if who.len() == 1 { "has" } else { "have" },
            words::points(moved)
        ));
    }
    told
}
