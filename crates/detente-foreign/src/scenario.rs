//! What the formats for bilateral and multilateral negotiation have in common, before it becomes a case.
//!
//! The utility of an outcome x to a profile is `u(x) = Σ_k w_k · e_k(x_k) + Σ worth of the rectangles that hold x`, on
//! the profile's own scale. [`crate::fit`] brings it to the scale of a case.

use detente_case::report::{Span, Text};
use detente_model::Choice;

/// A domain with the profiles of those who sit at the table.
#[derive(Debug)]
pub(crate) struct Scenario {
    pub(crate) title: String,
    pub(crate) topics: Vec<Topic>,
    pub(crate) profiles: Vec<Profile>,
}

/// An issue.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Topic {
    pub(crate) name: String,
    /// By what number a profile may refer to it instead of by name.
    pub(crate) index: Option<i64>,
    pub(crate) answers: Answers,
    pub(crate) span: Span,
    pub(crate) lines: Lines,
}

/// What it can be settled as.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answers {
    /// One of these, all in words or all in numbers.
    Listed(Vec<Choice>),
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// Any number from the first to the second.
    Between(f64, f64),
}

impl Answers {
    /// How many there are; `None` where any number between will do.
    pub(crate) fn count(&self) -> Option<usize> {
        match self {
            Self::Listed(choices) => Some(choices.len()),
            Self::Whole(from, to) => usize::try_from(to.checked_sub(*from)?).ok()?.checked_add(1),
            Self::Between(..) => None,
        }
    }

    /// An answer by its position; `None` where there are none to count.
    pub(crate) fn choice(&self, option: usize) -> Option<Choice> {
        match self {
            Self::Listed(choices) => choices.get(option).cloned(),
            Self::Whole(from, _) => Some(Choice::Number((from + option as i64) as f64)),
            Self::Between(..) => None,
        }
    }

    /// The position of an answer in words, or of a number.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let number = || name.trim().parse::<f64>().ok().filter(|x| x.is_finite());
        match self {
            Self::Listed(choices) => choices
                .iter()
                .position(|choice| matches!(choice, Choice::Text(text) if text == name))
                .or_else(|| {
                    let x = number()?;
                    choices.iter().position(|choice| choice.number() == Some(x))
                }),
            Self::Whole(from, to) => {
                let x = number().filter(|x| x.fract() == 0.0 && x.abs() < 9e15)? as i64;
                (*from..=*to).contains(&x).then(|| (x - from) as usize)
            }
            Self::Between(..) => None,
        }
    }

    /// The ends, of an issue in numbers from one to another.
    pub(crate) fn ends(&self) -> Option<(f64, f64)> {
        match *self {
            Self::Listed(_) => None,
            Self::Whole(from, to) => Some((from as f64, to as f64)),
            Self::Between(from, to) => Some((from, to)),
        }
    }
}

/// What one side wants.
#[derive(Debug)]
pub(crate) struct Profile {
    pub(crate) name: String,
    /// The file that says so, by its position among those read.
    pub(crate) file: usize,
    /// One for each issue of the domain, in its order.
    pub(crate) wishes: Vec<Wish>,
    pub(crate) rectangles: Vec<Rectangle>,
    pub(crate) no_deal: NoDeal,
    pub(crate) scale: Scale,
    /// Remarks for the reader of the case.
    pub(crate) notes: Vec<String>,
}

/// On what scale a profile states its utilities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// From 0 to 1 by definition; weights whose sum is above 1 can lead beyond, and are taken as they are.
    Unit,
    /// Any.
    Free,
}

/// What a profile wants on one issue.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    pub(crate) weight: f64,
    pub(crate) worth: Worth,
    pub(crate) lines: Lines,
}

/// What answers are worth, before weighting.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Worth {
    /// Each answer by its position.
    Table(Vec<f64>),
    /// Linear between the points, flat beyond; first coordinates go up.
    Points(Vec<(f64, f64)>),
}

impl Worth {
    /// Points, cut off at the ends of the issue.
    pub(crate) fn points(points: &[(f64, f64)], (from, to): (f64, f64)) -> Self {
        let mut inside = vec![(from, between(points, from))];
        inside.extend(points.iter().copied().filter(|(x, _)| from < *x && *x < to));
        if to > from {
            inside.push((to, between(points, to)));
        }
        Self::Points(inside)
    }

    /// What an answer is worth.
    pub(crate) fn of(&self, answers: &Answers, option: usize) -> f64 {
        match self {
            Self::Table(values) => values.get(option).copied().unwrap_or(0.0),
            Self::Points(points) => {
                let x = answers.choice(option).and_then(|choice| choice.number()).unwrap_or(0.0);
                between(points, x)
            }
        }
    }

    /// The least and the most that any answer is worth.
    pub(crate) fn extent(&self, answers: &Answers) -> (f64, f64) {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut see = |x: f64| (least, most) = (least.min(x), most.max(x));
        match (self, answers.count(), answers.ends()) {
            (Self::Points(points), None, Some((from, to))) => {
                // Extremes of a piecewise-linear function are at its points and at the ends.
                see(between(points, from));
                see(between(points, to));
                points.iter().filter(|(x, _)| (from..=to).contains(x)).for_each(|(_, y)| see(*y));
            }
            (_, count, _) => (0..count.unwrap_or(0)).for_each(|option| see(self.of(answers, option))),
        }
        if least > most { (0.0, 0.0) } else { (least, most) }
    }
}

/// Linear between the points, flat beyond; 0 without any.
pub(crate) fn between(points: &[(f64, f64)], x: f64) -> f64 {
    let after = points.partition_point(|(at, _)| *at <= x);
    match (after.checked_sub(1).map(|i| points[i]), points.get(after)) {
        (None, None) => 0.0,
        (None, Some(&(_, y))) | (Some((_, y)), None) => y,
        (Some((x0, y0)), Some(&(x1, y1))) => y0 + (x - x0) / (x1 - x0) * (y1 - y0),
    }
}

/// Worth of a box of outcomes.
#[derive(Debug, Clone)]
pub(crate) struct Rectangle {
    /// Of each issue named, the first and the last answer that lie in it.
    pub(crate) sides: Vec<(usize, usize, usize)>,
    pub(crate) worth: f64,
    pub(crate) line: usize,
}

/// What no agreement is worth.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NoDeal {
    /// The file does not say: every outcome is better.
    Unsaid,
    /// A number, on the profile's scale, and where it stands. Infinite if no outcome is better than none.
    Value(f64, Span),
    /// As much as this outcome: the answer on every issue, by its position.
    Package(Vec<usize>),
}

/// The first and the last line of a statement, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lines(pub(crate) usize, pub(crate) usize);

impl Lines {
    pub(crate) fn of(text: &Text, span: Span) -> Self {
        let last = span.end.saturating_sub(1).max(span.start);
        Self(text.line_of(span.start) + 1, text.line_of(last) + 1)
    }

    /// "line 7", "lines 7–9".
    pub(crate) fn words(self) -> String {
        if self.0 == self.1 { format!("line {}", self.0) } else { format!("lines {}–{}", self.0, self.1) }
    }
}
