//! The record of a conflict: how long its own agreements lasted, and what that adds to what is known from elsewhere.
//!
//! **Partial pooling.** Elsewhere, what a country's agreements share is normal with standard deviation [`Life::between`] around
//! [`Life::location`]. The country's own record speaks by its likelihood, with the spread within a country taken as known. What
//! comes out is the mode of the two together and its width; for clear ends and lognormal lives that is the well-known mean of the two
//! locations with the weights `n / spread²` and `1 / between²`. Agreements that still hold count as holding, and an
//! unclear end as lying in its interval. All three likelihoods are log-concave in the location, so there is one mode and it lies
//! between what either says alone.
//!
//! ```
//! use detente_durability::{Form, Life, Record, Spell};
//!
//! let elsewhere = Life { form: Form::Lognormal, location: 4.0, spread: 3.0, between: 3.0 };
//! let record = Record(vec![Spell::Broke { days: 138.0 }, Spell::Broke { days: 7.0 }]);
//! let here = record.pooled(&elsewhere).unwrap();
//! // Two ends against a prior of the width of one: two thirds of the weight are the record's.
//! assert!((here.weight - 2.0 / 3.0).abs() < 1e-6);
//! assert!(here.life.median() < elsewhere.median());
//! ```

use crate::life::risk;
use crate::{DurabilityError, Form, Life};
use detente_model::normal::log_tail;

/// How one agreement went, in days from its beginning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spell {
    /// It broke on that day.
    Broke {
        /// The day, above zero.
        days: f64,
    },
    /// It held at least so long: it holds still, or ended otherwise than by breaking.
    Held {
        /// The days, zero or more.
        days: f64,
    },
    /// It broke, nobody knows when between the two.
    Unclear {
        /// It held at least so long.
        from: f64,
        /// It had broken by then, later than `from`.
        to: f64,
    },
}

/// A record of agreements of one kind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record(pub Vec<Spell>);

/// What a country's own record and that from elsewhere say together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pooled {
    /// The life here: its location is the mode of both, its `between` what is still unknown of it.
    pub life: Life,
    /// The weight of the country's own record, from 0 (it says nothing) to 1: its information over that of both.
    pub weight: f64,
}

/// A point of the Kaplan–Meier estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KaplanMeier {
    /// The day.
    pub day: f64,
    /// The share of agreements that last longer.
    pub survival: f64,
    /// Its 95 % interval; none where nothing or everything has broken by then.
    pub interval: Option<(f64, f64)>,
    /// How many were still watched on that day.
    pub at_risk: usize,
}

/// The 97.5 % point of the normal distribution.
const Z95: f64 = 1.959_963_984_540_054;

impl Record {
    /// Says what is wrong with the record, if anything is.
    ///
    /// # Errors
    /// A day is not finite, a break is not after the beginning, or an interval has no width.
    pub fn check(&self) -> Result<(), DurabilityError> {
        let wrong = |what: &str, value| Err(DurabilityError::NotPositive { what: what.to_owned(), value });
        for spell in &self.0 {
            match *spell {
                Spell::Broke { days } if !(days.is_finite() && days > 0.0) => {
                    return wrong("day on which an agreement broke", days);
                }
                Spell::Held { days } if !(days.is_finite() && days >= 0.0) => {
                    return wrong("days that an agreement held, and one more", days + 1.0);
                }
                Spell::Unclear { from, to } if !(from >= 0.0 && to.is_finite() && to > from) => {
                    return wrong("width of the interval in which an agreement broke", to - from);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The logarithm of the likelihood of the record in a country whose part is known ([`Life::between`] is not looked at).
    pub fn log_likelihood(&self, life: &Life) -> f64 {
        let z = |day: f64| (day.ln() - life.location) / life.spread;
        let one = |spell: &Spell| match *spell {
            // The density of T itself: that of ln T over the day.
            Spell::Broke { days } => life.form.log_density(z(days)) - life.spread.ln() - days.ln(),
            Spell::Held { days } => life.form.log_left(z(days)),
            Spell::Unclear { from, to } => log_between(life.form, z(from), z(to)),
        };
        self.0.iter().map(one).sum()
    }

    /// Its derivative by the location, times the spread: it falls as the location grows.
    fn slope(&self, life: &Life) -> f64 {
        let z = |day: f64| (day.ln() - life.location) / life.spread;
        let lognormal = life.form == Form::Lognormal;
        let one = |spell: &Spell| match *spell {
            Spell::Broke { days } if lognormal => z(days),
            Spell::Broke { days } => risk(z(days)) - 1.0,
            Spell::Held { days: 0.0 } => 0.0,
            Spell::Held { days } if lognormal => {
                (life.form.log_density(z(days)) - life.form.log_left(z(days))).exp()
            }
            Spell::Held { days } => risk(z(days)),
            Spell::Unclear { from, to } if lognormal => {
                let (a, b) = (z(from), z(to));
                let share = log_between(life.form, a, b);
                (life.form.log_density(a) - share).exp() - (life.form.log_density(b) - share).exp()
            }
            Spell::Unclear { from, to } => {
                let (a, b) = (risk(z(from)), risk(z(to)));
                let width = b - a;
                a - if width > 0.0 { width / width.exp_m1() } else { 1.0 }
            }
        };
        self.0.iter().map(one).sum()
    }

    /// What this record and that from elsewhere say together. A life with no spread between countries stays as it is: a record of
    /// its own can tell nothing where all countries are held to be alike.
    ///
    /// # Errors
    /// The record or the life makes no sense, or what comes out is beyond numbers.
    pub fn pooled(&self, elsewhere: &Life) -> Result<Pooled, DurabilityError> {
        self.check()?;
        elsewhere.check()?;
        if elsewhere.between == 0.0 || self.0.is_empty() {
            return Ok(Pooled { life: *elsewhere, weight: 0.0 });
        }
        let variance = elsewhere.between * elsewhere.between;
        let own = |location: f64| self.slope(&Life { location, ..*elsewhere }) / elsewhere.spread;
        let both = |location: f64| own(location) - (location - elsewhere.location) / variance;
        // The mode: where the slope, which only falls, passes zero.
        let (mut low, mut high) = (elsewhere.location, elsewhere.location);
        let mut step = elsewhere.between;
        while both(low) < 0.0 && step < 1e12 {
            low -= step;
            step *= 2.0;
        }
        step = elsewhere.between;
        while both(high) > 0.0 && step < 1e12 {
            high += step;
            step *= 2.0;
        }
        while high - low > 1e-12 * (1.0 + low.abs()) {
            let middle = f64::midpoint(low, high);
            if middle <= low || middle >= high {
                break;
            }
            if both(middle) > 0.0 { low = middle } else { high = middle }
        }
        let location = f64::midpoint(low, high);
        let step = 1e-4 * elsewhere.spread;
        let information = ((own(location - step) - own(location + step)) / (2.0 * step)).max(0.0);
        let total = information + 1.0 / variance;
        let life = Life { location, between: (1.0 / total).sqrt(), ..*elsewhere };
        if !(location.is_finite() && information.is_finite()) {
            return Err(DurabilityError::BeyondNumbers);
        }
        Ok(Pooled { life, weight: information / total })
    }

    /// The share that lasts longer than each of `days` by Kaplan and Meier (1958), with Greenwood's (1926) interval on the scale of
    /// ln(−ln S), which stays within 0 and 1. Unclear ends are left out; [`Self::unclear`] says how many.
    pub fn kaplan_meier(&self, days: &[f64]) -> Vec<KaplanMeier> {
        let ends = |spell: &Spell| match *spell {
            Spell::Broke { days } => Some((days, true)),
            Spell::Held { days } => Some((days, false)),
            Spell::Unclear { .. } => None,
        };
        let ends: Vec<(f64, bool)> = self.0.iter().filter_map(ends).collect();
        let mut breaks: Vec<f64> = ends.iter().filter(|(_, broke)| *broke).map(|(day, _)| *day).collect();
        breaks.sort_by(f64::total_cmp);
        breaks.dedup();
        let on = |day: &f64| {
            let (mut survival, mut doubt) = (1.0, 0.0);
            for at in breaks.iter().filter(|at| *at <= day) {
                let risk = ends.iter().filter(|(end, _)| end >= at).count() as f64;
                let broke =
                    ends.iter().filter(|(end, broke)| *broke && end.total_cmp(at).is_eq()).count() as f64;
                survival *= 1.0 - broke / risk;
                doubt += broke / (risk * (risk - broke));
            }
            let interval = (survival > 0.0 && survival < 1.0).then(|| {
                let width = Z95 * doubt.sqrt() / survival.ln().abs();
                (survival.powf(width.exp()), survival.powf((-width).exp()))
            });
            let at_risk = ends.iter().filter(|(end, _)| end > day).count();
            KaplanMeier { day: *day, survival, interval, at_risk }
        };
        days.iter().map(on).collect()
    }

    /// How many ends are unclear.
    pub fn unclear(&self) -> usize {
        self.0.iter().filter(|spell| matches!(spell, Spell::Unclear { .. })).count()
    }
}

/// ln P(a < e < b), by whichever tail keeps the digits.
fn log_between(form: Form, a: f64, b: f64) -> f64 {
    // ln(eˣ − eʸ) for x > y.
    let less = |x: f64, y: f64| x + (-(y - x).exp_m1()).ln();
    match form {
        Form::Lognormal if a + b < 0.0 => less(log_tail(-b), log_tail(-a)),
        Form::Lognormal => less(log_tail(a), log_tail(b)),
        Form::Weibull | Form::Constant => less(-risk(a), -risk(b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spells() -> impl Strategy<Value = Spell> {
        prop_oneof![
            (0.5..2e3f64).prop_map(|days| Spell::Broke { days }),
            (0.0..2e3f64).prop_map(|days| Spell::Held { days }),
            (0.0..500.0f64, 1.0..2e3f64).prop_map(|(from, width)| Spell::Unclear { from, to: from + width }),
        ]
    }

    fn lives() -> impl Strategy<Value = Life> {
        (any::<bool>(), 1.0..9.0f64, 0.5..4.0f64, 0.2..4.0f64).prop_map(
            |(lognormal, location, spread, between)| {
                let form = if lognormal { Form::Lognormal } else { Form::Weibull };
                Life { form, location, spread, between }
            },
        )
    }

    proptest! {
        #[test]
        fn the_slope_is_that_of_the_likelihood(life in lives(), record in prop::collection::vec(spells(), 1..6)) {
            let record = Record(record);
            let step = 1e-5;
            let at = |location: f64| record.log_likelihood(&Life { location, ..life });
            let numeric = (at(life.location + step) - at(life.location - step)) / (2.0 * step);
            let exact = record.slope(&life) / life.spread;
            prop_assert!((numeric - exact).abs() < 1e-4 * (1.0 + exact.abs()), "{} {}", numeric, exact);
        }

        /// Between what the record says alone (by an all but flat prior) and what is known from elsewhere.
        #[test]
        fn what_is_pooled_lies_between(life in lives(), record in prop::collection::vec(spells(), 1..6), day in 0.5..500.0f64) {
            let mut record = Record(record);
            record.0.push(Spell::Broke { days: day });
            let pooled = record.pooled(&life).unwrap();
            let alone = record.pooled(&Life { between: 1e5, ..life }).unwrap();
            let (a, b) = (life.location.min(alone.life.location), life.location.max(alone.life.location));
            prop_assert!(pooled.life.location >= a - 1e-6 && pooled.life.location <= b + 1e-6);
            prop_assert!((0.0..=1.0).contains(&pooled.weight));
            prop_assert!(pooled.life.between <= life.between);
            // The same record once more counts for more.
            let twice = Record([record.0.clone(), record.0].concat()).pooled(&life).unwrap();
            prop_assert!(twice.life.between <= pooled.life.between + 1e-9);
        }

        /// Holding on never shortens what is expected, breaking sooner never lengthens it.
        #[test]
        fn what_held_longer_speaks_for_longer_lives(life in lives(), days in 1.0..1e3f64, more in 1.0..1e3f64) {
            let location = |spell| Record(vec![spell]).pooled(&life).unwrap().life.location;
            let held = |days| location(Spell::Held { days });
            let broke = |days| location(Spell::Broke { days });
            prop_assert!(held(days + more) >= held(days) - 1e-9);
            prop_assert!(broke(days + more) >= broke(days) - 1e-9);
            prop_assert!(held(days) >= life.location - 1e-9);
        }
    }

    /// Conjugate: clear ends of lognormal lives.
    #[test]
    fn clear_ends_have_a_closed_form() {
        let elsewhere = Life { form: Form::Lognormal, location: 5.0, spread: 2.0, between: 1.5 };
        let days = [138.0_f64, 7.0, 30.0];
        let pooled = Record(days.map(|days| Spell::Broke { days }).to_vec()).pooled(&elsewhere).unwrap();
        let mean = days.iter().map(|day| day.ln()).sum::<f64>() / 3.0;
        let weight = (3.0 / 4.0) / (3.0 / 4.0 + 1.0 / 2.25);
        assert!((pooled.weight - weight).abs() < 1e-7);
        assert!((pooled.life.location - (weight * mean + (1.0 - weight) * 5.0)).abs() < 1e-9);
        assert!((pooled.life.between - 1.0 / (3.0_f64 / 4.0 + 1.0 / 2.25).sqrt()).abs() < 1e-7);
    }

    /// The posterior summed up on a grid has the mode that was found.
    #[test]
    fn the_mode_is_that_of_a_grid() {
        for form in [Form::Lognormal, Form::Weibull] {
            let elsewhere = Life { form, location: 4.0, spread: 2.0, between: 2.0 };
            let record = Record(vec![
                Spell::Broke { days: 3.0 },
                Spell::Held { days: 400.0 },
                Spell::Unclear { from: 0.0, to: 50.0 },
                Spell::Unclear { from: 20.0, to: 900.0 },
            ]);
            let posterior = |location: f64| {
                record.log_likelihood(&Life { location, ..elsewhere }) - (location - 4.0_f64).powi(2) / 8.0
            };
            let best = (0..20_000)
                .map(|i| f64::from(i) * 5e-4)
                .max_by(|a, b| posterior(*a).total_cmp(&posterior(*b)));
            let pooled = record.pooled(&elsewhere).unwrap();
            assert!((best.unwrap() - pooled.life.location).abs() < 1e-3, "{form:?}");
        }
    }

    /// Lives drawn at known places of the distribution, some of them cut off and some told by the month only.
    #[test]
    fn a_location_is_recovered_from_what_is_simulated() {
        for form in [Form::Lognormal, Form::Weibull] {
            let truth = Life { form, location: 5.2, spread: 2.2, between: 0.0 };
            let n = 3_000;
            let spells = (0..n).map(|i| {
                // Every share of the distribution once; which are cut off does not depend on it.
                let days = truth.remaining_quantile(0.0, (f64::from(i) + 0.5) / f64::from(n));
                let cut = [50.0, 300.0, 1e5][(i as usize * 7) % 3];
                let month = (days / 30.0).floor() * 30.0;
                match i % 2 {
                    _ if days > cut => Spell::Held { days: cut },
                    0 => Spell::Broke { days },
                    _ => Spell::Unclear { from: month, to: month + 30.0 },
                }
            });
            let far = Life { location: 0.0, between: 5.0, ..truth };
            let pooled = Record(spells.collect()).pooled(&far).unwrap();
            assert!((pooled.life.location - 5.2).abs() < 4.0 * pooled.life.between, "{form:?} {pooled:?}");
            assert!(pooled.life.between < 0.06 && pooled.weight > 0.99);
        }
    }

    /// By hand: of five, one breaks on day 6, one on day 9, and three are lost sight of.
    #[test]
    fn kaplan_and_meier_by_hand() {
        let record = Record(vec![
            Spell::Broke { days: 6.0 },
            Spell::Held { days: 7.0 },
            Spell::Broke { days: 9.0 },
            Spell::Held { days: 20.0 },
            Spell::Held { days: 30.0 },
            Spell::Unclear { from: 0.0, to: 100.0 },
        ]);
        let curve = record.kaplan_meier(&[5.0, 6.0, 15.0]);
        assert_eq!(record.unclear(), 1);
        assert!(curve[0].survival == 1.0 && curve[0].interval.is_none() && curve[0].at_risk == 5);
        assert!((curve[1].survival - 0.8).abs() < 1e-15);
        let expected: f64 = 0.8 * 2.0 / 3.0;
        assert!((curve[2].survival - expected).abs() < 1e-15 && curve[2].at_risk == 2);
        // Greenwood: 1/(5·4) + 1/(3·2).
        let width = Z95 * (1.0_f64 / 20.0 + 1.0 / 6.0).sqrt() / -expected.ln();
        let (low, high) = curve[2].interval.unwrap();
        assert!(
            (low - expected.powf(width.exp())).abs() < 1e-15
                && (high - expected.powf((-width).exp())).abs() < 1e-15
        );
        assert!(Record::default().kaplan_meier(&[3.0])[0].survival == 1.0);
    }

    #[test]
    fn senseless_records_are_refused() {
        for spell in [
            Spell::Broke { days: 0.0 },
            Spell::Broke { days: f64::NAN },
            Spell::Held { days: -1.0 },
            Spell::Unclear { from: 5.0, to: 5.0 },
            Spell::Unclear { from: f64::NAN, to: 5.0 },
        ] {
            assert!(Record(vec![spell]).check().is_err(), "{spell:?}");
        }
        let wild = Life { form: Form::Weibull, location: 3.0, spread: 1e-3, between: 1e3 };
        let _ = Record(vec![Spell::Broke { days: 1e-300 }, Spell::Broke { days: 1e300 }]).pooled(&wild);
    }
}
