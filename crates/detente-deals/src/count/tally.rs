//! Numbers that can count packages.
//!
//! A count is made in the narrowest of them that holds all packages of the space, so that it can never overflow.

use num_bigint::BigUint;

/// A number to count with.
pub(super) trait Tally: Clone + Send + Sync {
    /// Nothing counted.
    fn zero() -> Self;
    /// A number of ways to choose.
    fn of(ways: u64) -> Self;
    /// Whether it is a single way.
    fn is_one(&self) -> bool;
    /// Counts some more.
    fn add(&mut self, other: &Self);
    /// So many times as many.
    fn times(&self, other: &Self) -> Self;
}

macro_rules! tally_by_machine {
    ($($number:ty),*) => {$(
        impl Tally for $number {
            fn zero() -> Self {
                0 as $number
            }
            fn of(ways: u64) -> Self {
                ways as $number
            }
            fn is_one(&self) -> bool {
                *self == 1 as $number
            }
            fn add(&mut self, other: &Self) {
                *self += other;
            }
            fn times(&self, other: &Self) -> Self {
                self * other
            }
        }
    )*};
}

tally_by_machine!(u64, u128, f64);

impl Tally for BigUint {
    fn zero() -> Self {
        Self::ZERO
    }
    fn of(ways: u64) -> Self {
        Self::from(ways)
    }
    fn is_one(&self) -> bool {
        *self == Self::from(1u8)
    }
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
}
