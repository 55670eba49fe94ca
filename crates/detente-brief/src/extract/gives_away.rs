//! What an extract still gives away: which of the figures that it leaves out stand in it all the same, can be worked out, or are hinted at.
//!
//! **Judged against** a reader who has the extract, knows the structure of the case and how Detente reckons, and of every figure left
//! out its range, but not where in the range it lies. **How**: the extract is made anew from the first draws, the same ones, with one figure at a
//! time set to each end of its range, and with its middle nudged by a tenth of the range to either side, all else as it is. What the shown
//! numbers do, at the precision at which they are shown, tells what they say. A figure stated without a range gets one of a tenth of its
//! scale to either side.
//!
//! - A figure **stays**, and is not left out, if its path is shown, or a number that is it, follows it one for one and follows nothing
//!   else; unless it belongs to somebody who is left out.
//! - It **stands** in the extract all the same if some shown number follows it one for one, or goes down as it goes up, and follows no
//!   other figure that is left out.
//! - It can be **worked out** if, on the linear account of [`resolution`](super::resolution) from the nudges, a tenth of its range or less
//!   stays open.
//! - It is **hinted at** if some shown number, or the words, differ between the ends of its range.

use std::collections::{BTreeMap, BTreeSet};

use detente_model::{Case, Number, NumberId, Uncertain, unless_cancelled};
use rayon::prelude::*;

use super::left_out::LeftOut;
use super::marked_case::marked_case;
use super::resolution::{Moves, left_open};
use super::shown::{Place, Shown, ShownNumbers, paths, shown};
use super::{ExtractChoice, page_of};
use crate::compose::figure_names;
use crate::sitting::{Sitting, SittingError};
use crate::words;

/// A figure of which no more of its range stays open can be worked out.
const WORKED_OUT: f64 = 0.1;
/// A shown number that moves by fewer of its last digits cannot be told to follow a figure one for one.
const TELLING_DIGITS: f64 = 4.0;
/// By which part of its range the middle of a figure is nudged, to see what small changes do.
const NUDGE: f64 = 0.1;
/// The part of its scale by which a figure stated without a range goes to either side.
const WITHOUT_RANGE: f64 = 0.1;
/// Shown numbers that are named for each figure.
const NAMED: usize = 3;

/// How a figure is given away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It stands in the extract all the same.
    Stands,
    /// It can be worked out from what stands there.
    WorkedOut,
    /// Something that stands there depends on it.
    Hinted,
}

/// A shown number, or words, that gives a figure away.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownThrough {
    /// The heading of the section.
    pub section: String,
    /// The words around the number, with `#` for each number.
    pub words: String,
    /// Which of the numbers there, from 1; `None` if it is the words that differ.
    pub number: Option<usize>,
    /// The number with the figure at the lower end of its range, as shown; a per cent is a hundredth.
    pub at_low: Option<f64>,
    /// With the figure at the upper end.
    pub at_high: Option<f64>,
}

/// A figure that an extract leaves out and gives away.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenAway {
    /// Its path in the case file.
    pub path: String,
    /// In words.
    pub name: String,
    /// How it is given away.
    pub how: How,
    /// The share of its range that stays open to whoever has the extract, 0 to 1.
    pub left_open: f64,
    /// Through what, the most telling first.
    pub through: Vec<ShownThrough>,
    /// All of it in a sentence.
    pub sentence: String,
}

/// What an extract gives away, for whoever hands it over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ExtractAccount {
    /// How many figures of the case stay in the extract.
    pub stay: usize,
    /// Figures left out that it gives away, the surest first.
    pub gives_away: Vec<GivenAway>,
    /// How many figures left out it does not give away, as far as this can be seen.
    pub kept: usize,
    /// Paths of the figures for which this could not be judged: at an end of their range the case has no answer.
    pub not_judged: Vec<String>,
    /// Over how many draws it was judged.
    pub draws: u64,
}

/// A figure in question.
struct Figure {
    id: NumberId,
    path: String,
    low: f64,
    high: f64,
    central: f64,
    /// Whether it belongs to somebody who is left out.
    left_out: bool,
}

/// A shown number: the place where it stands, in the order of the extract as it is, and which of the numbers there it is.
type At = (usize, usize);

/// A shown number that moves.
#[derive(Debug, Clone, Copy)]
struct Moved {
    at: At,
    /// By how many of its last digits.
    by: f64,
    /// From what, and to what.
    ends: [f64; 2],
}

/// What becomes of the shown numbers as one figure changes.
#[derive(Debug, Default)]
struct Seen {
    /// From the lower end of its range to the upper.
    over_range: Vec<Moved>,
    /// From a little below where it lies to a little above, for a change by its whole range.
    nearby: Vec<Moved>,
    /// Words that stand there at one end of the range only.
    words: Option<Place>,
}

/// The extract as it is, as its numbers stand in it.
struct Base {
    places: Vec<Place>,
    index: BTreeMap<String, usize>,
}

impl Base {
    fn of(shown: ShownNumbers) -> Self {
        let (keys, places): (Vec<String>, Vec<Place>) = shown.into_iter().unzip();
        Self { places, index: keys.into_iter().zip(0..).collect() }
    }

    fn number(&self, (place, n): At) -> Option<Shown> {
        self.places.get(place)?.numbers.get(n).copied()
    }

    /// What moves between two extracts; `times` is by how much more it would move over a whole range.
    fn moved(&self, from: &ShownNumbers, to: &ShownNumbers, times: f64) -> Vec<Moved> {
        let mut moved = Vec::new();
        for (key, place) in from {
            let (Some(other), Some(index)) = (to.get(key), self.index.get(key)) else { continue };
            for (n, (a, b)) in place.numbers.iter().zip(&other.numbers).enumerate() {
                let by = (b.digits() - a.digits()) * times;
                if by != 0.0 && self.number((*index, n)).is_some() {
                    moved.push(Moved { at: (*index, n), by, ends: [a.value, b.value] });
                }
            }
        }
        moved
    }
}

impl ExtractAccount {
    /// Judges the extract that a choice makes.
    pub(super) fn of(
        sitting: &Sitting,
        choice: &ExtractChoice,
        left: &LeftOut,
    ) -> Result<Self, SittingError> {
        let first = sitting.first()?;
        let case = first.case();
        let judge = Judge { sitting: &first, marked: marked_case(case, left), choice, left };
        let page = page_of(&first, first.options(), judge.marked.clone(), choice, left)?.page;
        let told = paths(&page);
        let told: BTreeSet<&str> = told.iter().map(String::as_str).collect();
        let base = Base::of(shown(&page));
        let (stay, asked): (Vec<_>, Vec<_>) =
            stated(case).partition(|(_, number)| told.contains(number.path.as_str()));
        let figures: Vec<Figure> =
            asked.into_iter().map(|(id, number)| figure(case, left, id, number)).collect();
        sitting.progress().expect(figures.len() as u64);
        let seen = figures.par_iter().map(|figure| {
            let seen = judge.seen(&base, figure);
            unless_cancelled(|| sitting.progress().step())?;
            match seen {
                Err(SittingError::Cancelled(cancelled)) => Err(SittingError::Cancelled(cancelled)),
                // What the case would not bear is no place where the figure could lie.
                other => Ok(other.ok()),
            }
        });
        let seen: Vec<Option<Seen>> = seen.collect::<Result<_, SittingError>>()?;
        let mut account = judged(case, &base, &figures, &seen);
        account.stay += stay.len();
        account.draws = first.draws()?;
        Ok(account)
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
    sitting: &'a Sitting,
    marked: Case,
    choice: &'a ExtractChoice,
    left: &'a LeftOut,
}

impl Judge<'_> {
    fn seen(&self, base: &Base, figure: &Figure) -> Result<Seen, SittingError> {
        let [low, high] =
            [figure.low, figure.high].map(Uncertain::Known).map(|value| self.with(figure.id, value));
        let (low, high) = (low?, high?);
        let only = |of: &ShownNumbers, other: &ShownNumbers| {
            of.iter().find(|(key, _)| !other.contains_key(*key)).map(|(_, place)| place.clone())
        };
        let words = only(&low, &high).or_else(|| only(&high, &low));
        let over_range = base.moved(&low, &high, 1.0);
        drop((low, high));
        let stated = self.sitting.case().numbers[figure.id].value;
        let [down, up] = [-1.0, 1.0].map(|to| self.with(figure.id, nudged(stated, figure, to * NUDGE)));
        Ok(Seen { over_range, nearby: base.moved(&down?, &up?, 0.5 / NUDGE), words })
    }

    /// What the extract shows with another figure.
    fn with(&self, id: NumberId, value: Uncertain) -> Result<ShownNumbers, SittingError> {
        let mut case = self.marked.clone();
        case.numbers[id].value = value;
        Ok(shown(&page_of(self.sitting, self.sitting.options(), case, self.choice, self.left)?.page))
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

/// Which figures move each shown number, and by how many of its last digits.
fn rows(seen: &[Option<Seen>], of: impl Fn(&Seen) -> &[Moved]) -> BTreeMap<At, Moves> {
    let mut rows: BTreeMap<At, Moves> = BTreeMap::new();
    for (j, seen) in seen.iter().enumerate() {
        for moved in seen.iter().flat_map(&of) {
            rows.entry(moved.at).or_default().push((j, moved.by));
        }
    }
    rows
}

/// The account from what was seen of each figure.
fn judged(case: &Case, base: &Base, figures: &[Figure], seen: &[Option<Seen>]) -> ExtractAccount {
    let over_range = rows(seen, |seen| &seen.over_range);
    let alone = |at: At, j: usize, among: &dyn Fn(usize) -> bool| {
        over_range.get(&at).is_some_and(|row| row.iter().all(|(k, _)| *k == j || !among(*k)))
    };
    let own = |j: usize| seen[j].iter().flat_map(|seen| &seen.over_range);
    // A figure that a number is, and that nobody left out has stated, is no secret.
    let stays: Vec<bool> = (0..figures.len())
        .map(|j| {
            !figures[j].left_out
                && own(j).any(|moved| {
                    follows(&figures[j], base, moved) == Some(Follows::Itself)
                        && alone(moved.at, j, &|_| true)
                })
        })
        .collect();
    let secret: Vec<usize> = (0..figures.len()).filter(|j| !stays[*j]).collect();
    let column: BTreeMap<usize, usize> = secret.iter().enumerate().map(|(at, j)| (*j, at)).collect();
    // The same number shown in several places says the same once.
    let mut distinct = BTreeSet::new();
    let mut equations: Vec<Moves> = Vec::new();
    for row in rows(seen, |seen| &seen.nearby).into_values() {
        let row: Moves = row.into_iter().filter_map(|(j, by)| Some((*column.get(&j)?, by))).collect();
        let bits: Vec<(usize, u64)> = row.iter().map(|(j, by)| (*j, by.to_bits())).collect();
        if !row.is_empty() && distinct.insert(bits) {
            equations.push(row);
        }
    }
    let open = left_open(secret.len(), &equations);
    let mut account = ExtractAccount { stay: figures.len() - secret.len(), ..ExtractAccount::default() };
    for (j, open) in secret.iter().zip(open) {
        let figure = &figures[*j];
        let Some(seen) = &seen[*j] else {
            account.not_judged.push(figure.path.clone());
            continue;
        };
        let alone = |at: At| alone(at, *j, &|k| column.contains_key(&k));
        match given_away(case, base, figure, seen, open, &alone) {
            Some(given) => account.gives_away.push(given),
            None => account.kept += 1,
        }
    }
    account.gives_away.sort_by(|a, b| a.how.cmp(&b.how).then(a.left_open.total_cmp(&b.left_open)));
    account
}

/// How a shown number follows a figure one for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// It is the figure.
    Itself,
    /// It is what the figure lacks to one.
    Complement,
    /// It is the figure beside what does not change with it.
    Sum,
}

fn follows(figure: &Figure, base: &Base, moved: &Moved) -> Option<Follows> {
    let number = base.number(moved.at)?;
    let slope = moved.by * number.unit / (figure.high - figure.low);
    // Both ends are rounded: the slope is known to one digit in so many.
    if moved.by.abs() < TELLING_DIGITS || (slope.abs() - 1.0).abs() > 1.0 / moved.by.abs() {
        return None;
    }
    let is = |value: f64| (number.value - value).abs() <= number.unit;
    Some(if slope > 0.0 && is(figure.central) {
        Follows::Itself
    } else if slope < 0.0 && is(1.0 - figure.central) {
        Follows::Complement
    } else {
        Follows::Sum
    })
}

/// Whether and how one figure is given away.
fn given_away(
    case: &Case,
    base: &Base,
    figure: &Figure,
    seen: &Seen,
    open: f64,
    alone: &dyn Fn(At) -> bool,
) -> Option<GivenAway> {
    let name = figure_names::of_path(case, &figure.path);
    let through = |moved: &Moved| {
        let place = &base.places[moved.at.0];
        ShownThrough {
            section: place.section.clone(),
            words: place.around(moved.at.1),
            number: Some(moved.at.1 + 1),
            at_low: Some(moved.ends[0]),
            at_high: Some(moved.ends[1]),
        }
    };
    let given = |how, through: Vec<ShownThrough>, told: String| GivenAway {
        path: figure.path.clone(),
        name: name.clone(),
        how,
        left_open: open,
        through,
        sentence: format!("{}: {told}", words::sentence(&name)),
    };
    let mut moved: Vec<&Moved> = seen.over_range.iter().collect();
    moved.sort_by(|a, b| b.by.abs().total_cmp(&a.by.abs()).then(a.at.cmp(&b.at)));
    let standing = moved.iter().filter(|moved| alone(moved.at));
    let standing = standing.filter_map(|moved| Some((follows(figure, base, moved)?, *moved)));
    if let Some((follows, moved)) = standing.min_by_key(|(follows, _)| *follows as u8) {
        let as_what = match follows {
            Follows::Itself => "as it is",
            Follows::Complement => "as what it lacks to one",
            Follows::Sum => "beside what does not change with it",
        };
        let through = through(moved);
        let told = format!("it stands in the extract all the same, {as_what}: {}.", through.quoted());
        return Some(given(How::Stands, vec![through], told));
    }
    let shown: Vec<ShownThrough> = moved.iter().take(NAMED).map(|moved| through(moved)).collect();
    if let Some(first) = shown.first() {
        let example = first.going();
        return Some(if open <= WORKED_OUT {
            let told = format!(
                "it can be worked out to within {} of its range, from {} together. From one end of the range to the other, {example}.",
                words::percent(open),
                words::plural(moved.len(), "shown number", "shown numbers"),
            );
            given(How::WorkedOut, shown, told)
        } else {
            given(
                How::Hinted,
                shown,
                format!("it is hinted at. From one end of its range to the other, {example}."),
            )
        });
    }
    // The words may differ where no number can be set beside another.
    let place = seen.words.as_ref()?;
    let (section, words) = (place.section.clone(), place.around(0));
    let through = ShownThrough { section, words, number: None, at_low: None, at_high: None };
    let told =
        format!("it is hinted at. At one end of its range alone the extract says {}.", through.quoted());
    Some(given(How::Hinted, vec![through], told))
}

impl ShownThrough {
    /// The words and the section in which they stand.
    fn quoted(&self) -> String {
        format!("“{}” ({})", self.words, self.section)
    }

    /// From what to what the number goes.
    fn going(&self) -> String {
        let [low, high] = [self.at_low, self.at_high].map(|end| end.map_or_else(String::new, in_few_digits));
        format!("{} goes from {low} to {high}", self.quoted())
    }
}

/// A number in few digits.
fn in_few_digits(x: f64) -> String {
    let text = format!("{x:.3}");
    text.trim_end_matches('0').trim_end_matches('.').replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The account of an extract whose shown numbers are `matrix · x`, with figures x between 0 and 1 that belong to somebody left out.
    fn linear(matrix: &[[i32; 4]; 3]) -> ExtractAccount {
        let unit = 0.001;
        let at = |x: [f64; 4]| -> ShownNumbers {
            let row = |row: &[i32; 4]| row.iter().zip(x).map(|(a, x)| f64::from(*a) * x).sum::<f64>();
            let place = |(i, of): (usize, &[i32; 4])| {
                let numbers = vec![Shown { value: row(of), unit }];
                (
                    format!("{i}"),
                    Place { section: "s".to_owned(), words: format!("number {i} is #"), numbers },
                )
            };
            matrix.iter().enumerate().map(place).collect()
        };
        let middle = [0.5; 4];
        let with = |j: usize, x: f64| {
            let mut all = middle;
            all[j] = x;
            at(all)
        };
        let base = Base::of(at(middle));
        let (mut figures, mut seen) = (Vec::new(), Vec::new());
        for j in 0..4 {
            figures.push(Figure {
                id: NumberId(j),
                path: format!("x{j}"),
                low: 0.0,
                high: 1.0,
                central: 0.5,
                left_out: true,
            });
            seen.push(Some(Seen {
                over_range: base.moved(&with(j, 0.0), &with(j, 1.0), 1.0),
                nearby: base.moved(&with(j, 0.5 - NUDGE), &with(j, 0.5 + NUDGE), 0.5 / NUDGE),
                words: None,
            }));
        }
        judged(&Case::default(), &base, &figures, &seen)
    }

    /// The rank over the rationals, by elimination without division.
    fn rank(mut rows: Vec<[i64; 4]>) -> usize {
        let mut rank = 0;
        for column in 0..4 {
            let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
            rows.swap(rank, pivot);
            let of = rows[rank];
            for row in rows.iter_mut().skip(rank + 1) {
                let times = row[column];
                for (x, p) in row.iter_mut().zip(of) {
                    *x = *x * of[column] - p * times;
                }
            }
            rank += 1;
        }
        rank
    }

    /// All that algebra says of thousands of linear extracts: a figure stands there if a number is it alone; it can be worked out exactly if its
    /// unit vector lies in the row space; it is hinted at if anything moves with it; else it is kept.
    #[test]
    fn what_can_be_worked_out_is_what_algebra_says() {
        let mut counts = [0; 4];
        for code in (0..531_441u32).step_by(97) {
            let mut digits = code;
            let mut matrix = [[0; 4]; 3];
            for x in matrix.iter_mut().flatten() {
                *x = (digits % 3) as i32 - 1;
                digits /= 3;
            }
            let account = linear(&matrix);
            let rows: Vec<[i64; 4]> = matrix.iter().map(|row| row.map(i64::from)).collect();
            for j in 0..4 {
                let path = format!("x{j}");
                let found = account.gives_away.iter().find(|given| given.path == path).map(|given| given.how);
                let alone = |row: &[i32; 4]| row.iter().enumerate().all(|(k, a)| (*a != 0) == (k == j));
                let mut with_unit = rows.clone();
                with_unit.push([0, 1, 2, 3].map(|k| i64::from(k == j)));
                let expected = if matrix.iter().any(alone) {
                    Some(How::Stands)
                } else if rank(with_unit) == rank(rows.clone()) {
                    Some(How::WorkedOut)
                } else {
                    matrix.iter().any(|row| row[j] != 0).then_some(How::Hinted)
                };
                assert_eq!(found, expected, "{path} of {matrix:?}: {account:#?}");
                counts[expected.map_or(3, |how| how as usize)] += 1;
            }
        }
        assert!(counts.iter().all(|count| *count > 500), "{counts:?}");
    }
}
