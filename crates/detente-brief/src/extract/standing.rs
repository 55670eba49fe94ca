//! What of a figure stands on a page in so many words: its range, its middle, or an end of its range.
//!
//! **Composed words** are judged by what they do. A number or a range of the extract is the figure if it is what was stated of it in the extract
//! as it is, and is what was stated in each other look too, where something else was; and if it is not the same in all of them. So a bare `2`
//! that counts something else is no figure of 2: it stays as the figure changes, or changes otherwise.
//!
//! **The analyst's own words** (titles, names, remarks, claims, sources) do not change with a figure. A range among them is the figure if both
//! of its ends are exactly those that were stated. A single number is taken for the figure only if it could hardly be anything else: it is
//! exactly what was stated, has three digits that count or is followed by the unit of the issue, and is no option of the issue, which
//! stands on the page by itself.

use std::collections::BTreeSet;

use detente_model::{Case, Choice, Uncertain};

use super::analysts_words::AnalystsWords;
use super::printed::{Printed, makes_a_range, numbers, other_readings};
use super::shown::{Place, Shown, ShownNumbers};

/// From so many digits that count on a number can hardly be another one.
const TELLING: usize = 3;
/// Of the looks at other values so many must have the words, for what stands in them to be told.
const LOOKS: usize = 2;

/// Another look at the extract: what it shows, and what the figure is stated as there.
pub(super) struct Look<'s> {
    pub shown: &'s ShownNumbers,
    pub stated: Uncertain,
}

/// Where a figure stands in composed words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Standing {
    /// The place, by what it is known by.
    pub key: String,
    /// Which of the numbers there, from 0; the first of a range.
    pub number: usize,
    /// Whether its range stands there, and not a single number.
    pub range: bool,
}

/// A single value that was stated, or follows from what was.
type Single = fn(Uncertain) -> f64;

const SINGLES: [Single; 4] =
    [Uncertain::central, Uncertain::low, Uncertain::high, |stated| 1.0 - stated.central()];

/// Whether a number, as it is shown, is a value.
fn is(shown: Shown, value: f64) -> bool {
    (shown.value - value).abs() <= 0.5 * shown.unit + 1e-9 * value.abs().max(shown.unit)
}

fn ends_at(place: &Place, n: usize) -> Option<[Shown; 2]> {
    let pair = [*place.numbers.get(n)?, *place.numbers.get(n + 1)?];
    makes_a_range(place.between(n)?).then_some(pair)
}

fn is_range(pair: [Shown; 2], stated: Uncertain) -> bool {
    is(pair[0], stated.low()) && is(pair[1], stated.high())
}

/// The words that stand right before and behind a range.
fn around(place: &Place, n: usize) -> [&str; 2] {
    let before = n.checked_sub(1).map_or_else(|| place.before_first(), |before| place.between(before));
    let before = before.and_then(|words| words.split_whitespace().next_back());
    let after = place.between(n + 1).and_then(|words| words.split_whitespace().next());
    [before, after].map(Option::unwrap_or_default)
}

/// Where a figure that is stated in this way stands in composed words; what each other look shows decides.
pub(super) fn in_composed_words(
    shown: &ShownNumbers,
    stated: Uncertain,
    looks: &[Look<'_>],
) -> Option<Standing> {
    range_in(shown, stated, looks).or_else(|| number_in(shown, stated, looks))
}

fn range_in(shown: &ShownNumbers, stated: Uncertain, looks: &[Look<'_>]) -> Option<Standing> {
    let looks: Vec<&Look<'_>> = looks.iter().filter(|look| !look.stated.is_known()).collect();
    if stated.is_known() || looks.is_empty() {
        return None;
    }
    let differ = |a: [Shown; 2], b: [Shown; 2]| a.iter().zip(b).any(|(a, b)| a.digits() != b.digits());
    for (key, place) in shown {
        for n in 0..place.numbers.len().saturating_sub(1) {
            if !is(place.numbers[n], stated.low()) {
                continue;
            }
            let Some(pair) = ends_at(place, n).filter(|pair| is_range(*pair, stated)) else { continue };
            let at = |look: &&Look<'_>| -> Option<[Shown; 2]> {
                let here = look.shown.get(key).and_then(|place| ends_at(place, n));
                here.filter(|pair| is_range(*pair, look.stated)).or_else(|| {
                    // The words around it may have changed with it; those beside it have not.
                    let others = look.shown.values().filter(|other| other.section == place.section);
                    let mut ranges =
                        others.flat_map(|other| (0..other.numbers.len()).map(move |n| (other, n)));
                    ranges.find_map(|(other, m)| {
                        let pair = ends_at(other, m).filter(|pair| is_range(*pair, look.stated))?;
                        (around(other, m) == around(place, n)).then_some(pair)
                    })
                })
            };
            let found: Vec<Option<[Shown; 2]>> = looks.iter().map(at).collect();
            let everywhere = found.iter().all(Option::is_some);
            if everywhere && found.iter().flatten().any(|other| differ(pair, *other)) {
                return Some(Standing { key: key.clone(), number: n, range: true });
            }
        }
    }
    None
}

fn number_in(shown: &ShownNumbers, stated: Uncertain, looks: &[Look<'_>]) -> Option<Standing> {
    for single in SINGLES {
        for (key, place) in shown {
            for (n, number) in place.numbers.iter().enumerate() {
                if !is(*number, single(stated)) {
                    continue;
                }
                let there = looks.iter().filter_map(|look| {
                    let number = look.shown.get(key)?.numbers.get(n)?;
                    Some((*number, single(look.stated)))
                });
                let there: Vec<(Shown, f64)> = there.collect();
                let follows = there.len() >= LOOKS && there.iter().all(|(number, value)| is(*number, *value));
                let distinct: BTreeSet<i64> = there
                    .iter()
                    .map(|(number, _)| *number)
                    .chain([*number])
                    .map(|n| n.digits() as i64)
                    .collect();
                // Of two looks one must differ by more than what rounding does.
                let moves =
                    distinct.last().zip(distinct.first()).is_some_and(|(most, least)| most - least >= 2)
                        || distinct.len() > 2;
                if follows && moves {
                    return Some(Standing { key: key.clone(), number: n, range: false });
                }
            }
        }
    }
    None
}

/// Where a figure stands in the analyst's own words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct InWords {
    /// The heading of the section.
    pub section: String,
    /// The words.
    pub words: String,
    /// Whether its range stands there, and not a single number.
    pub range: bool,
}

/// Where a figure, stated in this way under this path, stands in the analyst's own words; a range before a single number.
pub(super) fn in_analysts_words(
    case: &Case,
    path: &str,
    stated: Uncertain,
    words: &AnalystsWords,
) -> Option<InWords> {
    let exactly = |number: &Printed, value: f64| {
        !number.dated && (number.value - value).abs() <= 1e-9 * value.abs().max(1e-3)
    };
    let issue = path.strip_prefix("positions.").and_then(|rest| rest.split('.').nth(1));
    let issue = issue.and_then(|id| case.issues.iter().find(|issue| issue.id == id));
    let unit = issue.and_then(|issue| issue.unit.as_deref()).map(str::to_lowercase);
    let is_option = |value: f64| {
        let options = issue.map(|issue| issue.options.as_slice()).unwrap_or_default();
        options.iter().any(|option| matches!(option, Choice::Number(x) if *x == value))
    };
    let mut single = None;
    for said in words.iter() {
        for reading in std::iter::once(said.words.to_owned()).chain(other_readings(said.words)) {
            let found = numbers(&reading);
            let ends = found.windows(2).any(|pair| {
                let between = reading.get(pair[0].to..pair[1].from).unwrap_or_default();
                makes_a_range(between) && exactly(&pair[0], stated.low()) && exactly(&pair[1], stated.high())
            });
            let at =
                |range| InWords { section: said.section.to_owned(), words: said.words.to_owned(), range };
            if ends && !stated.is_known() {
                return Some(at(true));
            }
            let alone = found.iter().any(|number| {
                let after = reading.get(number.to..).unwrap_or_default().trim_start().to_lowercase();
                let of_unit = unit.as_deref().is_some_and(|unit| !unit.is_empty() && after.starts_with(unit));
                let telling = of_unit || digits_that_count(stated.central()) >= TELLING;
                stated.is_known()
                    && telling
                    && exactly(number, stated.central())
                    && !is_option(stated.central())
            });
            if alone {
                single.get_or_insert_with(|| at(false));
            }
        }
    }
    single
}

/// How many digits of a number say something: `1500` has two.
fn digits_that_count(value: f64) -> usize {
    let text = format!("{}", value.abs());
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    if text.contains('.') { digits.len() } else { digits.trim_end_matches('0').len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::shown::Told;

    fn at(words: &str) -> ShownNumbers {
        let mut told = Told::default();
        told.text(words);
        [("k".to_owned(), told.placed("s"))].into()
    }

    fn range(low: f64, high: f64) -> Uncertain {
        Uncertain::uniform(low, high).unwrap()
    }

    fn standing(base: &str, stated: Uncertain, looks: &[(&str, Uncertain)]) -> Option<bool> {
        let shown: Vec<ShownNumbers> = looks.iter().map(|(words, _)| at(words)).collect();
        let looks: Vec<Look<'_>> =
            shown.iter().zip(looks).map(|(shown, (_, stated))| Look { shown, stated: *stated }).collect();
        in_composed_words(&at(base), stated, &looks).map(|standing| standing.range)
    }

    #[test]
    fn a_range_that_moves_with_the_figure_is_the_figure_and_one_that_stays_is_not() {
        let looks = [
            ("at least 42 to 116.4 days", range(42.0, 116.4)),
            ("at least 60.6 to 135 days", range(60.6, 135.0)),
        ];
        assert_eq!(standing("at least 42 to 135 days", range(42.0, 135.0), &looks), Some(true));
        let coincidence = [("50 % (40–60)", range(0.4, 0.56)), ("50 % (40–60)", range(0.44, 0.6))];
        assert_eq!(standing("50 % (40–60)", range(0.4, 0.6), &coincidence), None);
        // The words around it change as the red line comes to stand in the way.
        let others = [
            ("at most 60 to 156 days (stands in the way)", range(60.0, 156.0)),
            ("at most 84 to 180 days", range(84.0, 180.0)),
        ];
        assert_eq!(standing("at most 60 to 180 days", range(60.0, 180.0), &others), Some(true));
    }

    #[test]
    fn a_bare_number_is_the_figure_only_if_it_goes_where_the_figure_goes() {
        let known = Uncertain::Known;
        let counts = [("2 packages", known(1.8)), ("2 packages", known(2.2))];
        assert_eq!(standing("2 packages", known(2.0), &counts), None);
        let share = [("no deal is worth 0.44", known(0.44)), ("no deal is worth 0.56", known(0.56))];
        assert_eq!(standing("no deal is worth 0.50", known(0.5), &share), Some(false));
        let lacks = [("what is left: 56 %", known(0.44)), ("what is left: 44 %", known(0.56))];
        assert_eq!(standing("what is left: 50 %", known(0.5), &lacks), Some(false));
    }
}
