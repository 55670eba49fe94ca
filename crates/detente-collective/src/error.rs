//! What can keep a body from being looked at.

use crate::limits;

/// Why a body, or a question about it, cannot be.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CollectiveError {
    /// Nobody decides.
    #[error("nobody decides: at least one actor is needed")]
    NoActors,
    /// Nothing is decided.
    #[error("nothing is decided: at least one issue is needed")]
    NoIssues,
    /// More than is looked at.
    #[error(
        "{actors} actors on {issues} issues are too many; at most {} on {} are looked at",
        limits::ACTORS,
        limits::ISSUES
    )]
    TooLarge {
        /// How many actors there are.
        actors: usize,
        /// On how many issues.
        issues: usize,
    },
    /// An actor whose row is too short or too long.
    #[error(
        "`{actor}` stands somewhere on {told} of {issues} issues; every actor needs a position and a salience on each"
    )]
    Uneven {
        /// Whose row it is.
        actor: String,
        /// How many it has.
        told: usize,
        /// How many there are.
        issues: usize,
    },
    /// Two actors that cannot be told apart.
    #[error("two actors are called `{actor}`")]
    SameName {
        /// What both are called.
        actor: String,
    },
    /// A capability that is none.
    #[error(
        "the capability of `{actor}` is {}; it must be a number above 0, from {:e} to {:e}",
        short(*capability),
        limits::CAPABILITY[0],
        limits::CAPABILITY[1]
    )]
    Capability {
        /// Whose it is.
        actor: String,
        /// What stands there.
        capability: f64,
    },
    /// A position or salience outside its scale.
    #[error("the {what} of `{actor}` is {} % of the scale; it must lie between 0 and 100", number * 100.0)]
    OffScale {
        /// Whose it is.
        actor: String,
        /// Which of both.
        what: &'static str,
        /// What stands there, as a share.
        number: f64,
    },
    /// Nothing matters to somebody, so that nothing can be said of what it would do.
    #[error(
        "nothing matters to `{actor}`: give it a salience above 0 on at least one issue, or leave it out"
    )]
    Indifferent {
        /// Who it is.
        actor: String,
    },
    /// More attention than there is.
    #[error(
        "the saliences of `{actor}` add up to {} %; in spatial bargaining they are shares of one attention and at most 100",
        attention * 100.0
    )]
    Attention {
        /// Whose they are.
        actor: String,
        /// What they add up to, as a share.
        attention: f64,
    },
    /// A question that is for one issue at a time.
    #[error("{question} is defined on one issue; there are {issues}")]
    OneIssue {
        /// What was asked.
        question: &'static str,
        /// How many issues there are.
        issues: usize,
    },
    /// A voting rule that nobody could meet, or everybody always.
    #[error("a quota of {quota} % of the weight is no rule of decision; it must be above 0 and at most 100")]
    Quota {
        /// The quota, in percent.
        quota: f64,
    },
    /// More voters than coalitions can be listed of.
    #[error(
        "with {actors} who vote, coalitions are too many to be listed; at most {} are gone through",
        limits::LISTED_ACTORS
    )]
    TooManyCoalitions {
        /// How many vote.
        actors: usize,
    },
    /// A word that names no model.
    #[error("there is no model `{word}`; there are {known}")]
    UnknownModel {
        /// What was asked for.
        word: String,
        /// Those there are.
        known: String,
    },
}

/// A number as it is written, in powers of ten where it has very many digits.
fn short(number: f64) -> String {
    if number == 0.0 || (1e-6..1e15).contains(&number.abs()) {
        return number.to_string();
    }
    format!("{number:e}")
}
