//! What can keep a deal space from being computed.

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DealsError {
    /// Nobody has to sign.
    #[error("no principal has a position, so there is nobody who must agree")]
    NoPrincipals,
    /// A principal wants nothing.
    #[error("principal `{0}` has no position")]
    NoPosition(String),
    /// What a space is to be built of does not fit together.
    #[error("{0}")]
    Misshapen(String),
    /// More actors than the search can weigh against each other.
    #[error(
        "{count} principals and audiences count at once; at most {most} can be weighed against each other: let parties that want the \
         same stand as one"
    )]
    TooManyActors {
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// Interactions and infeasible combinations tie too many issues together.
    #[error(
        "interactions and infeasible combinations tie {width} issues together ({issues}), which makes {entries} \
         combinations to keep at once, and the {packages} packages are too many to go through one by one \
         (at most 10000000); `--tolerance 0.01` lists packages near the frontier with their proven distance, if any are found"
    )]
    TooWide {
        /// How many issues must be held together at once.
        width: usize,
        /// Which ones.
        issues: String,
        /// How many combinations of their options there are.
        entries: String,
        /// How many packages there are in all.
        packages: String,
    },
    /// A search took more work than is set aside for it.
    #[error("the search takes more than {most} steps of work")]
    TooMuchWork {
        /// How many steps are taken at most.
        most: u64,
    },
    /// A frontier grows so fast that the search for it is foreseen to take far more work than is set aside.
    #[error(
        "as it grows over the first {merged} of {issues} issues, the frontier would take far more than the {most} steps of work that are \
         set aside for it"
    )]
    FrontierOutgrows {
        /// How many steps are set aside.
        most: u64,
        /// How many issues were merged.
        merged: usize,
        /// How many there are.
        issues: usize,
    },
    /// A partial frontier outgrew the memory set aside for it.
    #[error("the frontier has more than {most} points, which is more than can be held")]
    FrontierTooLarge {
        /// How many points are held at most.
        most: usize,
    },
    /// Lines between stops were asked for where the frontier is known to within a tolerance only.
    #[error("lines are listed of exact frontiers only, and this one is known to within a tolerance")]
    FrontierToWithin,
    /// Between stops, lines do not say what the frontier is.
    #[error(
        "between {principals} principals and with {issues} continuous issues the frontier has faces between its corners, not lines"
    )]
    FrontierHasFaces {
        /// How many principals there are.
        principals: usize,
        /// How many issues can be settled at any number.
        issues: usize,
    },
}

impl DealsError {
    /// Whether a limit on work or memory was met, so that a smaller question about the same space may still have an answer.
    pub fn is_limit(&self) -> bool {
        matches!(
            self,
            Self::TooMuchWork { .. } | Self::FrontierOutgrows { .. } | Self::FrontierTooLarge { .. }
        )
    }
}
