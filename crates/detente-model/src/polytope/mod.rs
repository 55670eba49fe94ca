//! What linear statements leave of a bounded set of vectors.
//!
//! A [`Polytope`] is the set of x in ℝⁿ with `a·x ≤ b` for some rows and `a·x = b` for others. This module says whether any
//! x is left, which statements are to blame when none is ([`Polytope::conflict`]), where the middle is, and draws from what is left
//! ([`Body`]). It is meant for a few dozen rows and unknowns: the weights of one side.
//!
//! Comparisons of floating-point sums have a tolerance of 10⁻⁹ of the size of the set: statements that exclude each other by less
//! than that count as compatible.

mod body;
mod subspace;
mod walk;

pub use body::Body;
pub use walk::Density;

use crate::LinearProgramme;
use subspace::Subspace;

/// The share of its size by which a point may miss a constraint.
const TOLERANCE: f64 = 1e-9;

/// One linear constraint.
#[derive(Debug, Clone, PartialEq)]
pub struct Constraint {
    /// Coefficients, one an unknown.
    pub a: Vec<f64>,
    /// Right-hand side.
    pub b: f64,
    /// Whether a·x must equal b; if not, it may be smaller.
    pub exact: bool,
}

impl Constraint {
    /// a·x ≤ b.
    pub fn at_most(a: Vec<f64>, b: f64) -> Self {
        Self { a, b, exact: false }
    }

    /// a·x = b.
    pub fn equals(a: Vec<f64>, b: f64) -> Self {
        Self { a, b, exact: true }
    }

    /// Whether a point keeps it, but for rounding.
    pub fn holds(&self, x: &[f64]) -> bool {
        let miss = dot(&self.a, x) - self.b;
        let size = self.a.iter().zip(x).map(|(a, x)| (a * x).abs()).sum::<f64>().max(self.b.abs());
        let slack = 1e-12 * size;
        miss <= slack && (!self.exact || -miss <= slack)
    }
}

/// A bounded set of vectors, as the constraints that cut it out.
#[derive(Debug, Clone, PartialEq)]
pub struct Polytope {
    /// How many unknowns there are.
    pub dimension: usize,
    /// No point of it lies further than this from the origin; above 0.
    pub reach: f64,
    /// What its points keep.
    pub constraints: Vec<Constraint>,
}

impl Polytope {
    /// The same with further constraints.
    pub fn with<'a>(&self, more: impl IntoIterator<Item = &'a Constraint>) -> Self {
        let mut cut = self.clone();
        cut.constraints.extend(more.into_iter().cloned());
        cut
    }

    /// Whether no point keeps all constraints.
    pub fn is_empty(&self) -> bool {
        let Some(space) = self.subspace(&[]) else { return true };
        let rows = space.rows(self.constraints.iter().filter(|c| !c.exact));
        let tolerance = TOLERANCE * self.reach;
        rows.iter().any(|row| row.is_constant() && row.b < -tolerance)
            || body::largest_ball(&rows, space.axes.len(), self.reach).is_none_or(|(_, r)| r < -tolerance)
    }

    /// The largest value of c·x over it; `None` if it is empty.
    ///
    /// ```
    /// use detente_model::{Constraint, Polytope};
    ///
    /// // Weights x ≥ y ≥ 0 that sum to 1: y is at most a half.
    /// let ordered = Polytope {
    ///     dimension: 2,
    ///     reach: 1.0,
    ///     constraints: vec![
    ///         Constraint::equals(vec![1.0, 1.0], 1.0),
    ///         Constraint::at_most(vec![-1.0, 1.0], 0.0),
    ///         Constraint::at_most(vec![0.0, -1.0], 0.0),
    ///     ],
    /// };
    /// assert!((ordered.most(&[0.0, 1.0]).unwrap() - 0.5).abs() < 1e-12);
    /// ```
    pub fn most(&self, c: &[f64]) -> Option<f64> {
        let space = self.subspace(&[])?;
        let along: Vec<f64> = space.axes.iter().map(|axis| dot(axis, c)).collect();
        let rows = space.rows(self.constraints.iter().filter(|c| !c.exact));
        let programme = LinearProgramme {
            rows: rows.into_iter().map(|row| (row.a, row.b)).collect(),
            bounds: vec![(-2.0 * self.reach, 2.0 * self.reach); space.axes.len()],
        };
        let best = if along.is_empty() { 0.0 } else { programme.maximise(&along)?.value };
        Some(dot(&space.origin, c) + best)
    }

    /// The statements of which no proper part is to blame: together with the set they leave nothing, and without any one of them
    /// they would leave something. `None` if all can hold together. Found by leaving out one after the other for good whenever the rest
    /// still clashes (deletion filter: Chinneck & Dravnieks 1991); of several such sets, the one that the order of the statements
    /// leads to. One feasibility test for each statement.
    pub fn conflict(&self, statements: &[Constraint]) -> Option<Vec<usize>> {
        if !self.with(statements).is_empty() {
            return None;
        }
        let mut blamed: Vec<usize> = (0..statements.len()).collect();
        for candidate in (0..statements.len()).rev() {
            let rest: Vec<usize> = blamed.iter().copied().filter(|s| *s != candidate).collect();
            if self.with(rest.iter().map(|s| &statements[*s])).is_empty() {
                blamed = rest;
            }
        }
        Some(blamed)
    }

    fn subspace(&self, also: &[&Constraint]) -> Option<Subspace> {
        let exact = self.constraints.iter().filter(|c| c.exact).chain(also.iter().copied());
        Subspace::of(self.dimension, exact, TOLERANCE * self.reach)
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn simplex(n: usize) -> Polytope {
        let unit = |k: usize| (0..n).map(|j| if j == k { -1.0 } else { 0.0 }).collect();
        let mut constraints = vec![Constraint::equals(vec![1.0; n], 1.0)];
        constraints.extend((0..n).map(|k| Constraint::at_most(unit(k), 0.0)));
        Polytope { dimension: n, reach: 1.0, constraints }
    }

    #[test]
    fn statements_that_go_round_in_a_circle_are_all_to_blame() {
        // x > y by a tenth, y > z by a tenth, z > x by a tenth; and one that is innocent.
        let apart = |a: [f64; 3]| Constraint::at_most(a.to_vec(), -0.1);
        let statements = [
            apart([-1.0, 1.0, 0.0]),
            Constraint::at_most(vec![1.0, 0.0, 0.0], 0.9),
            apart([0.0, -1.0, 1.0]),
            apart([1.0, 0.0, -1.0]),
        ];
        assert_eq!(simplex(3).conflict(&statements), Some(vec![0, 2, 3]));
        assert_eq!(simplex(3).conflict(&statements[..3]), None);
    }

    #[test]
    fn a_point_is_not_empty() {
        let at = [0.2, 0.3, 0.5];
        let pinned: Vec<Constraint> = (0..2)
            .map(|k| Constraint::equals((0..3).map(|j| f64::from(u8::from(j == k))).collect(), at[k]))
            .collect();
        let point = simplex(3).with(&pinned);
        assert!(!point.is_empty());
        assert!((point.most(&[0.0, 0.0, 1.0]).unwrap() - 0.5).abs() < 1e-9);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        /// Against a search that knows no linear programming: on a fine grid of the triangle of three weights, a statement set with room to
        /// spare has a grid point, and one without any grid point has no room to spare.
        #[test]
        fn emptiness_agrees_with_a_grid(rows in proptest::collection::vec([-1.0..1.0f64, -1.0..1.0, -1.0..1.0], 1..5)) {
            const STEPS: usize = 60;
            let statements: Vec<Constraint> = rows.iter().map(|a| Constraint::at_most(a.to_vec(), 0.0)).collect();
            let worst = |x: [f64; 3]| rows.iter().map(|a| dot(a, &x)).fold(f64::NEG_INFINITY, f64::max);
            let mut least = f64::INFINITY;
            for i in 0..=STEPS {
                for j in 0..=STEPS - i {
                    let x = [i, j, STEPS - i - j].map(|k| k as f64 / STEPS as f64);
                    least = least.min(worst(x));
                }
            }
            let empty = simplex(3).with(&statements).is_empty();
            if least <= 0.0 { prop_assert!(!empty); }
            // A grid point lies within 2/STEPS of any point, and no row changes by more than √3 of that.
            if least > 2.0 * 3f64.sqrt() / STEPS as f64 { prop_assert!(empty); }
        }

        /// What is blamed clashes, and no part of it does.
        #[test]
        fn blame_is_minimal(rows in proptest::collection::vec(proptest::collection::vec(-1.0..1.0f64, 4), 1..9)) {
            let statements: Vec<Constraint> = rows.into_iter().map(|a| Constraint::at_most(a, -0.05)).collect();
            if let Some(blamed) = simplex(4).conflict(&statements) {
                prop_assert!(simplex(4).with(blamed.iter().map(|s| &statements[*s])).is_empty());
                for left_out in &blamed {
                    let rest = blamed.iter().filter(|s| *s != left_out).map(|s| &statements[*s]);
                    prop_assert!(!simplex(4).with(rest).is_empty());
                }
            } else {
                prop_assert!(Body::of(&simplex(4).with(&statements)).is_some());
            }
        }
    }
}
