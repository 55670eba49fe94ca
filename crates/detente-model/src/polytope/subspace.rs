//! The affine subspace that equations leave, with coordinates of its own.
//!
//! By Gram–Schmidt orthogonalisation, each vector projected twice against rounding (Giraud, Langou & Rozložník 2005).

use super::{Constraint, dot};

/// All `x = origin + Σ_j z_j · axis_j`, the axes orthonormal.
#[derive(Debug, Clone)]
pub(super) struct Subspace {
    /// The point of it that is nearest to zero.
    pub origin: Vec<f64>,
    pub axes: Vec<Vec<f64>>,
}

/// An inequality in the coordinates of a subspace, its coefficients of length 1; or of length 0, and then it holds everywhere or nowhere.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub a: Vec<f64>,
    pub b: f64,
}

impl Row {
    pub fn is_constant(&self) -> bool {
        self.a.iter().all(|a| *a == 0.0)
    }
}

impl Subspace {
    /// The solutions of some equations; `None` if they contradict each other by more than the tolerance.
    pub fn of<'a>(
        dimension: usize,
        equations: impl Iterator<Item = &'a Constraint>,
        tolerance: f64,
    ) -> Option<Self> {
        // Orthonormal directions in which x is fixed, with the value to which it is.
        let mut fixed: Vec<(Vec<f64>, f64)> = Vec::new();
        for equation in equations {
            let length = dot(&equation.a, &equation.a).sqrt();
            if length == 0.0 {
                if equation.b.abs() > tolerance {
                    return None;
                }
                continue;
            }
            let mut rest: Vec<f64> = equation.a.iter().map(|a| a / length).collect();
            let mut value = equation.b / length;
            for _ in 0..2 {
                for (direction, at) in &fixed {
                    let along = dot(&rest, direction);
                    rest.iter_mut().zip(direction).for_each(|(r, d)| *r -= along * d);
                    value -= along * at;
                }
            }
            let left = dot(&rest, &rest).sqrt();
            if left > 1e-10 {
                for r in &mut rest {
                    *r /= left;
                }
                fixed.push((rest, value / left));
            } else if value.abs() > tolerance {
                return None;
            }
        }
        let mut origin = vec![0.0; dimension];
        for (direction, at) in &fixed {
            origin.iter_mut().zip(direction).for_each(|(o, d)| *o += at * d);
        }
        let mut axes: Vec<Vec<f64>> = Vec::new();
        let apart = |k: usize, axes: &[Vec<f64>]| {
            let mut rest = vec![0.0; dimension];
            rest[k] = 1.0;
            for _ in 0..2 {
                for direction in fixed.iter().map(|(d, _)| d).chain(axes) {
                    let along = dot(&rest, direction);
                    rest.iter_mut().zip(direction).for_each(|(r, d)| *r -= along * d);
                }
            }
            let length = dot(&rest, &rest).sqrt();
            (length, rest)
        };
        while fixed.len() + axes.len() < dimension {
            let (length, mut axis) =
                (0..dimension).map(|k| apart(k, &axes)).max_by(|a, b| a.0.total_cmp(&b.0))?;
            for r in &mut axis {
                *r /= length;
            }
            axes.push(axis);
        }
        Some(Self { origin, axes })
    }

    /// Inequalities in the coordinates of the subspace.
    pub fn rows<'a>(&self, inequalities: impl Iterator<Item = &'a Constraint>) -> Vec<Row> {
        inequalities.map(|constraint| self.row(constraint)).collect()
    }

    pub fn row(&self, constraint: &Constraint) -> Row {
        let a: Vec<f64> = self.axes.iter().map(|axis| dot(axis, &constraint.a)).collect();
        let b = constraint.b - dot(&self.origin, &constraint.a);
        let whole = dot(&constraint.a, &constraint.a).sqrt();
        let length = dot(&a, &a).sqrt();
        if length <= 1e-10 * whole {
            let b = if whole > 0.0 { b / whole } else { b };
            return Row { a: vec![0.0; a.len()], b };
        }
        Row { a: a.into_iter().map(|a| a / length).collect(), b: b / length }
    }

    /// The point with some coordinates.
    pub fn point(&self, z: &[f64]) -> Vec<f64> {
        let mut x = self.origin.clone();
        for (axis, z) in self.axes.iter().zip(z) {
            x.iter_mut().zip(axis).for_each(|(x, a)| *x += z * a);
        }
        x
    }
}
