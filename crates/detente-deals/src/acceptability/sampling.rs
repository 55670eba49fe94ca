//! How many worlds are drawn.

use detente_model::Share;

/// Worlds are drawn in batches of so many; whether there are enough is asked between batches, so the answer is the same on any number of
/// threads.
pub const BATCH: u64 = 500;

/// When to stop drawing worlds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sampling {
    /// After so many.
    Draws(u64),
    /// After the first batch at which the 95 % interval of the zone probability reaches no further than this to either side of its middle
    /// ([`Share::half_width`]); at the latest after `most` worlds. Stopping when it looks narrow makes the interval
    /// a little too sure of itself; with batches of [`BATCH`] worlds the effect is small.
    Interval {
        /// Half the width of the interval.
        half_width: f64,
        /// At the latest.
        most: u64,
    },
}

impl Sampling {
    /// The most worlds that could be drawn.
    pub fn most(self) -> u64 {
        match self {
            Self::Draws(draws) | Self::Interval { most: draws, .. } => draws,
        }
    }

    /// How many worlds to draw next, given those drawn so far; none if there are enough.
    pub(super) fn next(self, zone: Share) -> Option<u64> {
        let enough = match self {
            Self::Draws(_) => false,
            Self::Interval { half_width, .. } => zone.draws > 0 && zone.half_width() <= half_width,
        };
        let left = self.most().saturating_sub(zone.draws);
        (!enough && left > 0).then_some(left.min(BATCH))
    }
}
