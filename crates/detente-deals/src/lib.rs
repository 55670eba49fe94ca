//! The deal space: which packages every party could sign, what blocks them, and which move would clear the way.
//!
//! A [`DealSpace`] holds one world in exact integers. From it come the Pareto frontier, the zone of agreement and
//! its frontier, the margin, the bargaining solutions, the concessions that would open a closed zone, and,
//! over many worlds, how likely a zone is and how acceptable each package. [`Findings::of`] computes all of it.
//!
//! Definitions follow the literature and are given where each is computed. All figures are exact for the world they are
//! about, at any size of the space; only shares of draws are estimates, and carry their interval.

// The definitions taken literally, in `tests/literal`, serve the tests of private methods as well.
#[cfg(test)]
extern crate self as detente_deals;
#[cfg(test)]
#[path = "../tests/literal/mod.rs"]
#[allow(dead_code, unreachable_pub)]
mod literal;

pub mod acceptability;
mod agreement;
mod continuous;
mod count;
mod drivers;
mod error;
mod findings;
pub mod fixed;
mod frontier;
mod lotteries;
mod margin;
mod opening;
mod opposition;
mod pareto;
mod question;
pub mod sobol;
mod solutions;
mod sorting;
mod space;
mod sticking;
mod threads;
mod watch;

pub use acceptability::{Acceptability, PackageAcceptability, Sampling};
pub use continuous::{FrontierSegment, Looked, Package, SegmentEnd, refined};
pub use count::{CountEstimate, ZoneCount};
pub use detente_model::Share;
pub use drivers::{Driver, drivers};
pub use error::DealsError;
pub use findings::{Central, Findings, Study};
pub use frontier::FrontierPoint;
pub use lotteries::{KalaiSmorodinskyLottery, Lotteries, Lottery, MarginByLot, NashLottery};
pub use margin::Margin;
pub use num_bigint::BigUint;
pub use opening::Opening;
pub use sobol::{SobolIndex, SobolIndices};
pub use solutions::{Solution, Solutions};
pub use space::{DealSpace, Ratification, Terms};
pub use sticking::{Concession, ConcessionKind, StickingPoint};
