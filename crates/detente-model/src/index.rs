//! Typed positions in the lists of a [`Case`](crate::Case).
//!
//! A case names its parts by short ids; the reader turns every id into one of these, so that an engine can
//! neither look up a name that does not exist nor take a party for an issue.

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);

        impl $name {
            /// The position in the list, counted from zero.
            pub fn index(self) -> usize {
                self.0
            }
        }
    };
}

index! {
    /// A source in [`Case::sources`](crate::Case::sources).
    SourceId
}
index! {
    /// A party in [`Case::parties`](crate::Case::parties).
    PartyId
}
index! {
    /// An audience in [`Case::audiences`](crate::Case::audiences).
    AudienceId
}
index! {
    /// An issue in [`Case::issues`](crate::Case::issues).
    IssueId
}
index! {
    /// A position in [`Case::positions`](crate::Case::positions).
    PositionId
}
index! {
    /// A proposition in [`Case::propositions`](crate::Case::propositions).
    PropositionId
}
index! {
    /// A claim in [`Case::claims`](crate::Case::claims).
    ClaimId
}
index! {
    /// A forecast in [`Case::forecasts`](crate::Case::forecasts).
    ForecastId
}
index! {
    /// A commitment in [`Case::commitments`](crate::Case::commitments).
    CommitmentId
}
index! {
    /// A move in [`Case::moves`](crate::Case::moves).
    MoveId
}
index! {
    /// A number in [`Case::numbers`](crate::Case::numbers).
    NumberId
}
