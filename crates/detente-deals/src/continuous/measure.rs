//! What makes one package better than another, and the best that a piece holds.
//!
//! On a piece surpluses are linear, so the best under every measure here is a concave programme in a box: a linear one for the smallest surplus
//! (Kalai 1977), for weighted sums, and for the smallest share of what each could have at most (Kalai & Smorodinsky 1975). The product of
//! surpluses (Nash 1950) is looked for by steps along lines; see [`super::product`].
//!
//! Every answer comes with a bound that holds whatever the rounding on the way (see [`LinearProgramme`]).

use detente_model::LinearProgramme;

use super::region::Piece;
use crate::fixed::from_units;

/// By what packages are compared. Surpluses are those of the actors who are watched.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Measure {
    /// The smallest surplus.
    Least,
    /// A weighted sum of surpluses.
    Sum(Vec<f64>),
    /// The smallest share of what each could have at most, in units; whoever could have nothing is left out.
    Share(Vec<i64>),
    /// The product of the surpluses of the first so many, as a sum of logarithms.
    Product(usize),
}

/// The best of a piece.
pub(crate) struct Top {
    /// Where it is.
    pub t: Vec<f64>,
    /// No package of the piece measures more.
    pub bound: f64,
}

impl Measure {
    /// What surpluses measure. It never falls when one of them rises.
    pub fn of(&self, surpluses: &[i64]) -> f64 {
        let ones = || surpluses.iter().map(|s| from_units(*s));
        match self {
            Self::Least => ones().fold(f64::INFINITY, f64::min),
            Self::Sum(weights) => ones().zip(weights).map(|(s, weight)| s * weight).sum(),
            Self::Share(most) => ones()
                .zip(most)
                .filter(|(_, most)| **most > 0)
                .map(|(s, most)| s / from_units(*most))
                .fold(f64::INFINITY, f64::min),
            Self::Product(count) => ones().take(*count).map(|s| s.max(0.0).ln()).sum(),
        }
    }

    /// The best of a piece among the packages that reach the floors; `None` if none does.
    pub fn top(&self, piece: &Piece<'_>, floors: &[i64]) -> Option<Top> {
        let lines = Lines::of(piece);
        match self {
            Self::Least => lines.largest_least(&vec![Some(1.0); floors.len()], None),
            Self::Sum(weights) => lines.largest_sum(weights, floors),
            Self::Share(most) => {
                let scale = |most: &i64| (*most > 0).then(|| from_units(*most));
                lines.largest_least(&most.iter().map(scale).collect::<Vec<_>>(), Some(floors))
            }
            Self::Product(count) => lines.largest_product(*count, floors),
        }
    }
}

/// Surpluses on a piece, `base_i + Σ_k rise_ik t_k`, as floating-point numbers.
pub(super) struct Lines {
    pub(super) base: Vec<f64>,
    pub(super) rise: Vec<Vec<f64>>,
    unknowns: usize,
}

impl Lines {
    pub(super) fn of(piece: &Piece<'_>) -> Self {
        let rise = |i: usize| piece.rise.iter().map(|rise| from_units(rise[i])).collect();
        Self {
            base: piece.base.iter().map(|x| from_units(*x)).collect(),
            rise: (0..piece.base.len()).map(rise).collect(),
            unknowns: piece.rise.len(),
        }
    }

    pub(super) fn at(&self, i: usize, t: &[f64]) -> f64 {
        self.base[i] + self.rise[i].iter().zip(t).map(|(rise, t)| rise * t).sum::<f64>()
    }

    fn range(&self, i: usize) -> (f64, f64) {
        let low: f64 = self.rise[i].iter().map(|rise| rise.min(0.0)).sum();
        let high: f64 = self.rise[i].iter().map(|rise| rise.max(0.0)).sum();
        (self.base[i] + low, self.base[i] + high)
    }

    /// A row that says `s_i ≥ level`, and `s_i ≥ Σ more · further unknowns`.
    fn at_least(&self, i: usize, level: f64, more: &[f64]) -> (Vec<f64>, f64) {
        (self.rise[i].iter().map(|rise| -rise).chain(more.iter().copied()).collect(), self.base[i] - level)
    }

    fn above_floors(&self, floors: &[i64], further: usize) -> Vec<(Vec<f64>, f64)> {
        let none = vec![0.0; further];
        floors.iter().enumerate().map(|(i, floor)| self.at_least(i, from_units(*floor), &none)).collect()
    }

    /// The largest z with `s_i ≥ scale_i · z` for each i that has a scale.
    pub(super) fn largest_least(&self, scales: &[Option<f64>], floors: Option<&[i64]>) -> Option<Top> {
        let mut rows = floors.map_or_else(Vec::new, |floors| self.above_floors(floors, 1));
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for (i, scale) in scales.iter().enumerate() {
            let Some(scale) = scale else { continue };
            rows.push(self.at_least(i, 0.0, &[*scale]));
            let (least, most) = self.range(i);
            low = low.min(least / scale);
            high = high.max(most / scale);
        }
        let mut bounds = vec![(0.0, 1.0); self.unknowns];
        bounds.push((low, high));
        let mut objective = vec![0.0; self.unknowns];
        objective.push(1.0);
        let found = LinearProgramme { rows, bounds }.maximise(&objective)?;
        Some(Top { t: found.x[..self.unknowns].to_vec(), bound: found.bound })
    }

    pub(super) fn largest_sum(&self, weights: &[f64], floors: &[i64]) -> Option<Top> {
        let objective: Vec<f64> = (0..self.unknowns)
            .map(|k| weights.iter().zip(&self.rise).map(|(weight, rise)| weight * rise[k]).sum())
            .collect();
        let base: f64 = weights.iter().zip(&self.base).map(|(weight, base)| weight * base).sum();
        let (rows, bounds) = (self.above_floors(floors, 0), vec![(0.0, 1.0); self.unknowns]);
        let found = LinearProgramme { rows, bounds }.maximise(&objective)?;
        Some(Top { t: found.x, bound: base + found.bound })
    }
}
