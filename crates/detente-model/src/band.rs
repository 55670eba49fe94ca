//! The range of a figure over worlds.

/// Nine tenths of the worlds lie between `low` and `high`.
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
    ///
    /// ```
    /// use detente_model::Band;
    ///
    /// let band = Band::of((0..=100).map(f64::from).collect()).unwrap();
    /// assert_eq!((band.low, band.median, band.high), (5.0, 50.0, 95.0));
    /// ```
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
