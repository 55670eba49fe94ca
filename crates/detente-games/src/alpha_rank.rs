//! α-rank: which strategies a crowd is found playing that imitates success and seldom tries something new (Omidshafiei et al. 2019).
//!
//! All play σ, but for one who tries τ. Who meets τ and σ imitates the one that did better, the more surely the larger the intensity α is. Among M, one τ takes over
//! with the chance ρ = (1 − e^(−α d)) / (1 − e^(−α M d)), where d is what τ gets against σ less what σ gets against τ; 1/M if they get the same. The walk from strategy to
//! strategy has one stationary law, and a strategy's mass in it is its rank. As the paper does, α is raised until the law no longer changes.
//!
//! Chances of taking over fall below every number that a computer holds. So they are kept as logarithms, and the stationary law is found by
//! the elimination of Grassmann, Taksar & Heyman (1985), which subtracts nothing: every mass is right to its last digits at any α.

use crate::Payoffs;

/// How many there are in the crowd.
pub const CROWD: f64 = 50.0;

/// α is raised to this at the most, in units of one over the range of the payoffs.
const MOST_INTENSITY: f64 = 1e8;
/// The law rests if no mass changes by more than this from one α to the next, ten times in a row…
const REST: f64 = 1e-9;
/// … and α rises by this many steps to ten times its value.
const STEPS: i32 = 4;

/// The stationary law at one intensity.
#[derive(Debug, Clone, PartialEq)]
pub struct AtIntensity {
    /// α, in units of one over the range of the payoffs.
    pub alpha: f64,
    /// The mass of each strategy; they add up to 1.
    pub mass: Vec<f64>,
}

/// The masses as α rises.
#[derive(Debug, Clone, PartialEq)]
pub struct AlphaRank {
    /// From a hundredth on, four values to a factor of ten.
    pub sweep: Vec<AtIntensity>,
    /// Whether the law rests at the end of the sweep; if not, some strategies are so nearly alike that more intensity would still tell them apart.
    pub rests: bool,
}

impl AlphaRank {
    /// How many there are in the crowd.
    pub fn crowd(&self) -> u32 {
        CROWD as u32
    }

    /// The masses at the end of the sweep.
    pub fn mass(&self) -> &[f64] {
        self.sweep.last().map_or(&[], |last| &last.mass)
    }

    /// Strategies by mass, the largest first; those of the same mass, to a billionth, share a place. Ascending within a place.
    pub fn places(&self) -> Vec<Vec<usize>> {
        let mass = self.mass();
        let mut order: Vec<usize> = (0..mass.len()).collect();
        order.sort_by(|a, b| mass[*b].total_cmp(&mass[*a]));
        let mut places: Vec<Vec<usize>> = Vec::new();
        for strategy in order {
            match places.last_mut() {
                Some(place) if mass[place[0]] - mass[strategy] <= REST => place.push(strategy),
                _ => places.push(vec![strategy]),
            }
        }
        for place in &mut places {
            place.sort_unstable();
        }
        places
    }
}

/// The α-rank of a game, by a sweep over α.
///
/// ```
/// use detente_games::{Payoffs, alpha_rank::alpha_rank};
///
/// let game = Payoffs::new(vec![vec![3.0, 0.0], vec![5.0, 1.0]])?;
/// let ranked = alpha_rank(&game);
/// assert!(ranked.rests && ranked.mass()[1] > 1.0 - 1e-12, "all confess");
/// # Ok::<(), detente_games::GamesError>(())
/// ```
pub fn alpha_rank(game: &Payoffs) -> AlphaRank {
    let rows = game.on_one();
    let mut sweep: Vec<AtIntensity> = Vec::new();
    let mut still = 0;
    for step in -2 * STEPS.. {
        let alpha = 10_f64.powf(f64::from(step) / f64::from(STEPS));
        if alpha > MOST_INTENSITY {
            return AlphaRank { sweep, rests: false };
        }
        let mass = stationary(&rows, alpha);
        let moved = sweep.last().map_or(1.0, |before| {
            before.mass.iter().zip(&mass).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
        });
        still = if moved <= REST { still + 1 } else { 0 };
        sweep.push(AtIntensity { alpha, mass });
        // Where nothing distinguishes any two strategies, the law rests from the beginning.
        if still >= 10 && (alpha >= 10.0 || game.range() == 0.0) {
            return AlphaRank { sweep, rests: true };
        }
    }
    AlphaRank { sweep, rests: false }
}

/// The stationary law at an intensity, of payoffs between 0 and 1.
pub fn stationary(rows: &[Vec<f64>], alpha: f64) -> Vec<f64> {
    let n = rows.len();
    // From a strategy to another: the logarithm of the chance that the other takes over. One over the number of others is common to all and left out.
    let mut rate: Vec<Vec<f64>> = (0..n)
        .map(|from| {
            (0..n).map(|to| taking_over(alpha * difference(rows[to][from], rows[from][to]))).collect()
        })
        .collect();
    for k in (1..n).rev() {
        let leaving = (0..k).map(|j| rate[k][j]).fold(f64::NEG_INFINITY, sum_of_logs);
        for i in 0..k {
            rate[i][k] -= leaving;
            for j in (0..k).filter(|j| *j != i) {
                rate[i][j] = sum_of_logs(rate[i][j], rate[i][k] + rate[k][j]);
            }
        }
    }
    let mut mass = vec![0.0_f64; n];
    for k in 1..n {
        mass[k] = (0..k).map(|i| mass[i] + rate[i][k]).fold(f64::NEG_INFINITY, sum_of_logs);
    }
    let all = mass.iter().copied().fold(f64::NEG_INFINITY, sum_of_logs);
    mass.iter().map(|one| (one - all).exp()).collect()
}

/// A difference of payoffs; none where they tie.
fn difference(a: f64, b: f64) -> f64 {
    if (a - b).abs() < crate::payoffs::TIE { 0.0 } else { a - b }
}

/// ln ρ for α d.
fn taking_over(pull: f64) -> f64 {
    // ln(1 − e^(−y)), y above 0.
    let less = |y: f64| (-(-y).exp_m1()).ln();
    if pull == 0.0 {
        -CROWD.ln()
    } else if pull > 0.0 {
        less(pull) - less(CROWD * pull)
    } else {
        // Both counter and denominator times −1, and e to their size taken out.
        let push = -pull;
        (push + less(push)) - (CROWD * push + less(CROWD * push))
    }
}

/// ln(eᵃ + eᵇ).
fn sum_of_logs(a: f64, b: f64) -> f64 {
    let (high, low) = (a.max(b), a.min(b));
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}
