//! Packages along a line, and what they are worth.

use detente_model::{IssueId, Package};

use crate::continuous::SettledPackage;
use crate::space::DealSpace;

/// Packages between two that differ on continuous issues only, with nothing bending on the way. What they are worth to the principals runs
/// straight from one end to the other.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The choices on the other issues.
    pub options: Package,
    /// By continuous issue, the numbers between which nothing bends.
    pub stretches: Vec<(f64, f64)>,
    /// The numbers at both ends.
    pub numbers: [Vec<f64>; 2],
    /// The principals' surpluses at both ends, seen from between them, in units. Numbers of this size are exact to a thousandth of a unit.
    pub surpluses: [Vec<f64>; 2],
    /// Whether something just there is worth more than each end.
    pub beaten: [bool; 2],
    /// Numbers towards which everybody who must reach a floor does so with more to spare; `None` where those between the ends will do.
    pub inside: Option<Vec<f64>>,
}

impl Line {
    /// The surplus of a principal so far along.
    pub fn at(&self, i: usize, u: f64) -> f64 {
        let [from, to] = &self.surpluses;
        between(from[i], to[i], u)
    }

    /// The larger and the smaller of what a principal has at the ends.
    pub fn most(&self, i: usize) -> f64 {
        self.surpluses[0][i].max(self.surpluses[1][i])
    }

    pub fn least(&self, i: usize) -> f64 {
        self.surpluses[0][i].min(self.surpluses[1][i])
    }

    /// For how many principals it is a line.
    pub fn principals(&self) -> usize {
        self.surpluses[0].len()
    }

    /// By how much it changes what somebody has at most, in units.
    pub fn length(&self) -> f64 {
        (0..self.principals()).map(|i| self.most(i) - self.least(i)).fold(0.0, f64::max)
    }

    /// The part from one place to another.
    pub fn part(&self, from: f64, to: f64, beaten: [bool; 2]) -> Self {
        let along = |ends: &[Vec<f64>; 2], u: f64| {
            ends[0].iter().zip(&ends[1]).map(|(a, b)| between(*a, *b, u)).collect()
        };
        Self {
            options: self.options.clone(),
            stretches: self.stretches.clone(),
            numbers: [along(&self.numbers, from), along(&self.numbers, to)],
            surpluses: [along(&self.surpluses, from), along(&self.surpluses, to)],
            beaten,
            inside: self.inside.clone(),
        }
    }

    /// A line on which everybody gains, or nobody loses, in one direction is as good as its better end.
    pub fn without_consent(self) -> Self {
        let change = |i: usize| self.surpluses[1][i] - self.surpluses[0][i];
        let gains = (0..self.principals()).any(|i| change(i) > 0.0);
        let loses = (0..self.principals()).any(|i| change(i) < 0.0);
        match (gains, loses) {
            (true, true) => self,
            (true, false) => self.part(1.0, 1.0, self.beaten),
            (false, _) => self.part(0.0, 0.0, self.beaten),
        }
    }

    /// A line without length where the principals have these surpluses.
    pub fn at_values(&self, surpluses: &[f64]) -> Self {
        Self { surpluses: [surpluses.to_vec(), surpluses.to_vec()], ..self.clone() }
    }

    /// Whether it is a single package.
    pub fn is_point(&self) -> bool {
        self.surpluses[0] == self.surpluses[1]
    }

    /// The package at an end, drawn inside by a share of the way.
    pub fn package(&self, space: &DealSpace, end: usize, share: f64) -> SettledPackage {
        let middle =
            || self.numbers[0].iter().zip(&self.numbers[1]).map(|(a, b)| a + (b - a) / 2.0).collect();
        let inside: Vec<f64> = self.inside.clone().unwrap_or_else(middle);
        let number = |((x, inside), (low, high)): ((&f64, &f64), &(f64, f64))| {
            between(*x, *inside, share).clamp(*low, *high)
        };
        let issues = space.scales.iter().map(|scale| IssueId(scale.issue));
        let ways = self.numbers[end].iter().zip(&inside).zip(&self.stretches);
        SettledPackage { options: self.options.clone(), numbers: issues.zip(ways.map(number)).collect() }
    }
}

/// So far from one number to another; exact at both ends.
fn between(from: f64, to: f64, u: f64) -> f64 {
    match u {
        0.0 => from,
        1.0 => to,
        u => from + u * (to - from),
    }
}
