//! Ways to bid, by the rules of the papers that they come from. One file each.
//!
//! A [`BiddingRule`] says what a party offers next; with a rule for accepting and a model of the others it makes a party
//! ([`crate::Composed`]). [`crate::Way`] names the combinations that their authors used.

mod descending;
mod fast_micro;
pub mod hybrid;
mod micro;
pub mod nice_tit_for_tat;
mod random;
mod time;
mod tit_for_tat;
mod tough;
mod trade_off;

pub(crate) use descending::Down;
pub use descending::{Consents, Descending};
pub use fast_micro::FastMicro;
pub use hybrid::Hybrid;
pub use micro::Micro;
pub use nice_tit_for_tat::NiceTitForTat;
pub use random::Random;
pub use time::{Conceded, TimeDependent};
pub use tit_for_tat::{Follows, TitForTat};
pub use tough::Tough;
pub use trade_off::{Likeness, TradeOff};

use crate::{Offer, View};

/// A rule for bidding.
pub trait BiddingRule: Send {
    /// The next bid; `None` if there is nothing to offer. Asked once a turn, and only of a party that can gain by some package.
    fn bid(&mut self, view: &View<'_>) -> Option<Offer>;
}

/// The least package that is worth at least a level, with the level brought between what the party would go down to and its best.
fn bid_at(view: &View<'_>, level: f64) -> Option<Offer> {
    let wants = view.at.wants;
    // What is no number is no level: the party stays at its best.
    let level = if level.is_nan() { wants.bids.most() } else { level };
    wants.bids.at(level.min(wants.bids.most()).max(wants.floor()), crate::Side::AtLeast)
}
