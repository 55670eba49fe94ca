//! From values to places on the drawing, with round numbers to mark on the way.

/// A linear scale.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Scale {
    /// A scale over all `values` with a little air at both ends; `range` may run downwards.
    pub fn over(values: impl Iterator<Item = f64>, range: (f64, f64)) -> Self {
        let (low, high) = values
            .filter(|v| v.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
        let air = if high > low { (high - low) * 0.05 } else { 0.05 };
        Self { domain: (low - air, high + air), range }
    }

    /// A scale between given ends.
    pub fn between(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain, range }
    }

    /// Where a value lies.
    pub fn at(&self, value: f64) -> f64 {
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// At most `most` round values inside the domain, each with its words.
    pub fn ticks(&self, most: usize) -> Vec<(f64, String)> {
        let width = self.domain.1 - self.domain.0;
        let steps = (-3..12).flat_map(|ten| [1.0, 2.0, 5.0].map(|one| (one * 10f64.powi(ten), ten)));
        let count = |step: f64| (self.domain.1 / step).floor() - (self.domain.0 / step).ceil() + 1.0;
        let Some((step, ten)) =
            steps.into_iter().find(|(step, _)| *step * most as f64 >= width || count(*step) <= most as f64)
        else {
            return Vec::new();
        };
        let decimals = usize::try_from(-ten).unwrap_or(0);
        let first = (self.domain.0 / step).ceil();
        (0..count(step) as u32)
            .map(|i| (first + f64::from(i)) * step)
            .map(|value| {
                let digits = format!("{:.decimals$}", value.abs());
                let negative = value < 0.0 && digits.bytes().any(|b| (b'1'..=b'9').contains(&b));
                (value, if negative { format!("−{digits}") } else { digits })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let scale = Scale::between((-0.12, 0.93), (0.0, 100.0));
        let words: Vec<String> = scale.ticks(6).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["0.0", "0.2", "0.4", "0.6", "0.8"]);
        assert!((scale.at(-0.12)).abs() < 1e-9 && (scale.at(0.93) - 100.0).abs() < 1e-9);
    }

    #[test]
    fn equal_values_still_make_a_scale() {
        let scale = Scale::over([0.5, 0.5].into_iter(), (0.0, 10.0));
        assert!((scale.at(0.5) - 5.0).abs() < 1e-9);
        assert!(!scale.ticks(5).is_empty());
    }
}
