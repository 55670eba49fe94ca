//! Where two end up who choose again in turn: the deviation graph (Baarslag, Fujita, Gerding, Hindriks, Ito, Jennings, Jonker, Kraus, Lin, Robu &
//! Williams 2013).
//!
//! A node is what two play, whoever plays which. From it leads the change by which the one who changes gains most; of several that gain as much, each.
//! Where nobody gains by any change, walks end: a pure equilibrium, symmetric or not. Other walks go round for ever.

use crate::Payoffs;
use crate::components::{closed, components, reaching};

/// The deviation graph of a game.
#[derive(Debug, Clone, PartialEq)]
pub struct Deviations {
    /// What two can play, the smaller place first, in order.
    pub profiles: Vec<(usize, usize)>,
    /// From each profile, where the best change leads, ascending.
    pub to: Vec<Vec<usize>>,
    /// Where walks end.
    pub ends: Vec<WalkEnd>,
}

/// Profiles that walks do not leave again.
#[derive(Debug, Clone, PartialEq)]
pub struct WalkEnd {
    /// The profiles, by place: one if it is an equilibrium, several if walks go round.
    pub profiles: Vec<usize>,
    /// The share of all profiles from which a walk can end here. Shares of several ends add up to more than 1 where changes tie.
    pub basin: f64,
}

/// The deviation graph of a game.
///
/// ```
/// use detente_games::{Payoffs, deviations::deviations};
///
/// // Hawk and dove: whoever meets a hawk is a dove, and the other way round.
/// let game = Payoffs::new(vec![vec![-1.0, 2.0], vec![0.0, 1.0]])?;
/// let found = deviations(&game);
/// assert_eq!(found.ends.len(), 1);
/// assert_eq!((found.profiles[found.ends[0].profiles[0]], found.ends[0].basin), ((0, 1), 1.0));
/// # Ok::<(), detente_games::GamesError>(())
/// ```
pub fn deviations(game: &Payoffs) -> Deviations {
    let (n, tie) = (game.len(), game.tie());
    let profiles: Vec<(usize, usize)> = (0..n).flat_map(|i| (i..n).map(move |j| (i, j))).collect();
    let place = |i: usize, j: usize| {
        let (low, high) = (i.min(j), i.max(j));
        // Rows before `low` hold n, n−1, … profiles.
        low * n - low * low.saturating_sub(1) / 2 + high - low
    };
    let best = |&(i, j): &(usize, usize)| -> Vec<usize> {
        // One of the two changes to k while the other stays.
        let changes = |from: usize, stays: usize| {
            (0..n).map(move |k| (game.of(k, stays) - game.of(from, stays), place(k, stays)))
        };
        let all: Vec<(f64, usize)> = changes(i, j).chain(changes(j, i)).collect();
        let most = all.iter().map(|(gain, _)| *gain).fold(0.0, f64::max);
        if most <= tie {
            return Vec::new();
        }
        let mut to: Vec<usize> =
            all.into_iter().filter(|(gain, _)| *gain >= most - tie).map(|(_, to)| to).collect();
        to.sort_unstable();
        to.dedup();
        to
    };
    let to: Vec<Vec<usize>> = profiles.iter().map(best).collect();
    let parts = components(&to);
    let ends = closed(&to, &parts).into_iter().map(|end| WalkEnd {
        basin: reaching(&to, &parts[end]) as f64 / profiles.len() as f64,
        profiles: parts[end].clone(),
    });
    Deviations { ends: ends.collect(), to, profiles }
}
