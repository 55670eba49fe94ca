//! What a case lacks that a question needs, and what to add to it: one sentence, whoever is asked.

use jiff::civil::Date;

/// What a case lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Lacking {
    /// An exchange.
    #[error(
        "the case has no exchange: say in `[exchange]` how long calm is pledged (`pledge_days`) and what binds each side, \
         and in `[[exchange.lots]]` who hands over what, how many, and what one is worth to each"
    )]
    Exchange,
    /// Anything on durability.
    #[error(
        "the case has no durability: say in `[durability]` how long truces have lasted here (`baseline`), and in \
         `[[durability.factors]]` what makes an agreement last"
    )]
    Durability,
    /// A conflict.
    #[error("the case has no conflict: declare `[moves]` and `[conflict]`, and say what each party prefers")]
    Conflict,
    /// Evidence.
    #[error("the case has no evidence: declare `[propositions]`, and in `[[claims]]` what was said and done")]
    Evidence,
    /// Talks.
    #[error(
        "the case has no talks: add `[talks]`, which may be empty, and say in it what is known of how people meet and bargain; everything that it \
         leaves out has a default"
    )]
    Talks,
    /// A body in which many have a say.
    #[error(
        "the case has no body that decides: add `[collective.issues.id]` for what is decided and `[collective.actors.id]` for everybody who has a say"
    )]
    Body,
    /// Commitments that were agreed by a day.
    #[error(
        "nothing was promised by {0}: say in `[[commitments]]` who promised what by when, and in `[[claims]]` with `commitment = \"…\"` what is \
         reported of it"
    )]
    Commitments(Date),
    /// All of what the three tests need.
    #[error("the case says nothing of an exchange and of durability, or has no package to test")]
    Tests,
}
