//! What a search for non-dominated packages is asked.

use detente_model::Combination;

use super::relaxation::Direction;
use crate::watch::Watch;

/// A question about packages: what counts, what must be reached, and what is ruled out.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// The choices open on each issue.
    pub choices: Vec<Vec<Choice>>,
    /// What comes on top when certain options come together.
    pub factors: Vec<Factor>,
    /// The coordinates that are compared.
    pub coordinates: Vec<Coordinate>,
    /// Names of the issues, for messages.
    pub names: Vec<String>,
    /// Weighted sums that a package must reach to be of interest.
    pub directions: Vec<Direction>,
    /// How far a point may stay behind, in units, each coordinate by itself, those that can have enough aside; `None` for the
    /// exact frontier.
    pub tolerance: Option<i64>,
    /// Steps of work after which the search is given up.
    pub effort: u64,
    /// Whether it may be given up as soon as it is foreseen to take far more work than that.
    pub foresee: bool,
    /// Who watches.
    pub watch: Watch,
}

/// One way to settle an issue. The same option may be offered on different terms.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// The option.
    pub option: usize,
    /// What it adds, one number a coordinate.
    pub add: Vec<i64>,
}

/// What happens when options come together.
#[derive(Debug, Clone)]
pub(crate) struct Factor {
    pub when: Combination,
    /// What is added, one number a coordinate; `None` rules the combination out.
    pub add: Option<Vec<i64>>,
}

/// One coordinate of the value vectors.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Coordinate {
    /// Where it starts, before anything is chosen.
    pub start: i64,
    /// Packages that end below are of no interest.
    pub floor: Option<i64>,
    /// Beyond this, more makes no difference.
    pub enough: Option<i64>,
}

impl Coordinate {
    /// More is always better.
    pub fn more(start: i64) -> Self {
        Self { start, floor: None, enough: None }
    }

    /// More is better, and below zero is of no interest.
    pub fn surplus(start: i64) -> Self {
        Self { start, floor: Some(0), enough: None }
    }

    /// It must reach zero, and no more is asked.
    pub fn reach_zero(start: i64) -> Self {
        Self { start, floor: Some(0), enough: Some(0) }
    }

    /// It makes a difference whether it reaches zero, and no more.
    pub fn touch_zero(start: i64) -> Self {
        Self { start, floor: None, enough: Some(0) }
    }
}

/// A non-dominated value vector with one package that gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Point {
    /// The value vector; coordinates that have had enough may show less than they are.
    pub at: Vec<i64>,
    /// Which choice was made on each issue, as an index into [`Problem::choices`].
    pub picks: Vec<u16>,
    /// How many ways of choosing give it. Exact when no coordinate has an `enough` or a `floor`.
    pub count: u128,
}

impl Problem {
    /// Drops whatever cannot reach `floor` with every coordinate, as far as the weights can tell. Coordinates beyond the
    /// weights given do not count.
    pub fn require(&mut self, weights: &[Vec<i64>], floor: i64) {
        let count = self.coordinates.len();
        self.directions = weights
            .iter()
            .map(|weights| {
                let total: i128 = weights.iter().map(|w| i128::from(*w)).sum();
                let weights = weights.iter().copied().chain(std::iter::repeat(0)).take(count).collect();
                Direction { weights, floor: total * i128::from(floor) }
            })
            .collect();
    }

    /// The most that a coordinate can come to, if everything that helps goes together.
    pub fn most(&self, coordinate: usize) -> i64 {
        let best = |issue: &Vec<Choice>| issue.iter().map(|choice| choice.add[coordinate]).max().unwrap_or(0);
        let helps = self.factors.iter().filter_map(|f| f.add.as_ref()).map(|add| add[coordinate].max(0));
        self.coordinates[coordinate].start + self.choices.iter().map(best).sum::<i64>() + helps.sum::<i64>()
    }

    /// The choices that make a package; `None` if it takes an option that is not offered.
    pub fn picks(&self, package: &detente_model::Package) -> Option<Vec<usize>> {
        let pick = |(choices, option): (&Vec<Choice>, &u16)| {
            choices.iter().position(|choice| choice.option == usize::from(*option))
        };
        self.choices.iter().zip(&package.0).map(pick).collect()
    }

    /// As [`Self::package`], for picks as indices.
    pub fn package_of(&self, picks: &[usize]) -> detente_model::Package {
        let picks: Vec<u16> = picks.iter().map(|pick| *pick as u16).collect();
        self.package(&picks)
    }

    /// The options behind the picks of a point.
    pub fn package(&self, picks: &[u16]) -> detente_model::Package {
        let option = |(choices, pick): (&Vec<Choice>, &u16)| choices[usize::from(*pick)].option as u16;
        detente_model::Package(self.choices.iter().zip(picks).map(option).collect())
    }
}
