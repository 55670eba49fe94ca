//! When an offer is accepted (Baarslag, Hindriks & Jonker 2014). One file each.
//!
//! A rule is asked about offers that are worth at least no deal; others are never accepted.

mod combi;
mod constant;
mod gap;
mod lowest;
mod next;
mod time;

pub use combi::{Combi, Than};
pub use constant::Constant;
pub use gap::{Gap, Previous};
pub use lowest::Lowest;
pub use next::Next;
pub use time::After;

use crate::{Remembered, View};

/// A rule for accepting.
pub trait AcceptanceRule: Send {
    /// Whether an offer is accepted. `planned` is what the party's own bid of this turn is worth to it, if it has one and the rule asks for it.
    fn accepts(&mut self, view: &View<'_>, offer: &Remembered, planned: Option<f64>) -> bool;

    /// Whether the rule wants to know the party's own bid of this turn before it answers.
    fn asks_for_the_plan(&self) -> bool {
        true
    }
}
