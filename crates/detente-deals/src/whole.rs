//! In which units the contributions of a world are whole, so that sums are exact as written.
//!
//! **Definition.** A figure of a case is the decimal that it is written as, with twelve places at most. With more, it is
//! what a computation has left: the simplest fraction (denominator up to 100,000) that it equals to a part in 10¹⁵, as 0.3333333333333333 is a third and
//! 0.30000000000000004 three tenths. A contribution `w_k · v_k(option)` is the product of two figures, the weight divided by the sum of
//! the weights. The unit of a space is a part of 1 in which every contribution, every interaction and what no deal is worth are whole numbers to everybody:
//! trillionths where these will do, and else the least common denominator, as many times as make it a trillionth about. All parties
//! share one unit, so that surpluses can be compared.
//!
//! **Where there is none**, because the common denominator is too large for the integers of the search or a figure is neither decimal nor fraction,
//! as many denominators as fit are kept, the smallest first, in the finest unit that the integers hold (about 10⁻¹⁵), and every other
//! contribution is rounded to it. Then the sums of an actor with K such contributions in a package, no deal included, are off by K/2 units at most, and floating-point
//! products by less than that again. What no deal is worth to it is lowered by 2 K units, so that a package worth exactly as much is accepted. No
//! difference of the input's precision is so small: sums of products with d decimals in all differ by 10⁻ᵈ at the least, which for d up to twelve is more than
//! the 2 K units, 10⁻¹³ or so, that are given away; figures of more decimals than that are not told apart there by so little.
//!
//! **With continuous issues** contributions are rounded to trillionths, and nothing is lowered: what lies between two stops is rounded in any case, and how far that
//! may mislead is said where it is searched ([`crate::continuous`]).
//!
//! **In worlds drawn**, a figure in doubt is rounded to the unit that the certain figures ask for; its ties are chance, and nothing is lowered for them.

use crate::fixed::UNITS_PER_ONE;

/// No sum of the sizes of one actor's contributions is more units than this: penalties of the searches lie beyond it.
const MOST_UNITS: f64 = 1e15;
/// Decimals of a figure that is taken as it is written at once: few enough that a fraction hardly ever looks like one.
const WRITTEN: usize = 9;
/// Decimals that are looked at where no simple fraction will do. One number in nine thousand looks as if it had so few; with fifteen it would be one in nine.
const LONGEST: usize = 12;
/// The largest denominator of a simple fraction. Two of them differ by 10⁻¹⁰ at the least, so no number is near two.
const SIMPLE: u64 = 100_000;
/// How near a number is to the fraction it stands for, as a part of it: a few roundings of floating-point numbers.
const NEAR: f64 = 1e-15;
/// Powers of ten, by their number of noughts.
const TENS: [f64; LONGEST + 1] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];
/// Whole numbers up to this are exact as floating-point numbers.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A number as a fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fraction {
    of: i128,
    /// Above 0.
    to: i128,
}

impl Fraction {
    pub const ZERO: Self = Self { of: 0, to: 1 };

    fn new(of: i128, to: i128) -> Self {
        let common = greatest_common(of.unsigned_abs(), to.unsigned_abs()).max(1) as i128;
        Self { of: of / common, to: to / common }
    }

    /// What a figure stands for; `None` if it is neither a short decimal nor a simple fraction.
    pub fn stated(x: f64) -> Option<Self> {
        if !x.is_finite() {
            return None;
        }
        if x < 0.0 {
            return Self::stated(-x).map(|positive| Self { of: -positive.of, ..positive });
        }
        decimal(x, 0..=WRITTEN).or_else(|| simple(x)).or_else(|| decimal(x, WRITTEN + 1..=LONGEST))
    }

    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self::new(self.of.checked_mul(other.of)?, self.to.checked_mul(other.to)?))
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let of = self.of.checked_mul(other.to)?.checked_add(other.of.checked_mul(self.to)?)?;
        Some(Self::new(of, self.to.checked_mul(other.to)?))
    }

    /// A quotient; `None` by nothing.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.of <= 0 {
            return None;
        }
        Some(Self::new(self.of.checked_mul(other.to)?, self.to.checked_mul(other.of)?))
    }

    /// How many units it is; `None` if not a whole number of them.
    pub fn in_units(self, one: i64) -> Option<i64> {
        let times = i128::from(one) / self.to;
        if times * self.to != i128::from(one) {
            return None;
        }
        self.of.checked_mul(times)?.try_into().ok()
    }

    pub fn denominator(self) -> i128 {
        self.to
    }
}

/// Whether a number has six decimals at the most, so that a product of two is a whole number of trillionths.
pub(crate) fn is_short(x: f64) -> bool {
    (x * 1e6).round() / 1e6 == x
}

/// The decimal that a number is written as, if it has so many places; the fewest that will do.
fn decimal(x: f64, places: std::ops::RangeInclusive<usize>) -> Option<Fraction> {
    TENS[places].iter().find_map(|ten| {
        let of = (x * ten).round();
        // The nearest number to a decimal of up to fifteen digits is what a reader makes of it.
        (of < EXACT && of / ten == x).then(|| Fraction::new(of as i128, *ten as i128))
    })
}

/// The fraction with the smallest denominator that is near a number (the continued fraction, and what lies between two of its convergents).
fn simple(x: f64) -> Option<Fraction> {
    let whole = x.floor();
    if whole >= EXACT || x < 1.0 / EXACT {
        return None;
    }
    let near = NEAR * x;
    // The convergents before the last, and the last.
    let (mut before, mut last) = ((1_u64, 0_u64), (whole as u64, 1_u64));
    let mut rest = x - whole;
    loop {
        let off = |(of, to): (u64, u64)| (of as f64 / to as f64 - x).abs();
        if off(last) <= near {
            return Some(Fraction::new(i128::from(last.0), i128::from(last.1)));
        }
        if rest <= f64::EPSILON * f64::EPSILON {
            return None;
        }
        let inverse = 1.0 / rest;
        let next = inverse.floor();
        let times = if next < SIMPLE as f64 { next as u64 } else { return None };
        let step = |before: u64, last: u64| times.checked_mul(last)?.checked_add(before);
        let (of, to) = (step(before.0, last.0)?, step(before.1, last.1)?);
        if to > SIMPLE {
            return None;
        }
        (before, last) = (last, (of, to));
        rest = inverse - next;
    }
}

fn greatest_common(mut a: u128, mut b: u128) -> u128 {
    // Most are small, and small divisions are a good deal quicker.
    while b != 0 {
        if let (Ok(x), Ok(y)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(greatest_common_of_small(x, y));
        }
        (a, b) = (b, a % b);
    }
    a
}

fn greatest_common_of_small(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// How many units make the value 1 in which fractions with these denominators are whole, where contributions of nobody come to more than `most`
/// in all. Where not all fit, the smallest do. As fine as can be where something else has to be rounded (`finest`).
pub(crate) fn units_in_one(mut denominators: Vec<i128>, most: f64, finest: bool) -> i64 {
    denominators.sort_unstable();
    denominators.dedup();
    let room = MOST_UNITS / most.max(1.0);
    if room < 2.0 * UNITS_PER_ONE as f64 {
        return UNITS_PER_ONE;
    }
    let room = room as i128;
    let (mut common, mut fits_all) = (1_i128, true);
    for to in denominators {
        let with = to / (greatest_common(common.unsigned_abs(), to.unsigned_abs()).max(1) as i128);
        match common.checked_mul(with).filter(|with| *with <= room) {
            Some(with) => common = with,
            None => fits_all = false,
        }
    }
    let about_a_trillionth = (i128::from(UNITS_PER_ONE) + common - 1) / common;
    let times = if finest || !fits_all { room / common } else { about_a_trillionth };
    (times.max(1) * common) as i64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a number should be taken for.
    #[allow(clippy::unnecessary_wraps)]
    fn fraction(of: i128, to: i128) -> Option<Fraction> {
        Some(Fraction::new(of, to))
    }

    #[test]
    fn figures_are_what_they_are_written_as() {
        assert_eq!(Fraction::stated(0.19), fraction(19, 100));
        assert_eq!(Fraction::stated(-0.19), fraction(-19, 100));
        assert_eq!(Fraction::stated(0.123_456_789_012), fraction(123_456_789_012, 1_000_000_000_000));
        assert_eq!(Fraction::stated(0.333_333_333_3), fraction(3_333_333_333, 10_000_000_000));
        assert_eq!(Fraction::stated(0.123_456_789_012_34), None);
        assert_eq!((Fraction::stated(7.0), Fraction::stated(0.0)), (fraction(7, 1), fraction(0, 1)));
        // What a computation leaves.
        assert_eq!(Fraction::stated(1.0 / 3.0), fraction(1, 3));
        assert_eq!(Fraction::stated(0.666_666_666_666_666_6), fraction(2, 3));
        assert_eq!(Fraction::stated(0.301_675_977_653_631_24), fraction(54, 179));
        assert_eq!(Fraction::stated(0.3 + f64::EPSILON / 4.0), fraction(3, 10));
        assert_eq!(Fraction::stated(17.0 / 97_253.0 + 3.0), fraction(3 * 97_253 + 17, 97_253));
        // Neither.
        assert_eq!(Fraction::stated(0.199_378_935_928_517_66), None);
        assert_eq!((Fraction::stated(f64::NAN), Fraction::stated(f64::INFINITY)), (None, None));
        assert_eq!(Fraction::stated(1e-300), None);
    }

    #[test]
    fn a_unit_is_a_trillionth_unless_it_must_be_another() {
        let one = |denominators: &[i128], finest| units_in_one(denominators.to_vec(), 2.0, finest);
        assert_eq!(one(&[1, 100, 8], false), UNITS_PER_ONE);
        assert_eq!(one(&[3, 9], false), 1_000_000_000_008);
        assert_eq!(one(&[10_000_000_000_000], false), 10_000_000_000_000);
        // The larger of two that do not fit together is left out.
        let crowded = one(&[7, 1_000_000_007, 1_000_000_009], false);
        assert!(crowded % 7_000_000_049 == 0 && crowded > 400_000_000_000_000);
        assert_eq!(one(&[3], true), 499_999_999_999_998);
        // Where values are so large, there is no room for another.
        assert_eq!(units_in_one(vec![3], 1e6, false), UNITS_PER_ONE);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]

        #[test]
        fn a_fraction_is_known_by_its_floating_point_number(of in 0..200_000u32, to in 1..100_000u32, ulps in -3..4i32) {
            let exact = f64::from(of) / f64::from(to);
            let noisy = exact * (1.0 + f64::from(ulps) * f64::EPSILON);
            let (expected, found) = (fraction(of.into(), to.into()), Fraction::stated(noisy));
            // A decimal of nine places is what it says, even where a fraction is as near.
            let reads_alike = found.is_some_and(|found| found.of as f64 / found.to as f64 == noisy);
            prop_assert!(ulps.abs() > 2 || found == expected || reads_alike, "{} {:?}", noisy, found);
        }

        #[test]
        fn sums_and_products_are_those_of_fractions(a in -50..50i128, b in 1..50i128, c in -50..50i128, d in 1..50i128) {
            let (x, y) = (Fraction::new(a, b), Fraction::new(c, d));
            prop_assert_eq!(x.plus(y), fraction(a * d + c * b, b * d));
            prop_assert_eq!(x.times(y), fraction(a * c, b * d));
            prop_assert_eq!(x.over(y), if c > 0 { fraction(a * d, b * c) } else { None });
        }
    }
}
