//! The theory of games on a table of payoffs that was played out rather than written down (empirical game theory, after Wellman 2006).
//!
//! A [`Payoffs`] says what each strategy got on average against each other one: a symmetric game of two, in which everybody chooses from the
//! same list. From it follow which strategies nobody needs ([`dominance`]), where nobody would choose otherwise ([`equilibria`]), who answers whom best
//! ([`replies`], [`deviations`]), what becomes of a crowd that imitates success ([`replicator`]) or now and then tries something new ([`alpha_rank`]), and
//! how good a strategy is against opponents that are themselves worth meeting ([`nash_averaging`]).
//!
//! All of it is deterministic, and does not hang on the order of the strategies but for the last bits of its numbers. Payoffs that differ by less than a
//! billionth of the range of the table count as equal ([`Payoffs::tie`]); what would take too much work says so ([`GamesError::TooMuchWork`]).
//!
//! ```
//! use detente_games::{Payoffs, equilibria::symmetric};
//!
//! // Hawk and dove: a prize of 2, and a fight that costs 4.
//! let game = Payoffs::new(vec![vec![-1.0, 2.0], vec![0.0, 1.0]])?;
//! let found = symmetric(&game)?;
//! assert_eq!(found.list.len(), 1);
//! assert!((found.list[0].mix[0] - 0.5).abs() < 1e-12, "a hawk in every second meeting");
//! # Ok::<(), detente_games::GamesError>(())
//! ```

pub mod alpha_rank;
mod components;
pub mod deviations;
pub mod dominance;
pub mod equilibria;
mod error;
mod linear;
pub mod nash_averaging;
mod payoffs;
pub mod replicator;
pub mod replies;
mod vertices;

pub use error::GamesError;
pub use payoffs::Payoffs;
