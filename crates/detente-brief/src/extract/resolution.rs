//! How much of what is not told can be worked out from what is: a linear solution with what rounding and ranges leave open.
//!
//! Let each unknown figure j be measured in its own range (width 1), and each shown number i in units of its last digit, and let `D` hold by how
//! much number i moves when figure j goes through its range. A reader who knows the ranges and sees rounded numbers is left, on the linear
//! account, with the covariance `(I + DᵀD)⁻¹` (in which a range and a rounding error, both uniform over a width of 1, weigh alike). The
//! square root of its diagonal is the share of each range that stays open: 1 if nothing is learned, near 0 if the figure can be worked out.
//! It is small for j exactly if every change of the unknown figures that moves j by much moves some number by more than its rounding hides:
//! the information matrix `DᵀD` is regular in that direction, which is local identifiability (Rothenberg 1971, theorem 1).

/// A shown number: by how many of its last digits it moves as each figure goes through its range; figures that do not move it are left out.
pub(super) type Moves = Vec<(usize, f64)>;

/// The share of its range that stays open for each of `figures` figures. Time is the cube of their number.
pub(super) fn left_open(figures: usize, rows: &[Moves]) -> Vec<f64> {
    let mut information = vec![vec![0.0; figures]; figures];
    for (j, row) in information.iter_mut().enumerate() {
        row[j] = 1.0;
    }
    for row in rows {
        for &(j, a) in row {
            for &(k, b) in row {
                information[j][k] += a * b;
            }
        }
    }
    let lower = cholesky(information);
    // The variance of j is the squared length of the solution of L·x = e_j.
    (0..figures)
        .map(|j| {
            let mut x = vec![0.0; figures];
            for i in j..figures {
                let known: f64 = (j..i).map(|k| lower[i][k] * x[k]).sum();
                x[i] = (f64::from(u8::from(i == j)) - known) / lower[i][i];
            }
            x.iter().map(|x| x * x).sum::<f64>().sqrt().min(1.0)
        })
        .collect()
}

/// The lower factor of a matrix whose eigenvalues are all 1 or more.
fn cholesky(mut of: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    for i in 0..of.len() {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| of[i][k] * of[j][k]).sum();
            let rest = of[i][j] - known;
            // Rounding may take a pivot below what it is in exact numbers.
            of[i][j] = if i == j { rest.max(1e-12).sqrt() } else { rest / of[j][j] };
        }
    }
    of
}

#[cfg(test)]
mod tests {
    use super::left_open;

    /// One number that shows the sum of two figures tells neither; two independent sums tell both.
    #[test]
    fn a_sum_alone_determines_neither_of_its_parts() {
        let sum = vec![(0, 100.0), (1, 100.0)];
        let difference = vec![(0, 100.0), (1, -100.0)];
        let alone = left_open(2, std::slice::from_ref(&sum));
        for open in alone {
            // What is left of each is the direction along which the sum stays as it is.
            assert!((open - 0.5f64.sqrt()).abs() < 1e-3, "{open}");
        }
        for open in left_open(2, &[sum, difference]) {
            assert!(open < 0.01, "{open}");
        }
    }

    #[test]
    fn what_moves_nothing_stays_open() {
        assert_eq!(left_open(3, &[vec![(1, 50.0)]])[0], 1.0);
        assert!(left_open(3, &[vec![(1, 50.0)]])[1] < 0.03);
        assert_eq!(left_open(2, &[]), [1.0, 1.0]);
        assert!(left_open(0, &[]).is_empty());
    }

    /// Against the inverse by elimination, on many small systems made by a congruential sequence.
    #[test]
    fn it_is_the_diagonal_of_the_inverse() {
        let mut state = 7u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % 21) as f64 - 10.0
        };
        for _ in 0..200 {
            let rows: Vec<Vec<(usize, f64)>> =
                (0..4).map(|_| (0..3).map(|j| (j, next())).collect()).collect();
            let mut m = [[0.0; 6]; 3];
            for j in 0..3 {
                for k in 0..3 {
                    let sum: f64 = rows.iter().map(|row| row[j].1 * row[k].1).sum();
                    m[j][k] = sum + if j == k { 1.0 } else { 0.0 };
                }
                m[j][3 + j] = 1.0;
            }
            for pivot in 0..3 {
                let by = m[pivot][pivot];
                m[pivot].iter_mut().for_each(|x| *x /= by);
                let row = m[pivot];
                for (i, other) in m.iter_mut().enumerate().filter(|(i, _)| *i != pivot) {
                    let _ = i;
                    let times = other[pivot];
                    other.iter_mut().zip(row).for_each(|(x, p)| *x -= times * p);
                }
            }
            let open = left_open(3, &rows);
            for j in 0..3 {
                assert!((open[j] - m[j][3 + j].sqrt()).abs() < 1e-9, "{open:?}");
            }
        }
    }
}
