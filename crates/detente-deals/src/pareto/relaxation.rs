//! How good a package can be at most, and packages that come close.
//!
//! **Definition.** For weights λ ≥ 0 the smallest coordinate of a package is at most the weighted mean of its coordinates, and the
//! largest weighted sum over all packages is found issue by issue. So
//! `max_x min_d x_d ≤ min_λ (Σ_k max_option Σ_d λ_d a_kd(option)) / Σ_d λ_d` (Lagrange relaxation: Geoffrion 1974). What an
//! interaction may add counts when it helps, and infeasible combinations are allowed, which can only raise the bound.
//!
//! **Method.** The right-hand side is convex in λ and is made small by cutting planes (Kelley 1960): each λ is answered by
//! a package, and the next λ is the one for which the packages met so far are worst. Every bound is computed in integers for
//! integer weights, so rounding in the choice of λ can make it weaker but never wrong.
//!
//! **Cost.** Linear in the number of options, for each of at most [`ROUNDS`] weights.

use detente_model::LinearProgramme;

use super::problem::Problem;
use crate::sorting::Sorting;

/// Weights that are tried at most.
const ROUNDS: usize = 48;
/// Weights are whole numbers that sum to about this.
const SCALE: f64 = (1_u64 << 30) as f64;
/// Directions that are kept for pruning: the ones with the lowest bounds.
const KEPT: usize = 4;

/// A direction in which packages can be told to be too poor: their weighted sum must reach a floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Direction {
    /// One weight a coordinate, not negative.
    pub weights: Vec<i64>,
    /// What the weighted sum must reach.
    pub floor: i128,
}

/// What the relaxation says.
#[derive(Debug, Clone)]
pub(crate) struct Relaxation {
    /// No package has a larger smallest coordinate.
    pub bound: i64,
    /// The weights with the lowest bounds, the lowest first.
    pub weights: Vec<Vec<i64>>,
    /// The packages that answered the weights, as picks; what they are worth is another matter where issues are tied.
    pub answers: Vec<Vec<usize>>,
}

impl Problem {
    /// The largest weighted sum that picks can reach, if every interaction that helps counts and nothing is forbidden, with
    /// the picks and the vector that reach it.
    pub(crate) fn richest(&self, weights: &[i64]) -> (i128, Vec<usize>, Vec<i64>) {
        let mut vector: Vec<i64> = self.coordinates.iter().map(|c| c.start).collect();
        let plus = |vector: &mut [i64], add: &[i64]| vector.iter_mut().zip(add).for_each(|(x, y)| *x += y);
        let mut picks = Vec::with_capacity(self.choices.len());
        for issue in &self.choices {
            // Of equals the first.
            let mut best: Option<(i128, usize)> = None;
            for (pick, choice) in issue.iter().enumerate() {
                let worth = dot(weights, &choice.add);
                if best.is_none_or(|(most, _)| worth > most) {
                    best = Some((worth, pick));
                }
            }
            let pick = best.map_or(0, |(_, pick)| pick);
            plus(&mut vector, &issue[pick].add);
            picks.push(pick);
        }
        for add in self.factors.iter().filter_map(|factor| factor.add.as_ref()) {
            if dot(weights, add) > 0 {
                plus(&mut vector, add);
            }
        }
        (dot(weights, &vector), picks, vector)
    }

    /// The relaxation of the search for the largest smallest coordinate. Every issue must offer a choice, and there must be a
    /// coordinate.
    pub(crate) fn relax(&self) -> Relaxation {
        self.relax_down_to(i64::MIN)
    }

    /// The same for somebody to whom all bounds below `enough` are alike: the first one found ends the search.
    pub(crate) fn relax_down_to(&self, enough: i64) -> Relaxation {
        let count = self.coordinates.len();
        let mut weights = vec![(SCALE / count as f64) as i64; count];
        let mut met: Vec<(i64, Vec<i64>)> = Vec::new();
        let mut cuts: Vec<Vec<f64>> = Vec::new();
        let mut answers: Vec<Vec<usize>> = Vec::new();
        let mut bound = i64::MAX;
        for _ in 0..ROUNDS {
            self.watch.work((self.choices.iter().map(Vec::len).sum::<usize>() * count) as u64);
            let total: i128 = weights.iter().map(|w| i128::from(*w)).sum();
            let (most, picks, vector) = self.richest(&weights);
            let here = i64::try_from(most.div_euclid(total)).unwrap_or(i64::MAX);
            met.push((here, weights));
            bound = bound.min(here);
            if bound < enough {
                break;
            }
            let cut: Vec<f64> = vector.iter().map(|x| *x as f64).collect();
            if cuts.contains(&cut) {
                break;
            }
            cuts.push(cut);
            if !answers.contains(&picks) {
                answers.push(picks);
            }
            let Some((next, least)) = worst_mixture(&cuts) else { break };
            // The cuts say that no weights can bring the bound below `least`.
            if (bound as f64) - least <= 1.0 {
                break;
            }
            weights = next;
        }
        met.order_by(Ord::cmp);
        met.dedup();
        met.truncate(KEPT);
        Relaxation { bound, weights: met.into_iter().map(|(_, weights)| weights).collect(), answers }
    }
}

/// The weights for which the largest weighted sum of the vectors is least, and that sum; `None` if the programme fails.
fn worst_mixture(vectors: &[Vec<f64>]) -> Option<(Vec<i64>, f64)> {
    let count = vectors.first()?.len();
    let size = vectors.iter().flatten().fold(1.0_f64, |size, x| size.max(x.abs()));
    let mut rows: Vec<(Vec<f64>, f64)> =
        vectors.iter().map(|vector| (vector.iter().map(|x| x / size).chain([-1.0]).collect(), 0.0)).collect();
    let sum = |sign: f64| std::iter::repeat_n(sign, count).chain([0.0]).collect();
    rows.push((sum(1.0), 1.0));
    rows.push((sum(-1.0), -1.0));
    let mut bounds = vec![(0.0, 1.0); count];
    bounds.push((-2.0, 2.0));
    let mut objective = vec![0.0; count];
    objective.push(-1.0);
    let solution = LinearProgramme { rows, bounds }.maximise(&objective)?;
    let weights: Vec<i64> = solution.x[..count].iter().map(|x| (x * SCALE).round() as i64).collect();
    (weights.iter().any(|w| *w > 0)).then_some((weights, -solution.bound * size))
}

/// A weighted sum, exactly.
pub(crate) fn dot(weights: &[i64], vector: &[i64]) -> i128 {
    weights.iter().zip(vector).map(|(w, x)| i128::from(*w) * i128::from(*x)).sum()
}
