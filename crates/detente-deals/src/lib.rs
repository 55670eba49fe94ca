//! The deal space: which packages every party could sign, what blocks them, and which move would clear the way.
//!
//! A [`DealSpace`] holds one world in exact integers. From it come the Pareto frontier, the zone of agreement and
//! its frontier, the margin, the bargaining solutions, the concessions that would open a closed zone, and,
//! over many worlds, how likely a zone is and how acceptable each package. [`Findings::of`] computes all of it.
//!
//! Definitions follow the literature and are given where each is computed. All figures are exact for the world they are
//! about, at any size of the space; only shares of draws are estimates, and carry their interval.

//! ```
//! use detente_deals::{Central, DealSpaceBuilder, Over, Search};
//!
//! // A house: the price, and when it is handed over. What each option adds to the value of a deal, and what no deal is worth.
//! let mut space = DealSpaceBuilder::new([("price", 4), ("month", 2)]);
//! space.party("seller", 0.40, [vec![0.0, 0.3, 0.5, 0.7], vec![0.3, 0.0]]);
//! space.party("buyer", 0.30, [vec![0.6, 0.45, 0.3, 0.0], vec![0.0, 0.4]]);
//! let space = space.build()?;
//!
//! // What nobody can better without cost to the other, among what both accept.
//! let frontier = space.frontier(Over::Zone, &Search::default());
//! let values = |point: &detente_deals::FrontierPoint| -> Vec<f64> { point.values.iter().map(|v| v.to_f64()).collect() };
//! let listed: Vec<Vec<f64>> = frontier.value().into_iter().flatten().map(values).collect();
//! assert_eq!(listed, [vec![0.8, 0.3], vec![0.7, 0.4], vec![0.6, 0.45], vec![0.5, 0.7]]);
//!
//! // The Nash package: the third price, handed over in the second month. Gains of 0.1 and 0.4.
//! let found = Central::of(space)?;
//! let nash = found.chosen().and_then(|solutions| solutions.nash.as_ref());
//! assert_eq!(nash.map(|nash| nash.point.package.0.as_slice()), Some([2, 1].as_slice()));
//! # Ok::<(), detente_deals::DealsError>(())
//! ```

// The definitions taken literally, in `tests/literal`, serve the tests of private methods as well, which ask only some of them.
#[cfg(test)]
extern crate self as detente_deals;
#[cfg(test)]
#[path = "../tests/literal/mod.rs"]
#[allow(dead_code, unreachable_pub)]
mod literal;

pub mod acceptability;
mod agreement;
mod asked;
mod bettered;
mod blockers;
mod builder;
mod continuous;
mod count;
mod drivers;
mod efforts;
mod error;
mod findings;
mod fixed;
mod frontier;
mod known;
pub mod limits;
mod lotteries;
mod margin;
mod opening;
mod opposition;
mod pareto;
mod question;
mod ratification;
mod search;
pub mod settlement;
mod shared;
pub mod sobol;
mod solutions;
mod sorting;
mod space;
mod sticking;
mod terms;
mod watch;
mod whole;
mod wide;

pub use acceptability::{Acceptability, PackageAcceptability, Sampling};
pub use bettered::{Bettered, RedLines};
pub use blockers::{
    Blocker, BlockerShares, Blockers, BlockingSets, Condition, ConditionShare, Shortfall, Winnable,
};
pub use builder::DealSpaceBuilder;
pub use continuous::{FrontierSegment, Looked, SegmentEnd, SettledPackage, refined};
pub use count::{CountEstimate, ZoneCount};
pub use detente_model::Share;
pub use drivers::{Driver, drivers};
pub use error::DealsError;
pub use findings::{Central, Findings, Study};
pub use fixed::Units;
pub use frontier::FrontierPoint;
pub use known::Known;
pub use lotteries::{KalaiSmorodinskyLottery, Lotteries, Lottery, MarginByLot, NashLottery};
pub use margin::Margin;
pub use num_bigint::BigUint;
pub use opening::Opening;
pub use ratification::{Ratification, Votes};
pub use search::{Over, Search};
pub use sobol::{SobolIndex, SobolIndices};
pub use solutions::{PICKED_BY_ALL, SOLUTION_CONCEPTS, Solution, SolutionConcept, Solutions};
pub use space::{ActorTerms, DealSpace};
pub use sticking::{Concession, ConcessionKind, StickingPoint};
