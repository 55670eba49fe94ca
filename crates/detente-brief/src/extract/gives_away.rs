//! What an extract still gives away: which of the figures and red lines that it leaves out stand in it all the same, can be worked out, or are
//! hinted at.
//!
//! **Judged against** a reader who has the extract, knows the structure of the case and how Detente reckons, and of every figure left
//! out its range, but not where in the range it lies. **How**: the extract is made anew from the first draws, the same ones, with one figure at a
//! time set to each end of its range, and with its middle nudged by a tenth of the range to either side, all else as it is
//! ([`looks`](super::looks)). What the shown numbers do, at the precision at which they are shown, tells what they say. A figure stated without a
//! range gets one of a tenth of its scale to either side.
//!
//! - A figure **stays**, and is not left out, if its path is shown, or a number or a range that is it ([`standing`](super::standing)), or a
//!   number that follows it one for one and follows nothing else; unless it belongs to somebody who is left out.
//! - It **stands** in the extract all the same if a number or a range there is it, in composed words or in the analyst's own, or if some shown
//!   number follows it one for one, or goes down as it goes up, and follows no other figure that is left out.
//! - It can be **worked out** if, on the linear account of [`resolution`](super::resolution) from the nudges, a tenth of its range or less
//!   stays open.
//! - It is **hinted at** if some shown number, or the words, differ between the ends of its range.
//!
//! Red lines on options have no range: the extract is made anew without them ([`red_lines`](super::red_lines)).

use std::collections::{BTreeMap, BTreeSet};

use detente_model::{Case, NumberId};

use super::red_lines::{RedLine, RedLineSeen};
use super::resolution::{Moves, left_open};
use super::shown::{Place, Shown, ShownNumbers};
use super::standing::{InWords, Standing};
use crate::compose::figure_names;
use crate::words;

/// A figure of which no more of its range stays open can be worked out.
const WORKED_OUT: f64 = 0.1;
/// A shown number that moves by fewer of its last digits cannot be told to follow a figure one for one.
const TELLING_DIGITS: f64 = 4.0;
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

/// A figure or a red line that an extract leaves out and gives away.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenAway {
    /// Its path in the case file.
    pub path: String,
    /// Whether it belongs to somebody who is left out.
    pub of_somebody_left_out: bool,
    /// Whether it is a red line on options, which is no number and has no range.
    pub red_line: bool,
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
    /// Paths of the figures and red lines of the case that stay in the extract.
    pub stay: Vec<String>,
    /// What is left out and given away: first what belongs to somebody who is left out, and of that the surest first.
    pub gives_away: Vec<GivenAway>,
    /// Paths of what is left out and not given away, as far as this can be seen.
    pub kept: Vec<String>,
    /// Paths of the figures for which this could not be judged: at an end of their range the case has no answer.
    pub not_judged: Vec<String>,
    /// Over how many draws it was judged.
    pub draws: u64,
}

/// A figure in question.
pub(super) struct Figure {
    pub id: NumberId,
    pub path: String,
    pub low: f64,
    pub high: f64,
    pub central: f64,
    /// Whether it belongs to somebody who is left out.
    pub left_out: bool,
}

/// A shown number: the place where it stands, in the order of the extract as it is, and which of the numbers there it is.
pub(super) type At = (usize, usize);

/// A shown number that moves.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moved {
    pub at: At,
    /// By how many of its last digits.
    pub by: f64,
    /// From what, and to what.
    pub ends: [f64; 2],
}

/// What becomes of the shown numbers as one figure changes.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// From the lower end of its range to the upper.
    pub over_range: Vec<Moved>,
    /// From a little below where it lies to a little above, for a change by its whole range.
    pub nearby: Vec<Moved>,
    /// Words that stand there at one end of the range only.
    pub words: Option<Place>,
    /// Where it stands in composed words.
    pub standing: Option<Standing>,
}

/// The extract as it is, as its numbers stand in it.
pub(super) struct Base {
    pub shown: ShownNumbers,
    places: Vec<Place>,
    index: BTreeMap<String, usize>,
}

impl Base {
    pub fn of(shown: ShownNumbers) -> Self {
        let (keys, places): (Vec<String>, Vec<Place>) = shown.clone().into_iter().unzip();
        Self { shown, places, index: keys.into_iter().zip(0..).collect() }
    }

    fn number(&self, (place, n): At) -> Option<Shown> {
        self.places.get(place)?.numbers.get(n).copied()
    }

    /// What moves between two extracts; `times` is by how much more it would move over a whole range.
    pub fn moved(&self, from: &ShownNumbers, to: &ShownNumbers, times: f64) -> Vec<Moved> {
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

    /// A shown number that moves, as what gives something away.
    fn through(&self, moved: &Moved) -> ShownThrough {
        let place = &self.places[moved.at.0];
        ShownThrough {
            section: place.section.clone(),
            words: place.around(moved.at.1),
            number: Some(moved.at.1 + 1),
            at_low: Some(moved.ends[0]),
            at_high: Some(moved.ends[1]),
        }
    }
}

/// What was seen of a figure, and where it stands in the analyst's own words.
pub(super) struct FigureSeen {
    /// `None` if at an end of its range the case has no answer.
    pub seen: Option<Seen>,
    pub in_words: Option<InWords>,
}

/// Which figures move each shown number, and by how many of its last digits.
fn rows<'s>(seen: &[Option<&'s Seen>], of: impl Fn(&'s Seen) -> &'s [Moved]) -> BTreeMap<At, Moves> {
    let mut rows: BTreeMap<At, Moves> = BTreeMap::new();
    for (j, seen) in seen.iter().enumerate() {
        for moved in seen.iter().flat_map(|seen| of(seen)) {
            rows.entry(moved.at).or_default().push((j, moved.by));
        }
    }
    rows
}

/// The account from what was seen of each figure and red line.
pub(super) fn judged(
    case: &Case,
    base: &Base,
    figures: &[Figure],
    all: &[FigureSeen],
    red_lines: &[(RedLine, Option<RedLineSeen>)],
) -> ExtractAccount {
    let seen: Vec<Option<&Seen>> = all.iter().map(|all| all.seen.as_ref()).collect();
    let over_range = rows(&seen, |seen| &seen.over_range);
    let alone = |at: At, j: usize, among: &dyn Fn(usize) -> bool| {
        over_range.get(&at).is_some_and(|row| row.iter().all(|(k, _)| *k == j || !among(*k)))
    };
    let own = |j: usize| seen[j].iter().flat_map(|seen| &seen.over_range);
    let stands = |j: usize| {
        let in_words = all[j].in_words.as_ref().is_some_and(|words| words.range);
        in_words || seen[j].is_some_and(|seen| seen.standing.is_some())
    };
    // A figure that a number is, and that nobody left out has stated, is no secret.
    let stays: Vec<bool> = (0..figures.len())
        .map(|j| {
            let follows_alone = |moved: &Moved| {
                follows(&figures[j], base, moved) == Some(Follows::Itself) && alone(moved.at, j, &|_| true)
            };
            !figures[j].left_out && (stands(j) || own(j).any(follows_alone))
        })
        .collect();
    let secret: Vec<usize> = (0..figures.len()).filter(|j| !stays[*j]).collect();
    let column: BTreeMap<usize, usize> = secret.iter().enumerate().map(|(at, j)| (*j, at)).collect();
    // The same number shown in several places says the same once.
    let mut distinct = BTreeSet::new();
    let mut equations: Vec<Moves> = Vec::new();
    for row in rows(&seen, |seen| &seen.nearby).into_values() {
        let row: Moves = row.into_iter().filter_map(|(j, by)| Some((*column.get(&j)?, by))).collect();
        let bits: Vec<(usize, u64)> = row.iter().map(|(j, by)| (*j, by.to_bits())).collect();
        if !row.is_empty() && distinct.insert(bits) {
            equations.push(row);
        }
    }
    let open = left_open(secret.len(), &equations);
    let stay = (0..figures.len()).filter(|j| stays[*j]).map(|j| figures[j].path.clone()).collect();
    let mut account = ExtractAccount { stay, ..ExtractAccount::default() };
    for (j, open) in secret.iter().zip(open) {
        let figure = &figures[*j];
        let alone = |at: At| alone(at, *j, &|k| column.contains_key(&k));
        let judging = Judging { case, base, figure, open };
        match judging.given_away(seen[*j], all[*j].in_words.as_ref(), &alone) {
            Some(given) => account.gives_away.push(given),
            None if seen[*j].is_none() => account.not_judged.push(figure.path.clone()),
            None => account.kept.push(figure.path.clone()),
        }
    }
    for (line, seen) in red_lines {
        match seen {
            None => account.not_judged.push(line.path.clone()),
            Some(seen) => match of_red_line(base, line, seen) {
                Some(given) if given.how == How::Stands && !line.left_out => {
                    account.stay.push(line.path.clone());
                }
                Some(given) => account.gives_away.push(given),
                None => account.kept.push(line.path.clone()),
            },
        }
    }
    account.gives_away.sort_by(|a, b| {
        let hidden = b.of_somebody_left_out.cmp(&a.of_somebody_left_out);
        hidden.then(a.how.cmp(&b.how)).then(a.left_open.total_cmp(&b.left_open))
    });
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

/// A figure that is judged.
struct Judging<'a> {
    case: &'a Case,
    base: &'a Base,
    figure: &'a Figure,
    /// The share of its range that stays open.
    open: f64,
}

impl Judging<'_> {
    fn given(&self, how: How, through: Vec<ShownThrough>, told: &str) -> GivenAway {
        let name = figure_names::of_path(self.case, &self.figure.path);
        GivenAway {
            path: self.figure.path.clone(),
            of_somebody_left_out: self.figure.left_out,
            red_line: false,
            how,
            left_open: if how == How::Stands { 0.0 } else { self.open },
            through,
            sentence: format!("{}: {told}", words::sentence(&name)),
            name,
        }
    }

    /// Whether and how it is given away.
    fn given_away(
        &self,
        seen: Option<&Seen>,
        in_words: Option<&InWords>,
        alone: &dyn Fn(At) -> bool,
    ) -> Option<GivenAway> {
        if let Some(standing) = seen.and_then(|seen| seen.standing.as_ref()) {
            return self.in_composed_words(standing);
        }
        if let Some(found) = in_words.filter(|found| found.range) {
            return Some(self.in_analysts_words(found));
        }
        seen.and_then(|seen| self.by_what_moves(seen, alone))
            .filter(|given| given.how != How::Hinted || in_words.is_none())
            .or_else(|| in_words.map(|found| self.in_analysts_words(found)))
    }

    /// It stands there in composed words.
    fn in_composed_words(&self, standing: &Standing) -> Option<GivenAway> {
        let place = self.base.shown.get(&standing.key)?;
        let as_what = if standing.range { "as its range" } else { "as it is" };
        let told = format!(
            "it stands in the extract all the same, {as_what}: “{}” ({}).",
            place.quoted(),
            place.section
        );
        let through = ShownThrough {
            section: place.section.clone(),
            words: place.around(standing.number),
            number: Some(standing.number + 1),
            at_low: Some(self.figure.low),
            at_high: Some(self.figure.high),
        };
        Some(self.given(How::Stands, vec![through], &told))
    }

    /// It stands there in the analyst's words. A single number there may be another one.
    fn in_analysts_words(&self, found: &InWords) -> GivenAway {
        let through = ShownThrough {
            section: found.section.clone(),
            words: found.words.clone(),
            number: None,
            at_low: None,
            at_high: None,
        };
        let quoted = through.quoted();
        if found.range {
            let told = format!(
                "it stands in the extract all the same, as its range in words of the case: {quoted}."
            );
            self.given(How::Stands, vec![through], &told)
        } else {
            let told = format!("it is hinted at. The same number stands in words of the case: {quoted}.");
            self.given(How::Hinted, vec![through], &told)
        }
    }

    fn by_what_moves(&self, seen: &Seen, alone: &dyn Fn(At) -> bool) -> Option<GivenAway> {
        let Self { base, figure, open, .. } = *self;
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
            let through = base.through(moved);
            let told = format!("it stands in the extract all the same, {as_what}: {}.", through.quoted());
            return Some(self.given(How::Stands, vec![through], &told));
        }
        let shown: Vec<ShownThrough> = moved.iter().take(NAMED).map(|moved| base.through(moved)).collect();
        if let Some(first) = shown.first() {
            let example = first.going();
            return Some(if open <= WORKED_OUT {
                let told = format!(
                    "it can be worked out to within {} of its range, from {} together. From one end of the range to the other, {example}.",
                    words::percent(open),
                    words::plural(moved.len(), "shown number", "shown numbers"),
                );
                self.given(How::WorkedOut, shown, &told)
            } else {
                let told = format!("it is hinted at. From one end of its range to the other, {example}.");
                self.given(How::Hinted, shown, &told)
            });
        }
        // The words may differ where no number can be set beside another.
        let through = ShownThrough::words_of(seen.words.as_ref()?);
        let told =
            format!("it is hinted at. At one end of its range alone the extract says {}.", through.quoted());
        Some(self.given(How::Hinted, vec![through], &told))
    }
}

/// Whether and how a red line on options is given away.
fn of_red_line(base: &Base, line: &RedLine, seen: &RedLineSeen) -> Option<GivenAway> {
    let given = |how, through: Vec<ShownThrough>, told: String| GivenAway {
        path: line.path.clone(),
        of_somebody_left_out: line.left_out,
        red_line: true,
        name: line.name.clone(),
        how,
        left_open: if how == How::Stands { 0.0 } else { 1.0 },
        through,
        sentence: format!("{}: {told}", words::sentence(&line.name)),
    };
    if let Some(place) = &seen.stands {
        let told =
            format!("it stands in the extract all the same: “{}” ({}).", place.quoted(), place.section);
        return Some(given(How::Stands, vec![ShownThrough::words_of(place)], told));
    }
    let mut moved: Vec<&Moved> = seen.moved.iter().collect();
    moved.sort_by(|a, b| b.by.abs().total_cmp(&a.by.abs()).then(a.at.cmp(&b.at)));
    let shown: Vec<ShownThrough> = moved.iter().take(NAMED).map(|moved| base.through(moved)).collect();
    if let Some(first) = shown.first() {
        let told = format!("it is hinted at. With it and without it, {}.", first.going());
        return Some(given(How::Hinted, shown, told));
    }
    if let Some(found) = &seen.in_words {
        let through = ShownThrough {
            section: found.section.clone(),
            words: found.words.clone(),
            number: None,
            at_low: None,
            at_high: None,
        };
        let told = format!("it is hinted at in words of the case: {}.", through.quoted());
        return Some(given(How::Hinted, vec![through], told));
    }
    let through = ShownThrough::words_of(seen.words.as_ref()?);
    let told = format!("it is hinted at. With it or without it alone the extract says {}.", through.quoted());
    Some(given(How::Hinted, vec![through], told))
}

impl ShownThrough {
    /// Words that differ.
    fn words_of(place: &Place) -> Self {
        let words = if place.numbers.is_empty() { place.quoted() } else { place.around(0) };
        Self { section: place.section.clone(), words, number: None, at_low: None, at_high: None }
    }

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
    use crate::extract::looks::NUDGE;

    /// The account of an extract whose shown numbers are `matrix · x`, with figures x between 0 and 1 that belong to somebody left out.
    fn linear(matrix: &[[i32; 4]; 3]) -> ExtractAccount {
        let unit = 0.001;
        let at = |x: [f64; 4]| -> ShownNumbers {
            let row = |row: &[i32; 4]| row.iter().zip(x).map(|(a, x)| f64::from(*a) * x).sum::<f64>();
            let place = |(i, of): (usize, &[i32; 4])| {
                let numbers = vec![Shown { value: row(of), unit }];
                let words = format!("number {i} is #");
                (format!("{i}"), Place { section: "s".to_owned(), said: words.clone(), words, numbers })
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
            let saw = Seen {
                over_range: base.moved(&with(j, 0.0), &with(j, 1.0), 1.0),
                nearby: base.moved(&with(j, 0.5 - NUDGE), &with(j, 0.5 + NUDGE), 0.5 / NUDGE),
                ..Seen::default()
            };
            seen.push(FigureSeen { seen: Some(saw), in_words: None });
        }
        judged(&Case::default(), &base, &figures, &seen, &[])
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
