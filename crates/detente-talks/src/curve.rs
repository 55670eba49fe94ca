//! Concession curves: how much of what it hopes for a party holds to as time goes by.

/// How the share of its range that a party holds to falls with time, from `most` at the beginning to 0 at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Curve {
    /// most · (1 − t^p). *Boulware* (p > 1) concedes late, *conceder* (p < 1) at once, p = 1 evenly, p = ∞ never.
    Power {
        /// What it holds to at the beginning, as a share of its range.
        most: f64,
        /// p.
        exponent: f64,
    },
    /// most · (e^((1 − t)^p) − 1) / (e − 1).
    Exponential {
        /// What it holds to at the beginning, as a share of its range.
        most: f64,
        /// p; here a small one concedes late.
        exponent: f64,
    },
}

impl Curve {
    /// From the whole range to nothing, with this exponent.
    pub const fn power(exponent: f64) -> Self {
        Self::Power { most: 1.0, exponent }
    }

    /// The share that is held to when so much of the time is gone.
    ///
    /// ```
    /// use detente_talks::Curve;
    ///
    /// assert_eq!(Curve::power(1.0).at(0.25), 0.75);
    /// assert_eq!(Curve::power(f64::INFINITY).at(0.99), 1.0);
    /// assert!(Curve::power(4.0).at(0.5) > Curve::power(0.25).at(0.5));
    /// ```
    pub fn at(self, t: f64) -> f64 {
        match self {
            Self::Power { most, exponent } => most * (1.0 - power(t, exponent)),
            Self::Exponential { most, exponent } => {
                most * ((1.0 - t).powf(exponent).exp() - 1.0) / (std::f64::consts::E - 1.0)
            }
        }
    }
}

/// t^p; the exponents that everybody uses are multiplied out, which is quicker.
fn power(t: f64, exponent: f64) -> f64 {
    match exponent {
        1.0 => t,
        2.0 => t * t,
        4.0 => (t * t) * (t * t),
        0.25 => t.sqrt().sqrt(),
        _ => t.powf(exponent),
    }
}
