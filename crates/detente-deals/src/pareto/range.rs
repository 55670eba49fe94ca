//! What a part of a package can add at the least and at the most, so that a partial sum that misses a floor is seen early.

use super::relaxation::dot;

/// Directions along which partial sums are pruned at most.
pub(super) const DIRECTIONS: usize = 4;

/// The least and the most that a part can add.
#[derive(Clone, Copy)]
pub(super) struct Range<const D: usize> {
    pub worst: [i64; D],
    pub best: [i64; D],
    /// The most along each direction.
    pub along: [i128; DIRECTIONS],
}

/// A direction with its weights padded to `D` coordinates.
#[derive(Clone, Copy)]
pub(super) struct Along<const D: usize> {
    pub weights: [i64; D],
    pub floor: i128,
}

impl<const D: usize> Along<D> {
    pub fn of(&self, at: &[i64; D]) -> i128 {
        dot(&self.weights, at)
    }
}

impl<const D: usize> Range<D> {
    pub const NOTHING: Self = Self { worst: [0; D], best: [0; D], along: [0; DIRECTIONS] };

    pub fn over<'a>(vectors: impl Iterator<Item = &'a [i64; D]>, directions: &[Along<D>]) -> Self {
        let empty = Self { worst: [i64::MAX; D], best: [i64::MIN; D], along: [i128::MIN; DIRECTIONS] };
        let range = vectors.fold(empty, |mut range, at| {
            for (most, direction) in range.along.iter_mut().zip(directions) {
                *most = (*most).max(direction.of(at));
            }
            Self {
                worst: std::array::from_fn(|d| range.worst[d].min(at[d])),
                best: std::array::from_fn(|d| range.best[d].max(at[d])),
                along: range.along,
            }
        });
        if range.worst.iter().zip(&range.best).any(|(worst, best)| worst > best) {
            Self::NOTHING
        } else {
            Self {
                along: std::array::from_fn(|i| if i < directions.len() { range.along[i] } else { 0 }),
                ..range
            }
        }
    }

    pub fn plus(self, other: Self) -> Self {
        Self {
            worst: std::array::from_fn(|d| self.worst[d] + other.worst[d]),
            best: std::array::from_fn(|d| self.best[d] + other.best[d]),
            along: std::array::from_fn(|i| self.along[i] + other.along[i]),
        }
    }
}
