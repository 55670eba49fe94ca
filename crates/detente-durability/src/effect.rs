//! How much a finding from other wars is worth here, as a distribution.
//!
//! Published hazard ratios transfer badly from war to war. A figure enters as a log-normal variable around the
//! published one, whose logarithm has a standard deviation of `√(0.5² + s²)`: 0.5 for carrying it over, s for the doubt of the
//! estimate itself (the published range read as its 90 % interval). A finding of which only the direction is published enters
//! as a range on one side of 1: its logarithm is uniform from 0 to two standard deviations of the transfer, so the ratio lies
//! between 1 and e or between 1/e and 1.

use detente_model::normal::quantile;

/// Standard deviation of the logarithm of a hazard ratio carried over from other wars.
pub const TRANSFER_SD: f64 = 0.5;
/// The 95 % point of the normal distribution.
const Z90: f64 = 1.644_853_626_951_472_7;

/// What is known of an effect on the hazard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// A hazard ratio, between two published figures (equal if there is one).
    Ratio {
        /// The lower figure.
        low: f64,
        /// The higher figure.
        high: f64,
    },
    /// It lowers the hazard, nobody says by how much.
    Lowers,
    /// It raises the hazard, nobody says by how much.
    Raises,
}

impl Effect {
    /// The hazard ratio below which a share `u` in [0, 1] of the doubt lies.
    ///
    /// ```
    /// use detente_durability::Effect;
    ///
    /// let peacekeepers = Effect::Ratio { low: 0.25, high: 0.5 };
    /// assert!((peacekeepers.quantile(0.5) - 0.125_f64.sqrt()).abs() < 1e-9); // the geometric mean
    /// assert_eq!(Effect::Lowers.quantile(1.0), 1.0);
    /// ```
    pub fn quantile(self, u: f64) -> f64 {
        let u = if u.is_nan() { 0.5 } else { u.clamp(0.0, 1.0) };
        match self {
            Self::Ratio { .. } => {
                // Draws lie in [0, 1); the ends of the line itself are kept off.
                let z = quantile(u.clamp(1e-12, 1.0 - 1e-12));
                (self.log_centre() + self.log_sd() * z).exp()
            }
            Self::Lowers => ((u - 1.0) * 2.0 * TRANSFER_SD).exp(),
            Self::Raises => (u * 2.0 * TRANSFER_SD).exp(),
        }
    }

    /// The middle of the logarithm.
    pub fn log_centre(self) -> f64 {
        match self {
            Self::Ratio { low, high } => low.ln().midpoint(high.ln()),
            Self::Lowers => -TRANSFER_SD,
            Self::Raises => TRANSFER_SD,
        }
    }

    /// Standard deviation of the logarithm: at least [`TRANSFER_SD`] for a figure.
    pub fn log_sd(self) -> f64 {
        match self {
            Self::Ratio { low, high } => TRANSFER_SD.hypot((high / low).ln() / 2.0 / Z90),
            // Of a uniform variable over two transfer deviations.
            Self::Lowers | Self::Raises => 2.0 * TRANSFER_SD / 12.0_f64.sqrt(),
        }
    }
}
