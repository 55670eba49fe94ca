//! Systems of equations that leave one direction open.

/// What solves a homogeneous system.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Null {
    /// Nothing but 0.
    Nothing,
    /// The multiples of one vector.
    Line(Vec<f64>),
    /// More than that.
    More,
}

/// Pivots below this, in rows whose entries are of the size of 1, are none.
const PIVOT: f64 = 1e-9;

/// The solutions x of rows · x = 0, by Gauss and Jordan with full pivoting.
pub(crate) fn null(mut rows: Vec<Vec<f64>>, columns: usize) -> Null {
    let mut order: Vec<usize> = (0..columns).collect();
    let mut rank = 0;
    while rank < rows.len() && rank < columns {
        let mut best = (rank, rank, 0.0);
        for (r, row) in rows.iter().enumerate().skip(rank) {
            for (c, place) in order.iter().enumerate().skip(rank) {
                if row[*place].abs() > best.2 {
                    best = (r, c, row[*place].abs());
                }
            }
        }
        if best.2 < PIVOT {
            break;
        }
        rows.swap(rank, best.0);
        order.swap(rank, best.1);
        let pivot = order[rank];
        let scale = rows[rank][pivot];
        for entry in &mut rows[rank] {
            *entry /= scale;
        }
        let leading = rows[rank].clone();
        for (r, row) in rows.iter_mut().enumerate() {
            let factor = row[pivot];
            if r != rank && factor != 0.0 {
                row.iter_mut().zip(&leading).for_each(|(entry, lead)| *entry -= factor * lead);
            }
        }
        rank += 1;
    }
    match columns - rank {
        0 => Null::Nothing,
        1 => {
            let free = order[rank];
            let mut solution = vec![0.0; columns];
            solution[free] = 1.0;
            order[..rank].iter().zip(&rows).for_each(|(place, row)| solution[*place] = -row[free]);
            Null::Line(solution)
        }
        _ => Null::More,
    }
}

/// The solution x of a square system matrix · x = right, with partial pivoting; `None` where it has not exactly one.
pub(crate) fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let n = right.len();
    for k in 0..n {
        let pivot = (k..n).max_by(|a, b| matrix[*a][k].abs().total_cmp(&matrix[*b][k].abs()))?;
        if matrix[pivot][k] == 0.0 || !matrix[pivot][k].is_finite() {
            return None;
        }
        matrix.swap(k, pivot);
        right.swap(k, pivot);
        let leading = matrix[k].clone();
        for below in k + 1..n {
            let factor = matrix[below][k] / leading[k];
            for (entry, lead) in matrix[below].iter_mut().zip(&leading).skip(k) {
                *entry -= factor * lead;
            }
            right[below] -= factor * right[k];
        }
    }
    for k in (0..n).rev() {
        let known: f64 = (k + 1..n).map(|c| matrix[k][c] * right[c]).sum();
        right[k] = (right[k] - known) / matrix[k][k];
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_whatever_the_order_of_the_rows() {
        let rows = vec![vec![1.0, -1.0, 0.0], vec![0.0, 1.0, -2.0]];
        for rows in [rows.clone(), rows.into_iter().rev().collect()] {
            let Null::Line(x) = null(rows, 3) else { panic!("one line") };
            assert!((x[0] - x[1]).abs() < 1e-12 && (x[1] - 2.0 * x[2]).abs() < 1e-12);
        }
        assert_eq!(null(vec![vec![1.0, 0.0], vec![0.0, 1.0]], 2), Null::Nothing);
        assert_eq!(null(vec![vec![1.0, 1.0, 1.0]], 3), Null::More);
    }

    #[test]
    fn a_square_system_is_solved_and_a_singular_one_is_not() {
        let x = solve(vec![vec![0.0, 2.0], vec![1.0, 1.0]], vec![4.0, 5.0]).unwrap();
        assert!((x[0] - 3.0).abs() < 1e-12 && (x[1] - 2.0).abs() < 1e-12);
        assert_eq!(solve(vec![vec![1.0, 1.0], vec![1.0, 1.0]], vec![1.0, 2.0]), None);
    }
}
