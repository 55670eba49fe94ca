//! The lottery that does most for whoever gets least, exactly.
//!
//! **Definition.** Points `s_1`, `s_2`, … hold whole numbers, one a row, and each row has a scale `c_i > 0`. Wanted are probabilities p
//! with the largest level t such that `Σ_j p_j s_ij ≥ c_i t` for every row. Where the optimum holds a row at its level
//! (its multiplier is positive), it stays there, and the level of the other rows is raised as far as it goes, and so on.
//!
//! **Method.** The revised simplex method with columns as they are needed (Dantzig & Wolfe 1960). The inverse of the basis is
//! kept in whole numbers over its determinant, and each pivot divides without remainder (Edmonds 1967; Bareiss 1968), so
//! every comparison is exact and an optimum is an optimum. Bland's rule (1977) among the points met so far keeps it from
//! cycling. Later levels only admit what leaves the earlier ones as they are.
//!
//! **Cost.** A pivot takes (rows + 1)² multiplications of numbers of (rows + 1) · 41 bits or so; pricing is the source's.

use crate::limits;
use crate::watch::Watch;
use num_bigint::{BigInt, Sign};

/// An unknown of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unknown {
    /// By how much a row lies above its level.
    Slack(usize),
    /// A level, with the round in which it was raised.
    Level(usize),
    /// The probability of a point, by its place among those met.
    Point(usize),
}

/// The multipliers of a level over a common denominator: a point betters it when its weighted sum exceeds `level`.
#[derive(Debug, Clone)]
pub(super) struct Multipliers {
    /// One a row, not negative in the first round.
    pub weights: Vec<BigInt>,
    /// What the weighted sum of every point amounts to at most once the level is as high as it goes.
    pub level: BigInt,
}

impl Multipliers {
    /// By how much the weighted sum of a point exceeds the level.
    pub fn excess(&self, point: &[i64]) -> BigInt {
        let sum: BigInt = self.weights.iter().zip(point).map(|(w, s)| w * BigInt::from(*s)).sum();
        sum - &self.level
    }
}

/// Where points come from.
pub(super) trait Source {
    /// A point whose weighted sum exceeds the last level and leaves all earlier ones as they are, if there is one.
    fn betters(&mut self, levels: &[Multipliers]) -> Option<Vec<i64>>;
}

/// The programme with its basis.
pub(super) struct Simplex {
    scales: Vec<i64>,
    /// The points met so far.
    pub points: Vec<Vec<i64>>,
    /// The inverse of the basis times `determinant`; the last row and column belong to "probabilities sum to 1".
    inverse: Vec<Vec<BigInt>>,
    determinant: BigInt,
    basis: Vec<Unknown>,
    /// For each round, the rows that its level lifts.
    lifted: Vec<Vec<usize>>,
}

impl Simplex {
    /// The programme with one point known.
    pub fn new(scales: Vec<i64>, first: Vec<i64>) -> Self {
        let rows = scales.len();
        let unit = |i: usize| (0..=rows).map(|k| BigInt::from(i64::from(i == k))).collect();
        // The row that the first point leaves lowest has no slack.
        let share = |i: &usize| (i128::from(first[*i]), i128::from(scales[*i]));
        let lowest = (0..rows)
            .min_by(|a, b| {
                let ((s, c), (t, d)) = (share(a), share(b));
                (s * d).cmp(&(t * c))
            })
            .unwrap_or(0);
        let mut simplex = Self {
            points: vec![first],
            inverse: (0..=rows).map(unit).collect(),
            determinant: BigInt::from(1),
            basis: vec![Unknown::Point(0); rows + 1],
            lifted: vec![(0..rows).collect()],
            scales,
        };
        for i in (0..rows).filter(|i| *i != lowest) {
            simplex.pivot(i, Unknown::Slack(i));
        }
        simplex.pivot(lowest, Unknown::Level(0));
        simplex.pivot(rows, Unknown::Point(0));
        simplex
    }

    /// Raises the first level as far as it goes, or one level after the other. `false` if the search was given up: what is
    /// reached is then a lottery, but perhaps not the best.
    pub fn solve(&mut self, source: &mut dyn Source, all_levels: bool, watch: &Watch) -> bool {
        let mut pivots = 0;
        let mut round = 0;
        loop {
            while let Some(entering) = self.entering(round, source) {
                let Some(row) = self.leaving(entering).filter(|_| pivots < limits::PIVOTS) else {
                    return false;
                };
                watch.work(1_000);
                self.pivot(row, entering);
                pivots += 1;
            }
            let Some(held) = self.multipliers(round) else { return false };
            let free: Vec<usize> = self.lifted[round]
                .iter()
                .copied()
                .filter(|i| held.weights[*i].sign() != Sign::Plus)
                .collect();
            if !all_levels || free.is_empty() {
                return true;
            }
            self.lifted.push(free);
            round += 1;
        }
    }

    /// The lottery reached: places among [`Self::points`] with their probabilities.
    pub fn probabilities(&self) -> Vec<(usize, f64)> {
        let place = |row: usize| match self.basis[row] {
            Unknown::Point(point) => Some((point, ratio(self.value(row), &self.determinant))),
            _ => None,
        };
        (0..self.basis.len()).filter_map(place).filter(|(_, p)| *p > 0.0).collect()
    }

    /// The first level reached, as a numerator and a positive denominator.
    pub fn level(&self) -> (BigInt, &BigInt) {
        (self.multipliers(0).map(|found| found.level).unwrap_or_default(), &self.determinant)
    }

    /// The value of the unknown of a basis row, times the determinant.
    fn value(&self, row: usize) -> &BigInt {
        &self.inverse[row][self.scales.len()]
    }

    /// The multipliers of a round, once its level is in the basis.
    pub fn multipliers(&self, round: usize) -> Option<Multipliers> {
        let row = self.basis.iter().position(|unknown| *unknown == Unknown::Level(round))?;
        let weights = self.inverse[row][..self.scales.len()].iter().map(|y| -y).collect();
        Some(Multipliers { weights, level: self.value(row).clone() })
    }

    /// What would raise the level of this round and leave earlier ones as they are.
    fn entering(&mut self, round: usize, source: &mut dyn Source) -> Option<Unknown> {
        let levels: Vec<Multipliers> = (0..=round).map_while(|r| self.multipliers(r)).collect();
        let Some((last, earlier)) = levels.split_last().filter(|_| levels.len() > round) else {
            return Some(Unknown::Level(round));
        };
        let neutral = |x: &BigInt| x.sign() == Sign::NoSign;
        for i in 0..self.scales.len() {
            if last.weights[i].sign() == Sign::Minus && earlier.iter().all(|y| neutral(&y.weights[i])) {
                return Some(Unknown::Slack(i));
            }
        }
        let betters = |point: &Vec<i64>| {
            last.excess(point).sign() == Sign::Plus && earlier.iter().all(|y| neutral(&y.excess(point)))
        };
        if let Some(known) = self.points.iter().position(betters) {
            return Some(Unknown::Point(known));
        }
        let point = source.betters(&levels).filter(betters)?;
        self.points.push(point);
        Some(Unknown::Point(self.points.len() - 1))
    }

    /// The column of an unknown: its part in each row, last in the sum of probabilities.
    fn column(&self, unknown: Unknown) -> Vec<i64> {
        let rows = self.scales.len();
        let mut column = vec![0; rows + 1];
        match unknown {
            Unknown::Slack(i) => column[i] = -1,
            Unknown::Level(round) => {
                for &i in &self.lifted[round] {
                    column[i] = -self.scales[i];
                }
            }
            Unknown::Point(j) => {
                column[..rows].copy_from_slice(&self.points[j]);
                column[rows] = 1;
            }
        }
        column
    }

    /// The column of an unknown in terms of the basis, times the determinant.
    fn in_basis(&self, unknown: Unknown) -> Vec<BigInt> {
        let column = self.column(unknown);
        let part =
            |row: &Vec<BigInt>| row.iter().zip(&column).filter(|(_, a)| **a != 0).map(|(b, a)| b * a).sum();
        self.inverse.iter().map(part).collect()
    }

    /// The row that leaves when an unknown enters: the first to reach 0, of equals the unknown that comes first. A level is
    /// bound to nothing and stays.
    fn leaving(&self, entering: Unknown) -> Option<usize> {
        let column = self.in_basis(entering);
        let rank = |row: usize| match self.basis[row] {
            Unknown::Slack(i) => (0, i),
            Unknown::Point(j) => (1, j),
            Unknown::Level(round) => (2, round),
        };
        let may_leave =
            |row: &usize| !matches!(self.basis[*row], Unknown::Level(_)) && column[*row].sign() == Sign::Plus;
        (0..self.basis.len()).filter(may_leave).min_by(|a, b| {
            let (left, right) = (self.value(*a) * &column[*b], self.value(*b) * &column[*a]);
            left.cmp(&right).then(rank(*a).cmp(&rank(*b)))
        })
    }

    fn pivot(&mut self, row: usize, entering: Unknown) {
        let column = self.in_basis(entering);
        let by = column[row].clone();
        let pivot_row = self.inverse[row].clone();
        for (i, line) in self.inverse.iter_mut().enumerate().filter(|(i, _)| *i != row) {
            for (x, y) in line.iter_mut().zip(&pivot_row) {
                // The quotient is a minor of the basis, so nothing is left over.
                *x = (&*x * &by - &column[i] * y) / &self.determinant;
            }
        }
        self.basis[row] = entering;
        self.determinant = by;
        if self.determinant.sign() == Sign::Minus {
            self.determinant = -&self.determinant;
            for x in self.inverse.iter_mut().flatten() {
                *x = -&*x;
            }
        }
    }
}

/// A ratio as a floating-point number, for a positive denominator, to within rounding however long the two are.
pub(super) fn ratio(of: &BigInt, to: &BigInt) -> f64 {
    // 64 digits of the quotient and more; what is cut off lies below what a floating-point number can hold.
    let shift = (to.bits() + 66).saturating_sub(of.bits());
    let quotient = (of.magnitude() << shift) / to.magnitude();
    let cut = quotient.bits().saturating_sub(64);
    let digits = (quotient >> cut).to_u64_digits().first().copied().unwrap_or(0);
    let size = digits as f64 * 2.0_f64.powi(cut as i32 - shift as i32);
    if of.sign() == Sign::Minus { -size } else { size }
}
