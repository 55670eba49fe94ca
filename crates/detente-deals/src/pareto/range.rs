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

    const EMPTY: Self = Self { worst: [i64::MAX; D], best: [i64::MIN; D], along: [i128::MIN; DIRECTIONS] };

    /// Of a part that is one of these vectors; nothing if there are none.
    pub fn over(vectors: &mut dyn Iterator<Item = &[i64; D]>, directions: &[Along<D>]) -> Self {
        let mut range = Self::EMPTY;
        for at in vectors {
            for (most, direction) in range.along.iter_mut().zip(directions) {
                *most = (*most).max(direction.of(at));
            }
            for ((worst, best), x) in range.worst.iter_mut().zip(&mut range.best).zip(at) {
                (*worst, *best) = ((*worst).min(*x), (*best).max(*x));
            }
        }
        if range.worst[0] > range.best[0] {
            return Self::NOTHING;
        }
        range.along.iter_mut().skip(directions.len()).for_each(|most| *most = 0);
        range
    }

    /// Of two parts together.
    pub fn plus(mut self, other: &Self) -> Self {
        for d in 0..D {
            self.worst[d] += other.worst[d];
            self.best[d] += other.best[d];
        }
        for (most, more) in self.along.iter_mut().zip(other.along) {
            *most += more;
        }
        self
    }
}
