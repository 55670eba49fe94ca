//! What can keep talks from being held.

/// Why talks cannot be held as they were set up.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TalksError {
    /// Nobody to talk.
    #[error("talks need at least one party")]
    NoParties,
    /// A protocol that is for so many parties, and there are others.
    #[error("{protocol} is for {wanted} parties; there are {found}")]
    PartyCount {
        /// Which protocol.
        protocol: &'static str,
        /// How many it is for, in words.
        wanted: &'static str,
        /// How many there are.
        found: usize,
    },
    /// What a scenario is built of does not fit together.
    #[error("{0}")]
    Misshapen(String),
    /// An offer would not fit.
    #[error(
        "an offer over {issues} issues takes {bits} bits, and at most 256 are kept; leave out issues that do not bear on these talks"
    )]
    TooManyIssues {
        /// How many issues there are.
        issues: usize,
        /// How many bits their options take.
        bits: usize,
    },
    /// Issues tied together by interactions or by what cannot go together have too many joint options.
    #[error(
        "interactions and combinations that cannot be tie issues together that have {joint} joint options; at most {most} are listed"
    )]
    TooTangled {
        /// How many joint options there would be.
        joint: u128,
        /// How many are listed at the most.
        most: u128,
    },
    /// Rules that list all packages were asked for a space that is too large to list.
    #[error("these rules list every package, and {packages} are too many; at most {most} are listed")]
    TooManyPackages {
        /// How many packages there are.
        packages: u128,
        /// How many are listed at the most.
        most: u128,
    },
    /// No package can be put together.
    #[error("no package can be put together: every one has a combination that cannot be")]
    NoPackage,
    /// The deal space has no answer that the protocol needs.
    #[error("{0}")]
    Deals(#[from] detente_deals::DealsError),
}
