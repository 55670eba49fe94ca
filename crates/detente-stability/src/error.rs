//! What can be wrong with a conflict.

use detente_model::Place;

/// Why a conflict cannot be analysed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StabilityError {
    /// More options than states can be kept for.
    #[error("{found} moves make too many states: at most {most} can be analysed together")]
    TooManyOptions {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// More states in a matrix than can be kept.
    #[error("{found} states are too many: at most {most} can be analysed")]
    TooManyStates {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// More parties than a coalition can be kept for.
    #[error("{found} parties are too many: at most {most} can be analysed together")]
    TooManyParties {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// Everything is ruled out.
    #[error("no state is feasible: the statements about what cannot be rule everything out")]
    NothingFeasible,
    /// A party index that does not exist.
    #[error("there is no party number {party} in this conflict")]
    UnknownParty {
        /// The index, counted from zero.
        party: usize,
    },
    /// A formula speaks of a move that does not exist.
    #[error("a statement speaks of move number {index}, which does not exist")]
    UnknownMove {
        /// The index, counted from zero.
        index: usize,
        /// Where the statement stands.
        place: Option<Place>,
    },
    /// A statement about moves where there are none.
    #[error("a statement about moves does not fit a conflict that is given by its states")]
    StatementWithoutMoves {
        /// Where it stands.
        place: Option<Place>,
    },
    /// A state number that does not exist.
    #[error("there is no state {number}: states are numbered from 1 to {most}")]
    UnknownState {
        /// The number given.
        number: usize,
        /// The highest number.
        most: usize,
    },
    /// A ranking that leaves a state out.
    #[error("the ranking of {party} leaves out state {number}")]
    Unranked {
        /// Whose ranking.
        party: String,
        /// The state.
        number: usize,
    },
    /// A ranking that names a state twice.
    #[error("the ranking of {party} names state {number} twice")]
    RankedTwice {
        /// Whose ranking.
        party: String,
        /// The state.
        number: usize,
    },
    /// A `>>` or an unknown statement at a place that the preference does not have.
    #[error("the preference of {party} marks place {index}, but it has only {len}")]
    MarkOutOfRange {
        /// Whose preference.
        party: String,
        /// The place, counted from zero.
        index: usize,
        /// How many places there are.
        len: usize,
    },
    /// A party without a preference.
    #[error("nothing is said about what {party} prefers")]
    NoPreference {
        /// The party.
        party: String,
    },
    /// Two preferences for one party.
    #[error("the preference of {party} is given twice")]
    TwoPreferences {
        /// The party.
        party: String,
    },
    /// A move from a state to itself.
    #[error("{party} moves from state {number} to itself, which is no move")]
    MoveToItself {
        /// Who moves.
        party: String,
        /// The state.
        number: usize,
    },
    /// The present state is ruled out.
    #[error("the moves that are made now are ruled out as infeasible")]
    StatusQuoInfeasible {
        /// Where the conflict is stated.
        place: Option<Place>,
    },
    /// A question about the present state where none is given.
    #[error("the conflict does not say where it stands now")]
    NoStatusQuo,
    /// A concept that needs moves made at the same time, asked of a conflict without options.
    #[error("simultaneous sanctioning needs a conflict that is given by its moves, not by its states")]
    NeedsOptions,
    /// Graphs that cannot be compared.
    #[error("draws of one conflict must have the same states and parties")]
    DifferentGraphs,
    /// A coalition of nobody.
    #[error("a coalition needs at least one member, and only parties of the conflict")]
    BadCoalition,
}
