//! Shares and ranges over many worlds.

/// The 97.5 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A share of worlds with the interval in which the probability lies with 95 % confidence (Wilson 1927).
///
/// ```
/// use detente_exchange::Share;
///
/// let share = Share::of(5, 10);
/// // z = 1.96: centre 0.5, half width z·√(0.25/10 + z²/400)/(1 + z²/10).
/// assert!((share.low - 0.2366).abs() < 1e-4 && (share.high - 0.7634).abs() < 1e-4);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The share.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

impl Share {
    /// So many out of so many; of none, anything is possible.
    pub fn of(hits: u64, trials: u64) -> Self {
        if trials == 0 {
            return Self { value: 0.0, low: 0.0, high: 1.0 };
        }
        let (n, p) = (trials as f64, hits as f64 / trials as f64);
        let centre = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / (1.0 + Z * Z / n);
        Self { value: p, low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
    }
}

/// The range of a figure over worlds: nine tenths lie between `low` and `high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// 5 % are below.
    pub low: f64,
    /// Half are below.
    pub median: f64,
    /// 5 % are above.
    pub high: f64,
    /// In how many worlds there is such a figure at all.
    pub known_in: u64,
}

impl Band {
    /// The band of a list, in any order; `None` if it is empty. Quantiles are interpolated between neighbours.
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        values.retain(|x| !x.is_nan());
        if values.is_empty() {
            return None;
        }
        values.sort_by(f64::total_cmp);
        let at = |q: f64| {
            let place = q * (values.len() - 1) as f64;
            let (low, high) = (values[place.floor() as usize], values[place.ceil() as usize]);
            if low == high { low } else { low + place.fract() * (high - low) }
        };
        Some(Self { low: at(0.05), median: at(0.5), high: at(0.95), known_in: values.len() as u64 })
    }
}
