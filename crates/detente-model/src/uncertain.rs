//! Numbers that nobody knows exactly.

/// A number as an analyst can state it: known, anywhere in a range, or a range with a most likely value.
///
/// In a case file these are written `0.4`, `[0.3, 0.5]` and `[0.3, 0.4, 0.5]`.
///
/// ```
/// use detente_model::Uncertain;
///
/// let patience = Uncertain::triangular(0.3, 0.4, 0.5).unwrap();
/// assert_eq!(patience.central(), 0.4);
/// assert_eq!(patience.quantile(0.0), 0.3);
/// assert_eq!(patience.quantile(0.5), 0.4); // symmetric: the median is the most likely value
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Uncertain {
    /// Known exactly.
    Known(f64),
    /// Anywhere between the two ends, no value likelier than another.
    Uniform {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// Between the two ends, most likely at `mode`; the density is a triangle.
    Triangular {
        /// The lower end.
        low: f64,
        /// The most likely value.
        mode: f64,
        /// The upper end.
        high: f64,
    },
}

/// Why three numbers do not make an [`Uncertain`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UncertainError {
    /// One of the numbers is infinite or not a number.
    #[error("a number must be finite")]
    NotFinite,
    /// The ends or the most likely value are out of order.
    #[error("a range must be written low first, then the most likely value if there is one, then high")]
    OutOfOrder,
}

impl Uncertain {
    /// A range in which no value is likelier than another; equal ends make a known number.
    pub fn uniform(low: f64, high: f64) -> Result<Self, UncertainError> {
        if !(low.is_finite() && high.is_finite()) {
            return Err(UncertainError::NotFinite);
        }
        if low > high {
            return Err(UncertainError::OutOfOrder);
        }
        Ok(if low == high { Self::Known(low) } else { Self::Uniform { low, high } })
    }

    /// A range with a most likely value; equal ends make a known number.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Self, UncertainError> {
        if !(low.is_finite() && mode.is_finite() && high.is_finite()) {
            return Err(UncertainError::NotFinite);
        }
        if low > mode || mode > high {
            return Err(UncertainError::OutOfOrder);
        }
        Ok(if low == high { Self::Known(low) } else { Self::Triangular { low, mode, high } })
    }

    /// The value used in the central world: the number itself, the midpoint, or the most likely value.
    pub fn central(self) -> f64 {
        match self {
            Self::Known(x) => x,
            Self::Uniform { low, high } => low.midpoint(high),
            Self::Triangular { mode, .. } => mode,
        }
    }

    /// The smallest value it can take.
    pub fn low(self) -> f64 {
        match self {
            Self::Known(x) => x,
            Self::Uniform { low, .. } | Self::Triangular { low, .. } => low,
        }
    }

    /// The largest value it can take.
    pub fn high(self) -> f64 {
        match self {
            Self::Known(x) => x,
            Self::Uniform { high, .. } | Self::Triangular { high, .. } => high,
        }
    }

    /// Whether it can take one value only.
    pub fn is_known(self) -> bool {
        matches!(self, Self::Known(_))
    }

    /// How dense it is at x, as a share of where it is densest; 0 outside. A known number is dense at itself alone.
    pub fn relative_density(self, x: f64) -> f64 {
        match self {
            Self::Known(at) => f64::from(u8::from(x == at)),
            Self::Uniform { low, high } => f64::from(u8::from(low <= x && x <= high)),
            Self::Triangular { low, mode, .. } if x < mode => ((x - low) / (mode - low)).max(0.0),
            Self::Triangular { mode, high, .. } if x > mode => ((high - x) / (high - mode)).max(0.0),
            Self::Triangular { .. } => 1.0,
        }
    }

    /// The value below which a share `u` of the doubt lies, for `u` in [0, 1] (the inverse distribution
    /// function). Feeding it uniform numbers draws from the distribution.
    pub fn quantile(self, u: f64) -> f64 {
        match self {
            Self::Known(x) => x,
            Self::Uniform { low, high } => low + u * (high - low),
            Self::Triangular { low, mode, high } => {
                let width = high - low;
                let split = (mode - low) / width;
                if u < split {
                    low + (u * width * (mode - low)).sqrt()
                } else {
                    high - ((1.0 - u) * width * (high - mode)).sqrt()
                }
            }
        }
    }
}

impl From<f64> for Uncertain {
    fn from(x: f64) -> Self {
        Self::Known(x)
    }
}

impl std::fmt::Display for Uncertain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Known(x) => write!(f, "{x}"),
            Self::Uniform { low, high } => write!(f, "{low} to {high}"),
            Self::Triangular { low, mode, high } => write!(f, "{low} to {high}, most likely {mode}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn refuses_what_is_not_a_range() {
        assert_eq!(Uncertain::uniform(0.5, 0.3), Err(UncertainError::OutOfOrder));
        assert_eq!(Uncertain::uniform(f64::NAN, 0.3), Err(UncertainError::NotFinite));
        assert_eq!(Uncertain::triangular(0.1, 0.5, 0.4), Err(UncertainError::OutOfOrder));
        assert_eq!(Uncertain::uniform(0.3, 0.3), Ok(Uncertain::Known(0.3)));
    }

    proptest! {
        #[test]
        fn quantiles_rise_and_stay_inside(a in -1.0..1.0f64, b in 0.0..1.0f64, c in 0.0..1.0f64,
                                          u in 0.0..1.0f64, v in 0.0..1.0f64) {
            let x = Uncertain::triangular(a, a + b, a + b + c).unwrap();
            let (low, high) = (x.quantile(u.min(v)), x.quantile(u.max(v)));
            prop_assert!(low <= high + 1e-12);
            prop_assert!(low >= x.low() - 1e-12 && high <= x.high() + 1e-12);
        }

        /// The share of a triangle left of x is a ratio of areas: the quantile must invert it.
        #[test]
        fn triangular_quantile_inverts_the_distribution(b in 0.01..1.0f64, c in 0.01..1.0f64, u in 0.0..1.0f64) {
            let x = Uncertain::triangular(0.0, b, b + c).unwrap().quantile(u);
            let share = if x <= b { x * x / ((b + c) * b) } else { 1.0 - (b + c - x).powi(2) / ((b + c) * c) };
            prop_assert!((share - u).abs() < 1e-9);
        }
    }
}
