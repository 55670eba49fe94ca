//! Nash averaging: how good strategies are against opponents that are themselves worth meeting (Balduzzi, Tuyls, Pérolat & Graepel 2018).
//!
//! A mean over all opponents changes if the same weak opponent is entered twice. Instead opponents are weighed as somebody would choose them who plays
//! for the difference: by an equilibrium p of the game of i getting Aᵢⱼ − Aⱼᵢ, and of several the one of the largest entropy, of which there is one. The
//! skill of a strategy is what it gets against p in that game: 0 for the best, below 0 for others. Copies of a strategy share its weight and change nobody's skill.

use crate::linear::solve;
use crate::vertices::{against, corners};
use crate::{GamesError, Payoffs};

/// Weights and skills.
#[derive(Debug, Clone, PartialEq)]
pub struct NashAverage {
    /// The weight of each strategy as an opponent: the equilibrium of the largest entropy.
    pub weights: Vec<f64>,
    /// The skill of each strategy, in units of the payoffs; 0 is the most that is possible.
    pub skill: Vec<f64>,
}

/// The Nash average of a game. What a strategy gets against itself does not matter.
///
/// # Errors
/// As [`crate::equilibria::symmetric`].
///
/// ```
/// use detente_games::{Payoffs, nash_averaging::nash_average};
///
/// let game = Payoffs::new(vec![vec![0.0, -1.0, 1.0], vec![1.0, 0.0, -1.0], vec![-1.0, 1.0, 0.0]])?;
/// let average = nash_average(&game)?;
/// assert!(average.weights.iter().all(|weight| (weight - 1.0 / 3.0).abs() < 1e-9));
/// assert!(average.skill.iter().all(|skill| skill.abs() < 1e-9));
/// # Ok::<(), detente_games::GamesError>(())
/// ```
pub fn nash_average(game: &Payoffs) -> Result<NashAverage, GamesError> {
    let n = game.len();
    let ahead = |i: usize, j: usize| game.of(i, j) - game.of(j, i);
    let all = || (0..n).flat_map(|i| (0..n).map(move |j| ahead(i, j)));
    let most = all().map(f64::abs).fold(0.0, f64::max);
    let scale = if most > game.tie() { most } else { 1.0 };
    // Differences that are ties are none, and the table is antisymmetric to the last bit.
    let entry = |i: usize, j: usize| if ahead(i, j).abs() <= game.tie() { 0.0 } else { ahead(i, j) / scale };
    let rows: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| entry(i, j)).collect()).collect();
    let corners = corners(&rows, true)?;
    let weights = most_even(&rows, &corners);
    let skill = against(&rows, &weights).into_iter().map(|skill| skill * scale).collect();
    Ok(NashAverage { weights, skill })
}

/// The mix of the largest entropy among those between corners of the set of equilibria.
///
/// By Newton's method within the directions in which the set extends, with a barrier at what holds it in, made steeper until it no longer
/// matters.
fn most_even(rows: &[Vec<f64>], corners: &[Vec<f64>]) -> Vec<f64> {
    let n = rows.len();
    let mean = |i: usize| corners.iter().map(|corner| corner[i]).sum::<f64>() / corners.len().max(1) as f64;
    let mut mix: Vec<f64> = (0..n).map(mean).collect();
    let directions = directions(corners);
    if directions.is_empty() {
        return mix;
    }
    let played: Vec<usize> = (0..n).filter(|i| mix[*i] > 0.0).collect();
    // Strategies that do worse than the value against some corner: against the mean of all there is room.
    let room = |mix: &[f64]| -> Vec<f64> { against(rows, mix).into_iter().map(|payoff| -payoff).collect() };
    let held: Vec<usize> = (0..n).filter(|i| room(&mix)[*i] > 1e-9).collect();
    // How what a held strategy falls short by changes along each direction.
    let slopes: Vec<Vec<f64>> = directions.iter().map(|direction| room(direction)).collect();
    let worth = |mix: &[f64], weight: f64| -> f64 {
        let entropy: f64 = played.iter().map(|i| mix[*i] * mix[*i].ln()).sum();
        let room = room(mix);
        weight * entropy - held.iter().map(|i| room[*i].ln()).sum::<f64>()
    };
    let inside = |mix: &[f64]| {
        let room = room(mix);
        played.iter().all(|i| mix[*i] > 0.0) && held.iter().all(|i| room[*i] > 0.0)
    };
    let d = directions.len();
    let mut weight = 1.0;
    while weight < 1e13 {
        for _ in 0..60 {
            let short = room(&mix);
            let gradient: Vec<f64> = (0..d)
                .map(|a| {
                    let entropy: f64 = played.iter().map(|i| (mix[*i].ln() + 1.0) * directions[a][*i]).sum();
                    weight * entropy - held.iter().map(|i| slopes[a][*i] / short[*i]).sum::<f64>()
                })
                .collect();
            let curvature = |a: usize, b: usize| -> f64 {
                let entropy: f64 =
                    played.iter().map(|i| directions[a][*i] * directions[b][*i] / mix[*i]).sum();
                let barrier = held.iter().map(|i| slopes[a][*i] * slopes[b][*i] / (short[*i] * short[*i]));
                weight * entropy + barrier.sum::<f64>()
            };
            let matrix = (0..d).map(|a| (0..d).map(|b| curvature(a, b)).collect()).collect();
            let Some(step) = solve(matrix, gradient.iter().map(|g| -g).collect()) else { break };
            let descent: f64 = step.iter().zip(&gradient).map(|(s, g)| s * g).sum();
            // Half of it is how far the value lies above its least.
            if descent.abs() < 1e-12 * weight {
                break;
            }
            let at = |far: f64| -> Vec<f64> {
                let along = |i: usize| (0..d).map(|a| step[a] * directions[a][i]).sum::<f64>();
                (0..n).map(|i| mix[i] + far * along(i)).collect()
            };
            let now = worth(&mix, weight);
            let fits =
                |far: &f64| inside(&at(*far)) && worth(&at(*far), weight) <= now + 1e-4 * far * descent;
            let Some(far) = (0..60).map(|k| 0.5_f64.powi(k)).find(fits) else { break };
            mix = at(far);
        }
        if held.is_empty() {
            break;
        }
        weight *= 10.0;
    }
    mix
}

/// Directions, at right angles and of length 1, in which the set between corners extends.
fn directions(corners: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let Some((first, others)) = corners.split_first() else { return Vec::new() };
    let mut found: Vec<Vec<f64>> = Vec::new();
    for other in others {
        let mut direction: Vec<f64> = other.iter().zip(first).map(|(a, b)| a - b).collect();
        for known in &found {
            let along: f64 = direction.iter().zip(known).map(|(a, b)| a * b).sum();
            direction.iter_mut().zip(known).for_each(|(a, b)| *a -= along * b);
        }
        let length = direction.iter().map(|a| a * a).sum::<f64>().sqrt();
        if length > 1e-7 {
            for a in &mut direction {
                *a /= length;
            }
            found.push(direction);
        }
    }
    found
}
