//! Means, and the range that the number of scenarios leaves them.

use std::f64::consts::{FRAC_PI_2, PI};

/// A mean over pairs of scenario and party, with the interval in which it lies to 95 % if these are a sample of such pairs (Student's t).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanWithin {
    /// The mean.
    pub mean: f64,
    /// The two ends of the interval; `None` for a single pair, which says nothing of others.
    pub interval: Option<(f64, f64)>,
}

impl MeanWithin {
    /// The mean of some values, of which there must be at least one, whatever their order.
    pub(super) fn of(values: &[f64]) -> Option<Self> {
        let count = values.len();
        if count == 0 {
            return None;
        }
        let mean = weighted_mean(values.iter().map(|value| (*value, 1)).collect())?;
        let spread: Vec<(f64, u32)> = values.iter().map(|value| ((value - mean).powi(2), 1)).collect();
        let interval = (count > 1).then(|| {
            let variance = weighted_mean(spread).unwrap_or(0.0) * count as f64 / (count - 1) as f64;
            let reach = student(count - 1) * (variance / count as f64).sqrt();
            (mean - reach, mean + reach)
        });
        Some(Self { mean, interval })
    }
}

/// The mean of values that count so many times each, to the last bit the same in whatever order they come; `None` where none counts.
pub(super) fn weighted_mean(mut values: Vec<(f64, u32)>) -> Option<f64> {
    values.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let times: u64 = values.iter().map(|(_, times)| u64::from(*times)).sum();
    let sum: f64 = values.iter().map(|(value, times)| value * f64::from(*times)).sum();
    (times > 0).then(|| sum / times as f64)
}

/// Where Student's distribution with so many degrees of freedom leaves 2.5 % above; of more than a thousand as of a thousand.
fn student(freedom: usize) -> f64 {
    let freedom = freedom.clamp(1, 1_000);
    let (mut low, mut high) = (0.0_f64, 20.0);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if inside(middle, freedom) < 0.95 { low = middle } else { high = middle }
    }
    high
}

/// The chance that a value of Student's distribution lies between −t and t, by its finite sum (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4).
fn inside(t: f64, freedom: usize) -> f64 {
    let angle = (t / (freedom as f64).sqrt()).atan();
    let (sine, cosine) = angle.sin_cos();
    let even = freedom.is_multiple_of(2);
    // 1 + 1/2 c² + 1·3/(2·4) c⁴ … of even freedom, c + 2/3 c³ + 2·4/(3·5) c⁵ … of odd.
    let (mut term, mut sum) = if even { (1.0, 1.0) } else { (cosine, cosine) };
    let mut k = if even { 2 } else { 3 };
    while k < freedom {
        term *= (k - 1) as f64 / k as f64 * cosine * cosine;
        sum += term;
        k += 2;
    }
    match (even, freedom) {
        (true, _) => sine * sum,
        (false, 1) => angle / FRAC_PI_2,
        (false, _) => 2.0 / PI * (angle + sine * sum),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Printed tables of the distribution.
    #[test]
    fn the_interval_is_that_of_student() {
        for (freedom, printed) in [
            (1, 12.706),
            (2, 4.303),
            (3, 3.182),
            (4, 2.776),
            (7, 2.365),
            (10, 2.228),
            (30, 2.042),
            (1_000, 1.962),
        ] {
            assert!((student(freedom) - printed).abs() < 6e-4, "{freedom}: {}", student(freedom));
        }
        let within = MeanWithin::of(&[1.0, 2.0, 3.0]).unwrap();
        let (low, high) = within.interval.unwrap();
        assert!(within.mean == 2.0 && (high - 2.0 - 4.3027 / 3.0_f64.sqrt()).abs() < 1e-4 && low < 0.0);
        assert_eq!(MeanWithin::of(&[0.3]).unwrap().interval, None);
        assert_eq!(MeanWithin::of(&[]), None);
    }

    #[test]
    fn the_order_of_values_changes_no_bit() {
        let values: Vec<(f64, u32)> = (1..50).map(|k| (1.0 / f64::from(k), 1 + k as u32 % 3)).collect();
        let turned: Vec<(f64, u32)> = values.iter().rev().copied().collect();
        assert_eq!(weighted_mean(values), weighted_mean(turned));
    }
}
