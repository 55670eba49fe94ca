//! What can be wrong with the terms of an exchange.

/// Why nothing can be computed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// The case says nothing about an exchange.
    #[error("the case has no `[exchange]`")]
    NoExchange,
    /// An exchange is between two.
    #[error("an exchange is between two sides; the lots name {found}")]
    Sides {
        /// How many parties hand something over or receive it.
        found: usize,
    },
    /// A figure is not finite, or far too large to be meant.
    #[error("{what} is {value}: it must be a number between -10^9 and 10^9")]
    OutOfRange {
        /// Which figure.
        what: String,
        /// What it is.
        value: f64,
    },
    /// A figure that cannot be below zero is.
    #[error("{what} is {value}: it cannot be negative")]
    Negative {
        /// Which figure.
        what: String,
        /// What it is.
        value: f64,
    },
    /// More than the planner takes.
    #[error("{what}: {found}, but at most {most} can be planned")]
    TooLarge {
        /// What there is too much of.
        what: String,
        /// How much there is.
        found: f64,
        /// How much there may be.
        most: f64,
    },
    /// Days or shares that must increase do not.
    #[error("{what}: days must increase")]
    DaysOutOfOrder {
        /// Which list.
        what: String,
    },
    /// A schedule names a lot that does not exist.
    #[error("the schedule names lot number {lot}, and there are {lots}")]
    UnknownLot {
        /// The index used.
        lot: usize,
        /// How many lots there are.
        lots: usize,
    },
    /// A schedule hands over more than there are.
    #[error("by day {day} the schedule hands over {given} of `{lot}`, and there are {count}")]
    MoreThanHeld {
        /// The lot's name.
        lot: String,
        /// The day.
        day: f64,
        /// How many the schedule has handed over by then.
        given: u64,
        /// How many there are.
        count: u32,
    },
    /// Two lists that must match do not.
    #[error("{what}: expected {expected} entries, found {found}")]
    Mismatch {
        /// Which list.
        what: String,
        /// How long it should be.
        expected: usize,
        /// How long it is.
        found: usize,
    },
    /// Something that needs at least one entry has none.
    #[error("{what}: there is none")]
    Empty {
        /// What is missing.
        what: String,
    },
}
