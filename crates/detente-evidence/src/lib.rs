//! What was said and done, what contradicts what, and what it makes of the outlook.
//!
//! The general says there is a long way to go; the diplomats sound hopeful. This crate makes that an account one can
//! check:
//!
//! * [`Convention`]: what a claim weighs, from strength and grade;
//! * [`Account`]: probabilities of propositions after the claims, with one origin counting once;
//! * [`contradictions`] and [`grounded`]: who contradicts whom, and which claims survive it;
//! * [`Hypotheses`]: the analysis of competing hypotheses as a table;
//! * [`Outlook`]: all that by date, what moved it, and what would move it next;
//! * [`as_of`]: a case as it was known on an earlier day;
//! * [`Ledger`]: how good past forecasts were; [`Likelihood`]: words for probabilities.
//!
//! Like every engine, it reads no files, prints nothing and takes no clock.

mod account;
mod argument;
mod as_of;
mod contradiction;
mod convention;
#[cfg(test)]
mod fixture;
mod hypotheses;
mod ledger;
mod outlook;
mod readings;
mod scenario;
mod words;

pub use detente_model::Share;

pub use account::{Account, Estimate, Origin};
pub use argument::{Standing, grounded};
pub use as_of::{Earlier, as_of, is_known, known_on};
pub use contradiction::{Contradiction, ContradictionKind, contradictions, counted_differently, standing};
pub use convention::{Basis, Convention, RATIOS, Ratios, Stated};
pub use hypotheses::{EvidenceColumn, Fit, Hypotheses, Hypothesis};
pub use ledger::{CalibrationBin, Ledger, ScoredForecast, Scores, scores};
pub use outlook::{Information, Mover, Outlook, OutlookAt};
pub use scenario::{Question, Shift};
pub use words::Likelihood;
