//! Values as integers.
//!
//! Each contribution `w_k · v_k(option)` becomes a whole number of units once, and from there on only integers are
//! added and compared. Comparisons are exact and ties are real; sums of floating-point numbers would make
//! packages that are equal look different, and so invent frontier points. In which units contributions are whole, and what happens where there are
//! none, is said in [`crate::whole`].
//!
//! [`Units`] is such an integer with its unit. The searches inside this crate count in the bare numbers, all in the unit of their space, and hand
//! [`Units`] out.

use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

/// How many units make the value 1, unless somebody's contributions are whole in others only.
pub(crate) const UNITS_PER_ONE: i64 = 1_000_000_000_000;

/// A value on one actor's scale, or a difference of two, as a whole number of equal units.
///
/// Units are trillionths (10⁻¹²), unless what goes into a value is not whole in these: the values of a world with thirds in it are counted in units
/// that three of them fill (see [`crate::DealSpace::new`]). Values in different units compare as what they stand for, and a sum of two is counted in
/// the smaller unit.
///
/// Values of different actors are on different scales: that they have the same type says only how they are counted. Sums and differences
/// that are too large to be held stop at the largest or smallest value that is (about ± 9.2 million of trillionths).
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
#[derive(Debug, Clone, Copy)]
pub struct Units {
    count: i64,
    /// How many of them make the value 1; above 0.
    one: i64,
}

impl Units {
    /// No value at all.
    pub const ZERO: Self = Self::from_raw(0);
    /// The value 1.
    pub const ONE: Self = Self::from_raw(UNITS_PER_ONE);
    /// The step of a trillionth: 10⁻¹².
    pub const SMALLEST: Self = Self::from_raw(1);
    /// The largest value that can be held.
    pub const MAX: Self = Self::from_raw(i64::MAX);
    /// The smallest value that can be held.
    pub const MIN: Self = Self::from_raw(i64::MIN);

    /// The value nearest to a number, in trillionths; zero for what is no number.
    pub fn from_f64(value: f64) -> Self {
        Self::from_raw(to_units(value))
    }

    /// A whole number as a value.
    ///
    /// ```
    /// assert_eq!(detente_deals::Units::of_whole(2).to_f64(), 2.0);
    /// ```
    pub const fn of_whole(value: i64) -> Self {
        Self::from_raw(value.saturating_mul(UNITS_PER_ONE))
    }

    /// So many trillionths.
    pub const fn from_raw(units: i64) -> Self {
        Self { count: units, one: UNITS_PER_ONE }
    }

    /// So many units of which `one` make the value 1.
    pub(crate) const fn counted(count: i64, one: i64) -> Self {
        Self { count, one }
    }

    /// How many units it is, of those that it is counted in.
    pub const fn raw(self) -> i64 {
        self.count
    }

    /// How many of its units make the value 1.
    pub const fn one(self) -> i64 {
        self.one
    }

    /// How many units of another kind it is, to the nearest.
    pub(crate) fn in_units_of(self, one: i64) -> i64 {
        if self.one == one {
            return self.count;
        }
        let (product, by) = (i128::from(self.count) * i128::from(one), i128::from(self.one));
        // Half away from zero, as floating-point numbers are rounded.
        let nearest = (2 * product.abs() + by) / (2 * by) * product.signum();
        nearest.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
    }

    /// The nearest number of trillionths.
    pub(crate) fn in_trillionths(self) -> f64 {
        self.in_units_of(UNITS_PER_ONE) as f64
    }

    /// The number it stands for, to twelve decimals and to the precision that a floating-point number has.
    pub fn to_f64(self) -> f64 {
        from_units(self.in_units_of(UNITS_PER_ONE))
    }

    /// How far it is from zero.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self { count: self.count.saturating_abs(), one: self.one }
    }

    /// The counts of two values in the smaller of their units, and that unit.
    fn aligned(self, other: Self) -> (i64, i64, i64) {
        if self.one == other.one || other.count == 0 {
            return (self.count, other.count, self.one);
        }
        if self.count == 0 {
            return (0, other.count, other.one);
        }
        let one = self.one.max(other.one);
        (self.in_units_of(one), other.in_units_of(one), one)
    }
}

impl Default for Units {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Ord for Units {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.one == other.one {
            return self.count.cmp(&other.count);
        }
        let crossed = |a: &Self, b: &Self| i128::from(a.count) * i128::from(b.one);
        crossed(self, other).cmp(&crossed(other, self))
    }
}

impl PartialOrd for Units {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Units {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Units {}

impl Add for Units {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (a, b, one) = self.aligned(other);
        Self { count: a.saturating_add(b), one }
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
        let (a, b, one) = self.aligned(other);
        Self { count: a.saturating_sub(b), one }
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
        Self { count: self.count.saturating_neg(), one: self.one }
    }
}

/// So many times a value.
impl Mul<i64> for Units {
    type Output = Self;

    fn mul(self, times: i64) -> Self {
        Self { count: self.count.saturating_mul(times), one: self.one }
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
        let trillionths = self.in_units_of(UNITS_PER_ONE);
        let (one, size) = (UNITS_PER_ONE.unsigned_abs(), trillionths.unsigned_abs());
        let decimals = format!("{:012}", size % one);
        let written = format!("{}.{}", size / one, decimals.trim_end_matches('0'));
        f.pad_integral(trillionths >= 0, "", written.trim_end_matches('.'))
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

/// Bare numbers as trillionths.
#[cfg(test)]
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

    #[test]
    fn values_in_different_units_compare_as_what_they_stand_for() {
        let third = Units::counted(1, 3);
        assert_eq!(third + third + third, Units::ONE);
        assert!(third > Units::from_raw(333_333_333_333) && third < Units::from_raw(333_333_333_334));
        assert_eq!((third.to_f64(), third.to_string()), (0.333_333_333_333, "0.333333333333".to_owned()));
        assert_eq!((third - third) + Units::ONE, Units::ONE);
        assert_eq!(-third * 3, -Units::ONE);
        // A sum of two kinds is counted in the smaller unit, to the nearest.
        assert_eq!(third + Units::SMALLEST, Units::from_raw(333_333_333_334));
        assert_eq!([third, third].iter().sum::<Units>(), Units::counted(2, 3));
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
