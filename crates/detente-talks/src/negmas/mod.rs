//! The rules of another program, kept as it plays them: NegMAS 0.16.
//!
//! Nothing here is its code; the rules were written down from what it does, and recorded runs of it are reproduced offer by offer
//! ([`crate::replay`]). They serve to compare results with those that were published with it. For talks of one's own
//! [`crate::strategies`] have the rules of the papers, which differ in this:
//!
//! - its parties can offer, accept and end up with less than no deal is worth to them;
//! - its tit for tat answers the level of an offer, not the change that the other made;
//! - it works out a bid once to answer and once more to offer, and remembers both;
//! - in the second and third round its tit for tat concedes the distance of two packages that it happens to come by;
//! - which of equal packages is offered hangs there on the processor; here, as in the recorded runs, equals stand as they are enumerated.
//!
//! All packages are listed ([`crate::ScenarioBuilder::listing_all`]); who has no list has nothing to offer.

mod fast_micro;
mod hybrid;
mod levels;
mod micro;
mod naive_tit_for_tat;
mod nice_tit_for_tat;
mod simple;
mod time;

pub use crate::strategies::{Consents, Descending};
pub use fast_micro::FastMicro;
pub use hybrid::Hybrid;
pub use micro::{Micro, Repeats};
pub use naive_tit_for_tat::NaiveTitForTat;
pub use nice_tit_for_tat::NiceTitForTat;
pub use simple::{BestUntil, DescendConst, Tough};
pub use time::{Among, TimeBased};
