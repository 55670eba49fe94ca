//! The looks from which an extract is judged: it is made anew with one figure changed, all else as it is, and in the same worlds.
//!
//! **Only what is needed** is computed: the parts of a brief that the chosen sections are made of; and of those, what a figure cannot bear on
//! is taken from the extract as it is ([`Untouched`]). A figure from one end of whose range to the other nothing changes is not nudged.
//!
//! Every look is told of, so that whoever waits sees how far the judging is; its progress ends it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use detente_model::{Case, Number, NumberId, Progress, Uncertain, unless_cancelled};
use rayon::prelude::*;

use super::analysts_words::AnalystsWords;
use super::gives_away::{Base, ExtractAccount, Figure, FigureSeen, Seen, judged};
use super::left_out::LeftOut;
use super::marked_case::marked_case;
use super::red_lines::RedLine;
use super::shown::{ShownNumbers, paths, shown};
use super::standing::{Look, in_analysts_words, in_composed_words};
use super::{ExtractChoice, sieved};
use crate::page::brief_with_annex;
use crate::parts::{BriefParts, Untouched};
use crate::sitting::{Options, Sitting, SittingError};

/// By which part of its range the middle of a figure is nudged, to see what small changes do.
pub(super) const NUDGE: f64 = 0.1;
/// The part of its scale by which a figure stated without a range goes to either side.
const WITHOUT_RANGE: f64 = 0.1;

/// Judges the extract that a choice makes. `told` hears how many looks of how many are done.
pub(super) fn account(
    sitting: &Sitting,
    choice: &ExtractChoice,
    left: &LeftOut,
    judging: &Arc<Progress>,
    told: &(dyn Fn(u64, u64) + Sync),
) -> Result<ExtractAccount, SittingError> {
    let first = sitting.first()?;
    let case = first.case();
    let marked = marked_case(case, left);
    // The case was taken to the day of the sitting already.
    let options = Options { as_of: None, ..first.options() };
    let judge = Judge {
        parts: BriefParts::of_figures_in(case, choice),
        base: Sitting::watched(marked, options, Arc::clone(judging)),
        choice,
        left,
    };
    let whole = judge.base.brief_of(BriefParts::of_choice(case, choice))?;
    let page = sieved(brief_with_annex(&whole), choice, left).page;
    let told_paths = paths(&page);
    let words = AnalystsWords::on(judge.base.case(), &page);
    let base = Base::of(judge.shown_by(&judge.base)?);
    let (stay, asked): (Vec<_>, Vec<_>) = stated(case)
        .partition(|(_, number)| told_paths.contains(&number.path) && !left.owns_path(case, &number.path));
    let figures: Vec<Figure> = asked.into_iter().map(|(id, number)| figure(case, left, id, number)).collect();
    let red_lines = RedLine::all(case, left);
    let looks = Looks { done: AtomicU64::new(0), of: (figures.len() + red_lines.len()) as u64, told };
    told(0, looks.of);
    let seen = figures.par_iter().map(|figure| {
        let seen = unless_refused(judge.seen(&base, figure))?;
        looks.one_more();
        let number = &case.numbers[figure.id];
        let in_words = in_analysts_words(case, &number.path, number.value, &words);
        Ok(FigureSeen { seen, in_words })
    });
    let seen = seen.collect::<Result<Vec<FigureSeen>, SittingError>>()?;
    let lines = red_lines.into_par_iter().map(|line| {
        let without =
            judge.base.with_changed(line.taken_out(judge.base.case()), Untouched::of_path(case, &line.path));
        let without = unless_refused(judge.shown_by(&without))?;
        looks.one_more();
        let seen = without.map(|without| line.seen(&base, &without, judge.base.case(), &words));
        Ok((line, seen))
    });
    let lines = lines.collect::<Result<Vec<_>, SittingError>>()?;
    let mut account = judged(case, &base, &figures, &seen, &lines);
    account.stay.extend(stay.into_iter().map(|(_, number)| number.path.clone()));
    account.draws = judge.base.draws()?;
    Ok(account)
}

/// What a look shows; nothing where the case has no answer there, which is no place where the figure could lie.
fn unless_refused<T>(look: Result<T, SittingError>) -> Result<Option<T>, SittingError> {
    match look {
        Err(SittingError::Cancelled(cancelled)) => Err(SittingError::Cancelled(cancelled)),
        other => Ok(other.ok()),
    }
}

/// How many figures and red lines are looked into.
struct Looks<'t> {
    done: AtomicU64,
    of: u64,
    told: &'t (dyn Fn(u64, u64) + Sync),
}

impl Looks<'_> {
    fn one_more(&self) {
        (self.told)(self.done.fetch_add(1, Ordering::Relaxed) + 1, self.of);
    }
}

/// The figures that somebody stated.
fn stated(case: &Case) -> impl Iterator<Item = (NumberId, &Number)> {
    case.numbers.iter().filter(|(_, number)| !number.implied && !number.path.is_empty())
}

fn figure(case: &Case, left: &LeftOut, id: NumberId, number: &Number) -> Figure {
    let (mut low, mut high, central) = (number.value.low(), number.value.high(), number.value.central());
    if low >= high {
        let span = number.most - number.least;
        let scale = if span.is_finite() { span } else { central.abs().max(1.0) };
        (low, high) = (central - WITHOUT_RANGE * scale, central + WITHOUT_RANGE * scale);
        (low, high) = (low.max(number.least), high.min(number.most));
    }
    let left_out = left.owns_path(case, &number.path);
    Figure { id, path: number.path.clone(), low, high, central, left_out }
}

/// The extract, ready to be made anew with one figure changed.
struct Judge<'a> {
    /// The marked case in its first worlds, as it is.
    base: Sitting,
    parts: BriefParts,
    choice: &'a ExtractChoice,
    left: &'a LeftOut,
}

impl Judge<'_> {
    fn seen(&self, base: &Base, figure: &Figure) -> Result<Seen, SittingError> {
        let stated = self.base.case().numbers[figure.id].value;
        let ends = [figure.low, figure.high].map(Uncertain::Known);
        let [low, high] = ends.map(|value| self.with(figure, value));
        let (low, high) = (low?, high?);
        if low == base.shown && high == base.shown {
            return Ok(Seen::default());
        }
        let only = |of: &ShownNumbers, other: &ShownNumbers| {
            of.iter().find(|(key, _)| !other.contains_key(*key)).map(|(_, place)| place.clone())
        };
        let words = only(&low, &high).or_else(|| only(&high, &low));
        let nudges = [-1.0, 1.0].map(|to| nudged(stated, figure, to * NUDGE));
        let [down, up] = nudges.map(|value| self.with(figure, value));
        let (down, up) = (down?, up?);
        let shown = [&low, &high, &down, &up];
        let values = [ends[0], ends[1], nudges[0], nudges[1]];
        let looks = shown.into_iter().zip(values).map(|(shown, stated)| Look { shown, stated });
        let looks: Vec<Look<'_>> = looks.collect();
        Ok(Seen {
            over_range: base.moved(&low, &high, 1.0),
            nearby: base.moved(&down, &up, 0.5 / NUDGE),
            words,
            standing: in_composed_words(&base.shown, stated, &looks),
        })
    }

    /// What the extract shows with another figure.
    fn with(&self, figure: &Figure, value: Uncertain) -> Result<ShownNumbers, SittingError> {
        let mut case = Case::clone(self.base.case());
        case.numbers[figure.id].value = value;
        let untouched = Untouched::of_path(&case, &figure.path);
        self.shown_by(&self.base.with_changed(case, untouched))
    }

    fn shown_by(&self, sitting: &Sitting) -> Result<ShownNumbers, SittingError> {
        unless_cancelled(|| self.base.progress().go_on())?;
        let brief = sitting.brief_of(self.parts)?;
        Ok(shown(&sieved(brief_with_annex(&brief), self.choice, self.left).page))
    }
}

/// A figure whose middle lies by a part of its range further up, or down; a range stays inside what was stated and keeps its shape.
fn nudged(stated: Uncertain, figure: &Figure, by: f64) -> Uncertain {
    let range = figure.high - figure.low;
    let low = figure.low + 2.0 * by.max(0.0) * range;
    let high = figure.high + 2.0 * by.min(0.0) * range;
    let moved = (figure.central + by * range).clamp(figure.low, figure.high);
    let other = match stated {
        Uncertain::Known(_) => Ok(Uncertain::Known(moved)),
        Uncertain::Uniform { .. } => Uncertain::uniform(low, high),
        Uncertain::Triangular { mode, .. } => {
            Uncertain::triangular(low, (mode + by * range).clamp(low, high), high)
        }
    };
    other.unwrap_or(stated)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::page::Page;

    fn whole(sitting: &Sitting) -> Result<Page, SittingError> {
        Ok(brief_with_annex(&*sitting.brief_of(BriefParts::ALL)?))
    }

    /// What a figure is said not to bear on is what it is when all of it is computed anew, in a case that has everything.
    #[test]
    fn what_is_untouched_is_what_it_would_be_anew() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
        let case = detente_case::read(&folder).unwrap().case;
        let base = Sitting::open(case, Options::drawing(12, 1));
        whole(&base).unwrap();
        let case = base.case();
        let mut tables = std::collections::BTreeMap::new();
        for (id, number) in stated(case) {
            // A few figures of each table are enough, from both of its ends.
            let seen =
                tables.entry(number.path.split('.').next().unwrap_or_default().to_owned()).or_insert(0);
            *seen += 1;
            if *seen % 4 != 1 {
                continue;
            }
            let figure = figure(case, &LeftOut::of(case, &ExtractChoice::default(), &[]), id, number);
            for value in [figure.low, figure.high] {
                let mut changed = Case::clone(case);
                changed.numbers[id].value = Uncertain::Known(value);
                let shared = base.with_changed(changed.clone(), Untouched::of_path(case, &number.path));
                let anew = base.with_changed(changed, Untouched::default());
                let (shared, anew) = (whole(&shared).unwrap(), whole(&anew).unwrap());
                for (a, b) in shown(&shared).iter().zip(&shown(&anew)) {
                    assert_eq!(a, b, "{} at {value}", number.path);
                }
            }
        }
        assert!(tables.len() >= 4, "{tables:?}");
    }

    /// The parts of a brief make each section as the whole brief has it.
    #[test]
    fn a_section_made_by_itself_is_that_of_the_whole_brief() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/cairo-2024");
        let case = detente_case::read(&folder).unwrap().case;
        let sitting = Sitting::open(case, Options::drawing(12, 1));
        let page = whole(&sitting).unwrap();
        for id in crate::page::READING_ORDER {
            let choice = ExtractChoice { sections: vec![id.to_owned()], ..ExtractChoice::default() };
            let parts = BriefParts::of_choice(sitting.case(), &choice);
            let alone = Sitting::open(Arc::clone(sitting.case()), sitting.options());
            let alone = brief_with_annex(&alone.brief_of(parts).unwrap());
            let of = |page: &Page| page.sections.iter().find(|section| section.id == id).cloned();
            assert_eq!(of(&alone), of(&page), "{id}");
        }
    }
}
