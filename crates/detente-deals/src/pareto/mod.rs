//! The non-dominated packages of a deal space, without listing the space.
//!
//! **Definition.** Each package x has a value vector: the sum of what its options add, plus what interactions add. The
//! result is the set of distinct vectors that no other package's vector dominates, each with a witness.
//!
//! **Method.** Issues that nothing ties to others are merged one at a time, keeping only non-dominated partial sums: a
//! dominated partial sum stays dominated whatever is added to both. Where interactions or infeasible
//! combinations tie issues together, one issue after the other is eliminated into a table from the options of
//! its neighbours to a frontier (bucket elimination over frontiers: Rollón & Larrosa 2006; Dubus, Gonzales & Perny
//! 2009). A partial sum whose best completion misses a floor is dropped; a coordinate that can no longer fail to have
//! enough stops counting.
//!
//! **Worst case.** Exponential in the number of issues tied together, and linear in the size of the partial
//! frontiers, which can themselves grow with the space. Both are bounded and reported, never cut.

mod block;
mod climb;
mod cover;
mod dimensions;
mod eliminate;
mod enumerate;
mod growth;
mod label;
mod maxima;
mod order;
mod problem;
mod range;
mod reach;
mod relaxation;
mod skyline;
mod sums;
mod survivors;
mod tree;
mod weighted;

pub(crate) use climb::{Climbed, leximin};
pub(crate) use dimensions::{comparable, solve};
pub(crate) use maxima::maxima;
pub(crate) use problem::{Choice, Coordinate, Factor, Point, Problem};
pub(crate) use reach::Steps;
pub(crate) use relaxation::{Direction, Relaxation, dot};
pub(crate) use weighted::WeightedSums;
