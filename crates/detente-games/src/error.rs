//! Why there is no answer.

/// Why a game has no answer here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GamesError {
    /// The table is no table of a symmetric game.
    #[error("a table of payoffs has as many rows as columns, at least one, and only finite numbers")]
    Misshapen,
    /// There are too many sets of strategies to look through.
    #[error(
        "mixed equilibria were not looked for: {strategies} strategies in play make more than {most} systems of equations"
    )]
    TooMuchWork {
        /// How many strategies no other dominates.
        strategies: usize,
        /// How many systems are solved at the most.
        most: u64,
    },
}
