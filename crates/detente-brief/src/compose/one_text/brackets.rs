//! What settling a bracket does, either way.
//!
//! Each wording is judged as if it alone stood, all else being as it is in the text, in the same draws. What is *at stake* in a bracket is the
//! difference between the wording with which a deal exists most often and the one with which it exists least often; where a deal exists as often
//! with all of them, the difference of the margins.

use detente_text::{Clause, TextVersion, Ties};

use super::figures::headline;
use super::name_of;
use crate::compose::side_by_side::headline::Headline;
use crate::compose::side_by_side::{ComparedFigure, Effect};
use crate::sitting::{Sitting, SittingError};
use crate::words;

/// Of more wordings than so many the first alone are judged; all are shown.
pub const MOST_JUDGED_WORDINGS: usize = 120;

/// A bracket that words options.
#[derive(Debug, Clone, PartialEq)]
pub struct BracketFound {
    /// The id of its clause.
    pub clause: String,
    /// How the clause is called.
    pub name: String,
    /// Its place among the brackets of the clause, from 0.
    pub place: usize,
    /// The wordings on the table.
    pub wordings: Vec<WordingFound>,
    /// What is at stake in it; `None` where its wordings were not judged.
    pub stake: Option<Stake>,
}

/// A wording of a bracket, as if it alone stood.
#[derive(Debug, Clone, PartialEq)]
pub struct WordingFound {
    /// Its place in the bracket.
    pub place: usize,
    /// The words; empty where nothing would stand.
    pub words: String,
    /// The options that they word.
    pub ties: Ties,
    /// What settling the bracket on it does, against the text as it stands; `None` where it was not judged.
    pub effect: Option<Effect>,
}

/// What is at stake in a bracket.
#[derive(Debug, Clone, PartialEq)]
pub struct Stake {
    /// The wording that is worst for a deal, by its place among the wordings judged, and the one that is best.
    pub worst: usize,
    /// The best.
    pub best: usize,
    /// How often a deal exists with the worst, with the best, and the difference.
    pub zone: ComparedFigure,
    /// The same for the margin, mean over the worlds.
    pub margin: Option<ComparedFigure>,
}

impl Stake {
    /// By how much: the chance of a deal first, then the margin.
    fn size(&self) -> (f64, f64) {
        let by = |figure: &ComparedFigure| figure.difference().unwrap_or(0.0).abs();
        (by(&self.zone), self.margin.as_ref().map_or(0.0, by))
    }

    /// Whether the chance of a deal hangs on it beyond what the number of draws could make up.
    pub fn is_sure(&self) -> bool {
        self.zone.interval.is_some_and(|[low, _]| low > 0.0)
    }
}

impl BracketFound {
    /// The bracket in few words: `six weeks / ninety days`.
    pub fn shown(&self) -> String {
        self.wordings.iter().map(|wording| shown(&wording.words)).collect::<Vec<_>>().join(" / ")
    }

    /// That it matters most.
    pub(super) fn sentence(&self) -> Option<String> {
        let stake = self.stake.as_ref()?;
        let (worst, best) = (&self.wordings[stake.worst], &self.wordings[stake.best]);
        let (low, high) = stake.zone.before.zip(stake.zone.after)?;
        if !stake.is_sure() {
            return Some(
                "No open bracket moves the chance of a deal by more than the number of draws could make up."
                    .to_owned(),
            );
        }
        Some(format!(
            "The open bracket that matters most is in {}: with “{}” a deal exists in {} of the worlds, with “{}” in {}.",
            self.name,
            shown(&best.words),
            words::percent(high),
            shown(&worst.words),
            words::percent(low)
        ))
    }
}

/// The words of a wording, or that there are none.
pub(crate) fn shown(words: &str) -> String {
    if words.is_empty() { "nothing".to_owned() } else { words.to_owned() }
}

/// Every open bracket that words options, the one with most at stake first, and how many wordings were not judged.
pub(super) fn judged(
    sitting: &Sitting,
    version: &TextVersion,
    stands: &Headline,
) -> Result<(Vec<BracketFound>, usize), SittingError> {
    let (mut brackets, mut so_far, mut not_judged) = (Vec::new(), 0, 0);
    for clause in version.clauses() {
        for (place, bracket) in clause.brackets().enumerate() {
            if !bracket.is_open() || !bracket.open().any(|(_, wording)| wording.ties.words_options()) {
                continue;
            }
            let count = bracket.open().count();
            so_far += count;
            let within = so_far <= MOST_JUDGED_WORDINGS;
            not_judged += if within { 0 } else { count };
            brackets.push(found(sitting, version, stands, clause, place, within)?);
        }
    }
    // Those of one size stay in reading order.
    let size = |bracket: &BracketFound| bracket.stake.as_ref().map_or((-1.0, -1.0), Stake::size);
    brackets.sort_by(|a, b| {
        let (a, b) = (size(a), size(b));
        b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    Ok((brackets, not_judged))
}

fn found(
    sitting: &Sitting,
    version: &TextVersion,
    stands: &Headline,
    clause: &Clause,
    place: usize,
    judged: bool,
) -> Result<BracketFound, SittingError> {
    let progress = sitting.progress();
    let (mut wordings, mut headlines) = (Vec::new(), Vec::new());
    for (at, wording) in clause.brackets().nth(place).into_iter().flat_map(detente_text::Bracket::open) {
        let effect = if judged {
            let settled = headline(sitting, &version.with_settled(&clause.id, place, at))?;
            let effect = Effect::between(stands, &settled, progress);
            headlines.push(settled);
            Some(effect)
        } else {
            None
        };
        wordings.push(WordingFound {
            place: at,
            words: wording.words.clone(),
            ties: wording.ties.clone(),
            effect,
        });
    }
    let after = |place: usize, id: &str| -> f64 {
        let effect = wordings.get(place).and_then(|wording: &WordingFound| wording.effect.as_ref());
        effect.and_then(|effect| effect.figure(id)?.after).unwrap_or(f64::NEG_INFINITY)
    };
    let size = |place: usize| (after(place, "zone"), after(place, "margin_over_worlds"));
    let order = |a: &usize, b: &usize| {
        let (a, b) = (size(*a), size(*b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    };
    let (worst, best) = ((0..headlines.len()).min_by(order), (0..headlines.len()).rev().max_by(order));
    let stake = worst.zip(best).and_then(|(worst, best)| {
        let between = Effect::between(&headlines[worst], &headlines[best], progress);
        let zone = between.figure("zone")?.clone();
        Some(Stake { worst, best, zone, margin: between.figure("margin_over_worlds").cloned() })
    });
    Ok(BracketFound { clause: clause.id.clone(), name: name_of(version, clause), place, wordings, stake })
}
