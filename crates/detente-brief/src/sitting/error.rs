//! Why a sitting has no answer.

use detente_deals::DealsError;
use detente_durability::DurabilityError;
use detente_exchange::ExchangeError;
use detente_stability::StabilityError;
use detente_talks::TalksError;
use detente_watch::WatchError;

use crate::compose::package_choice::PackageError;
use crate::compose::three_tests::TestsError;

/// Why a sitting has no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SittingError {
    /// There is nothing to agree on.
    #[error(
        "there is nothing on the table: the case has no issues. `detente stability` looks at a conflict alone, `detente exchange` at \
         an exchange"
    )]
    NothingOnTheTable,
    /// There is nothing at all to tell of.
    #[error(
        "the case has nothing to tell of yet: say in `[issues]` and `[positions]` what is on the table, in `[moves]` and `[conflict]` what \
         each could do without a deal, in `[exchange]` what would change hands, in `[durability]` how long agreements last, or in \
         `[propositions]` and `[[claims]]` what was said and done"
    )]
    NothingToTell,
    /// No figure of the case has that path.
    #[error("the case has no figure `{0}`; `detente check CASE --figures` lists the paths")]
    NoSuchFigure(String),
    /// A number that goes through values of which none counts in any world.
    #[error(
        "`{path}` counts in no world: the open question `{question}` puts another value in its place, whether it is true or false. Change it in \
         `propositions.{question}.when_true` and `when_false`, or go through `propositions.{question}.prior`"
    )]
    Overruled {
        /// Its path.
        path: String,
        /// The id of the question.
        question: String,
    },
    /// Packages that are not listed one by one, for the limit that is named.
    #[error("these packages are not listed: {0}")]
    NotListed(String),
    /// The deal space could not be searched.
    #[error(transparent)]
    Deals(#[from] DealsError),
    /// Cases that are asked about the same packages, and in which others would have to sign them.
    #[error("the same packages can be asked about in cases with the same principals alone")]
    OtherPrincipals,
    /// What was asked for is no package.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// The conflict does not hang together.
    #[error(transparent)]
    Stability(#[from] StabilityError),
    /// The exchange or the durability of the case makes no sense.
    #[error(transparent)]
    Tests(#[from] TestsError),
    /// The exchange or the durability of the case makes no sense from where it stands.
    #[error(transparent)]
    Watch(#[from] WatchError),
    /// The terms of the exchange make no sense.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// What is known about durability makes no sense.
    #[error(transparent)]
    Durability(#[from] DurabilityError),
    /// The talks cannot be held as they are stated.
    #[error(transparent)]
    Talks(#[from] TalksError),
    /// The body cannot be looked at as it is stated.
    #[error(transparent)]
    Collective(#[from] detente_collective::CollectiveError),
    /// There is no such extract.
    #[error(transparent)]
    Extract(#[from] crate::extract::ExtractError),
    /// It was cancelled.
    #[error(transparent)]
    Cancelled(#[from] detente_model::Cancelled),
}
