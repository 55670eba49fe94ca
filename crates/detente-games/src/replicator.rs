//! The replicator dynamics: a crowd in which what does better than the average spreads (Taylor & Jonker 1978).
//!
//! ẋᵢ = xᵢ ((Ax)ᵢ − xᵀAx), with payoffs divided by their range, so that one unit of time is what the largest difference of payoffs needs to multiply a small share by e. By
//! the method of Runge and Kutta of the fourth order, with steps of a fiftieth.

use crate::Payoffs;

/// Steps in one unit of time.
const STEPS: usize = 50;

/// The shares of all strategies at the times 0, 1, 2 … `time`, from a mix at time 0. What is absent stays absent.
///
/// ```
/// use detente_games::{Payoffs, replicator::trajectory};
///
/// let game = Payoffs::new(vec![vec![3.0, 0.0], vec![5.0, 1.0]])?;
/// let path = trajectory(&game, &[0.5, 0.5], 100);
/// assert!(path.len() == 101 && path[100][1] > 0.999, "all confess");
/// # Ok::<(), detente_games::GamesError>(())
/// ```
pub fn trajectory(game: &Payoffs, start: &[f64], time: usize) -> Vec<Vec<f64>> {
    let rows = game.on_one();
    // How the shares change at a mix, with what each strategy gets in `each`.
    let change = |mix: &[f64], each: &mut [f64], to: &mut [f64]| {
        let mut mean = 0.0;
        for ((row, payoff), share) in rows.iter().zip(each.iter_mut()).zip(mix) {
            *payoff = row.iter().zip(mix).map(|(payoff, share)| payoff * share).sum();
            mean += *payoff * share;
        }
        for ((to, payoff), share) in to.iter_mut().zip(each.iter()).zip(mix) {
            *to = share * (payoff - mean);
        }
    };
    let moved = |mix: &[f64], by: &[f64], far: f64, to: &mut [f64]| {
        for ((to, share), by) in to.iter_mut().zip(mix).zip(by) {
            *to = share + far * by;
        }
    };
    let h = 1.0 / STEPS as f64;
    let mut mix = start.to_vec();
    let (mut each, mut at) = (vec![0.0; mix.len()], vec![0.0; mix.len()]);
    let [mut a, mut b, mut c, mut d] = [(); 4].map(|()| vec![0.0; mix.len()]);
    let mut path = vec![mix.clone()];
    for _ in 0..time {
        for _ in 0..STEPS {
            change(&mix, &mut each, &mut a);
            moved(&mix, &a, h / 2.0, &mut at);
            change(&at, &mut each, &mut b);
            moved(&mix, &b, h / 2.0, &mut at);
            change(&at, &mut each, &mut c);
            moved(&mix, &c, h, &mut at);
            change(&at, &mut each, &mut d);
            for (i, share) in mix.iter_mut().enumerate() {
                *share = (*share + h / 6.0 * (a[i] + 2.0 * b[i] + 2.0 * c[i] + d[i])).max(0.0);
            }
            let sum: f64 = mix.iter().sum();
            for share in &mut mix {
                *share /= sum;
            }
        }
        path.push(mix.clone());
    }
    path
}

/// All strategies in equal shares.
pub fn even(strategies: usize) -> Vec<f64> {
    vec![1.0 / strategies as f64; strategies]
}

/// A mix of which one strategy has nine tenths, or all if it is the only one, and the others share the rest.
pub fn mostly(strategy: usize, strategies: usize) -> Vec<f64> {
    const MOST: f64 = 0.9;
    if strategies == 1 {
        return vec![1.0];
    }
    let rest = (1.0 - MOST) / (strategies - 1) as f64;
    (0..strategies).map(|i| if i == strategy { MOST } else { rest }).collect()
}
