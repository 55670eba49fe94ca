//! Two cases side by side: where they differ, what that does to every figure that a brief says first, and what each difference does
//! by itself.
//!
//! Both are judged in the same draws ([`paired`]). Of each difference two more cases tell: the first with this difference *alone*, against the
//! first; and the second *without* it, against the second. Where they disagree, differences work together.

pub(crate) mod headline;
pub(crate) mod paired;

use std::ops::ControlFlow;
use std::sync::Arc;

use detente_model::{Case, Progress};

pub use headline::Counted;

use self::headline::{Headline, HeadlineFigure};
use crate::sitting::{Sitting, SittingError};
use crate::words;

/// Of more differences than this the first alone are judged one by one; all are listed.
pub const MOST_JUDGED: usize = 60;

/// A difference of two cases, with the cases that tell what it does by itself.
#[derive(Debug, Clone)]
pub struct CaseChange {
    /// The path.
    pub path: String,
    /// What the first case says, as a value on one line; `None` where it says nothing.
    pub before: Option<String>,
    /// What the second says.
    pub after: Option<String>,
    /// The first case with this difference alone, or why that is no sound case.
    pub alone: Result<Arc<Case>, String>,
    /// The second case without it, or why that is no sound case.
    pub without: Result<Arc<Case>, String>,
}

/// Two cases side by side.
#[derive(Debug, Clone)]
pub struct SideBySide {
    /// The first.
    pub before: Arc<Case>,
    /// The second.
    pub after: Arc<Case>,
    /// How many worlds were drawn of each.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// Where they differ.
    pub changes: Vec<ComparedChange>,
    /// What all differences together do.
    pub effect: Effect,
    /// What matters most, in sentences.
    pub headline: Vec<String>,
}

/// A difference with what it does by itself.
#[derive(Debug, Clone)]
pub struct ComparedChange {
    /// The path.
    pub path: String,
    /// What the first case says.
    pub before: Option<String>,
    /// What the second says.
    pub after: Option<String>,
    /// What it does alone: the first case with it, against the first.
    pub alone: Judgement,
    /// What its absence would undo: the second case without it, against the second.
    pub without: Judgement,
}

/// What a difference does by itself.
#[derive(Debug, Clone)]
pub enum Judgement {
    /// This.
    Does(Effect),
    /// There is no such case, and why.
    NoCase(String),
    /// It was not judged: it is the only difference, so that it does what all of them do, or there are too many.
    NotJudged,
}

/// What a change of a case does to the figures and words of its headline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effect {
    /// The figures.
    pub figures: Vec<ComparedFigure>,
    /// What is said in words.
    pub words: Vec<ComparedWords>,
}

/// A figure of two cases.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedFigure {
    /// The name by which programs know it.
    pub id: String,
    /// The same for people.
    pub name: String,
    /// What it is counted in.
    pub counted: Counted,
    /// In the first; `None` where it has no such figure.
    pub before: Option<f64>,
    /// In the second.
    pub after: Option<f64>,
    /// The 95 % interval of the difference, in the same draws; `None` for a figure of the central world.
    pub interval: Option<[f64; 2]>,
    /// Over how many worlds.
    pub worlds: Option<u64>,
}

impl ComparedFigure {
    /// The second less the first.
    pub fn difference(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

/// What two cases say in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedWords {
    /// The name by which programs know it.
    pub id: &'static str,
    /// The same for people.
    pub name: &'static str,
    /// In the first.
    pub before: Option<String>,
    /// In the second.
    pub after: Option<String>,
}

impl Judgement {
    /// Whether it is known that nothing moves by it.
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Does(effect) if effect.is_none())
    }
}

impl Effect {
    /// Whether no figure and no word is another.
    pub fn is_none(&self) -> bool {
        self.figures.iter().all(|figure| figure.before == figure.after)
            && self.words.iter().all(|said| said.before == said.after)
    }

    pub(crate) fn between(before: &Headline, after: &Headline, progress: &Progress) -> Self {
        let compared = |before, after| compared(before, after, progress);
        let mut figures: Vec<ComparedFigure> = Vec::new();
        for figure in &before.figures {
            figures.push(compared(Some(figure), after.figures.iter().find(|other| other.id == figure.id)));
        }
        for figure in &after.figures {
            if before.figures.iter().all(|other| other.id != figure.id) {
                figures.push(compared(None, Some(figure)));
            }
        }
        let mut said: Vec<ComparedWords> = Vec::new();
        for words in before.words.iter().chain(&after.words) {
            if said.iter().all(|other| other.id != words.id) {
                let says = |headline: &Headline| {
                    headline
                        .words
                        .iter()
                        .find(|other| other.id == words.id)
                        .and_then(|words| words.says.clone())
                };
                said.push(ComparedWords {
                    id: words.id,
                    name: words.name,
                    before: says(before),
                    after: says(after),
                });
            }
        }
        Self { figures, words: said }
    }

    /// A figure by its name.
    pub fn figure(&self, id: &str) -> Option<&ComparedFigure> {
        self.figures.iter().find(|figure| figure.id == id)
    }
}

/// One figure of both, or of one of them.
fn compared(
    before: Option<&HeadlineFigure>,
    after: Option<&HeadlineFigure>,
    progress: &Progress,
) -> ComparedFigure {
    let of_one = |figure: Option<&HeadlineFigure>| {
        let figure = figure?;
        figure.value.or_else(|| {
            let own = figure.by_world.as_ref()?;
            paired::pair(own, own, progress).map(|pair| pair.before)
        })
    };
    let pair = before.zip(after).and_then(|(before, after)| {
        paired::pair(before.by_world.as_ref()?, after.by_world.as_ref()?, progress)
    });
    let named = after.or(before);
    // Two cases may judge lasting on different days.
    let name = match (before, after) {
        (Some(before), Some(after)) if before.name != after.name => {
            format!("{}; {}", before.name, after.name)
        }
        _ => named.map(|figure| figure.name.clone()).unwrap_or_default(),
    };
    ComparedFigure {
        id: named.map(|figure| figure.id.clone()).unwrap_or_default(),
        name,
        counted: named.map_or(Counted::Share, |figure| figure.counted),
        before: pair.map(|pair| pair.before).or_else(|| of_one(before)),
        after: pair.map(|pair| pair.after).or_else(|| of_one(after)),
        interval: pair.map(|pair| pair.interval),
        worlds: pair.map(|pair| pair.worlds),
    }
}

/// What is known of a comparison so far.
#[derive(Debug, Clone, Copy)]
pub enum ComparedStep<'a> {
    /// What all differences do together; none is judged by itself yet.
    Together(&'a SideBySide),
    /// What the difference at this place does by itself.
    Alone(usize, &'a ComparedChange),
}

impl SideBySide {
    /// Compares two cases, looked at alike.
    ///
    /// # Errors
    /// If one of them has no answer; see [`SittingError`].
    pub fn of(before: &Sitting, after: &Sitting, changes: Vec<CaseChange>) -> Result<Self, SittingError> {
        Self::step_by_step(before, after, changes, before.progress(), |_| ControlFlow::Continue(()))
    }

    /// The same, told as it is found, until `told` has heard enough. What takes long comes last: each difference by itself, under a progress
    /// of its own, so that it can be cancelled while the two sittings stay.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn step_by_step(
        before: &Sitting,
        after: &Sitting,
        changes: Vec<CaseChange>,
        alone: &Arc<Progress>,
        mut told: impl FnMut(ComparedStep<'_>) -> ControlFlow<()>,
    ) -> Result<Self, SittingError> {
        let (first, second) = (Headline::of(before)?, Headline::of(after)?);
        let effect = Effect::between(&first, &second, after.progress());
        let listed = |change: &CaseChange| ComparedChange {
            path: change.path.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
            alone: Judgement::NotJudged,
            without: Judgement::NotJudged,
        };
        let compared: Vec<ComparedChange> = changes.iter().map(listed).collect();
        let mut found = Self {
            before: Arc::clone(before.case()),
            after: Arc::clone(after.case()),
            draws: before.draws()?,
            seed: before.options().seed,
            headline: sentences(&compared, &effect),
            changes: compared,
            effect,
        };
        if told(ComparedStep::Together(&found)).is_break() {
            return Ok(found);
        }
        let only = changes.len() == 1;
        let judged = |place: usize,
                      case: Result<Arc<Case>, String>,
                      than: &Headline,
                      from: &Sitting|
         -> Result<Judgement, SittingError> {
            if only || place >= MOST_JUDGED {
                return Ok(Judgement::NotJudged);
            }
            let by_itself = |case| Headline::of(&Sitting::watched(case, from.options(), Arc::clone(alone)));
            Ok(match case.map(by_itself) {
                Ok(Ok(headline)) => Judgement::Does(Effect::between(than, &headline, alone)),
                // A case by itself may be one that an engine refuses; only what is cancelled ends all.
                Ok(Err(SittingError::Cancelled(cancelled))) => return Err(cancelled.into()),
                Ok(Err(refused)) => Judgement::NoCase(refused.to_string()),
                Err(why) => Judgement::NoCase(why),
            })
        };
        for (place, change) in changes.into_iter().enumerate() {
            let compared = &mut found.changes[place];
            compared.alone = judged(place, change.alone, &first, before)?;
            compared.without = judged(place, change.without, &second, after)?;
            if told(ComparedStep::Alone(place, compared)).is_break() {
                return Ok(found);
            }
        }
        found.headline = sentences(&found.changes, &found.effect);
        Ok(found)
    }
}

/// What matters most.
fn sentences(changes: &[ComparedChange], effect: &Effect) -> Vec<String> {
    if changes.is_empty() {
        return vec!["The two cases say the same.".to_owned()];
    }
    let mut told = vec![format!("The cases differ in {}.", words::plural(changes.len(), "place", "places"))];
    if let Some(zone) = effect.figure("zone") {
        told.extend(zone.before.zip(zone.after).map(|(before, after)| {
            format!(
                "A deal exists in {} of the worlds drawn in the first, and in {} in the second.",
                words::percent(before),
                words::percent(after)
            )
        }));
    }
    for said in effect.words.iter().filter(|said| matches!(said.id, "leading" | "best")) {
        let shown = |says: &Option<String>| says.clone().unwrap_or_else(|| "none".to_owned());
        told.push(if said.before == said.after {
            format!("The {} stays: {}.", said.name, shown(&said.before))
        } else {
            format!("The {} was {}; it becomes {}.", said.name, shown(&said.before), shown(&said.after))
        });
    }
    let by_itself = changes.iter().filter_map(|change| {
        let Judgement::Does(effect) = &change.alone else { return None };
        let zone = effect.figure("zone")?;
        // What the number of draws could make up by itself is not named.
        let [low, high] = zone.interval?;
        (low > 0.0 || high < 0.0).then_some((change, zone.difference()?))
    });
    if let Some((change, moved)) = by_itself.max_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs())) {
        told.push(format!(
            "By itself, {} moves the chance of a deal most: {}.",
            change.path,
            words::points(moved)
        ));
    }
    if changes.len() > MOST_JUDGED {
        told.push(format!(
            "The first {MOST_JUDGED} differences were judged one by one, the others only together."
        ));
    }
    told
}
