//! Models of what others want, from what they offer. One file each.
//!
//! Every model estimates what each option adds for the other, so that the package best for both can be found in a space of any size
//! ([`crate::Bids::best_for`]).

mod counts;
mod entropy;

pub use entropy::EntropyFrequency;

use crate::{Offer, Worth};

/// A model of one of the others.
pub trait OpponentModel: Send {
    /// Hears an offer, made when so much of the time was gone.
    fn hears(&mut self, t: f64, offer: &Offer);

    /// What packages seem to be worth to the other, from 0 to 1.
    fn estimate(&self) -> Worth;

    /// How much each issue seems to matter to the other, as shares of 1; `None` where the model has no weights of its own.
    fn weights(&self) -> Option<Vec<f64>> {
        None
    }
}
