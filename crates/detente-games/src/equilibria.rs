//! Symmetric Nash equilibria: what to play if everybody plays the same and nobody would gain by playing otherwise.

use crate::vertices::{corners, joined};
use crate::{GamesError, Payoffs};

/// A mix in which nobody gains by playing otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Equilibrium {
    /// The share of each strategy.
    pub mix: Vec<f64>,
    /// What everybody gets.
    pub value: f64,
}

/// All symmetric equilibria of a game.
#[derive(Debug, Clone, PartialEq)]
pub struct Equilibria {
    /// The corners of the set of equilibria; in a game without ties these are all there are. Those that play fewer strategies come first.
    pub list: Vec<Equilibrium>,
    /// Pairs of them, by place, of which every mix is an equilibrium too.
    pub joined: Vec<(usize, usize)>,
}

/// Strategies that are their own best reply: pure symmetric equilibria, ascending.
pub fn pure(game: &Payoffs) -> Vec<usize> {
    let best = |k: usize| (0..game.len()).all(|i| game.of(i, k) <= game.of(k, k) + game.tie());
    (0..game.len()).filter(|k| best(*k)).collect()
}

/// All symmetric equilibria, pure and mixed, by support enumeration among the strategies that none dominates.
///
/// # Errors
/// [`GamesError::TooMuchWork`] beyond 19 such strategies, or where ties leave too many sets to look through.
///
/// ```
/// use detente_games::{Payoffs, equilibria::symmetric};
///
/// let game = Payoffs::new(vec![vec![0.0, -1.0, 1.0], vec![1.0, 0.0, -1.0], vec![-1.0, 1.0, 0.0]])?;
/// let found = symmetric(&game)?;
/// assert!(found.list.len() == 1 && found.list[0].mix.iter().all(|share| (share - 1.0 / 3.0).abs() < 1e-12));
/// # Ok::<(), detente_games::GamesError>(())
/// ```
pub fn symmetric(game: &Payoffs) -> Result<Equilibria, GamesError> {
    let rows = game.on_one();
    let found = corners(&rows, false)?;
    let pairs = (0..found.len()).flat_map(|a| (a + 1..found.len()).map(move |b| (a, b)));
    let joined = pairs.filter(|(a, b)| joined(&rows, &found[*a], &found[*b])).collect();
    let list = found.into_iter().map(|mix| Equilibrium { value: game.between(&mix, &mix), mix }).collect();
    Ok(Equilibria { list, joined })
}
