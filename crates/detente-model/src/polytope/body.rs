//! A polytope with its inside found: the middle, and axes in which it is about as wide in every direction.
//!
//! The largest ball inside (Chebyshev centre) comes from a linear programme. Where it has no radius the set is flat: the inequalities that
//! hold with equality everywhere are found, one linear programme each, and turned into equations, until what is left has an
//! inside in its own dimension. From the ball's centre Newton's method goes to the analytic centre, the point at which the
//! product of the distances to the walls is largest; the Hessian there is an ellipsoid that lies inside the set and, enlarged by the number of
//! walls, contains it (Sonnevend 1985; Boyd & Vandenberghe 2004, ch. 8.5). A walk in the axes of that ellipsoid is not slowed down
//! by a set that is long and thin.

use super::subspace::{Row, Subspace};
use super::{Polytope, TOLERANCE, dot};
use crate::LinearProgramme;

/// A polytope that is not empty, ready to be drawn from.
#[derive(Debug, Clone)]
pub struct Body {
    /// The analytic centre.
    pub(super) centre: Vec<f64>,
    /// Directions in the space of x; as many as the set has dimensions.
    pub(super) axes: Vec<Vec<f64>>,
    /// For each wall, how much it comes nearer on each axis.
    pub(super) walls: Vec<Vec<f64>>,
    /// For each wall, how far it is from the centre.
    pub(super) distance: Vec<f64>,
}

/// A slack below which a wall of a flat set counts as one that nothing can leave: far above the tolerance of the programmes, far
/// below any width that a case would state.
const FLAT: f64 = 1e-7;

impl Body {
    /// The inside of a polytope; `None` if it is empty.
    pub fn of(polytope: &Polytope) -> Option<Self> {
        let tolerance = TOLERANCE * polytope.reach;
        let mut open: Vec<_> = polytope.constraints.iter().filter(|c| !c.exact).collect();
        let mut tight = Vec::new();
        loop {
            let space = polytope.subspace(&tight)?;
            let rows = space.rows(open.iter().copied());
            if rows.iter().any(|row| row.is_constant() && row.b < -tolerance) {
                return None;
            }
            let walls: Vec<Row> = rows.iter().filter(|row| !row.is_constant()).cloned().collect();
            if space.axes.is_empty() {
                let centre = space.origin;
                return Some(Self { centre, axes: Vec::new(), walls: Vec::new(), distance: Vec::new() });
            }
            let (z, radius) = largest_ball(&walls, space.axes.len(), polytope.reach)?;
            if radius < -tolerance {
                return None;
            }
            if radius > FLAT * polytope.reach {
                return Some(Self::around(&space, &walls, z));
            }
            let slack = |i: usize| -> f64 {
                if rows[i].is_constant() {
                    return f64::INFINITY;
                }
                let away: Vec<f64> = rows[i].a.iter().map(|a| -a).collect();
                let programme = LinearProgramme {
                    rows: walls.iter().map(|row| (row.a.clone(), row.b + 2.0 * tolerance)).collect(),
                    bounds: vec![(-2.0 * polytope.reach, 2.0 * polytope.reach); space.axes.len()],
                };
                programme.maximise(&away).map_or(0.0, |best| rows[i].b + best.value)
            };
            let slacks: Vec<f64> = (0..rows.len()).map(slack).collect();
            let least = slacks.iter().copied().fold(f64::INFINITY, f64::min);
            let limit = least.max(FLAT * polytope.reach);
            let mut still_open = Vec::new();
            for (constraint, slack) in open.into_iter().zip(slacks) {
                if slack <= limit { tight.push(constraint) } else { still_open.push(constraint) }
            }
            open = still_open;
        }
    }

    fn around(space: &Subspace, walls: &[Row], inside: Vec<f64>) -> Self {
        let (z, factor) = analytic_centre(walls, inside);
        let dimensions = z.len();
        let centre = space.point(&z);
        let distance = walls.iter().map(|row| row.b - dot(&row.a, &z)).collect();
        // With H = L·Lᵀ, the columns of L⁻ᵀ are axes in which H is the identity.
        let axes = (0..dimensions)
            .map(|j| {
                let mut unit = vec![0.0; dimensions];
                unit[j] = 1.0;
                let column = factor.solve_upper(unit);
                let mut axis = vec![0.0; centre.len()];
                for (own, c) in space.axes.iter().zip(&column) {
                    axis.iter_mut().zip(own).for_each(|(a, o)| *a += c * o);
                }
                axis
            })
            .collect();
        let walls = walls.iter().map(|row| factor.solve_lower(row.a.clone())).collect();
        Self { centre, axes, walls, distance }
    }

    /// The point at which the product of the distances to the walls is largest.
    pub fn centre(&self) -> &[f64] {
        &self.centre
    }

    /// In how many dimensions it is spread.
    pub fn dimension(&self) -> usize {
        self.axes.len()
    }
}

/// Centre and radius of the largest ball that keeps all rows; a negative radius says by how much the worst row is missed at the
/// least. `None` if the programme was given up.
pub(super) fn largest_ball(rows: &[Row], dimension: usize, reach: f64) -> Option<(Vec<f64>, f64)> {
    if dimension == 0 {
        return Some((Vec::new(), reach));
    }
    // So small a radius keeps every row wherever the box begins: the programme starts feasible.
    let least = -4.0 * reach * (1.0 + (dimension as f64).sqrt());
    let mut bounds = vec![(-2.0 * reach, 2.0 * reach); dimension];
    bounds.push((least, reach));
    let walls = rows.iter().filter(|row| !row.is_constant());
    let programme = LinearProgramme {
        rows: walls.map(|row| (row.a.iter().copied().chain([1.0]).collect(), row.b)).collect(),
        bounds,
    };
    let mut aim = vec![0.0; dimension + 1];
    aim[dimension] = 1.0;
    let mut best = programme.maximise(&aim)?.x;
    let radius = best.pop()?;
    Some((best, radius))
}

/// Newton's method with steps damped by `1/(1 + λ)`, which stay inside (Nesterov & Nemirovskii 1994), and the factor of the
/// Hessian where it ends.
fn analytic_centre(walls: &[Row], mut z: Vec<f64>) -> (Vec<f64>, Cholesky) {
    const MOST_STEPS: usize = 100;
    let n = z.len();
    let hessian_at = |z: &[f64]| {
        let mut gradient = vec![0.0; n];
        let mut hessian = vec![vec![0.0; n]; n];
        for row in walls {
            let slack = row.b - dot(&row.a, z);
            for (i, a) in row.a.iter().enumerate() {
                gradient[i] += a / slack;
                for (entry, b) in hessian[i].iter_mut().zip(&row.a[..=i]) {
                    *entry += a * b / (slack * slack);
                }
            }
        }
        (gradient, Cholesky::of(hessian))
    };
    let (mut gradient, mut factor) = hessian_at(&z);
    for _ in 0..MOST_STEPS {
        let half = factor.solve_lower(gradient);
        let decrement = dot(&half, &half).sqrt();
        if decrement < 1e-10 {
            break;
        }
        let step = factor.solve_upper(half);
        let damping = if decrement > 0.25 { 1.0 / (1.0 + decrement) } else { 1.0 };
        z.iter_mut().zip(&step).for_each(|(z, s)| *z -= damping * s);
        (gradient, factor) = hessian_at(&z);
    }
    (z, factor)
}

/// The lower triangle L of a positive definite matrix L·Lᵀ.
struct Cholesky(Vec<Vec<f64>>);

impl Cholesky {
    fn of(mut matrix: Vec<Vec<f64>>) -> Self {
        let n = matrix.len();
        for i in 0..n {
            for j in 0..=i {
                let sum = matrix[i][j] - dot(&matrix[i][..j], &matrix[j][..j]);
                // The walls close the set on every side, so the matrix is positive definite but for rounding.
                matrix[i][j] = if i == j { sum.max(1e-12).sqrt() } else { sum / matrix[j][j] };
            }
        }
        Self(matrix)
    }

    /// L⁻¹·v.
    fn solve_lower(&self, mut v: Vec<f64>) -> Vec<f64> {
        for i in 0..v.len() {
            v[i] = (v[i] - dot(&self.0[i][..i], &v[..i])) / self.0[i][i];
        }
        v
    }

    /// L⁻ᵀ·v.
    fn solve_upper(&self, mut v: Vec<f64>) -> Vec<f64> {
        for i in (0..v.len()).rev() {
            let below: f64 = (i + 1..v.len()).map(|k| self.0[k][i] * v[k]).sum();
            v[i] = (v[i] - below) / self.0[i][i];
        }
        v
    }
}
