//! The hybrid of time and behaviour (Keskin, Çakan & Aydoğan 2021).

/// A curve through three worths, from the first at the beginning, bent towards the second, to the third at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeCurve(pub [f64; 3]);

impl TimeCurve {
    /// The curve that its authors use for so many packages.
    pub fn for_packages(packages: u128) -> Self {
        let last = match packages {
            0..450 => 0.8,
            450..1_500 => 0.775,
            1_500..4_500 => 0.75,
            4_500..18_000 => 0.725,
            18_000..33_000 => 0.7,
            _ => 0.675,
        };
        Self([1.0, 0.75, last])
    }

    /// Its height when so much of the time is gone.
    pub fn at(self, t: f64) -> f64 {
        let Self([first, bend, last]) = self;
        (1.0 - t) * (1.0 - t) * first + 2.0 * (1.0 - t) * t * bend + t * t * last
    }
}

/// How much the last changes in what was offered count, latest last, by how many there are.
const WEIGHTS: [&[f64]; 3] = [&[0.25, 0.75], &[0.11, 0.22, 0.66], &[0.05, 0.15, 0.3, 0.5]];

/// By how much the other has moved of late, from what its offers were worth to oneself; `None` before there are three.
pub fn behaviour(received: &[f64]) -> Option<f64> {
    let changes = received.len().checked_sub(1)?;
    let weights = WEIGHTS[changes.min(4).checked_sub(2)?];
    let last = &received[received.len() - weights.len() - 1..];
    Some(last.windows(2).zip(weights).map(|(pair, weight)| weight * (pair[1] - pair[0])).sum())
}
