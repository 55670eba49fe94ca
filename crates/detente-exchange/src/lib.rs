//! Exchanges that hold themselves.
mod amount;
mod batches;
mod error;
mod lattice;
mod least;
mod plan;
mod queue;
mod schedule;
mod stakes;
mod terms;
mod verify;
pub mod words;

pub use amount::Amount;
pub use error::ExchangeError;
pub use plan::{Held, Obstacle, ObstacleKind, Plan, Planned, Proof, plan};
pub use schedule::{Handover, Round, Schedule};
pub use terms::{
    DeliveryDays, ExtensionTerms, LONGEST_PLEDGE, LotTerms, MOST_HANDOVERS, MOST_LOTS, MOST_UNITS, Side,
    SideTerms, Terms,
};
pub use verify::{Moment, Phase, RoundSlack, Verification, verify};
