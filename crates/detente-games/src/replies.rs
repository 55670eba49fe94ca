//! Who answers whom best: a graph with an arrow from each strategy to its best replies.

use crate::Payoffs;
use crate::components::components;

/// The best replies to each strategy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestReplies {
    /// To each strategy those that get most against it, ascending; several where they tie.
    pub to: Vec<Vec<usize>>,
    /// Best-reply cycles: sets of at least two strategies each of which comes back to itself by best replies through the others.
    pub cycles: Vec<Vec<usize>>,
}

/// The best replies of a game, and their cycles.
///
/// ```
/// use detente_games::{Payoffs, replies::best_replies};
///
/// let game = Payoffs::new(vec![vec![0.0, -1.0, 1.0], vec![1.0, 0.0, -1.0], vec![-1.0, 1.0, 0.0]])?;
/// let found = best_replies(&game);
/// assert_eq!(found.to, [vec![1], vec![2], vec![0]]);
/// assert_eq!(found.cycles, [vec![0, 1, 2]]);
/// # Ok::<(), detente_games::GamesError>(())
/// ```
pub fn best_replies(game: &Payoffs) -> BestReplies {
    let tie = game.tie();
    let best = |j: usize| -> Vec<usize> {
        let most = (0..game.len()).map(|i| game.of(i, j)).fold(f64::NEG_INFINITY, f64::max);
        (0..game.len()).filter(|i| game.of(*i, j) >= most - tie).collect()
    };
    let to: Vec<Vec<usize>> = (0..game.len()).map(best).collect();
    let cycles = components(&to).into_iter().filter(|component| component.len() > 1).collect();
    BestReplies { to, cycles }
}
