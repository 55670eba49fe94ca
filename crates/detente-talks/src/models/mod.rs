//! Models of what others want, from what they offer. One file each.
//!
//! Every model estimates what each option adds for the other, so that the package best for both can be found in a space of any size
//! ([`crate::Bids::best_for`]). Until an offer was heard every package seems to be worth half.

mod bayesian;
mod concession_ratio;
mod counts;
mod entropy;
mod hard_headed;
mod smith;
mod value_difference;
mod windowed;

pub use bayesian::Bayesian;
pub use concession_ratio::ConcessionRatio;
pub use entropy::EntropyFrequency;
pub use hard_headed::HardHeaded;
pub use smith::Smith;
pub use value_difference::ValueDifference;
pub use windowed::Windowed;

use crate::{Offer, Worth};

/// A model of one of the others.
pub trait OpponentModel: Send {
    /// Hears an offer, made when so much of the time was gone.
    fn hears(&mut self, t: f64, offer: &Offer);

    /// What packages seem to be worth to the other, from 0 to 1.
    fn estimate(&self) -> Worth;

    /// How much each issue seems to matter to the other; `None` where the model has not heard enough to say.
    fn weights(&self) -> Option<Vec<f64>>;
}
