//! The coefficients that are reckoned with, where they come from, and how far they are known.
//!
//! They are a convention: fitted once, on two collections of bargaining between people, and kept with their date. `detente settle --fit`
//! fits them anew from such collections; `bench/validity/settlement.md` says how well they do on negotiations that they were not fitted on.
//!
//! The two fits are used side by side, and neither is preferred: nobody knows which of the two kinds of bargaining a case is more like. Each is a
//! normal distribution around its coefficients.

use super::features::COUNT;
use super::fitted;
use super::logit::{Coefficients, Matrix, cholesky};

/// When the coefficients were fitted.
pub const FITTED: &str = "2026-11-29";

/// Coefficients with where they come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Convention {
    /// Its name, for programs.
    pub id: &'static str,
    /// What people bargained over, in words.
    pub over: &'static str,
    /// Who collected it.
    pub source: &'static str,
    /// How many settlements it was fitted on.
    pub settlements: u64,
    /// The coefficients, in the order of the measures.
    pub coefficients: Coefficients,
    /// The lower triangle of their covariance, row by row.
    pub covariance: [f64; COUNT * (COUNT + 1) / 2],
}

/// Pairs online who shared out food, water and firewood for a camp, neither told the other's points.
pub const CAMP: Convention = Convention {
    id: "camp",
    over: "supplies for a camp",
    source: "CaSiNo: Chawla, Ramirez, Clever, Lucas, May & Gratch 2021, NAACL",
    settlements: fitted::CAMP_SETTLEMENTS,
    coefficients: fitted::CAMP,
    covariance: fitted::CAMP_COVARIANCE,
};

/// Pairs online who shared out books, hats and balls.
pub const ITEMS: Convention = Convention {
    id: "items",
    over: "books, hats and balls",
    source: "Deal or No Deal: Lewis, Yarats, Dauphin, Parikh & Batra 2017, EMNLP",
    settlements: fitted::ITEMS_SETTLEMENTS,
    coefficients: fitted::ITEMS,
    covariance: fitted::ITEMS_COVARIANCE,
};

/// Both collections taken as one, each settlement counting alike.
pub const POOLED: Convention = Convention {
    id: "pooled",
    over: "either",
    source: "both collections",
    settlements: fitted::CAMP_SETTLEMENTS + fitted::ITEMS_SETTLEMENTS,
    coefficients: fitted::POOLED,
    covariance: fitted::POOLED_COVARIANCE,
};

/// The two fits that a case is looked at with.
pub const CONVENTIONS: [&Convention; 2] = [&CAMP, &ITEMS];

impl Convention {
    /// The covariance as a matrix.
    #[expect(
        clippy::needless_range_loop,
        reason = "both halves of a symmetric matrix are written by their places"
    )]
    pub fn matrix(&self) -> Matrix {
        let mut matrix = [[0.0; COUNT]; COUNT];
        let mut entries = self.covariance.iter();
        for a in 0..COUNT {
            for b in 0..=a {
                let entry = entries.next().copied().unwrap_or(0.0);
                matrix[a][b] = entry;
                matrix[b][a] = entry;
            }
        }
        matrix
    }

    /// The standard error of each coefficient.
    pub fn errors(&self) -> Coefficients {
        let matrix = self.matrix();
        std::array::from_fn(|a| matrix[a][a].max(0.0).sqrt())
    }

    /// The coefficients that standard normal numbers, one a measure, make of the doubt about them.
    pub fn drawn(&self, normal: &Coefficients) -> Coefficients {
        let Some(lower) = cholesky(&self.matrix()) else { return self.coefficients };
        std::array::from_fn(|a| self.coefficients[a] + (0..=a).map(|b| lower[a][b] * normal[b]).sum::<f64>())
    }
}
