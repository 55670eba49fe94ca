//! Worth in exact decimals.
//!
//! Whether a side gains by stopping is a comparison, and a comparison must not turn on the last bit of a
//! binary fraction: 0.02 times 1,500 has to be 30. So every stated figure is rounded once, to 10⁻¹² of a unit, and
//! from there on sums and multiples are whole numbers. A figure with at most about fifteen digits is kept as it
//! was written.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

/// Units in one.
const SCALE: f64 = 1e12;
/// Below this, 2⁵², whole numbers and their halves are exact.
const EXACT: f64 = 4_503_599_627_370_496.0;

/// A worth as a whole number of 10⁻¹² units.
///
/// ```
/// use detente_exchange::Amount;
///
/// assert!(0.1 + 0.2 > 0.3); // in binary fractions
/// assert_eq!(Amount::from(0.1) + Amount::from(0.2), Amount::from(0.3));
/// assert_eq!(Amount::from(0.02) * 1_500, Amount::from(30.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(i128);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The smallest difference there is.
    pub const LEAST: Self = Self(1);
    /// Less than anything that can be summed up; adding to it is still safe.
    pub(crate) const FAR_BELOW: Self = Self(i128::MIN / 4);

    /// The number nearest to it.
    pub fn to_f64(self) -> f64 {
        // Nearly all amounts fit into half the width, whose conversion is one instruction.
        let number = i64::try_from(self.0).map_or_else(|_| self.0 as f64, |number| number as f64);
        number / SCALE
    }

    /// This worth for a stretch of time, exact for durations in whole millionths of a day.
    pub(crate) fn over_days(self, days: f64) -> Self {
        // Whole days, the usual case, need no division.
        let whole = days as i64;
        if whole as f64 == days {
            return Self(self.0 * i128::from(whole));
        }
        let millionths = (days * 1e6).round() as i128;
        let product = self.0 * millionths;
        // Rounded to the nearest, ties upwards.
        Self((product + 500_000).div_euclid(1_000_000))
    }

    /// The larger of two.
    pub fn max(self, other: Self) -> Self {
        Ord::max(self, other)
    }
}

impl From<f64> for Amount {
    /// Rounds to 10⁻¹²; what is not finite counts as nothing (terms are checked before they come here).
    fn from(x: f64) -> Self {
        let scaled = x * SCALE;
        if scaled.abs() < EXACT {
            // Rounded to the nearest, halves away from zero, as `f64::round` does it in a call.
            let whole = scaled as i64;
            let rest = scaled - whole as f64;
            let away = i64::from(rest >= 0.5) - i64::from(rest <= -0.5);
            return Self(i128::from(whole + away));
        }
        if x.is_finite() { Self(scaled.round() as i128) } else { Self::ZERO }
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Amount {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Amount {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Amount {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Amount {
    type Output = Self;
    fn mul(self, count: i64) -> Self {
        Self(self.0 * i128::from(count))
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_exact() {
        assert_eq!(Amount::from(0.05).over_days(134.0), Amount::from(6.7));
        assert_eq!(Amount::from(-0.05).over_days(0.5), Amount::from(-0.025));
    }

    #[test]
    fn rounding_is_that_of_the_standard_library() {
        let mut x = 1e-13;
        while x < 1e10 {
            for x in [x, -x, x + 5e-13, (x * SCALE).floor() / SCALE + 5e-13] {
                assert_eq!(Amount::from(x), Amount((x * SCALE).round() as i128), "{x}");
                assert_eq!(Amount::from(x).to_f64(), Amount::from(x).0 as f64 / SCALE, "{x}");
            }
            x *= 1.37;
        }
    }

    #[test]
    fn what_is_not_a_number_counts_as_nothing() {
        assert_eq!(Amount::from(f64::NAN), Amount::ZERO);
    }
}
