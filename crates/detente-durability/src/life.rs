//! How long an agreement lasts where the risk of breaking falls with time.
//!
//! `ln T = location + between · b + spread · e`, T in days. The b of a country is standard normal and shared by all agreements
//! there; e is standard normal (lognormal lives) or of the least extreme value (Weibull lives, of shape `1 / spread`; a constant risk is
//! that of spread 1). A life in a country that nobody knows anything about has b summed out: for lognormal lives in closed
//! form, else by equal steps over fourteen standard deviations.
//!
//! ```
//! use detente_durability::{Form, Life};
//!
//! let life = Life { form: Form::Lognormal, location: 60.0_f64.ln(), spread: 2.0, between: 0.0 };
//! assert!((life.median() - 60.0).abs() < 1e-6);
//! // What has held for 60 days is likelier to hold for 60 more than what was signed today.
//! assert!(life.survival_given(60.0, 60.0) > life.survival(60.0));
//! assert!(life.remaining_median(60.0) > 60.0);
//! ```

use std::f64::consts::{LN_2, PI};

use detente_model::Form;

use crate::DurabilityError;
use detente_model::normal::log_tail;

/// ln P(e > z) of the standard variable.
pub(crate) fn log_left(form: Form, z: f64) -> f64 {
    match form {
        Form::Lognormal => log_tail(z),
        Form::Weibull | Form::Constant => -risk(z),
    }
}

/// ln of the density of the standard variable.
pub(crate) fn log_density(form: Form, z: f64) -> f64 {
    match form {
        Form::Lognormal => -0.5 * z * z - 0.5 * (2.0 * PI).ln(),
        Form::Weibull | Form::Constant => z - risk(z),
    }
}

/// The cumulative risk of the least extreme value, kept finite.
pub(crate) fn risk(z: f64) -> f64 {
    z.min(700.0).exp()
}

/// A distribution of lives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Life {
    /// The family.
    pub form: Form,
    /// Of ln T, T in days: its median where lives are lognormal, ln of the day by which 63 % have ended where they are Weibull.
    pub location: f64,
    /// Spread of ln T within a country, above zero.
    pub spread: f64,
    /// Standard deviation of what all agreements of one country share; zero where the country is known.
    pub between: f64,
}

/// Steps in which a country's part is summed out, and how far they reach on either side, in standard deviations.
const STEPS: u32 = 200;
const REACH: f64 = 7.0;

impl Life {
    /// Says what is wrong with the figures, if anything is.
    ///
    /// # Errors
    /// A figure is not finite, the spread is not above zero, or the spread between countries is below it.
    pub fn check(&self) -> Result<(), DurabilityError> {
        let wrong = |what: &str, value| Err(DurabilityError::NotPositive { what: what.to_owned(), value });
        if !self.location.is_finite() {
            // On the scale of days, where it would have to be above zero and finite.
            return wrong("location of a life in days", self.location.exp());
        }
        if !(self.spread.is_finite() && self.spread > 0.0) {
            return wrong("spread of a life", self.spread);
        }
        if !(self.between.is_finite() && self.between >= 0.0) {
            return wrong("spread between countries", self.between);
        }
        Ok(())
    }

    /// The life in a country whose part is known: so many standard deviations from that of the middle one.
    #[must_use]
    pub fn in_country(self, b: f64) -> Self {
        Self { location: self.location + self.between * b, between: 0.0, ..self }
    }

    /// ln S(t), precise also far out where S is too small to be held.
    pub fn log_survival(&self, day: f64) -> f64 {
        if day.is_nan() || day <= 0.0 {
            return 0.0;
        }
        let from_middle = day.ln() - self.location;
        if self.form == Form::Lognormal {
            return log_tail(from_middle / self.spread.hypot(self.between));
        }
        if self.between <= 0.0 {
            return log_left(self.form, from_middle / self.spread);
        }
        let at = |i: u32| -REACH + 2.0 * REACH * f64::from(i) / f64::from(STEPS);
        let log_part =
            |b: f64| -0.5 * b * b + log_left(self.form, (from_middle - self.between * b) / self.spread);
        let most = (0..=STEPS).map(|i| log_part(at(i))).fold(f64::NEG_INFINITY, f64::max);
        let (mut sum, mut weights) = (0.0, 0.0);
        for b in (0..=STEPS).map(at) {
            sum += (log_part(b) - most).exp();
            weights += (-0.5 * b * b).exp();
        }
        (most + (sum / weights).ln()).min(0.0)
    }

    /// S(t): the probability that it lasts longer than so many days; 1 on the first.
    pub fn survival(&self, day: f64) -> f64 {
        self.log_survival(day).exp()
    }

    /// The probability that it lasts so many days more, given that it has held for `held`: S(held + more) / S(held).
    pub fn survival_given(&self, held: f64, more: f64) -> f64 {
        let held = held.max(0.0);
        (self.log_survival(held + more.max(0.0)) - self.log_survival(held)).exp()
    }

    /// The day by which half have ended.
    pub fn median(&self) -> f64 {
        self.remaining_median(0.0)
    }

    /// The day on which ln S(t) falls to a level of zero or less; infinite where that is beyond numbers.
    pub(crate) fn day_of_log_survival(&self, level: f64) -> f64 {
        if self.form != Form::Lognormal && self.between <= 0.0 {
            // H = exp((ln t − location) / spread).
            return (self.location + self.spread * (-level).ln()).exp();
        }
        day_until(|day| self.log_survival(day) >= level)
    }

    /// How many days more half of those last that have held for `held`.
    pub fn remaining_median(&self, held: f64) -> f64 {
        self.remaining_quantile(held, 0.5)
    }

    /// How many days more a share `left` in (0, 1) of those last that have held for `held`; infinite where that is beyond numbers.
    pub fn remaining_quantile(&self, held: f64, left: f64) -> f64 {
        let held = held.max(0.0);
        let left = if left.is_nan() { 0.5 } else { left.clamp(f64::MIN_POSITIVE, 1.0) };
        let level = if left == 0.5 { -LN_2 } else { left.ln() };
        let begin = self.log_survival(held);
        day_until(|more| self.log_survival(held + more) - begin >= level)
    }
}

/// The last day that is still `within`, which all days before it are; infinite where that is beyond numbers. It is sought on the scale of its
/// logarithm, so that short and long lives come out equally precise.
fn day_until(within: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (-700.0, 700.0);
    if within(f64::exp(high)) {
        return f64::INFINITY;
    }
    while high - low > 1e-12 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if within(middle.exp()) { low = middle } else { high = middle }
    }
    f64::midpoint(low, high).exp()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lives() -> impl Strategy<Value = Life> {
        (0usize..3, 0.0..9.0f64, 0.3..4.0f64, 0.0..4.0f64).prop_map(|(form, location, spread, between)| {
            let form = Form::ALL[form];
            let (spread, between) = if form == Form::Constant { (1.0, 0.0) } else { (spread, between) };
            Life { form, location, spread, between }
        })
    }

    proptest! {
        #[test]
        fn survival_begins_at_one_and_never_rises(life in lives(), a in 0.0..5e3f64, b in 0.0..5e3f64) {
            prop_assert_eq!(life.survival(0.0), 1.0);
            prop_assert!(life.survival(a + b) <= life.survival(a) + 1e-14);
            // What holds a days and then b more holds a + b.
            prop_assert!((life.survival(a) * life.survival_given(a, b) - life.survival(a + b)).abs() < 1e-12);
            prop_assert_eq!(life.survival_given(a, 0.0), 1.0);
        }

        #[test]
        fn half_of_what_has_held_is_left_at_the_remaining_median(life in lives(), held in 0.0..3e3f64) {
            let more = life.remaining_median(held);
            if more.is_finite() {
                prop_assert!((life.survival_given(held, more) - 0.5).abs() < 1e-7, "{} {}", more, life.survival_given(held, more));
            }
        }

        #[test]
        fn a_constant_risk_forgets(location in 1.0..8.0f64, held in 0.0..2e3f64) {
            let life = Life { form: Form::Constant, location, spread: 1.0, between: 0.0 };
            let expected = location.exp() * LN_2;
            prop_assert!((life.remaining_median(held) / expected - 1.0).abs() < 1e-9);
        }

        /// A falling risk: what has lasted longer is likelier to last on.
        #[test]
        fn where_the_risk_falls_remaining_life_grows(location in 1.0..8.0f64, spread in 1.2..4.0f64, held in 1.0..2e3f64) {
            let life = Life { form: Form::Weibull, location, spread, between: 0.0 };
            prop_assert!(life.remaining_median(2.0 * held) > life.remaining_median(held));
        }
    }

    #[test]
    fn closed_forms() {
        let weibull = Life { form: Form::Weibull, location: 5.0, spread: 2.5, between: 0.0 };
        for t in [0.01_f64, 3.0, 90.0, 4000.0] {
            let written_out = (-(t / 5.0_f64.exp()).powf(0.4)).exp();
            assert!((weibull.survival(t) - written_out).abs() < 1e-14, "{t}");
        }
        assert!((weibull.median() / (5.0_f64.exp() * LN_2.powf(2.5)) - 1.0).abs() < 1e-9);
        // One standard deviation above the middle: 15.87 % are left.
        let lognormal = Life { form: Form::Lognormal, location: 4.0, spread: 3.0, between: 4.0 };
        assert!((lognormal.survival(9.0_f64.exp()) - 0.158_655_253_931_457).abs() < 1e-13);
    }

    /// The density summed up numerically, and the country's part by another rule than the one used.
    #[test]
    fn survival_is_the_integral_of_the_density() {
        for form in [Form::Lognormal, Form::Weibull] {
            let life = Life { form, location: 4.0, spread: 2.0, between: 1.5 };
            for day in [1.0_f64, 30.0, 365.0] {
                let (mut sum, width) = (0.0, 0.02);
                for i in -400..400 {
                    let b = (f64::from(i) + 0.5) * width;
                    let from = (day.ln() - life.location - life.between * b) / life.spread;
                    let inner: f64 = (0..2000)
                        .map(|j| from + (f64::from(j) + 0.5) * width)
                        .map(|z| log_density(form, z).exp() * width)
                        .sum();
                    sum += (-0.5 * b * b).exp() / (2.0 * PI).sqrt() * width * inner;
                }
                assert!(
                    (sum - life.survival(day)).abs() < 2e-4,
                    "{form:?} {day}: {sum} {}",
                    life.survival(day)
                );
            }
        }
    }

    #[test]
    fn no_input_is_too_much() {
        for form in Form::ALL {
            for figure in [f64::NAN, f64::INFINITY, -1.0] {
                assert!(Life { form, location: 1.0, spread: figure, between: 0.0 }.check().is_err());
                assert!(Life { form, location: 1.0, spread: 1.0, between: figure }.check().is_err());
            }
            assert!(Life { form, location: f64::NAN, spread: 1.0, between: 0.0 }.check().is_err());
            let life = Life { form, location: 600.0, spread: 300.0, between: 2.0 };
            for day in [f64::NAN, -3.0, 0.0, 1e-300, 1e300, f64::INFINITY] {
                assert!((0.0..=1.0).contains(&life.survival(day)), "{form:?} {day}");
                assert!(life.remaining_median(day) >= 0.0 || day.is_infinite(), "{form:?} {day}");
            }
        }
    }
}
