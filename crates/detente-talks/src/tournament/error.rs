//! Why there is no tournament.

use crate::TalksError;

/// Why a tournament cannot be held.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TournamentError {
    /// Nothing to talk about.
    #[error("a tournament needs at least one scenario")]
    NoScenario,
    /// Nobody to talk.
    #[error("a tournament needs at least one way to bargain")]
    NoContender,
    /// Two contenders of one name.
    #[error("`{0}` is entered twice; name each way to bargain once")]
    EnteredTwice(String),
    /// Somebody alone at the table.
    #[error("`{0}` has one party, and nobody to bargain with; a tournament needs two or more")]
    OneParty(String),
    /// More parties than a protocol seats.
    #[error("`{scenario}` has {parties} parties, and TAU seats at most {most}")]
    TooManySeats {
        /// The scenario.
        scenario: String,
        /// How many parties it has.
        parties: usize,
        /// How many are seated.
        most: usize,
    },
    /// Without self-play nobody is left for a seat.
    #[error(
        "`{scenario}` has {parties} parties, and without self-play each must bargain in another way, of which there are {ways}; name more, or allow \
         self-play"
    )]
    NobodyToMeet {
        /// The scenario.
        scenario: String,
        /// How many parties it has.
        parties: usize,
        /// How many ways to bargain there are.
        ways: usize,
    },
    /// Too long.
    #[error("{rounds} rounds are more than the {most} of one negotiation, or none")]
    Rounds {
        /// How many rounds were asked for.
        rounds: u32,
        /// How many are held at the most.
        most: u32,
    },
    /// Too much.
    #[error(
        "this makes {negotiations} negotiations, more than the {most} of one tournament; name fewer ways to bargain, scenarios or repetitions"
    )]
    TooManyNegotiations {
        /// How many negotiations it would be; the largest number that can be held beyond it.
        negotiations: u128,
        /// How many are held at the most.
        most: u128,
    },
    /// A scenario that cannot be.
    #[error(transparent)]
    Talks(#[from] TalksError),
    /// No threads.
    #[error("the threads of a tournament could not be started: {0}")]
    Threads(String),
}
