//! Strategies that nobody needs: whatever the others do, another strategy does better.

use crate::Payoffs;

/// The strategies that are left when those are struck, again and again, that another of those left betters against every one left (iterated
/// elimination of strictly dominated strategies, by pure ones), ascending. Which is struck first does not matter.
///
/// ```
/// use detente_games::{Payoffs, dominance::survivors};
///
/// // A prisoner's dilemma: silence, and confession.
/// let game = Payoffs::new(vec![vec![3.0, 0.0], vec![5.0, 1.0]])?;
/// assert_eq!(survivors(&game), [1]);
/// # Ok::<(), detente_games::GamesError>(())
/// ```
pub fn survivors(game: &Payoffs) -> Vec<usize> {
    undominated(game.rows(), game.tie())
}

/// The same of a table, where a difference counts if it is above `tie`.
pub(crate) fn undominated(rows: &[Vec<f64>], tie: f64) -> Vec<usize> {
    let mut left: Vec<usize> = (0..rows.len()).collect();
    loop {
        let betters = |a: usize, b: usize| left.iter().all(|j| rows[a][*j] > rows[b][*j] + tie);
        let stays: Vec<usize> =
            left.iter().copied().filter(|b| !left.iter().any(|a| betters(*a, *b))).collect();
        if stays.len() == left.len() {
            return left;
        }
        left = stays;
    }
}

/// The order in which strategies are left over when, again and again, the one goes that gets least on average against those left: the best first, each
/// with its mean when it went. Of equals the later one goes.
///
/// ```
/// use detente_games::{Payoffs, dominance::last_standing};
///
/// let game = Payoffs::new(vec![vec![3.0, 0.0], vec![5.0, 1.0]])?;
/// assert_eq!(last_standing(&game), [(1, 1.0), (0, 1.5)]);
/// # Ok::<(), detente_games::GamesError>(())
/// ```
pub fn last_standing(game: &Payoffs) -> Vec<(usize, f64)> {
    let tie = game.tie();
    let mut left: Vec<usize> = (0..game.len()).collect();
    let mut gone = Vec::new();
    while !left.is_empty() {
        let mean = |i: usize| left.iter().map(|j| game.of(i, *j)).sum::<f64>() / left.len() as f64;
        let means: Vec<f64> = left.iter().map(|i| mean(*i)).collect();
        let least = means.iter().copied().fold(f64::INFINITY, f64::min);
        let at = means.iter().rposition(|mean| *mean <= least + tie).unwrap_or(0);
        gone.push((left.remove(at), means[at]));
    }
    gone.reverse();
    gone
}
