//! The day after: what was promised and what became of it.
//!
//! | question | answer |
//! |---|---|
//! | what is due, done, late, contested, told by nobody? | [`Ledger`] |
//! | who has handed over and received how much by which day? | [`handed_over`] |
//! | where does the exchange stand, and what is still to come? | [`Course`] |
//! | does each side still gain by going on, and where would one stop? | [`GoingOn`] |
//! | what delay does that bear? | [`largest_delay`] |
//! | until when is calm pledged? | [`pledge_ends`] |
//! | how likely does it last, given that it has held and given breaches? | [`Outlook`] |
//! | what would move that most if it were seen? | [`observations`], [`expected_move`] |
//! | all of it over the worlds | [`Watch`] |
//!
//! What holds of every answer (and is tested): where all was done on time, each side's gain from going on, and the first step at which one would stop, are
//! those of the schedule itself at that step; where nobody has told anything, everything due is *not reported* and nothing is broken; naming the
//! parties in another order changes nothing.

mod account;
mod course;
mod error;
mod going_on;
mod handed_over;
mod ledger;
mod observation;
mod outlook;
mod over_worlds;
mod pledge;

pub use account::Account;
pub use course::{Course, Part};
pub use error::WatchError;
pub use going_on::{Borne, GoingOn, Stop, largest_delay};
pub use handed_over::{Delivery, HandedOver, handed_over};
pub use ledger::{Entry, Ledger, Status};
pub use observation::{MOST_OBSERVATIONS, Observation, Question, as_if, expected_move, observations};
pub use outlook::Outlook;
pub use over_worlds::{BorneOver, ExchangeFromHere, LastsOn, MeanChance, Seen, StopOver, Watch};
pub use pledge::{pledge_ends, pledge_left, pledged_days};
