//! The corners of the set of symmetric equilibria, by support enumeration.
//!
//! A mix x is a symmetric equilibrium if nothing does better against x than what x plays. For a support S (what is played) and a set T ⊇ S of strategies
//! that do equally well, the equations (Ax)ᵢ = v for i in T say what x can be. Where they leave one line of solutions, x is fixed by its sum; in a
//! game without ties T = S is enough. Where they leave more, further strategies are made to do equally well, in every way, so that corners of whole faces
//! of equilibria are found too: every equilibrium is a mix of corners that are joined to each other.

use crate::GamesError;
use crate::dominance::undominated;
use crate::linear::{Null, null};

/// Systems of equations that are solved for one game at the most.
pub(crate) const SYSTEMS: u64 = 1 << 20;

/// Shares and differences below this are none, on payoffs between 0 and 1.
const NONE: f64 = 1e-9;

/// A search in one table, with payoffs of the size of 1.
struct Corners<'a> {
    rows: &'a [Vec<f64>],
    /// Whether the value of the game is known to be 0.
    value_is_nothing: bool,
    solved: u64,
    found: Vec<Vec<f64>>,
}

/// The corners of the set of symmetric equilibria, smaller supports first and those of one size in the order of the strategies.
/// `rows` holds payoffs of the size of 1; `value_is_nothing` that the table is antisymmetric, so that every equilibrium is worth 0.
pub(crate) fn corners(rows: &[Vec<f64>], value_is_nothing: bool) -> Result<Vec<Vec<f64>>, GamesError> {
    let playable = undominated(rows, NONE);
    let too_much = || GamesError::TooMuchWork { strategies: playable.len(), most: SYSTEMS };
    if playable.len() >= 20 {
        return Err(too_much());
    }
    let mut search = Corners { rows, value_is_nothing, solved: 0, found: Vec::new() };
    let mut supports: Vec<Vec<usize>> = (1_u32..1 << playable.len())
        .map(|set| playable.iter().enumerate().filter(|(k, _)| set >> k & 1 == 1).map(|(_, s)| *s).collect())
        .collect();
    supports.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    for support in supports {
        search.with(&support, &support, 0).ok_or_else(too_much)?;
    }
    Ok(search.found)
}

impl Corners<'_> {
    /// Looks for the corners with a support and with `equal` doing equally well, and further ones from `next` on; `None` where the work
    /// is used up.
    fn with(&mut self, support: &[usize], equal: &[usize], next: usize) -> Option<()> {
        self.solved += 1;
        if self.solved > SYSTEMS {
            return None;
        }
        let equation = |row: &usize| -> Vec<f64> {
            let played = support.iter().map(|column| self.rows[*row][*column]);
            played.chain((!self.value_is_nothing).then_some(-1.0)).collect()
        };
        let equations = equal.iter().map(equation).collect();
        match null(equations, support.len() + usize::from(!self.value_is_nothing)) {
            Null::Nothing => {}
            Null::Line(solution) => self.keep(support, &solution),
            Null::More => {
                for more in (next..self.rows.len()).filter(|more| !support.contains(more)) {
                    let mut equal = equal.to_vec();
                    equal.push(more);
                    self.with(support, &equal, more + 1)?;
                }
            }
        }
        Some(())
    }

    /// Keeps a solution if it is an equilibrium that has just this support.
    fn keep(&mut self, support: &[usize], solution: &[f64]) {
        let sum: f64 = solution[..support.len()].iter().sum();
        if sum.abs() < NONE {
            return;
        }
        let mut mix = vec![0.0; self.rows.len()];
        for (strategy, share) in support.iter().zip(solution) {
            mix[*strategy] = share / sum;
        }
        if support.iter().any(|strategy| mix[*strategy] <= NONE) {
            return;
        }
        let against = against(self.rows, &mix);
        let value = support.iter().map(|s| mix[*s] * against[*s]).sum::<f64>();
        let rests = against.iter().all(|payoff| *payoff <= value + NONE)
            && support.iter().all(|s| (against[*s] - value).abs() <= NONE);
        let same = |other: &Vec<f64>| other.iter().zip(&mix).all(|(a, b)| (a - b).abs() <= 1e-7);
        if rests && !self.found.iter().any(same) {
            self.found.push(mix);
        }
    }
}

/// What each strategy gets against a mix.
pub(crate) fn against(rows: &[Vec<f64>], mix: &[f64]) -> Vec<f64> {
    rows.iter().map(|row| row.iter().zip(mix).map(|(payoff, share)| payoff * share).sum()).collect()
}

/// Whether every mix of two corners is an equilibrium as well: each plays only what does best against the other.
pub(crate) fn joined(rows: &[Vec<f64>], a: &[f64], b: &[f64]) -> bool {
    let best_against = |mix: &[f64], played: &[f64]| {
        let each = against(rows, mix);
        let most = each.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        each.iter().zip(played).all(|(payoff, share)| *share == 0.0 || *payoff >= most - NONE)
    };
    best_against(a, b) && best_against(b, a)
}
