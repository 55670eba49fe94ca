//! Small linear programmes, with a bound that can be trusted.
//!
//! Maximise c·x subject to A·x ≤ b and low ≤ x ≤ high, by the simplex method on a dense tableau with Bland's rule (Bland
//! 1977), which cannot cycle. Rounding may spoil a simplex answer, so none is taken at its word: for any multipliers
//! y ≥ 0, `y·b + Σ_j max over the box of (c_j − y·A_j) x_j` is an upper bound on the optimum (Neumaier & Shcherbina 2004).
//! [`LinearSolution::bound`] is that bound for the multipliers found, [`LinearSolution::value`] what is reached, and the two agree when
//! the answer is right. For programmes of a few dozen rows and columns.

/// Below this a coefficient counts as rounding.
const ROUNDING: f64 = 1e-11;
/// Pivots after which the search is given up, far beyond what such small programmes take.
const MOST_PIVOTS: usize = 50_000;

/// A linear programme over a box.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinearProgramme {
    /// Rows of A with their right-hand sides: a·x ≤ b.
    pub rows: Vec<(Vec<f64>, f64)>,
    /// Lower and upper end of each unknown; finite.
    pub bounds: Vec<(f64, f64)>,
}

/// The optimum.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearSolution {
    /// Where it is reached.
    pub x: Vec<f64>,
    /// c·x there.
    pub value: f64,
    /// No feasible x does better than this, whatever the rounding on the way.
    pub bound: f64,
    /// By how much x violates the worst row; 0 if none.
    pub violation: f64,
}

impl LinearProgramme {
    /// Maximises c·x; `None` if no x satisfies all rows, or the search was given up.
    ///
    /// ```
    /// use detente_model::LinearProgramme;
    ///
    /// // x + 2y ≤ 4, 3x + y ≤ 6 in the box [0, 10]²: x + y is largest at (8/5, 6/5).
    /// let programme = LinearProgramme {
    ///     rows: vec![(vec![1.0, 2.0], 4.0), (vec![3.0, 1.0], 6.0)],
    ///     bounds: vec![(0.0, 10.0); 2],
    /// };
    /// let best = programme.maximise(&[1.0, 1.0]).unwrap();
    /// assert!((best.value - 2.8).abs() < 1e-12 && (best.bound - 2.8).abs() < 1e-12);
    /// ```
    pub fn maximise(&self, c: &[f64]) -> Option<LinearSolution> {
        let n = self.bounds.len();
        if c.len() != n || self.bounds.iter().any(|(low, high)| low > high || !(high - low).is_finite()) {
            return None;
        }
        // Shifted to x' = x − low ≥ 0; upper ends become rows; every row scaled to a largest coefficient of 1.
        let mut rows: Vec<(Vec<f64>, f64)> = Vec::with_capacity(self.rows.len() + n);
        let mut scales = Vec::with_capacity(self.rows.len());
        for (a, b) in &self.rows {
            if a.len() != n {
                return None;
            }
            let scale = a.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
            let shift: f64 = a.iter().zip(&self.bounds).map(|(a, (low, _))| a * low).sum();
            let scale = if scale > 0.0 { scale } else { 1.0 };
            scales.push(scale);
            rows.push((a.iter().map(|x| x / scale).collect(), (b - shift) / scale));
        }
        for (j, (low, high)) in self.bounds.iter().enumerate() {
            let mut unit = vec![0.0; n];
            unit[j] = 1.0;
            rows.push((unit, high - low));
        }
        let (shifted, multipliers) = Tableau::new(&rows, c).solve()?;
        let x: Vec<f64> =
            shifted.iter().zip(&self.bounds).map(|(x, (low, high))| (low + x).clamp(*low, *high)).collect();
        let y: Vec<f64> = multipliers.iter().zip(&scales).map(|(y, s)| y.max(0.0) / s).collect();
        Some(LinearSolution {
            value: dot(c, &x),
            bound: self.bound(c, &y),
            violation: self.rows.iter().map(|(a, b)| dot(a, &x) - b).fold(0.0, f64::max),
            x,
        })
    }

    /// An upper bound on c·x from any multipliers y ≥ 0, one a row.
    fn bound(&self, c: &[f64], y: &[f64]) -> f64 {
        let from_rows: f64 = self.rows.iter().zip(y).map(|((_, b), y)| b * y).sum();
        let from_box: f64 = self
            .bounds
            .iter()
            .enumerate()
            .map(|(j, (low, high))| {
                let reduced = c[j] - self.rows.iter().zip(y).map(|((a, _), y)| a[j] * y).sum::<f64>();
                if reduced > 0.0 { reduced * high } else { reduced * low }
            })
            .sum();
        from_rows + from_box
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The dictionary of the simplex method: basic unknowns as rows.
struct Tableau {
    /// Coefficients of the unknowns outside the basis, then the right-hand side.
    rows: Vec<Vec<f64>>,
    basic: Vec<usize>,
    outside: Vec<usize>,
    objective: Vec<f64>,
    unknowns: usize,
}

impl Tableau {
    fn new(rows: &[(Vec<f64>, f64)], c: &[f64]) -> Self {
        let n = c.len();
        Self {
            rows: rows.iter().map(|(a, b)| a.iter().copied().chain([*b]).collect()).collect(),
            basic: (n..n + rows.len()).collect(),
            outside: (0..n).collect(),
            objective: c.iter().copied().chain([0.0]).collect(),
            unknowns: n,
        }
    }

    /// The optimum in the shifted unknowns and the multipliers of the rows.
    fn solve(mut self) -> Option<(Vec<f64>, Vec<f64>)> {
        let m = self.rows.len();
        let wanted = self.objective.clone();
        let worst = (0..m).min_by(|a, b| self.rhs(*a).total_cmp(&self.rhs(*b)))?;
        if self.rhs(worst) < 0.0 {
            // Phase one: one artificial unknown, subtracted from every row, made as small as it can be.
            let artificial = self.unknowns + m;
            self.outside.push(artificial);
            let last = self.outside.len() - 1;
            for row in &mut self.rows {
                row.insert(last, -1.0);
            }
            self.objective = vec![0.0; last + 2];
            self.objective[last] = -1.0;
            self.pivot(worst, last);
            self.improve()?;
            let scale = 1.0 + self.rows.iter().fold(0.0_f64, |s, row| s.max(row[last + 1].abs()));
            if let Some(row) = self.basic.iter().position(|b| *b == artificial) {
                if self.rhs(row) > 1e-9 * scale {
                    return None;
                }
                let column = (0..self.outside.len())
                    .max_by(|a, b| self.rows[row][*a].abs().total_cmp(&self.rows[row][*b].abs()))?;
                self.pivot(row, column);
            }
            let column = self.outside.iter().position(|o| *o == artificial)?;
            self.outside.remove(column);
            for row in &mut self.rows {
                row.remove(column);
            }
            // The wanted objective in terms of what is now outside the basis.
            let n = self.outside.len();
            self.objective = vec![0.0; n + 1];
            for (j, c) in wanted.iter().take(self.unknowns).enumerate() {
                if let Some(column) = self.outside.iter().position(|o| *o == j) {
                    self.objective[column] += c;
                } else if let Some(row) = self.basic.iter().position(|b| *b == j) {
                    for column in 0..n {
                        self.objective[column] -= c * self.rows[row][column];
                    }
                }
            }
        }
        self.improve()?;
        let mut x = vec![0.0; self.unknowns];
        for (row, basic) in self.basic.iter().enumerate() {
            if let Some(x) = x.get_mut(*basic) {
                *x = self.rhs(row).max(0.0);
            }
        }
        let mut y = vec![0.0; m];
        for (column, outside) in self.outside.iter().enumerate() {
            if let Some(y) = outside.checked_sub(self.unknowns).and_then(|row| y.get_mut(row)) {
                *y = (-self.objective[column]).max(0.0);
            }
        }
        Some((x, y))
    }

    fn rhs(&self, row: usize) -> f64 {
        self.rows[row].last().copied().unwrap_or(0.0)
    }

    /// Pivots until nothing outside the basis improves the objective. Bounded by the box, it always ends.
    fn improve(&mut self) -> Option<()> {
        for _ in 0..MOST_PIVOTS {
            let entering = (0..self.outside.len())
                .filter(|column| self.objective[*column] > ROUNDING)
                .min_by_key(|column| self.outside[*column]);
            let Some(column) = entering else { return Some(()) };
            let leaving = (0..self.rows.len())
                .filter(|row| self.rows[*row][column] > ROUNDING)
                .map(|row| (self.rhs(row).max(0.0) / self.rows[row][column], self.basic[row], row))
                .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let (_, _, row) = leaving?;
            self.pivot(row, column);
        }
        None
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let by = self.rows[row][column];
        for (j, x) in self.rows[row].iter_mut().enumerate() {
            *x = if j == column { 1.0 / by } else { *x / by };
        }
        let pivot_row = self.rows[row].clone();
        let eliminate = |target: &mut Vec<f64>| {
            let factor = target[column];
            if factor != 0.0 {
                for (j, x) in target.iter_mut().enumerate() {
                    *x = if j == column { -factor * pivot_row[j] } else { *x - factor * pivot_row[j] };
                }
            }
        };
        for (k, target) in self.rows.iter_mut().enumerate() {
            if k != row {
                eliminate(target);
            }
        }
        eliminate(&mut self.objective);
        std::mem::swap(&mut self.basic[row], &mut self.outside[column]);
    }
}
