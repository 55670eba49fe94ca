//! Two versions of a text: what changed in words, which options that opens or closes, and what it does.
//!
//! Both are judged in the same draws. Of each clause whose options changed two more versions tell: the first with this change *alone*, against the
//! first; and the second *without* it, against the second.

use std::sync::Arc;

use detente_model::{Case, IssueId};
use detente_text::{
    Allowed, Clause, Kept, Objection, Options as LeftOpen, TextVersion, WordsChange, changes,
};

use super::figures::headline;
use super::{VersionNamed, name_of};
use crate::compose::side_by_side::headline::Headline;
use crate::compose::side_by_side::{Effect, MOST_JUDGED};
use crate::sitting::{Sitting, SittingError};
use crate::words;

/// Two versions of a text side by side.
#[derive(Debug, Clone)]
pub struct TextsCompared {
    /// The case.
    pub case: Arc<Case>,
    /// How many worlds were drawn.
    pub draws: u64,
    /// From which seed.
    pub seed: u64,
    /// The first version.
    pub before: VersionNamed,
    /// The second version.
    pub after: VersionNamed,
    /// The options that the first leaves; `None` where that cannot be counted.
    pub left_before: Option<LeftOpen>,
    /// The options that the second leaves.
    pub left_after: Option<LeftOpen>,
    /// Every clause that changed, in words, options or objections.
    pub clauses: Vec<ClauseCompared>,
    /// How many clauses stay as they were.
    pub unchanged: usize,
    /// What all changes together do.
    pub effect: Effect,
    /// What matters most, in sentences.
    pub headline: Vec<String>,
}

/// A clause that changed.
#[derive(Debug, Clone)]
pub struct ClauseCompared {
    /// How it is called in the second version, or in the first where the second has none.
    pub name: String,
    /// In the first version.
    pub before: Option<Clause>,
    /// In the second version.
    pub after: Option<Clause>,
    /// Its words, in order.
    pub words: Vec<WordsChange>,
    /// Options that it did not allow and now does, by issue.
    pub opens: Vec<(IssueId, Vec<usize>)>,
    /// Options that it allowed and now does not, by issue.
    pub closes: Vec<(IssueId, Vec<usize>)>,
    /// Objections that are new.
    pub raised: Vec<Objection>,
    /// Objections that are gone.
    pub dropped: Vec<Objection>,
    /// What this change alone does to the first version; `None` where it changes no option, is the only one that does, or there are too many.
    pub alone: Option<Effect>,
    /// What its absence would undo: the second version without it, against the second.
    pub without: Option<Effect>,
}

impl ClauseCompared {
    /// Whether its words are others.
    pub fn words_changed(&self) -> bool {
        self.words.iter().any(|part| part.kind != Kept::Same)
    }
}

impl TextsCompared {
    /// Compares two versions.
    ///
    /// # Errors
    /// If the case under one of them has no answer; see [`SittingError`].
    pub(crate) fn of(
        sitting: &Sitting,
        before: &TextVersion,
        after: &TextVersion,
    ) -> Result<Self, SittingError> {
        let case = Arc::clone(sitting.case());
        let progress = sitting.progress();
        let (first, second) = (headline(sitting, before)?, headline(sitting, after)?);
        let between = |a: &Headline, b: &Headline| Effect::between(a, b, progress);
        let all = changes(before, after);
        let unchanged = all.iter().filter(|change| !change.is_change()).count();
        let moving = all.iter().filter(|change| change.ties_changed()).count();
        let mut clauses = Vec::new();
        for change in all.iter().filter(|change| change.is_change()) {
            let judged = change.ties_changed() && (2..=MOST_JUDGED).contains(&moving);
            let (alone, without) = if judged {
                let with = headline(sitting, &replaced(before, change.before, change.after))?;
                let back = headline(sitting, &replaced(after, change.after, change.before))?;
                (Some(between(&first, &with)), Some(between(&second, &back)))
            } else {
                (None, None)
            };
            let (opens, closes) = opened_and_closed(&case, change.before, change.after);
            clauses.push(ClauseCompared {
                name: match (change.before, change.after) {
                    (_, Some(clause)) => name_of(after, clause),
                    (Some(clause), None) => name_of(before, clause),
                    (None, None) => String::new(),
                },
                before: change.before.cloned(),
                after: change.after.cloned(),
                words: change.words.clone(),
                opens,
                closes,
                raised: change.raised.iter().map(|objection| (*objection).clone()).collect(),
                dropped: change.dropped.iter().map(|objection| (*objection).clone()).collect(),
                alone,
                without,
            });
        }
        let mut found = Self {
            draws: sitting.draws()?,
            seed: sitting.options().seed,
            before: VersionNamed::of(before),
            after: VersionNamed::of(after),
            left_before: Allowed::by(before).options(&case),
            left_after: Allowed::by(after).options(&case),
            effect: between(&first, &second),
            clauses,
            unchanged,
            case,
            headline: Vec::new(),
        };
        found.headline = found.sentences();
        Ok(found)
    }

    /// The options that the change opens in the text as a whole, by issue; nothing where that cannot be counted.
    pub fn opens(&self) -> Vec<(IssueId, Vec<usize>)> {
        in_one_alone(self.left_after.as_ref(), self.left_before.as_ref())
    }

    /// The options that it closes in the text as a whole.
    pub fn closes(&self) -> Vec<(IssueId, Vec<usize>)> {
        in_one_alone(self.left_before.as_ref(), self.left_after.as_ref())
    }

    /// What matters most.
    fn sentences(&self) -> Vec<String> {
        if self.clauses.is_empty() {
            return vec![format!("Versions {} and {} say the same.", self.before.name, self.after.name)];
        }
        let changed = self.clauses.iter().filter(|clause| clause.words_changed()).count();
        let mut told = vec![format!(
            "From version {} to version {} the words of {} changed; {} as they were.",
            self.before.name,
            self.after.name,
            words::plural(changed, "clause", "clauses"),
            words::plural(self.unchanged, "stays", "stay")
        )];
        if let Some((before, after)) = self.left_before.as_ref().zip(self.left_after.as_ref()) {
            told.push(format!(
                "It allowed {}; it allows {} now.",
                words::plural(before.packages, "package", "packages"),
                words::plural(after.packages, "package", "packages")
            ));
        }
        if let Some(zone) = self.effect.figure("zone")
            && let Some((before, after)) = zone.before.zip(zone.after)
        {
            told.push(format!(
                "With the first a deal exists in {} of the worlds drawn, with the second in {}.",
                words::percent(before),
                words::percent(after)
            ));
        }
        let by_itself = self.clauses.iter().filter_map(|clause| {
            let zone = clause.alone.as_ref()?.figure("zone")?;
            let [low, high] = zone.interval?;
            // What the number of draws could make up by itself is not named.
            (low > 0.0 || high < 0.0).then_some((clause, zone.difference()?))
        });
        if let Some((clause, moved)) = by_itself.max_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs())) {
            told.push(format!(
                "By itself, the change of {} moves the chance of a deal most: {}.",
                clause.name,
                words::points(moved)
            ));
        }
        let assent = self.effect.figures.iter().filter(|figure| figure.id.starts_with("assent.some."));
        // What the number of draws could make up is not told.
        let sure = |interval: Option<[f64; 2]>| interval.is_some_and(|[low, high]| low > 0.0 || high < 0.0);
        for figure in assent.filter(|figure| sure(figure.interval)) {
            told.extend(figure.before.zip(figure.after).map(|(before, after)| {
                format!("{}: {} before, {} now.", figure.name, words::percent(before), words::percent(after))
            }));
        }
        told
    }
}

/// A version with one clause replaced, added or taken out.
fn replaced(version: &TextVersion, out: Option<&Clause>, put: Option<&Clause>) -> TextVersion {
    match (out, put) {
        (Some(out), put) => version.with_clause(&out.id, put),
        (None, Some(put)) => version.with_clause(&put.id, Some(put)),
        (None, None) => version.clone(),
    }
}

type ByIssue = Vec<(IssueId, Vec<usize>)>;

/// What a clause by itself allows and did not allow, and the other way round.
fn opened_and_closed(case: &Case, before: Option<&Clause>, after: Option<&Clause>) -> (ByIssue, ByIssue) {
    let left = |clause: Option<&Clause>| Allowed::by_clauses(clause).options(case);
    let (before, after) = (left(before), left(after));
    (in_one_alone(after.as_ref(), before.as_ref()), in_one_alone(before.as_ref(), after.as_ref()))
}

/// The options that one of two leaves and the other does not.
fn in_one_alone(one: Option<&LeftOpen>, other: Option<&LeftOpen>) -> ByIssue {
    let Some((one, other)) = one.zip(other) else { return Vec::new() };
    let rows = one.options.iter().zip(&other.options).enumerate();
    let found = rows.filter_map(|(k, (one, other))| {
        let alone: Vec<usize> = (0..one.len()).filter(|option| one[*option] && !other[*option]).collect();
        (!alone.is_empty()).then_some((IssueId(k), alone))
    });
    found.collect()
}
