//! Values as integers.
//!
//! Each contribution `w_k · v_k(option)` is rounded once to a multiple of 10⁻¹² and from there on only integers are
//! added and compared. Comparisons are exact and ties are real; sums of floating-point numbers would make
//! packages that are equal look different, and so invent frontier points.
//!
//! [`Units`] is such an integer. The searches inside this crate count in the bare numbers, and hand [`Units`] out.

use std::fmt::{self, Display, Formatter};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

/// How many units make the value 1.
pub(crate) const UNITS_PER_ONE: i64 = 1_000_000_000_000;

/// A value on one actor's scale, or a difference of two, as a whole number of units of 10⁻¹².
///
/// Values of different actors are on different scales: that they have the same type says only how they are counted. Sums and differences
/// that are too large to be held stop at the largest or smallest value that is (about ± 9.2 million).
///
/// ```
/// use detente_deals::Units;
///
/// let worth = Units::from_f64(0.1) + Units::from_f64(0.2);
/// assert_eq!(worth, Units::from_f64(0.3)); // which 0.1 + 0.2 == 0.3 is not
/// assert_eq!(worth - Units::of_whole(1), Units::from_raw(-700_000_000_000));
/// assert_eq!(worth.to_f64(), 0.3);
/// assert_eq!(worth.to_string(), "0.3");
/// assert_eq!(format!("{:.2}", -worth), "-0.30");
/// assert!(Units::MAX + worth == Units::MAX);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(transparent)]
pub struct Units(i64);

impl Units {
    /// No value at all.
    pub const ZERO: Self = Self(0);
    /// The value 1.
    pub const ONE: Self = Self(UNITS_PER_ONE);
    /// The smallest step: 10⁻¹².
    pub const SMALLEST: Self = Self(1);
    /// The largest value that can be held.
    pub const MAX: Self = Self(i64::MAX);
    /// The smallest value that can be held.
    pub const MIN: Self = Self(i64::MIN);

    /// The value nearest to a number; zero for what is no number.
    pub fn from_f64(value: f64) -> Self {
        Self(to_units(value))
    }

    /// A whole number as a value.
    ///
    /// ```
    /// assert_eq!(detente_deals::Units::of_whole(2).to_f64(), 2.0);
    /// ```
    pub const fn of_whole(value: i64) -> Self {
        Self(value.saturating_mul(UNITS_PER_ONE))
    }

    /// So many units.
    pub const fn from_raw(units: i64) -> Self {
        Self(units)
    }

    /// How many units it is.
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// The number it stands for, to the precision that a floating-point number has.
    pub fn to_f64(self) -> f64 {
        from_units(self.0)
    }

    /// How far it is from zero.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }
}

impl Add for Units {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Units {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Units {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl SubAssign for Units {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Neg for Units {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

/// So many times a value.
impl Mul<i64> for Units {
    type Output = Self;

    fn mul(self, times: i64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Sum for Units {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Self> for Units {
    fn sum<I: Iterator<Item = &'a Self>>(values: I) -> Self {
        values.copied().sum()
    }
}

/// All decimals that it has, or as many as are asked for (`{:.2}`).
impl Display for Units {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if f.precision().is_some() {
            return self.to_f64().fmt(f);
        }
        let (one, size) = (UNITS_PER_ONE.unsigned_abs(), self.0.unsigned_abs());
        let decimals = format!("{:012}", size % one);
        let written = format!("{}.{}", size / one, decimals.trim_end_matches('0'));
        f.pad_integral(self.0 >= 0, "", written.trim_end_matches('.'))
    }
}

/// The nearest whole number of units.
pub(crate) fn to_units(value: f64) -> i64 {
    (value * UNITS_PER_ONE as f64).round() as i64
}

/// The value that a number of units stands for.
pub(crate) fn from_units(units: i64) -> f64 {
    units as f64 / UNITS_PER_ONE as f64
}

/// The bare numbers of some values, for a search that counts in them.
pub(crate) fn raw(values: &[Units]) -> Vec<i64> {
    values.iter().map(|value| value.raw()).collect()
}

/// Bare numbers that a search has found, as values.
pub(crate) fn in_units(numbers: &[i64]) -> Vec<Units> {
    numbers.iter().copied().map(Units::from_raw).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_ends_hold() {
        assert_eq!(Units::MIN.to_string(), "-9223372.036854775808");
        assert_eq!(
            (-Units::MIN, Units::MIN.abs(), Units::MIN - Units::ONE),
            (Units::MAX, Units::MAX, Units::MIN)
        );
        assert_eq!((Units::of_whole(i64::MAX), Units::from_f64(f64::NAN)), (Units::MAX, Units::ZERO));
        assert_eq!(Units::ONE * i64::MIN, Units::MIN);
    }

    proptest! {
        #[test]
        fn what_is_written_is_the_value(raw in -1_000_000_000_000_000..1_000_000_000_000_000i64) {
            let value = Units::from_raw(raw);
            prop_assert_eq!(value.to_string(), value.to_f64().to_string());
            prop_assert_eq!(Units::from_f64(value.to_f64()), value);
        }
    }
}
