//! Values as integers.
//!
//! Each contribution `w_k · v_k(option)` is rounded once to a multiple of 10⁻¹² and from there on only integers are
//! added and compared. Comparisons are exact and ties are real; sums of floating-point numbers would make
//! outcomes that are equal look different, and so invent frontier points.

/// How many units make the value 1.
pub const UNITS_PER_ONE: i64 = 1_000_000_000_000;

/// The nearest whole number of units.
pub fn to_units(value: f64) -> i64 {
    (value * UNITS_PER_ONE as f64).round() as i64
}

/// The value that a number of units stands for.
pub fn from_units(units: i64) -> f64 {
    units as f64 / UNITS_PER_ONE as f64
}
