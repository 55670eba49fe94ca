//! How many packages are in the zone of agreement.
//!
//! **Definition.** The number of feasible packages that every signatory accepts and that carry at home. Accepting is a sum over the
//! issues that reaches a floor, so this counts the ways of choosing one vector from each of several lists such that the sum of
//! all is nowhere negative.
//!
//! **Methods**, exact as long as the work that they are predicted or found to take stays within a limit:
//! - *Sums in two halves* ([`halves`], [`ranks`], [`dominance`]). The issues are split into two halves, issues that are tied to each other in one. In
//!   each half equal sums are merged, so that where few sums are possible the lists stay short (dynamic programming over the sums);
//!   the pairs of sums that suffice together are then counted by dominance, without going through the pairs. About the square root
//!   of the number of packages, times a logarithm for each signatory beyond the first. Ratification is brought to such
//!   counts by inclusion and exclusion over the audiences that vote ([`coalitions`]).
//! - *Branches* ([`branching`]). One issue after the other is settled; a branch in which all packages or none are acceptable is
//!   counted at once. For what is tied too tightly for lists, and for small zones.
//!
//! Beyond both the count is *estimated* with an interval that holds for every zone, however rare ([`estimate`]).

mod branching;
mod coalitions;
mod dominance;
mod estimate;
mod halves;
mod parts;
mod ranks;
mod sums;
mod tally;
#[cfg(test)]
mod tests;
mod tilt;

pub(crate) use coalitions::smallest_majorities;
use num_bigint::BigUint;

use self::parts::Parts;
use crate::efforts::CountEfforts;
use crate::limits;
use crate::space::DealSpace;

/// How many packages are in the zone of agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZoneCount {
    /// Exactly so many.
    Exact(BigUint),
    /// About so many.
    Estimate(CountEstimate),
    /// More than can be counted: any number between two stops of a continuous issue makes a package.
    Unlimited,
}

/// An estimate with its interval, rounded outward to four figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountEstimate {
    /// The estimate.
    pub central: BigUint,
    /// The 95 % interval.
    pub interval: [BigUint; 2],
}

impl ZoneCount {
    /// The exact number, where it is known.
    pub fn exact(&self) -> Option<&BigUint> {
        match self {
            Self::Exact(count) => Some(count),
            Self::Estimate(_) | Self::Unlimited => None,
        }
    }

    /// The number, or the upper end of its interval; `None` without an end.
    pub fn at_most(&self) -> Option<&BigUint> {
        match self {
            Self::Exact(count) => Some(count),
            Self::Estimate(estimate) => Some(&estimate.interval[1]),
            Self::Unlimited => None,
        }
    }
}

/// Up to so many packages, branching alone is quick enough.
const FEW: u64 = 20_000;

impl DealSpace {
    /// The number of packages that all accept: exact where that can be had with the work set aside for it, else an estimate with its
    /// interval. `open` says that there is known to be one.
    pub fn count_zone(&self, open: bool) -> ZoneCount {
        self.count_zone_within(open, &CountEfforts::default())
    }

    /// As [`Self::count_zone`], within so much work.
    pub(crate) fn count_zone_within(&self, open: bool, efforts: &CountEfforts) -> ZoneCount {
        if !self.scales.is_empty() {
            return ZoneCount::Unlimited;
        }
        if self.package_count() <= BigUint::from(FEW)
            && let Some(count) = self.count_by_branching(efforts.branches)
        {
            return ZoneCount::Exact(count);
        }
        let parts = Parts::of(self);
        if let Some(count) =
            parts.count_by_halves(efforts).or_else(|| self.count_by_branching(efforts.branches))
        {
            return ZoneCount::Exact(count);
        }
        ZoneCount::Estimate(parts.estimate(open, estimate::SEED, limits::COUNT_IN_A_DRAW, efforts.draws))
    }
}
