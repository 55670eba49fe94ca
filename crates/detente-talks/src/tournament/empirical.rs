//! The empirical game: contenders as strategies, what they got against each other as payoffs.

use detente_games::alpha_rank::{AlphaRank, alpha_rank};
use detente_games::deviations::{Deviations, deviations};
use detente_games::dominance::{last_standing, survivors};
use detente_games::equilibria::{self, Equilibria};
use detente_games::nash_averaging::{NashAverage, nash_average};
use detente_games::replicator::{even, mostly, trajectory};
use detente_games::replies::{BestReplies, best_replies};
use detente_games::{GamesError, Payoffs};

/// Units of time over which the replicator dynamics are followed.
const TIME: usize = 100;

/// Everything that the theory of games says of a table of payoffs. Strategies go by their places in the table.
#[derive(Debug, Clone, PartialEq)]
pub struct EmpiricalGame {
    /// The table.
    pub payoffs: Payoffs,
    /// Pure symmetric equilibria.
    pub pure: Vec<usize>,
    /// All symmetric equilibria, or why they were not looked for.
    pub equilibria: Result<Equilibria, GamesError>,
    /// What is left when dominated strategies are struck.
    pub survivors: Vec<usize>,
    /// The order in which strategies are left over when the worst goes, again and again; the best first, with their last means.
    pub last_standing: Vec<(usize, f64)>,
    /// By how much the best strategy betters an even mix against an even mix.
    pub regret_of_even: f64,
    /// What becomes of a crowd: of an even one, and of one for each strategy that most play at first.
    pub trajectories: Vec<Trajectory>,
    /// The α-rank.
    pub alpha_rank: AlphaRank,
    /// The Nash average, or why it was not looked for.
    pub nash_average: Result<NashAverage, GamesError>,
    /// Best replies and their cycles.
    pub replies: BestReplies,
    /// The deviation graph.
    pub deviations: Deviations,
}

/// A path of the replicator dynamics.
#[derive(Debug, Clone, PartialEq)]
pub struct Trajectory {
    /// The strategy that most play at first; `None` for an even start.
    pub mostly: Option<usize>,
    /// The shares of all strategies at the times 0, 1, 2 …
    pub path: Vec<Vec<f64>>,
}

impl EmpiricalGame {
    /// The game of a table.
    pub fn of(payoffs: Payoffs) -> Self {
        let n = payoffs.len();
        let from = |most: Option<usize>| Trajectory {
            mostly: most,
            path: trajectory(&payoffs, &most.map_or_else(|| even(n), |most| mostly(most, n)), TIME),
        };
        let starts = std::iter::once(None).chain((0..n).map(Some).filter(|_| n > 1));
        Self {
            pure: equilibria::pure(&payoffs),
            equilibria: equilibria::symmetric(&payoffs),
            survivors: survivors(&payoffs),
            last_standing: last_standing(&payoffs),
            regret_of_even: payoffs.regret(&even(n)),
            trajectories: starts.map(from).collect(),
            alpha_rank: alpha_rank(&payoffs),
            nash_average: nash_average(&payoffs),
            replies: best_replies(&payoffs),
            deviations: deviations(&payoffs),
            payoffs,
        }
    }
}
