//! A share of the draws, with the interval that a finite number of draws leaves.

/// How many of a number of draws had some property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Draws that had it.
    pub hits: u64,
    /// Draws in all.
    pub draws: u64,
}

impl Share {
    /// So many out of so many.
    pub fn of(hits: u64, draws: u64) -> Self {
        Self { hits, draws }
    }

    /// The share itself; 0 when nothing was drawn.
    pub fn value(self) -> f64 {
        if self.draws == 0 { 0.0 } else { self.hits as f64 / self.draws as f64 }
    }

    /// The 95 % score interval of Wilson (1927): the shares under which what was seen would not be surprising. Unlike
    /// the textbook interval it is right at 0 and 1 and for few draws. `[0, 1]` when nothing was drawn.
    ///
    /// ```
    /// use detente_model::Share;
    ///
    /// // None of ten: the true share may still be as high as 28 % (Wilson's upper limit z²/(n + z²)).
    /// let [low, high] = Share::of(0, 10).interval();
    /// assert_eq!(low, 0.0);
    /// assert!((high - 0.27753).abs() < 1e-5);
    ///
    /// // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662.
    /// let [low, high] = Share::of(81, 263).interval();
    /// assert!((low - 0.2553).abs() < 5e-5 && (high - 0.3662).abs() < 5e-5);
    /// ```
    pub fn interval(self) -> [f64; 2] {
        const Z: f64 = 1.959_963_984_540_054;
        if self.draws == 0 {
            return [0.0, 1.0];
        }
        let (n, p) = (self.draws as f64, self.value());
        let centre = p + Z * Z / (2.0 * n);
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + Z * Z / n;
        let low = if self.hits == 0 { 0.0 } else { (centre - half) / scale };
        let high = if self.hits == self.draws { 1.0 } else { (centre + half) / scale };
        [low.max(0.0), high.min(1.0)]
    }

    /// Half the width of the interval.
    pub fn half_width(self) -> f64 {
        let [low, high] = self.interval();
        0.5 * (high - low)
    }
}
